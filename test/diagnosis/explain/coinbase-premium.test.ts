import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { forwardReturns, groupMean } from '../../../src/diagnosis/explain/flows/after.ts';
import { dipBuying } from '../../../src/diagnosis/explain/flows/coinbase-premium/dips.ts';
import { withoutTether } from '../../../src/diagnosis/explain/flows/coinbase-premium/premium-days.ts';
import { lastAsLow, signRuns } from '../../../src/diagnosis/explain/flows/coinbase-premium/runs.ts';
import { standsSince, turnRule } from '../../../src/diagnosis/explain/flows/coinbase-premium/turn.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'coinbase-premium' } as const;

function days(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, k) => 20_000 + k);
}

describe('a streak', () => {
  it('keeps its sign without a break; its depth is its extreme and its area its sum', () => {
    const values = Float64Array.of(1, -2, -5, -1, 3, 0, -1);
    expect(signRuns(days(7), values)).toEqual([
      { from: 0, to: 0, sign: 1, extreme: 1, extremeRow: 0, area: 1 },
      { from: 1, to: 3, sign: -1, extreme: -5, extremeRow: 2, area: -8 },
      { from: 4, to: 4, sign: 1, extreme: 3, extremeRow: 4, area: 3 },
      { from: 5, to: 5, sign: 0, extreme: 0, extremeRow: 5, area: 0 },
      { from: 6, to: 6, sign: -1, extreme: -1, extremeRow: 6, area: -1 },
    ]);
    expect(lastAsLow(values, 3)).toBe(2);
    expect(lastAsLow(values, 2)).toBe(-1);
  });

  it('is broken by a day without a value', () => {
    expect(signRuns(Int32Array.of(1, 2, 4), Float64Array.of(-1, -1, -1))).toHaveLength(2);
  });

  it('covers every row once, and the areas sum to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 }), (list) => {
        const runs = signRuns(days(list.length), Float64Array.from(list));
        expect(runs.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(list.length);
        expect(runs.reduce((sum, { area }) => sum + area, 0)).toBe(list.reduce((sum, x) => sum + x, 0));
      }),
    );
  });
});

describe('the turn rule', () => {
  it('comes on after n days above zero and is counted once', () => {
    const rule = turnRule(days(9), Float64Array.of(-1, 1, 1, 1, 1, -1, 1, 1, 1), 3);
    expect(rule.on).toEqual([undefined, undefined, false, true, true, false, false, false, true]);
    expect(rule.triggers).toEqual([3, 8]);
    expect(standsSince(rule)).toBe(8);
  });

  it('starts again after a missing day', () => {
    const rule = turnRule(Int32Array.of(1, 2, 4, 5), Float64Array.of(1, 1, 1, 1), 2);
    expect(rule.on).toEqual([undefined, true, undefined, true]);
    expect(rule.triggers).toEqual([]);
  });
});

describe('what came after', () => {
  it('goes by dates, and knows nothing beyond the last row', () => {
    // 2026-01-01, 2, 4: nothing stands one day after the 2nd
    const after = forwardReturns(Int32Array.of(1, 2, 4), Float64Array.of(100, 110, 121), 1);
    expect([...after]).toEqual([110 / 100 - 1, Number.NaN, Number.NaN]);
    expect(forwardReturns(Int32Array.of(1, 2, 4), Float64Array.of(100, 110, 121), 2)[1]).toBeCloseTo(0.1, 12);
  });

  it('has the mean of its cases with the Newey–West error of their dummy', () => {
    // statsmodels OLS(y, [g, 1-g]).fit(cov_type="HAC", cov_kwds={"maxlags": 2, "use_correction": False}).bse[0]
    const y = Float64Array.of(0.1, -0.2, 0.3, 0.05, -0.1, 0.2, 0.15, -0.05);
    const cases = new Set([0, 2, 3, 6]);
    const found = groupMean(y, (row) => cases.has(row), 2)!;
    expect(found.mean).toBeCloseTo(0.15, 12);
    expect(found.up).toBe(1);
    expect(found.error).toBeCloseTo(0.025, 12);
    expect(groupMean(y, () => false, 2)).toBeUndefined();
  });
});

describe('buying of dips', () => {
  it('is the excess of two shares over those of all days', () => {
    // 8 days, dips on rows 2 and 5; the premium rises on row 5 only; rises overall on 4 of 7 rows
    const found = dipBuying({
      dates: days(8),
      premium: Float64Array.of(0, 1, 0, 1, 2, 3, 2, 1),
      returns: Float64Array.of(Number.NaN, 0, -0.05, 0, 0, -0.03, 0, 0.1),
      flowDates: Int32Array.of(20_003, 20_006, 20_007),
      flows: Float64Array.of(-1, 5, -2),
    });
    expect(found.dips).toEqual([2, 5]);
    expect(found.premiumRose).toEqual({ dips: 0.5, all: 4 / 7, dipCases: 2, allCases: 7 });
    // next sessions of rows 1…6: −1, −1, +5, +5, +5, −2; row 7 has none
    expect(found.inflowNext).toEqual({ dips: 0.5, all: 0.5, dipCases: 2, allCases: 6 });
    expect(found.score).toBeCloseTo((0.5 - 4 / 7) / 2, 12);
  });
});

it('makes no false premium on a day on which Tether falls to 97 cents', () => {
  // 97,000 dollars on Coinbase, 100,000 Tether on Binance: raw −3 %, corrected 0
  const raw = Float64Array.of(0, 97_000 / 100_000 - 1, 0);
  const corrected = withoutTether(raw, Float64Array.of(1, 0.97, Number.NaN));
  expect(raw[1]).toBeCloseTo(-0.03, 12);
  expect(corrected[1]).toBeCloseTo(0, 12);
  expect(corrected[2]).toBeNaN();
  expect(withoutTether(raw, new Float64Array(3))[0]).toBeNaN();
});

function market(n: number, tether = 0) {
  const premium = normals(n, 3).map((z) => 0.001 * z);
  let price = 100;
  const closes = normals(n, 4).map((z) => {
    price *= Math.exp(0.025 * z);
    return price;
  });
  const flows = rowsUpTo(
    'btc-etf-flow-total',
    TO,
    normals(Math.floor(n / 2), 5).map((z) => 1e8 * z),
  );
  return [
    columnsOf('btc-coinbase-premium', rowsUpTo('btc-coinbase-premium', TO, premium)),
    columnsOf('btc-usd', rowsUpTo('btc-usd', TO, closes)),
    columnsOf('btc-etf-flow-total', flows),
    ...(tether > 0
      ? [columnsOf('usdt-usd', rowsUpTo('usdt-usd', TO, new Float64Array(tether).fill(0.999)))]
      : []),
  ];
}

describe('the part', () => {
  it('stands on the corrected premium once Tether has a year, and shows it beside the raw one before', async () => {
    const [none, few, year] = await Promise.all(
      [0, 30, 400].map(async (n) => {
        const answer = await explain(viewOf(market(800, n), INSTANT), OPTIONS);
        expect(explainAnswer.parse(answer)).toEqual(answer);
        return answer.flows!.parts.coinbasePremium!;
      }),
    );
    expect(none!.corrected).toMatchObject({ value: null, why: /no price of Tether/ });
    expect([none!.basis, few!.basis, year!.basis]).toEqual(['raw', 'raw', 'corrected']);
    // (1 + p)/0.999 − 1
    expect(few!.corrected.value).toBeCloseTo((1 + few!.raw.value!) / 0.999 - 1, 12);
    expect(year!.raw.value).toBe(none!.raw.value);
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
    const columns = market(800, 600);
    const texts = await Promise.all(
      [
        columns,
        ...(['alter', 'remove', 'withdraw'] as const).map((how) =>
          columns.map((one) => later(one, instant, how)),
        ),
      ].map(async (one) => JSON.stringify((await explain(viewOf(one, instant), OPTIONS)).flows)),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('gives reasons in place of numbers when there is nothing or one day, and none for a constant', async () => {
    for (const columns of [[], market(1)]) {
      const { parts, needs } = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!;
      expect(parts.coinbasePremium!.z.value).toBeNull();
      expect(parts.coinbasePremium!.dips.score.value).toBeNull();
      expect(needs.map(({ series }) => series)).toContain('usdt-usd');
    }
    const flat = columnsOf(
      'btc-coinbase-premium',
      rowsUpTo('btc-coinbase-premium', TO, new Float64Array(500)),
    );
    const part = (await explain(viewOf([flat], INSTANT), OPTIONS)).flows!.parts.coinbasePremium!;
    expect(part.z).toMatchObject({ value: null, why: 'the premium did not vary over the year' });
    expect(part.streak.sign).toBe('zero');
  });
});

describeWithPack('the real pack', () => {
  it('shows no turn on 10 January 2026', async () => {
    const at = async (text: string) => {
      const view = await (await openPack()).asOf(parseInstant(text));
      return (await explain(view, OPTIONS)).flows!.parts.coinbasePremium!;
    };
    const [before, after] = [await at('2026-01-10T00:00Z'), await at('2026-03-01T00:00Z')];
    // counted in the file: 20 of 2025-12-20 … 2026-01-09, 46 of 2026-01-10 … 2026-02-28 are below zero
    expect(before.negative[0]).toMatchObject({ days: 21, count: { value: 20 } });
    expect(after.negative[1]).toMatchObject({ days: 50, count: { value: 46 } });
    expect(after.corrected.value).toBeNull();
    const below = after.series.dates.flatMap((date, k) =>
      date >= '2026-01-10' && after.series.premium[k]! < 0 ? [date] : [],
    );
    expect(below).toHaveLength(46);
    expect(after.turns[0]!.after.map(({ cases }) => cases)).toEqual([301, 301]);
  });

  it('agrees with pandas on 12 February 2026', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.coinbasePremium!;
    // p from the file, b = p of the 365 days before: (p − b.mean())/b.std(); (last 365 ≤ p).mean(); (all ≤ p).mean()
    expect(part.raw.value).toBeCloseTo(-0.0009683, 12);
    expect(part.z.value).toBeCloseTo(-1.6065986715974023, 9);
    expect(part.percentileYear.value).toBeCloseTo(0.0821917808219178, 12);
    expect(part.percentileHistory.value).toBeCloseTo(0.14958091553836234, 12);
    expect(part.streak).toMatchObject({ sign: 'below', from: '2026-01-15', days: { value: 29 } });
    expect(part.streak).toMatchObject({ depth: { value: -0.0022938 }, depthDate: '2026-02-04' });
    expect(part.streak.area.value).toBeCloseTo(-0.0311123, 12);
    // statsmodels OLS on the dummies, HAC with maxlags 19 of the 20-day returns after 161 triggers
    const twenty = part.turns[1]!.after[1]!;
    expect(twenty).toMatchObject({ days: 20, cases: 161 });
    expect(twenty.mean.value).toBeCloseTo(0.039768157183718615, 12);
    expect(twenty.mean.band!.low).toBeCloseTo(0.008200859368864617, 7);
    expect(twenty.up.value).toBeCloseTo(0.546583850931677, 12);
    expect(twenty.baseMean.value).toBeCloseTo(0.03351753387859812, 12);
  });
});
