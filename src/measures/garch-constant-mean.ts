import type { GarchStart } from './garch.ts';

/** Rows whose variances are multiplied before a logarithm is taken: variances near 1 stay far from over- and underflow. */
const LOG_BLOCK = 8;
const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * The constant-mean case of `garchLikelihood`, which is its oracle, in scalars: log-likelihood, and its gradient by (μ, ω, α, β, γ) written
 * into `gradient` (5 values). `returns` n rows scaled to variance about 1, holes as NaN; without γ the symmetric model, and 0 in its place of
 * the gradient.
 */
export function constantMeanLikelihood(
  returns: Float64Array,
  start: Exclude<GarchStart, number>,
  mu: number,
  omega: number,
  alpha: number,
  beta: number,
  gamma: number | undefined,
  gradient: Float64Array,
): number {
  const n = returns.length;
  const asymmetric = gamma !== undefined;
  const half = (gamma ?? 0) / 2;
  let sum = 0;
  let squares = 0;
  let observed = 0;
  for (let t = 0; t < n; t++) {
    const e = returns[t]! - mu;
    if (Number.isNaN(e)) continue;
    observed++;
    sum += e;
    squares += e * e;
  }
  const mean = squares / observed;
  const carry = start === 'presample' ? alpha + beta + half : 1;
  const before = start === 'presample' ? 1 : 0;
  let h = before * omega + carry * mean;
  let dMu = (-2 * carry * sum) / observed;
  let dOmega = before;
  let dAlpha = before * mean;
  let dBeta = dAlpha;
  let dGamma = dAlpha / 2;
  let gMu = 0;
  let gOmega = 0;
  let gAlpha = 0;
  let gBeta = 0;
  let gGamma = 0;
  let deviance = 0;
  let product = 1;
  let smallest = h;
  const held = alpha + beta + half;
  for (let t = 0; t < n; t++) {
    const e = returns[t]! - mu;
    if (Number.isNaN(e)) {
      dMu *= held;
      dOmega = held * dOmega + 1;
      dAlpha = held * dAlpha + h;
      dBeta = held * dBeta + h;
      dGamma = held * dGamma + h / 2;
      h = omega + held * h;
      continue;
    }
    const square = e * e;
    const inverse = 1 / h;
    const ratio = square * inverse;
    if (h < smallest) smallest = h;
    product *= h;
    if (t % LOG_BLOCK === 0) {
      deviance += Math.log(product);
      product = 1;
    }
    deviance += ratio;
    const onVariance = 0.5 * (ratio - 1) * inverse;
    gMu += onVariance * dMu + e * inverse;
    gOmega += onVariance * dOmega;
    gAlpha += onVariance * dAlpha;
    gBeta += onVariance * dBeta;
    let onSquare = alpha;
    if (asymmetric) {
      gGamma += onVariance * dGamma;
      dGamma *= beta;
      if (e < 0) {
        dGamma += square;
        onSquare += gamma;
      }
    }
    dMu = beta * dMu - 2 * onSquare * e;
    dOmega = beta * dOmega + 1;
    dAlpha = beta * dAlpha + square;
    dBeta = beta * dBeta + h;
    h = omega + onSquare * square + beta * h;
  }
  gradient[0] = gMu;
  gradient[1] = gOmega;
  gradient[2] = gAlpha;
  gradient[3] = gBeta;
  gradient[4] = gGamma;
  if (!(smallest > 0)) return Number.NEGATIVE_INFINITY;
  return -(observed * LOG_TWO_PI + deviance + Math.log(product)) / 2;
}
