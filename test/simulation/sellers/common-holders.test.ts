import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { fireSales } from '../../../src/simulation/formulas/fire-sales.ts';
import { vulnerableBanks } from '../../../src/simulation/formulas/vulnerable-banks.ts';
import { commonHolders } from '../../../src/simulation/sellers/common-holders.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const asset = (id: string, usd: number, changes = {}) =>
  assetOf({ id, books: [bookOf({ depth: { law: 'linear', usd } })], ...changes });
const deep = (id: string) => assetOf({ id, books: [bookOf({ depth: BOTTOMLESS })] });

const fund = (changes = {}) => ({
  name: 'F',
  holdings: [
    { asset: 'x', usd: 6e8 },
    { asset: 'y', usd: 4e8 },
  ],
  leverage: 4,
  trigger: 4,
  target: 4,
  order: 'proportional',
  ...changes,
});
const planOf = (funds: readonly object[], market = marketOf(), more = {}) =>
  commonHolders.plan(commonHolders.params.parse({ funds, ...more }), market);

describe('common holders', () => {
  it('sell down to their target and carry a loss in one asset to the other', () => {
    const market = marketOf([deep('x'), deep('y')], { steps: 1 });
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.1, 0]));
    // Assets 940, equity 250 − 60 = 190, target 760: 180 million sold, 54 : 40 by value.
    expect(ran.usd[0]![0]).toBeCloseTo((180e6 * 540) / 940, 0);
    expect(ran.usd[0]![1]).toBeCloseTo((180e6 * 400) / 940, 0);
    expect(ran.engine.runs[0]!.notes!()).toEqual({
      equity: expect.closeTo(190e6, 0),
      failed: 0,
      deleveraged: expect.closeTo(180e6, 0),
    });
  });

  it('do nothing below the trigger, without debt, or without holdings', () => {
    const market = marketOf([deep('x'), deep('y')]);
    const nothing = [
      fund({ trigger: 6 }),
      fund({ leverage: 1, trigger: 1, target: 1 }),
      fund({ holdings: [{ asset: 'x', usd: 0 }] }),
    ];
    const ran = runOnce(market, planOf(nothing, market), shockOf([-0.1, 0]));
    expect([total(ran.usd), total(ran.usd, 1)]).toEqual([0, 0]);
    expect(total(runOnce(market, planOf([], market), shockOf([-0.5, 0])).usd)).toBe(0);
  });

  it('do nothing at their limit while no price moves', () => {
    const market = marketOf([deep('x'), deep('y')]);
    const funds = [3.3, 4, 7.7].map((l) => fund({ leverage: l, trigger: l, target: l }));
    expect(total(runOnce(market, planOf(funds, market), shockOf([0, 0])).usd)).toBe(0);
  });

  it('sell everything once their equity is gone', () => {
    const market = marketOf([deep('x'), deep('y')], { steps: 2 });
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.5, 0]));
    expect(ran.usd[0]!.map((usd) => Math.round(usd / 1e6))).toEqual([300, 400]);
    expect(ran.engine.runs[0]!.notes!().failed).toBe(1);
    expect(ran.usd[1]).toEqual([0, 0]);
  });

  it('agree with one round of Cont and Schaanning', () => {
    // With B = 1 their floor formula is a linear law in logs; its depth is in dollars at the price after the shock.
    const market = marketOf([asset('x', 5e9), asset('y', 2e9)], { steps: 1 });
    const funds = [
      fund({ other: 1e8 }),
      fund({ leverage: 3, holdings: [{ asset: 'y', usd: 5e8 }], trigger: 4 }),
    ];
    const ran = runOnce(market, planOf(funds, market), shockOf([-0.1, -0.1]));
    const expected = fireSales(
      {
        marketable: Float64Array.of(6e8, 4e8, 0, 5e8),
        illiquid: Float64Array.of(1e8, 0),
        equity: Float64Array.of(1.1e9 / 4, 5e8 / 3),
      },
      { marketable: Float64Array.of(-0.1, -0.1), illiquid: 0 },
      { trigger: 4, target: 4, depth: Float64Array.of(4.5e9, 1.8e9), largestFall: 1, mostRounds: 1 },
    );
    for (const k of [0, 1]) {
      expect(Math.exp(ran.engine.market.index[k]!)).toBeCloseTo(0.9 * expected.price[k]!, 12);
    }
    // Fills lie halfway between the prices before and after, as their sales bear half of the fall.
    const equity = expected.equity.reduce((sum, e) => sum + e, 0);
    expect(ran.engine.runs[0]!.notes!().equity! / equity).toBeCloseTo(1, 9);
  });

  it('agree with Greenwood, Landier and Thesmar where the limit is the leverage at the start', () => {
    const market = marketOf([deep('x'), deep('y')], { steps: 1 });
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.1, -0.05]));
    const { netPurchases } = vulnerableBanks(
      { assets: Float64Array.of(1e9), leverage: Float64Array.of(3), weights: Float64Array.of(0.6, 0.4) },
      Float64Array.of(-0.1, -0.05),
      Float64Array.of(0, 0),
    );
    // −A·B·R = 240 million; theirs is split by the weights before the shock, ours by those after it.
    expect(total(ran.usd) + total(ran.usd, 1)).toBeCloseTo(-netPurchases[0]! - netPurchases[1]!, 0);
  });

  it('sell what is most liquid first when they may choose', () => {
    const market = marketOf([asset('x', 8e9), asset('y', 2e9)], { steps: 1 });
    const terms = fund({ order: 'liquid-first' });
    const ran = runOnce(market, planOf([terms], market), shockOf([-0.1, 0]));
    const { sold } = ran.engine.ledger;
    // Equal impact of the last unit: units in proportion to depth, 4 : 1, though x is the one that fell.
    expect(sold[0]! / sold[1]!).toBeCloseTo(4, 6);
    expect(sold[0]! * 90 + sold[1]! * 100).toBeCloseTo(180e6, 0);
    const fair = runOnce(market, planOf([fund()], market), shockOf([-0.1, 0]));
    expect(ran.engine.runs[0]!.notes!().equity).toBeGreaterThan(fair.engine.runs[0]!.notes!().equity!);
  });

  it('look at their leverage as often as they are told to', () => {
    const market = marketOf([deep('x'), deep('y')], { steps: 24 });
    const ran = runOnce(market, planOf([fund()], market, { everyMinutes: 60 }), shockOf([-0.2, 0], 120));
    expect(ran.usd.flatMap(([usd], step) => (usd! > 0 ? [step] : []))).toEqual([11, 23]);
  });

  it.prop([
    fc.double({ min: -0.4, max: -0.01, noNaN: true }),
    fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    fc.constantFrom('proportional', 'liquid-first'),
    fc.double({ min: 1.2, max: 8, noNaN: true }),
    fc.double({ min: 0, max: 5e8, noNaN: true }),
  ])('never sell less when a price is lower', (shock, more, order, leverage, other) => {
    const market = marketOf([asset('x', 8e9), asset('y', 2e9)], { steps: 1 });
    const plan = planOf(
      [fund({ order, leverage, other, trigger: leverage * 1.05, target: leverage })],
      market,
    );
    const sold = (move: number) => [...runOnce(market, plan, shockOf([move, -0.01])).engine.ledger.sold];
    const [less, lower] = [sold(shock), sold(shock - more)];
    for (const k of [0, 1]) expect(lower[k]! - less[k]!).toBeGreaterThan(-1e-6 * (1 + less[k]!));
  });

  it.prop([fc.double({ min: 1, max: 6, noNaN: true }), fc.double({ min: 1, max: 1.5, noNaN: true })])(
    'never make a smaller fall with more leverage',
    (leverage, factor) => {
      const market = marketOf([asset('x', 8e9), asset('y', 2e9)]);
      const low = (l: number) =>
        runOnce(
          market,
          planOf([fund({ leverage: l, trigger: l, target: l })], market),
          shockOf([-0.05, -0.05]),
        ).lows[0]!;
      expect(low(leverage * factor)).toBeLessThanOrEqual(low(leverage) + 1e-9);
    },
  );

  it.prop([
    fc.integer({ min: 1, max: 1000 }),
    fc.array(
      fc.record({
        x: fc.double({ min: 0, max: 1e9, noNaN: true }),
        y: fc.double({ min: 0, max: 1e9, noNaN: true }),
        leverage: fc.double({ min: 1, max: 20, noNaN: true }),
        order: fc.constantFrom('proportional', 'liquid-first'),
      }),
      { maxLength: 4 },
    ),
    fc.double({ min: -0.6, max: 0.3, noNaN: true }),
  ])('keep books that the ledger confirms', (seed, list, shock) => {
    const two = [
      bookOf({
        depth: { law: 'square-root', prefactor: 1, volume: 1e10, volatility: 0.03 },
        refillHalfLife: 30,
      }),
      bookOf({ venue: 'two', kind: 'spot', indexWeight: 0, depth: { law: 'linear', usd: 5e9 } }),
    ];
    const market = marketOf([assetOf({ id: 'x', volatility: 0.05, books: two }), asset('y', 3e9)], {
      steps: 30,
    });
    const funds = list.map(({ x, y, leverage, order }) =>
      fund({
        holdings: [
          { asset: 'x', usd: x },
          { asset: 'y', usd: y },
        ],
        leverage,
        trigger: leverage,
        target: leverage,
        order,
      }),
    );
    const ran = runOnce(market, planOf(funds, market), shockOf([shock, 0], 60), seed);
    expect(imbalance(ran)).toBeLessThan(1e-9);
    expect(ran.engine.ledger.sold.every((units) => units >= 0)).toBe(true);
  });

  it('refuse parameters that make no sense, naming the field', () => {
    const refuse = (changes: object, field: string) => {
      const { error } = commonHolders.params.safeParse({ funds: [fund(changes)] });
      expect(error!.issues[0]!.path.join('.')).toContain(field);
    };
    refuse({ leverage: 0.9 }, 'funds.0.leverage');
    refuse({ leverage: Number.NaN }, 'funds.0.leverage');
    refuse({ target: 5 }, 'funds.0.target');
    refuse({ other: -1 }, 'funds.0.other');
    refuse({ holdings: [{ asset: 'x', usd: -1 }] }, 'funds.0.holdings.0.usd');
    refuse({ holdings: [] }, 'funds.0.holdings');
    refuse({ order: 'random' }, 'funds.0.order');
    refuse({ holdings: [1, 2].map(() => ({ asset: 'x', usd: 1 })) }, 'funds.0.holdings');
    expect(() => planOf([fund()], marketOf([deep('x')]))).toThrow(/asset: not in the market: "y"/);
  });
});
