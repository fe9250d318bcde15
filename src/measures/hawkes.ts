import { inverse } from '../math/lu.ts';
import { nelderMead } from '../math/nelder-mead.ts';
import { numericalHessian } from '../math/numerical-derivatives.ts';
import type { Refused } from './refused.ts';

export interface HawkesFit {
  /** Events a unit of time that nothing earlier set off. */
  readonly baseline: number;
  /** α: what an event adds to the intensity at once. */
  readonly jump: number;
  /** β: rate at which that fades. */
  readonly decay: number;
  /** n = α/β: events that an event sets off on average; 1 is the edge of an explosion. */
  readonly branching: number;
  /** From the inverse of the observed information; NaN when it is not positive definite. */
  readonly branchingError: number;
  readonly logLikelihood: number;
  readonly events: number;
}

const FEWEST = 20;
/** Fastest decay looked for, in units of one over the shortest gap. */
const FASTEST = 10;
const START = [0.2, 0.5, 0.8] as const;

/**
 * Log-likelihood of a self-exciting (Hawkes) process with intensity λ(t) = μ + Σ_{t_i < t} α e^(−β (t − t_i)) on [0, T]:
 * Σ ln(μ + α A_i) − μT − (α/β) Σ (1 − e^(−β (T − t_i))), A_1 = 0, A_i = e^(−β (t_i − t_{i−1})) (1 + A_{i−1}).
 *
 * `times` ascending in [0, T]; μ, α, β in events and one over the unit of time. −∞ outside μ > 0, α ≥ 0, β > 0.
 * @see Ozaki (1979), Annals of the Institute of Statistical Mathematics 31(1), 145–155, eq. 6
 */
export function hawkesLogLikelihood(
  times: Float64Array,
  T: number,
  mu: number,
  alpha: number,
  beta: number,
): number {
  if (!(mu > 0 && alpha >= 0 && beta > 0)) return Number.NEGATIVE_INFINITY;
  let [sum, excitement] = [-mu * T, 0];
  for (let i = 0; i < times.length; i++) {
    if (i > 0) excitement = Math.exp(-beta * (times[i]! - times[i - 1]!)) * (1 + excitement);
    sum += Math.log(mu + alpha * excitement) + (alpha / beta) * Math.expm1(-beta * (T - times[i]!));
  }
  return sum;
}

/**
 * Maximum-likelihood fit of the exponential Hawkes process, by Nelder–Mead over ln μ, ln n, ln β from three starts.
 *
 * `times` n ascending instants in [0, T]. Refused under 20 events and when two events share an instant.
 * @throws RangeError when the times are not ascending inside [0, T].
 * @see Ozaki (1979); Ogata (1978), Annals of the Institute of Statistical Mathematics 30, 243–261 (consistency and information)
 */
export function fitHawkes(times: Float64Array, T: number): HawkesFit | Refused {
  checkTimes(times, T);
  const n = times.length;
  if (n < FEWEST) return { refused: 'insufficient_data' };
  const shortest = times.reduce((least, at, i) => (i > 0 ? Math.min(least, at - times[i - 1]!) : least), T);
  if (!(shortest > 0)) return { refused: 'collinear' };
  const fastest = FASTEST / shortest;
  const cost = ([logMu, logN, logBeta]: Float64Array) => {
    const [mu, branching, beta] = [Math.exp(logMu!), Math.exp(logN!), Math.exp(logBeta!)];
    if (beta > fastest || beta < 1 / T) return Number.POSITIVE_INFINITY;
    return -hawkesLogLikelihood(times, T, mu, branching * beta, beta);
  };
  const starts = START.map((branching) =>
    nelderMead(
      cost,
      Float64Array.of(Math.log(((1 - branching) * n) / T), Math.log(branching), Math.log((4 * n) / T)),
    ),
  );
  const best = starts.reduce((one, other) => (other.value < one.value ? other : one));
  const [baseline, branching, decay] = Array.from(best.x, Math.exp) as [number, number, number];
  return {
    baseline,
    jump: branching * decay,
    decay,
    branching,
    branchingError: errorOf(times, T, baseline, branching, decay),
    logLikelihood: -best.value,
    events: n,
  };
}

/** Error of n: root of the second diagonal entry of the inverse information in μ, n, β. */
function errorOf(times: Float64Array, T: number, mu: number, n: number, beta: number): number {
  const cost = ([m, branching, b]: Float64Array) => -hawkesLogLikelihood(times, T, m!, branching! * b!, b!);
  const scale = Float64Array.of(mu, n, beta);
  const scaled = (x: Float64Array) => cost(x.map((value, k) => value * scale[k]!));
  const covariance = inverse(numericalHessian(scaled, Float64Array.of(1, 1, 1)), 3);
  const variance = covariance?.[4] ?? Number.NaN;
  return variance > 0 ? n * Math.sqrt(variance) : Number.NaN;
}

function checkTimes(times: Float64Array, T: number): void {
  for (let i = 0; i < times.length; i++) {
    if (!(times[i]! >= (i === 0 ? 0 : times[i - 1]!) && times[i]! <= T)) {
      throw new RangeError(`times must ascend inside [0, ${T}], came ${times[i]} at ${i}`);
    }
  }
}
