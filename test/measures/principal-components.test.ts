import { describe, expect, it } from 'vitest';
import {
  absorptionRatio,
  absorptionRatioDetail,
  absorptionRatioPath,
  leadingVectors,
} from '../../src/measures/absorption-ratio.ts';
import { standardisedShift } from '../../src/measures/absorption-shift.ts';
import { diversificationRatio } from '../../src/measures/diversification-ratio.ts';
import { betShares, effectiveBets } from '../../src/measures/effective-bets.ts';
import { effectiveRank, marchenkoPasturEdge, participationRatio } from '../../src/measures/effective-rank.ts';
import { type PrincipalComponents, principalComponents } from '../../src/measures/principal-components.ts';
import { normals } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);
const independent = [1, 2, 3, 4].map((seed) => normals(300, seed));
const components = (columns: readonly Float64Array[]) => principalComponents(columns) as PrincipalComponents;

describe('principal components', () => {
  it('of two series with correlation r are 1 + r and 1 − r', () => {
    const u = of(1, -1, 1, -1, 1, -1, 1, -1);
    const v = of(1, 1, -1, -1, 1, 1, -1, -1);
    const mixed = u.map((a, k) => 0.6 * a + 0.8 * v[k]!);
    const { eigenvalues, vectors } = components([u, mixed]);
    expect(eigenvalues[0]).toBeCloseTo(1.6, 14);
    expect(eigenvalues[1]).toBeCloseTo(0.4, 14);
    expect(vectors[0]).toBeCloseTo(Math.SQRT1_2, 14);
    expect(vectors[2]).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it('have uncorrelated scores whose variances are the eigenvalues', () => {
    const { scores, eigenvalues } = components(independent);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = 0;
        for (let t = 0; t < 300; t++) sum += scores[t * 4 + i]! * scores[t * 4 + j]!;
        expect(sum / 299).toBeCloseTo(i === j ? eigenvalues[i]! : 0, 12);
      }
    }
  });

  it('leave out a series that stands still and rows with a hole, and say so', () => {
    const holed = independent[1]!.map((v, t) => (t === 7 ? Number.NaN : v));
    const found = components([independent[0]!, holed, new Float64Array(300).fill(5)]);
    expect(found.used).toEqual([0, 1]);
    expect(found.rows).toBe(299);
    expect(found.rankDeficient).toBe(false);
  });

  it('have no value for one observation, an empty column, or nothing that moves', () => {
    expect(principalComponents([of(1), of(2)])).toBe('insufficient_data');
    expect(principalComponents([independent[0]!, new Float64Array(300).fill(Number.NaN)])).toBe(
      'insufficient_data',
    );
    expect(principalComponents([of(1, 1, 1), of(2, 2, 2)])).toBe('constant_series');
    expect(principalComponents([])).toBe('insufficient_data');
  });

  it('have at most T − 1 directions when there are more series than rows', () => {
    const few = [1, 2, 3, 4, 5, 6].map((seed) => normals(4, seed));
    const { eigenvalues, rankDeficient } = components(few);
    expect(rankDeficient).toBe(true);
    expect(eigenvalues.filter((value) => value > 1e-12).length).toBe(3);
    expect(Math.min(...eigenvalues)).toBeGreaterThanOrEqual(0);
  });

  it('are worth one direction, or as many as there are series', () => {
    expect(effectiveRank(of(4, 0, 0, 0))).toBe(1);
    expect(participationRatio(of(4, 0, 0, 0))).toBe(1);
    expect(effectiveRank(of(1, 1, 1, 1))).toBeCloseTo(4, 14);
    expect(participationRatio(of(1, 1, 1, 1))).toBeCloseTo(4, 14);
    expect(effectiveRank(of(Number.NaN, 1))).toBeNaN();
    expect(effectiveRank(of(0, 0))).toBeNaN();
    expect(marchenkoPasturEdge(10, 250)).toBeCloseTo(1.44, 14);
    expect(() => marchenkoPasturEdge(0, 250)).toThrow(RangeError);
  });
});

describe('the absorption ratio', () => {
  it('counts a fifth of the series, half a series rounded up', () => {
    // 12 / 5 = 2.4 → 2; 2.5 → 3; 7.5 / 5 → 2; fewer than 3 → 1
    expect([1, 2, 7, 8, 12, 13, 15, 50].map(leadingVectors)).toEqual([1, 1, 1, 2, 2, 3, 3, 10]);
  });

  it('is the share of the leading variances of a diagonal matrix', () => {
    expect(absorptionRatio(of(5, 0, 0, 0, 3, 0, 0, 0, 2), 3, 1)).toBeCloseTo(0.5, 14);
    expect(absorptionRatio(of(5, 0, 0, 0, 3, 0, 0, 0, 2), 3, 3)).toBe(1);
    expect(absorptionRatio(of(0, 0, 0, 0), 2, 1)).toBeNaN();
    expect(absorptionRatio(of(1, Number.NaN, Number.NaN, 1), 2, 1)).toBeNaN();
    expect(() => absorptionRatio(of(1, 0, 0, 1), 2, 3)).toThrow(RangeError);
  });

  it('does not depend on the units when taken of the correlation matrix, and does when of the covariance', () => {
    const scaled = independent.map((column, k) => column.map((v) => v * 10 ** k));
    const options = { window: 100, leading: 1 } as const;
    const [plain, other] = [independent, scaled].map((columns) =>
      absorptionRatioPath(columns, { ...options, matrix: 'correlation' }),
    );
    for (let t = 99; t < 300; t++) expect(other![t]).toBeCloseTo(plain![t]!, 12);
    const filled = absorptionRatioPath(scaled, { ...options, matrix: 'covariance' });
    expect(filled[299]).toBeGreaterThan(0.95);
  });

  it('is not measured where a series stands still, and the stretch leaves it out and says so', () => {
    const still = [...independent, new Float64Array(300).fill(1)];
    const path = absorptionRatioPath(still, { window: 100, matrix: 'covariance' });
    expect(path.every(Number.isNaN)).toBe(true);
    const detail = absorptionRatioDetail(still, 'covariance', 1);
    expect(detail).toMatchObject({ used: [0, 1, 2, 3], leading: 1, rows: 300, positive: 4 });
  });

  it('is defined and flagged when there are more series than rows', () => {
    const few = independent.map((column) => column.subarray(0, 3));
    expect(absorptionRatioDetail(few, 'correlation', 1)).toMatchObject({ rankDeficient: true, positive: 2 });
    expect(absorptionRatioDetail([of(1), of(2)], 'correlation')).toBe('insufficient_data');
    expect(absorptionRatioDetail([of(1, 1), of(2, 2)], 'correlation')).toBe('constant_series');
  });

  it('shifts by the recent mean less the long one, in deviations', () => {
    // long window 1, 2, 3, 6: mean 3, sd ddof 1 = √(14/3); the last two: mean 4.5
    const shift = standardisedShift(of(1, 2, 3, 6), 2, 4);
    expect(shift[3]).toBeCloseTo(1.5 / Math.sqrt(14 / 3), 14);
    expect(shift.slice(0, 3).every(Number.isNaN)).toBe(true);
    expect(standardisedShift(of(1, 1, 1), 1, 3)[2]).toBeNaN();
    expect(() => standardisedShift(of(1), 3, 2)).toThrow(RangeError);
  });
});

describe('diversification', () => {
  // A covariance with volatilities 0.2, 0.3 and 0.1, and a portfolio of 50, 30 and 20 %.
  const sigma = of(0.04, 0.018, 0.006, 0.018, 0.09, 0.012, 0.006, 0.012, 0.01);
  const weights = of(0.5, 0.3, 0.2);

  it('agrees with numpy', () => {
    // numpy: (w @ sqrt(diag S)) / sqrt(w @ S @ w)
    expect(diversificationRatio(sigma, weights)).toBeCloseTo(1.2890472463473748, 13);
    expect(diversificationRatio(of(1, 1, 1, 1), of(0.5, 0.5))).toBeCloseTo(1, 14);
    expect(diversificationRatio(of(0, 0, 0, 0), of(0.5, 0.5))).toBeNaN();
    expect(() => diversificationRatio(of(1), of(1, 1))).toThrow(RangeError);
  });

  it('splits into principal bets as numpy.linalg.eigh does', () => {
    // l, E = eigh(S); v = E.T @ w; p = l v² / (w @ S @ w); exp(−Σ p ln p)
    const shares = betShares(sigma, weights, 'principal');
    for (const [k, p] of [0.7995627737447336, 0.1973118553039492, 0.0031253709513167534].entries()) {
      expect(shares[k]).toBeCloseTo(p, 12);
    }
    expect(effectiveBets(sigma, weights, 'principal')).toBeCloseTo(1.6771791987926905, 12);
  });

  it('splits into minimum-torsion bets as the published algorithm does with scipy.linalg.sqrtm', () => {
    const shares = betShares(sigma, weights, 'minimum-torsion');
    for (const [k, p] of [0.48541499074695577, 0.4167730416270314, 0.0978119676260131].entries()) {
      expect(shares[k]).toBeCloseTo(p, 7);
    }
    expect(effectiveBets(sigma, weights, 'minimum-torsion')).toBeCloseTo(2.567631546847157, 6);
  });

  it('is one bet a series when they are uncorrelated and weigh the same', () => {
    const identity = of(1, 0, 0, 0, 1, 0, 0, 0, 1);
    expect(effectiveBets(identity, of(1, 1, 1), 'minimum-torsion')).toBeCloseTo(3, 12);
  });

  it('has no minimum torsion of a singular matrix, and principal bets none the less', () => {
    const copies = of(1, 1, 1, 1);
    expect(effectiveBets(copies, of(0.5, 0.5), 'minimum-torsion')).toBeNaN();
    expect(effectiveBets(copies, of(0.5, 0.5), 'principal')).toBeCloseTo(1, 12);
    expect(effectiveBets(copies, of(0.5, -0.5), 'principal')).toBeNaN();
  });
});
