import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cholesky, quadraticForm } from '../../src/math/cholesky.ts';
import { choleskyFromLdl, ldlFromCholesky, scoreAndUpdate } from '../../src/math/ldl-rank-one.ts';

const entry = fc.double({ min: -3, max: 3, noNaN: true });
const shapes = fc
  .integer({ min: 1, max: 7 })
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(entry, { minLength: n * n, maxLength: n * n }),
      fc.array(entry, { minLength: n, maxLength: n }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
    ),
  );

/** B Bᵀ + I, positive definite for any B. */
function positiveDefinite(b: readonly number[], n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    let sum = i === j ? 1 : 0;
    for (let m = 0; m < n; m++) sum += b[i * n + m]! * b[j * n + m]!;
    return sum;
  });
}

describe('the rank-one update of L·D·Lᵀ', () => {
  test.prop([shapes])(
    'scores a row and becomes the factor of the updated matrix',
    ([n, b, row, decay, weight]) => {
      const a = positiveDefinite(b, n);
      const factor = ldlFromCholesky(cholesky(a, n)!, n);
      const before = quadraticForm(cholesky(a, n)!, n, Float64Array.from(row));
      expect(scoreAndUpdate(factor, Float64Array.from(row), decay, weight)).toBeCloseTo(before, 8);
      const updated = a.map((x, k) => decay * x + weight * row[Math.floor(k / n)]! * row[k % n]!);
      const again = quadraticForm(cholesky(updated, n)!, n, Float64Array.from(row));
      expect(scoreAndUpdate(factor, Float64Array.from(row), 1, 1)).toBeCloseTo(again, 8);
    },
  );

  it('keeps its digits over thousands of updates', () => {
    const n = 2;
    const factor = ldlFromCholesky(Float64Array.of(1, 0, 0, 1), n);
    const a = [1, 0, 1] as [number, number, number];
    for (let t = 0; t < 5000; t++) {
      const [x, y] = [Math.sin(t), Math.cos(1.7 * t)];
      scoreAndUpdate(factor, Float64Array.of(x, y), 0.97, 0.03);
      a[0] = 0.97 * a[0] + 0.03 * x * x;
      a[1] = 0.97 * a[1] + 0.03 * x * y;
      a[2] = 0.97 * a[2] + 0.03 * y * y;
    }
    expect(factor.pivots[0]).toBeCloseTo(a[0], 12);
    expect(factor.columns[1]! * factor.pivots[0]!).toBeCloseTo(a[1], 12);
    expect(factor.pivots[1]! + factor.columns[1]! ** 2 * factor.pivots[0]!).toBeCloseTo(a[2], 12);
  });

  it('keeps its digits when one value is a million times as large as the rest', () => {
    // The other way round: the Cholesky factor of the updated matrix, computed anew.
    const n = 3;
    const a = Float64Array.of(2, 1, 0.5, 1, 3, -0.4, 0.5, -0.4, 1.5);
    const row = [1e6, 0.3, -0.7];
    const ldl = ldlFromCholesky(cholesky(a, n)!, n);
    scoreAndUpdate(ldl, Float64Array.from(row), 0.99, 0.01);
    const updated = a.map((x, k) => 0.99 * x + 0.01 * row[Math.floor(k / n)]! * row[k % n]!);
    const [found, wanted] = [new Float64Array(n * n), cholesky(updated, n)!];
    choleskyFromLdl(ldl, found);
    for (let k = 0; k < n * n; k++) {
      expect(Math.abs(found[k]! - wanted[k]!)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(wanted[k]!)));
    }
  });

  test.prop([shapes])('goes to the form L·D·Lᵀ and back', ([n, b]) => {
    const l = cholesky(positiveDefinite(b, n), n)!;
    const back = new Float64Array(n * n);
    choleskyFromLdl(ldlFromCholesky(l, n), back);
    for (let k = 0; k < n * n; k++) expect(back[k]).toBeCloseTo(l[k]!, 12);
  });
});
