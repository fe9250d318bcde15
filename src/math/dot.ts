/**
 * Σ a_i b_i of two arrays of one length, in four running sums: each addition need not wait for the one before it.
 * NaN policy: NaN when a value is NaN.
 */
export function dot(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const even = n - (n % 4);
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  for (let i = 0; i < even; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = even; i < n; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}
