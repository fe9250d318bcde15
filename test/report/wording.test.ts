import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/data/series/entry.ts';
import { CATALOGUE, entryOf } from '../../src/data/series/index.ts';
import { CORE_UNIVERSE } from '../../src/data/series/universe.ts';
import { specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { parseInstant } from '../../src/data/time.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { scan } from '../../src/diagnosis/scan/scan.ts';
import { DERIVED, withDerived } from '../../src/measures/derived/index.ts';
import type { ReportAnswers } from '../../src/report/compose/answers.ts';
import { composeReport } from '../../src/report/compose/report.ts';
import { type Block, figuresIn, type ReportDocument, textsOf } from '../../src/report/document.ts';
import { reportMarkdown } from '../../src/report/index.ts';
import { figuresOf, plainText } from '../../src/report/inline.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';
import { inventedAnswer } from './answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

/** Blocks of a document that are sentences: neither tables nor charts. */
function sentences(blocks: readonly Block[]): readonly string[] {
  return blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'list' || kind === 'box')
    .flatMap((block) => textsOf(block).map(plainText));
}

function texts(document: ReportDocument): readonly string[] {
  return [...document.title, ...[...document.blocks, ...document.back].flatMap(textsOf).map(plainText)];
}

const RELATIVE: Readonly<Record<Language, RegExp>> = {
  'zh-Hans': /今年|去年|明年|本周|上周|昨[天日]|今[天日]|上个月|本月/,
  'zh-Hant': /今年|去年|明年|本週|上週|昨[天日]|今[天日]|上個月|本月/,
  en: /\b(?:this|last|next) (?:month|year so far|Monday|Tuesday|Thursday|Friday)\b|\b(?:yesterday|today|tomorrow)\b|\bthis year\b|\blast week\b/i,
};

/** A verb that says that one thing made another; a denial is no claim. */
const CAUSAL: Readonly<Record<Language, RegExp>> = {
  'zh-Hans': /导致|造成|因为|由于|归因于|拖累了|推动了/,
  'zh-Hant': /導致|造成|因為|由於|歸因於|拖累了|推動了/,
  en: /\b(?:because|caused|due to|led to|drove|triggered|thanks to|as a result)\b/i,
};

/** Names of the catalogue, which have their own signs between letters. */
const TITLES = CATALOGUE.flatMap(({ title }) => Object.values(title)).sort((a, b) => b.length - a.length);

function withoutNames(text: string, own: readonly string[]): string {
  return [...own, ...TITLES].reduce((rest, title) => rest.replaceAll(title, '名'), text);
}

/** Whether a report tells a block in its chapters, not in its appendix. */
function isTold(block: Block): boolean {
  return block.kind !== 'paragraph' || !block.behind;
}

interface Example {
  readonly name: string;
  readonly answers: ReportAnswers;
}

function rules(example: () => Example): void {
  describe.each(LANGUAGES)('in %s', (language) => {
    let document: ReportDocument;
    beforeAll(() => {
      document = composeReport(example().answers, language);
    });

    it('has no hole, no space twice and no sign twice', () => {
      for (const text of texts(document)) {
        expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
        expect(text).not.toMatch(/\S {2,}\S/);
        expect(text).not.toMatch(/。。|，，|；；|、、|为为|為為|的的|, ,|;;| ,| \.(?:\s|$)/);
      }
    });

    it('says dates and never a day relative to the reader', () => {
      for (const text of sentences(document.blocks)) expect(text).not.toMatch(RELATIVE[language]);
    });

    it('is in one script', () => {
      const other = { 'zh-Hans': TRADITIONAL_ONLY, 'zh-Hant': SIMPLIFIED_ONLY, en: /[\u4e00-\u9fff]/ }[
        language
      ];
      for (const text of document.blocks.flatMap(textsOf).map(plainText)) expect(text).not.toMatch(other);
    });

    it('claims no cause', () => {
      for (const text of sentences(document.blocks)) expect(text).not.toMatch(CAUSAL[language]);
    });

    it('calls a percentile by its number and no percent', () => {
      for (const text of texts(document)) expect(text).not.toMatch(/%百?分位|percentile [\d.]+%/);
    });

    it('says "since" of a record only from the finder of records', () => {
      const records = example().answers.scan!.instruments.flatMap(({ record, weekRecord }) => [
        record,
        weekRecord,
      ]);
      const known = new Set(records.flatMap(({ since, from }) => [since, from]).flatMap((day) => day ?? []));
      for (const text of sentences(document.blocks)) {
        for (const [, iso] of recordDays(text, language)) expect([...known]).toContain(iso);
      }
    });

    it('says every number from the figure that its table shows', () => {
      const byId = new Map<string, number | null>();
      for (const { figure } of figuresIn([...document.blocks, ...document.back])) {
        expect(byId.get(figure.id) ?? figure.value).toBe(figure.value);
        byId.set(figure.id, figure.value);
      }
    });

    it('has one session for a day of a market', () => {
      const { scan: answer } = example().answers;
      const sessions = new Map(answer!.sessions.map(({ calendar, date }) => [calendar, date]));
      expect(sessions.size).toBe(answer!.sessions.length);
      const dates = new Set(answer!.instruments.map(({ date }) => date));
      for (const date of dates) expect([...sessions.values()].some((day) => day >= date)).toBe(true);
    });

    it('has no column that is empty in every row', () => {
      for (const block of [...document.blocks, ...document.back]) {
        if (block.kind !== 'table' || block.columns.length < 3) continue;
        const rows = block.groups.flatMap((group) => group.rows);
        const hasText = block.columns.map((_, k) =>
          rows.some(({ cells }) => {
            const text = cells[k]?.text ?? [];
            return plainText(text) !== '' && !figuresOf(text).some(({ missing }) => missing);
          }),
        );
        const isBare = !hasText.slice(1).some(Boolean);
        expect([block.id, isBare || hasText.slice(1).every(Boolean)]).toEqual([block.id, true]);
      }
    });

    it('keeps each paragraph of chapter 1 to six sentences', () => {
      const from = document.blocks.findIndex((block) => block.kind === 'heading' && block.number === '1');
      const chapter = document.blocks.slice(from + 1);
      const end = chapter.findIndex((block) => block.kind === 'heading' && block.level === 2);
      const stop = language === 'en' ? /\.(?=\s|$)/g : /。/g;
      const isReport = example().answers.explain !== undefined;
      for (const block of chapter.slice(0, end < 0 ? undefined : end)) {
        if (!isReport || block.kind !== 'paragraph') continue;
        const text = plainText(block.text);
        expect([text, (text.match(stop) ?? []).length <= 6]).toEqual([text, true]);
      }
    });

    it('has one word for a thing, and none that says nothing', () => {
      for (const text of texts(document)) {
        expect(text).not.toMatch(/期限溢價|貝他|窗口期|UTC\d|接下[来來]可知的是|日圓套利|套息交易平倉/);
      }
      for (const text of sentences(document.blocks.filter(isTold)))
        expect(text).not.toMatch(/量能平常|不能說明什麼|不能说明什么/);
    });

    it('tells no sentence of its chapters twice', () => {
      const told = document.blocks
        .filter(({ kind }) => kind === 'paragraph')
        .map((block) => textsOf(block).map(plainText).join(''));
      expect(told.filter((text, k) => told.indexOf(text) !== k)).toEqual([]);
    });
  });

  it.each([
    'zh-Hans',
    'zh-Hant',
  ] as const)('sets no space between Chinese and Latin by hand: %s', (language) => {
    const document = composeReport(example().answers, language);
    const own = example().answers.scan!.instruments.map(({ title }) => title[language]);
    const bare = sentences(document.blocks).map((text) => withoutNames(text, own));
    const spaced = bare.flatMap(
      (text) => text.match(/[\u4e00-\u9fff] [A-Za-z0-9]{2,}|[0-9%] [\u4e00-\u9fff]/g) ?? [],
    );
    expect(spaced.filter((text) => !text.startsWith('名'))).toEqual([]);
  });
}

/** Days of "the largest one-day fall since …", as ISO dates. */
function recordDays(text: string, language: Language): readonly (readonly [string, string])[] {
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const two = (n: number) => String(n).padStart(2, '0');
  if (language === 'en') {
    const found = text.matchAll(/largest (?:one-day|five-session) (?:fall|rise) since (\d+) (\w+) (\d{4})/g);
    return [...found].map(([all, day, month, year]) => [
      all,
      `${year}-${two(1 + MONTHS.indexOf(month!))}-${two(Number(day))}`,
    ]);
  }
  const found = text.matchAll(/[为為](\d{4})年(\d+)月(\d+)日以[来來]最大(?:单日|單日|五日)/g);
  return [...found].map(([all, year, month, day]) => [
    all,
    `${year}-${two(Number(month))}-${two(Number(day))}`,
  ]);
}

const now = inventedAnswer();
const INVENTED: Example = { name: 'an invented day', answers: { scan: now } };

describe('the words of an invented day', () => {
  rules(() => INVENTED);
});

const INSTANT = '2026-02-06T01:00Z';
const BEFORE = '2026-02-05T01:00Z';
const PARTS = ['liquidity-state', 'net-liquidity', 'three-lamps', 'cash-regime'];

describeWithPack('the words of the sessions of 5 February 2026', () => {
  let answers: ReportAnswers;
  beforeAll(async () => {
    const store = await openPack();
    const asked = { universe: CORE_UNIVERSE, universeName: 'core', window: '1d' };
    const [view, earlier] = [await store.asOf(parseInstant(INSTANT)), await store.asOf(parseInstant(BEFORE))];
    answers = {
      scan: await scan(view, asked),
      explain: await explain(view, { window: '5d' }),
      since: {
        scan: await scan(earlier, asked),
        explain: await explain(earlier, { window: '5d', part: PARTS }),
      },
    };
    await store.close();
  }, 120_000);

  rules(() => ({ name: INSTANT, answers }));

  it.each(LANGUAGES)('open with five cells, three sentences, and what changed: %s', (language) => {
    const { blocks } = composeReport(answers, language);
    const [box, fell, why, next, changes] = blocks;
    expect(box).toMatchObject({ kind: 'box' });
    expect(box?.kind === 'box' ? box.cells.length : 0).toBe(5);
    expect([fell, why, next].map((block) => block?.kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(changes).toMatchObject({ kind: 'table', id: 'changes' });
    const instants = new Set(figuresIn([changes!]).map(({ figure }) => figure.asOf));
    expect([...instants].sort()).toEqual([BEFORE, INSTANT]);
  });

  it('name the two instants in the lead of the notes, and keep their figures in notes of their own', () => {
    const text = reportMarkdown(answers, 'en');
    expect(text).toMatch(/`scan:…@2026-02-05T01:00Z#[0-9a-f]+`/);
    expect(text).toMatch(/`scan:…@2026-02-06T01:00Z#[0-9a-f]+`/);
    expect(text).toMatch(/^\[\^\d+\]: Bitcoin `btc-usd`; As known at 2026-02-05 01:00 UTC; /m);
  });
});

describe('the words of the specimen', () => {
  let answers: ReportAnswers;
  beforeAll(async () => {
    const columns = specimenColumns();
    const viewAt = (instant: string) =>
      withDerived(memoryView(columns, parseInstant(instant), { entry: entryOf }), DERIVED);
    const asked = { universe: CORE_UNIVERSE, universeName: 'core', window: '1d' };
    answers = {
      scan: await scan(viewAt(INSTANT), asked),
      explain: await explain(viewAt(INSTANT), { window: '5d' }),
      since: { scan: await scan(viewAt(BEFORE), asked) },
    };
  }, 180_000);

  rules(() => ({ name: 'the specimen', answers }));

  it.each(LANGUAGES)('name no provider of a price that the program made: %s', (language) => {
    const { blocks } = composeReport(answers, language);
    const data = blocks.filter((block) => block.kind === 'table' && block.id.startsWith('t-'));
    expect(data.length).toBeGreaterThan(2);
    for (const text of data.flatMap(textsOf).map(plainText)) expect(text).not.toMatch(/binance|yahoo|fred/);
  });
});

describe('what a report is compared with', () => {
  const earlier = inventedAnswer();
  it('is of an earlier instant', () => {
    expect(() => composeReport({ scan: now, since: { scan: earlier } }, 'en')).toThrow(
      /compared with 2026-02-06T01:00Z; allowed: an earlier instant/,
    );
  });
});
