import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachStretch } from '../../src/math/stretches.ts';

const value = fc.oneof(
  { weight: 12, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY) },
);
const panels = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 40 }))
  .chain(([n, T]) =>
    fc.array(fc.array(value, { minLength: T, maxLength: T }), { minLength: n, maxLength: n }),
  );

it('every row from the first full window on is in one stretch, whole when its window has no hole', () => {
  fc.assert(
    fc.property(panels, fc.integer({ min: 1, max: 9 }), (rows, window) => {
      const columns = rows.map((row) => Float64Array.from(row));
      const seen: boolean[] = [];
      eachStretch(columns, window, (from, to, whole) => {
        expect(from).toBe(seen.length + window - 1);
        for (let t = from; t < to; t++) seen.push(whole);
      });
      const T = columns[0]!.length;
      // By the definition, window by window.
      const wanted = Array.from({ length: Math.max(0, T - window + 1) }, (_, k) =>
        columns.every((column) => column.subarray(k, k + window).every((x) => Number.isFinite(x))),
      );
      expect(seen).toEqual(wanted);
    }),
  );
});

it('no columns have no stretch', () => {
  eachStretch([], 3, () => expect.unreachable());
});
