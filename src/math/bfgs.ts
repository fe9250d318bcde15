import { type LinePoint, wolfeLineSearch } from './line-search.ts';
import { checkLimits, checkStart, type Minimum, type Objective, type StopReason } from './minimum.ts';
import { numericalGradient } from './numerical-derivatives.ts';

export interface BfgsOptions {
  /** Gradient of the objective, n values; central differences when not given. */
  readonly gradient?: (x: Float64Array) => Float64Array;
  /** Largest scaled gradient at which the search has converged. Default 1e−7. */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maxIterations?: number;
}

export interface BfgsMinimum extends Minimum {
  /** The scaled gradient that was held against the tolerance: max_i |g_i| · max(|x_i|, 1) / max(|f|, 1). */
  readonly gradientNorm: number;
}

/**
 * Local minimum of a smooth function of n parameters by BFGS with a strong Wolfe line search.
 * x_{k+1} = x_k − a_k H_k g_k; H_{k+1} = (I − ρ s yᵀ) H_k (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1 / yᵀs; converged when the scaled gradient
 * max_i |g_i| max(|x_i|, 1) / max(|f|, 1) ≤ tolerance. What is not reached is said in `converged` and `reason`, never thrown.
 * The criterion suits an objective of size 1 or more, as a negative log-likelihood is; multiply a much smaller one.
 * Symbols: x0 and x n values; H n×n; s the step, y the change of the gradient g.
 * NaN policy: an objective that is NaN or +∞ marks a point that is not allowed; the search keeps to where it is finite.
 * @throws RangeError on an empty or non-finite start, a tolerance or limit out of range, or a gradient of another length
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., algorithm 6.1 and eq. 6.17, 6.20; Dennis & Schnabel (1983), § 7.2
 */
export function bfgs(f: Objective, x0: Float64Array, options: BfgsOptions = {}): BfgsMinimum {
  const { tolerance = 1e-7, maxIterations = 500 } = options;
  checkStart(x0);
  checkLimits(tolerance, maxIterations);
  const line = counted(f, options.gradient);
  let point = line.at(x0.slice(), 0);
  const inverse = new Float64Array(x0.length ** 2);
  let fresh = true;
  setDiagonal(inverse, x0.length, 1);
  const stop = (reason: StopReason, iterations: number): BfgsMinimum => ({
    x: point.x,
    value: point.value,
    iterations,
    evaluations: line.evaluations(),
    converged: reason === 'gradient',
    reason,
    gradientNorm: Number.isFinite(point.value) ? scaledGradient(point) : Number.NaN,
  });
  if (point.value === Number.NEGATIVE_INFINITY) return stop('unbounded', 0);
  if (!Number.isFinite(point.value) || point.gradient().some(Number.isNaN))
    return stop('non-finite-start', 0);
  for (let iteration = 0; ; ) {
    if (scaledGradient(point) <= tolerance) return stop('gradient', iteration);
    if (iteration === maxIterations) return stop('max-iterations', iteration);
    const next = search(line, point, inverse, fresh);
    if (next === undefined) {
      if (fresh) return stop('no-decrease', iteration);
      setDiagonal(inverse, x0.length, 1);
      fresh = true;
      continue;
    }
    iteration++;
    const previous = point;
    point = next;
    if (point.value === Number.NEGATIVE_INFINITY) return stop('unbounded', iteration);
    fresh = !update(inverse, previous, point, fresh) && fresh;
  }
}

interface Point extends LinePoint {
  readonly x: Float64Array;
  readonly gradient: () => Float64Array;
}

type PointAt = (x: Float64Array, step: number, direction?: Float64Array) => Point;

interface Line {
  readonly at: PointAt;
  readonly evaluations: () => number;
}

function counted(f: Objective, given: BfgsOptions['gradient']): Line {
  let evaluations = 0;
  const value = (x: Float64Array) => {
    evaluations++;
    const y = f(x);
    return Number.isNaN(y) ? Number.POSITIVE_INFINITY : y;
  };
  const slopes = (x: Float64Array) => {
    if (given === undefined) return numericalGradient(value, x);
    const g = given(x);
    if (g.length !== x.length)
      throw new RangeError(`gradient must have ${x.length} values, came ${g.length}`);
    return g.slice();
  };
  const at: PointAt = (x, step, direction) => {
    let known: Float64Array | undefined;
    const gradient = () => {
      known ??= slopes(x);
      return known;
    };
    return { x, step, value: value(x), gradient, slope: () => dot(gradient(), direction ?? gradient()) };
  };
  return { at, evaluations: () => evaluations };
}

function search({ at }: Line, point: Point, inverse: Float64Array, fresh: boolean): Point | undefined {
  const gradient = point.gradient();
  const direction = product(inverse, gradient).map((d) => -d);
  const slope = dot(gradient, direction);
  if (!(slope < 0) || !Number.isFinite(slope)) return undefined;
  const along = (step: number) =>
    at(
      point.x.map((xi, i) => xi + step * direction[i]!),
      step,
      direction,
    );
  const start: Point = { ...point, step: 0, slope: () => slope };
  return wolfeLineSearch(along, start, fresh ? Math.min(1, 1 / sumOfSizes(direction)) : 1);
}

/** False when the step shows no positive curvature, so that H is kept. */
function update(inverse: Float64Array, from: Point, to: Point, fresh: boolean): boolean {
  const n = from.x.length;
  const before = from.gradient();
  const s = to.x.map((xi, i) => xi - from.x[i]!);
  const y = to.gradient().map((gi, i) => gi - before[i]!);
  const sy = dot(s, y);
  if (!(sy > Number.EPSILON * Math.sqrt(dot(s, s) * dot(y, y)))) return false;
  if (fresh) setDiagonal(inverse, n, sy / dot(y, y));
  const hy = product(inverse, y);
  const weight = (1 + dot(y, hy) / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j]! += weight * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
    }
  }
  return true;
}

function scaledGradient(point: Point): number {
  const scale = Math.max(Math.abs(point.value), 1);
  return point
    .gradient()
    .reduce((most, g, i) => Math.max(most, (Math.abs(g) * Math.max(Math.abs(point.x[i]!), 1)) / scale), 0);
}

function setDiagonal(matrix: Float64Array, n: number, value: number): void {
  matrix.fill(0);
  for (let i = 0; i < n; i++) matrix[i * n + i] = value;
}

function product(matrix: Float64Array, v: Float64Array): Float64Array {
  const n = v.length;
  return v.map((_, i) => dot(matrix.subarray(i * n, i * n + n), v));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function sumOfSizes(v: Float64Array): number {
  return v.reduce((sum, x) => sum + Math.abs(x), 0);
}
