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
