import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grangerTest, linearFeedback, todaYamamotoTest } from '../../src/measures/granger.ts';
import {
  localProjection,
  type ProjectedResponse,
  projectedResponse,
} from '../../src/measures/local-projection.ts';
import { shapleyR2, shapleyShare } from '../../src/measures/shapley-r2.ts';
import {
  effectiveTransferEntropy,
  effectiveTransferEntropyMeasure,
  netTransferEntropy,
  transferEntropy,
} from '../../src/measures/transfer-entropy.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

const T = 260;
const shock = parkMiller(T, 601);
const x = new Float64Array(T);
const y = new Float64Array(T);
const [e, w] = [parkMiller(T, 602), parkMiller(T, 603)];
for (let t = 1; t < T; t++) {
  x[t] = 0.5 * x[t - 1]! + 0.3 * shock[t]! + 0.6 * e[t]!;
  y[t] = 0.4 * y[t - 1]! + 0.5 * x[t - 1]! - 0.2 * shock[t]! + 0.7 * w[t]!;
}

function projected(
  options: Partial<Parameters<typeof localProjection>[3]> = {},
): readonly ProjectedResponse[] {
  const path = localProjection(y, shock, [x], { lags: 2, horizon: 3, ...options });
  if ('refused' in path) throw new Error(path.refused);
  return path;
}

function known<R extends object>(result: R): Exclude<R, { readonly refused: unknown }> {
  if ('refused' in result) throw new Error(String(result.refused));
  return result as Exclude<R, { readonly refused: unknown }>;
}

describe('local projections', () => {
  // sm.OLS(y[t+h], [1, s_t, s, x, y lags 1 and 2]); HAC with maxlags=h, use_correction=False; HC0 at h = 0; HC1 for lag-augmented.
  it('give the responses and standard errors of statsmodels', () => {
    const path = projected();
    expect(path[0]!.rows).toBe(258);
    expect(path[0]!.beta).toBeCloseTo(-0.16855271383226061, 12);
    expect(path[0]!.standardError).toBeCloseTo(0.04561344334461251, 12);
    expect(path[3]!.rows).toBe(255);
    expect(path[3]!.beta).toBeCloseTo(0.12917328134313744, 12);
    expect(path[3]!.standardError).toBeCloseTo(0.06674369693076292, 12);
    expect(projected({ errors: 'lag-augmented' })[3]!.standardError).toBeCloseTo(0.06292121036136158, 12);
  });

  it('sum the response over horizons when asked to', () => {
    const path = projected({ cumulative: true });
    expect(path[3]!.beta).toBeCloseTo(0.09156927651621946, 12);
    expect(path[3]!.standardError).toBeCloseTo(0.15898811387714942, 12);
  });

  it('leave out rows with holes and are refused where there is nothing to estimate', () => {
    const holed = y.map((v, t) => (t === 100 ? Number.NaN : v));
    expect(known(localProjection(holed, shock, [x], { lags: 2, horizon: 0 }))[0]!.rows).toBe(258 - 3);
    const options = { lags: 2, horizon: 3 };
    expect(localProjection(y.slice(0, 30), shock.slice(0, 30), [], options)).toEqual({
      refused: 'insufficient_data',
    });
    expect(localProjection(y, new Float64Array(T), [], options)).toEqual({ refused: 'constant_series' });
    expect(localProjection(y, shock, [shock], options)).toEqual({ refused: 'collinear' });
    expect(() => localProjection(y, shock.slice(1), [], options)).toThrow(RangeError);
    expect(() => localProjection(y, shock, [], { lags: 0, horizon: 3 })).toThrow(RangeError);
    expect(() => localProjection(y, shock, [], { lags: 1, horizon: -1 })).toThrow(RangeError);
    expect(() =>
      localProjection(
        y.map(() => Infinity),
        shock,
        [],
        options,
      ),
    ).toThrow(RangeError);
  });
});

describe('the rolling response', () => {
  const short = projectedResponse.params.parse({ window: 200, horizon: 3 });

  it('is that of numpy on the window, whose last response is that of its last row', () => {
    // np.linalg.lstsq, rows t = 2 … 196 of the 200; the cumulative response with a control, and that at horizon 3 without.
    const cumulative = projectedResponse.compute(panelOf([shock, y, x]), short);
    const single = projectedResponse.compute(panelOf([shock, y]), { ...short, response: 'single' });
    expect(cumulative[229]).toBeCloseTo(0.0988778590438541, 12);
    expect(cumulative[259]).toBeCloseTo(0.20139858381453649, 12);
    expect(single[229]).toBeCloseTo(0.1095090799920479, 12);
    expect(single[259]).toBeCloseTo(0.15921342898620072, 12);
  });

  it('does not know a shock before its response', () => {
    const params = { ...short, lags: 1 };
    const before = projectedResponse.compute(panelOf([shock, y]), params);
    const other = shock.map((value, t) => (t === 257 ? value + 10 : value));
    const after = projectedResponse.compute(panelOf([other, y]), params);
    expect(after).toEqual(before);
    const earlier = shock.map((value, t) => (t === 256 ? value + 10 : value));
    const seen = projectedResponse.compute(panelOf([earlier, y]), params);
    expect(seen.subarray(0, 259)).toEqual(before.subarray(0, 259));
    expect(seen[259]).not.toBe(before[259]);
  });

  it('has no value where the shock or the response stands still or a control repeats one of them', () => {
    const still = new Float64Array(T).fill(0.3);
    for (const columns of [
      [still, y],
      [shock, still],
      [shock, y, shock],
    ]) {
      expect(projectedResponse.compute(panelOf(columns), short).every(Number.isNaN)).toBe(true);
    }
  });
});

describe('the Granger test', () => {
  it('gives the F of statsmodels and Geweke’s feedback', () => {
    // grangercausalitytests(np.c_[y, x], 3)[3][0]["ssr_ftest"].
    const test = known(grangerTest(x, y, 3));
    expect(test.F).toBeCloseTo(18.824966078225504, 9);
    expect(test.p / 4.847474234523449e-11).toBeCloseTo(1, 6);
    expect([test.df1, test.df2]).toEqual([3, 250]);
    expect(test.geweke).toBeCloseTo(Math.log1p((3 * test.F) / 250), 12);
    expect(known(grangerTest(y, x, 3)).p).toBeGreaterThan(0.01);
  });

  it('in levels gives the Wald statistic of statsmodels', () => {
    // sm.OLS(y, [1, x lags 1–3, y lags 1–3]).wald_test(first two x lags, use_f=False).
    const test = known(todaYamamotoTest(x, y, 2));
    expect(test.wald).toBeCloseTo(49.82750853368498, 8);
    expect(test.p / 1.513888878108373e-11).toBeCloseTo(1, 6);
  });

  it('rejects about as often as it should when there is nothing', () => {
    let rejected = 0;
    for (let k = 0; k < 300; k++) {
      const [a, b] = [parkMiller(150, 9000 + 2 * k), parkMiller(150, 9001 + 2 * k)] as const;
      if (known(grangerTest(a, b, 2)).p < 0.05) rejected++;
    }
    // Binomial(300, 0.05): 15 ± 4 standard deviations of 3.8.
    expect(rejected).toBeGreaterThan(0);
    expect(rejected).toBeLessThan(31);
  });

  it('is refused for short, constant and repeated series', () => {
    expect(grangerTest(x.slice(0, 20), y.slice(0, 20), 2)).toEqual({ refused: 'insufficient_data' });
    expect(grangerTest(new Float64Array(T), y, 2)).toEqual({ refused: 'constant_series' });
    expect(grangerTest(y, y, 2)).toEqual({ refused: 'collinear' });
    expect(todaYamamotoTest(y, y, 2)).toEqual({ refused: 'collinear' });
    expect(() => grangerTest(x, y, 0)).toThrow(RangeError);
    expect(() => todaYamamotoTest(x, y, 1, -1)).toThrow(RangeError);
  });

  it('as a measure looks from the first column to the second', () => {
    const params = linearFeedback.params.parse({ window: 200 });
    const there = linearFeedback.compute(panelOf([x, y]), params).at(-1)!;
    const back = linearFeedback.compute(panelOf([y, x]), params).at(-1)!;
    expect(there).toBeGreaterThan(5 * back);
  });
});

describe('transfer entropy', () => {
  it('is that of counting with numpy', () => {
    // Collections of triples (b[1:], b[:-1], a[:-1]) by np.quantile(v, [.1, .9]).
    expect(transferEntropy(x, y, [0.1, 0.9])).toBeCloseTo(0.06328896278807389, 12);
    expect(transferEntropy(y, x, [0.1, 0.9])).toBeCloseTo(0.05733995984673772, 12);
  });

  it('is one bit when the target repeats a fair coin of the source a row later', () => {
    const coin = parkMiller(4000, 5);
    const echo = coin.map((_, t) => (t > 0 ? coin[t - 1]! : 0));
    expect(transferEntropy(coin, echo, [0.5])).toBeCloseTo(1, 2);
    expect(transferEntropy(echo, coin, [0.5])).toBeLessThan(0.01);
  });

  it('is never negative, at most the logarithm of the symbols, and blind to the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 40, max: 120 }), (seed, n) => {
        const [a, b] = [parkMiller(n, seed), parkMiller(n, seed + 1)];
        const te = transferEntropy(a, b);
        expect(te).toBeGreaterThanOrEqual(-1e-12);
        expect(te).toBeLessThanOrEqual(Math.log2(3));
        expect(
          transferEntropy(
            a.map((v) => 3 * v),
            b.map((v) => 0.1 * v),
          ),
        ).toBeCloseTo(te, 12);
      }),
    );
  });

  it('less its bias is near 0 where there is nothing and significant where there is something', () => {
    const options = { draws: 300, seed: 7, quantiles: [0.1, 0.9] };
    const nothing = known(effectiveTransferEntropy(parkMiller(500, 1), parkMiller(500, 2), options));
    expect(Math.abs(nothing.effective)).toBeLessThan(0.02);
    expect(nothing.bias).toBeGreaterThan(0);
    expect(nothing.p).toBeGreaterThan(0.05);
    const lead = parkMiller(500, 3);
    const follow = parkMiller(500, 4).map((u, t) => (t > 0 ? lead[t - 1]! : 0) + 0.5 * u);
    const something = known(effectiveTransferEntropy(lead, follow, options));
    expect(something.p).toBeCloseTo(1 / 301, 12);
    expect(something.effective).toBeGreaterThan(0.1);
    expect(effectiveTransferEntropy(lead, follow, options)).toEqual(something);
  });

  it('has no value for series that are constant or short and refuses wrong arguments', () => {
    expect(transferEntropy(new Float64Array(100), y.slice(0, 100))).toBeNaN();
    expect(transferEntropy(x.slice(0, 20), y.slice(0, 20))).toBeNaN();
    expect(effectiveTransferEntropy(new Float64Array(T), y, { seed: 1 })).toEqual({
      refused: 'constant_series',
    });
    expect(effectiveTransferEntropy(x.slice(0, 9), y.slice(0, 9), { seed: 1 })).toEqual({
      refused: 'insufficient_data',
    });
    expect(() => transferEntropy(x, y, [0.9, 0.1])).toThrow(RangeError);
    expect(() => transferEntropy(x, y, [])).toThrow(RangeError);
    expect(() => transferEntropy(x, y.slice(1))).toThrow(RangeError);
    expect(() => effectiveTransferEntropy(x, y, { seed: 1, draws: 0 })).toThrow(RangeError);
  });

  it('as a measure is antisymmetric in its columns', () => {
    const params = netTransferEntropy.params.parse({ window: 250 });
    const there = netTransferEntropy.compute(panelOf([x, y]), params).at(-1)!;
    expect(netTransferEntropy.compute(panelOf([y, x]), params).at(-1)).toBeCloseTo(-there, 14);
  });
});

describe('the rolling effective transfer entropy', () => {
  const params = effectiveTransferEntropyMeasure.params.parse({ window: 200, tail: 0.2 });

  it('is the effective transfer entropy of its window with the same seed, with holes too', () => {
    const holed = x.map((value, t) => (t === 150 ? Number.NaN : value));
    const found = effectiveTransferEntropyMeasure.compute(panelOf([holed, y]), params);
    for (const t of [199, 259]) {
      const [a, b] = [holed.slice(t - 199, t + 1), y.slice(t - 199, t + 1)];
      const whole = known(effectiveTransferEntropy(a, b, { quantiles: [0.2, 0.8], draws: 30, seed: 1 }));
      expect(found[t]).toBeCloseTo(whole.effective, 14);
    }
  });

  it('is near 0 on average where there is nothing and large where one series leads', () => {
    const lead = parkMiller(500, 3);
    const nothing = effectiveTransferEntropyMeasure.compute(panelOf([lead, parkMiller(500, 2)]), params);
    const known = nothing.subarray(199);
    expect(Math.abs(known.reduce((a, b) => a + b, 0) / known.length)).toBeLessThan(0.02);
    const follow = parkMiller(500, 4).map((u, t) => (t > 0 ? lead[t - 1]! : 0) + 0.5 * u);
    const something = effectiveTransferEntropyMeasure.compute(panelOf([lead, follow]), params);
    expect(Math.min(...something.subarray(199))).toBeGreaterThan(0.2);
  });

  it('is another with another seed and the same with the same', () => {
    const at = (seed: number) =>
      effectiveTransferEntropyMeasure.compute(panelOf([x, y]), { ...params, seed })[259];
    expect(at(2)).toBe(at(2));
    expect(at(2)).not.toBe(at(3));
  });
});

describe('the rolling share of R²', () => {
  const params = shapleyShare.params.parse({ window: 200 });
  const before = y.map((_, t) => (t > 0 ? y[t - 1]! : y[T - 1]!));

  it('is that of averaging over all orders with numpy', () => {
    // itertools.permutations over lstsq fits of y on x, shock and np.roll(y, 1), rows t − 199 … t.
    const share = shapleyShare.compute(panelOf([x, y, shock, before]), params);
    expect(share[229]).toBeCloseTo(0.03587227708118016, 12);
    expect(share[259]).toBeCloseTo(0.03160540252925873, 12);
  });

  it('is halved by a double of the first column and does not depend on the order of the others', () => {
    const alone = shapleyShare.compute(panelOf([x, y, shock, before]), params);
    const swapped = shapleyShare.compute(panelOf([x, y, before, shock]), params);
    expect(swapped[259]).toBeCloseTo(alone[259]!, 13);
    const pair = shapleyShare.compute(panelOf([x, y, x.map((v) => 2 * v)]), params)[259]!;
    const single = shapleyShare.compute(panelOf([x, y, new Float64Array(T).fill(1)]), params)[259]!;
    expect(pair).toBeCloseTo(single / 2, 12);
  });
});

describe('shares of R²', () => {
  const rows = T - 1;
  const design = new Float64Array(rows * 4);
  for (let t = 0; t < rows; t++) design.set([x[t + 1]!, shock[t + 1]!, x[t]!, y[t]!], 4 * t);

  it('are those of averaging over all orders with numpy, and sum to R²', () => {
    // itertools.permutations over lstsq fits.
    const found = known(shapleyR2(y.slice(1), design, 4));
    const expected = [0.01792960183123765, 0.03296560768310528, 0.1479397103720955, 0.20713912738657292];
    for (const [j, share] of expected.entries()) expect(found.shares[j]).toBeCloseTo(share, 12);
    expect(found.total).toBeCloseTo(0.40597404727301145, 12);
    expect(found.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(found.total, 13);
    expect(found.method).toBe('exact');
  });

  it('are equal for duplicates, and nothing for a regressor that does not vary', () => {
    const twice = new Float64Array(rows * 3);
    for (let t = 0; t < rows; t++) twice.set([x[t]!, x[t]!, 1], 3 * t);
    const { shares, total } = known(shapleyR2(y.slice(1), twice, 3));
    expect(shares[0]).toBeCloseTo(shares[1]!, 14);
    expect(shares[0]! + shares[1]!).toBeCloseTo(total, 14);
    expect(shares[2]).toBe(0);
  });

  it('beyond twelve regressors come from seeded orders, with a standard error', () => {
    const wide = new Float64Array(rows * 13);
    for (let t = 0; t < rows; t++)
      for (let j = 0; j < 13; j++) wide[t * 13 + j] = j < 4 ? design[4 * t + j]! : parkMillerAt(j, t);
    const found = known(shapleyR2(y.slice(1), wide, 13, { seed: 5, orders: 1000 }));
    expect(found.method).toBe('sampled');
    expect(found.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(found.total, 12);
    // The exact value of the first four regressors with eight of the nine others.
    const twelve = new Float64Array(rows * 12).map((_, at) => wide[Math.floor(at / 12) * 13 + (at % 12)]!);
    const exact = known(shapleyR2(y.slice(1), twelve, 12));
    for (let j = 0; j < 4; j++) expect(Math.abs(found.shares[j]! - exact.shares[j]!)).toBeLessThan(0.01);
    expect(found.standardErrors[2]).toBeGreaterThan(0);
    expect(() => shapleyR2(y.slice(1), wide, 13)).toThrow(RangeError);
  });

  it('are refused for few rows and a response that does not vary', () => {
    expect(shapleyR2(y.slice(0, 20), design.slice(0, 80), 4)).toEqual({ refused: 'insufficient_data' });
    expect(shapleyR2(new Float64Array(rows), design, 4)).toEqual({ refused: 'constant_series' });
    expect(() => shapleyR2(y, design, 4)).toThrow(RangeError);
  });
});

const noise = Array.from({ length: 13 }, (_, j) => parkMiller(T, 700 + j));
function parkMillerAt(j: number, t: number): number {
  return noise[j]![t]!;
}
