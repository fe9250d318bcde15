// Twin: src/math/sliding-correlation.ts, operation for operation, so that every bit agrees.

const REFRESH: i32 = 256;
const CANCELLED: f64 = 1e-6;
const CONSTANT: f64 = 1e-20;

let n: i32 = 0;
/** Bytes of a row of an even number of values; the odd one out is zero throughout. */
let bytes: usize = 0;
let window: i32 = 0;
let steps: i32 = REFRESH;
let data: usize = 0;
let shift: usize = 0;
let first: usize = 0;
let squares: usize = 0;
let largest: usize = 0;
/** For each pair of columns half of what they changed by, their spread and 1/√ of their squares: read together, so kept together. */
let terms: usize = 0;
let four: usize = 0;
/** Lower triangle in blocks of 2×2, row of blocks after row of blocks. */
let products: usize = 0;
let matrix: usize = 0;

/** `rows` row-major, n values rounded up to an even number s; `work` (11 + s/2 + 1)·s values; `out` n×n. */
export function correlationSetup(columns: i32, length: i32, rows: usize, work: usize, out: usize): void {
  n = columns;
  bytes = (<usize>((columns + 1) & ~1)) << 3;
  window = length;
  data = rows;
  shift = work;
  first = shift + bytes;
  squares = first + bytes;
  largest = squares + bytes;
  terms = largest + bytes;
  four = terms + 3 * bytes;
  products = four + (bytes << 2);
  matrix = out;
  steps = REFRESH;
}

/** The next step computes its window anew. */
export function correlationRestart(): void {
  steps = REFRESH;
}

/** Moves the window to end at row t of the data; 0, and no defined matrix, when a column does not vary. */
export function correlationStep(t: i32): i32 {
  let kept = false;
  if (steps < REFRESH) {
    kept = slide(data + <usize>t * bytes, data + <usize>(t - window) * bytes);
    steps++;
  }
  if (steps >= REFRESH || !kept) {
    refresh(t);
    steps = 0;
  }
  const moving = invert();
  advance();
  return moving ? 1 : 0;
}

/** Moves all but the products on; false when a sum of squares has lost its digits. */
function slide(now: usize, gone: usize): bool {
  const end = shift + bytes;
  const width = bytes;
  const scale = f64x2.splat(1 / <f64>window);
  const halves = f64x2.splat(0.5);
  const share = f64x2.splat(CANCELLED);
  let kept = i64x2.splat(-1);
  let term = terms;
  for (let at = shift; at < end; at += 16) {
    const level = v128.load(at);
    const e = f64x2.sub(v128.load(now), level);
    const l = f64x2.sub(v128.load(gone), level);
    const d = f64x2.sub(e, l);
    const sums = at + width;
    const before = v128.load(sums);
    const sum = f64x2.add(before, d);
    const g = f64x2.sub(f64x2.add(e, l), f64x2.mul(f64x2.add(before, sum), scale));
    v128.store(sums, sum);
    v128.store(term, f64x2.mul(halves, d));
    v128.store(term, g, 16);
    const own = sums + width;
    const square = f64x2.add(v128.load(own), f64x2.mul(d, g));
    v128.store(own, square);
    const most = f64x2.pmax(v128.load(own + width), square);
    v128.store(own + width, most);
    kept = v128.and(kept, f64x2.ge(square, f64x2.mul(share, most)));
    now += 16;
    gone += 16;
    term += 48;
  }
  return i64x2.all_true(kept);
}

function refresh(t: i32): void {
  const from = t - window + 1;
  levels(from, t);
  zero(first, bytes);
  zero(terms, 3 * bytes);
  const pairs = bytes >> 4;
  zero(products, (pairs * (pairs + 1)) << 4);
  let s = from;
  for (; s + 3 <= t; s += 4) accumulateFour(s);
  for (; s <= t; s++) accumulate(s);
  centre();
}

/** shift ← the column means of rows from…to. */
function levels(from: i32, to: i32): void {
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

function accumulate(s: i32): void {
  const row = data + <usize>s * bytes;
  for (let at: usize = 0; at < bytes; at += 16) {
    const e = f64x2.sub(v128.load(row + at), v128.load(shift + at));
    v128.store(four + at, e);
    v128.store(first + at, f64x2.add(v128.load(first + at), e));
  }
  let block = products;
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load64_splat(four + i);
    const y = v128.load64_splat(four + i, 8);
    for (let j: usize = 0; j <= i; j += 16) {
      const e = v128.load(four + j);
      v128.store(block, f64x2.add(v128.load(block), f64x2.mul(x, e)));
      v128.store(block, f64x2.add(v128.load(block, 16), f64x2.mul(y, e)), 16);
      block += 32;
    }
  }
}

/** Four rows in one pass over the products, added one after another. */
function accumulateFour(s: i32): void {
  const row = data + <usize>s * bytes;
  for (let at: usize = 0; at < bytes; at += 16) {
    const level = v128.load(shift + at);
    let sum = v128.load(first + at);
    for (let k: usize = 0; k < bytes << 2; k += bytes) {
      const e = f64x2.sub(v128.load(row + k + at), level);
      v128.store(four + k + at, e);
      sum = f64x2.add(sum, e);
    }
    v128.store(first + at, sum);
  }
  const second = four + bytes;
  const third = second + bytes;
  const fourth = third + bytes;
  let block = products;
  for (let i: usize = 0; i < bytes; i += 16) {
    const x0 = v128.load64_splat(four + i);
    const x1 = v128.load64_splat(second + i);
    const x2 = v128.load64_splat(third + i);
    const x3 = v128.load64_splat(fourth + i);
    const y0 = v128.load64_splat(four + i, 8);
    const y1 = v128.load64_splat(second + i, 8);
    const y2 = v128.load64_splat(third + i, 8);
    const y3 = v128.load64_splat(fourth + i, 8);
    for (let j: usize = 0; j <= i; j += 16) {
      let e = v128.load(four + j);
      let x = f64x2.add(v128.load(block), f64x2.mul(x0, e));
      let y = f64x2.add(v128.load(block, 16), f64x2.mul(y0, e));
      e = v128.load(second + j);
      x = f64x2.add(x, f64x2.mul(x1, e));
      y = f64x2.add(y, f64x2.mul(y1, e));
      e = v128.load(third + j);
      x = f64x2.add(x, f64x2.mul(x2, e));
      y = f64x2.add(y, f64x2.mul(y2, e));
      e = v128.load(fourth + j);
      v128.store(block, f64x2.add(x, f64x2.mul(x3, e)));
      v128.store(block, f64x2.add(y, f64x2.mul(y3, e)), 16);
      block += 32;
    }
  }
}

/** The products about the means instead of the shift, and the squares from their diagonal. */
function centre(): void {
  const scale = f64x2.splat(1 / <f64>window);
  let block = products;
  for (let i: usize = 0; i < bytes; i += 16) {
    const m0 = f64x2.mul(v128.load64_splat(first + i), scale);
    const m1 = f64x2.mul(v128.load64_splat(first + i, 8), scale);
    for (let j: usize = 0; j <= i; j += 16) {
      const f = v128.load(first + j);
      v128.store(block, f64x2.sub(v128.load(block), f64x2.mul(m0, f)));
      v128.store(block, f64x2.sub(v128.load(block, 16), f64x2.mul(m1, f)), 16);
      block += 32;
    }
    const own = v128.shuffle<f64>(v128.load(block - 32), v128.load(block - 16), 0, 3);
    v128.store(squares + i, own);
    v128.store(largest + i, own);
  }
  // The column that only fills a pair up varies, so that no test need leave it out.
  if (n & 1) {
    store<f64>(squares + ((<usize>n) << 3), 1);
    store<f64>(largest + ((<usize>n) << 3), 1);
  }
}

/** False when a column does not vary. */
function invert(): bool {
  const end = shift + bytes;
  const width = bytes;
  const scale = f64x2.splat(1 / <f64>window);
  const unbiased = f64x2.splat(<f64>window / (<f64>window - 1));
  const least = f64x2.splat(CONSTANT);
  const one = f64x2.splat(1);
  let moving = i64x2.splat(-1);
  let term = terms;
  for (let at = shift; at < end; at += 16) {
    const sums = at + width;
    const square = v128.load(sums + width);
    v128.store(term, f64x2.div(one, f64x2.sqrt(square)), 32);
    const level = f64x2.add(v128.load(at), f64x2.mul(v128.load(sums), scale));
    const floor = f64x2.mul(least, f64x2.pmax(one, f64x2.mul(level, level)));
    moving = v128.and(moving, f64x2.gt(f64x2.mul(f64x2.mul(square, scale), unbiased), floor));
    term += 48;
  }
  return i64x2.all_true(moving);
}

/** Moves the products on by ½(d gᵀ + g dᵀ), and their correlations into the matrix and its mirror image. */
function advance(): void {
  const down = (<usize>n) << 3;
  const even = down & ~15;
  let block = products;
  let own = terms;
  let upper = matrix;
  for (let i: usize = 0; i < even; i += 16) {
    advanceTwo(block, own, upper, matrix + i, i, down);
    block += 2 * i + 32;
    own += 48;
    upper += 2 * down;
  }
  if (even < down) advanceLast(block, even, down);
}

/** Two rows of the lower triangle. Everything it reads again and again is in locals, which stay in registers. */
function advanceTwo(block: usize, own: usize, upper: usize, column: usize, length: usize, down: usize): void {
  const one = f64x2.splat(1);
  const minus = f64x2.splat(-1);
  const h0 = v128.load64_splat(own);
  const h1 = v128.load64_splat(own, 8);
  const g0 = v128.load64_splat(own, 16);
  const g1 = v128.load64_splat(own, 24);
  const own0 = v128.load64_splat(own, 32);
  const own1 = v128.load64_splat(own, 40);
  const end = upper + length;
  let lower = upper + down;
  let other = terms;
  const both = 2 * down;
  let next = column + down;
  while (upper < end) {
    const h = v128.load(other);
    const g = v128.load(other, 16);
    let x = f64x2.add(v128.load(block), f64x2.add(f64x2.mul(h0, g), f64x2.mul(g0, h)));
    let y = f64x2.add(v128.load(block, 16), f64x2.add(f64x2.mul(h1, g), f64x2.mul(g1, h)));
    v128.store(block, x);
    v128.store(block, y, 16);
    const inverse = v128.load(other, 32);
    x = f64x2.pmax(f64x2.pmin(f64x2.mul(f64x2.mul(x, own0), inverse), one), minus);
    y = f64x2.pmax(f64x2.pmin(f64x2.mul(f64x2.mul(y, own1), inverse), one), minus);
    v128.store(upper, x);
    v128.store(lower, y);
    v128.store(column, v128.shuffle<f64>(x, y, 0, 2));
    v128.store(next, v128.shuffle<f64>(x, y, 1, 3));
    block += 32;
    other += 48;
    upper += 16;
    lower += 16;
    column += both;
    next += both;
  }
  const y = f64x2.add(
    v128.load(block, 16),
    f64x2.add(f64x2.mul(h1, v128.load(other, 16)), f64x2.mul(g1, v128.load(other))),
  );
  v128.store(block, y, 16);
  const raw = f64x2.mul(f64x2.mul(y, own1), v128.load(other, 32));
  const r = f64x2.pmax(f64x2.pmin(raw, one), minus);
  v128.store(upper, v128.shuffle<f64>(one, r, 0, 2));
  v128.store(lower, v128.shuffle<f64>(r, one, 0, 2));
}

/** The last row when they are odd in number. */
function advanceLast(block: usize, i: usize, down: usize): void {
  const own = terms + 3 * i;
  const h = load<f64>(own);
  const g = load<f64>(own, 16);
  const scale = load<f64>(own, 32);
  const row = matrix + (i >> 3) * down;
  let column = matrix + i;
  for (let j: usize = 0; j < i; j += 8) {
    const place = block + ((j & ~15) << 1) + (j & 8);
    const other = terms + 3 * (j & ~15) + (j & 8);
    const product = load<f64>(place) + (h * load<f64>(other, 16) + g * load<f64>(other));
    store<f64>(place, product);
    const r = clamp(product * scale * load<f64>(other, 32));
    store<f64>(row + j, r);
    store<f64>(column, r);
    column += down;
  }
  store<f64>(row + i, 1);
}

function clamp(raw: f64): f64 {
  return raw > 1 ? 1 : raw < -1 ? -1 : raw;
}

function zero(from: usize, length: usize): void {
  const none = f64x2.splat(0);
  for (let at: usize = 0; at < length; at += 16) v128.store(from + at, none);
}
