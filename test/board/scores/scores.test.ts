import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type BinaryForecasts,
  brierScore,
  brierSkill,
  logLoss,
} from '../../../src/board/scores/binary-forecasts.ts';
import { brierDecomposition } from '../../../src/board/scores/brier-decomposition.ts';
import {
  berkowitzTest,
  kolmogorovSmirnovUniform,
  unitHistogram,
} from '../../../src/board/scores/calibration.ts';
import {
  crpsEnsemble,
  crpsNormal,
  logScoreNormal,
  pinballLoss,
  pitNormal,
} from '../../../src/board/scores/density-forecasts.ts';
import { dieboldMariano } from '../../../src/board/scores/diebold-mariano.ts';
import { auroc, averagePrecision } from '../../../src/board/scores/discrimination.ts';

const of = (...values: number[]) => Float64Array.from(values);
const NAN = Number.NaN;

const forecasts: BinaryForecasts = { probability: of(0.9, 0.2, 0.6, 0.4), outcome: of(1, 0, 0, 1) };

describe('scores of probabilities', () => {
  it('are right on four forecasts worked by hand', () => {
    // (0.01 + 0.04 + 0.36 + 0.36)/4; the base rate is ½, so skill 1 − BS/0.25.
    expect(brierScore(forecasts)).toBeCloseTo(0.1925, 14);
    expect(brierSkill(forecasts)).toBeCloseTo(1 - 0.1925 / 0.25, 13);
    const loss = -(Math.log(0.9) + Math.log(0.8) + Math.log(0.4) + Math.log(0.4)) / 4;
    expect(logLoss(forecasts)).toEqual({ loss: expect.closeTo(loss, 14), clipped: 0 });
  });

  it('clip certainty that was wrong, and count it', () => {
    const { loss, clipped } = logLoss({ probability: of(0, 1, 1), outcome: of(1, 1, 0) });
    expect(clipped).toBe(2);
    expect(loss).toBeCloseTo((2 * 15 * Math.LN10) / 3, 1);
  });

  it('have no skill where nothing varied, and no score of an incomplete sample', () => {
    expect(brierSkill({ probability: of(0.5, 0.5), outcome: of(1, 1) })).toBeNull();
    const holed = { probability: of(0.5, NAN), outcome: of(1, 0) };
    expect([brierScore(holed), logLoss(holed).loss]).toEqual([NAN, NAN]);
    expect(logLoss({ probability: of(0.5), outcome: of(NAN) }).loss).toBeNaN();
    expect(brierScore({ probability: of(), outcome: of() })).toBeNaN();
    expect(brierDecomposition(holed)).toMatchObject({ reliability: NAN, uncertainty: NAN, bins: [] });
  });

  it('refuse what is no probability, no outcome, no pair', () => {
    expect(() => brierScore({ probability: of(1.1), outcome: of(1) })).toThrow(/0 to 1/);
    expect(() => brierScore({ probability: of(0.1), outcome: of(2) })).toThrow(/0 or 1/);
    expect(() => logLoss({ probability: of(0.1), outcome: of() })).toThrow(/same length/);
    expect(() => brierDecomposition(forecasts, 0)).toThrow(RangeError);
  });

  const pairs = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1)), {
    minLength: 1,
  });
  it.prop([pairs, fc.integer({ min: 1, max: 20 })])(
    'add up: the parts of the Brier score are the Brier score',
    (list, bins) => {
      const sample = { probability: of(...list.map(([p]) => p)), outcome: of(...list.map(([, y]) => y)) };
      const parts = brierDecomposition(sample, bins);
      const { reliability, resolution, uncertainty, withinBinVariance, withinBinCovariance } = parts;
      const sum = reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance;
      expect(sum).toBeCloseTo(brierScore(sample), 12);
      expect(parts.bins.reduce((total, bin) => total + bin.count, 0)).toBe(list.length);
    },
  );

  it('put a probability on an edge into the bin that begins there', () => {
    const { bins } = brierDecomposition({ probability: of(0.3, 0.7, 1), outcome: of(0, 1, 1) });
    expect(bins.map(({ bin }) => bin)).toEqual([3, 7, 9]);
  });
});

describe('discrimination', () => {
  it('agrees with Hanley and McNeil’s radiologist', () => {
    // Hanley & McNeil (1982), tables I and III: area 0.893, standard error 0.032; DeLong’s by numpy from the same table.
    const ratings = { normal: [33, 6, 6, 11, 2], abnormal: [3, 2, 2, 11, 33] };
    const spread = (counts: number[]) => counts.flatMap((n, k) => Array<number>(n).fill(k + 1));
    const [none, ill] = [spread(ratings.normal), spread(ratings.abnormal)];
    const curve = auroc(of(...none, ...ill), of(...none.map(() => 0), ...ill.map(() => 1)))!;
    expect(curve.area).toBeCloseTo(0.8931710615280595, 12);
    expect(curve.hanleyMcNeil).toBeCloseTo(0.03248657960734214, 12);
    expect(curve.deLong).toBeCloseTo(0.030724408379381122, 12);
  });

  const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 1)), {
    minLength: 2,
    maxLength: 40,
  });
  it.prop([scored])('is the share of pairs in the right order, and turns over with the score', (list) => {
    const score = of(...list.map(([s]) => s));
    const outcome = of(...list.map(([, y]) => y));
    let [right, all] = [0, 0];
    for (const [s, y] of list) {
      for (const [t, z] of list) {
        if (y !== 1 || z !== 0) continue;
        right += s > t ? 1 : s === t ? 0.5 : 0;
        all++;
      }
    }
    const curve = auroc(score, outcome);
    if (all === 0) expect(curve).toBeNull();
    else {
      expect(curve!.area).toBeCloseTo(right / all, 12);
      expect(
        auroc(
          score.map((s) => -s),
          outcome,
        )!.area,
      ).toBeCloseTo(1 - right / all, 12);
    }
  });

  it('averages precision over the distinct scores', () => {
    // By hand: 0.9: recall ⅓, precision 1; 0.8 twice: recall ⅔, precision ⅔; 0.4: recall 1, precision ¾.
    expect(averagePrecision(of(0.9, 0.8, 0.8, 0.4, 0.3, 0.1), of(1, 0, 1, 1, 0, 0))).toBeCloseTo(
      1 / 3 + 2 / 9 + 1 / 4,
      13,
    );
  });

  it('has no answer without events, without others, or with holes', () => {
    expect(auroc(of(1, 2), of(1, 1))).toBeNull();
    expect(auroc(of(1, NAN, 3), of(1, 0, 0))).toBeNull();
    expect(auroc(of(1, 2, 3), of(1, NAN, 0))).toBeNull();
    expect(averagePrecision(of(1, 2), of(0, 0))).toBeNull();
    expect(averagePrecision(of(1, 2), of(1, NAN))).toBeNull();
    expect(auroc(of(1, 2), of(1, 0))!.deLong).toBeNaN();
    expect(() => auroc(of(1), of(0.5))).toThrow(RangeError);
    expect(() => averagePrecision(of(1, 2), of(1))).toThrow(RangeError);
  });
});

describe('scores of densities', () => {
  const normal = { observed: of(0), mean: of(0), deviation: of(1) };

  it('have the closed forms of the normal at its mean', () => {
    expect(crpsNormal(normal)[0]).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 14);
    expect(logScoreNormal({ ...normal, deviation: of(2) })[0]).toBeCloseTo(
      Math.log(2 * Math.sqrt(2 * Math.PI)),
      14,
    );
    expect(pitNormal(normal)[0]).toBe(0.5);
  });

  it('scale with the unit and grow like the distance far away', () => {
    const far = { observed: of(1000), mean: of(0), deviation: of(1) };
    expect(crpsNormal(far)[0]).toBeCloseTo(1000 - 1 / Math.sqrt(Math.PI), 9);
    const scaled = { observed: of(3), mean: of(1), deviation: of(2) };
    expect(crpsNormal(scaled)[0]).toBeCloseTo(2 * crpsNormal({ ...normal, observed: of(1) })[0]!, 13);
  });

  const members = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 15 });
  it.prop([members, fc.double({ min: -1e3, max: 1e3, noNaN: true })])(
    'of an ensemble are the double sum over its members',
    (list, y) => {
      const M = list.length;
      const distance = list.reduce((sum, a) => sum + Math.abs(a - y), 0) / M;
      const spread = list.reduce((sum, a) => sum + list.reduce((inner, b) => inner + Math.abs(a - b), 0), 0);
      expect(crpsEnsemble(of(y), of(...list))[0]).toBeCloseTo(distance - spread / (2 * M * M), 8);
      expect(crpsEnsemble(of(y), of(...list), true)[0]).toBeCloseTo(distance - spread / (2 * M * (M - 1)), 8);
    },
  );

  it('of one member are its distance, and have no fair form', () => {
    expect([...crpsEnsemble(of(1), of(4))]).toEqual([3]);
    expect(crpsEnsemble(of(1), of(4), true)[0]).toBeNaN();
    expect(crpsEnsemble(of(1, 2), of(NAN, 1, 2, 3))[0]).toBeNaN();
    expect(() => crpsEnsemble(of(1, 2), of(1, 2, 3))).toThrow(RangeError);
  });

  it('weigh misses of a quantile by its probability', () => {
    // τ 0.1: a miss of 2 above costs 0.2, one of 2 below 1.8.
    expect(pinballLoss(of(2, -2), of(0, 0), 0.1)).toBeCloseTo(1, 14);
    expect(pinballLoss(of(), of(), 0.1)).toBeNaN();
    expect(() => pinballLoss(of(1), of(1), 1)).toThrow(RangeError);
  });

  it('refuse a deviation that is none', () => {
    expect(() => crpsNormal({ ...normal, deviation: of(0) })).toThrow(/above 0/);
    expect(crpsNormal({ ...normal, mean: of(NAN) })[0]).toBeNaN();
  });
});

describe('calibration', () => {
  const u = of(0.02, 0.11, 0.13, 0.2, 0.33, 0.41, 0.58, 0.6, 0.77, 0.99);

  it('measures the distance from uniform as scipy does', () => {
    // scipy.stats.kstest(u, 'uniform', mode='asymp'): 0.2, p 0.8186211744710056.
    const { statistic, p } = kolmogorovSmirnovUniform(u);
    expect(statistic).toBeCloseTo(0.2, 14);
    expect(p).toBeCloseTo(0.8186211744710056, 10);
  });

  it('joins the two series of the Kolmogorov distribution, and is 1 at no distance', () => {
    const grid = (n: number, shift: number) => Float64Array.from({ length: n }, (_, i) => (i + shift) / n);
    // √n·D = 1.17 and 1.19 lie on either side of the change; scipy.stats.kstwobign.sf on each.
    const [left, right] = [kolmogorovTailAt(1.17), kolmogorovTailAt(1.19)];
    expect(left).toBeCloseTo(KOLMOGOROV[0], 10);
    expect(right).toBeCloseTo(KOLMOGOROV[1], 10);
    expect(kolmogorovSmirnovUniform(grid(1000, 0.5)).p).toBeCloseTo(1, 10);
  });

  it('tests centre, width and independence as numpy does', () => {
    // scipy: norm.ppf(u), lstsq of z_t on 1 and z_{t−1}, 2·(ℓ₁ − ℓ₀) = 16.05209862119991, chi2.sf(·, 3) = 0.001106432625333124.
    const test = berkowitzTest(u)!;
    expect(test.statistic).toBeCloseTo(16.05209862119991, 9);
    expect(test.p).toBeCloseTo(0.001106432625333124, 12);
    expect(test.clipped).toBe(0);
  });

  it('keeps impossible observations in the test and counts them', () => {
    const test = berkowitzTest(of(0, ...u, 1))!;
    expect(test.clipped).toBe(2);
    expect(Number.isFinite(test.statistic)).toBe(true);
  });

  it('counts into equal bins', () => {
    expect([...unitHistogram(of(0, 0.05, 0.1, 0.999, 1, NAN))]).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('has no answer for too few, constant or missing values, and refuses others', () => {
    expect(berkowitzTest(of(0.1, 0.2, 0.3))).toBeNull();
    expect(berkowitzTest(new Float64Array(9).fill(0.4))).toBeNull();
    expect(berkowitzTest(of(0.1, NAN, 0.3, 0.4))).toBeNull();
    expect(kolmogorovSmirnovUniform(of()).statistic).toBeNaN();
    expect(kolmogorovSmirnovUniform(of(0.1, NAN)).p).toBeNaN();
    expect(() => kolmogorovSmirnovUniform(of(1.2))).toThrow(RangeError);
    expect(() => unitHistogram(of(-0.1))).toThrow(RangeError);
  });
});

/** p of n values whose distance from uniform is x/√n. */
function kolmogorovTailAt(x: number): number {
  const n = 400;
  const values = Float64Array.from({ length: n }, (_, i) => Math.max(0, (i + 1) / n - x / Math.sqrt(n)));
  return kolmogorovSmirnovUniform(values).p;
}

/** scipy.stats.kstwobign.sf of 1.17 and 1.19. */
const KOLMOGOROV = [0.12939004218561884, 0.11774229287977166] as const;

describe('Diebold–Mariano', () => {
  const loss1 = of(1.2, 0.4, 2.2, 0.9, 1.7, 0.3, 0.8, 1.1, 2, 0.6);
  const loss2 = of(1, 0.7, 2.9, 1.4, 1.5, 0.9, 0.7, 1.8, 2.6, 0.8);

  it('agrees with numpy for one and two steps', () => {
    // d = l1 − l2; γ by sums/n; scipy.stats.t.sf with 9 degrees of freedom.
    const one = dieboldMariano(loss1, loss2)!;
    expect(one.statistic).toBeCloseTo(-2.8193470784417354, 12);
    expect(one.hln).toBeCloseTo(-2.674667484725186, 12);
    expect(one.p).toBeCloseTo(0.025427249204974856, 12);
    const two = dieboldMariano(loss1, loss2, 2)!;
    expect(two.hln).toBeCloseTo(-3.8174432266299076, 12);
    expect(two.p).toBeCloseTo(0.004105979852162257, 12);
    expect(two.bartlett).toBe(false);
  });

  it('turns over when the forecasts change places', () => {
    expect(dieboldMariano(loss2, loss1, 2)!.hln).toBeCloseTo(-dieboldMariano(loss1, loss2, 2)!.hln, 13);
  });

  it('falls back on Bartlett weights when the rectangular sum is not a variance, and says so', () => {
    // Alternating differences: γ₁ ≈ −γ₀, so γ₀ + 2γ₁ < 0.
    const alternating = Float64Array.from({ length: 20 }, (_, t) => 0.1 + (t % 2 === 0 ? 1 : -1));
    const test = dieboldMariano(alternating, new Float64Array(20), 2)!;
    expect(test.bartlett).toBe(true);
    expect(Number.isFinite(test.hln)).toBe(true);
  });

  it('has no answer when losses differ by a constant, are missing or too few', () => {
    expect(dieboldMariano(loss1, loss1)).toBeNull();
    expect(
      dieboldMariano(
        loss1,
        loss1.map((loss) => loss + 0.1),
      ),
    ).toBeNull();
    expect(dieboldMariano(of(1, NAN, 2), of(1, 2, 3))).toBeNull();
    expect(dieboldMariano(of(1), of(2))).toBeNull();
    expect(dieboldMariano(loss1, loss2, 10)).toBeNull();
    expect(() => dieboldMariano(loss1, loss2, 0)).toThrow(RangeError);
    expect(() => dieboldMariano(loss1, of(1))).toThrow(RangeError);
  });
});
