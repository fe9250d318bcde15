import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { fundRedemptions } from '../../../src/simulation/sellers/fund-redemptions.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const deep = (id: string, changes = {}) =>
  assetOf({ id, books: [bookOf({ depth: BOTTOMLESS })], ...changes });
const linear = (id: string, usd: number, changes = {}) =>
  assetOf({ id, books: [bookOf({ depth: { law: 'linear', usd } })], ...changes });
/** Three closes, an hour apart. */
const DAYS = { steps: 36, closes: [60, 120, 180] };

const fund = (changes = {}) => ({
  name: 'F',
  holdings: [
    { asset: 'x', usd: 6e9 },
    { asset: 'y', usd: 4e9 },
  ],
  sensitivity: 0.2,
  threshold: 0.01,
  ...changes,
});
const planOf = (funds: readonly object[], market = marketOf()) =>
  fundRedemptions.plan(fundRedemptions.params.parse({ funds }), market);

describe('redemptions from funds', () => {
  it('come at the close after a loss, in proportion to what is held', () => {
    const market = marketOf([deep('x'), deep('y')], DAYS);
    const ran = runOnce(market, planOf([fund()], market), shockOf([-0.1, 0]));
    // −6 % in the first session; 0.2·5 % = 1 % of everything at the second close, nothing at the third.
    expect(ran.usd.flatMap((usd, step) => (usd[0]! + usd[1]! > 0 ? [step] : []))).toEqual([23]);
    expect(ran.usd[23]![0]).toBeCloseTo(0.01 * 5.4e9, 0);
    expect(ran.usd[23]![1]).toBeCloseTo(0.01 * 4e9, 0);
    expect(ran.engine.runs[0]!.notes!().redeemed).toBeCloseTo(1e8, 0);
  });

  it('answer at the first close to the session before the start, and count what has happened since it', () => {
    const market = marketOf([deep('x', { sinceClose: Math.log(0.95) }), deep('y')], DAYS);
    const holdings = [{ asset: 'x', usd: 1e9, lastReturn: Math.log(0.97) }];
    const ran = runOnce(market, planOf([fund({ holdings })], market), shockOf([0, 0]));
    // −3 % before: 0.2·2 %; −5 % since, of which 4 % count, of the 996 million left.
    expect(ran.usd[11]![0]).toBeCloseTo(0.004 * 1e9, 0);
    expect(ran.usd[23]![0]).toBeCloseTo(0.008 * 0.996e9, 0);
  });

  it('grow more than in proportion where they are convex, up to a limit', () => {
    const market = marketOf([deep('x'), deep('y')], DAYS);
    const sold = (changes: object) =>
      total(runOnce(market, planOf([fund(changes)], market), shockOf([-0.11, -0.11])).usd, 1);
    // Loss beyond the threshold 10 %: 0.2·0.1 and 3·0.01 more.
    expect(sold({})).toBeCloseTo(0.02 * 3.56e9, 0);
    expect(sold({ convexity: 3 })).toBeCloseTo(0.05 * 3.56e9, 0);
    expect(sold({ convexity: 3, limit: 0.03 })).toBeCloseTo(0.03 * 3.56e9, 0);
  });

  it('tell the gain of their loop', () => {
    // One asset, 10 bn a log unit: 1 % of 10 bn moves it by 0.01; 0.2·(1 − e^−0.01)/0.01 = 0.199.
    const market = marketOf([linear('x', 1e10)], DAYS);
    const holdings = [{ asset: 'x', usd: 1e10 }];
    const ran = runOnce(market, planOf([fund({ holdings })], market), shockOf([-0.06]));
    const units = 0.01 * 1e8;
    expect(ran.engine.ledger.sold[0]! / units).toBeGreaterThan(1);
    expect(ran.engine.runs[0]!.notes!().gain).toBeCloseTo(0.2 * (-Math.expm1(-0.01) / 0.01), 9);
  });

  it('are nothing without a loss beyond the threshold, sensitivity, or closes', () => {
    const market = marketOf([deep('x'), deep('y')], DAYS);
    const quiet = (changes: object, move: number) =>
      total(runOnce(market, planOf([fund(changes)], market), shockOf([move, move])).usd);
    expect(quiet({}, -0.0099)).toBe(0);
    expect(quiet({}, 0.3)).toBe(0);
    expect(quiet({ sensitivity: 0 }, -0.5)).toBe(0);
    expect(quiet({ holdings: [{ asset: 'x', usd: 0 }] }, -0.5)).toBe(0);
    const open = marketOf([deep('x'), deep('y')], { closes: [] });
    expect(total(runOnce(open, planOf([fund()], open), shockOf([-0.5, 0])).usd)).toBe(0);
  });

  it.prop([
    fc.double({ min: -0.5, max: 0, noNaN: true }),
    fc.double({ min: 0, max: 0.3, noNaN: true }),
    fc.double({ min: 0, max: 2, noNaN: true }),
  ])('never are smaller after a larger loss', (move, more, convexity) => {
    const market = marketOf([linear('x', 1e11), linear('y', 1e11)], { steps: 24, closes: [60, 120] });
    const plan = planOf([fund({ convexity })], market);
    const sold = (x: number) => runOnce(market, plan, shockOf([x, 0])).engine.ledger.sold;
    const [less, lower] = [sold(move), sold(move - more)];
    for (const k of [0, 1]) expect(lower[k]).toBeGreaterThanOrEqual(less[k]! * (1 - 1e-12));
  });

  it.prop([
    fc.integer({ min: 1, max: 1000 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 5, noNaN: true }),
  ])('keep books that the ledger confirms', (seed, sensitivity, convexity) => {
    const market = marketOf(
      [linear('x', 2e10, { volatility: 0.1 }), linear('y', 1e10, { volatility: 0.1 })],
      DAYS,
    );
    const plan = planOf([fund({ sensitivity, convexity }), fund({ threshold: 0 })], market);
    expect(imbalance(runOnce(market, plan, shockOf([-0.1, -0.1], 90), seed))).toBeLessThan(1e-9);
  });

  it('refuse parameters that make no sense, naming the field', () => {
    const refuse = (changes: object, field: string) => {
      const { error } = fundRedemptions.params.safeParse({ funds: [fund(changes)] });
      expect(error!.issues[0]!.path.join('.')).toBe(`funds.0.${field}`);
    };
    refuse({ sensitivity: -1 }, 'sensitivity');
    refuse({ threshold: 1.5 }, 'threshold');
    refuse({ limit: 2 }, 'limit');
    refuse({ convexity: Number.POSITIVE_INFINITY }, 'convexity');
    refuse({ holdings: [{ asset: 'x', usd: -5 }] }, 'holdings.0.usd');
    expect(() => planOf([fund()])).toThrow(/not in the market: "x"/);
  });
});
