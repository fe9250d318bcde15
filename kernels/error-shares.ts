// Twin: src/measures/connectedness/forecast-error-shares.ts, operation for operation, so that every bit agrees.
import { addRows, addRowsToTwo } from './add-rows';

/**
 * Row-normalised generalised shares of an n-series vector autoregression into `out` (n×n).
 * The slope of equation i on regressor k stands at blocks + i·equation + k·regressor (bytes); `sigma` n rows of stride (n rounded up to even);
 * `responses` (horizon + lag − 1)·n rows of stride; `weights` stride values; `sums` n rows of stride. False when a share is not finite.
 */
export function errorShares(
  n: i32,
  lag: i32,
  horizon: i32,
  blocks: usize,
  equation: usize,
  regressor: usize,
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
  const none = f64x2.splat(0);
  for (let h = 1; h < horizon; h++) {
    const into = last - <usize>h * size;
    const depth = n * min(h, lag);
    for (let at: usize = 0; at < size; at += 16) v128.store(into + at, none);
    let row = into;
    let slopes = blocks;
    let i = 0;
    for (; i + 1 < n; i += 2) {
      const next = slopes + equation;
      addRowsToTwo(row, row + bytes, stride, into + size, bytes, slopes, next, regressor, depth);
      row += bytes << 1;
      slopes = next + equation;
    }
    if (i < n) addRows(row, stride, into + size, bytes, slopes, regressor, depth);
    for (let at: usize = 0; at < size; at += 16) {
      const value = v128.load(into + at);
      v128.store(sums + at, f64x2.add(v128.load(sums + at), f64x2.mul(value, value)));
    }
  }
  return normalise(n, bytes, sigma, weights, sums, out);
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
