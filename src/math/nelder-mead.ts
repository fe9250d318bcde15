import { checkLimits, checkStart, type Minimum, type Objective, type StopReason } from './minimum.ts';

export interface NelderMeadOptions {
  /** Largest distance and difference in value between the best corner and the others at which the search has converged. Default 1e−8. */
  readonly tolerance?: number;
  /** Over all restarts. Default 400 n. */
  readonly maxIterations?: number;
  /** First step in each parameter: n values, not 0. Default 5 % of x0_i away from 0, but at least 0.00025. */
  readonly step?: Float64Array;
  /** Times that a converged search starts again from a new simplex round its best point. Default 1. */
  readonly restarts?: number;
}

export interface NelderMeadMinimum extends Minimum {
  /** Largest |x_ij − x_0j| and |f_i − f_0| over the corners i of the last simplex. */
  readonly spread: { readonly x: number; readonly value: number };
}

/**
 * Local minimum of a function of n parameters without derivatives: the downhill simplex with coefficients that suit n.
 * Reflection 1, expansion 1 + 2/n, contraction 3/4 − 1/2n, shrinking 1 − 1/n (n ≥ 2; at n = 1: 1, 2, ½, ½). Converged when every corner
 * is within the tolerance, times max(1, size), of the best one, in x and in value; then started again `restarts` times, because a
 * simplex can flatten where there is no minimum. What is not reached is said in `converged` and `reason`, never thrown.
 * NaN policy: an objective that is NaN or +∞ marks a point that is not allowed.
 * @throws RangeError on an empty or non-finite start, or an option out of range
 * @see Nelder & Mead (1965), The Computer Journal 7; Gao & Han (2012), Computational Optimization and Applications 51, eq. 4.1
 */
export function nelderMead(
  f: Objective,
  x0: Float64Array,
  options: NelderMeadOptions = {},
): NelderMeadMinimum {
  const n = x0.length;
  const { tolerance = 1e-8, maxIterations = 400 * n, restarts = 1 } = options;
  checkStart(x0);
  checkLimits(tolerance, maxIterations);
  if (!Number.isInteger(restarts) || restarts < 0) {
    throw new RangeError(`restarts must be a whole number of at least 0, came ${restarts}`);
  }
  const search: Search = { f, evaluations: 0, corners: [] };
  let start = x0;
  let iterations = 0;
  for (let round = 0; ; round++) {
    spanSimplex(search, start, firstSteps(start, options.step));
    const reason = descend(search, tolerance, maxIterations - iterations);
    iterations += reason.iterations;
    start = search.corners[0]!.x;
    if (reason.why !== 'tolerance' || round >= restarts) return result(search, iterations, reason.why);
  }
}

interface Corner {
  readonly x: Float64Array;
  readonly value: number;
}

interface Search {
  readonly f: Objective;
  evaluations: number;
  /** n + 1 corners, best first. */
  corners: Corner[];
}

function result(search: Search, iterations: number, reason: StopReason): NelderMeadMinimum {
  const best = search.corners[0]!;
  return {
    x: best.x.slice(),
    value: best.value,
    iterations,
    evaluations: search.evaluations,
    converged: reason === 'tolerance',
    reason,
    spread: { x: spreadOf(search, distance), value: spreadOf(search, (a, b) => Math.abs(a.value - b.value)) },
  };
}

function firstSteps(x: Float64Array, given: Float64Array | undefined): Float64Array {
  if (given === undefined) return x.map((xi) => (xi < 0 ? -1 : 1) * Math.max(0.05 * Math.abs(xi), 0.00025));
  if (given.length !== x.length || !given.every((s) => Number.isFinite(s) && s !== 0)) {
    throw new RangeError(`step must have ${x.length} finite values other than 0, came ${given.join(', ')}`);
  }
  return given;
}

function corner(search: Search, x: Float64Array): Corner {
  search.evaluations++;
  const value = search.f(x.slice());
  return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
}

function spanSimplex(search: Search, start: Float64Array, step: Float64Array): void {
  search.corners = [corner(search, start)];
  for (let i = 0; i < start.length; i++) {
    const x = start.slice();
    x[i]! += step[i]!;
    search.corners.push(corner(search, x));
  }
  search.corners.sort(byValue);
}

function descend(
  search: Search,
  tolerance: number,
  maxIterations: number,
): { why: StopReason; iterations: number } {
  for (let iterations = 0; ; iterations++) {
    const best = search.corners[0]!;
    if (best.value === Number.POSITIVE_INFINITY) return { why: 'non-finite-start', iterations };
    if (best.value === Number.NEGATIVE_INFINITY) return { why: 'unbounded', iterations };
    if (settled(search, tolerance)) return { why: 'tolerance', iterations };
    if (iterations >= maxIterations) return { why: 'max-iterations', iterations };
    move(search);
  }
}

function move(search: Search): void {
  const better = replacement(search);
  if (better === undefined) shrink(search);
  else search.corners[search.corners.length - 1] = better;
  search.corners.sort(byValue);
}

/** The corner to put in place of the worst one, or undefined when the simplex must shrink. */
function replacement(search: Search): Corner | undefined {
  const { corners } = search;
  const n = corners.length - 1;
  const [expansion, contraction] = n === 1 ? [2, 0.5] : [1 + 2 / n, 0.75 - 1 / (2 * n)];
  const worst = corners[n]!;
  const centre = centroid(corners, n);
  const along = (t: number) =>
    corner(
      search,
      centre.map((c, i) => c + t * (c - worst.x[i]!)),
    );
  const reflected = along(1);
  if (reflected.value < corners[0]!.value) {
    const expanded = along(expansion);
    return expanded.value < reflected.value ? expanded : reflected;
  }
  if (reflected.value < corners[n - 1]!.value) return reflected;
  const outside = reflected.value < worst.value;
  const contracted = along(outside ? contraction : -contraction);
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined;
}

function shrink(search: Search): void {
  const n = search.corners.length - 1;
  const share = n === 1 ? 0.5 : 1 - 1 / n;
  const best = search.corners[0]!;
  const shrunk = search.corners.slice(1).map(({ x }) =>
    corner(
      search,
      x.map((xi, i) => best.x[i]! + share * (xi - best.x[i]!)),
    ),
  );
  search.corners = [best, ...shrunk];
}

function centroid(corners: readonly Corner[], n: number): Float64Array {
  const centre = new Float64Array(n);
  for (let k = 0; k < n; k++) for (let i = 0; i < n; i++) centre[i]! += corners[k]!.x[i]! / n;
  return centre;
}

function byValue(a: Corner, b: Corner): number {
  return a.value === b.value ? 0 : a.value - b.value;
}

function settled(search: Search, tolerance: number): boolean {
  const best = search.corners[0]!;
  const size = best.x.reduce((most, xi) => Math.max(most, Math.abs(xi)), 1);
  return (
    spreadOf(search, distance) <= tolerance * size &&
    spreadOf(search, (a, b) => Math.abs(a.value - b.value)) <= tolerance * Math.max(1, Math.abs(best.value))
  );
}

function spreadOf({ corners }: Search, difference: (a: Corner, b: Corner) => number): number {
  return corners.reduce((most, c) => Math.max(most, difference(c, corners[0]!)), 0);
}

function distance(a: Corner, b: Corner): number {
  return a.x.reduce((most, xi, i) => Math.max(most, Math.abs(xi - b.x[i]!)), 0);
}
