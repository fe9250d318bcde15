// Twins: src/measures/connectedness/window-moments.ts and moments-solver.ts, operation for operation, so that every bit agrees.
import { errorShares } from './error-shares';

const CANCELLED: f64 = 1e-6;
const PIVOT: f64 = 1e-12;
const NEARLY_DEPENDENT: f64 = 1e-8;
const NEARLY_CONSTANT: f64 = 1e-18;

let n: i32 = 0;
let lag: i32 = 0;
let horizon: i32 = 0;
/** 1 + n·lag + n, and the bytes of a row of that many values, an even number of them. */
let width: i32 = 0;
let wide: usize = 0;
/** Bytes of a row of n values, an even number of them. */
let narrow: usize = 0;
let data: usize = 0;
let shares: usize = 0;
let centre: usize = 0;
let vector: usize = 0;
let largest: usize = 0;
let sums: usize = 0;
let factor: usize = 0;
let blocks: usize = 0;
let sigma: usize = 0;
let weights: usize = 0;
let explained: usize = 0;
let responses: usize = 0;

/** `rows` the complete rows, n values each; `work` their room, as in src/math/kernels/window-regression.ts; `out` n×n. */
export function regressionSetup(
  series: i32,
  lags: i32,
  ahead: i32,
  rows: usize,
  work: usize,
  out: usize,
): void {
  n = series;
  lag = lags;
  horizon = ahead;
  width = 1 + n * (lag + 1);
  wide = (<usize>((width + 1) & ~1)) << 3;
  narrow = (<usize>((n + 1) & ~1)) << 3;
  data = rows;
  shares = out;
  centre = work;
  weights = centre + narrow;
  vector = weights + narrow;
  largest = vector + wide;
  sums = largest + wide;
  factor = sums + <usize>width * wide;
  blocks = factor + <usize>width * wide;
  sigma = blocks + <usize>(n * lag) * narrow;
  explained = sigma + <usize>n * narrow;
  responses = explained + <usize>n * narrow;
}

/** Empties the sums and takes the means of rows first…end) as the level. */
export function regressionClear(first: i32, end: i32): void {
  for (let i = 0; i < n; i++) {
    let sum: f64 = 0;
    for (let k = first; k < end; k++) sum += load<f64>(data + ((<usize>(k * n + i)) << 3));
    store<f64>(centre + ((<usize>i) << 3), sum / <f64>(end - first));
  }
  const none = f64x2.splat(0);
  const size = <usize>width * wide;
  for (let at: usize = 0; at < size; at += 16) v128.store(sums + at, none);
}

/** The sums as they stand are the largest so far. */
export function regressionMark(): void {
  for (let i = 0; i < width; i++) {
    const at = (<usize>i) << 3;
    store<f64>(largest + at, load<f64>(sums + <usize>i * wide + at));
  }
}

/** Adds the regression row at complete row k, `sign` times; the upper triangle holds what the twin has in the lower. */
export function regressionAdd(k: i32, sign: f64): void {
  store<f64>(vector, 1);
  for (let i = 0; i < n; i++) {
    const level = load<f64>(centre + ((<usize>i) << 3));
    for (let l = 1; l <= lag; l++) {
      store<f64>(
        vector + ((<usize>(1 + (l - 1) * n + i)) << 3),
        load<f64>(data + ((<usize>((k - l) * n + i)) << 3)) - level,
      );
    }
    store<f64>(
      vector + ((<usize>(1 + lag * n + i)) << 3),
      load<f64>(data + ((<usize>(k * n + i)) << 3)) - level,
    );
  }
  for (let i = 0; i < width; i++) {
    const own = f64x2.splat(sign * load<f64>(vector + ((<usize>i) << 3)));
    const row = sums + <usize>i * wide;
    for (let at = (<usize>(i & ~1)) << 3; at < wide; at += 16) {
      v128.store(row + at, f64x2.add(v128.load(row + at), f64x2.mul(own, v128.load(vector + at))));
    }
  }
}

export function regressionCancelled(): i32 {
  let lost = 0;
  for (let i = 1; i < width; i++) {
    const at = (<usize>i) << 3;
    const square = load<f64>(sums + <usize>i * wide + at);
    if (square > load<f64>(largest + at)) store<f64>(largest + at, square);
    if (square < CANCELLED * load<f64>(largest + at)) lost = 1;
  }
  return lost;
}

/** Shares of the window whose `count` rows the sums hold; 0 when sums do not suffice to compute them safely. */
export function regressionSolve(count: f64): i32 {
  if (!varies(count) || !factorise()) return 0;
  slopes();
  schurComplement();
  return errorShares(n, lag, horizon, blocks, 8, narrow, sigma, responses, weights, explained, shares)
    ? 1
    : 0;
}

function varies(count: f64): bool {
  for (let i = 0; i < n; i++) {
    const at = (<usize>(1 + n * lag + i)) << 3;
    const mean = load<f64>(sums + at) / count;
    const variance = load<f64>(sums + <usize>(1 + n * lag + i) * wide + at) / count - mean * mean;
    const level = load<f64>(centre + ((<usize>i) << 3)) + mean;
    if (!(variance > NEARLY_CONSTANT * Math.max(1, level * level))) return false;
  }
  return true;
}

/** Row k of `factor` ← column k of the Cholesky factor of the sums; false when a pivot is too small. */
function factorise(): bool {
  const size = <usize>width * wide;
  for (let at: usize = 0; at < size; at += 16) v128.store(factor + at, v128.load(sums + at));
  for (let k = 0; k < width; k++) {
    const at = (<usize>k) << 3;
    const row = factor + <usize>k * wide;
    const diagonal = load<f64>(sums + <usize>k * wide + at);
    const pivot = load<f64>(row + at);
    if (!(pivot > PIVOT * diagonal && diagonal < Infinity)) return false;
    const root = Math.sqrt(pivot);
    if (!(root * root > NEARLY_DEPENDENT * diagonal)) return false;
    const roots = f64x2.splat(root);
    const start = (<usize>(k & ~1)) << 3;
    for (let j = start; j < wide; j += 16) v128.store(row + j, f64x2.div(v128.load(row + j), roots));
    store<f64>(row + at, root);
    let i = k + 1;
    if (i & 1 && i < width) {
      subtract(row, i);
      i++;
    }
    for (; i + 1 < width; i += 2) subtractTwo(row, i);
    if (i < width) subtract(row, i);
  }
  return true;
}

/** Takes the product of a finished column with itself off row i. */
function subtract(row: usize, i: i32): void {
  const own = v128.load64_splat(row + ((<usize>i) << 3));
  const into = factor + <usize>i * wide;
  for (let at = (<usize>(i & ~1)) << 3; at < wide; at += 16) {
    v128.store(into + at, f64x2.sub(v128.load(into + at), f64x2.mul(v128.load(row + at), own)));
  }
}

function subtractTwo(row: usize, i: i32): void {
  const a = v128.load64_splat(row + ((<usize>i) << 3));
  const b = v128.load64_splat(row + ((<usize>i) << 3), 8);
  const upper = factor + <usize>i * wide;
  const lower = upper + wide;
  for (let at = (<usize>i) << 3; at < wide; at += 16) {
    const l = v128.load(row + at);
    v128.store(upper + at, f64x2.sub(v128.load(upper + at), f64x2.mul(l, a)));
    v128.store(lower + at, f64x2.sub(v128.load(lower + at), f64x2.mul(l, b)));
  }
}

/** blocks ← L_21 L_11⁻¹ without the intercept, equations side by side. */
function slopes(): void {
  const many = n * lag;
  const corner = (<usize>(1 + many)) << 3;
  for (let k = 0; k < many; k++) {
    const from = factor + <usize>(1 + k) * wide + corner;
    const into = blocks + <usize>k * narrow;
    for (let at: usize = 0; at < narrow; at += 16) v128.store(into + at, v128.load(from + at));
  }
  for (let k = many - 1; k >= 0; k--) {
    const own = blocks + <usize>k * narrow;
    const place = (<usize>(1 + k)) << 3;
    const pivot = v128.load64_splat(factor + <usize>(1 + k) * wide + place);
    for (let at: usize = 0; at < narrow; at += 16)
      v128.store(own + at, f64x2.div(v128.load(own + at), pivot));
    for (let j = 0; j < k; j++) {
      const l = v128.load64_splat(factor + <usize>(1 + j) * wide + place);
      const into = blocks + <usize>j * narrow;
      for (let at: usize = 0; at < narrow; at += 16) {
        v128.store(into + at, f64x2.sub(v128.load(into + at), f64x2.mul(v128.load(own + at), l)));
      }
    }
  }
}

/** sigma ← L_22 L_22ᵀ, the lower triangle by pairs of rows, mirrored. */
function schurComplement(): void {
  const corner = 1 + n * lag;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum: f64 = 0;
      for (let k = 0; k <= j; k++) {
        const column = factor + <usize>(corner + k) * wide;
        sum +=
          load<f64>(column + ((<usize>(corner + i)) << 3)) * load<f64>(column + ((<usize>(corner + j)) << 3));
      }
      store<f64>(sigma + <usize>i * narrow + ((<usize>j) << 3), sum);
      store<f64>(sigma + <usize>j * narrow + ((<usize>i) << 3), sum);
    }
  }
}
