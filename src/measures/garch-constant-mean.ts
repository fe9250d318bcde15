import type { GarchStart } from './garch.ts';

/** Rows whose variances are multiplied before a logarithm is taken: variances near 1 stay far from over- and underflow. */
const LOG_BLOCK = 8;
const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * The constant-mean case of `garchLikelihood`, which is its oracle, in scalars: log-likelihood, and its gradient by (μ, ω, α, β, γ) written
 * into `gradient` (5 values). `returns` n rows without holes and scaled to variance about 1; γ = 0 is the symmetric model.
 */
export function constantMeanLikelihood(
  returns: Float64Array,
  start: Exclude<GarchStart, number>,
  mu: number,
  omega: number,
  alpha: number,
  beta: number,
  gamma: number,
  gradient: Float64Array,
): number {
  const n = returns.length;
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < n; t++) {
    const e = returns[t]! - mu;
    sum += e;
    squares += e * e;
  }
  const mean = squares / n;
  const carry = start === 'presample' ? alpha + beta + gamma / 2 : 1;
  const before = start === 'presample' ? 1 : 0;
  let h = before * omega + carry * mean;
  let dMu = (-2 * carry * sum) / n;
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
  for (let t = 0; t < n; t++) {
    const e = returns[t]! - mu;
    const square = e * e;
    const inverse = 1 / h;
    const ratio = square * inverse;
    if (h < smallest) smallest = h;
    product *= h;
    if (t % LOG_BLOCK === LOG_BLOCK - 1) {
      deviance += Math.log(product);
      product = 1;
    }
    deviance += ratio;
    const onVariance = 0.5 * (ratio - 1) * inverse;
    gMu += onVariance * dMu + e * inverse;
    gOmega += onVariance * dOmega;
    gAlpha += onVariance * dAlpha;
    gBeta += onVariance * dBeta;
    gGamma += onVariance * dGamma;
    const down = e < 0 ? square : 0;
    const onSquare = e < 0 ? alpha + gamma : alpha;
    dMu = beta * dMu - 2 * onSquare * e;
    dOmega = beta * dOmega + 1;
    dAlpha = beta * dAlpha + square;
    dBeta = beta * dBeta + h;
    dGamma = beta * dGamma + down;
    h = omega + onSquare * square + beta * h;
  }
  gradient[0] = gMu;
  gradient[1] = gOmega;
  gradient[2] = gAlpha;
  gradient[3] = gBeta;
  gradient[4] = gGamma;
  if (!(smallest > 0)) return Number.NEGATIVE_INFINITY;
  return -(n * LOG_TWO_PI + deviance + Math.log(product)) / 2;
}
