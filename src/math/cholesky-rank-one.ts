import { forwardSubstitute } from './cholesky.ts';
import { checkMatrix, PIVOT_TOLERANCE } from './matrix.ts';

/**
 * L ← Cholesky factor of A + v·vᵀ, in place, A = L·Lᵀ: n Givens rotations, O(n²), no refresh needed.
 * L n×n lower row-major with a positive diagonal; v has n values and is not changed. NaN in v makes L NaN from its row on.
 * @throws RangeError when a length disagrees with n.
 * @see Gill, Golub, Murray & Saunders (1974), Methods for modifying matrix factorizations, method C1.
 */
export function choleskyUpdate(l: Float64Array, n: number, v: Float64Array): void {
  checkMatrix(l, n, n);
  checkMatrix(v, n, 1);
  const c = new Float64Array(n);
  const s = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let w = v[i]!;
    for (let k = 0; k < i; k++) {
      const x = l[row + k]!;
      l[row + k] = c[k]! * x + s[k]! * w;
      w = c[k]! * w - s[k]! * x;
    }
    const x = l[row + i]!;
    const r = Math.sqrt(x * x + w * w);
    c[i] = x / r;
    s[i] = w / r;
    l[row + i] = r;
  }
}

/**
 * L ← Cholesky factor of A − v·vᵀ, in place, A = L·Lᵀ; true when done.
 * False, with L unchanged, when 1 − vᵀA⁻¹v (the ratio of the determinants) is below 1e-12 or v is not finite: the result would not be
 * positive definite. L n×n lower row-major; v has n values and is not changed.
 * @throws RangeError when a length disagrees with n.
 * @see Dongarra, Bunch, Moler & Stewart (1979), LINPACK users' guide, ch. 10 (dchdd).
 */
export function choleskyDowndate(l: Float64Array, n: number, v: Float64Array): boolean {
  const s = forwardSubstitute(l, n, v);
  const c = new Float64Array(n);
  let norm = 0;
  for (let i = 0; i < n; i++) norm += s[i]! * s[i]!;
  if (!(1 - norm >= PIVOT_TOLERANCE)) return false;
  let alpha = Math.sqrt(1 - norm);
  for (let i = n - 1; i >= 0; i--) {
    const r = Math.sqrt(alpha * alpha + s[i]! * s[i]!);
    c[i] = alpha / r;
    s[i]! /= r;
    alpha = r;
  }
  for (let i = 0; i < n; i++) {
    let w = 0;
    for (let k = i; k >= 0; k--) {
      const x = l[i * n + k]!;
      l[i * n + k] = c[k]! * x - s[k]! * w;
      w = c[k]! * w + s[k]! * x;
    }
  }
  return true;
}
