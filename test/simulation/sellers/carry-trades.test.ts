import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { carryTrades } from '../../../src/simulation/sellers/carry-trades.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const asset = (id: string, price: number, usd?: number) =>
  assetOf({
    id,
    price,
    books: [bookOf({ kind: 'exchange', depth: usd ? { law: 'linear', usd } : BOTTOMLESS })],
  });
const calm = (steps = 1) => marketOf([asset('stock', 100), asset('jpy-usd', 0.0065)], { steps });
const thin = (steps = 1) => marketOf([asset('stock', 100, 2e10), asset('jpy-usd', 0.0065, 5e10)], { steps });

const terms = (changes = {}) => ({
  positions: [{ asset: 'stock', usd: 1e9 }],
  leverage: 4,
  lossLimit: 0.2,
  lossAll: 0.6,
  ...changes,
});
const planOf = (changes = {}, market = calm()) =>
  carryTrades.plan(carryTrades.params.parse(terms(changes)), market);

describe('carry trades', () => {
  it('are closed in part once both legs have cost more than the limit', () => {
    // Equity 250; stocks −5 % lose 50, the yen +4 % on 750 owed 30: 80/250 = 0.32, (0.32 − 0.2)/0.4 = 0.3 is closed.
    const ran = runOnce(calm(), planOf(), shockOf([-0.05, 0.04]));
    expect(ran.usd[0]![0]).toBeCloseTo(0.3 * 950e6, 0);
    expect(ran.usd[0]![1]).toBeCloseTo(-0.3 * 780e6, 0);
    expect(ran.engine.runs[0]!.notes!()).toEqual({
      closed: expect.closeTo(0.3, 12),
      funding: expect.closeTo(225e6, 0),
    });
  });

  it('answer to either leg alone', () => {
    expect(total(runOnce(calm(), planOf(), shockOf([-0.08, 0])).usd)).toBeGreaterThan(0);
    expect(total(runOnce(calm(), planOf(), shockOf([0, 0.1])).usd)).toBeGreaterThan(0);
    expect(total(runOnce(calm(), planOf(), shockOf([-0.04, 0])).usd)).toBe(0);
    expect(total(runOnce(calm(), planOf(), shockOf([0.05, 0.05])).usd)).toBe(0);
  });

  it('count the loss since they were opened, and what was closed by then is gone', () => {
    // Opened at 110 a stock: assets 1,100, owed 825, equity 275. At the start 1,000 − 825 = 175: loss 0.3636…, share c₀ = 0.40909…
    // At −5 %: 950 − 825 = 125, loss 0.5454…, c = 0.863636…; (c − c₀)/(1 − c₀) = 0.76923…, in thousandths 0.769.
    const positions = [{ asset: 'stock', usd: 1e9, entry: Math.log(1.1) }];
    const still = runOnce(calm(), planOf({ positions }), shockOf([0, 0]));
    expect(total(still.usd)).toBe(0);
    const fall = runOnce(calm(), planOf({ positions }), shockOf([-0.05, 0]));
    expect(fall.engine.runs[0]!.notes!().closed).toBe(0.769);
    // The yen borrowed 10 % higher than now: owed 681.8, so that there is room.
    const cheap = planOf({ fundingEntry: Math.log(1.1) });
    expect(total(runOnce(calm(), cheap, shockOf([-0.1, 0])).usd)).toBe(0);
  });

  it('feed themselves through both books within a step', () => {
    const ran = runOnce(thin(), planOf({ positions: [{ asset: 'stock', usd: 1e10 }] }), shockOf([-0.06, 0]));
    // Loss 0.24, a tenth at once; what that moves closes more.
    expect(ran.engine.runs[0]!.notes!().closed).toBeGreaterThan(0.1);
    expect(ran.engine.market.index[1]).toBeGreaterThan(0);
  });

  it('are never reopened', () => {
    const market = calm(24);
    const fall = runOnce(market, planOf({}, market), shockOf([-0.1, 0], 60));
    expect(fall.usd.every(([usd]) => usd! >= 0)).toBe(true);
    const closed = fall.engine.runs[0]!.notes!().closed!;
    expect(closed).toBeCloseTo(0.5, 12);
  });

  it('do nothing without the currency, without positions, or without debt and loss', () => {
    const alone = marketOf([asset('stock', 100)]);
    expect(total(runOnce(alone, planOf({}, alone), shockOf([-0.5])).usd)).toBe(0);
    const none = planOf({ positions: [{ asset: 'stock', usd: 0 }] });
    expect(total(runOnce(calm(), none, shockOf([-0.5, 0.5])).usd)).toBe(0);
    const own = runOnce(calm(), planOf({ leverage: 1 }), shockOf([-0.1, 0.5]));
    expect([total(own.usd), total(own.usd, 1)]).toEqual([0, 0]);
  });

  it.prop([
    fc.double({ min: -0.3, max: 0.05, noNaN: true }),
    fc.double({ min: -0.05, max: 0.3, noNaN: true }),
    fc.double({ min: 0, max: 0.1, noNaN: true }),
    fc.double({ min: 1, max: 10, noNaN: true }),
  ])('never close less when the asset is lower or the yen higher', (stock, yen, more, leverage) => {
    const plan = planOf({ leverage });
    const sold = (moves: readonly number[]) => runOnce(calm(), plan, shockOf(moves)).engine.ledger.sold;
    const [base, lower, higher] = [
      [stock, yen],
      [stock - more, yen],
      [stock, yen + more],
    ].map(sold);
    for (const worse of [lower!, higher!]) {
      expect(worse[0]).toBeGreaterThanOrEqual(base![0]!);
      expect(worse[1]).toBeLessThanOrEqual(base![1]!);
    }
  });

  it.prop([fc.double({ min: 1, max: 5, noNaN: true }), fc.double({ min: 1, max: 3, noNaN: true })])(
    'never make a smaller fall with more of them, or with more leverage',
    (leverage, factor) => {
      const low = (l: number, usd: number) =>
        runOnce(
          thin(),
          planOf({ leverage: l, positions: [{ asset: 'stock', usd }] }, thin()),
          shockOf([-0.1, 0.02]),
        ).lows[0]!;
      expect(low(leverage * factor, 1e9)).toBeLessThanOrEqual(low(leverage, 1e9) + 1e-12);
      expect(low(leverage, 1e9 * factor)).toBeLessThanOrEqual(low(leverage, 1e9) + 1e-12);
    },
  );

  it.prop([
    fc.integer({ min: 1, max: 1000 }),
    fc.double({ min: 1, max: 20, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  ])('keep books that the ledger confirms', (seed, leverage, entry, fundingEntry) => {
    const market = marketOf(
      [
        { ...asset('stock', 100, 2e10), volatility: 0.05 },
        { ...asset('jpy-usd', 0.0065, 5e10), volatility: 0.02 },
      ],
      { steps: 40 },
    );
    const changes = { leverage, fundingEntry, positions: [{ asset: 'stock', usd: 5e9, entry }] };
    expect(imbalance(runOnce(market, planOf(changes, market), shockOf([-0.1, 0.03], 60), seed))).toBeLessThan(
      1e-9,
    );
  });

  it('refuse parameters that make no sense, naming the field', () => {
    const refuse = (changes: object, field: string) => {
      const { error } = carryTrades.params.safeParse(terms(changes));
      expect(error!.issues[0]!.path.join('.')).toBe(field);
    };
    refuse({ leverage: 0.5 }, 'leverage');
    refuse({ lossLimit: -0.1 }, 'lossLimit');
    refuse({ lossAll: 0.2 }, 'lossAll');
    refuse({ lossAll: 1.2 }, 'lossAll');
    refuse({ positions: [{ asset: 'stock', usd: -1 }] }, 'positions.0.usd');
    refuse({ positions: [] }, 'positions');
    expect(() => planOf({ positions: [{ asset: 'tulips', usd: 1 }] })).toThrow(/not in the market: "tulips"/);
  });
});
