// Twin: src/measures/connectedness/forecast-error-shares.ts, which sums in another order: they agree to about 1e-15.

/**
 * Row-normalised generalised shares of an n-series vector autoregression into `out` (n×n).
 * `blocks` the slopes with series side by side: the slope of equation i on regressor k at k·stride + i (stride = n rounded up to even);
 * `sigma` n rows of stride; `responses` (horizon + lag)·n rows of stride; `weights` stride values. False when a share is not finite.
 */
export function errorShares(
  n: i32,
  lag: i32,
  horizon: i32,
  blocks: usize,
  sigma: usize,
  responses: usize,
  weights: usize,
  sums: usize,
  out: usize,
): bool {
  const stride = (n + 1) & ~1;
  const bytes = (<usize>stride) << 3;
  const size = <usize>n * bytes;
  const last = responses + <usize>(horizon - 1) * size;
  for (let at: usize = 0; at < size; at += 16) {
    const value = v128.load(sigma + at);
    v128.store(last + at, value);
    v128.store(sums + at, f64x2.mul(value, value));
  }
  for (let h = 1; h < horizon; h++) {
    const into = last - <usize>h * size;
    step(into, into + size, blocks, n, n * min(h, lag), bytes);
    for (let at: usize = 0; at < size; at += 16) {
      const value = v128.load(into + at);
      v128.store(sums + at, f64x2.add(v128.load(sums + at), f64x2.mul(value, value)));
    }
  }
  return normalise(n, bytes, sigma, weights, sums, out);
}

/** Two rows at a time, up to ten columns at a time. */
function step(into: usize, below: usize, blocks: usize, n: i32, depth: i32, bytes: usize): void {
  for (let i = 0; i < n; i += 2) {
    const second = min(i + 1, n - 1);
    const a = blocks + ((<usize>i) << 3);
    const b = blocks + ((<usize>second) << 3);
    const upper = into + <usize>i * bytes;
    const lower = into + <usize>second * bytes;
    let at: usize = 0;
    while (at < bytes) {
      const pairs = (bytes - at) >> 4;
      if (pairs === 5) {
        five(upper + at, lower + at, below + at, a, b, depth, bytes);
        at += 80;
      } else if (pairs >= 4) {
        four(upper + at, lower + at, below + at, a, b, depth, bytes);
        at += 64;
      } else if (pairs >= 2) {
        two(upper + at, lower + at, below + at, a, b, depth, bytes);
        at += 32;
      } else {
        one(upper + at, lower + at, below + at, a, b, depth, bytes);
        at += 16;
      }
    }
  }
}

function five(upper: usize, lower: usize, from: usize, a: usize, b: usize, depth: i32, bytes: usize): void {
  let u0 = f64x2.splat(0);
  let u1 = u0;
  let u2 = u0;
  let u3 = u0;
  let u4 = u0;
  let l0 = u0;
  let l1 = u0;
  let l2 = u0;
  let l3 = u0;
  let l4 = u0;
  for (let k = 0; k < depth; k++) {
    const x = v128.load64_splat(a);
    const y = v128.load64_splat(b);
    const r0 = v128.load(from);
    const r1 = v128.load(from, 16);
    const r2 = v128.load(from, 32);
    const r3 = v128.load(from, 48);
    const r4 = v128.load(from, 64);
    u0 = f64x2.add(u0, f64x2.mul(x, r0));
    u1 = f64x2.add(u1, f64x2.mul(x, r1));
    u2 = f64x2.add(u2, f64x2.mul(x, r2));
    u3 = f64x2.add(u3, f64x2.mul(x, r3));
    u4 = f64x2.add(u4, f64x2.mul(x, r4));
    l0 = f64x2.add(l0, f64x2.mul(y, r0));
    l1 = f64x2.add(l1, f64x2.mul(y, r1));
    l2 = f64x2.add(l2, f64x2.mul(y, r2));
    l3 = f64x2.add(l3, f64x2.mul(y, r3));
    l4 = f64x2.add(l4, f64x2.mul(y, r4));
    a += bytes;
    b += bytes;
    from += bytes;
  }
  v128.store(upper, u0);
  v128.store(upper, u1, 16);
  v128.store(upper, u2, 32);
  v128.store(upper, u3, 48);
  v128.store(upper, u4, 64);
  v128.store(lower, l0);
  v128.store(lower, l1, 16);
  v128.store(lower, l2, 32);
  v128.store(lower, l3, 48);
  v128.store(lower, l4, 64);
}

function four(upper: usize, lower: usize, from: usize, a: usize, b: usize, depth: i32, bytes: usize): void {
  let u0 = f64x2.splat(0);
  let u1 = u0;
  let u2 = u0;
  let u3 = u0;
  let l0 = u0;
  let l1 = u0;
  let l2 = u0;
  let l3 = u0;
  for (let k = 0; k < depth; k++) {
    const x = v128.load64_splat(a);
    const y = v128.load64_splat(b);
    const r0 = v128.load(from);
    const r1 = v128.load(from, 16);
    const r2 = v128.load(from, 32);
    const r3 = v128.load(from, 48);
    u0 = f64x2.add(u0, f64x2.mul(x, r0));
    u1 = f64x2.add(u1, f64x2.mul(x, r1));
    u2 = f64x2.add(u2, f64x2.mul(x, r2));
    u3 = f64x2.add(u3, f64x2.mul(x, r3));
    l0 = f64x2.add(l0, f64x2.mul(y, r0));
    l1 = f64x2.add(l1, f64x2.mul(y, r1));
    l2 = f64x2.add(l2, f64x2.mul(y, r2));
    l3 = f64x2.add(l3, f64x2.mul(y, r3));
    a += bytes;
    b += bytes;
    from += bytes;
  }
  v128.store(upper, u0);
  v128.store(upper, u1, 16);
  v128.store(upper, u2, 32);
  v128.store(upper, u3, 48);
  v128.store(lower, l0);
  v128.store(lower, l1, 16);
  v128.store(lower, l2, 32);
  v128.store(lower, l3, 48);
}

function two(upper: usize, lower: usize, from: usize, a: usize, b: usize, depth: i32, bytes: usize): void {
  let u0 = f64x2.splat(0);
  let u1 = u0;
  let l0 = u0;
  let l1 = u0;
  for (let k = 0; k < depth; k++) {
    const x = v128.load64_splat(a);
    const y = v128.load64_splat(b);
    const r0 = v128.load(from);
    const r1 = v128.load(from, 16);
    u0 = f64x2.add(u0, f64x2.mul(x, r0));
    u1 = f64x2.add(u1, f64x2.mul(x, r1));
    l0 = f64x2.add(l0, f64x2.mul(y, r0));
    l1 = f64x2.add(l1, f64x2.mul(y, r1));
    a += bytes;
    b += bytes;
    from += bytes;
  }
  v128.store(upper, u0);
  v128.store(upper, u1, 16);
  v128.store(lower, l0);
  v128.store(lower, l1, 16);
}

function one(upper: usize, lower: usize, from: usize, a: usize, b: usize, depth: i32, bytes: usize): void {
  let u = f64x2.splat(0);
  let l = u;
  for (let k = 0; k < depth; k++) {
    const r = v128.load(from);
    u = f64x2.add(u, f64x2.mul(v128.load64_splat(a), r));
    l = f64x2.add(l, f64x2.mul(v128.load64_splat(b), r));
    a += bytes;
    b += bytes;
    from += bytes;
  }
  v128.store(upper, u);
  v128.store(lower, l);
}

function normalise(n: i32, bytes: usize, sigma: usize, weights: usize, sums: usize, out: usize): bool {
  for (let j = 0; j < n; j++) {
    const at = (<usize>j) << 3;
    store<f64>(weights + at, load<f64>(sigma + <usize>j * bytes + at));
  }
  for (let i = 0; i < n; i++) {
    const row = sums + <usize>i * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(row + at, f64x2.div(v128.load(row + at), v128.load(weights + at)));
    }
    let sum: f64 = 0;
    for (let j = 0; j < n; j++) sum += load<f64>(row + ((<usize>j) << 3));
    if (!(sum > 0 && sum < Infinity)) return false;
    const into = out + ((<usize>(i * n)) << 3);
    for (let j = 0; j < n; j++) {
      const at = (<usize>j) << 3;
      store<f64>(into + at, load<f64>(row + at) / sum);
    }
  }
  return true;
}
