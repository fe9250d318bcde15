// Twin: src/measures/connectedness/slopes-step.ts, which sums in another order: they agree to about 1e-15.
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

/** The arrays of a `SlopesState`, and room for a row (n), its lags (n·lag) and the error covariance (n×n). */
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
}

/** One step; 0, with slopes and covariance as they were, when the innovation covariance is nearly singular. */
export function slopesAdvance(inflation: f64): i32 {
  forecastError();
  project(inflation);
  if (!factorise()) return 0;
  whiten();
  correctSlopes();
  correctCovariance(inflation);
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

function placeOf(k: i32, i: i32): i32 {
  const l = k / n;
  return l * n * n + i * n + k - l * n;
}

function project(inflation: f64): void {
  const wide = (<usize>size) << 3;
  const even = (<usize>(size & ~1)) << 3;
  for (let i = 0; i < n; i++) {
    const to = projected + <usize>i * wide;
    let at: usize = 0;
    for (; at + 64 <= even; at += 64) project4(i, to, at, inflation);
    for (; at < even; at += 16) project1(i, to, at, inflation);
    if (at < wide) projectLast(i, to, at, inflation);
    for (let j = 0; j <= i; j++) {
      let value = load<f64>(sigma + ((<usize>(i * n + j)) << 3));
      for (let k = 0; k < n * lag; k++) {
        value += load<f64>(lags + ((<usize>k) << 3)) * load<f64>(to + ((<usize>placeOf(k, j)) << 3));
      }
      store<f64>(innovation + ((<usize>(i * n + j)) << 3), value);
      store<f64>(innovation + ((<usize>(j * n + i)) << 3), value);
    }
  }
}

function project4(i: i32, to: usize, at: usize, inflation: f64): void {
  const wide = (<usize>size) << 3;
  let p0 = f64x2.splat(0);
  let p1 = p0;
  let p2 = p0;
  let p3 = p0;
  for (let l = 0, k = 0; l < lag; l++) {
    let from = covariance + <usize>(l * n * n + i * n) * wide + at;
    for (let j = 0; j < n; j++, k++) {
      const f = f64x2.splat(inflation * load<f64>(lags + ((<usize>k) << 3)));
      p0 = f64x2.add(p0, f64x2.mul(f, v128.load(from)));
      p1 = f64x2.add(p1, f64x2.mul(f, v128.load(from, 16)));
      p2 = f64x2.add(p2, f64x2.mul(f, v128.load(from, 32)));
      p3 = f64x2.add(p3, f64x2.mul(f, v128.load(from, 48)));
      from += wide;
    }
  }
  v128.store(to + at, p0);
  v128.store(to + at, p1, 16);
  v128.store(to + at, p2, 32);
  v128.store(to + at, p3, 48);
}

function project1(i: i32, to: usize, at: usize, inflation: f64): void {
  let p = f64x2.splat(0);
  for (let k = 0; k < n * lag; k++) {
    const f = f64x2.splat(inflation * load<f64>(lags + ((<usize>k) << 3)));
    p = f64x2.add(p, f64x2.mul(f, v128.load(covariance + ((<usize>(placeOf(k, i) * size)) << 3) + at)));
  }
  v128.store(to + at, p);
}

function projectLast(i: i32, to: usize, at: usize, inflation: f64): void {
  let p: f64 = 0;
  for (let k = 0; k < n * lag; k++) {
    const f = inflation * load<f64>(lags + ((<usize>k) << 3));
    p += f * load<f64>(covariance + ((<usize>(placeOf(k, i) * size)) << 3) + at);
  }
  store<f64>(to + at, p);
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
  const even = (<usize>(size & ~1)) << 3;
  for (let i = 0; i < n; i++) {
    const to = projected + <usize>i * wide;
    const own = factor + ((<usize>(i * n)) << 3);
    let e = load<f64>(error + ((<usize>i) << 3));
    for (let k = 0; k < i; k++)
      e -= load<f64>(own + ((<usize>k) << 3)) * load<f64>(error + ((<usize>k) << 3));
    const scale = 1 / load<f64>(own + ((<usize>i) << 3));
    store<f64>(error + ((<usize>i) << 3), e * scale);
    const scales = f64x2.splat(scale);
    let at: usize = 0;
    for (; at + 64 <= even; at += 64) {
      let w0 = v128.load(to + at);
      let w1 = v128.load(to + at, 16);
      let w2 = v128.load(to + at, 32);
      let w3 = v128.load(to + at, 48);
      let from = projected + at;
      for (let k = 0; k < i; k++) {
        const l = v128.load64_splat(own + ((<usize>k) << 3));
        w0 = f64x2.sub(w0, f64x2.mul(l, v128.load(from)));
        w1 = f64x2.sub(w1, f64x2.mul(l, v128.load(from, 16)));
        w2 = f64x2.sub(w2, f64x2.mul(l, v128.load(from, 32)));
        w3 = f64x2.sub(w3, f64x2.mul(l, v128.load(from, 48)));
        from += wide;
      }
      v128.store(to + at, f64x2.mul(w0, scales));
      v128.store(to + at, f64x2.mul(w1, scales), 16);
      v128.store(to + at, f64x2.mul(w2, scales), 32);
      v128.store(to + at, f64x2.mul(w3, scales), 48);
    }
    for (; at < wide; at += 8) {
      let w = load<f64>(to + at);
      for (let k = 0; k < i; k++)
        w -= load<f64>(own + ((<usize>k) << 3)) * load<f64>(projected + <usize>k * wide + at);
      store<f64>(to + at, w * scale);
    }
  }
}

function correctSlopes(): void {
  const wide = (<usize>size) << 3;
  for (let i = 0; i < n; i++) {
    const from = projected + <usize>i * wide;
    const e = load<f64>(error + ((<usize>i) << 3));
    const es = f64x2.splat(e);
    let at: usize = 0;
    for (; at + 16 <= wide; at += 16) {
      v128.store(slopes + at, f64x2.add(v128.load(slopes + at), f64x2.mul(v128.load(from + at), es)));
    }
    if (at < wide) store<f64>(slopes + at, load<f64>(slopes + at) + load<f64>(from + at) * e);
  }
}

/** S ← R − WᵀW, two rows of the lower triangle at a time, mirrored. */
function correctCovariance(inflation: f64): void {
  const wide = (<usize>size) << 3;
  let m = 0;
  for (; m + 1 < size; m += 2) {
    const at = (<usize>m) << 3;
    let k: usize = 0;
    for (; k + 48 < at; k += 64) correct4(at, k, inflation);
    for (; k < at; k += 16) correct1(at, k, inflation);
    const s = covariance + <usize>m * wide + at;
    const s00 = correctOne(s, at, at, inflation);
    const s10 = correctOne(s + wide, at + 8, at, inflation);
    const s11 = correctOne(s + wide + 8, at + 8, at + 8, inflation);
    store<f64>(s, s00);
    store<f64>(s, s10, 8);
    store<f64>(s + wide, s10);
    store<f64>(s + wide, s11, 8);
  }
  if (m < size) {
    const at = (<usize>m) << 3;
    for (let k: usize = 0; k <= at; k += 8) {
      const value = correctOne(covariance + <usize>m * wide + k, at, k, inflation);
      store<f64>(covariance + <usize>m * wide + k, value);
      store<f64>(covariance + (k >> 3) * wide + at, value);
    }
  }
}

function correctOne(s: usize, a: usize, b: usize, inflation: f64): f64 {
  const wide = (<usize>size) << 3;
  let value = load<f64>(s) * inflation;
  let w = projected;
  for (let i = 0; i < n; i++) {
    value -= load<f64>(w + a) * load<f64>(w + b);
    w += wide;
  }
  return value;
}

function correct4(at: usize, k: usize, inflation: f64): void {
  const wide = (<usize>size) << 3;
  const f = f64x2.splat(inflation);
  const upper = covariance + (at >> 3) * wide + k;
  const lower = upper + wide;
  let u0 = f64x2.mul(v128.load(upper), f);
  let u1 = f64x2.mul(v128.load(upper, 16), f);
  let u2 = f64x2.mul(v128.load(upper, 32), f);
  let u3 = f64x2.mul(v128.load(upper, 48), f);
  let l0 = f64x2.mul(v128.load(lower), f);
  let l1 = f64x2.mul(v128.load(lower, 16), f);
  let l2 = f64x2.mul(v128.load(lower, 32), f);
  let l3 = f64x2.mul(v128.load(lower, 48), f);
  let w = projected;
  for (let i = 0; i < n; i++) {
    const a = v128.load64_splat(w + at);
    const b = v128.load64_splat(w + at, 8);
    const w0 = v128.load(w + k);
    const w1 = v128.load(w + k, 16);
    const w2 = v128.load(w + k, 32);
    const w3 = v128.load(w + k, 48);
    u0 = f64x2.sub(u0, f64x2.mul(a, w0));
    u1 = f64x2.sub(u1, f64x2.mul(a, w1));
    u2 = f64x2.sub(u2, f64x2.mul(a, w2));
    u3 = f64x2.sub(u3, f64x2.mul(a, w3));
    l0 = f64x2.sub(l0, f64x2.mul(b, w0));
    l1 = f64x2.sub(l1, f64x2.mul(b, w1));
    l2 = f64x2.sub(l2, f64x2.mul(b, w2));
    l3 = f64x2.sub(l3, f64x2.mul(b, w3));
    w += wide;
  }
  const column = covariance + (k >> 3) * wide + at;
  place(upper, lower, column, u0, l0);
  place(upper + 16, lower + 16, column + 2 * wide, u1, l1);
  place(upper + 32, lower + 32, column + 4 * wide, u2, l2);
  place(upper + 48, lower + 48, column + 6 * wide, u3, l3);
}

function correct1(at: usize, k: usize, inflation: f64): void {
  const wide = (<usize>size) << 3;
  const f = f64x2.splat(inflation);
  const upper = covariance + (at >> 3) * wide + k;
  const lower = upper + wide;
  let u = f64x2.mul(v128.load(upper), f);
  let l = f64x2.mul(v128.load(lower), f);
  let w = projected;
  for (let i = 0; i < n; i++) {
    const pair = v128.load(w + k);
    u = f64x2.sub(u, f64x2.mul(v128.load64_splat(w + at), pair));
    l = f64x2.sub(l, f64x2.mul(v128.load64_splat(w + at, 8), pair));
    w += wide;
  }
  place(upper, lower, covariance + (k >> 3) * wide + at, u, l);
}

/** Stores two rows of a 2×2 block and its mirror image. */
function place(upper: usize, lower: usize, column: usize, u: v128, l: v128): void {
  v128.store(upper, u);
  v128.store(lower, l);
  v128.store(column, v128.shuffle<f64>(u, l, 0, 2));
  v128.store(column + ((<usize>size) << 3), v128.shuffle<f64>(u, l, 1, 3));
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
  return errorShares(series, depth, horizon, blocks, errors, responses, weights, sums, out) ? 1 : 0;
}
