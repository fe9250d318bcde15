import { cholesky, choleskySolve } from '../../math/cholesky.ts';
import type { Constraints } from './constraints.ts';

export type Dual =
  | { readonly status: 'solved'; readonly theta: Float64Array; readonly probabilities: Float64Array }
  /** θ·g is above 0 in every scenario: no probabilities satisfy all constraints. */
  | { readonly status: 'unbounded'; readonly theta: Float64Array }
  | { readonly status: 'not-converged'; readonly miss: number };

/** A miss below this counts as met, in prior standard deviations. */
const MET = 1e-9;
/** The miss at which iterating stops to be worth it. */
const EXACT = 1e-14;
const MOST_STEPS = 500;

/**
 * Multipliers θ of constraints E[g_k] = 0 or ≤ 0 (then θ_k ≥ 0): the minimum of J(θ) = ln Σ p·exp(−θ·g), which is minus the relative entropy.
 * Gradient −E_q[g] and Hessian Cov_q[g] under q = p·exp(−θ·g − J). Newton steps on the multipliers that may move, projected on θ_k ≥ 0.
 * @see Bertsekas (1982), Projected Newton methods for optimization problems with simple constraints, SIAM J. Control and Optimization 20.
 */
export function maximiseDual(prior: Float64Array, constraints: Constraints): Dual {
  const K = constraints.rows.length;
  let theta: Float64Array = new Float64Array(K);
  let at = evaluate(prior, constraints, theta);
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.excluded) return { status: 'unbounded', theta: supportOf(theta) };
    const free = freeOf(theta, at.expected, constraints.inequality);
    if (missOf(at.expected, free) <= EXACT) break;
    const direction = newtonDirection(constraints, at, free);
    const next = search(prior, constraints, theta, at, direction);
    if (next === undefined) break;
    theta = next.theta;
    at = next.at;
  }
  const miss = missOf(at.expected, freeOf(theta, at.expected, constraints.inequality));
  if (!(miss <= MET)) return { status: 'not-converged', miss };
  return { status: 'solved', theta, probabilities: at.q };
}

interface Evaluation {
  readonly value: number;
  /** Probabilities, S values. */
  readonly q: Float64Array;
  /** E_q[g], K values. */
  readonly expected: Float64Array;
  /** True when θ·g > 0 in every scenario that has a probability. */
  readonly excluded: boolean;
  /** Rounding of the value: exponents of large multipliers cancel. */
  readonly noise: number;
}

function evaluate(prior: Float64Array, { rows }: Constraints, theta: Float64Array): Evaluation {
  const exponents = new Float64Array(prior.length);
  let largest = 1;
  for (const [k, row] of rows.entries()) {
    const weight = theta[k]!;
    if (weight === 0) continue;
    for (let s = 0; s < row.length; s++) {
      exponents[s]! -= weight * row[s]!;
      largest = Math.max(largest, Math.abs(weight * row[s]!));
    }
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < prior.length; s++) if (prior[s]! > 0) most = Math.max(most, exponents[s]!);
  const q = exponents.map((x, s) => (prior[s] === 0 ? 0 : prior[s]! * Math.exp(x - most)));
  const total = q.reduce((sum, x) => sum + x, 0);
  for (let s = 0; s < q.length; s++) q[s]! /= total;
  const size = theta.reduce((sum, x) => sum + Math.abs(x), 0);
  return {
    value: most + Math.log(total),
    q,
    expected: Float64Array.from(rows, (row) => row.reduce((sum, g, s) => sum + q[s]! * g, 0)),
    // Rounding of θ·g must not pass for a proof.
    excluded: most < -1e-9 * size,
    noise: 16 * Number.EPSILON * largest,
  };
}

/** Multipliers that may move: all but those of inequalities that hold with room at 0. */
function freeOf(theta: Float64Array, expected: Float64Array, inequality: readonly boolean[]): number[] {
  return Array.from(theta.keys()).filter((k) => !inequality[k] || theta[k]! > 0 || expected[k]! > 0);
}

function missOf(expected: Float64Array, free: readonly number[]): number {
  return free.reduce((most, k) => Math.max(most, Math.abs(expected[k]!)), 0);
}

/** Cov_q⁻¹·E_q[g] on the free multipliers, 0 on the others. */
function newtonDirection(
  { rows }: Constraints,
  { q, expected }: Evaluation,
  free: readonly number[],
): Float64Array {
  const n = free.length;
  const hessian = new Float64Array(n * n);
  for (const [i, a] of free.entries()) {
    for (const [j, b] of free.entries()) {
      if (j > i) break;
      let sum = 0;
      for (let s = 0; s < q.length; s++)
        sum += q[s]! * (rows[a]![s]! - expected[a]!) * (rows[b]![s]! - expected[b]!);
      hessian[i * n + j] = hessian[j * n + i] = sum;
    }
  }
  const gradient = Float64Array.from(free, (k) => expected[k]!);
  const step = choleskySolve(damped(hessian, n), n, gradient);
  const direction = new Float64Array(rows.length);
  for (const [i, k] of free.entries()) direction[k] = step[i]!;
  return direction;
}

/** Cholesky factor of the Hessian, with as much added to the diagonal as makes it positive definite: views may repeat one another. */
function damped(hessian: Float64Array, n: number): Float64Array {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, hessian[i * n + i]!);
  const floor = Math.max(largest, 1e-12);
  for (let ridge = 0; ; ridge = Math.max(10 * ridge, 1e-11 * floor)) {
    const shifted = hessian.slice();
    for (let i = 0; i < n; i++) shifted[i * n + i]! += ridge;
    const factor = cholesky(shifted, n);
    if (factor !== undefined) return factor;
  }
}

/** Armijo search along the projected direction; undefined when rounding hides any decrease. */
function search(
  prior: Float64Array,
  constraints: Constraints,
  theta: Float64Array,
  at: Evaluation,
  direction: Float64Array,
): { theta: Float64Array; at: Evaluation } | undefined {
  const before = missOf(at.expected, freeOf(theta, at.expected, constraints.inequality));
  for (let length = 1; length > 1e-12; length /= 2) {
    const moved = theta.map((value, k) => {
      const next = value + length * direction[k]!;
      return constraints.inequality[k] ? Math.max(0, next) : next;
    });
    const there = evaluate(prior, constraints, moved);
    if (!Number.isFinite(there.value)) continue;
    const slope = at.expected.reduce((sum, g, k) => sum - g * (moved[k]! - theta[k]!), 0);
    if (there.value <= at.value + 1e-4 * slope && slope < 0 && there.value < at.value)
      return { theta: moved, at: there };
    // Near the minimum the value cannot show what the gradient still can.
    const miss = missOf(there.expected, freeOf(moved, there.expected, constraints.inequality));
    if (miss < 0.9 * before && there.value <= at.value + Math.max(at.noise, there.noise)) {
      return { theta: moved, at: there };
    }
  }
  return undefined;
}

/** θ without the entries that are negligible beside the largest: the views that take part in a contradiction. */
function supportOf(theta: Float64Array): Float64Array {
  const largest = theta.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return theta.map((x) => (Math.abs(x) > 1e-6 * largest ? x : 0));
}
