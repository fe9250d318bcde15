import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, type FigureDraft, type Formula, figureMaker } from '../../../src/data/figure.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { traceFigure } from '../../../src/data/trace.ts';
import type { SentOrigin } from '../../../src/report/page/index.ts';
import { calculation, groupedDigits } from '../../../src/report/page/trace/digits.ts';
import { nextRelease } from '../../../src/report/page/trace/next-release.ts';
import { sentTrace } from '../../../src/report/page/trace/trace.ts';
import { columns, entryOf, MARKET } from '../../doors/market.ts';

const SUM: Formula = {
  id: 'net',
  title: { 'zh-Hans': '净额', 'zh-Hant': '淨額', en: 'Net' },
  text: 'N_t = A_t − A_{t-1} + B_t, US dollars; A assets, B bitcoin',
  source: 'definition',
};

const ROWS = [...MARKET, columns('fed-assets', 'fred:WALCL', [{ date: '2026-01-28', value: -1.25e12 }])];
const view = memoryView(ROWS, parseInstant('2026-02-06'), { entry: entryOf });

function figure(draft: FigureDraft, simulated = false): Figure {
  const context = { verb: 'scan', instant: view.instant, dataVersion: view.dataVersion };
  return figureMaker({ ...context, parameters: {}, simulated })(draft);
}

async function latest(series: string): Promise<number> {
  const { values } = await view.series(series);
  return values.at(-1) as number;
}

async function netFigure(simulated = false): Promise<Figure> {
  const value = (await latest('fed-assets')) + 1.25e12 + 60_000;
  const inputs = [
    { symbol: 'A_t', series: 'fed-assets', date: '2026-02-04' },
    { symbol: 'A_{t-1}', series: 'fed-assets', date: '2026-01-28' },
    { symbol: 'B_t', series: 'btc-usd', date: '2026-02-05' },
  ];
  const of = { formula: 'net', series: ['fed-assets', 'btc-usd'], inputs };
  return figure({ path: 'net.level', value, unit: 'usd', of }, simulated);
}

/** Adds what a formula of sums says, after its equals sign. */
function evaluated(worked: string): number {
  const sum = worked
    .slice(worked.indexOf('=') + 1)
    .replaceAll(',', '')
    .replaceAll('−', '-');
  const terms = sum.replace(/\s/g, '').match(/[+-]?\(?-?[\d.]+\)?/g) ?? [];
  return terms.reduce((total, term) => {
    const [, sign, number] = /^([+-]?)\(?(-?[\d.]+)\)?$/.exec(term) as unknown as [string, string, string];
    return total + (sign === '-' ? -1 : 1) * Number(number);
  }, 0);
}

function everyText(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(everyText) : [];
}

const depthOf = ({ inputs, taken }: SentOrigin): number =>
  1 + Math.max(0, ...[...inputs, ...taken].map(({ origin }) => depthOf(origin)));

describe('where a number comes from, as the page shows it', () => {
  it('writes an additive formula with numbers that add to the value, without the explanation of the symbols', async () => {
    const sent = sentTrace(await traceFigure(await netFigure(), view, [SUM]), 'en');
    const { worked, result, text } = sent.formula ?? {};
    expect(text).toBe(SUM.text);
    expect(worked).toMatch(/^N_t = [\d,]+ − \(−1,250,000,000,000\) \+ 60,000$/);
    expect(evaluated(worked ?? '')).toBe((await latest('fed-assets')) + 1.25e12 + 60_000);
    expect(evaluated(`= ${result}`)).toBe(evaluated(worked ?? ''));
  });

  it('names the instant from which the last of its inputs was known, and the dates it is about', async () => {
    const trace = await traceFigure(await netFigure(), view, [SUM]);
    const sent = sentTrace(trace, 'en');
    const known = trace.inputs.map(({ knownAt }) => parseInstant(knownAt as string));
    expect(parseInstant((sent.knownAt as string).replace(' UTC', 'Z').replace(' ', 'T'))).toBe(
      Math.max(...known),
    );
    expect(sent.about).toBe('28 Jan 2026 – 5 Feb 2026');
  });

  it('lets every named input be opened, down to its prints and its source', async () => {
    const sent = sentTrace(await traceFigure(await netFigure(), view, [SUM]), 'en');
    expect(sent.inputs.map(({ symbol }) => symbol)).toEqual(['A_t', 'A_{t-1}', 'B_t']);
    expect(depthOf(sent)).toBe(2);
    const [assets] = sent.inputs;
    expect(assets?.origin.series).toBe('fed-assets');
    expect(assets?.origin.prints.length).toBeGreaterThan(0);
    expect(assets?.origin.sources[0]).toMatchObject({ place: expect.stringContaining('fred WALCL') });
    expect(assets?.state).toMatch(/converted$/);
  });

  it('offers the observations of one series over its window, and of several side by side', async () => {
    const of = { formula: 'net', series: ['btc-usd'] };
    const window = { from: '2026-02-04', to: '2026-02-05', n: 2 };
    const one = figure({ path: 'a', value: 1, unit: 'usd', of, window });
    expect(sentTrace(await traceFigure(one, view, []), 'en').csv).toBe(
      '/api/v1/series/btc-usd?asof=2026-02-07T00%3A00Z&format=csv&from=2026-02-04&to=2026-02-05',
    );
    const several = sentTrace(await traceFigure(await netFigure(), view, [SUM]), 'en').csv;
    expect(several).toMatch(/^\/api\/v1\/panel\?ids=fed-assets%2Cbtc-usd&join=union&asof=/);
  });

  it('cites the value, who gave it, from when it was known, and the id; and says what to type', async () => {
    const sent = sentTrace(await traceFigure(await netFigure(), view, [SUM]), 'en');
    expect(sent.citation).toContain(sent.value);
    expect(sent.citation).toContain('fred WALCL');
    expect(sent.citation).toContain(sent.knownAt);
    expect(sent.citation.endsWith(sent.id)).toBe(true);
    expect(sent.command).toBe(`tidemark trace '${sent.id}'`);
    expect(decodeURIComponent(sent.json)).toBe(`/api/v1/trace/${sent.id}`);
  });

  it('gives no number and no result where there is no value, and says why', async () => {
    const draft = { path: 'b', value: Number.NaN, unit: 'usd', of: { formula: 'net', series: [] } } as const;
    const missing = figure({ ...draft, why: 'not yet known' });
    const sent = sentTrace(await traceFigure(missing, view, [SUM]), 'en');
    expect(sent.value).toBe('No value');
    expect(sent.why).not.toBe('');
    expect(sent.formula?.result).toBeUndefined();
    expect(sent.csv).toBeUndefined();
  });

  it('says first that a market is simulated', async () => {
    const sent = sentTrace(await traceFigure(await netFigure(true), view, [SUM]), 'zh-Hans');
    expect(sent.warnings[0]).toMatch(/^模拟数据/);
  });

  it.each(LANGUAGES)('has no empty word in %s', async (language) => {
    const sent = sentTrace(await traceFigure(await netFigure(), view, [SUM]), language);
    const { state: _, ...rest } = sent.inputs[2] as { state: string };
    expect(everyText({ ...sent, inputs: [rest, ...sent.inputs.slice(0, 2)] })).not.toContain('');
    expect(everyText(sent).some((text) => /undefined|NaN|null/.test(text))).toBe(false);
  });
});

describe('the digits of a formula', () => {
  it('parts thousands of whole numbers only, and leaves dates and symbols alone', () => {
    expect(groupedDigits('P_2000 = 6605909000000 − 12.345678 × (-4500)')).toBe(
      'P_2000 = 6,605,909,000,000 − 12.345678 × (−4,500)',
    );
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (value) => {
        expect(Number(groupedDigits(String(value)).replaceAll(',', ''))).toBe(value);
      }),
    );
  });

  it('keeps commas inside brackets and a formula that has no explanation', () => {
    expect(calculation('max(3, 4) − 1; m the larger')).toBe('max(3, 4) − 1');
    expect(calculation('60 / 75 − 1')).toBe('60 / 75 − 1');
    expect(calculation('z of x, over days = 252; x = 3')).toBe('z of x, over days = 252');
  });
});

describe('the next release', () => {
  it('is that of the following Wednesday for the balance sheet of the Federal Reserve', () => {
    // H.4.1 of Thursday 12 February 2026, 16:30 in New York
    expect(nextRelease('fed-assets', '2026-02-04')).toBe('2026-02-12T21:30Z');
  });

  it('is unknown for a series that follows no rule of dates', () => {
    expect(nextRelease('no-such-series', '2026-02-04')).toBeUndefined();
  });
});
