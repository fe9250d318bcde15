import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  deleverage,
  deleveragingOrder,
  deleveragingScores,
} from '../../../src/simulation/formulas/auto-deleveraging.ts';
import { insuranceFundPath } from '../../../src/simulation/formulas/insurance-fund.ts';
import {
  inverseBankruptcyPrice,
  inverseExcessMargin,
  inverseLiquidationPrice,
  inverseProfit,
} from '../../../src/simulation/formulas/inverse-perpetual.ts';
import {
  bankruptcyPrice,
  type LinearPosition,
  liquidationPrice,
  marginState,
  type Side,
} from '../../../src/simulation/formulas/linear-perpetual.ts';
import { maintenanceMargin, marginTiers, tierOf } from '../../../src/simulation/formulas/margin-tiers.ts';

const tiers = marginTiers([
  { floor: 0, cap: 50_000, rate: 0.004 },
  { floor: 50_000, cap: 250_000, rate: 0.005 },
  { floor: 250_000, cap: 1_000_000, rate: 0.01 },
  { floor: 1_000_000, cap: 10_000_000, rate: 0.025 },
]);

describe('maintenance-margin tiers', () => {
  it('have the deductions of the exchange’s own example', () => {
    // Binance FAQ b3c689c1f50a44cabb3a84e663b81d93: 250,000·(1% − 0.5%) + 50 = 1,300.
    expect(tiers.map(({ deduction }) => Number(deduction.toFixed(6)))).toEqual([0, 50, 1300, 16_300]);
  });

  it('take the tier above its floor and up to its cap', () => {
    expect(tierOf(50_000, tiers)?.rate).toBe(0.004);
    expect(tierOf(50_000.01, tiers)?.rate).toBe(0.005);
    expect(tierOf(0, tiers)?.rate).toBe(0.004);
    expect(maintenanceMargin(500_000, tiers)).toBe(500_000 * 0.01 - 1300);
  });

  it('have no margin above the last cap, for a negative notional and for NaN', () => {
    expect([10_000_001, -1, Number.NaN].map((notional) => maintenanceMargin(notional, tiers))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.prop([fc.double({ min: 0, max: 1e7, noNaN: true }), fc.double({ min: 0, max: 1e7, noNaN: true })])(
    'never ask less for more, and jump nowhere',
    (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const rise = maintenanceMargin(high, tiers)! - maintenanceMargin(low, tiers)!;
      expect(rise).toBeGreaterThanOrEqual(-1e-9);
      expect(rise).toBeLessThanOrEqual(0.025 * (high - low) + 1e-9);
    },
  );

  it('refuse gaps, overlaps and falling rates', () => {
    const first = { floor: 0, cap: 100, rate: 0.01 };
    expect(() => marginTiers([])).toThrow(RangeError);
    expect(() => marginTiers([first, { floor: 200, cap: 300, rate: 0.02 }])).toThrow(/200 to 300 after 100/);
    expect(() => marginTiers([first, { floor: 100, cap: 300, rate: 0.005 }])).toThrow(RangeError);
    expect(() => marginTiers([{ ...first, floor: 1 }])).toThrow(RangeError);
    expect(() => marginTiers([{ ...first, rate: Number.NaN }])).toThrow(RangeError);
  });
});

const long: LinearPosition = { side: 1, quantity: 0.1, entry: 60_000 };

describe('a position margined in dollars', () => {
  it('is liquidated where wallet and profit equal the maintenance margin', () => {
    // 600 + 0.1·(P − 60000) = 0.004·0.1·P ⇒ P = 5400/0.0996.
    const price = liquidationPrice(long, 600, tiers)!.price;
    expect(price).toBeCloseTo(5400 / 0.0996, 8);
    // A short: 600 + 0.1·(60000 − P) = 0.004·0.1·P ⇒ P = 6600/0.1004.
    expect(liquidationPrice({ ...long, side: -1 }, 600, tiers)!.price).toBeCloseTo(6600 / 0.1004, 8);
  });

  it('uses the tier of the notional at the price of liquidation, not at entry', () => {
    const position: LinearPosition = { side: 1, quantity: 4.5, entry: 60_000 };
    const found = liquidationPrice(position, 54_000, tiers)!;
    expect(tierOf(position.quantity * position.entry, tiers)?.rate).toBe(0.01);
    expect(found.tier.rate).toBe(0.005);
    expect(found.price).toBeCloseTo((54_000 + 50 - 270_000) / (4.5 * (0.005 - 1)), 6);
  });

  it('has no liquidation price when it is fully paid for, or beyond every tier', () => {
    expect(liquidationPrice(long, 6000, tiers)).toBeNull();
    expect(liquidationPrice({ side: 1, quantity: 1000, entry: 60_000 }, 1000, tiers)).toBeNull();
  });

  it('has a liquidation price beyond the entry when it is below maintenance already', () => {
    expect(liquidationPrice(long, 10, tiers)!.price).toBeGreaterThan(long.entry);
    expect(marginState(10, [{ ...long, mark: long.entry, tiers }]).liquidated).toBe(true);
  });

  it('shares the wallet of a cross-margin account with the other positions', () => {
    const alone = liquidationPrice(long, 600, tiers)!.price;
    const burdened = liquidationPrice(long, 600, tiers, { maintenance: 50, unrealised: -100 })!.price;
    expect(burdened - alone).toBeCloseTo(150 / 0.0996, 8);
  });

  it('is bankrupt where nothing is left of the wallet, later by the fee when closing costs one', () => {
    expect(bankruptcyPrice(long, 600)).toBeCloseTo(54_000, 9);
    const withFee = bankruptcyPrice(long, 600, 0.0005);
    expect(600 + 0.1 * (withFee - 60_000) - 0.0005 * 0.1 * withFee).toBeCloseTo(0, 9);
    expect(bankruptcyPrice(long, 6000)).toBeCloseTo(0, 9);
  });

  it('has no margin ratio without a balance, and no verdict above the last tier', () => {
    expect(marginState(600, [{ ...long, mark: 50_000, tiers }])).toMatchObject({
      ratio: null,
      liquidated: true,
    });
    expect(marginState(600, [{ ...long, quantity: 1000, mark: 60_000, tiers }])).toMatchObject({
      maintenance: null,
      ratio: null,
      liquidated: null,
    });
    expect(marginState(0, [])).toMatchObject({ balance: 0, maintenance: 0, liquidated: false });
  });

  const side = fc.constantFrom<Side>(1, -1);
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  it.prop([side, positive(0.001, 20), positive(100, 1e5), positive(0.02, 0.9)])(
    'is liquidated at its liquidation price and before it is bankrupt',
    (of, quantity, entry, share) => {
      const position: LinearPosition = { side: of, quantity, entry };
      const wallet = share * quantity * entry;
      const found = liquidationPrice(position, wallet, tiers);
      fc.pre(found !== null);
      const state = marginState(wallet, [{ ...position, mark: found.price, tiers }]);
      expect(Math.abs(state.balance - state.maintenance!)).toBeLessThan(1e-9 * quantity * entry);
      expect(of * (found.price - bankruptcyPrice(position, wallet))).toBeGreaterThan(0);
    },
  );

  it('refuses positions that are none', () => {
    expect(() => liquidationPrice({ ...long, quantity: 0 }, 600, tiers)).toThrow(/quantity/);
    expect(() => liquidationPrice({ ...long, entry: Number.NaN }, 600, tiers)).toThrow(RangeError);
    expect(() => liquidationPrice({ ...long, side: 0 as Side }, 600, tiers)).toThrow(/side/);
    expect(() => bankruptcyPrice(long, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => bankruptcyPrice(long, 1, 1)).toThrow(RangeError);
    expect(() => marginState(1, [{ ...long, mark: 0, tiers }])).toThrow(RangeError);
  });
});

describe('a position margined in coins', () => {
  const position = { side: 1, notional: 100_000, entry: 50_000, wallet: 0.2 } as const;

  it('profits in coins, less from a rise than it loses in a fall', () => {
    expect(inverseProfit(position, 100_000)).toBeCloseTo(1, 12);
    expect(inverseProfit(position, 25_000)).toBeCloseTo(-2, 12);
  });

  it('is liquidated where its margin meets maintenance', () => {
    const price = inverseLiquidationPrice(position, 0.005)!;
    expect(price).toBeCloseTo(100_500 / 2.2, 8);
    expect(inverseExcessMargin(position, 0.005, price)).toBeCloseTo(0, 12);
    expect(inverseBankruptcyPrice(position)).toBeCloseTo(100_000 / 2.2, 8);
  });

  it('has neither price for a short whose wallet holds the coins owed', () => {
    const short = { ...position, side: -1, wallet: 2 } as const;
    expect([inverseLiquidationPrice(short, 0.01), inverseBankruptcyPrice(short)]).toEqual([null, null]);
    expect(inverseLiquidationPrice({ ...short, wallet: 3 }, 0.01)).toBeNull();
  });

  it('refuses a negative wallet, a rate of 1 and prices of 0', () => {
    expect(() => inverseLiquidationPrice({ ...position, wallet: -1 }, 0.01)).toThrow(RangeError);
    expect(() => inverseLiquidationPrice(position, 1)).toThrow(RangeError);
    expect(() => inverseProfit(position, 0)).toThrow(RangeError);
  });
});

describe('the insurance fund', () => {
  const loss = { side: 1, quantity: 10, bankruptcy: 100, fill: 90 } as const;
  const gain = { side: -1, quantity: 10, bankruptcy: 100, fill: 95 } as const;

  it('takes what is left of a position and pays what is missing, until it is empty', () => {
    expect(insuranceFundPath(30, [gain, loss, gain])).toEqual([
      { transfer: 50, fund: 80, uncovered: 0 },
      { transfer: -100, fund: 0, uncovered: 20 },
      { transfer: 50, fund: 50, uncovered: 0 },
    ]);
  });

  it('depends on the order of events', () => {
    const uncovered = (fills: Parameters<typeof insuranceFundPath>[1]) =>
      insuranceFundPath(30, fills).reduce((sum, step) => sum + step.uncovered, 0);
    expect([uncovered([gain, loss]), uncovered([loss, gain])]).toEqual([20, 70]);
  });

  const fill = fc.record({
    side: fc.constantFrom<Side>(1, -1),
    quantity: fc.double({ min: 0.01, max: 100, noNaN: true }),
    bankruptcy: fc.double({ min: 1, max: 1000, noNaN: true }),
    fill: fc.double({ min: 1, max: 1000, noNaN: true }),
  });
  it.prop([fc.array(fill, { maxLength: 20 })])(
    'loses no dollar: end = start + transfers + uncovered',
    (fills) => {
      const steps = insuranceFundPath(1000, fills);
      const total = steps.reduce((sum, { transfer, uncovered }) => sum + transfer + uncovered, 1000);
      expect(steps.at(-1)?.fund ?? 1000).toBeCloseTo(total, 6);
    },
  );

  it('refuses a fund in debt', () => {
    expect(() => insuranceFundPath(-1, [])).toThrow(RangeError);
    expect(() => insuranceFundPath(0, [{ ...loss, fill: Number.NaN }])).toThrow(RangeError);
  });
});

describe('auto-deleveraging', () => {
  const shorts = [
    { id: 'calm', side: -1, quantity: 10, entry: 110, margin: 1100 },
    { id: 'bold', side: -1, quantity: 10, entry: 110, margin: 110 },
    { id: 'late', side: -1, quantity: 10, entry: 95, margin: 500 },
    { id: 'gone', side: -1, quantity: 10, entry: 95, margin: 20 },
  ] as const;

  it('closes the most profitable and most leveraged first, losers last', () => {
    const scores = deleveragingScores(shorts, 100);
    // calm: share 100/1100, leverage 1000/1200. bold: the same share, leverage 1000/210.
    expect(scores[0]!.score).toBeCloseTo((100 / 1100) * (1000 / 1200), 14);
    expect(scores[1]!.leverage).toBeCloseTo(1000 / 210, 14);
    expect(scores[3]!.leverage).toBe(Number.POSITIVE_INFINITY);
    expect(deleveragingOrder(scores).map(({ id }) => id)).toEqual(['bold', 'calm', 'gone', 'late']);
  });

  it('closes no more than is asked for or there is', () => {
    const scores = deleveragingScores(shorts, 100);
    expect(deleverage(scores, 13)).toEqual({
      closed: [
        { id: 'bold', quantity: 10 },
        { id: 'calm', quantity: 3 },
      ],
      left: 0,
    });
    expect(deleverage(scores, 50).left).toBe(10);
    expect(deleverage(scores, 0).closed).toEqual([]);
    expect(deleverage([], 5)).toEqual({ closed: [], left: 5 });
  });

  it('keeps the order given between equal scores', () => {
    const scores = deleveragingScores([shorts[1], { ...shorts[1], id: 'twin' }], 100);
    expect(deleveragingOrder(scores).map(({ id }) => id)).toEqual(['bold', 'twin']);
  });

  it('refuses a mark of 0 and a margin below 0', () => {
    expect(() => deleveragingScores(shorts, 0)).toThrow(RangeError);
    expect(() => deleveragingScores([{ ...shorts[0], margin: -1 }], 100)).toThrow(RangeError);
    expect(() => deleverage([], Number.NaN)).toThrow(RangeError);
  });
});
