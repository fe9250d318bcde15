// Twin: scoreAndUpdate of src/math/ldl-rank-one.ts, operation for operation, so that every bit agrees.

/**
 * Distances xᵀ S⁻¹ x of `rows` rows against S = L D Lᵀ known before each, and S moved on to decay·S + weight·x·xᵀ by each row.
 * `columns` n columns of L of `stride` (n rounded up to even) values, 0 in the odd row; `pivots` stride values; `data` rows×stride, which is
 * overwritten.
 */
export function ewmaMahalanobis(
  n: i32,
  rows: i32,
  decay: f64,
  weight: f64,
  columns: usize,
  pivots: usize,
  data: usize,
  out: usize,
): void {
  const bytes = (<usize>((n + 1) & ~1)) << 3;
  for (let t = 0; t < rows; t++) {
    store<f64>(out, step(n, bytes, decay, decay / weight, columns, pivots, data));
    out += 8;
    data += bytes;
  }
}

/** Two columns at a time: what is left of the row is loaded and stored half as often. */
function step(n: i32, bytes: usize, decay: f64, base: f64, columns: usize, pivots: usize, row: usize): f64 {
  let score: f64 = 0;
  let u = base;
  let inverse = 1 / u;
  let k = 0;
  for (; k + 1 < n; k += 2) {
    const at = (<usize>k) << 3;
    const a = columns + <usize>k * bytes + at;
    const p0 = load<f64>(row + at);
    const d0 = load<f64>(pivots + at);
    const y0 = p0 / d0;
    score += p0 * y0;
    const u0 = base + score;
    store<f64>(pivots + at, decay * d0 * (u0 * inverse));
    const inverse0 = 1 / u0;
    const gamma0 = u * inverse0;
    const beta0 = y0 * inverse0;
    const w = load<f64>(row + at, 8);
    const l = load<f64>(a, 8);
    const p1 = w - p0 * l;
    store<f64>(a, gamma0 * l + beta0 * w, 8);
    const d1 = load<f64>(pivots + at, 8);
    const y1 = p1 / d1;
    score += p1 * y1;
    const u1 = base + score;
    store<f64>(pivots + at, decay * d1 * (u1 * inverse0), 8);
    inverse = 1 / u1;
    pair(
      bytes - at - 16,
      a + 16,
      a + bytes + 16,
      row + at + 16,
      p0,
      gamma0,
      beta0,
      p1,
      u0 * inverse,
      y1 * inverse,
    );
    u = u1;
  }
  if (k < n) {
    const at = (<usize>k) << 3;
    const p = load<f64>(row + at);
    const d = load<f64>(pivots + at);
    score += p * (p / d);
    store<f64>(pivots + at, decay * d * ((base + score) * inverse));
  }
  return score;
}

/** Two columns of L below their corner. */
function pair(
  bytes: usize,
  a: usize,
  b: usize,
  row: usize,
  p0: f64,
  gamma0: f64,
  beta0: f64,
  p1: f64,
  gamma1: f64,
  beta1: f64,
): void {
  const p0s = f64x2.splat(p0);
  const p1s = f64x2.splat(p1);
  const g0s = f64x2.splat(gamma0);
  const g1s = f64x2.splat(gamma1);
  const b0s = f64x2.splat(beta0);
  const b1s = f64x2.splat(beta1);
  for (let at: usize = 0; at < bytes; at += 16) {
    const la = v128.load(a + at);
    const lb = v128.load(b + at);
    const w = v128.load(row + at);
    const rest = f64x2.sub(w, f64x2.mul(p0s, la));
    v128.store(row + at, f64x2.sub(rest, f64x2.mul(p1s, lb)));
    v128.store(a + at, f64x2.add(f64x2.mul(g0s, la), f64x2.mul(b0s, w)));
    v128.store(b + at, f64x2.add(f64x2.mul(g1s, lb), f64x2.mul(b1s, rest)));
  }
}
