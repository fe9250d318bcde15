import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRows } from '../../src/math/add-rows.ts';

const value = fc.double({ min: -100, max: 100, noNaN: true });

it('adds a combination of rows to a row, whatever their number, and touches nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 0, max: 9 }),
      fc.array(value, { minLength: 200, maxLength: 200 }),
      (count, length, values) => {
        const source = Float64Array.from(values.slice(0, 140));
        const factors = Float64Array.from(values.slice(140, 160));
        const out = Float64Array.from(values.slice(160, 180));
        const before = out.slice();
        addRows(out, 3, length, source, 5, 12, factors, 2, count);
        for (let j = 0; j < 20; j++) {
          let sum = before[j]!;
          if (j >= 3 && j < 3 + length) {
            for (let k = 0; k < count; k++) sum += factors[2 + k]! * source[5 + 12 * k + j - 3]!;
            expect(Math.abs(out[j]! - sum)).toBeLessThanOrEqual(1e-9);
          } else expect(out[j]).toBe(before[j]);
        }
      },
    ),
  );
});

it('works inside one array when the ranges do not meet', () => {
  const a = Float64Array.of(0, 0, 1, 2, 3, 4);
  addRows(a, 0, 2, a, 2, 2, Float64Array.of(10, 1), 0, 2);
  expect([...a]).toEqual([13, 24, 1, 2, 3, 4]);
});
