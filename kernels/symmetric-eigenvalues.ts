// Twin: src/math/tridiagonal.ts, which sums in another order: they agree to about 1e-15.

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
  return implicitQl();
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
  let from: usize = 0;
  for (; from + 64 <= end; from += 64) product4(i, from);
  for (; from < end; from += 16) product1(i, from);
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

/** p ← A v for eight rows: the diagonal first, then the columns in order, as the twin adds them. */
function product4(i: i32, from: usize): void {
  const r = <i32>(from >> 3);
  let s0 = diagonalPair(r);
  let s1 = diagonalPair(r + 2);
  let s2 = diagonalPair(r + 4);
  let s3 = diagonalPair(r + 6);
  let row = a + from;
  for (let c = 0; c < r; c++) {
    const vc = v128.load64_splat(v + ((<usize>c) << 3));
    s0 = f64x2.add(s0, f64x2.mul(v128.load(row), vc));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(row, 16), vc));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(row, 32), vc));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(row, 48), vc));
    row += bytes;
  }
  const inner = min(r + 8, i);
  for (let c = r; c < inner; c++) {
    const vc = v128.load64_splat(v + ((<usize>c) << 3));
    s0 = addBut(s0, f64x2.mul(v128.load(row), vc), c - r);
    s1 = addBut(s1, f64x2.mul(v128.load(row, 16), vc), c - r - 2);
    s2 = addBut(s2, f64x2.mul(v128.load(row, 32), vc), c - r - 4);
    s3 = addBut(s3, f64x2.mul(v128.load(row, 48), vc), c - r - 6);
    row += bytes;
  }
  for (let c = r + 8; c < i; c++) {
    const vc = v128.load64_splat(v + ((<usize>c) << 3));
    s0 = f64x2.add(s0, f64x2.mul(v128.load(row), vc));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(row, 16), vc));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(row, 32), vc));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(row, 48), vc));
    row += bytes;
  }
  v128.store(p + from, s0);
  v128.store(p + from, s1, 16);
  v128.store(p + from, s2, 32);
  v128.store(p + from, s3, 48);
}

function product1(i: i32, from: usize): void {
  const r = <i32>(from >> 3);
  let s = diagonalPair(r);
  let row = a + from;
  for (let c = 0; c < i; c++) {
    const vc = v128.load64_splat(v + ((<usize>c) << 3));
    s = addBut(s, f64x2.mul(v128.load(row), vc), c - r);
    row += bytes;
  }
  v128.store(p + from, s);
}

/** A_rr v_r and A_{r+1,r+1} v_{r+1}. */
function diagonalPair(r: i32): v128 {
  const at = (<usize>r) << 3;
  const diagonal = f64x2.replace_lane(
    v128.load64_splat(a + <usize>r * bytes + at),
    1,
    load<f64>(a + <usize>(r + 1) * bytes + at, 8),
  );
  return f64x2.mul(diagonal, v128.load(v + at));
}

/** sum + term, but for the lane (0 or 1) that is left as it was. */
function addBut(sum: v128, term: v128, lane: i32): v128 {
  const grown = f64x2.add(sum, term);
  if (lane === 0) return v128.shuffle<f64>(sum, grown, 0, 3);
  if (lane === 1) return v128.shuffle<f64>(grown, sum, 0, 3);
  return grown;
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

function implicitQl(): i32 {
  for (let i = 1; i < n; i++) {
    const at = e + ((<usize>i) << 3);
    store<f64>(at - 8, load<f64>(at));
  }
  store<f64>(e + ((<usize>(n - 1)) << 3), 0);
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = splitPoint(low);
      if (high === low) break;
      if (sweep === MAX_SWEEPS) return 0;
      qlSweep(low, high);
    }
  }
  return 1;
}

function splitPoint(low: i32): i32 {
  let m = low;
  let size = Math.abs(load<f64>(d + ((<usize>m) << 3)));
  while (m < n - 1) {
    const at = (<usize>m) << 3;
    const next = Math.abs(load<f64>(d + at, 8));
    if (Math.abs(load<f64>(e + at)) <= Math.max(EPSILON * (size + next), NEGLIGIBLE)) break;
    size = next;
    m++;
  }
  return m;
}

function qlSweep(low: i32, high: i32): void {
  const dLow = d + ((<usize>low) << 3);
  const eLow = e + ((<usize>low) << 3);
  const eHigh = e + ((<usize>high) << 3);
  let g = (load<f64>(dLow, 8) - load<f64>(dLow)) / (2 * load<f64>(eLow));
  let r = Math.sqrt(g * g + 1);
  g = load<f64>(d + ((<usize>high) << 3)) - load<f64>(dLow) + load<f64>(eLow) / (g + (g >= 0 ? r : -r));
  let s: f64 = 1;
  let c: f64 = 1;
  let q: f64 = 0;
  for (let i = high - 1; i >= low; i--) {
    const di = d + ((<usize>i) << 3);
    const ei = e + ((<usize>i) << 3);
    const beside = load<f64>(ei);
    const f = s * beside;
    const b = c * beside;
    r = Math.sqrt(f * f + g * g);
    if (r < NEGLIGIBLE) r = hypot(f, g);
    store<f64>(ei, r, 8);
    if (r === 0) {
      store<f64>(di, load<f64>(di, 8) - q, 8);
      store<f64>(eHigh, 0);
      return;
    }
    s = f / r;
    c = g / r;
    g = load<f64>(di, 8) - q;
    r = (load<f64>(di) - g) * s + 2 * c * b;
    q = s * r;
    store<f64>(di, g + q, 8);
    g = c * r - b;
  }
  store<f64>(dLow, load<f64>(dLow) - q);
  store<f64>(eLow, g);
  store<f64>(eHigh, 0);
}

/** √(x² + y²) of values whose squares are no normal numbers, by the steps of Math.hypot in V8. */
function hypot(x: f64, y: f64): f64 {
  const most = Math.max(Math.abs(x), Math.abs(y));
  if (most === 0) return 0;
  const first = Math.abs(x) / most;
  const sum = first * first;
  const second = Math.abs(y) / most;
  return Math.sqrt(sum + second * second) * most;
}
