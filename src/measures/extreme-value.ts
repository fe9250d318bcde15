import { brentMinimum } from '../math/brent.ts';
import { quantileOfSorted } from '../math/quantile.ts';
import { checkNotInfinite, isConstant, type Refused } from './refused.ts';

/** Losses above a threshold u follow 1 − (1 + ξ(x − u)/β)^(−1/ξ). */
export interface PeaksOverThreshold {
  /** u, in units of the losses. */
  readonly threshold: number;
  /** ξ: above 0 a power tail with moments below 1/ξ, 0 exponential, below 0 an end. */
  readonly shape: number;
  /** β > 0. */
  readonly scale: number;
  /** N_u, losses strictly above u. */
  readonly exceedances: number;
  /** n. */
  readonly rows: number;
  /** −ℓ = N_u ln β + (1 + 1/ξ) Σ ln(1 + ξ y/β). */
  readonly negativeLogLikelihood: number;
  /** False when the likelihood still rises at the edge ξ = −1 of what is searched. */
  readonly converged: boolean;
}

/** Fewest exceedances. */
const LEAST_EXCEEDANCES = 30;

/**
 * Peaks over threshold: a generalised Pareto distribution for the losses above the type 7 quantile u, by maximum likelihood.
 *
 * `losses` n values, positive = loss; `probability` that of u (0.9 … 0.95). Refused below 30 exceedances and when they do not vary.
 * NaN policy: missing losses are left out.
 * @throws RangeError when the probability is outside (0, 1) or a loss is infinite.
 * @see McNeil & Frey (2000), J. Empirical Finance 7; McNeil, Frey & Embrechts (2015), Quantitative Risk Management, § 5.2.1
 */
export function fitPeaksOverThreshold(
  losses: Float64Array,
  probability: number,
): PeaksOverThreshold | Refused {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must lie in (0, 1), came ${probability}`);
  }
  checkNotInfinite('losses', losses);
  const sorted = losses.filter((x) => !Number.isNaN(x)).sort();
  if (sorted.length < LEAST_EXCEEDANCES) return { refused: 'insufficient_data' };
  if (isConstant(sorted)) return { refused: 'constant_series' };
  const threshold = quantileOfSorted(sorted, probability);
  const excesses = sorted.filter((x) => x > threshold).map((x) => x - threshold);
  if (excesses.length < LEAST_EXCEEDANCES) return { refused: 'insufficient_data' };
  if (isConstant(excesses)) return { refused: 'constant_series' };
  return { threshold, exceedances: excesses.length, rows: sorted.length, ...fitGeneralisedPareto(excesses) };
}

/** Steps of the first search in u = ln(1 + θ max y), θ = ξ/β. */
const GRID = { from: -8, to: 14, step: 0.25 } as const;

/**
 * Maximum likelihood of the generalised Pareto distribution over ξ > −1, exactly one-dimensional: at its best ξ(θ) = mean ln(1 + θy),
 * β = ξ/θ, −ℓ(θ) = N ln(ξ/θ) + N(1 + ξ). `excesses` y N values > 0.
 * @see Grimshaw (1993), Computing maximum likelihood estimates for the generalized Pareto distribution, Technometrics 35(2)
 */
export function fitGeneralisedPareto(
  excesses: Float64Array,
): Pick<PeaksOverThreshold, 'shape' | 'scale' | 'negativeLogLikelihood' | 'converged'> {
  const largest = excesses.reduce((a, b) => Math.max(a, b), 0);
  const at = (u: number) => paretoAt(excesses, Math.expm1(u) / largest);
  const value = (u: number) => at(u).negativeLogLikelihood;
  let best: number = GRID.from;
  for (let u: number = GRID.from; u <= GRID.to; u += GRID.step) if (value(u) < value(best)) best = u;
  const found = brentMinimum(value, best - GRID.step, best + GRID.step, {
    tolerance: 1e-10,
    maxIterations: 300,
  });
  const fit = at(found.x);
  return { ...fit, converged: found.converged && fit.shape > -0.999 };
}

function paretoAt(excesses: Float64Array, theta: number) {
  const N = excesses.length;
  let sum = 0;
  let logs = 0;
  for (let i = 0; i < N; i++) {
    sum += excesses[i]!;
    logs += Math.log1p(theta * excesses[i]!);
  }
  const shape = logs / N;
  // At θ = 0 the distribution is exponential.
  const scale = Math.abs(theta * sum) < 1e-10 * N ? sum / N : shape / theta;
  const allowed = shape > -1;
  const negativeLogLikelihood = allowed ? N * Math.log(scale) + N * (1 + shape) : Number.POSITIVE_INFINITY;
  return { shape, scale, negativeLogLikelihood };
}

/** |ξ| below which the limits of ξ → 0 are taken. */
const EXPONENTIAL = 1e-8;

/**
 * VaR and ES beyond the threshold: VaR_q = u + β/ξ((n(1 − q)/N_u)^−ξ − 1), ES_q = (VaR_q + β − ξu)/(1 − ξ); at ξ → 0 u − β ln(n(1 − q)/N_u) and
 * VaR_q + β. Losses positive, in units of the data.
 *
 * `confidence` q, at least that of the threshold. ES is +∞ when ξ ≥ 1: the mean does not exist.
 * @throws RangeError when q is not in (0, 1) or lies below the threshold's own.
 * @see McNeil, Frey & Embrechts (2015), eq. 5.18–5.20
 */
export function extremeRisk(fit: PeaksOverThreshold, confidence: number): { var: number; es: number } {
  const { threshold, shape, scale, exceedances, rows } = fit;
  const share = (rows * (1 - confidence)) / exceedances;
  if (!(confidence > 0 && confidence < 1 && share <= 1 + 1e-9)) {
    throw new RangeError(
      `confidence must lie in [${1 - exceedances / rows}, 1), at or beyond the threshold, came ${confidence}`,
    );
  }
  if (Math.abs(shape) < EXPONENTIAL) {
    const VaR = threshold - scale * Math.log(share);
    return { var: VaR, es: VaR + scale };
  }
  const VaR = threshold + (scale / shape) * (share ** -shape - 1);
  return {
    var: VaR,
    es: shape < 1 ? (VaR + scale - shape * threshold) / (1 - shape) : Number.POSITIVE_INFINITY,
  };
}

/**
 * Hill's tail index α = 1 / mean_{i≤k} ln(X_(i)/X_(k+1)) of the k largest losses: Pr(X > x) ~ x^−α, moments below α exist.
 *
 * `losses` n values; NaN is left out. NaN when the (k + 1)-th largest is not above 0, or fewer than k + 1 are there.
 * @throws RangeError when k is no whole number ≥ 1.
 * @see Hill (1975), A simple general approach to inference about the tail of a distribution, The Annals of Statistics 3(5)
 */
export function hillTailIndex(losses: Float64Array, k: number): number {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`k must be a whole number of at least 1, came ${k}`);
  const descending = losses
    .filter((x) => !Number.isNaN(x))
    .sort()
    .reverse();
  const base = descending[k];
  if (base === undefined || !(base > 0)) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < k; i++) sum += Math.log(descending[i]! / base);
  return k / sum;
}
