import { checkMatrix } from '../math/matrix.ts';
import { checkTransition } from './markov-chain.ts';
import { threeStateFilter, threeStateSmoother } from './three-state-filter.ts';
import { twoStateFilter, twoStateSmoother } from './two-state-filter.ts';

export interface MarkovFiltered {
  /** Pr(s_t = j | y_1…y_t), T×K row-major: what is known at row t. */
  readonly filtered: Float64Array;
  /** Pr(s_t = j | y_1…y_{t−1}), T×K row-major. */
  readonly predicted: Float64Array;
  /** ln f(y_1, …, y_T). */
  readonly logLikelihood: number;
}

/**
 * Forward filter of a hidden Markov chain from the log densities of its states.
 *
 * predicted_t(j) = Σ_i filtered_{t−1}(i) P_ij, predicted_1 = π; filtered_t(j) ∝ predicted_t(j) f_j(y_t); ln L = Σ ln Σ_j predicted_t(j) f_j(y_t)
 *
 * `logDensity` T×K row-major, ln f_j(y_t); `transition` P K×K, P_ij = Pr(s_t = j | s_{t−1} = i); `initial` π K values. Each row is scaled
 * by its largest density, so nothing underflows that can be reached. Row t uses rows ≤ t only.
 * NaN policy: a row whose densities are NaN is missing: predicted, not updated.
 * @throws RangeError when a size disagrees or P is no transition matrix.
 * @see Hamilton (1994), eq. 22.4.5–22.4.8; Rabiner (1989), Proceedings of the IEEE 77(2), eq. 19–21
 */
export function markovFilter(
  logDensity: Float64Array,
  transition: Float64Array,
  initial: Float64Array,
): MarkovFiltered {
  const K = initial.length;
  const T = logDensity.length / K;
  checkTransition(transition, K);
  if (T > 0) checkMatrix(logDensity, T, K);
  if (K === 2) return twoStateFilter(logDensity, transition, initial);
  if (K === 3) return threeStateFilter(logDensity, transition, initial);
  return anyStateFilter(logDensity, transition, initial);
}

/** `markovFilter` for any number of states. */
export function anyStateFilter(
  logDensity: Float64Array,
  transition: Float64Array,
  initial: Float64Array,
): MarkovFiltered {
  const K = initial.length;
  const T = logDensity.length / K;
  const filtered = new Float64Array(T * K);
  const predicted = new Float64Array(T * K);
  let sum = 0;
  // One logarithm for many rows: their products are taken apart before they can underflow.
  let product = 1;
  for (let at = 0; at < T * K; at += K) {
    let most = Number.NEGATIVE_INFINITY;
    let missing = false;
    for (let j = 0; j < K; j++) {
      let p = at === 0 ? initial[j]! : 0;
      for (let i = 0; i < K && at > 0; i++) p += filtered[at - K + i]! * transition[i * K + j]!;
      predicted[at + j] = p;
      const d = logDensity[at + j]!;
      if (Number.isNaN(d)) missing = true;
      else if (p > 0 && d > most) most = d;
    }
    if (missing) {
      for (let j = 0; j < K; j++) filtered[at + j] = predicted[at + j]!;
      continue;
    }
    let total = 0;
    for (let j = 0; j < K; j++) {
      const p = predicted[at + j]!;
      const d = logDensity[at + j]!;
      // The densest state needs no exponential.
      const weight = d === most ? p : p > 0 ? p * Math.exp(d - most) : 0;
      filtered[at + j] = weight;
      total += weight;
    }
    const scale = 1 / total;
    for (let j = 0; j < K; j++) filtered[at + j]! *= scale;
    sum += most;
    if (product * total > 1e-100) product *= total;
    else {
      sum += Math.log(product) + Math.log(total);
      product = 1;
    }
  }
  return { filtered, predicted, logLikelihood: sum + Math.log(product) };
}

export interface MarkovSmoothed {
  /** Pr(s_t = j | y_1…y_T), T×K row-major. LOOK-AHEAD: for description, never for a signal. */
  readonly smoothed: Float64Array;
  /** Σ_t Pr(s_{t−1} = i, s_t = j | y_1…y_T), K×K row-major. */
  readonly transitions: Float64Array;
}

/**
 * Smoothed probabilities of a filtered chain. LOOK-AHEAD: row t uses rows after t.
 *
 * smoothed_t(i) = filtered_t(i) Σ_j P_ij smoothed_{t+1}(j) / predicted_{t+1}(j)
 *
 * @see Kim (1994), Dynamic linear models with Markov-switching, J. Econometrics 60, eq. 3.2; Hamilton (1994), eq. 22.4.14
 */
export function markovSmoother(
  path: Pick<MarkovFiltered, 'filtered' | 'predicted'>,
  transition: Float64Array,
  K: number,
): MarkovSmoothed {
  if (K === 2) return twoStateSmoother(path, transition);
  if (K === 3) return threeStateSmoother(path, transition);
  return anyStateSmoother(path, transition, K);
}

/** `markovSmoother` for any number of states. */
export function anyStateSmoother(
  { filtered, predicted }: Pick<MarkovFiltered, 'filtered' | 'predicted'>,
  transition: Float64Array,
  K: number,
): MarkovSmoothed {
  const T = filtered.length / K;
  const smoothed = filtered.slice();
  const transitions = new Float64Array(K * K);
  const ratio = new Float64Array(K);
  for (let t = T - 2; t >= 0; t--) {
    const at = t * K;
    for (let j = 0; j < K; j++) {
      const p = predicted[at + K + j]!;
      ratio[j] = p > 0 ? smoothed[at + K + j]! / p : 0;
    }
    for (let i = 0; i < K; i++) {
      const f = filtered[at + i]!;
      let sum = 0;
      for (let j = 0; j < K; j++) {
        const joint = f * transition[i * K + j]! * ratio[j]!;
        transitions[i * K + j]! += joint;
        sum += joint;
      }
      smoothed[at + i] = sum;
    }
  }
  return { smoothed, transitions };
}

export interface ViterbiPath {
  readonly states: Int32Array;
  /** ln of the joint density of the path and the data. */
  readonly logProbability: number;
}

/**
 * The single most probable path of states given all rows. LOOK-AHEAD. Ties go to the lower state. Sizes as in `markovFilter`; a missing
 * row adds nothing.
 * @throws RangeError when P is no transition matrix.
 * @see Viterbi (1967); Rabiner (1989), eq. 32–35
 */
export function viterbi(
  logDensity: Float64Array,
  transition: Float64Array,
  initial: Float64Array,
): ViterbiPath {
  const K = initial.length;
  const T = logDensity.length / K;
  checkTransition(transition, K);
  const logP = transition.map(Math.log);
  const from = new Int32Array(T * K);
  let score = initial.map(Math.log);
  for (let t = 0; t < T; t++) {
    const before = score;
    score = score.map((s, j) => {
      let best = s;
      if (t > 0) {
        best = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < K; i++) {
          const through = before[i]! + logP[i * K + j]!;
          if (through <= best) continue;
          best = through;
          from[t * K + j] = i;
        }
      }
      const d = logDensity[t * K + j]!;
      return best + (Number.isNaN(d) ? 0 : d);
    });
  }
  const states = new Int32Array(T);
  let last = 0;
  for (let j = 1; j < K; j++) if (score[j]! > score[last]!) last = j;
  for (let t = T - 1; t >= 0; t--) {
    states[t] = last;
    last = from[t * K + last]!;
  }
  return { states, logProbability: T > 0 ? Math.max(...score) : 0 };
}
