// Twin: src/math/rolling-covariance.ts, operation for operation, so that every bit agrees.

const REFRESH: i32 = 128;
const CANCELLED: f64 = 1e-6;

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
let centre: usize = 0;
let four: usize = 0;
let second: usize = 0;
let mean: usize = 0;
let matrix: usize = 0;

/** Bytes from a row of the data to the next. */
function rowBytes(): usize {
  return (<usize>stride) << 3;
}

/**
 * `rows` T×stride row-major, `table` the weight of each age, `work` (10 + stride)·stride values, `out` n×n, `means` stride values;
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
  centre = largest + bytes;
  four = centre + bytes;
  second = four + (bytes << 2);
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
  let s = from;
  for (; s + 3 <= t; s += 4) accumulate4(s, t);
  for (; s <= t; s++) accumulate(s, weightOf(t - s));
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

function weightOf(age: i32): f64 {
  return load<f64>(weights + ((<usize>age) << 3));
}

/** Four rows in one pass over the sums, added one after another. */
function accumulate4(s: i32, t: i32): void {
  const bytes = rowBytes();
  const row = data + <usize>s * bytes;
  const w0 = weightOf(t - s);
  const w1 = weightOf(t - s - 1);
  const w2 = weightOf(t - s - 2);
  const w3 = weightOf(t - s - 3);
  const x1 = bytes;
  const x2 = bytes << 1;
  const x3 = x1 + x2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const level = v128.load(shift + at);
    const e0 = f64x2.sub(v128.load(row + at), level);
    const e1 = f64x2.sub(v128.load(row + x1 + at), level);
    const e2 = f64x2.sub(v128.load(row + x2 + at), level);
    const e3 = f64x2.sub(v128.load(row + x3 + at), level);
    v128.store(four + at, e0);
    v128.store(four + x1 + at, e1);
    v128.store(four + x2 + at, e2);
    v128.store(four + x3 + at, e3);
    let sum = f64x2.add(v128.load(first + at), f64x2.mul(f64x2.splat(w0), e0));
    sum = f64x2.add(sum, f64x2.mul(f64x2.splat(w1), e1));
    sum = f64x2.add(sum, f64x2.mul(f64x2.splat(w2), e2));
    v128.store(first + at, f64x2.add(sum, f64x2.mul(f64x2.splat(w3), e3)));
  }
  for (let i = 0; i < stride; i++) {
    const at = (<usize>i) << 3;
    const e0 = f64x2.splat(w0 * load<f64>(four + at));
    const e1 = f64x2.splat(w1 * load<f64>(four + x1 + at));
    const e2 = f64x2.splat(w2 * load<f64>(four + x2 + at));
    const e3 = f64x2.splat(w3 * load<f64>(four + x3 + at));
    const into = second + <usize>i * bytes;
    for (let j: usize = 0; j <= at; j += 16) {
      let sum = f64x2.add(v128.load(into + j), f64x2.mul(e0, v128.load(four + j)));
      sum = f64x2.add(sum, f64x2.mul(e1, v128.load(four + x1 + j)));
      sum = f64x2.add(sum, f64x2.mul(e2, v128.load(four + x2 + j)));
      v128.store(into + j, f64x2.add(sum, f64x2.mul(e3, v128.load(four + x3 + j))));
    }
  }
}

/** Means and the symmetric covariance of the window. */
export function covarianceMoments(): void {
  const bytes = rowBytes();
  const scale = 1 / total;
  const scales = f64x2.splat(scale);
  for (let at: usize = 0; at < bytes; at += 16) {
    const m = f64x2.mul(v128.load(first + at), scales);
    v128.store(centre + at, m);
    v128.store(mean + at, f64x2.add(v128.load(shift + at), m));
  }
  const down = (<usize>n) << 3;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const at = (<usize>i) << 3;
    const m0 = v128.load64_splat(centre + at);
    const m1 = v128.load64_splat(centre + at, 8);
    const upper = second + <usize>i * bytes;
    const lower = upper + bytes;
    const row = matrix + <usize>i * down;
    let column = matrix + at;
    for (let j: usize = 0; j < at; j += 16) {
      const f = v128.load(first + j);
      const c0 = f64x2.mul(f64x2.sub(v128.load(upper + j), f64x2.mul(m0, f)), scales);
      const c1 = f64x2.mul(f64x2.sub(v128.load(lower + j), f64x2.mul(m1, f)), scales);
      v128.store(row + j, c0);
      v128.store(row + down + j, c1);
      v128.store(column, v128.shuffle<f64>(c0, c1, 0, 2));
      v128.store(column + down, v128.shuffle<f64>(c0, c1, 1, 3));
      column += down << 1;
    }
    const f = v128.load(first + at);
    const c0 = f64x2.mul(f64x2.sub(v128.load(upper + at), f64x2.mul(m0, f)), scales);
    const c1 = f64x2.mul(f64x2.sub(v128.load(lower + at), f64x2.mul(m1, f)), scales);
    v128.store(row + at, v128.shuffle<f64>(c0, c1, 0, 2));
    v128.store(row + down + at, c1);
  }
  if (i < n) {
    const at = (<usize>i) << 3;
    const mi = load<f64>(centre + at);
    const from = second + <usize>i * bytes;
    for (let j = 0; j <= i; j++) {
      const b = (<usize>j) << 3;
      const c = (load<f64>(from + b) - mi * load<f64>(first + b)) * scale;
      store<f64>(matrix + <usize>i * down + b, c);
      store<f64>(matrix + <usize>j * down + at, c);
    }
  }
}

function zero(from: usize, bytes: usize): void {
  const none = f64x2.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) v128.store(from + at, none);
}
