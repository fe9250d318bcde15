// Twin: tridiagonalise and rootFreeQl of src/math/tridiagonal.ts, operation for operation, so that every bit agrees.

const NEGLIGIBLE: f64 = 1e-140;
const EPSILON: f64 = 2.220446049250313e-16;
const MAX_SWEEPS: i32 = 60;

let n: i32 = 0;
let bytes: usize = 0;
let a: usize = 0;
let v: usize = 0;
let p: usize = 0;
let d: usize = 0;
let e: usize = 0;

/**
 * Takes the lower triangle of the n×n `input` into a full symmetric matrix at `work` (stride² values and four rows, stride = n rounded up to even).
 * @returns the largest absolute value, NaN when any value of the input is not finite.
 */
export function eigenvaluesTake(size: i32, input: usize, work: usize): f64 {
  n = size;
  bytes = (<usize>((n + 1) & ~1)) << 3;
  a = work;
  v = a + <usize>((n + 1) & ~1) * bytes;
  p = v + bytes;
  d = p + bytes;
  e = d + bytes;
  let most: f64 = 0;
  let check: f64 = 0;
  for (let i = 0; i < n; i++) {
    const from = input + ((<usize>(i * n)) << 3);
    const row = a + <usize>i * bytes;
    const column = a + ((<usize>i) << 3);
    for (let j = 0; j <= i; j++) {
      const value = load<f64>(from + ((<usize>j) << 3));
      check += value * 0;
      most = Math.max(most, Math.abs(value));
      store<f64>(row + ((<usize>j) << 3), value);
      store<f64>(column + <usize>j * bytes, value);
    }
    for (let j = i + 1; j < n; j++) check += load<f64>(from + ((<usize>j) << 3)) * 0;
  }
  return most + check;
}

/** Where the eigenvalues are left, n values. */
export function eigenvaluesPlace(): usize {
  return d;
}

/** Eigenvalues of scale·A in no order; 0 when QL does not converge. */
export function eigenvaluesFind(scale: f64): i32 {
  if (scale !== 1) scaleAll(scale);
  tridiagonalise();
  return rootFreeQl();
}

function scaleAll(scale: f64): void {
  const s = f64x2.splat(scale);
  const end = <usize>n * bytes;
  for (let at: usize = 0; at < end; at += 16) v128.store(a + at, f64x2.mul(v128.load(a + at), s));
}

function tridiagonalise(): void {
  for (let i = n - 1; i > 0; i--) {
    const row = a + <usize>i * bytes;
    let square: f64 = 0;
    for (let k = 0; k < i; k++) {
      const value = load<f64>(row + ((<usize>k) << 3));
      square += value * value;
    }
    const beside = e + ((<usize>i) << 3);
    store<f64>(beside, 0);
    if (square < NEGLIGIBLE * NEGLIGIBLE) continue;
    const last = row + ((<usize>(i - 1)) << 3);
    const pivot = load<f64>(last);
    const norm = Math.sqrt(square);
    const alpha = pivot >= 0 ? -norm : norm;
    store<f64>(beside, alpha);
    store<f64>(last, pivot - alpha);
    reflect(i, square + norm * Math.abs(pivot));
  }
  for (let i = 0; i < n; i++) {
    store<f64>(d + ((<usize>i) << 3), load<f64>(a + <usize>i * bytes + ((<usize>i) << 3)));
  }
}

/** A ← H A H on the leading i×i block, H = I − v vᵀ / h, v = row i up to i. */
function reflect(i: i32, h: f64): void {
  const row = a + <usize>i * bytes;
  const end = (<usize>((i + 1) & ~1)) << 3;
  for (let at: usize = 0; at < end; at += 16) v128.store(v + at, v128.load(row + at));
  if (i & 1) store<f64>(v + ((<usize>i) << 3), 0);
  product(i);
  const hs = f64x2.splat(h);
  for (let at: usize = 0; at < end; at += 16) v128.store(p + at, f64x2.div(v128.load(p + at), hs));
  let k: f64 = 0;
  for (let r = 0; r < i; r++) {
    const at = (<usize>r) << 3;
    k += load<f64>(p + at) * load<f64>(v + at);
  }
  k /= 2 * h;
  const ks = f64x2.splat(k);
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(p + at, f64x2.sub(v128.load(p + at), f64x2.mul(ks, v128.load(v + at))));
  }
  update(i, end);
}

/** p ← A v on the leading i×i block: each pair of rows its diagonal block first, then the columns before it one by one and those after it by pairs. */
function product(i: i32): void {
  let r = i & 1;
  if (r) productFirst(i);
  for (; r + 8 <= i; r += 8) product4(i, r);
  for (; r < i; r += 2) product1(i, r);
}

/** Row 0, which has no partner when the rows are odd in number. */
function productFirst(i: i32): void {
  let sum = load<f64>(a) * load<f64>(v);
  let at: usize = 8;
  for (let c = 1; c < i; c += 2, at += 16) {
    sum += load<f64>(a + at) * load<f64>(v + at) + load<f64>(a + at, 8) * load<f64>(v + at, 8);
  }
  store<f64>(p, sum);
}

function product4(i: i32, r: i32): void {
  const from = (<usize>r) << 3;
  const own = a + <usize>r * bytes + from;
  let s0 = pairOf(own, from);
  let s1 = pairOf(own + 2 * bytes + 16, from + 16);
  let s2 = pairOf(own + 4 * bytes + 32, from + 32);
  let s3 = pairOf(own + 6 * bytes + 48, from + 48);
  let row = a + from;
  for (let at: usize = 0; at < from; at += 8) {
    const x = v128.load64_splat(v + at);
    s0 = f64x2.add(s0, f64x2.mul(v128.load(row), x));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(row, 16), x));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(row, 32), x));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(row, 48), x));
    row += bytes;
  }
  s1 = addTwo(s1, row + 16, from);
  s2 = addTwo(s2, row + 32, from);
  s3 = addTwo(s3, row + 48, from);
  row += 2 * bytes;
  s0 = f64x2.add(s0, pairOf(row, from + 16));
  s2 = addTwo(s2, row + 32, from + 16);
  s3 = addTwo(s3, row + 48, from + 16);
  row += 2 * bytes;
  s0 = f64x2.add(s0, pairOf(row, from + 32));
  s1 = f64x2.add(s1, pairOf(row + 16, from + 32));
  s3 = addTwo(s3, row + 48, from + 32);
  row += 2 * bytes;
  s0 = f64x2.add(s0, pairOf(row, from + 48));
  s1 = f64x2.add(s1, pairOf(row + 16, from + 48));
  s2 = f64x2.add(s2, pairOf(row + 32, from + 48));
  const end = (<usize>i) << 3;
  for (let at = from + 64; at < end; at += 16) {
    row += 2 * bytes;
    const next = row + bytes;
    const x = v128.load64_splat(v + at);
    const y = v128.load64_splat(v + at, 8);
    s0 = f64x2.add(s0, f64x2.add(f64x2.mul(v128.load(row), x), f64x2.mul(v128.load(next), y)));
    s1 = f64x2.add(s1, f64x2.add(f64x2.mul(v128.load(row, 16), x), f64x2.mul(v128.load(next, 16), y)));
    s2 = f64x2.add(s2, f64x2.add(f64x2.mul(v128.load(row, 32), x), f64x2.mul(v128.load(next, 32), y)));
    s3 = f64x2.add(s3, f64x2.add(f64x2.mul(v128.load(row, 48), x), f64x2.mul(v128.load(next, 48), y)));
  }
  v128.store(p + from, s0);
  v128.store(p + from, s1, 16);
  v128.store(p + from, s2, 32);
  v128.store(p + from, s3, 48);
}

function product1(i: i32, r: i32): void {
  const from = (<usize>r) << 3;
  let row = a + from;
  let s = pairOf(row + <usize>r * bytes, from);
  for (let at: usize = 0; at < from; at += 8) {
    s = f64x2.add(s, f64x2.mul(v128.load(row), v128.load64_splat(v + at)));
    row += bytes;
  }
  const end = (<usize>i) << 3;
  for (let at = from + 16; at < end; at += 16) {
    row += 2 * bytes;
    s = f64x2.add(s, pairOf(row, at));
  }
  v128.store(p + from, s);
}

/** Two columns of A times two values of v. */
function pairOf(row: usize, at: usize): v128 {
  return f64x2.add(
    f64x2.mul(v128.load(row), v128.load64_splat(v + at)),
    f64x2.mul(v128.load(row + bytes), v128.load64_splat(v + at, 8)),
  );
}

/** The same two columns added one after the other. */
function addTwo(sum: v128, row: usize, at: usize): v128 {
  const grown = f64x2.add(sum, f64x2.mul(v128.load(row), v128.load64_splat(v + at)));
  return f64x2.add(grown, f64x2.mul(v128.load(row + bytes), v128.load64_splat(v + at, 8)));
}

/** A_rc ← A_rc − (v_r p_c + p_r v_c) on the leading block, four rows at a time. */
function update(i: i32, end: usize): void {
  let r = 0;
  for (; r + 3 < i; r += 4) {
    const at = (<usize>r) << 3;
    const v0 = v128.load64_splat(v + at);
    const v1 = v128.load64_splat(v + at, 8);
    const v2 = v128.load64_splat(v + at, 16);
    const v3 = v128.load64_splat(v + at, 24);
    const p0 = v128.load64_splat(p + at);
    const p1 = v128.load64_splat(p + at, 8);
    const p2 = v128.load64_splat(p + at, 16);
    const p3 = v128.load64_splat(p + at, 24);
    const a0 = a + <usize>r * bytes;
    const a1 = a0 + bytes;
    const a2 = a1 + bytes;
    const a3 = a2 + bytes;
    for (let c: usize = 0; c < end; c += 16) {
      const pc = v128.load(p + c);
      const vc = v128.load(v + c);
      v128.store(a0 + c, f64x2.sub(v128.load(a0 + c), f64x2.add(f64x2.mul(v0, pc), f64x2.mul(p0, vc))));
      v128.store(a1 + c, f64x2.sub(v128.load(a1 + c), f64x2.add(f64x2.mul(v1, pc), f64x2.mul(p1, vc))));
      v128.store(a2 + c, f64x2.sub(v128.load(a2 + c), f64x2.add(f64x2.mul(v2, pc), f64x2.mul(p2, vc))));
      v128.store(a3 + c, f64x2.sub(v128.load(a3 + c), f64x2.add(f64x2.mul(v3, pc), f64x2.mul(p3, vc))));
    }
  }
  for (; r < i; r++) {
    const at = (<usize>r) << 3;
    const v0 = v128.load64_splat(v + at);
    const p0 = v128.load64_splat(p + at);
    const a0 = a + <usize>r * bytes;
    for (let c: usize = 0; c < end; c += 16) {
      const term = f64x2.add(f64x2.mul(v0, v128.load(p + c)), f64x2.mul(p0, v128.load(v + c)));
      v128.store(a0 + c, f64x2.sub(v128.load(a0 + c), term));
    }
  }
}

function rootFreeQl(): i32 {
  for (let i = 1; i < n; i++) {
    const at = e + ((<usize>i) << 3);
    const beside = load<f64>(at);
    store<f64>(at - 8, beside * beside);
  }
  store<f64>(e + ((<usize>(n - 1)) << 3), 0);
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = splitPoint(low);
      if (high === low) break;
      if (sweep === MAX_SWEEPS) return 0;
      rootFreeSweep(low, high);
    }
  }
  return 1;
}

/** `e` holds the squares of the values beside the diagonal. */
function splitPoint(low: i32): i32 {
  let m = low;
  while (m < n - 1) {
    const at = (<usize>m) << 3;
    const size = EPSILON * (Math.abs(load<f64>(d + at)) + Math.abs(load<f64>(d + at, 8)));
    if (load<f64>(e + at) <= Math.max(size * size, NEGLIGIBLE * NEGLIGIBLE)) break;
    m++;
  }
  return m;
}

function rootFreeSweep(low: i32, high: i32): void {
  const dLow = d + ((<usize>low) << 3);
  const eLow = e + ((<usize>low) << 3);
  const beside = Math.sqrt(load<f64>(eLow));
  const g = (load<f64>(dLow, 8) - load<f64>(dLow)) / (2 * beside);
  const root = Math.sqrt(g * g + 1);
  const shift = load<f64>(dLow) - beside / (g + (g >= 0 ? root : -root));
  let c: f64 = 1;
  let s: f64 = 0;
  let gamma = load<f64>(d + ((<usize>high) << 3)) - shift;
  let q = gamma * gamma;
  for (let i = high - 1; i >= low; i--) {
    const di = d + ((<usize>i) << 3);
    const ei = e + ((<usize>i) << 3);
    const square = load<f64>(ei);
    const r = q + square;
    if (i < high - 1) store<f64>(ei, s * r, 8);
    const before = c;
    c = q / r;
    s = square / r;
    const gammaBefore = gamma;
    const alpha = load<f64>(di);
    gamma = c * (alpha - shift) - s * gammaBefore;
    store<f64>(di, gammaBefore + (alpha - gamma), 8);
    q = c !== 0 ? (gamma * gamma) / c : before * square;
  }
  store<f64>(eLow, s * q);
  store<f64>(dLow, shift + gamma);
}
