import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitions, shapleyOrders, shapleyValues } from '../../../src/simulation/cascade/shapley.ts';

/** Mean over all n! orders of what the player adds, by the formula with factorials. */
function byFormula(n: number, value: (mask: number) => number): number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return Array.from({ length: n }, (_, player) => {
    let sum = 0;
    for (let mask = 0; mask < 1 << n; mask++) {
      if (mask & (1 << player)) continue;
      const size = mask.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      sum += weight * (value(mask | (1 << player)) - value(mask));
    }
    return sum;
  });
}

const game = (n: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1 << n, maxLength: 1 << n });

describe('the shares of sellers', () => {
  it('are the Shapley values up to five', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }).chain((n) => fc.tuple(fc.constant(n), game(n))),
        ([n, values]) => {
          const shares = shapleyValues(shapleyOrders(n, 1), n, (mask) => values[mask]!);
          for (const [i, wanted] of byFormula(n, (mask) => values[mask]!).entries()) {
            expect(shares[i]).toBeCloseTo(wanted, 12);
          }
        },
      ),
    );
  });

  it('sum to the whole exactly, for any number of sellers, and need no set that is not run', () => {
    for (const n of [1, 3, 5, 6, 9, 14]) {
      const orders = shapleyOrders(n, 7);
      const run = new Set(coalitions(orders));
      const value = (mask: number) => {
        expect(run.has(mask)).toBe(true);
        return Math.sin(mask * 1.7) + Math.sqrt(mask);
      };
      const shares = shapleyValues(orders, n, value);
      let others = 0;
      for (const share of shares.subarray(0, -1)) others += share;
      expect(shares[n - 1]).toBe(value((1 << n) - 1) - value(0) - others);
      expect(run.size).toBeLessThan(12 * n + 30);
    }
  });

  it('give nothing to a seller that adds nothing, and all to one that adds all', () => {
    const shares = shapleyValues(shapleyOrders(8, 3), 8, (mask) => (mask & 4 ? 1 : 0));
    expect([...shares]).toEqual([0, 0, expect.closeTo(1, 12), 0, 0, 0, 0, expect.closeTo(0, 12)]);
  });

  it('draw each order with its reverse, the same for the same seed', () => {
    const orders = shapleyOrders(7, 3);
    expect(orders).toEqual(shapleyOrders(7, 3));
    for (let k = 0; k < orders.length; k += 2) expect([...orders[k + 1]!].reverse()).toEqual(orders[k]);
  });
});
