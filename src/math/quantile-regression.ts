import { inverse } from './lu.ts';
import { allFinite, checkMatrix, multiply, transpose } from './matrix.ts';
import { ascendingOrder } from './mid-ranks.ts';
import { qr, solveUpper } from './qr.ts';

export interface QuantileRegression {
  /** k coefficients. */
  readonly beta: Float64Array;
  /** y − Xβ, T values, exactly 0 on the rows of `basis`. */
  readonly residuals: Float64Array;
  /** Σ ρ_τ(e_t), ρ_τ(e) = e·(τ − 1[e < 0]). */
  readonly objective: number;
  /** The k rows the fitted plane passes through. */
  readonly basis: readonly number[];
  /** True when no other β reaches this objective; false when the dual touches a bound, so that another may. */
  readonly unique: boolean;
  readonly iterations: number;
}

/** A dual value this far outside [0, 1] is outside. */
const DUAL_TOLERANCE = 1e-10;

/** A row whose residual changes less than this along an edge, beside 1 for the leaving row, does not enter. */
const EDGE_TOLERANCE = 1e-11;

/** Steps of length zero after which the smallest index is chosen, which cannot cycle. */
const STALL = 20;

/**
 * Regression quantile: β that minimises Σ ρ_τ(y_t − x_tβ), ρ_τ(e) = e·(τ − 1[e < 0]), the exact optimum of the linear programme by the
 * dual simplex with bound flipping (the steps of Barrodale & Roberts). y T values, X T×k row-major, τ in (0, 1).
 * Where the optimum is not unique, one vertex of it comes back, flagged. Undefined when the columns of X are dependent (relative
 * 1e-12), T < k, y or X is not finite, or rounding keeps the simplex from settling. Nothing is changed.
 * @throws RangeError when a length disagrees with T and k or τ is outside (0, 1).
 * @see Koenker & Bassett (1978), Econometrica 46, 33–50; Koenker & d'Orey (1987), Applied Statistics 36, 383–393 (AS 229).
 */
export function quantileRegression(
  y: Float64Array,
  x: Float64Array,
  T: number,
  k: number,
  tau: number,
): QuantileRegression | undefined {
  checkMatrix(y, T, 1);
  checkMatrix(x, T, k);
  if (!(tau > 0 && tau < 1)) throw new RangeError(`τ must lie in (0, 1), came ${tau}`);
  const factor = qr(x, T, k);
  if (!factor || factor.rank < k || !allFinite(y)) return undefined;
  const { r } = factor;
  const z = orthonormalRows(x, r, T, k);
  const optimum = simplex(y, z, startingBasis(y, z, T, k, tau), tau);
  if (!optimum) return undefined;
  const { vertex, basis, dual, iterations } = optimum;
  const beta = solveUpper(r, k, vertex.gamma);
  refine(beta, y, x, r, vertex.inverse, basis);
  const residuals = residualsOf(y, x, beta, basis);
  const inside = (a: number) => a > DUAL_TOLERANCE && a < 1 - DUAL_TOLERANCE;
  return { beta, residuals, objective: check(residuals, tau), basis, unique: dual.every(inside), iterations };
}

interface Optimum {
  readonly vertex: Vertex;
  readonly basis: readonly number[];
  readonly dual: Float64Array;
  readonly iterations: number;
}

function simplex(
  y: Float64Array,
  z: Float64Array,
  start: readonly number[],
  tau: number,
): Optimum | undefined {
  const basis = [...start];
  let vertex = vertexAt(y, z, basis);
  if (!vertex) return undefined;
  const above = Uint8Array.from(vertex.residuals, (e) => (e > 0 ? 1 : 0));
  const most = 1000 + 20 * y.length;
  let stalled = 0;
  for (let iterations = 0; iterations < most; iterations++) {
    const dual = basisDual(z, tau, basis, above, vertex.inverse);
    const leaving = leavingRow(dual, basis, stalled > STALL);
    if (leaving < 0) return { vertex, basis, dual, iterations };
    const step = edge(z, vertex, basis, above, dual, leaving, stalled > STALL);
    if (!step) return undefined;
    stalled = step.length > 0 ? 0 : stalled + 1;
    for (const i of step.passed) above[i] = 1 - above[i]!;
    above[basis[leaving]!] = dual[leaving]! > 1 ? 1 : 0;
    basis[leaving] = step.entering;
    vertex = vertexAt(y, z, basis);
    if (!vertex) return undefined;
  }
  return undefined;
}

/** Z = XR⁻¹, T×k row-major: same vertices, orthonormal columns, so that no level or unit of X costs digits. */
function orthonormalRows(x: Float64Array, r: Float64Array, T: number, k: number): Float64Array {
  const z = Float64Array.from(x);
  for (let t = 0; t < T; t++) {
    for (let j = 0; j < k; j++) {
      for (let p = 0; p < j; p++) z[t * k + j]! -= z[t * k + p]! * r[p * k + j]!;
      z[t * k + j]! /= r[j * k + j]!;
    }
  }
  return z;
}

interface Vertex {
  /** Coefficients on Z. */
  readonly gamma: Float64Array;
  readonly residuals: Float64Array;
  /** Z_h⁻¹, k×k: column r moves only the residual of the r-th row of the basis. */
  readonly inverse: Float64Array;
}

function vertexAt(y: Float64Array, z: Float64Array, basis: readonly number[]): Vertex | undefined {
  const k = basis.length;
  const rows = new Float64Array(k * k);
  for (const [r, i] of basis.entries()) rows.set(z.subarray(i * k, i * k + k), r * k);
  const inverted = inverse(rows, k);
  if (!inverted) return undefined;
  const atBasis = Float64Array.from(basis, (i) => y[i]!);
  const gamma = multiply(inverted, atBasis, k, k, 1);
  return { gamma, residuals: residualsOf(y, z, gamma, basis), inverse: inverted };
}

/** y − Xβ, exactly 0 on the rows of the basis. */
function residualsOf(
  y: Float64Array,
  x: Float64Array,
  beta: Float64Array,
  basis: readonly number[],
): Float64Array {
  const k = beta.length;
  const out = Float64Array.from(y);
  for (let t = 0; t < y.length; t++) for (let p = 0; p < k; p++) out[t]! -= x[t * k + p]! * beta[p]!;
  for (const i of basis) out[i] = 0;
  return out;
}

/** Two steps of iterative refinement of X_hβ = y_h, in place. */
function refine(
  beta: Float64Array,
  y: Float64Array,
  x: Float64Array,
  r: Float64Array,
  inverted: Float64Array,
  basis: readonly number[],
): void {
  const k = beta.length;
  for (let round = 0; round < 2; round++) {
    const left = Float64Array.from(basis, (i) => {
      let sum = y[i]!;
      for (let p = 0; p < k; p++) sum -= x[i * k + p]! * beta[p]!;
      return sum;
    });
    const step = solveUpper(r, k, multiply(inverted, left, k, k, 1));
    for (let p = 0; p < k; p++) beta[p]! += step[p]!;
  }
}

/** Σ ρ_τ(e). */
function check(residuals: Float64Array, tau: number): number {
  let sum = 0;
  for (const e of residuals) sum += e * (e < 0 ? tau - 1 : tau);
  return sum;
}

/** Dual values of the basis: Z_hᵀa = Σ (1 − τ)z_i − Σ_{above} z_i; the vertex is optimal when all lie in [0, 1]. */
function basisDual(
  z: Float64Array,
  tau: number,
  basis: readonly number[],
  above: Uint8Array,
  inverted: Float64Array,
): Float64Array {
  const k = basis.length;
  const balance = new Float64Array(k);
  const share = Float64Array.from(above, (up) => 1 - tau - up);
  for (const i of basis) share[i] = 1 - tau;
  for (let i = 0; i < above.length; i++) {
    for (let p = 0; p < k; p++) balance[p]! += share[i]! * z[i * k + p]!;
  }
  const dual = new Float64Array(k);
  for (let r = 0; r < k; r++) for (let p = 0; p < k; p++) dual[r]! += inverted[p * k + r]! * balance[p]!;
  return dual;
}

/** Position in the basis of the dual value farthest outside [0, 1] (of the smallest row that is outside when `smallest`), or −1. */
function leavingRow(dual: Float64Array, basis: readonly number[], smallest: boolean): number {
  let found = -1;
  let farthest = DUAL_TOLERANCE;
  for (let r = 0; r < dual.length; r++) {
    const outside = outsideBy(dual[r]!);
    if (!(outside > (smallest ? DUAL_TOLERANCE : farthest))) continue;
    if (smallest && found >= 0 && basis[found]! < basis[r]!) continue;
    found = r;
    farthest = outside;
  }
  return found;
}

function outsideBy(dual: number): number {
  return Math.max(-dual, dual - 1);
}

interface Step {
  readonly entering: number;
  readonly length: number;
  /** Rows whose residual changes sign on the way. */
  readonly passed: readonly number[];
}

/** Moves along the edge on which the leaving row's residual takes the sign its dual asks for, to the lowest point of the edge. */
function edge(
  z: Float64Array,
  vertex: Vertex,
  basis: readonly number[],
  above: Uint8Array,
  dual: Float64Array,
  leaving: number,
  shortest: boolean,
): Step | undefined {
  const k = basis.length;
  const sign = dual[leaving]! > 1 ? -1 : 1;
  const breaks: { row: number; at: number; rate: number }[] = [];
  const inBasis = new Set(basis);
  for (let i = 0; i < above.length; i++) {
    let rate = 0;
    for (let p = 0; p < k; p++) rate += z[i * k + p]! * vertex.inverse[p * k + leaving]!;
    rate *= above[i] ? sign : -sign;
    if (!(rate > EDGE_TOLERANCE) || inBasis.has(i)) continue;
    const distance = above[i] ? vertex.residuals[i]! : -vertex.residuals[i]!;
    breaks.push({ row: i, at: Math.max(0, distance) / rate, rate });
  }
  if (breaks.length === 0) return undefined;
  breaks.sort((a, b) => a.at - b.at || a.row - b.row);
  let last = 0;
  let slope = breaks[0]!.rate - outsideBy(dual[leaving]!);
  while (!shortest && slope < 0 && last + 1 < breaks.length) slope += breaks[++last]!.rate;
  const passed = breaks.slice(0, last).map(({ row }) => row);
  return { entering: breaks[last]!.row, length: breaks[last]!.at, passed };
}

/** k independent rows near the quantile of the least-squares residuals, the best apart that the data allow. */
function startingBasis(y: Float64Array, z: Float64Array, T: number, k: number, tau: number): number[] {
  const gamma = multiply(transpose(z, T, k), y, k, T, 1);
  const residuals = residualsOf(y, z, gamma, []);
  const level = Float64Array.from(residuals).sort()[Math.floor(tau * (T - 1))]!;
  const distance = residuals.map((e) => Math.abs(e - level));
  const nearest = Array.from(ascendingOrder(distance));
  for (const least of [1e-2, 1e-5, 1e-8, 1e-12]) {
    const rows = independentRows(z, k, nearest, least);
    if (rows.length === k) return rows;
  }
  return nearest.slice(0, k);
}

/** The first k rows, in the order given, that add to those before more than `least` of the length of the longest row. */
function independentRows(z: Float64Array, k: number, order: readonly number[], least: number): number[] {
  const directions: Float64Array[] = [];
  const rows: number[] = [];
  let longest = 0;
  for (const i of order) longest = Math.max(longest, Math.hypot(...z.subarray(i * k, i * k + k)));
  for (const i of order) {
    const row = z.slice(i * k, i * k + k);
    for (const direction of directions) {
      const dot = row.reduce((sum, value, p) => sum + value * direction[p]!, 0);
      for (let p = 0; p < k; p++) row[p]! -= dot * direction[p]!;
    }
    const left = Math.hypot(...row);
    if (!(left > least * longest)) continue;
    directions.push(row.map((value) => value / left));
    rows.push(i);
    if (rows.length === k) break;
  }
  return rows;
}
