import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTLogPdf } from '../../src/math/distributions.ts';
import { logSumExp } from '../../src/math/log-sum-exp.ts';
import { baiPerron } from '../../src/measures/bai-perron.ts';
import { changePointAge } from '../../src/measures/change-point-age.ts';
import { onlineChangePoints, UNIT_PRIOR } from '../../src/measures/change-point-online.ts';
import { changePointProbability } from '../../src/measures/change-point-probability.ts';
import { meanBreakAge, meanBreaks } from '../../src/measures/mean-breaks.ts';
import { defaultPenalty, pelt, type SegmentCost } from '../../src/measures/pelt.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

/** Calm, then five times as wild from row 120 on. */
const x = parkMiller(200, 99).map((u, t) => (t < 120 ? 0.5 * u : 2.5 * u));

/** Adams & MacKay's algorithm in logarithms over every run length. */
function slowRunLengths(values: Float64Array, hazard: number) {
  let runs = [{ log: 0, kappa: 1, alpha: 1, mu: 0, beta: 1 }];
  let evidence = 0;
  const posteriors: number[][] = [];
  for (const value of values) {
    const predictive = runs.map(({ log, kappa, alpha, mu, beta }) => {
      const scale = Math.sqrt((beta * (kappa + 1)) / (alpha * kappa));
      return log + studentTLogPdf((value - mu) / scale, 2 * alpha) - Math.log(scale);
    });
    const total = logSumExp(predictive);
    evidence += total;
    const grown = runs.map(({ kappa, alpha, mu, beta }, r) => ({
      log: predictive[r]! - total + Math.log1p(-hazard),
      kappa: kappa + 1,
      alpha: alpha + 0.5,
      mu: (kappa * mu + value) / (kappa + 1),
      beta: beta + (kappa * (value - mu) ** 2) / (2 * (kappa + 1)),
    }));
    runs = [{ log: Math.log(hazard), kappa: 1, alpha: 1, mu: 0, beta: 1 }, ...grown];
    posteriors.push(runs.map(({ log }) => Math.exp(log)));
  }
  return { evidence, posteriors };
}

describe('online change points', () => {
  it('give the posterior of the slow algorithm when nothing is pruned', () => {
    const found = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01, prune: 0 });
    const { evidence, posteriors } = slowRunLengths(x, 0.01);
    expect(found.logEvidence).toBeCloseTo(evidence, 8);
    for (const t of [0, 5, 119, 125, 199]) {
      const short = posteriors[t]!.slice(0, 10).reduce((a, b) => a + b, 0);
      expect(found.recentChange[t]).toBeCloseTo(short, 10);
      expect(found.expectedRunLength[t]).toBeCloseTo(
        posteriors[t]!.reduce((sum, p, r) => sum + r * p, 0),
        8,
      );
    }
    for (const [r, p] of posteriors[199]!.entries()) expect(found.finalPosterior[r]).toBeCloseTo(p, 12);
  });

  it('differ by less than 1e-6 when run lengths below 1e-10 are dropped', () => {
    const exact = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01, prune: 0 });
    const pruned = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01 });
    expect(pruned.logEvidence).toBeCloseTo(exact.logEvidence, 6);
    for (let t = 0; t < 200; t++)
      expect(Math.abs(pruned.recentChange[t]! - exact.recentChange[t]!)).toBeLessThan(1e-6);
    expect(pruned.mapRunLength).toEqual(exact.mapRunLength);
  });

  it('see the change soon after it and not before', () => {
    const { recentChange, mapRunLength } = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01 });
    expect(recentChange[118]).toBeLessThan(0.3);
    expect(Math.max(...recentChange.subarray(120, 130))).toBeGreaterThan(0.9);
    expect(mapRunLength[199]).toBeLessThan(90);
    expect(mapRunLength[119]).toBeGreaterThan(90);
  });

  it('hold the probability of a change at this very row at the hazard always, which is why it is no signal', () => {
    const { finalPosterior } = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.02 });
    expect(finalPosterior[0]).toBeCloseTo(0.02, 6);
    expect(finalPosterior.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it('pass over a missing row', () => {
    const holed = Float64Array.of(...x.subarray(0, 50), Number.NaN, ...x.subarray(50));
    const with1 = onlineChangePoints(holed, { ...UNIT_PRIOR, hazard: 0.01 });
    const without = onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01 });
    expect(with1.recentChange[50]).toBeNaN();
    expect(with1.mapRunLength[50]).toBe(-1);
    expect(with1.recentChange[200]).toBe(without.recentChange[199]);
    expect(with1.finalPosterior.length).toBe(201);
  });

  it('survive a move of a thousand deviations', () => {
    const { recentChange } = onlineChangePoints(Float64Array.of(...x, 1e6), { ...UNIT_PRIOR, hazard: 0.01 });
    expect(recentChange[200]).toBeGreaterThan(0);
    expect(recentChange[200]).toBeLessThanOrEqual(1);
  });

  it('refuse parameters out of bounds', () => {
    for (const bad of [
      { hazard: 0 },
      { hazard: 1 },
      { kappa0: 0 },
      { alpha0: -1 },
      { beta0: Number.NaN },
      { prune: 0.1 },
      { recent: 0 },
      { mu0: Infinity },
    ]) {
      expect(() => onlineChangePoints(x, { ...UNIT_PRIOR, hazard: 0.01, ...bad })).toThrow(RangeError);
    }
    expect(() => onlineChangePoints(Float64Array.of(Infinity), { ...UNIT_PRIOR, hazard: 0.01 })).toThrow(
      RangeError,
    );
  });

  it('have no value as a measure where the first rows do not vary', () => {
    const panel = panelOf([new Float64Array(400)]);
    const params = changePointProbability.params.parse({});
    expect(changePointProbability.compute(panel, params).every(Number.isNaN)).toBe(true);
  });
});

/** Every segmentation, by recursion over the last segment. */
function exhaustive(values: Float64Array, cost: SegmentCost, penalty: number, least: number): number {
  const segment = (s: number, t: number) => {
    const part = values.subarray(s, t);
    const m = part.reduce((a, b) => a + b, 0) / part.length;
    const rss = part.reduce((sum, v) => sum + (v - m) ** 2, 0);
    if (cost === 'mean') return rss;
    return part.length * (Math.log(2 * Math.PI) + Math.log(Math.max(1e-11, rss / part.length)) + 1);
  };
  const best = (t: number): number => {
    let least_ = segment(0, t);
    for (let s = least; s <= t - least; s++) least_ = Math.min(least_, best(s) + penalty + segment(s, t));
    return least_;
  };
  return best(values.length);
}

describe('PELT', () => {
  it('reaches the optimum of a search through every segmentation, with steps, spikes and flat stretches', () => {
    const level = fc.constantFrom(0, 0, 0, 1, 1, 5, -3);
    const noise = fc.double({ min: -1, max: 1, noNaN: true });
    const options = fc.record({
      cost: fc.constantFrom<SegmentCost>('mean', 'mean-variance'),
      penalty: fc.double({ min: 0, max: 12, noNaN: true }),
      least: fc.integer({ min: 2, max: 4 }),
      noisy: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(level, noise), { minLength: 4, maxLength: 12 }),
        options,
        (rows, given) => {
          const { cost, penalty, least, noisy } = given;
          const values = Float64Array.from(rows, ([base, u]) => (noisy ? base + u : base));
          fc.pre(values.length >= least);
          const found = pelt(values, { cost, penalty, leastRows: least });
          const optimum = exhaustive(values, cost, penalty, least);
          expect(found.cost + penalty * found.changes.length).toBeCloseTo(optimum, 6);
          const ends = [0, ...found.changes, values.length];
          for (let k = 1; k < ends.length; k++) expect(ends[k]! - ends[k - 1]!).toBeGreaterThanOrEqual(least);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds a step at its row and, with the usual penalty, none in noise', () => {
    const step = parkMiller(300, 7).map((u, t) => (t < 180 ? u : u + 6));
    expect(pelt(step, { cost: 'mean' }).changes).toEqual([180]);
    expect(pelt(parkMiller(300, 8), { cost: 'mean' }).changes).toEqual([]);
    expect(pelt(x, { cost: 'mean-variance' }).changes).toHaveLength(1);
  });

  it('has penalties of the closed form', () => {
    // Differences 1, −1, 1, −1, 1: median 1, |d − median| = 0, 2, 0, 2, 0 has median 0.
    expect(defaultPenalty(Float64Array.of(0, 1, 0, 1, 0, 1), 'mean')).toBe(0);
    expect(defaultPenalty(x, 'mean-variance')).toBeCloseTo(3 * Math.log(200), 14);
  });

  it('finds nothing in a constant series and refuses holes and wrong arguments', () => {
    expect(pelt(new Float64Array(50).fill(2), { cost: 'mean-variance' }).changes).toEqual([]);
    expect(pelt(new Float64Array(50).fill(2), { cost: 'mean', penalty: 1 }).changes).toEqual([]);
    expect(pelt(Float64Array.of(1), { cost: 'mean', penalty: 1 }).changes).toEqual([]);
    expect(pelt(new Float64Array(0), { cost: 'mean', penalty: 1 }).cost).toBeNaN();
    expect(() => pelt(Float64Array.of(1, Number.NaN), { cost: 'mean' })).toThrow(RangeError);
    expect(() => pelt(x, { cost: 'mean', penalty: -1 })).toThrow(RangeError);
    expect(() => pelt(x, { cost: 'mean-variance', leastRows: 1 })).toThrow(RangeError);
  });
});

describe('Bai and Perron', () => {
  it('finds the dates of a search through all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 4 }), (seed, h) => {
        const values = parkMiller(14, seed);
        const rss = (s: number, t: number) => {
          const part = values.subarray(s, t);
          const m = part.reduce((a, b) => a + b, 0) / part.length;
          return part.reduce((sum, v) => sum + (v - m) ** 2, 0);
        };
        let best = Number.POSITIVE_INFINITY;
        for (let a = h; a <= 14 - 2 * h; a++) {
          for (let b = a + h; b <= 14 - h; b++) best = Math.min(best, rss(0, a) + rss(a, b) + rss(b, 14));
        }
        const { models } = baiPerron(values, { leastRows: h, maxBreaks: 2 });
        expect(models[2]!.rss).toBeCloseTo(best, 9);
      }),
    );
  });

  it('chooses the number of breaks by BIC and dates them', () => {
    const values = parkMiller(300, 12).map((u, t) => u + (t < 100 ? 0 : t < 200 ? 4 : -2));
    const { models, choice } = baiPerron(values);
    expect(choice).toBe(2);
    expect(models[2]!.breaks).toEqual([100, 200]);
    expect(models).toHaveLength(6);
    for (let m = 1; m < 3; m++) expect(models[m]!.rss).toBeLessThan(models[m - 1]!.rss);
  });

  it('fits as many breaks as there is room for and chooses none for a constant series', () => {
    expect(baiPerron(x.slice(0, 10), { leastRows: 4, maxBreaks: 5 }).models).toHaveLength(2);
    expect(baiPerron(new Float64Array(40).fill(7)).choice).toBe(0);
    expect(baiPerron(new Float64Array(2), { leastRows: 3 })).toEqual({ models: [], choice: 0 });
    expect(() => baiPerron(Float64Array.of(1, Infinity))).toThrow(RangeError);
    expect(() => baiPerron(x, { leastRows: 0 })).toThrow(RangeError);
  });
});

describe('change points as known at the time', () => {
  /** Half as wild, from row 350 on five times that, from row 520 on twice. */
  const regimes = parkMiller(700, 99).map((u, t) => u * (t < 350 ? 0.5 : t < 520 ? 2.5 : 1));
  const window = { window: 300, refit: 50 };
  const age = changePointAge.params.parse(window);
  const breaks = meanBreaks.params.parse(window);

  it('give the age of a search through every segmentation of the window', () => {
    // numpy: F(t) = min over all s ≤ t − 10 of F(s) + C(s, t) + 5 ln 300 on the standardised rows t − 299 … t, without pruning.
    const found = changePointAge.compute(panelOf([regimes]), age);
    expect([399, 549, 599, 699].map((t) => found[t])).toEqual([50, 36, 86, 186]);
  });

  it('give the number and the age of breaks in the mean size of a search through all of them', () => {
    // numpy: RSS_m(t) = min over all s of RSS_{m−1}(s) + RSS(s, t), segments of 45 rows, m by BIC, on |rows t − 299 … t|.
    const count = meanBreaks.compute(panelOf([regimes]), breaks);
    const since = meanBreakAge.compute(panelOf([regimes]), breaks);
    expect([399, 549, 599, 699].map((t) => count[t])).toEqual([1, 1, 2, 1]);
    expect([399, 549, 599, 699].map((t) => since[t])).toEqual([50, 200, 86, 186]);
  });

  it('grow by one a row between two searches and hold at the length of the window', () => {
    const found = changePointAge.compute(panelOf([regimes]), age);
    for (const t of [400, 425, 448]) expect(found[t + 1]! - found[t]!).toBe(1);
    const quiet = changePointAge.compute(panelOf([parkMiller(500, 8)]), age);
    expect(new Set(quiet.subarray(299))).toEqual(new Set([300]));
    const count = meanBreaks.compute(panelOf([regimes]), breaks);
    expect(new Set(count.subarray(399, 449)).size).toBe(1);
  });

  it('do not depend on the unit', () => {
    for (const measure of [changePointAge, meanBreaks, meanBreakAge]) {
      const params = measure.params.parse(window) as never;
      const small = measure.compute(panelOf([regimes.map((v) => v / 1048576)]), params);
      expect(small).toEqual(measure.compute(panelOf([regimes]), params));
    }
  });

  it('count panel rows over a hole, and have no value in it', () => {
    const holed = regimes.map((v, t) => (t === 380 ? Number.NaN : v));
    const found = changePointAge.compute(panelOf([holed]), age);
    expect(found[380]).toBeNaN();
    expect(found[399]).toBe(50);
  });

  it('have no value until the window holds enough values that vary', () => {
    const still = regimes.map((v, t) => (t < 400 ? 0 : v));
    const sparse = regimes.map((v, t) => (t % 3 === 0 ? v : Number.NaN));
    for (const measure of [changePointAge, meanBreaks, meanBreakAge]) {
      const params = measure.params.parse(window) as never;
      const found = measure.compute(panelOf([still]), params);
      expect(found.subarray(0, 400).every(Number.isNaN)).toBe(true);
      expect(found[600]).not.toBeNaN();
      expect(measure.compute(panelOf([sparse]), params).every(Number.isNaN)).toBe(true);
    }
  });

  it('have no value in the mean where most rows repeat one another, since no noise gives the penalty', () => {
    const steps = regimes.map((v, t) => (t % 40 === 0 ? v : 0));
    const found = changePointAge.compute(panelOf([steps]), { ...age, cost: 'mean' });
    expect(found.every(Number.isNaN)).toBe(true);
  });
});
