import { cholesky, logDeterminant } from '../math/cholesky.ts';
import { checkMatrix } from '../math/matrix.ts';
import {
  type MarkovFiltered,
  type MarkovSmoothed,
  markovFilter,
  markovSmoother,
  type ViterbiPath,
  viterbi,
} from './markov-filter.ts';
import { checkNotInfinite } from './refused.ts';

/** y_t | s_t = j ~ N(m_j, V_j), s_t a Markov chain: K regimes of d columns. */
export interface GaussianHmm {
  /** m, K×d row-major. */
  readonly mean: Float64Array;
  /** V, K×d×d row-major; with one column the K variances. */
  readonly covariance: Float64Array;
  /** P, K×K row-major, P_ij = Pr(s_t = j | s_{t−1} = i). */
  readonly transition: Float64Array;
  /** π, distribution of the first state, K values. */
  readonly initial: Float64Array;
}

/**
 * Probabilities of the regimes at each row from the rows up to it; see `markovFilter`. `y` T×d row-major.
 * NaN policy: a row with a NaN is missing: predicted, not updated.
 * @throws RangeError when a size disagrees, a value is infinite, P is no transition matrix or a covariance not positive definite.
 * @see Hamilton (1989), Econometrica 57; Hamilton (1994), Time Series Analysis, ch. 22
 */
export function hmmFilter(y: Float64Array, model: GaussianHmm): MarkovFiltered {
  return markovFilter(logDensities(y, model), model.transition, model.initial);
}

/** Smoothed probabilities. LOOK-AHEAD: for description, never for a signal. */
export function hmmSmoother(filtered: MarkovFiltered, model: GaussianHmm): MarkovSmoothed {
  return markovSmoother(filtered, model.transition, model.initial.length);
}

/** Most probable path of regimes. LOOK-AHEAD. */
export function hmmViterbi(y: Float64Array, model: GaussianHmm): ViterbiPath {
  return viterbi(logDensities(y, model), model.transition, model.initial);
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * ln N(y_t; m_j, V_j) of each row and regime, T×K row-major. NaN in a row that holds a NaN.
 * @throws RangeError when a size disagrees, a value is infinite or a covariance is not positive definite.
 */
export function logDensities(y: Float64Array, { mean, covariance, initial }: GaussianHmm): Float64Array {
  const K = initial.length;
  const d = mean.length / K;
  checkMatrix(mean, K, d);
  checkMatrix(covariance, K, d * d);
  checkNotInfinite('y', y);
  const T = y.length / d;
  if (!Number.isInteger(T)) throw new RangeError(`y must have a multiple of ${d} values, came ${y.length}`);
  const out = new Float64Array(T * K);
  for (let j = 0; j < K; j++) {
    if (d === 1) univariate(out, y, j, K, mean[j]!, covariance[j]!);
    else
      multivariate(
        out,
        y,
        j,
        K,
        mean.subarray(j * d, j * d + d),
        covariance.subarray(j * d * d, (j + 1) * d * d),
      );
  }
  return out;
}

function univariate(out: Float64Array, y: Float64Array, j: number, K: number, m: number, v: number): void {
  if (!(v > 0)) throw new RangeError(`the variance of regime ${j} must be above 0, came ${v}`);
  const constant = -(LOG_TWO_PI + Math.log(v)) / 2;
  const scale = -0.5 / v;
  for (let t = 0; t < y.length; t++) {
    const e = y[t]! - m;
    out[t * K + j] = constant + scale * e * e;
  }
}

function multivariate(
  out: Float64Array,
  y: Float64Array,
  j: number,
  K: number,
  m: Float64Array,
  V: Float64Array,
): void {
  const d = m.length;
  const l = cholesky(V, d);
  if (l === undefined) throw new RangeError(`the covariance of regime ${j} is not positive definite`);
  const constant = -(d * LOG_TWO_PI + logDeterminant(l, d)) / 2;
  const inverse = Float64Array.from(m, (_, i) => 1 / l[i * d + i]!);
  const left = new Float64Array(4 * d);
  const T = y.length / d;
  const even = T - (T % 4);
  // Four rows side by side: the steps of one substitution wait for each other, those of four do not.
  for (let t = 0; t < even; t += 4) {
    const row = t * d;
    let form0 = 0;
    let form1 = 0;
    let form2 = 0;
    let form3 = 0;
    for (let i = 0; i < d; i++) {
      const centre = m[i]!;
      let rest0 = y[row + i]! - centre;
      let rest1 = y[row + d + i]! - centre;
      let rest2 = y[row + 2 * d + i]! - centre;
      let rest3 = y[row + 3 * d + i]! - centre;
      let at = 0;
      for (let k = i * d; k < i * d + i; k++) {
        const factor = l[k]!;
        rest0 -= factor * left[at]!;
        rest1 -= factor * left[at + 1]!;
        rest2 -= factor * left[at + 2]!;
        rest3 -= factor * left[at + 3]!;
        at += 4;
      }
      const scale = inverse[i]!;
      rest0 *= scale;
      rest1 *= scale;
      rest2 *= scale;
      rest3 *= scale;
      left[at] = rest0;
      left[at + 1] = rest1;
      left[at + 2] = rest2;
      left[at + 3] = rest3;
      form0 += rest0 * rest0;
      form1 += rest1 * rest1;
      form2 += rest2 * rest2;
      form3 += rest3 * rest3;
    }
    out[t * K + j] = constant - form0 / 2;
    out[(t + 1) * K + j] = constant - form1 / 2;
    out[(t + 2) * K + j] = constant - form2 / 2;
    out[(t + 3) * K + j] = constant - form3 / 2;
  }
  for (let t = even; t < T; t++) {
    let form = 0;
    for (let i = 0; i < d; i++) {
      let rest = y[t * d + i]! - m[i]!;
      for (let k = 0; k < i; k++) rest -= l[i * d + k]! * left[k]!;
      left[i] = rest * inverse[i]!;
      form += left[i]! * left[i]!;
    }
    out[t * K + j] = constant - form / 2;
  }
}
