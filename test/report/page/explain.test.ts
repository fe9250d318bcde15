import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import {
  type ExplainAnswer,
  SECTION_IDS,
  SECTIONS,
  type SectionId,
} from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { GROUPS } from '../../../src/report/page/explain/groups.ts';
import { explainPages } from '../../../src/report/page/explain/pages.ts';
import type { SentBlock, SentFigure, SentInline, SentPage } from '../../../src/report/page/index.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from '../scripts.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const WEDNESDAY = parseDay('2026-02-11');
const SESSION = parseDay('2026-02-12');

function weekly(id: string, weeks: number, of: (week: number) => number) {
  return columnsOf(
    id,
    Array.from({ length: weeks }, (_, week) => ({
      date: WEDNESDAY - 7 * (weeks - 1 - week),
      value: 1e9 * of(week),
    })),
  );
}

/** The account of the Treasury takes ten billion a week, the Fed gives three, reverse repo one. */
const liquidity = [
  weekly('fed-assets', 60, (week) => 6000 + 3 * week),
  weekly('tga', 60, (week) => 100 + 10 * week),
  weekly('fed-rrp', 60, (week) => 400 - week),
  weekly('fed-reserves', 60, (week) => 3000 - 5 * week),
];

/** Funds of one coin lose a hundred million a session. */
function flows() {
  const losses = new Array<number>(40).fill(-100e6);
  const price = rowsUpTo(
    'btc-usd',
    WEDNESDAY,
    Array.from({ length: 90 }, (_, t) => 50_000 + 10 * (t % 7)),
  );
  return [
    ...['ibit', 'total'].map((ticker) =>
      columnsOf(`btc-etf-flow-${ticker}`, rowsUpTo(`btc-etf-flow-${ticker}`, WEDNESDAY, losses)),
    ),
    columnsOf('btc-usd', price),
  ];
}

/** Prices of a fixed disorder, the second of which goes with the first. */
function prices() {
  const noise = (seed: number) =>
    Array.from({ length: 600 }, (_, t) => Math.sin(seed * 12.9898 + t * 78.233) * 43758.5453).map(
      (x) => x - Math.floor(x) - 0.5,
    );
  const [lead, own, apart] = [noise(1), noise(2), noise(3)] as [number[], number[], number[]];
  const of = (id: string, changes: readonly number[]) => {
    let price = 100;
    const levels = changes.map((change) => (price *= Math.exp(0.02 * change)));
    return columnsOf(id, rowsUpTo(id, SESSION, levels));
  };
  return [
    of('spy', lead),
    of(
      'gld',
      own.map((x, t) => x + 2 * (lead[t - 1] ?? 0)),
    ),
    of('uso', apart),
  ];
}

const COLUMNS: Readonly<Record<SectionId, ReturnType<typeof prices>>> = {
  liquidity,
  flows: flows(),
  drivers: [],
  havens: [],
  network: prices(),
};

const known = new Map<unknown, Promise<ExplainAnswer>>();

function answerOf(section: SectionId, columns = COLUMNS[section]): Promise<ExplainAnswer> {
  const key = columns.length === 0 ? section : columns;
  const found = known.get(key) ?? explain(viewOf(columns, INSTANT), { window: '5d', section });
  known.set(key, found);
  return found;
}

async function pageOf(section: SectionId, language: Language, columns?: ReturnType<typeof prices>) {
  const answer = await answerOf(section, columns);
  const page = explainPages.find(({ id }) => id === section)!;
  return page.compose({ sections: { [section]: answer } }, language);
}

/** Every object of a page, however deep. */
function objectsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsOf);
  if (value === null || typeof value !== 'object') return [];
  return [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objectsOf)];
}

function blocksOf<K extends SentBlock['kind']>(page: SentPage, kind: K) {
  return objectsOf(page.blocks).filter((one) => one.kind === kind) as unknown as Extract<
    SentBlock,
    { kind: K }
  >[];
}

describe('the questions of a section', () => {
  it.each(SECTION_IDS)('hold each of its parts exactly once: %s', (section) => {
    const grouped = GROUPS[section].flatMap(({ parts }) => parts).sort();
    const parts = Object.values(SECTIONS[section]).map(({ id }) => id);
    expect(grouped).toEqual(parts.sort());
  });

  it.each(SECTION_IDS)('are asked for apart exactly where they have a slot: %s', (section) => {
    const { slots } = explainPages.find(({ id }) => id === section)!;
    const apart = GROUPS[section].filter((group) => group.apart).map(({ id }) => id);
    expect(Object.keys(slots)).toEqual(apart);
  });
});

describe.each(SECTION_IDS)('the page of %s', (section) => {
  it('has a sentence before anything else, with and without data', async () => {
    for (const columns of [COLUMNS[section], []]) {
      for (const language of LANGUAGES) {
        const page = await pageOf(section, language, columns);
        expect(page.answer.length).toBeGreaterThan(0);
        expect(page.answer.every((phrase) => phrase.trim() !== '')).toBe(true);
        expect(JSON.stringify(page)).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  it('has the figures of the answer, and no number of its own', async () => {
    const answer = await answerOf(section);
    const values = new Map(
      objectsOf(answer).flatMap((one) =>
        typeof one.id === 'string' && 'unit' in one ? [[one.id, one.value] as const] : [],
      ),
    );
    const page = await pageOf(section, 'en');
    const figures = objectsOf(page).filter((one) => one.kind === 'figure') as unknown as SentFigure[];
    for (const { id, value } of figures) expect([id, value]).toEqual([id, values.get(id)]);
  });

  it('gives every part, panel and drawing an id of its own', async () => {
    const page = await pageOf(section, 'en');
    const { slots } = explainPages.find(({ id }) => id === section)!;
    const answers = { sections: { [section]: await answerOf(section) } };
    const all = [page, ...Object.values(slots).map((slot) => slot.compose(answers, 'en'))];
    const ids = all.flatMap(objectsOf).flatMap((one) => {
      const named = ['story', 'panel', 'table', 'chart'].includes(String(one.kind));
      return named ? [`${one.kind === 'panel' ? 'story' : one.kind} ${one.id}`] : [];
    });
    expect(new Set(ids).size).toBe(ids.length);
    const svgs = all.flatMap((one) =>
      [...JSON.stringify(one).matchAll(/ id=\\"([^"\\]+)\\"/g)].map((m) => m[1]),
    );
    expect(new Set(svgs).size).toBe(svgs.length);
  });

  it('keeps to the script of its language', async () => {
    const hans = JSON.stringify(await pageOf(section, 'zh-Hans'));
    const hant = JSON.stringify(await pageOf(section, 'zh-Hant'));
    expect(hans).not.toMatch(TRADITIONAL_ONLY);
    expect(hant).not.toMatch(SIMPLIFIED_ONLY);
  });

  it('says what is missing and how to add it, last', async () => {
    const answer = await answerOf(section);
    const page = await pageOf(section, 'en');
    const last = page.blocks.at(-1)!;
    expect(answer[section]!.needs.length).toBeGreaterThan(0);
    expect(last.kind).toBe('fold');
    expect(JSON.stringify(last)).toContain('tidemark data import');
  });
});

describe('the finding on liquidity', () => {
  it('names the sign, the size and the part that did most of it', async () => {
    // Four weeks: 4·3 − 4·10 + 4·1 = −24 billion, of which the Treasury’s account −40.
    const { answer } = await pageOf('liquidity', 'en');
    expect(answer.slice(0, 2)).toEqual([
      'Down $24.0\u202fbn in four weeks,',
      'as the Treasury refilled its account;',
    ]);
  });

  it('turns with the sign, and then names a part that goes the same way', async () => {
    const rising = [
      weekly('fed-assets', 60, (week) => 6000 - 3 * week),
      weekly('tga', 60, (week) => 900 - 10 * week),
      weekly('fed-rrp', 60, () => 5),
    ];
    // Four weeks: −4·3 + 4·10 = +28 billion.
    const { answer } = await pageOf('liquidity', 'zh-Hans', rising);
    expect(answer.slice(0, 2)).toEqual(['4周内增加280亿美元，', '主要来自财政部动用账户余额；']);
  });

  it('counts the definitions that fell and rose', async () => {
    const page = await pageOf('liquidity', 'en');
    const small = blocksOf(page, 'paragraph').map(({ text }) => text.join(''));
    expect(small.join(' ')).toContain('4 weeks: two fall, one rises, so the answer hangs on the definition.');
  });

  it('says where it stands when four weeks before is not known', async () => {
    const { answer } = await pageOf('liquidity', 'en', [
      weekly('fed-assets', 2, () => 6000),
      weekly('tga', 2, () => 900),
      weekly('fed-rrp', 2, () => 5),
    ]);
    expect(answer).toEqual(['At $5,095.0\u202fbn on 11 Feb 2026;', 'four weeks before is not known']);
  });
});

describe('the other findings', () => {
  it('say what the funds lost', async () => {
    const { answer } = await pageOf('flows', 'en');
    expect(answer[0]).toBe('US Bitcoin funds lost $500\u202fm in five sessions');
  });

  it('name the market that sends the most on balance, and draw the whole table before the network', async () => {
    const page = await pageOf('network', 'en');
    expect(page.answer[0]).toBe('On balance S&P 500 fund SPY sends the most shocks,');
    const charts = blocksOf(page, 'chart').map(({ id }) => id);
    expect(charts.slice(0, 2)).toEqual(['share-table', 'spillover-graph']);
  });

  it('do not say a sentence of a part twice', async () => {
    const page = await pageOf('liquidity', 'en');
    const plain = (text: SentInline): string =>
      text
        .map((span) =>
          typeof span === 'string' ? span : span.kind === 'strong' ? plain(span.of) : span.text,
        )
        .join('');
    const stories = blocksOf(page, 'story').filter(({ rest }) => rest !== undefined);
    expect(stories.length).toBeGreaterThan(2);
    for (const { said, rest } of stories) {
      const after = rest!.blocks
        .map((block) => (block.kind === 'paragraph' ? plain(block.text) : ''))
        .join('\n');
      for (const one of said) expect(after).not.toContain(plain(one));
    }
  });
});

describeWithPack('the findings of February 2026', () => {
  const answers: Partial<Record<SectionId, ExplainAnswer>> = {};

  beforeAll(async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    for (const section of ['drivers', 'havens'] as const) {
      answers[section] = await explain(view, { window: '5d', section });
    }
  }, 180_000);

  const composed = (section: SectionId, language: Language) =>
    explainPages.find(({ id }) => id === section)!.compose({ sections: answers }, language);

  it('call no driver a cause that the order test does not pass', () => {
    const first = answers.drivers!.drivers!.parts.causalOrder!.assets[0]!;
    const lead = JSON.stringify(composed('drivers', 'en').lead);
    const none = first.rows.every(({ asCause }) => !asCause);
    expect(lead.includes('never “caused by”')).toBe(none);
  });

  it('put the residual last, in grey, and print parts that add to the move', () => {
    const page = composed('drivers', 'en');
    const table = blocksOf(page, 'table').find(({ id }) => id === 'page-shares')!;
    const rows = table.groups[0]!.rows.map(({ cells }) => cells);
    expect(rows.at(-2)![0]!.text).toEqual(['Unexplained']);
    expect(rows.at(-2)![1]!.bar!.tone).toBe('flat');
    const printed = rows.map((cells) => Number(numberOf(cells[1]!.text)));
    const parts = printed.slice(0, -1).reduce((sum, part) => sum + part, 0);
    expect(parts).toBeCloseTo(printed.at(-1)!, 6);
  });

  it('name as havens those whose role it is, and draw a row an asset, the lowest beta first', () => {
    const { assets } = answers.havens!.havens!.parts.roles!;
    const held = assets.some(({ role }) => role === 'hedge' || role === 'safe-haven');
    const page = composed('havens', 'en');
    expect(page.answer[0]!.startsWith('None of')).toBe(!held);
    const [chart] = blocksOf(page, 'chart');
    const betas = chart!.table!.groups[0]!.rows.map(({ cells }) => Number(numberOf(cells[3]!.text)));
    expect(betas).toHaveLength(assets.filter(({ stress }) => stress.value !== null).length);
    expect(betas).toEqual([...betas].sort((a, b) => a - b));
  });
});

/** The number that a text prints. */
function numberOf(text: SentInline): string {
  const words = objectsOf(text).find(({ kind }) => kind === 'figure')!.text as string;
  return words.replace('\u2212', '-').replace(/[+%]/g, '');
}
