import { bfgs } from '../math/bfgs.ts';
import type { StopReason } from '../math/minimum.ts';
import { leastSquares } from '../math/qr.ts';
import { gjrStationary, positive, sumBelowOne } from '../math/transforms.ts';
import { type GarchParameters, type GarchStart, meanSquare, persistence } from './garch.ts';
import { constantMeanLikelihood } from './garch-constant-mean.ts';
import { type GarchRegressionData, garchLikelihood, residualsOf } from './garch-likelihood.ts';
import { checkNotInfinite, isConstant, type Refused } from './refused.ts';

export interface GarchFitOptions {
  /** `garch`, or `gjr` for a variance that answers more to falls. Default garch. */
  readonly model?: 'garch' | 'gjr';
  /** Variance of the first row. Default mean-square. */
  readonly start?: Exclude<GarchStart, number>;
  /** Fewest observed rows. Default 250. */
  readonly leastRows?: number;
  readonly maxIterations?: number;
}

export interface GarchRegressionFit {
  readonly model: 'garch' | 'gjr';
  readonly start: Exclude<GarchStart, number>;
  /** k coefficients of the mean. */
  readonly coefficients: Float64Array;
  /** The variance; μ is the first coefficient. */
  readonly parameters: GarchParameters;
  readonly logLikelihood: number;
  /** Observed rows. */
  readonly rows: number;
  /** α + β + γ/2. */
  readonly persistence: number;
  /** True when the persistence is at least 0.9999: shocks to the variance do not die out. */
  readonly igarch: boolean;
  readonly converged: boolean;
  readonly reason: StopReason;
  readonly iterations: number;
}

const LEAST_ROWS = 250;
const IGARCH = 0.9999;

/** (α, β) of the starts that are compared before the search. */
const STARTS = [
  [0.05, 0.9],
  [0.1, 0.85],
  [0.15, 0.6],
  [0.3, 0.6],
  [0.02, 0.97],
  [0.05, 0.3],
] as const;

/** Least ω beside a variance of 1: a likelihood that rises all the way to ω = 0 would end in a variance of 0. */
const LEAST_OMEGA = 1e-12;

/** Starts that are searched from. */
const SEARCHED = 2;

/**
 * GARCH(1,1) or GJR-GARCH(1,1) with a constant mean by Gaussian quasi maximum likelihood over ω > 0, α, β ≥ 0, α + β < 1 (GJR: α + γ ≥ 0,
 * α + β + γ/2 < 1).
 *
 * `returns` n rows in any unit: they are scaled inside, and the answer is in their unit. Deterministic: fixed starts, the best kept; a
 * search that did not converge says so. The parameters use every row given, so they are known only after the last.
 * NaN policy: missing rows are skipped as in `garchFilter`. Refused below 250 observed rows and for a constant series.
 * @throws RangeError when a return is infinite.
 * @see Bollerslev (1986), J. Econometrics 31; Glosten, Jagannathan & Runkle (1993); Bollerslev & Wooldridge (1992)
 */
export function fitGarch(returns: Float64Array, options: GarchFitOptions = {}): GarchRegressionFit | Refused {
  return fitGarchRegression(returns, new Float64Array(returns.length).fill(1), 1, options);
}

/**
 * Regression y = Xb + e with GARCH(1,1) or GJR errors, mean and variance together by Gaussian quasi maximum likelihood; otherwise as
 * `fitGarch`. `y` n rows, `x` n×k row-major; a row with a NaN in either is missing. Refused as `collinear` when X has dependent columns.
 * @throws RangeError when a value is infinite or a length disagrees.
 */
export function fitGarchRegression(
  y: Float64Array,
  x: Float64Array,
  k: number,
  options: GarchFitOptions = {},
): GarchRegressionFit | Refused {
  const { model = 'garch', start = 'mean-square', leastRows = LEAST_ROWS, maxIterations = 500 } = options;
  checkNotInfinite('y', y);
  checkNotInfinite('x', x);
  const whole = completeRows(y, x, k);
  const rows = whole.y.length;
  if (rows < Math.max(leastRows, k + 1)) return { refused: 'insufficient_data' };
  if (isConstant(whole.y)) return { refused: 'constant_series' };
  const b = leastSquares(whole.x, whole.y, rows, k);
  if (b === undefined) return { refused: 'collinear' };
  if (isConstant(residualsOf(whole.y, whole.x, k, b))) return { refused: 'constant_series' };
  const units = unitsOf(whole.x, k, Math.sqrt(meanSquare(residualsOf(whole.y, whole.x, k, b))));
  const data = scaled({ y, x, k, asymmetric: model === 'gjr', start }, units);
  const mean = b.map((bi, i) => (bi * units.x[i]!) / units.y);
  const best = search(data, mean, maxIterations);
  const theta = unscaled(best.theta, units);
  const parameters = parametersOf(theta, k);
  return {
    model,
    start,
    coefficients: theta.slice(0, k),
    parameters,
    logLikelihood: -best.value - rows * Math.log(units.y),
    rows,
    persistence: persistence(parameters),
    igarch: persistence(parameters) >= IGARCH,
    converged: best.converged,
    reason: best.reason,
    iterations: best.iterations,
  };
}

/** (b, ω, α, β[, γ]) of a fit, in the order of `garchLikelihood`. */
export function thetaOf(fit: Pick<GarchRegressionFit, 'coefficients' | 'parameters'>): Float64Array {
  const { omega, alpha, beta, gamma } = fit.parameters;
  return Float64Array.of(...fit.coefficients, omega, alpha, beta, ...(gamma === undefined ? [] : [gamma]));
}

export interface Units {
  readonly y: number;
  readonly x: Float64Array;
}

/** The data in units in which residuals and regressors are of size 1. */
export function scaled(data: GarchRegressionData, units: Units): GarchRegressionData {
  const x = data.x.map((value, at) => value / units.x[at % data.k]!);
  return { ...data, y: data.y.map((value) => value / units.y), x };
}

export function unitsOf(x: Float64Array, k: number, y: number): Units {
  const rows = x.length / k;
  const squares = new Float64Array(k);
  for (let at = 0; at < x.length; at++) squares[at % k]! += x[at]! ** 2;
  return { y, x: squares.map((square) => (square > 0 ? Math.sqrt(square / rows) : 1)) };
}

/** Factor of each parameter from scaled units back to those of the data. */
export function factorsOf(units: Units, parameters: number): Float64Array {
  const k = units.x.length;
  return Float64Array.from({ length: parameters }, (_, i) => {
    if (i < k) return units.y / units.x[i]!;
    return i === k ? units.y ** 2 : 1;
  });
}

function unscaled(theta: Float64Array, units: Units): Float64Array {
  const factors = factorsOf(units, theta.length);
  return theta.map((value, i) => value * factors[i]!);
}

function parametersOf(theta: Float64Array, k: number): GarchParameters {
  const [omega, alpha, beta, gamma] = theta.subarray(k) as unknown as [number, number, number, number?];
  return { mu: theta[0]!, omega, alpha, beta, ...(gamma === undefined ? {} : { gamma }) };
}

interface Found {
  readonly theta: Float64Array;
  readonly value: number;
  readonly converged: boolean;
  readonly reason: StopReason;
  readonly iterations: number;
}

function search(data: GarchRegressionData, mean: Float64Array, maxIterations: number): Found {
  const { objective, gradient, thetaAt, freeOf } = freeObjective(data);
  const starts = STARTS.map(([alpha, beta]) => {
    const omega = 1 - alpha - beta;
    const gamma = data.asymmetric ? [alpha / 10] : [];
    return freeOf(Float64Array.of(...mean, omega, alpha, beta, ...gamma));
  })
    .map((free) => ({ free, value: objective(free) }))
    .sort((a, b) => a.value - b.value);
  const found = starts.slice(0, SEARCHED).map(({ free }) => {
    const minimum = bfgs(objective, free, { gradient, tolerance: 1e-8, maxIterations });
    // Rounding ends a search on a flat likelihood before the strict criterion does.
    const settled = minimum.reason === 'no-decrease' && minimum.gradientNorm < 1e-6;
    return { ...minimum, theta: thetaAt(minimum.x), converged: minimum.converged || settled };
  });
  return found.reduce((best, next) => (next.value < best.value ? next : best));
}

/**
 * −ℓ on free numbers (b, ln ω, u) with the shares α, β (GJR: α/2, (α + γ)/2, β) of a softmax in u, and its gradient
 * ∂/∂u_j = s_j (g_j − Σ g_i s_i), g the gradient by the shares s.
 */
function freeObjective(data: GarchRegressionData) {
  const { k, asymmetric } = data;
  const shares = asymmetric ? gjrStationary : sumBelowOne(2);
  const thetaAt = (free: Float64Array) => {
    const s = shares.constrain(free.subarray(k + 1));
    const variance = asymmetric ? [s[0]!, s[2]!, s[1]!] : [s[0]!, s[1]!];
    return Float64Array.of(
      ...free.subarray(0, k),
      Math.max(LEAST_OMEGA, positive.constrain(free.subarray(k, k + 1))[0]!),
      ...variance,
    );
  };
  const freeOf = (theta: Float64Array) => {
    const [omega, alpha, beta, gamma] = theta.subarray(k) as unknown as [number, number, number, number];
    const given = asymmetric ? Float64Array.of(alpha, gamma, beta) : Float64Array.of(alpha, beta);
    return Float64Array.of(...theta.subarray(0, k), Math.log(omega), ...shares.free(given));
  };
  const fast = data.k === 1 && data.x.every((x) => x === 1);
  let at: Float64Array | undefined;
  let slope = new Float64Array(0);
  const objective = (free: Float64Array) => {
    const theta = thetaAt(free);
    const { logLikelihood, gradient } = fast ? constantMean(data, theta) : garchLikelihood(data, theta);
    at = free.slice();
    slope = chained(gradient, theta, k, asymmetric);
    return Number.isFinite(logLikelihood) ? -logLikelihood : Number.POSITIVE_INFINITY;
  };
  const gradient = (free: Float64Array) => {
    if (at === undefined || !at.every((value, i) => value === free[i])) objective(free);
    return slope;
  };
  return { objective, gradient, thetaAt, freeOf };
}

function constantMean({ y, start }: GarchRegressionData, theta: Float64Array) {
  const [mu, omega, alpha, beta, gamma] = theta as unknown as [number, number, number, number, number?];
  const gradient = new Float64Array(5);
  return {
    logLikelihood: constantMeanLikelihood(y, start, mu, omega, alpha, beta, gamma, gradient),
    gradient,
  };
}

function chained(
  gradient: Float64Array,
  theta: Float64Array,
  k: number,
  asymmetric: boolean,
): Float64Array<ArrayBuffer> {
  const [omega, alpha, beta, gamma] = theta.subarray(k) as unknown as [number, number, number, number];
  const [, gAlpha, gBeta, gGamma] = gradient.subarray(k) as unknown as [number, number, number, number];
  const shares = asymmetric ? [alpha / 2, (alpha + gamma) / 2, beta] : [alpha, beta];
  const byShare = asymmetric ? [2 * (gAlpha - gGamma), 2 * gGamma, gBeta] : [gAlpha, gBeta];
  const mean = shares.reduce((sum, s, i) => sum + s * byShare[i]!, 0);
  const out = new Float64Array(theta.length);
  for (let i = 0; i < k; i++) out[i] = -gradient[i]!;
  out[k] = -omega * gradient[k]!;
  for (let j = 0; j < shares.length; j++) out[k + 1 + j] = -shares[j]! * (byShare[j]! - mean);
  return out;
}

function completeRows(y: Float64Array, x: Float64Array, k: number) {
  if (x.length !== y.length * k) throw new RangeError(`x must have ${y.length * k} values, came ${x.length}`);
  const keptY = new Float64Array(y.length);
  const keptX = new Float64Array(x.length);
  let rows = 0;
  for (let t = 0; t < y.length; t++) {
    let missing = Number.isNaN(y[t]!);
    for (let at = t * k; at < (t + 1) * k; at++) if (Number.isNaN(x[at]!)) missing = true;
    if (missing) continue;
    keptY[rows] = y[t]!;
    for (let i = 0; i < k; i++) keptX[rows * k + i] = x[t * k + i]!;
    rows++;
  }
  return { y: keptY.slice(0, rows), x: keptX.slice(0, rows * k) };
}
