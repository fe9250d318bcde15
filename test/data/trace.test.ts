import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Figure, type FigureDraft, type Formula, figureMaker } from '../../src/data/figure.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { parseInstant } from '../../src/data/time.ts';
import { figuresOf, traceFigure, workedFormula } from '../../src/data/trace.ts';
import { entryOf, MARKET } from '../doors/market.ts';

const RETURN: Formula = {
  id: 'simple-return',
  title: { 'zh-Hans': '简单收益率', 'zh-Hant': '簡單報酬率', en: 'Simple return' },
  text: 'r = P_t / P_{t-1} − 1',
  source: 'definition',
};

const CHANGE: FigureDraft = {
  path: 'btc-usd.change-1d',
  value: 60_000 / 75_000 - 1,
  unit: 'fraction',
  of: {
    formula: 'simple-return',
    series: ['btc-usd'],
    inputs: [
      { symbol: 'P_t', series: 'btc-usd', date: '2026-02-05' },
      { symbol: 'P_{t-1}', series: 'btc-usd', date: '2026-02-04' },
    ],
  },
  window: { from: '2026-02-04', to: '2026-02-05', n: 2 },
};

function viewAt(text: string) {
  return memoryView(MARKET, parseInstant(text), { entry: entryOf });
}

function figureAt(text: string, draft: FigureDraft): Figure {
  const view = viewAt(text);
  const context = { verb: 'scan', instant: view.instant, dataVersion: view.dataVersion };
  return figureMaker({ ...context, parameters: {}, simulated: false })(draft);
}

const trace = async (text: string, draft: FigureDraft, formulas = [RETURN]) =>
  traceFigure(figureAt(text, draft), viewAt(text), formulas);

describe('the trace of a figure', () => {
  it('names every input with its value, its print and its source', async () => {
    const { inputs, changed, formula } = await trace('2026-02-06', CHANGE);
    expect(formula).toBe(RETURN);
    expect(changed).toBe(false);
    expect(inputs.map(({ symbol, value, knownAt, print }) => [symbol, value, knownAt, print])).toEqual([
      ['P_t', 60_000, '2026-02-06T00:00Z', 'first'],
      ['P_{t-1}', 75_000, '2026-02-05T00:00Z', 'first'],
    ]);
    expect(inputs[0]?.source).toEqual({
      provider: 'binance',
      symbol: 'BTCUSDT 1d',
      unit: 'usd',
      factor: 1,
      treatedAs: null,
      licence: 'Binance terms of use',
      redistribute: false,
    });
  });

  it('writes the formula with numbers that evaluate to the value', async () => {
    const { worked, figure } = await trace('2026-02-06', CHANGE);
    expect(worked).toBe('r = 60000 / 75000 − 1');
    // 60000 / 75000 − 1 by hand
    expect(figure.value).toBeCloseTo(-0.2, 12);
  });

  it('tells a revised value from a first print and keeps both', async () => {
    const draft: FigureDraft = {
      path: 'fed-assets.level',
      value: 6.5e12,
      unit: 'usd',
      of: {
        formula: 'level',
        series: ['fed-assets'],
        inputs: [{ symbol: 'A', series: 'fed-assets', date: '2026-02-04' }],
      },
    };
    const before = await trace('2026-02-06', draft);
    const after = await trace('2026-02-13', draft);
    expect(before.inputs[0]).toMatchObject({ print: 'first', value: 6.6e12 });
    expect(after.inputs[0]).toMatchObject({ print: 'revised', value: 6.5e12 });
    expect(after.inputs[0]?.prints.map((print) => [print.value, print.rule])).toEqual([
      [6.6e12, 'release'],
      [6.5e12, 'revision'],
    ]);
    // USD millions to USD
    expect(after.inputs[0]?.source).toMatchObject({ unit: 'usd-mn', factor: 1e6 });
  });

  it('says what was not known at the instant instead of guessing', async () => {
    const { inputs, series, worked } = await trace('2026-02-04', CHANGE);
    expect(inputs.map((input) => input.print)).toEqual(['absent', 'first']);
    expect(worked).toBe('r = ? / 75000 − 1');
    expect(series[0]?.observations).toBe(1);
  });

  it('counts the observations inside the window, and when the last became known', async () => {
    const { series } = await trace('2026-02-06', CHANGE);
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({
      observations: 2,
      from: '2026-02-04',
      to: '2026-02-05',
      latestKnownAt: '2026-02-06T00:00Z',
    });
  });

  it('says that the data have changed since the figure was made', async () => {
    const figure = figureAt('2026-02-06', CHANGE);
    const stale = figure.id.replace(/#.*/, '#000000');
    const { changed } = await traceFigure(figure, viewAt('2026-02-06'), [RETURN], stale);
    expect(changed).toBe(true);
  });

  it('survives a formula and a series that no catalogue knows', async () => {
    const draft = { ...CHANGE, of: { formula: 'gone', series: ['no-such'] } };
    const { formula, worked, series } = await trace('2026-02-06', draft);
    expect([formula, worked]).toEqual([null, null]);
    expect(series[0]).toMatchObject({ series: 'no-such', title: null, observations: 0, sources: [] });
  });
});

describe('a formula with numbers', () => {
  it('replaces the longest symbol first and leaves words alone', () => {
    const inputs = [
      { symbol: 'P', value: 2 },
      { symbol: 'P_0', value: -4 },
    ];
    expect(workedFormula('P / P_0 − mean(P), Price', inputs)).toBe('2 / (-4) − mean(2), Price');
  });

  it('shows no digits that only the conversion of a unit made', () => {
    expect(workedFormula('P', [{ symbol: 'P', value: 4.28 * 0.01 }])).toBe('0.0428');
  });

  it('is absent when no symbol of it is an input', () => {
    expect(workedFormula('z = (r − m) / s', [{ symbol: 'Q', value: 1 }])).toBeNull();
    expect(workedFormula('z', [])).toBeNull();
  });

  it('takes any symbol for plain text, never for a pattern', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), (symbol) => {
        const worked = workedFormula(` ${symbol} `, [{ symbol, value: 7 }]);
        expect(worked === ' 7 ' || worked?.includes('7') || worked === null).toBe(true);
      }),
    );
  });
});

describe('figures of an answer', () => {
  it('are found at any depth, in order, once each', () => {
    const [a, b] = [figureAt('2026-02-06', CHANGE), figureAt('2026-02-06', { ...CHANGE, path: 'x' })];
    expect(figuresOf({ verb: 'scan', list: [{ a }, null, 3], deep: { b } })).toEqual([a, b]);
  });
});
