import { stationaryDistribution } from './markov-chain.ts';
import { checkNotInfinite } from './refused.ts';

/** y_t − μ_{s_t} = Σ_l φ_l (y_{t−l} − μ_{s_{t−l}}) + e_t, e_t ~ N(0, σ²), s_t a Markov chain of K regimes. */
export interface SwitchingAutoregression {
  /** μ, K values. */
  readonly mean: Float64Array;
  /** φ_1 … φ_p. */
  readonly phi: Float64Array;
  /** σ². */
  readonly variance: number;
  /** P, K×K row-major, P_ij = Pr(s_t = j | s_{t−1} = i). */
  readonly transition: Float64Array;
}

export interface SwitchingFiltered {
  /** Pr(s_t = j | y_1…y_t) for rows p … T − 1, (T − p)×K row-major. */
  readonly filtered: Float64Array;
  /** ln f(y_{p+1}, …, y_T | y_1…y_p). */
  readonly logLikelihood: number;
  /** Of the joint states (s_t, …, s_{t−p}), (T − p)×K^{p+1}, for the smoother. */
  readonly joint: { readonly filtered: Float64Array; readonly predicted: Float64Array };
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * Hamilton's filter of an autoregression about a switching mean: exact, over the K^{p+1} joint states, from the stationary distribution.
 *
 * `y` T rows; the first p are conditioned on. Row t uses rows ≤ t only.
 * NaN policy: NaN in, NaN out: the series must be whole.
 * @throws RangeError when y is infinite, σ² is not above 0, P is no transition matrix, p is 0, or T ≤ p.
 * @see Hamilton (1989), A new approach to the economic analysis of nonstationary time series and the business cycle, Econometrica 57,
 *   eq. 4.1–4.8
 */
export function switchingFilter(y: Float64Array, model: SwitchingAutoregression): SwitchingFiltered {
  const K = model.mean.length;
  const p = model.phi.length;
  const rows = y.length - p;
  checkModel(y, model);
  const states = K ** (p + 1);
  const filtered = new Float64Array(rows * K);
  const joint = { filtered: new Float64Array(rows * states), predicted: new Float64Array(rows * states) };
  const centre = jointCentres(model);
  const constant = -(LOG_TWO_PI + Math.log(model.variance)) / 2;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    const predicted = joint.predicted.subarray(row * states, (row + 1) * states);
    if (row === 0) jointStationary(predicted, model);
    else
      predictJoint(predicted, joint.filtered.subarray((row - 1) * states, row * states), model.transition, K);
    const now = joint.filtered.subarray(row * states, (row + 1) * states);
    let level = y[row + p]!;
    for (let l = 0; l < p; l++) level -= model.phi[l]! * y[row + p - 1 - l]!;
    let most = Number.NEGATIVE_INFINITY;
    for (let s = 0; s < states; s++) {
      now[s] = constant - (level - centre[s]!) ** 2 / (2 * model.variance);
      if (predicted[s]! > 0 && now[s]! > most) most = now[s]!;
    }
    let total = 0;
    for (let s = 0; s < states; s++) {
      now[s] = predicted[s]! > 0 ? predicted[s]! * Math.exp(now[s]! - most) : 0;
      total += now[s]!;
    }
    for (let s = 0; s < states; s++) {
      now[s]! /= total;
      filtered[row * K + Math.floor(s / K ** p)]! += now[s]!;
    }
    sum += most + Math.log(total);
  }
  return { filtered, logLikelihood: sum, joint };
}

/**
 * Smoothed probabilities of the regimes, (T − p)×K row-major. LOOK-AHEAD: for description, never for a signal.
 * @see Kim (1994), J. Econometrics 60, eq. 3.2, here exact because it runs over the joint states
 */
export function switchingSmoother(
  { joint }: SwitchingFiltered,
  model: SwitchingAutoregression,
): Float64Array {
  const K = model.mean.length;
  const older = K ** model.phi.length;
  const states = older * K;
  const rows = joint.filtered.length / states;
  const smoothed = joint.filtered.slice();
  for (let row = rows - 2; row >= 0; row--) {
    const next = (row + 1) * states;
    for (let s = 0; s < states; s++) {
      const kept = Math.floor(s / K);
      const regime = Math.floor(s / older);
      let ratio = 0;
      for (let j = 0; j < K; j++) {
        const to = next + j * older + kept;
        const p = joint.predicted[to]!;
        if (p > 0) ratio += (model.transition[regime * K + j]! * smoothed[to]!) / p;
      }
      smoothed[row * states + s]! *= ratio;
    }
  }
  const out = new Float64Array(rows * K);
  for (let at = 0; at < smoothed.length; at++) {
    const row = Math.floor(at / states);
    out[row * K + Math.floor((at % states) / older)]! += smoothed[at]!;
  }
  return out;
}

/** μ_{s_t} − Σ φ_l μ_{s_{t−l}} of each joint state, s_t its leading digit in base K. */
function jointCentres({ mean, phi }: SwitchingAutoregression): Float64Array {
  const K = mean.length;
  const p = phi.length;
  return Float64Array.from({ length: K ** (p + 1) }, (_, s) => {
    let centre = mean[Math.floor(s / K ** p)]!;
    for (let l = 1; l <= p; l++) centre -= phi[l - 1]! * mean[Math.floor(s / K ** (p - l)) % K]!;
    return centre;
  });
}

/** Pr(s_{t−p}) Π Pr(s_{t−l+1} | s_{t−l}) from the stationary distribution. */
function jointStationary(out: Float64Array, { mean, phi, transition }: SwitchingAutoregression): void {
  const K = mean.length;
  const p = phi.length;
  const pi = stationaryDistribution(transition, K);
  for (let s = 0; s < out.length; s++) {
    let product = pi[s % K]!;
    for (let l = p; l >= 1; l--) {
      const from = Math.floor(s / K ** (p - l)) % K;
      const to = Math.floor(s / K ** (p - l + 1)) % K;
      product *= transition[from * K + to]!;
    }
    out[s] = product;
  }
}

/** predicted(s_t, …, s_{t−p}) = P(s_{t−1}, s_t) Σ over s_{t−p−1} of the filtered joint probabilities. */
function predictJoint(out: Float64Array, before: Float64Array, transition: Float64Array, K: number): void {
  const older = out.length / K;
  for (let r = 0; r < older; r++) {
    let sum = 0;
    for (let q = 0; q < K; q++) sum += before[r * K + q]!;
    const from = Math.floor((r * K) / older);
    for (let j = 0; j < K; j++) out[j * older + r] = transition[from * K + j]! * sum;
  }
}

function checkModel(y: Float64Array, { phi, variance }: SwitchingAutoregression): void {
  checkNotInfinite('y', y);
  if (phi.length === 0) throw new RangeError('an autoregression has at least one lag, came none');
  if (!(variance > 0 && variance < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`the variance must be finite and above 0, came ${variance}`);
  }
  if (y.length <= phi.length) {
    throw new RangeError(`y must have more rows than the ${phi.length} lags, came ${y.length}`);
  }
}
