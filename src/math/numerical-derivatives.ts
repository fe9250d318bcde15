import type { Objective } from './minimum.ts';

export interface DerivativeOptions {
  /**
   * 2: central differences, error O(h²); 4: Richardson extrapolation (4 D(h) − D(2h)) / 3, error O(h⁴), twice the calls. Default 2.
   */
  readonly order?: 2 | 4;
  /** Step relative to max(|x_i|, floor). Default: the power of machine epsilon that balances truncation and rounding. */
  readonly step?: number;
  /** Least size at which a parameter is stepped. Default 0.1. */
  readonly floor?: number;
}

/** exponent of ε by [order 2, order 4]: rounding error ε/h^d against truncation h^order. */
const FIRST = [1 / 3, 1 / 5] as const;
const SECOND = [1 / 4, 1 / 6] as const;

/**
 * Gradient by central differences: g_i = (f(x + h_i e_i) − f(x − h_i e_i)) / 2h_i, h_i = step · max(|x_i|, floor); n values.
 * Where one side is not finite the other side alone is used, with f(x).
 * NaN policy: NaN in a component for which neither side is finite.
 * @throws RangeError on a step or floor that is not positive
 */
export function numericalGradient(
  f: Objective,
  x: Float64Array,
  options: DerivativeOptions = {},
): Float64Array {
  const h = steps(x, options, FIRST);
  const at = x.slice();
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const slope = (multiple: number) => centralSlope(f, at, i, x[i]!, multiple * h[i]!);
    out[i] = richardson(slope, options.order);
  }
  return out;
}

/**
 * Jacobian of a vector function by central differences: J_ki = (f_k(x + h_i e_i) − f_k(x − h_i e_i)) / 2h_i; m×n row-major.
 * NaN policy: what is not finite in f passes on.
 * @throws RangeError on a step or floor that is not positive, or when f returns different lengths
 */
export function numericalJacobian(
  f: (x: Float64Array) => Float64Array,
  x: Float64Array,
  options: DerivativeOptions = {},
): Float64Array {
  const n = x.length;
  const h = steps(x, options, FIRST);
  const at = x.slice();
  const m = f(at).length;
  const out = new Float64Array(m * n);
  const value = (i: number, xi: number) => {
    at[i] = xi;
    const y = f(at);
    if (y.length !== m) throw new RangeError(`f must return ${m} values, came ${y.length}`);
    return y.slice();
  };
  const column = (i: number, step: number) => {
    const up = value(i, x[i]! + step);
    const down = value(i, x[i]! - step);
    at[i] = x[i]!;
    const width = x[i]! + step - (x[i]! - step);
    return up.map((y, k) => (y - down[k]!) / width);
  };
  for (let i = 0; i < n; i++) {
    const near = column(i, h[i]!);
    const far = options.order === 4 ? column(i, 2 * h[i]!) : near;
    for (let k = 0; k < m; k++) out[k * n + i] = near[k]! + (near[k]! - far[k]!) / 3;
  }
  return out;
}

/**
 * Hessian by central differences, symmetric, n×n row-major:
 * H_ii = (f(x + h_i) − 2f(x) + f(x − h_i)) / h_i², H_ij = (f(++) − f(+−) − f(−+) + f(−−)) / 4h_i h_j.
 * NaN policy: NaN or ±∞ where f is not finite at one of the points.
 * @throws RangeError on a step or floor that is not positive
 * @see Abramowitz & Stegun (1972), 25.3.23 and 25.3.26
 */
export function numericalHessian(
  f: Objective,
  x: Float64Array,
  options: DerivativeOptions = {},
): Float64Array {
  const n = x.length;
  const h = steps(x, options, SECOND);
  const at = x.slice();
  const centre = f(at);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const curvature = (multiple: number) =>
        i === j
          ? straightCurvature(f, at, i, multiple * h[i]!, centre)
          : crossCurvature(f, at, i, j, multiple * h[i]!, multiple * h[j]!);
      out[i * n + j] = richardson(curvature, options.order);
      out[j * n + i] = out[i * n + j]!;
    }
  }
  return out;
}

function steps(
  x: Float64Array,
  { order = 2, step, floor = 0.1 }: DerivativeOptions,
  exponents: readonly [number, number],
): Float64Array {
  const relative = step ?? Number.EPSILON ** exponents[order === 2 ? 0 : 1];
  if (!(relative > 0)) throw new RangeError(`step must be positive, came ${relative}`);
  if (!(floor > 0)) throw new RangeError(`floor must be positive, came ${floor}`);
  return x.map((xi) => relative * Math.max(Math.abs(xi), floor));
}

function richardson(derivative: (multiple: number) => number, order: 2 | 4 = 2): number {
  const near = derivative(1);
  if (order === 2) return near;
  const far = derivative(2);
  return Number.isFinite(far) ? near + (near - far) / 3 : near;
}

function centralSlope(f: Objective, at: Float64Array, i: number, xi: number, h: number): number {
  const [above, below] = [xi + h, xi - h];
  const up = valueAt(f, at, i, above);
  const down = valueAt(f, at, i, below);
  at[i] = xi;
  if (Number.isFinite(up) && Number.isFinite(down)) return (up - down) / (above - below);
  const centre = f(at);
  const slope = Number.isFinite(up) ? (up - centre) / (above - xi) : (centre - down) / (xi - below);
  return Number.isFinite(slope) ? slope : Number.NaN;
}

function valueAt(f: Objective, at: Float64Array, i: number, xi: number): number {
  at[i] = xi;
  return f(at);
}

function straightCurvature(f: Objective, at: Float64Array, i: number, h: number, centre: number): number {
  const xi = at[i]!;
  const sum = valueAt(f, at, i, xi + h) + valueAt(f, at, i, xi - h);
  at[i] = xi;
  return (sum - 2 * centre) / (h * h);
}

function crossCurvature(
  f: Objective,
  at: Float64Array,
  i: number,
  j: number,
  hi: number,
  hj: number,
): number {
  const [xi, xj] = [at[i]!, at[j]!];
  const corner = (si: number, sj: number) => {
    at[i] = xi + si * hi;
    return valueAt(f, at, j, xj + sj * hj);
  };
  const sum = corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1);
  at[i] = xi;
  at[j] = xj;
  return sum / (4 * hi * hj);
}
