import type { GarchStart } from './garch.ts';

/** y = Xb + e with a GARCH(1,1) or GJR variance of e. */
export interface GarchRegressionData {
  /** n values; NaN marks a missing row. */
  readonly y: Float64Array;
  /** n×k row-major; a column of ones for a constant mean. */
  readonly x: Float64Array;
  readonly k: number;
  readonly asymmetric: boolean;
  readonly start: Exclude<GarchStart, number>;
}

export interface LikelihoodAt {
  readonly logLikelihood: number;
  /** Derivatives of the log-likelihood by each parameter. */
  readonly gradient: Float64Array;
  /** Σ_t s_t s_tᵀ of the rows' scores, row-major, when asked for. */
  readonly scoreProducts?: Float64Array;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * Gaussian quasi log-likelihood of a regression with GARCH(1,1) errors, with its exact gradient.
 *
 * ℓ = −½ Σ (ln 2π + ln h_t + e_t²/h_t); ∂ℓ_t = ½ (e_t²/h_t − 1) ∂h_t/h_t + (e_t/h_t) x_t on the coefficients of X; ∂h by the recursion of h
 *
 * `theta` = (b_1 … b_k, ω, α, β[, γ]). The start h_1 depends on the parameters through mean(e²), and its derivative is carried along.
 * A missing row is replaced by its expectation, as in `garchFilter`. −∞ likelihood where some h_t is not above 0.
 * @see Fiorentini, Calzolari & Panattoni (1996), J. Applied Econometrics 11(4)
 */
export function garchLikelihood(
  data: GarchRegressionData,
  theta: Float64Array,
  withProducts = false,
): LikelihoodAt {
  const { y, x, k, asymmetric, start } = data;
  const p = theta.length;
  const [iOmega, iAlpha, iBeta, iGamma] = [k, k + 1, k + 2, k + 3];
  const omega = theta[iOmega]!;
  const alpha = theta[iAlpha]!;
  const beta = theta[iBeta]!;
  const gamma = asymmetric ? theta[iGamma]! : 0;
  const carry = alpha + beta + gamma / 2;
  const e = residualsOf(y, x, k, theta);
  const { mean, slopes } = meanSquareWithSlopes(e, x, k, p);
  let h = mean;
  const dh = slopes;
  if (start === 'presample') {
    h = omega + carry * mean;
    for (let i = 0; i < k; i++) dh[i]! *= carry;
    dh[iOmega] = 1;
    dh[iAlpha] = mean;
    dh[iBeta] = mean;
    if (asymmetric) dh[iGamma] = mean / 2;
  }
  const gradient = new Float64Array(p);
  const score = new Float64Array(p);
  const products = withProducts ? new Float64Array(p * p) : undefined;
  let sum = 0;
  for (let t = 0; t < y.length; t++) {
    const et = e[t]!;
    if (!(h > 0)) return { logLikelihood: Number.NEGATIVE_INFINITY, gradient: gradient.fill(Number.NaN) };
    const missing = Number.isNaN(et);
    const square = missing ? h : et * et;
    const weight = asymmetric && (missing || et < 0) ? gamma * (missing ? 0.5 : 1) : 0;
    if (!missing) {
      sum += Math.log(h) + square / h;
      const onVariance = (square / h - 1) / (2 * h);
      for (let i = 0; i < p; i++) score[i] = onVariance * dh[i]!;
      for (let i = 0; i < k; i++) score[i]! += (et / h) * x[t * k + i]!;
      for (let i = 0; i < p; i++) gradient[i]! += score[i]!;
      if (products !== undefined) addOuter(products, score);
    }
    const onSquare = alpha + weight;
    const held = missing ? beta + onSquare : beta;
    for (let i = 0; i < p; i++) dh[i]! *= held;
    if (!missing) for (let i = 0; i < k; i++) dh[i]! -= 2 * onSquare * et * x[t * k + i]!;
    dh[iOmega]! += 1;
    dh[iAlpha]! += square;
    dh[iBeta]! += h;
    if (asymmetric) dh[iGamma]! += missing ? square / 2 : et < 0 ? square : 0;
    h = omega + onSquare * square + beta * h;
  }
  const logLikelihood = -(observed(e) * LOG_TWO_PI + sum) / 2;
  return { logLikelihood, gradient, ...(products && { scoreProducts: products }) };
}

/** e = y − Xb; NaN where y or a regressor is missing. */
export function residualsOf(y: Float64Array, x: Float64Array, k: number, b: Float64Array): Float64Array {
  const e = new Float64Array(y.length);
  for (let t = 0; t < y.length; t++) {
    let fitted = 0;
    for (let i = 0; i < k; i++) fitted += x[t * k + i]! * b[i]!;
    e[t] = y[t]! - fitted;
  }
  return e;
}

/** mean(e²) and its derivatives −2 mean(e x_i) in the first k of p places. */
function meanSquareWithSlopes(e: Float64Array, x: Float64Array, k: number, p: number) {
  const slopes = new Float64Array(p);
  let sum = 0;
  const n = observed(e);
  for (let t = 0; t < e.length; t++) {
    const et = e[t]!;
    if (Number.isNaN(et)) continue;
    sum += et * et;
    for (let i = 0; i < k; i++) slopes[i]! -= (2 / n) * et * x[t * k + i]!;
  }
  return { mean: sum / n, slopes };
}

function observed(e: Float64Array): number {
  let n = 0;
  for (let t = 0; t < e.length; t++) if (!Number.isNaN(e[t]!)) n++;
  return n;
}

function addOuter(products: Float64Array, s: Float64Array): void {
  const p = s.length;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) products[i * p + j]! += s[i]! * s[j]!;
}
