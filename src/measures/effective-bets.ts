import { z } from 'zod';
import { correlationFromCovariance } from '../math/covariance.ts';
import { rollingCovariance } from '../math/kernels/rolling-covariance.ts';
import { multiply } from '../math/matrix.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';
import { columnsOf } from './columns.ts';
import { effectiveRank } from './effective-rank.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { portfolioWeights, weightingParam } from './portfolio-weights.ts';

/** Uncorrelated factors into which risk is split. */
export type Bets = 'minimum-torsion' | 'principal';

/**
 * Share of a portfolio's variance in each uncorrelated bet.
 *
 * p_m = (t⁻ᵀ w)_m (t Σ w)_m / wᵀ Σ w, F = t x uncorrelated
 *
 * t the eigenvectors (`principal`, Meucci 2009), or the uncorrelated factors that stay closest to the assets themselves
 * (`minimum-torsion`, Meucci, Santangelo & Deguest 2015, exact form). `covariance` Σ N×N row-major, `weights` w N values, long or short.
 * Shares are ≥ 0 and sum to 1. All NaN when the portfolio has no variance, when Σ holds a NaN, and for the minimum torsion when the correlation matrix is
 * singular (smallest eigenvalue ≤ 1e-12 of the largest).
 * @throws RangeError when the sizes disagree.
 * @see Meucci (2009), Managing diversification, Risk 22(5); Meucci, Santangelo & Deguest (2015), Risk budgeting and diversification based on
 * optimized uncorrelated factors, Risk 28(11).
 */
export function betShares(covariance: Float64Array, weights: Float64Array, bets: Bets): Float64Array {
  const n = weights.length;
  if (covariance.length !== n * n)
    throw new RangeError(`covariance must have ${n * n} values, came ${covariance.length}`);
  const exposure = multiply(covariance, weights, n, n, 1);
  let variance = 0;
  for (let i = 0; i < n; i++) variance += weights[i]! * exposure[i]!;
  const nothing = new Float64Array(n).fill(Number.NaN);
  if (!(variance > 0)) return nothing;
  return (
    (bets === 'principal' ? principalShares(covariance, weights) : torsionShares(covariance, weights)) ??
    nothing
  );
}

/**
 * Effective number of bets: exp of the entropy of `betShares`.
 *
 * ENB = exp(−Σ p_m ln p_m)
 *
 * 1 one bet, N as many as assets. NaN as `betShares`.
 */
export function effectiveBets(covariance: Float64Array, weights: Float64Array, bets: Bets): number {
  const shares = betShares(covariance, weights, bets);
  return shares.some(Number.isNaN) ? Number.NaN : effectiveRank(shares.map((p) => Math.max(0, p)));
}

function principalShares(covariance: Float64Array, weights: Float64Array): Float64Array {
  const n = weights.length;
  const { values, vectors } = symmetricEigen(covariance, n);
  const parts = values.map((value, m) => {
    let exposure = 0;
    for (let i = 0; i < n; i++) exposure += vectors[i * n + m]! * weights[i]!;
    return Math.max(0, value) * exposure * exposure;
  });
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** In units of risk (b = σ ∘ w) the torsion of the correlation matrix C is x = π c⁻¹: F = x z, Cov(F) = ππᵀ = D², c = C^½. */
function torsionShares(covariance: Float64Array, weights: Float64Array): Float64Array | undefined {
  const n = weights.length;
  const c = symmetricPower(correlationFromCovariance(covariance, n), n, 0.5);
  if (c === undefined) return undefined;
  const pi = torsion(c, n);
  const b = weights.map((w, i) => w * Math.sqrt(covariance[i * n + i]!));
  const cb = multiply(c, b, n, n, 1);
  // x⁻ᵀ b = D⁻² π c b, and x C b = π c b: one vector gives both.
  const factor = multiply(pi.matrix, cb, n, n, 1);
  const parts = factor.map((f, m) => (f * f) / (pi.scale[m]! * pi.scale[m]!));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

/** Aᵖ of a symmetric positive definite A; undefined when an eigenvalue is not above 1e-12 of the largest. */
function symmetricPower(a: Float64Array, n: number, power: number): Float64Array | undefined {
  const { values, vectors } = symmetricEigen(a, n);
  if (!(values[n - 1]! > 1e-12 * values[0]!)) return undefined;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = 0; m < n; m++) sum += vectors[i * n + m]! * vectors[j * n + m]! * values[m]! ** power;
      out[i * n + j] = sum;
      out[j * n + i] = sum;
    }
  }
  return out;
}

const ROUNDS = 200;

/**
 * π = D q with q orthogonal and D diagonal that minimises ‖c − π‖: the uncorrelated factors closest to the standardised assets.
 * Alternates q = (D c² D)^−½ D c and D = diag(q c), as in Meucci, Santangelo & Deguest (2015), appendix A.3.
 */
function torsion(root: Float64Array, n: number): { matrix: Float64Array; scale: Float64Array } {
  let scale: Float64Array = new Float64Array(n).fill(1);
  let matrix = new Float64Array(n * n);
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const dc = root.map((x, k) => scale[Math.floor(k / n)]! * x);
    const inverse = symmetricPower(outer(dc, n), n, -0.5);
    if (inverse === undefined) break;
    const q = multiply(inverse, dc, n, n, n);
    const qc = multiply(q, root, n, n, n);
    scale = Float64Array.from({ length: n }, (_, i) => qc[i * n + i]!);
    matrix = q.map((x, k) => scale[Math.floor(k / n)]! * x);
    const distance = Math.hypot(...root.map((x, k) => x - matrix[k]!));
    if (Math.abs(distance - before) <= 1e-12 * n) break;
    before = distance;
  }
  return { matrix, scale };
}

/** A Aᵀ. */
function outer(a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * a[j * n + k]!;
      out[i * n + j] = sum;
    }
  }
  return out;
}

const params = z.object({
  window: windowParam(252, [20, 2520], 'rows in the window'),
  bets: z.enum(['minimum-torsion', 'principal']).default('principal').meta({
    unit: 'choice',
    description: 'uncorrelated factors: the principal components, or those that stay closest to the assets',
  }),
  weights: weightingParam('equal'),
});

/** Rolling `effectiveBets`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than max(30, 2N) complete rows, where a column does not vary, and for the minimum torsion where the correlation matrix is singular. */
export const effectiveBetsMeasure: Measure<typeof params> = {
  id: 'effective-bets',
  title: { 'zh-Hans': '有效独立押注数', 'zh-Hant': '有效獨立押注數', en: 'Effective number of bets' },
  group: 'dependence',
  unit: 'count',
  range: [1, 60],
  input: 'changes',
  columns: [2, 60],
  formula:
    'ENB = exp(−Σ p_m ln p_m); p_m = (t⁻ᵀw)_m (tΣw)_m / wᵀΣw; F = t x uncorrelated, Σ the covariance of rows t−w+1 … t',
  reading:
    '1 one bet, N as many as positions: nine positions can act as 1.7 bets. Principal bets put everything that moves together into one, and a portfolio close to the first component counts as little more than one bet even when correlations are low; minimum-torsion bets stay near N when the positions are alike. The square of the diversification ratio lies between.',
  params,
  source: {
    citation:
      'Meucci (2009), Managing diversification, Risk 22(5); Meucci, Santangelo & Deguest (2015), Risk budgeting and diversification based on optimized uncorrelated factors, Risk 28(11)',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window, bets, weights }) {
    const columns = columnsOf(panel, this);
    const n = columns.length;
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    rollingCovariance(columns, { window }, (t, moments) => {
      if (!moments) return;
      const w = portfolioWeights(moments, n, weights);
      if (!w) return;
      const value = effectiveBets(moments.covariance, w, bets);
      out[t] = value < 1 ? 1 : value;
    });
    return out;
  },
};
