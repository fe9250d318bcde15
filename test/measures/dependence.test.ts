import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { pearson } from '../../src/measures/correlation.ts';
import { distanceCorrelation, distanceCorrelationUnbiased } from '../../src/measures/distance-correlation.ts';
import { downUpCorrelation } from '../../src/measures/downside-correlation.ts';
import { exceedanceCorrelation } from '../../src/measures/exceedance-correlation.ts';
import { fisherInterval } from '../../src/measures/fisher-interval.ts';
import { shockSplit, volatilityAdjusted } from '../../src/measures/forbes-rigobon.ts';
import { kendallTauB, kendallTauBByPairs } from '../../src/measures/kendall-tau.ts';
import { normalExceedanceCorrelation } from '../../src/measures/normal-exceedance.ts';
import { spearman } from '../../src/measures/rank-correlation.ts';
import { semicovariance } from '../../src/measures/semicovariance.ts';
import { tCopulaTailDependence } from '../../src/measures/t-copula-tail-dependence.ts';
import { tailDependence } from '../../src/measures/tail-dependence.ts';
import { absenceAt } from '../../src/measures/windows.ts';
import { normals } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);
const x = of(1, 2, 2, 3, 5, 5, 7);
const y = of(2, 1, 1, 4, 3, 6, 6);

describe('rank correlations with ties', () => {
  it('agree with scipy', () => {
    // scipy.stats.kendalltau(x, y)[0], scipy.stats.spearmanr(x, y)[0]
    expect(kendallTauB(x, y)).toBeCloseTo(0.6315789473684209, 14);
    expect(spearman(x, y)).toBeCloseTo(0.8055555555555557, 14);
  });

  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 2,
    maxLength: 80,
  });
  test.prop([pairs])('count swaps in a merge sort as pairs are counted one by one', (rows) => {
    const [a, b] = [Float64Array.from(rows, ([u]) => u), Float64Array.from(rows, ([, v]) => v)];
    const [fast, slow] = [kendallTauB(a, b), kendallTauBByPairs(a, b)];
    if (Number.isNaN(slow)) expect(fast).toBeNaN();
    else expect(fast).toBeCloseTo(slow, 13);
  });

  it('are 1 and −1 for monotone series, and undefined when one does not vary', () => {
    const cube = x.map((v) => v ** 3);
    expect(kendallTauB(x, cube)).toBe(1);
    expect(
      kendallTauB(
        x,
        x.map((v) => -v),
      ),
    ).toBe(-1);
    expect(spearman(x, cube)).toBeCloseTo(1, 14);
    expect(kendallTauB(x, of(4, 4, 4, 4, 4, 4, 4))).toBeNaN();
    expect(spearman(x, of(4, 4, 4, 4, 4, 4, 4))).toBeNaN();
  });
});

describe('distance correlation', () => {
  it('is 1 for a straight line of either slope and sees a parabola that Pearson does not', () => {
    const line = normals(80, 1);
    expect(
      distanceCorrelation(
        line,
        line.map((v) => 3 - 2 * v),
      ),
    ).toBeCloseTo(1, 12);
    const even = Float64Array.from({ length: 81 }, (_, k) => k - 40);
    const parabola = even.map((v) => v * v);
    expect(pearson(even, parabola)).toBeCloseTo(0, 12);
    expect(distanceCorrelation(even, parabola)).toBeGreaterThan(0.45);
  });

  it('is near 0 for independent series when corrected for its bias', () => {
    const [a, b] = [normals(1000, 2), normals(1000, 3)];
    expect(Math.abs(distanceCorrelationUnbiased(a, b))).toBeLessThan(0.01);
    expect(distanceCorrelation(a, b)).toBeGreaterThan(0.03);
  });

  it('has no value for a constant series, a missing value or too few rows', () => {
    expect(distanceCorrelation(x, of(1, 1, 1, 1, 1, 1, 1))).toBeNaN();
    expect(distanceCorrelation(of(1, Number.NaN), of(1, 2))).toBeNaN();
    expect(distanceCorrelationUnbiased(of(1, 2, 3), of(1, 2, 3))).toBeNaN();
    expect(() => distanceCorrelation(x, of(1))).toThrow(RangeError);
  });
});

describe('dependence on bad days', () => {
  it('divides the semicovariance by all rows', () => {
    // (−1)(−4) + (−2)(−1) = 6, over 4 rows
    expect(semicovariance(of(-1, 2, -2, 3), of(-4, -3, -1, 5))).toBe(1.5);
    expect(semicovariance(of(1, 2), of(-1, -2))).toBe(0);
  });

  it('splits the rows at the mean of the benchmark', () => {
    const bench = of(-3, -2, -1, 1, 2, 3);
    const other = of(-3, -2, -1, 3, 2, 1);
    expect(downUpCorrelation(bench, other).down).toBeCloseTo(1, 14);
    expect(downUpCorrelation(bench, other).up).toBeCloseTo(-1, 14);
    expect(downUpCorrelation(of(1, 2, 3), of(1, 2, 3)).down).toBeNaN();
  });

  it('needs three rows beyond the threshold', () => {
    const z = of(-2, -1, 0, 1, 2);
    expect(exceedanceCorrelation(z, z, -1).rows).toBe(1);
    expect(exceedanceCorrelation(z, z, -1).correlation).toBeNaN();
    expect(exceedanceCorrelation(z, z, 0, 'lower').rows).toBe(3);
    expect(exceedanceCorrelation(z, z, 0, 'upper').correlation).toBeCloseTo(1, 14);
    expect(exceedanceCorrelation(z, of(1, 1, 1, 1, 1), -1).correlation).toBeNaN();
  });

  it('knows what exceedance correlation two normal series have', () => {
    // scipy.integrate.dblquad of the truncated bivariate normal's first and second moments, epsabs 1e-12
    expect(normalExceedanceCorrelation(0.5, 0)).toBeCloseTo(0.2687473003933801, 10);
    expect(normalExceedanceCorrelation(0.5, -1)).toBeCloseTo(0.17892410123866714, 10);
    expect(normalExceedanceCorrelation(0.8, 0.5)).toBeCloseTo(0.5325176008673683, 10);
    expect(normalExceedanceCorrelation(-0.3, 0.5)).toBeCloseTo(-0.06221390544391775, 10);
    expect(normalExceedanceCorrelation(0, 1)).toBeCloseTo(0, 12);
    expect(normalExceedanceCorrelation(1, 1)).toBe(1);
    expect(() => normalExceedanceCorrelation(1.1, 1)).toThrow(RangeError);
  });

  it('finds the normal benchmark in a large normal sample', () => {
    const [a, e] = [normals(60_000, 5), normals(60_000, 6)];
    const b = a.map((v, k) => 0.5 * v + Math.sqrt(0.75) * e[k]!);
    const { rows, correlation } = exceedanceCorrelation(a, b, -0.5);
    expect(rows).toBeGreaterThan(7000);
    expect(Math.abs(correlation - normalExceedanceCorrelation(0.5, -0.5))).toBeLessThan(0.03);
  });
});

describe('tail dependence', () => {
  it('counts a boundary rank in the lower tail and not in the upper', () => {
    // T = 9: u = k/10; q = 0.2 holds u = 0.1, 0.2 below and u = 0.9 above 0.8.
    const ranks = of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(tailDependence(ranks, ranks, 0.2).lower).toBeCloseTo(2 / 1.8, 14);
    expect(tailDependence(ranks, ranks, 0.2).upper).toBeCloseTo(1 / 1.8, 14);
    expect(() => tailDependence(ranks, ranks, 0)).toThrow(RangeError);
    expect(tailDependence(of(Number.NaN, 1), of(1, 2), 0.1).lower).toBeNaN();
  });

  it('has no value where a series does not vary', () => {
    const still = new Float64Array(100).fill(0.3);
    expect(tailDependence(still, normals(100, 1), 0.1)).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(tailDependence(normals(100, 1), still, 0.1)).toEqual({ lower: Number.NaN, upper: Number.NaN });
  });

  it('of a t copula is 0 at ρ = −1, 1 at ρ = 1, and a published figure between', () => {
    // Demarta & McNeil (2005), table 1: ν = 4, ρ = 0.5 gives 0.25; ν = 4, ρ = 0 gives 0.08; ν = 10, ρ = 0.9 gives 0.46
    expect(tCopulaTailDependence(0.5, 4)).toBeCloseTo(0.25, 2);
    expect(tCopulaTailDependence(0, 4)).toBeCloseTo(0.08, 2);
    expect(tCopulaTailDependence(0.9, 10)).toBeCloseTo(0.46, 2);
    expect(tCopulaTailDependence(1, 4)).toBe(1);
    expect(tCopulaTailDependence(-1, 4)).toBe(0);
    expect(() => tCopulaTailDependence(0.5, 0)).toThrow(RangeError);
  });
});

describe('the interval of a correlation', () => {
  it('is tanh(artanh r ± z / sqrt(n − 3))', () => {
    // r = 0.5, n = 28: artanh 0.5 = 0.549306, 1.959964 / 5 = 0.391993
    const [low, high] = fisherInterval(0.5, 28);
    expect(low).toBeCloseTo(Math.tanh(Math.atanh(0.5) - 1.959963984540054 / 5), 14);
    expect(high).toBeCloseTo(Math.tanh(Math.atanh(0.5) + 1.959963984540054 / 5), 14);
    expect(fisherInterval(1, 28)).toEqual([1, 1]);
    expect(fisherInterval(0.5, 3)[0]).toBeNaN();
    expect(() => fisherInterval(1.01, 28)).toThrow(RangeError);
  });
});

describe('common shock and contagion', () => {
  it('undoes what a larger variance of the origin does to a correlation', () => {
    // y = x + e, var e = 1: ρ = 1/√2 at var x = 1 and 2/√5 at var x = 4 (δ = 3).
    expect(volatilityAdjusted(2 / Math.sqrt(5), 3)).toBeCloseTo(1 / Math.SQRT2, 14);
    expect(volatilityAdjusted(0.5, -1)).toBeNaN();
  });

  it('gives the whole change to the shock when the link is the same, and its parts add up', () => {
    const [origin, noise] = [normals(4000, 7), normals(4000, 8)];
    const link = (u: Float64Array, e: Float64Array) => u.map((v, k) => v + e[k]!);
    const calm = [origin.subarray(0, 2000), link(origin.subarray(0, 2000), noise.subarray(0, 2000))] as const;
    const wild = origin.subarray(2000).map((v) => 3 * v);
    const split = shockSplit(calm, [wild, link(wild, noise.subarray(2000))]);
    expect(split.stressed - split.calm).toBeGreaterThan(0.2);
    expect(Math.abs(split.contagion)).toBeLessThan(0.01);
    expect(Math.abs(split.z)).toBeLessThan(1.5);
    expect(split.commonShock + split.contagion).toBeCloseTo(split.stressed - split.calm, 14);
  });

  it('has no value for a stretch without variation or rows', () => {
    const still = of(1, 1, 1, 1, 1);
    const moving = of(1, 2, 1, 3, 1);
    expect(shockSplit([still, moving], [moving, moving]).adjusted).toBeNaN();
    expect(shockSplit([of(), of()], [moving, moving]).contagion).toBeNaN();
    expect(shockSplit([of(1, 2, 4), of(2, 1, 3)], [moving, still.map((v, k) => v + k)]).z).toBeNaN();
  });
});

describe('the reason for having no value', () => {
  const column = normals(100, 9);
  it('is missing rows, a series that stands still, or none', () => {
    const still = new Float64Array(100).fill(0.1);
    const holed = column.map((v, t) => (t % 2 === 0 ? Number.NaN : v));
    expect(absenceAt([column, still], 60, 99)).toBe('constant_series');
    expect(absenceAt([column, holed], 40, 99)).toBe('insufficient_data');
    expect(absenceAt([column, holed], 60, 98)).toBe('insufficient_data');
    expect(absenceAt([column, holed], 60, 99)).toBeUndefined();
    expect(absenceAt([column, column], 60, 58)).toBe('insufficient_data');
    expect(absenceAt([column, column], 60, 59)).toBeUndefined();
  });
});
