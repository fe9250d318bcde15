// Twin: src/math/add-rows.ts, operation for operation, so that every bit agrees.

/**
 * out[j] += Σ_{k<count} factor_k · source[k·stride + j], j < length, four rows at a time.
 * `stride` bytes from a source row to the next, `gap` bytes from a factor to the next.
 */
export function addRows(
  out: usize,
  length: i32,
  source: usize,
  stride: usize,
  factors: usize,
  gap: usize,
  count: i32,
): void {
  const end = (<usize>length) << 3;
  const even = end & ~15;
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    addFour(out, even, end, source, stride, factors, gap);
    factors += gap << 2;
    source += stride << 2;
  }
  for (; k < count; k++) {
    const f = v128.load64_splat(factors);
    for (let at: usize = 0; at < even; at += 16) {
      v128.store(out + at, f64x2.add(v128.load(out + at), f64x2.mul(f, v128.load(source + at))));
    }
    if (even < end) {
      store<f64>(out + even, load<f64>(out + even) + load<f64>(factors) * load<f64>(source + even));
    }
    factors += gap;
    source += stride;
  }
}

function addFour(
  out: usize,
  even: usize,
  end: usize,
  first: usize,
  stride: usize,
  factors: usize,
  gap: usize,
): void {
  const second = first + stride;
  const third = second + stride;
  const fourth = third + stride;
  const a = v128.load64_splat(factors);
  const b = v128.load64_splat(factors + gap);
  const c = v128.load64_splat(factors + 2 * gap);
  const d = v128.load64_splat(factors + 3 * gap);
  for (let at: usize = 0; at < even; at += 16) {
    let sum = f64x2.add(f64x2.mul(a, v128.load(first + at)), f64x2.mul(b, v128.load(second + at)));
    sum = f64x2.add(sum, f64x2.mul(c, v128.load(third + at)));
    sum = f64x2.add(sum, f64x2.mul(d, v128.load(fourth + at)));
    v128.store(out + at, f64x2.add(v128.load(out + at), sum));
  }
  if (even < end) {
    let sum =
      load<f64>(factors) * load<f64>(first + even) + load<f64>(factors + gap) * load<f64>(second + even);
    sum += load<f64>(factors + 2 * gap) * load<f64>(third + even);
    sum += load<f64>(factors + 3 * gap) * load<f64>(fourth + even);
    store<f64>(out + even, load<f64>(out + even) + sum);
  }
}

/** The same for two rows with factors of their own from one reading of the source; an even `length`. */
export function addRowsToTwo(
  upper: usize,
  lower: usize,
  length: i32,
  source: usize,
  stride: usize,
  factors: usize,
  others: usize,
  gap: usize,
  count: i32,
): void {
  const end = upper + ((<usize>length) << 3);
  let k = 0;
  for (; k + 4 <= count; k += 4) {
    const a0 = v128.load64_splat(factors);
    const b0 = v128.load64_splat(factors + gap);
    const c0 = v128.load64_splat(factors + 2 * gap);
    const d0 = v128.load64_splat(factors + 3 * gap);
    const a1 = v128.load64_splat(others);
    const b1 = v128.load64_splat(others + gap);
    const c1 = v128.load64_splat(others + 2 * gap);
    const d1 = v128.load64_splat(others + 3 * gap);
    let first = source;
    for (let u = upper, l = lower; u < end; u += 16, l += 16, first += 16) {
      const second = first + stride;
      const third = second + stride;
      const a = v128.load(first);
      const b = v128.load(second);
      const c = v128.load(third);
      const d = v128.load(third + stride);
      let x = f64x2.add(f64x2.mul(a0, a), f64x2.mul(b0, b));
      let y = f64x2.add(f64x2.mul(a1, a), f64x2.mul(b1, b));
      x = f64x2.add(x, f64x2.mul(c0, c));
      y = f64x2.add(y, f64x2.mul(c1, c));
      x = f64x2.add(x, f64x2.mul(d0, d));
      y = f64x2.add(y, f64x2.mul(d1, d));
      v128.store(u, f64x2.add(v128.load(u), x));
      v128.store(l, f64x2.add(v128.load(l), y));
    }
    factors += gap << 2;
    others += gap << 2;
    source += stride << 2;
  }
  addRows(upper, length, source, stride, factors, gap, count - k);
  addRows(lower, length, source, stride, others, gap, count - k);
}
