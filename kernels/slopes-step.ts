// Twin: src/measures/connectedness/slopes-step.ts, operation for operation, so that every bit agrees.
import { addRows } from './add-rows';
import { errorShares } from './error-shares';

const PIVOT: f64 = 1e-12;
const NEARLY_SINGULAR: f64 = 1e-6;

let n: i32 = 0;
let lag: i32 = 0;
/** Slopes, lag·n². */
let size: i32 = 0;
let slopes: usize = 0;
let covariance: usize = 0;
let error: usize = 0;
let projected: usize = 0;
let innovation: usize = 0;
let factor: usize = 0;
let row: usize = 0;
let lags: usize = 0;
let sigma: usize = 0;
let less: usize = 0;

/** The arrays of a `SlopesState`, and room for a row (n), its lags (n·lag), the error covariance (n×n) and a row of the factor (n). */
export function slopesSetup(
  series: i32,
  depth: i32,
  b: usize,
  s: usize,
  e: usize,
  w: usize,
  q: usize,
  l: usize,
  y: usize,
  past: usize,
  errors: usize,
  room: usize,
): void {
  n = series;
  lag = depth;
  size = n * n * lag;
  slopes = b;
  covariance = s;
  error = e;
  projected = w;
  innovation = q;
  factor = l;
  row = y;
  lags = past;
  sigma = errors;
  less = room;
}

/** One step; 0, with slopes and covariance as they were, when the innovation covariance is nearly singular. */
export function slopesAdvance(inflation: f64): i32 {
  forecastError();
  project(inflation);
  if (!factorise()) return 0;
  whiten();
  correct(inflation);
  return 1;
}

function forecastError(): void {
  for (let i = 0; i < n; i++) {
    let value = load<f64>(row + ((<usize>i) << 3));
    for (let l = 0; l < lag; l++) {
      const from = slopes + ((<usize>((l * n + i) * n)) << 3);
      const past = lags + ((<usize>(l * n)) << 3);
      for (let j = 0; j < n; j++)
        value -= load<f64>(from + ((<usize>j) << 3)) * load<f64>(past + ((<usize>j) << 3));
    }
    store<f64>(error + ((<usize>i) << 3), value);
  }
}

function project(inflation: f64): void {
  const wide = (<usize>size) << 3;
  const block = <usize>n * wide;
  for (let i = 0; i < n; i++) {
    const to = projected + <usize>i * wide;
    zero(to, wide);
    for (let l = 0; l < lag; l++) {
      addRows(to, size, covariance + <usize>(l * n + i) * block, wide, lags + ((<usize>(l * n)) << 3), 8, n);
    }
    scaleRow(to, wide, inflation);
    for (let j = 0; j <= i; j++) {
      let value = load<f64>(sigma + ((<usize>(i * n + j)) << 3));
      for (let l = 0, k: usize = 0; l < lag; l++) {
        let at = to + ((<usize>((l * n + j) * n)) << 3);
        for (let m = 0; m < n; m++, k += 8, at += 8) value += load<f64>(lags + k) * load<f64>(at);
      }
      store<f64>(innovation + ((<usize>(i * n + j)) << 3), value);
      store<f64>(innovation + ((<usize>(j * n + i)) << 3), value);
    }
  }
}

function zero(row: usize, bytes: usize): void {
  const none = f64x2.splat(0);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(row + at, none);
  if (at < bytes) store<f64>(row + at, 0);
}

function scaleRow(row: usize, bytes: usize, scale: f64): void {
  const scales = f64x2.splat(scale);
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(row + at, f64x2.mul(v128.load(row + at), scales));
  if (at < bytes) store<f64>(row + at, load<f64>(row + at) * scale);
}

function factorise(): bool {
  let least = Infinity;
  let most: f64 = 0;
  for (let i = 0; i < n; i++) {
    const own = (<usize>(i * n)) << 3;
    const diagonal = load<f64>(innovation + own + ((<usize>i) << 3));
    let pivot = diagonal;
    for (let j = 0; j < i; j++) {
      const other = (<usize>(j * n)) << 3;
      const at = (<usize>j) << 3;
      let sum = load<f64>(innovation + own + at);
      for (let k = 0; k < j; k++) {
        const b = (<usize>k) << 3;
        sum -= load<f64>(factor + own + b) * load<f64>(factor + other + b);
      }
      const l = sum / load<f64>(factor + other + at);
      store<f64>(factor + own + at, l);
      pivot -= l * l;
    }
    if (!(pivot > PIVOT * diagonal && diagonal < Infinity)) return false;
    const root = Math.sqrt(pivot);
    store<f64>(factor + own + ((<usize>i) << 3), root);
    least = Math.min(least, root * root);
    most = Math.max(most, diagonal);
  }
  return least > NEARLY_SINGULAR * most;
}

function whiten(): void {
  const wide = (<usize>size) << 3;
  for (let i = 0; i < n; i++) {
    const to = projected + <usize>i * wide;
    const own = factor + ((<usize>(i * n)) << 3);
    let e = load<f64>(error + ((<usize>i) << 3));
    for (let k: usize = 0; k < (<usize>i) << 3; k += 8) {
      const l = -load<f64>(own + k);
      store<f64>(less + k, l);
      e += l * load<f64>(error + k);
    }
    addRows(to, size, projected, wide, less, 8, i);
    const scale = 1 / load<f64>(own + ((<usize>i) << 3));
    scaleRow(to, wide, scale);
    store<f64>(error + ((<usize>i) << 3), e * scale);
  }
}

/** b ← b + W'ε, S ← R − W'W; as in the twin, the first row stands alone when they are odd in number. */
function correct(inflation: f64): void {
  const wide = (<usize>size) << 3;
  addRows(slopes, size, projected, wide, error, 8, n);
  const odd = size & 1;
  if (odd) {
    let value = inflation * load<f64>(covariance);
    for (let i = 0; i < n; i++) {
      const w = load<f64>(projected + <usize>i * wide);
      value -= w * w;
    }
    store<f64>(covariance, value);
  }
  for (let m = odd; m < size; m += 2) {
    for (let i = 0; i < n; i += 4) {
      downdateTwo(m, projected + <usize>i * wide, i === 0 ? inflation : 1, i + 4 >= n);
    }
  }
}

/** Rows m and m + 1 of S ← scale·S − W'W for four rows of W, columns 0 … m + 1; after the last four, columns m and m + 1 too. */
function downdateTwo(m: i32, first: usize, scale: f64, last: bool): void {
  const wide = (<usize>size) << 3;
  const own = (<usize>m) << 3;
  const end = own + 16;
  const second = first + wide;
  const third = second + wide;
  const fourth = third + wide;
  const row = covariance + <usize>m * wide;
  const next = row + wide;
  let column = covariance + own;
  let at: usize = 0;
  if (m & 1) {
    downdateOne(row, own, first, scale);
    downdateOne(next, own + 8, first, scale);
    if (last) v128.store(column, v128.shuffle<f64>(v128.load64_splat(row), v128.load64_splat(next), 0, 2));
    column += wide;
    at = 8;
  }
  const scales = f64x2.splat(scale);
  const a0 = v128.load64_splat(first + own);
  const b0 = v128.load64_splat(second + own);
  const c0 = v128.load64_splat(third + own);
  const d0 = v128.load64_splat(fourth + own);
  const a1 = v128.load64_splat(first + own, 8);
  const b1 = v128.load64_splat(second + own, 8);
  const c1 = v128.load64_splat(third + own, 8);
  const d1 = v128.load64_splat(fourth + own, 8);
  for (; at < end; at += 16) {
    const a = v128.load(first + at);
    const b = v128.load(second + at);
    const c = v128.load(third + at);
    const d = v128.load(fourth + at);
    let x = f64x2.add(f64x2.mul(a0, a), f64x2.mul(b0, b));
    let y = f64x2.add(f64x2.mul(a1, a), f64x2.mul(b1, b));
    x = f64x2.add(x, f64x2.mul(c0, c));
    y = f64x2.add(y, f64x2.mul(c1, c));
    x = f64x2.add(x, f64x2.mul(d0, d));
    y = f64x2.add(y, f64x2.mul(d1, d));
    x = f64x2.sub(f64x2.mul(scales, v128.load(row + at)), x);
    y = f64x2.sub(f64x2.mul(scales, v128.load(next + at)), y);
    v128.store(row + at, x);
    v128.store(next + at, y);
    if (last) {
      v128.store(column, v128.shuffle<f64>(x, y, 0, 2));
      v128.store(column + wide, v128.shuffle<f64>(x, y, 1, 3));
      column += wide << 1;
    }
  }
}

/** The first value of a row of S, against column `own` of four rows of W. */
function downdateOne(row: usize, own: usize, first: usize, scale: f64): void {
  const wide = (<usize>size) << 3;
  const second = first + wide;
  const third = second + wide;
  const fourth = third + wide;
  let sum = load<f64>(first + own) * load<f64>(first) + load<f64>(second + own) * load<f64>(second);
  sum += load<f64>(third + own) * load<f64>(third);
  sum += load<f64>(fourth + own) * load<f64>(fourth);
  store<f64>(row, scale * load<f64>(row) - sum);
}

/** `errorShares` for callers outside; see there. */
export function sharesFind(
  series: i32,
  depth: i32,
  horizon: i32,
  blocks: usize,
  errors: usize,
  responses: usize,
  weights: usize,
  sums: usize,
  out: usize,
): i32 {
  return errorShares(
    series,
    depth,
    horizon,
    blocks,
    (<usize>(series * depth)) << 3,
    8,
    errors,
    responses,
    weights,
    sums,
    out,
  )
    ? 1
    : 0;
}
