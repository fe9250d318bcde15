// Twin: src/math/sliding-correlation.ts, operation for operation, so that every bit agrees.

const REFRESH: i32 = 128;
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
let half: usize = 0;
let spread: usize = 0;
let inverse: usize = 0;
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
  half = largest + bytes;
  spread = half + bytes;
  inverse = spread + bytes;
  four = inverse + bytes;
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
  if (steps < REFRESH) {
    slide(t);
    steps++;
  }
  if (steps >= REFRESH || cancelled()) {
    refresh(t);
    steps = 0;
  }
  const moving = invert();
  advance();
  return moving ? 1 : 0;
}

function slide(t: i32): void {
  const now = data + <usize>t * bytes;
  const gone = data + <usize>(t - window) * bytes;
  const scale = f64x2.splat(1 / <f64>window);
  const halves = f64x2.splat(0.5);
  for (let at: usize = 0; at < bytes; at += 16) {
    const level = v128.load(shift + at);
    const e = f64x2.sub(v128.load(now + at), level);
    const l = f64x2.sub(v128.load(gone + at), level);
    const d = f64x2.sub(e, l);
    const before = v128.load(first + at);
    const sum = f64x2.add(before, d);
    const g = f64x2.sub(f64x2.add(e, l), f64x2.mul(f64x2.add(before, sum), scale));
    v128.store(first + at, sum);
    v128.store(half + at, f64x2.mul(halves, d));
    v128.store(spread + at, g);
    const square = f64x2.add(v128.load(squares + at), f64x2.mul(d, g));
    v128.store(squares + at, square);
    v128.store(largest + at, f64x2.pmax(v128.load(largest + at), square));
  }
}

function cancelled(): bool {
  const share = f64x2.splat(CANCELLED);
  for (let at: usize = 0; at < bytes; at += 16) {
    const kept = f64x2.ge(v128.load(squares + at), f64x2.mul(share, v128.load(largest + at)));
    if (!i64x2.all_true(kept)) return true;
  }
  return false;
}

function refresh(t: i32): void {
  const from = t - window + 1;
  levels(from, t);
  zero(first, bytes);
  zero(half, bytes << 1);
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
}

/** False when a column does not vary. */
function invert(): bool {
  const scale = 1 / <f64>window;
  const unbiased = <f64>window / (<f64>window - 1);
  const scales = f64x2.splat(scale);
  const factors = f64x2.splat(unbiased);
  const least = f64x2.splat(CONSTANT);
  const one = f64x2.splat(1);
  let moving = true;
  for (let at: usize = 0; at < bytes; at += 16) {
    const square = v128.load(squares + at);
    v128.store(inverse + at, f64x2.div(one, f64x2.sqrt(square)));
    const level = f64x2.add(v128.load(shift + at), f64x2.mul(v128.load(first + at), scales));
    const floor = f64x2.mul(least, f64x2.max(one, f64x2.mul(level, level)));
    const varies = f64x2.gt(f64x2.mul(f64x2.mul(square, scales), factors), floor);
    const odd = ((<usize>n) << 3) - at === 8;
    if (!(odd ? i64x2.extract_lane(varies, 0) !== 0 : i64x2.all_true(varies))) moving = false;
  }
  return moving;
}

/** Moves the products on by ½(d gᵀ + g dᵀ), and their correlations into the matrix and its mirror image. */
function advance(): void {
  const one = f64x2.splat(1);
  const minus = f64x2.splat(-1);
  const down = (<usize>n) << 3;
  const even = down & ~15;
  let block = products;
  for (let i: usize = 0; i < even; i += 16) {
    const h0 = v128.load64_splat(half + i);
    const h1 = v128.load64_splat(half + i, 8);
    const g0 = v128.load64_splat(spread + i);
    const g1 = v128.load64_splat(spread + i, 8);
    const own0 = v128.load64_splat(inverse + i);
    const own1 = v128.load64_splat(inverse + i, 8);
    const upper = matrix + (i >> 3) * down;
    const lower = upper + down;
    let column = matrix + i;
    for (let j: usize = 0; j < i; j += 16) {
      const h = v128.load(half + j);
      const g = v128.load(spread + j);
      const other = v128.load(inverse + j);
      let x = f64x2.add(v128.load(block), f64x2.add(f64x2.mul(h0, g), f64x2.mul(g0, h)));
      let y = f64x2.add(v128.load(block, 16), f64x2.add(f64x2.mul(h1, g), f64x2.mul(g1, h)));
      v128.store(block, x);
      v128.store(block, y, 16);
      x = f64x2.pmax(f64x2.pmin(f64x2.mul(f64x2.mul(x, own0), other), one), minus);
      y = f64x2.pmax(f64x2.pmin(f64x2.mul(f64x2.mul(y, own1), other), one), minus);
      v128.store(upper + j, x);
      v128.store(lower + j, y);
      v128.store(column, v128.shuffle<f64>(x, y, 0, 2));
      column += down;
      v128.store(column, v128.shuffle<f64>(x, y, 1, 3));
      column += down;
      block += 32;
    }
    const product =
      load<f64>(block, 16) +
      (load<f64>(half + i, 8) * load<f64>(spread + i) + load<f64>(spread + i, 8) * load<f64>(half + i));
    store<f64>(block, product, 16);
    block += 32;
    const r = clamp(product * load<f64>(inverse + i, 8) * load<f64>(inverse + i));
    store<f64>(upper + i, 1);
    store<f64>(upper + i, r, 8);
    store<f64>(lower + i, r);
    store<f64>(lower + i, 1, 8);
  }
  if (even < down) advanceLast(block, even, down);
}

/** The last row when they are odd in number. */
function advanceLast(block: usize, i: usize, down: usize): void {
  const h = load<f64>(half + i);
  const g = load<f64>(spread + i);
  const own = load<f64>(inverse + i);
  const row = matrix + (i >> 3) * down;
  let column = matrix + i;
  for (let j: usize = 0; j < i; j += 8) {
    const place = block + ((j & ~15) << 1) + (j & 8);
    const product = load<f64>(place) + (h * load<f64>(spread + j) + g * load<f64>(half + j));
    store<f64>(place, product);
    const r = clamp(product * own * load<f64>(inverse + j));
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
