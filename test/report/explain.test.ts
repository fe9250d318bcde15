import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../src/data/time.ts';
import type { ExplainAnswer } from '../../src/diagnosis/explain/answer.ts';
import { explain } from '../../src/diagnosis/explain/explain.ts';
import { reportHtml, reportMarkdown } from '../../src/report/index.ts';
import { explainText } from '../../src/report/terminal-explain.ts';
import { columnsOf, rowsUpTo, viewOf } from '../diagnosis/scan/synthetic.ts';
import { expectGolden, goldenName } from '../golden-file.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';
import { inventedAnswer } from './answer.ts';
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './scripts.ts';

const TO = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

/** One part over invented rates: a golden answer that other parts do not change. */
function funding(days: number, withReserves = true): Promise<ExplainAnswer> {
  const sofr = Array.from({ length: days }, (_, t) => 0.0365 + (t % 40) * 1e-5);
  const rows = [columnsOf('sofr', rowsUpTo('sofr', TO, sofr))];
  const iorb = columnsOf('iorb', rowsUpTo('iorb', TO, new Array(2 * days).fill(0.0365)));
  const view = viewOf(withReserves ? [...rows, iorb] : rows, INSTANT);
  return explain(view, { window: '5d', section: 'liquidity', part: 'funding-spread' });
}

const answer = await funding(300);
const scan = { ...inventedAnswer(), asOf: answer.asOf, dataVersion: answer.dataVersion };
const MAKERS: Readonly<Record<string, (language: Language) => string>> = {
  'drivers.md': (language) => reportMarkdown({ explain: answer }, language),
  'drivers.html': (language) => reportHtml({ explain: answer }, language),
  'drivers.txt': (language) => explainText(answer, language, { width: 80, colour: false }),
};

describe('the golden explanation', () => {
  const folder = fileURLToPath(new URL('../golden/explain/funding-spread/', import.meta.url));
  const files = readdirSync(folder).filter((file) => goldenName(file));

  it.each(files)('reads as %s does', (file) => {
    const { kind, language } = goldenName(file)!;
    expectGolden(folder, file, MAKERS[kind]!(language));
  });

  it('has a document and a screen', () => {
    expect(new Set(files.map((file) => goldenName(file)!.kind)).size).toBe(3);
  });
});

function footnotes(markdown: string) {
  const used = new Set([...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map((match) => match[1]));
  const defined = [...markdown.matchAll(/^\[\^(\d+)\]:/gm)].map((match) => match[1]);
  return { used: [...used].sort(), defined: defined.sort() };
}

describe('a report of a scan and an explanation', () => {
  const both = { scan, explain: answer };

  it.each(LANGUAGES)('has a chapter for each, in order, and the front of the scan: %s', (language) => {
    const text = reportMarkdown(both, language);
    const alone = reportMarkdown({ scan }, language);
    expect(text.split('\n')[0]).toBe(alone.split('\n')[0]);
    const chapters = [...text.matchAll(/^## (\d) /gm)].map((match) => match[1]);
    expect(chapters).toEqual(['1', '2', '3', '5', '7']);
    expect([...alone.matchAll(/^## (\d) /gm)]).toHaveLength(1);
  });

  it('numbers the figures of both, and says how the ids of each are read', () => {
    const text = reportMarkdown(both, 'en');
    const { used, defined } = footnotes(text);
    expect(used).toEqual(defined);
    expect(text).toContain('`explain:funding-spread.spread`');
    expect(text).toMatch(/`scan:…@[^`]+` \/ `explain:…@[^`]+`/);
    expect(reportMarkdown({ explain: answer }, 'en')).toContain(' `funding-spread.spread`');
  });

  it('tells a warning and a session once', () => {
    const told = reportMarkdown({ scan: { ...scan, warnings: answer.warnings }, explain: answer }, 'en');
    const { warnings } = answer;
    expect(warnings.length).toBeGreaterThan(0);
    for (const { title } of warnings) {
      expect(told.split('\n').filter((line) => line.startsWith(`- ${title.en}: `))).toHaveLength(1);
    }
    const asOf = told.split('\n')[2] as string;
    expect(asOf.match(/New York/g)).toHaveLength(1);
  });

  it('is of one instant and one state of the data', () => {
    const earlier = { ...scan, asOf: '2026-02-05T01:00Z' };
    expect(() => reportMarkdown({ scan: earlier, explain: answer }, 'en')).toThrow(RangeError);
    const other = { ...answer, dataVersion: '000000' };
    expect(() => reportMarkdown({ scan, explain: other }, 'en')).toThrow(/answers of one report differ/);
    expect(() => reportMarkdown({}, 'en')).toThrow(/a report of no answer/);
  });
});

describe('an explanation for want of data', () => {
  it.each(LANGUAGES)('says what is missing, for which part, and who offers it: %s', async (language) => {
    const missing = await funding(300, false);
    const screen = explainText(missing, language, { width: 400, colour: false });
    const report = reportMarkdown({ explain: missing }, language);
    expect(report).toMatch(/\(iorb\)|（iorb）/);
    expect(report).toContain('federal-reserve: IORB');
    for (const text of [screen, report]) {
      expect(text).toMatch(/\biorb\b/);
      expect(text).toContain(
        {
          en: 'Repo rate less interest',
          'zh-Hans': '回购利率减准备金利率',
          'zh-Hant': '附買回利率減準備金利率',
        }[language],
      );
      expect(text).not.toMatch(/undefined|NaN|\bnull\b/);
    }
  });
});

describeWithPack('the explanation of the real pack', () => {
  const INSTANTS = ['2025-10-11T01:00Z', '2025-11-25T01:00Z', '2026-02-06T01:00Z', '2026-02-13T01:00Z'];
  const TWO_MINUTES = 120_000;

  it.each(INSTANTS)(
    'is whole in every language at %s',
    async (instant) => {
      const store = await openPack();
      const view = await store.asOf(parseInstant(instant));
      const real = await explain(view, { window: '5d' });
      for (const language of LANGUAGES) {
        const html = reportHtml({ explain: real }, language);
        const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
        expect(ids.filter((id, k) => ids.indexOf(id) !== k)).toEqual([]);
        const markdown = reportMarkdown({ explain: real }, language);
        const { used, defined } = footnotes(markdown);
        expect(used).toEqual(defined);
        const screen = explainText(real, language, { width: 100, colour: false });
        for (const text of [markdown, screen]) {
          expect(text).not.toMatch(/undefined|NaN|\bnull\b|Infinity|\[object/);
          if (language === 'zh-Hant') expect(text.match(SIMPLIFIED_ONLY)).toBeNull();
          if (language === 'zh-Hans') expect(text.match(TRADITIONAL_ONLY)).toBeNull();
        }
      }
      await store.close();
    },
    TWO_MINUTES,
  );
});
