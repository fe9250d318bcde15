import { describe, expect, it } from 'vitest';
import { slideCorrelation } from '../../src/math/sliding-correlation.ts';
import { normals } from '../measures/random.ts';

const [T, N, W] = [500, 4, 60];

function panel(change: (value: number, t: number) => number): Float64Array[] {
  const common = normals(T, 9);
  return Array.from({ length: N }, (_, i) => normals(T, i + 1).map((x, t) => change(x + common[t]!, t)));
}

/** Pearson's r of one window by its definition, in two passes. */
function pearson(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [x, y].map((values) => values.map((value) => value - mean(values))) as [
    Float64Array,
    Float64Array,
  ];
  const product = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, k) => sum + value * v[k]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

function largestDifference(columns: readonly Float64Array[]): number {
  let most = 0;
  slideCorrelation(columns, W, W - 1, T, (t, r) => {
    for (let i = 0; i < N; i++) {
      for (let j = 0; j < i; j++) {
        const [x, y] = [columns[i]!, columns[j]!].map((column) => column.subarray(t - W + 1, t + 1));
        most = Math.max(most, Math.abs(r![i * N + j]! - pearson(x!, y!)));
      }
    }
  });
  return most;
}

describe('the sliding correlation', () => {
  it.each([
    ['around zero', (x: number) => x],
    ['a million deviations from zero', (x: number) => 1e6 + x],
    ['when a value a million times as large comes and goes', (x: number, t: number) => (t === 250 ? 1e6 : x)],
    [
      'when the level jumps by a hundred thousand deviations',
      (x: number, t: number) => x + (t > 250 ? 1e5 : 0),
    ],
  ])('agrees with the two-pass correlation of every window %s', (_where, change) => {
    expect(largestDifference(panel(change))).toBeLessThan(1e-12);
  });

  it('is symmetric with a diagonal of ones, and within [−1, 1] where columns are the same', () => {
    const [x, y] = panel((value) => value);
    slideCorrelation([x!, x!, x!.map((value) => -value), y!], W, W - 1, T, (_t, r) => {
      for (const [k, sign] of [
        [1, 1],
        [2, -1],
        [6, -1],
      ] as const)
        expect(r![k]! * sign).toBeCloseTo(1, 14);
      for (const value of r!) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      for (let i = 0; i < N; i++) {
        expect(r![i * N + i]).toBe(1);
        for (let j = 0; j < N; j++) expect(r![i * N + j]).toBe(r![j * N + i]);
      }
    });
  });

  it('has no value exactly where a column does not vary', () => {
    const columns = panel((value) => value);
    columns[2]!.fill(0.25, 300, 400);
    slideCorrelation(columns, W, W - 1, T, (t, r) => expect(r === null).toBe(t >= 359 && t < 400));
  });
});
