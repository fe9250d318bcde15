import fc from 'fast-check';
import { expect, it } from 'vitest';
import { levelBreaks } from '../../src/measures/level-breaks.ts';

const of = (...values: number[]) => Float64Array.from(values);

it('tells a close below a level from a touch that held', () => {
  const close = of(105, 101, 103, 99, 95, 112, 89);
  const low = of(104, 98, 100, 97, 94, 95, 88);
  // 101 after a low of 98 held 100, 103 after a low of 100 did not go below it; 99 broke 100; 89 broke 110, 100 and 90, 90 the lowest
  expect(levelBreaks(close, low, 10, 0)).toEqual({ rows: [3, 6], levels: [100, 90], held: 1 });
});

it('moves the grid by its shift and leaves out what lies under the least price', () => {
  const close = of(106, 104, 52, 44);
  expect(levelBreaks(close, close, 10, 0.5)).toEqual({ rows: [1, 2, 3], levels: [105, 55, 45], held: 0 });
  expect(levelBreaks(close, close, 10, 0.5, 60).rows).toEqual([1, 2]);
});

it('passes over holes and refuses what is no grid', () => {
  expect(levelBreaks(of(105, Number.NaN, 95), of(105, 95, 95), 10, 0).rows).toEqual([]);
  expect(levelBreaks(of(), of(), 10, 0)).toEqual({ rows: [], levels: [], held: 0 });
  expect(() => levelBreaks(of(1), of(), 10, 0)).toThrow(RangeError);
  expect(() => levelBreaks(of(1), of(1), 0, 0)).toThrow(RangeError);
  expect(() => levelBreaks(of(1), of(1), 10, 1)).toThrow(RangeError);
});

it('breaks only levels that lie between the two closes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { maxLength: 40 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (prices, shift) => {
        const close = Float64Array.from(prices);
        const { rows, levels } = levelBreaks(close, close, 25, shift);
        rows.forEach((t, k) => {
          expect(levels[k]!).toBeLessThanOrEqual(close[t - 1]! + 1e-9);
          expect(levels[k]!).toBeGreaterThan(close[t]! - 1e-9);
        });
      },
    ),
  );
});
