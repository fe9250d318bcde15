import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderCost } from '../../../src/diagnosis/explain/flows/book/order-cost.ts';

const BOOK = [
  { within: 0.01, usd: 1e6 },
  { within: 0.02, usd: 3e6 },
];

it('is the mean distance of what is taken, by hand', () => {
  // Half of the first band: from 0 to 0.5 %, 0.25 % on average; all of it 0.5 %.
  expect(orderCost(BOOK, 0.5e6)).toBeCloseTo(0.0025, 15);
  expect(orderCost(BOOK, 1e6)).toBeCloseTo(0.005, 15);
  // A million at 0.5 % and a million from 1 to 1.5 %, 1.25 % on average.
  expect(orderCost(BOOK, 2e6)).toBeCloseTo((0.005 + 0.0125) / 2, 15);
});

it('has no value beyond the widest known distance or without the nearest, and passes over one between', () => {
  expect(orderCost(BOOK, 3.1e6)).toBeNaN();
  expect(orderCost([], 1)).toBeNaN();
  expect(orderCost([{ within: 0.01, usd: Number.NaN }, BOOK[1]!], 1e6)).toBeNaN();
  const holed = [BOOK[0]!, { within: 0.015, usd: Number.NaN }, BOOK[1]!];
  expect(orderCost(holed, 2e6)).toBe(orderCost(BOOK, 2e6));
  expect(() => orderCost(BOOK, 0)).toThrow(RangeError);
});

it('never falls with the size of the order, nor rises with a deeper book', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1, max: 1e7, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (steps, share) => {
        let sum = 0;
        const book = steps.map((step, k) => {
          sum += step;
          return { within: (k + 1) / 100, usd: sum };
        });
        const order = sum * share;
        const cost = orderCost(book, order);
        expect(orderCost(book, order * 0.9)).toBeLessThanOrEqual(cost + 1e-12);
        const deeper = book.map(({ within, usd }) => ({ within, usd: 2 * usd }));
        expect(orderCost(deeper, order)).toBeLessThanOrEqual(cost + 1e-12);
      },
    ),
  );
});
