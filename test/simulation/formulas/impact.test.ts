import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { sweepBook } from '../../../src/simulation/formulas/book-sweep.ts';
import {
  exponentialImpact,
  linearImpact,
  squareRootImpact,
} from '../../../src/simulation/formulas/impact.ts';

describe('market impact', () => {
  it('follows the square root: a hundredth of the day’s volume moves the price by a tenth of its volatility', () => {
    const { impact, cost, participation, extrapolated } = squareRootImpact(1e6, 1e8, 0.02);
    expect([impact, participation, extrapolated]).toEqual([0.002, 0.01, false]);
    expect(cost).toBeCloseTo((2 / 3) * 0.002, 15);
  });

  it('has the sign of the trade, costs either way, and is nothing for nothing', () => {
    const [buy, sell] = [squareRootImpact(1e6, 1e8, 0.02), squareRootImpact(-1e6, 1e8, 0.02)];
    expect(sell.impact).toBe(-buy.impact);
    expect(sell.cost).toBe(buy.cost);
    expect(squareRootImpact(0, 1e8, 0.02)).toEqual({
      impact: 0,
      cost: 0,
      participation: 0,
      extrapolated: false,
    });
  });

  it('says where the law has not been observed', () => {
    expect(squareRootImpact(2e8, 1e8, 0.05).extrapolated).toBe(true);
    expect(squareRootImpact(1e3, 1e8, 0.05).extrapolated).toBe(true);
  });

  it.prop([fc.double({ min: 1, max: 1e9, noNaN: true })])(
    'doubles when the quantity is four times as large',
    (q) => {
      const [one, four] = [squareRootImpact(q, 1e9, 0.03), squareRootImpact(4 * q, 1e9, 0.03)];
      expect(four.impact / one.impact).toBeCloseTo(2, 12);
    },
  );

  it('is linear in the small and bounded in the large with an exponential floor', () => {
    expect(linearImpact(-3e6, 1e-9)).toBeCloseTo(-0.003, 15);
    expect(exponentialImpact(1, 1e9, 0.5) / (0.5 / 1e9)).toBeCloseTo(1, 8);
    expect(exponentialImpact(1e12, 1e9, 0.5)).toBe(0.5);
    expect(exponentialImpact(0, 1e9, 0.5)).toBeCloseTo(0, 15);
  });

  it('refuses volumes, depths and volatilities that are none', () => {
    expect(() => squareRootImpact(1, 0, 0.02)).toThrow(/daily volume/);
    expect(() => squareRootImpact(Number.NaN, 1, 0.02)).toThrow(RangeError);
    expect(() => squareRootImpact(1, 1, -0.02)).toThrow(RangeError);
    expect(() => exponentialImpact(-1, 1, 0.5)).toThrow(RangeError);
    expect(() => exponentialImpact(1, 1, 0)).toThrow(RangeError);
    expect(() => linearImpact(1, -1)).toThrow(RangeError);
  });
});

const bids = [
  { price: 100, quantity: 5 },
  { price: 99, quantity: 10 },
  { price: 97, quantity: 20 },
];

describe('a market order that walks the book', () => {
  it('pays the mean of the levels it takes', () => {
    const { filled, averagePrice, lastPrice, slippage } = sweepBook(bids, 10);
    expect([filled, averagePrice, lastPrice]).toEqual([10, 99.5, 99]);
    expect(slippage).toBeCloseTo(-0.005, 14);
  });

  it('says what the book could not fill and extrapolates nothing', () => {
    const sweep = sweepBook(bids, 50);
    expect([sweep.filled, sweep.unfilled, sweep.lastPrice]).toEqual([35, 15, 97]);
    expect(sweep.averagePrice).toBeCloseTo((500 + 990 + 1940) / 35, 12);
  });

  it('has no price when nothing is filled', () => {
    const nothing = { filled: 0, averagePrice: null, lastPrice: null, slippage: null };
    expect(sweepBook([], 5)).toEqual({ ...nothing, unfilled: 5 });
    expect(sweepBook(bids, 0)).toEqual({ ...nothing, unfilled: 0 });
    expect(sweepBook([{ price: 100, quantity: 0 }], 1)).toEqual({ ...nothing, unfilled: 1 });
  });

  it('takes asks as well, and measures from the best level that has something', () => {
    const asks = [
      { price: 100, quantity: 0 },
      { price: 101, quantity: 1 },
      { price: 103, quantity: 1 },
    ];
    expect(sweepBook(asks, 2).slippage).toBeCloseTo(102 / 101 - 1, 14);
  });

  it('refuses levels out of order, prices of 0 and quantities below 0', () => {
    expect(() => sweepBook([...bids, { price: 98, quantity: 1 }], 1)).toThrow(/best first/);
    expect(() => sweepBook([{ price: 0, quantity: 1 }], 1)).toThrow(RangeError);
    expect(() => sweepBook([{ price: 1, quantity: -1 }], 1)).toThrow(RangeError);
    expect(() => sweepBook(bids, Number.NaN)).toThrow(RangeError);
  });
});
