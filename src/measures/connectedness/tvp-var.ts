import { checkWithin } from '../../math/arguments.ts';
import { checkMatrix } from '../../math/matrix.ts';
import { type SimdSlopesState, slopesState, slopesStep } from './simd-slopes-step.ts';
import { forecastError } from './slopes-step.ts';
import { isStable } from './stability.ts';
import type { TvpPrior } from './tvp-var-prior.ts';

/** Factor by which slopes shrink after a step that made the system unstable. */
const SHRINK = 0.99;

/** Squared one-step error above which nothing can be learnt from a row in double precision. */
const BEYOND = 1e100;

export interface Forgetting {
  /** κ_1 in (0, 1]: what the slopes remember from row to row. */
  readonly kappa1: number;
  /** κ_2 in (0, 1]: what the error covariance remembers from row to row. */
  readonly kappa2: number;
}

/**
 * Kalman filter of a vector autoregression whose slopes walk at random and whose error covariance decays, both by forgetting factors.
 *
 * y_t = F_t b_t + e_t, F_t = I ⊗ (y_{t−1}', …, y_{t−p}'), no intercept; Q_t = κ_2 Q_{t−1} + (1 − κ_2) e_t e_t', e_t = y_t − F_t b_{t−1};
 * R_t = S_{t−1} / κ_1 (V_0 at first); K_t = R_t F_t' (Q_t + F_t R_t F_t')⁺; b_t = b_{t−1} + K_t (y_t − F_t b_{t−1}); S_t = R_t − K_t F_t R_t
 *
 * A step whose companion matrix has an eigenvalue of modulus above 1 is not taken over: `coefficients` stay, and the next step begins at
 * 0.99 of the slopes before it.
 * @see Koop & Korobilis (2014), European Economic Review 71, section 2; Antonakakis, Chatziantoniou & Gabauer (2020), J. Risk and Financial
 * Management 13(4), eq. 1–9.
 */
export class TvpVar {
  readonly n: number;
  readonly lag: number;
  /** A_1 … A_p of the last stable step, p×N×N. */
  readonly coefficients: Float64Array;
  /** Q_t, N×N. */
  readonly sigma: Float64Array;
  readonly #forgetting: Forgetting;
  readonly #state: SimdSlopesState;
  /** Slopes of the last step, taken over or not: what the next one-step error is measured from. */
  readonly #latest: Float64Array;
  readonly #before: Float64Array;
  #started = false;
  #unstable = 0;

  /** @throws RangeError when a forgetting factor is outside (0, 1] or Q is not N×N. */
  constructor(prior: TvpPrior, sigma: Float64Array, { kappa1, kappa2 }: Forgetting) {
    const { n, lag, slopes, covariance } = prior;
    checkMatrix(sigma, n, n);
    checkWithin('kappa1', kappa1, Number.MIN_VALUE, 1);
    checkWithin('kappa2', kappa2, Number.MIN_VALUE, 1);
    this.n = n;
    this.lag = lag;
    this.coefficients = Float64Array.from(slopes);
    this.sigma = Float64Array.from(sigma);
    this.#forgetting = { kappa1, kappa2 };
    this.#state = slopesState(n, lag, slopes, covariance);
    this.#latest = Float64Array.from(slopes);
    this.#before = Float64Array.from(slopes);
  }

  /** Steps that were not taken over for want of stability. */
  get unstable(): number {
    return this.#unstable;
  }

  /** S_t, pN²×pN², exactly symmetric. */
  get covariance(): Float64Array {
    return this.#state.covariance;
  }

  /**
   * Takes row y (N values) with its lags y_{t−1}, …, y_{t−p} (Np values); `shock` (N values) instead of e_t moves Q when it is given.
   * @returns false, and nothing changes, when a value is not finite or so large that double precision cannot hold the step.
   */
  observe(y: Float64Array, lags: Float64Array, shock?: Float64Array): boolean {
    const state = this.#state;
    this.#before.set(state.slopes);
    forecastError(state, y, lags, this.#latest);
    let squares = 0;
    for (let i = 0; i < this.n; i++) squares += state.error[i]! * state.error[i]!;
    if (!(squares < BEYOND)) return false;
    this.decay(shock ?? state.error);
    slopesStep(state, y, lags, this.sigma, this.#started ? 1 / this.#forgetting.kappa1 : 1);
    this.#started = true;
    this.#settle();
    return true;
  }

  /** Q ← κ_2 Q + (1 − κ_2) e e', alone. */
  decay(e: Float64Array): void {
    const { n, sigma } = this;
    const { kappa2 } = this.#forgetting;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const value = kappa2 * sigma[i * n + j]! + (1 - kappa2) * (e[i]! * e[j]!);
        sigma[i * n + j] = value;
        sigma[j * n + i] = value;
      }
    }
  }

  /** [A_1 … A_p] as N×Np row-major, written into `out`. */
  blocks(out: Float64Array): Float64Array {
    const { n, lag, coefficients } = this;
    for (let l = 0, from = 0; l < lag; l++) {
      for (let i = 0; i < n; i++) {
        const to = (i * lag + l) * n;
        for (let j = 0; j < n; j++) out[to + j] = coefficients[from++]!;
      }
    }
    return out;
  }

  #settle(): void {
    const { slopes } = this.#state;
    this.#latest.set(slopes);
    if (isStable(slopes, this.n, this.lag)) this.coefficients.set(slopes);
    else {
      this.#unstable++;
      for (let k = 0; k < slopes.length; k++) slopes[k] = SHRINK * this.#before[k]!;
    }
  }
}
