// Twin: src/math/rolling-covariance.ts and src/math/rolling-correlation.ts, operation for operation, so that every bit agrees.

const REFRESH: i32 = 128;
const CANCELLED: f64 = 1e-6;
const CONSTANT: f64 = 1e-20;

let n: i32 = 0;
/** Columns rounded up to an even number; the odd one out is zero throughout. */
let stride: i32 = 0;
let window: i32 = 0;
let decay: f64 = 1;
let faded: f64 = 1;
let total: f64 = 1;
let steps: i32 = REFRESH;
let data: usize = 0;
let weights: usize = 0;
let shift: usize = 0;
let first: usize = 0;
let entering: usize = 0;
let leaving: usize = 0;
let largest: usize = 0;
let inverse: usize = 0;
let second: usize = 0;
let mean: usize = 0;
let matrix: usize = 0;

/** Bytes from a row of the data to the next. */
function rowBytes(): usize {
  return (<usize>stride) << 3;
}

/**
 * `rows` T×stride row-major, `table` the weight of each age, `work` (7 + stride)·stride values, `out` n×n, `means` stride values;
 * `fade` decay^window, `sum` the sum of the weights.
 */
export function covarianceSetup(
  columns: i32,
  length: i32,
  keep: f64,
  fade: f64,
  sum: f64,
  rows: usize,
  table: usize,
  work: usize,
  means: usize,
  out: usize,
): void {
  n = columns;
  stride = (columns + 1) & ~1;
  window = length;
  decay = keep;
  faded = fade;
  total = sum;
  data = rows;
  weights = table;
  const bytes = rowBytes();
  shift = work;
  first = shift + bytes;
  entering = first + bytes;
  leaving = entering + bytes;
  largest = leaving + bytes;
  inverse = largest + bytes;
  second = inverse + bytes;
  mean = means;
  matrix = out;
  steps = REFRESH;
}

/** The next step computes its window anew. */
export function covarianceRestart(): void {
  steps = REFRESH;
}

/** Moves the window to end at row t. */
export function covarianceStep(t: i32): void {
  if (steps < REFRESH) {
    slide(t);
    steps++;
  }
  if (steps >= REFRESH || cancelled()) {
    refresh(t);
    steps = 0;
  }
}

function slide(t: i32): void {
  const now = data + <usize>t * rowBytes();
  const gone = data + <usize>(t - window) * rowBytes();
  const keep = f64x2.splat(decay);
  const fade = f64x2.splat(faded);
  const end = rowBytes();
  for (let at: usize = 0; at < end; at += 16) {
    const level = v128.load(shift + at);
    const e = f64x2.sub(v128.load(now + at), level);
    const l = f64x2.sub(v128.load(gone + at), level);
    v128.store(entering + at, e);
    v128.store(leaving + at, l);
    const grown = f64x2.add(f64x2.mul(keep, v128.load(first + at)), e);
    v128.store(first + at, f64x2.sub(grown, f64x2.mul(fade, l)));
  }
  if (decay === 1) slideEqual();
  else slideWeighted();
  for (let i = 0; i < n; i++) {
    const square = load<f64>(second + ((<usize>(i * stride + i)) << 3));
    const most = largest + ((<usize>i) << 3);
    if (square > load<f64>(most)) store<f64>(most, square);
  }
}

/** Two rows of the lower triangle at a time; the upper row's last pair reaches one value past the diagonal, which nothing reads. */
function slideEqual(): void {
  const bytes = rowBytes();
  for (let i = 0; i < stride; i += 2) {
    const at = (<usize>i) << 3;
    const upper = second + <usize>i * bytes;
    const lower = upper + bytes;
    const e0 = v128.load64_splat(entering + at);
    const e1 = v128.load64_splat(entering + at + 8);
    const l0 = v128.load64_splat(leaving + at);
    const l1 = v128.load64_splat(leaving + at + 8);
    for (let j: usize = 0; j <= at; j += 16) {
      const e = v128.load(entering + j);
      const l = v128.load(leaving + j);
      const s0 = f64x2.add(v128.load(upper + j), f64x2.mul(e0, e));
      const s1 = f64x2.add(v128.load(lower + j), f64x2.mul(e1, e));
      v128.store(upper + j, f64x2.sub(s0, f64x2.mul(l0, l)));
      v128.store(lower + j, f64x2.sub(s1, f64x2.mul(l1, l)));
    }
  }
}

function slideWeighted(): void {
  const bytes = rowBytes();
  const keep = f64x2.splat(decay);
  const fade = f64x2.splat(faded);
  for (let i = 0; i < stride; i += 2) {
    const at = (<usize>i) << 3;
    const upper = second + <usize>i * bytes;
    const lower = upper + bytes;
    const e0 = v128.load64_splat(entering + at);
    const e1 = v128.load64_splat(entering + at + 8);
    const l0 = f64x2.mul(fade, v128.load64_splat(leaving + at));
    const l1 = f64x2.mul(fade, v128.load64_splat(leaving + at + 8));
    for (let j: usize = 0; j <= at; j += 16) {
      const e = v128.load(entering + j);
      const l = v128.load(leaving + j);
      const s0 = f64x2.add(f64x2.mul(keep, v128.load(upper + j)), f64x2.mul(e0, e));
      const s1 = f64x2.add(f64x2.mul(keep, v128.load(lower + j)), f64x2.mul(e1, e));
      v128.store(upper + j, f64x2.sub(s0, f64x2.mul(l0, l)));
      v128.store(lower + j, f64x2.sub(s1, f64x2.mul(l1, l)));
    }
  }
}

function cancelled(): bool {
  for (let i = 0; i < n; i++) {
    const square = load<f64>(second + ((<usize>(i * stride + i)) << 3));
    if (!(square >= CANCELLED * load<f64>(largest + ((<usize>i) << 3)))) return true;
  }
  return false;
}

function refresh(t: i32): void {
  const bytes = rowBytes();
  const from = t - window + 1;
  levels(from, t);
  zero(first, bytes);
  zero(second, <usize>stride * bytes);
  for (let s = from; s <= t; s++) accumulate(s, load<f64>(weights + ((<usize>(t - s)) << 3)));
  for (let i = 0; i < n; i++) {
    const square = load<f64>(second + ((<usize>(i * stride + i)) << 3));
    store<f64>(largest + ((<usize>i) << 3), square);
  }
}

/** shift ← the column means of rows from…to. */
function levels(from: i32, to: i32): void {
  const bytes = rowBytes();
  const start = data + <usize>from * bytes;
  const count = f64x2.splat(<f64>(to - from + 1));
  for (let at: usize = 0; at < bytes; at += 16) {
    const base = v128.load(start + at);
    let sum = f64x2.splat(0);
    for (let s = from; s <= to; s++) {
      sum = f64x2.add(sum, f64x2.sub(v128.load(data + <usize>s * bytes + at), base));
    }
    v128.store(shift + at, f64x2.add(base, f64x2.div(sum, count)));
  }
}

function accumulate(s: i32, weight: f64): void {
  const bytes = rowBytes();
  const row = data + <usize>s * bytes;
  const w = f64x2.splat(weight);
  for (let at: usize = 0; at < bytes; at += 16) {
    const e = f64x2.sub(v128.load(row + at), v128.load(shift + at));
    v128.store(entering + at, e);
    v128.store(first + at, f64x2.add(v128.load(first + at), f64x2.mul(w, e)));
  }
  for (let i = 0; i < stride; i++) {
    const at = (<usize>i) << 3;
    const e = f64x2.splat(weight * load<f64>(entering + at));
    const into = second + <usize>i * bytes;
    for (let j: usize = 0; j <= at; j += 16) {
      v128.store(into + j, f64x2.add(v128.load(into + j), f64x2.mul(e, v128.load(entering + j))));
    }
  }
}

/** Means and the symmetric covariance of the window. */
export function covarianceMoments(): void {
  const bytes = rowBytes();
  const scale = 1 / total;
  const scales = f64x2.splat(scale);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i) << 3;
    const mi = load<f64>(first + at) * scale;
    store<f64>(mean + at, load<f64>(shift + at) + mi);
    const m = f64x2.splat(mi);
    const from = second + <usize>i * bytes;
    const row = matrix + ((<usize>(i * n)) << 3);
    const column = matrix + at;
    for (let j = 0; j <= i; j += 2) {
      const b = (<usize>j) << 3;
      const c = f64x2.mul(f64x2.sub(v128.load(from + b), f64x2.mul(m, v128.load(first + b))), scales);
      place(c, row + b, column + ((<usize>(j * n)) << 3), j, i);
    }
  }
}

/** The correlation matrix of the window; 0, and no defined matrix, when a column does not vary. */
export function covarianceCorrelation(): i32 {
  const bytes = rowBytes();
  const scale = 1 / total;
  const scales = f64x2.splat(scale);
  const rows = <f64>window;
  const unbiased = rows / (rows - 1);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i) << 3;
    const sum = load<f64>(first + at);
    const mi = sum * scale;
    const variance = (load<f64>(second + <usize>i * bytes + at) - mi * sum) * scale;
    const level = load<f64>(shift + at) + mi;
    if (!(variance * unbiased > CONSTANT * Math.max(1, level * level))) return 0;
    store<f64>(inverse + at, 1 / Math.sqrt(variance));
  }
  const one = f64x2.splat(1);
  const minus = f64x2.splat(-1);
  for (let i = 0; i < n; i++) {
    const at = (<usize>i) << 3;
    const m = f64x2.splat(load<f64>(first + at) * scale);
    const own = v128.load64_splat(inverse + at);
    const from = second + <usize>i * bytes;
    const row = matrix + ((<usize>(i * n)) << 3);
    const column = matrix + at;
    for (let j = 0; j < i; j += 2) {
      const b = (<usize>j) << 3;
      const c = f64x2.mul(f64x2.sub(v128.load(from + b), f64x2.mul(m, v128.load(first + b))), scales);
      const raw = f64x2.mul(f64x2.mul(c, own), v128.load(inverse + b));
      const r = f64x2.pmax(f64x2.pmin(raw, one), minus);
      place(r, row + b, column + ((<usize>(j * n)) << 3), j, i - 1);
    }
    store<f64>(row + at, 1);
  }
  return 1;
}

/** Stores a pair of row i at columns j and j + 1, and at the mirror places; j + 1 only up to `last`. */
function place(pair: v128, row: usize, column: usize, j: i32, last: i32): void {
  v128.store64_lane(column, pair, 0);
  if (j < last) {
    v128.store(row, pair);
    v128.store64_lane(column + ((<usize>n) << 3), pair, 1);
  } else v128.store64_lane(row, pair, 0);
}

function zero(from: usize, bytes: usize): void {
  const none = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) v128.store(from + at, none);
}
