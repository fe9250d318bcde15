// Twin: ewmaMahalanobis in src/math/ewma-mahalanobis.ts, operation for operation, so that every bit agrees.

/**
 * Distances xᵀ S⁻¹ x of `rows` rows against the factor known before each, and the factor moved on by each row.
 * `factor` n columns of `stride` (n rounded up to even) values, L column by column, 0 in the odd row; `data` rows×stride; `left` and
 * `carry` stride values of room; `keep` √λ, `take` √(1 − λ).
 */
export function ewmaMahalanobis(
  n: i32,
  rows: i32,
  keep: f64,
  take: f64,
  factor: usize,
  data: usize,
  out: usize,
  left: usize,
  carry: usize,
): void {
  const stride = (n + 1) & ~1;
  const bytes = (<usize>stride) << 3;
  const took = f64x2.splat(take);
  for (let t = 0; t < rows; t++) {
    const row = data + <usize>t * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      const x = v128.load(row + at);
      v128.store(left + at, x);
      v128.store(carry + at, f64x2.mul(x, took));
    }
    store<f64>(out + ((<usize>t) << 3), step(n, bytes, keep, factor, left, carry));
  }
}

function step(n: i32, bytes: usize, keep: f64, factor: usize, left: usize, carry: usize): f64 {
  let sum: f64 = 0;
  let k = 0;
  for (; k + 1 < n; k += 2) {
    const at = (<usize>k) << 3;
    const a = factor + <usize>k * bytes + at;
    const b = a + bytes;
    const l00 = load<f64>(a);
    const l10 = load<f64>(a, 8);
    const l11 = load<f64>(b, 8);
    const y0 = load<f64>(left + at) / l00;
    const y1 = (load<f64>(left + at, 8) - l10 * y0) / l11;
    sum += y0 * y0;
    sum += y1 * y1;
    const x0 = l00 * keep;
    const w0 = load<f64>(carry + at);
    const r0 = Math.sqrt(x0 * x0 + w0 * w0);
    const c0 = x0 / r0;
    const s0 = w0 / r0;
    const x1 = l10 * keep;
    const v1 = load<f64>(carry + at, 8);
    const w1 = c0 * v1 - s0 * x1;
    const x2 = l11 * keep;
    const r1 = Math.sqrt(x2 * x2 + w1 * w1);
    store<f64>(a, r0);
    store<f64>(a, c0 * x1 + s0 * v1, 8);
    store<f64>(b, r1, 8);
    pair(
      bytes - at - 16,
      a + 16,
      b + 16,
      left + at + 16,
      carry + at + 16,
      keep,
      y0,
      y1,
      c0,
      s0,
      x2 / r1,
      w1 / r1,
    );
  }
  if (k < n) {
    const at = (<usize>k) << 3;
    const a = factor + <usize>k * bytes + at;
    const l = load<f64>(a);
    const y = load<f64>(left + at) / l;
    sum += y * y;
    const x = l * keep;
    const w = load<f64>(carry + at);
    store<f64>(a, Math.sqrt(x * x + w * w));
  }
  return sum;
}

/** Two columns of the factor below their corner: forward substitution and both rotations in one pass. */
function pair(
  bytes: usize,
  a: usize,
  b: usize,
  left: usize,
  carry: usize,
  keep: f64,
  y0: f64,
  y1: f64,
  c0: f64,
  s0: f64,
  c1: f64,
  s1: f64,
): void {
  const kept = f64x2.splat(keep);
  const y0s = f64x2.splat(y0);
  const y1s = f64x2.splat(y1);
  const c0s = f64x2.splat(c0);
  const s0s = f64x2.splat(s0);
  const c1s = f64x2.splat(c1);
  const s1s = f64x2.splat(s1);
  for (let at: usize = 0; at < bytes; at += 16) {
    const la = v128.load(a + at);
    const lb = v128.load(b + at);
    const rest = f64x2.sub(v128.load(left + at), f64x2.mul(la, y0s));
    v128.store(left + at, f64x2.sub(rest, f64x2.mul(lb, y1s)));
    const xa = f64x2.mul(la, kept);
    const xb = f64x2.mul(lb, kept);
    const w = v128.load(carry + at);
    v128.store(a + at, f64x2.add(f64x2.mul(c0s, xa), f64x2.mul(s0s, w)));
    const v = f64x2.sub(f64x2.mul(c0s, w), f64x2.mul(s0s, xa));
    v128.store(b + at, f64x2.add(f64x2.mul(c1s, xb), f64x2.mul(s1s, v)));
    v128.store(carry + at, f64x2.sub(f64x2.mul(c1s, v), f64x2.mul(s1s, xb)));
  }
}
