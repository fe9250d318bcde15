/**
 * Near-normal draws that any language makes bit for bit: sums of twelve numbers of Park & Miller's generator, less 6.
 * numpy: s = 16807 * s % 2147483647; x = sum of 12 × s / 2147483647 − 6.
 */
export function parkMiller(n: number, seed: number): Float64Array {
  let s = seed;
  return Float64Array.from({ length: n }, () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) {
      s = (16807 * s) % 2147483647;
      sum += s / 2147483647;
    }
    return sum - 6;
  });
}

/** GJR-GARCH returns with μ 0.02, ω 0.05, α 0.05, γ 0.08, β 0.85 from near-normal draws. */
export function gjrReturns(n: number, seed: number): Float64Array {
  let h = 1;
  return parkMiller(n, seed).map((u) => {
    const e = Math.sqrt(h) * u;
    h = 0.05 + (e < 0 ? 0.13 : 0.05) * e * e + 0.85 * h;
    return 0.02 + e;
  });
}
