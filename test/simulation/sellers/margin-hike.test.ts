import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { marginToPost, positionsClosed, shareClosed } from '../../../src/simulation/formulas/margin-hike.ts';
import { marginHike } from '../../../src/simulation/sellers/margin-hike.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const deep = () => assetOf({ books: [bookOf({ depth: BOTTOMLESS })] });
const hike = (changes = {}) => ({
  asset: 'coin',
  openInterest: 1e9,
  before: 0.11,
  after: 0.15,
  effective: 20,
  unfunded: 0.25,
  ...changes,
});
const planOf = (hikes: readonly object[], market = marketOf()) =>
  marginHike.plan(marginHike.params.parse({ hikes }), market);

describe('a rise of the margin in closed form', () => {
  it('calls for the open interest times the rise', () => {
    // Silver from 11 to 15 percent on 10 billion: 400 million.
    expect(marginToPost(10e9, 0.11, 0.15)).toBeCloseTo(4e8, 3);
  });

  it('closes nothing when all have the cash, and 1 − m₀/m₁ when nobody has', () => {
    expect(positionsClosed(10e9, 0.11, 0.15, 0)).toBe(0);
    expect(positionsClosed(10e9, 0.11, 0.15, 1)).toBeCloseTo(10e9 * (4 / 15), 3);
    expect(positionsClosed(10e9, 0.15, 0.11, 1)).toBe(0);
    expect(shareClosed(-0.1, 0.15)).toBe(1);
  });

  it('refuses arguments out of range', () => {
    expect(() => positionsClosed(-1, 0.1, 0.2, 0)).toThrow(/open interest/);
    expect(() => positionsClosed(1, 0.1, 0.2, 2)).toThrow(/unfunded/);
    expect(() => marginToPost(1, 0, 0.2)).toThrow(/margin before/);
    expect(() => shareClosed(0.1, 0)).toThrow(/margin/);
  });
});

describe('a margin hike', () => {
  it('closes its positions in the step in which it takes effect', () => {
    const market = marketOf([deep()]);
    const { usd, engine } = runOnce(market, planOf([hike()], market), shockOf([0]));
    const closed = positionsClosed(1e9, 0.11, 0.15, 0.25);
    expect(usd.map(([x]) => Math.round(x!))).toEqual([0, 0, 0, 0, Math.round(closed), 0, 0, 0, 0, 0, 0, 0]);
    expect(engine.runs[0]!.notes!()).toEqual({
      posted: expect.closeTo(4e7, 3),
      closed: expect.closeTo(closed, 3),
    });
  });

  it('spreads them over its window, and none is left at its end', () => {
    const market = marketOf([deep()]);
    const { usd } = runOnce(market, planOf([hike({ over: 20 })], market), shockOf([0]));
    const quarter = Math.round(positionsClosed(1e9, 0.11, 0.15, 0.25) / 4);
    expect(usd.map(([x]) => Math.round(x!))).toEqual([
      0,
      0,
      0,
      0,
      quarter,
      quarter,
      quarter,
      quarter,
      0,
      0,
      0,
      0,
    ]);
  });

  it('closes more when a fall has already eaten equity', () => {
    // Price 0.95: equity 0.11 − 0.05 = 0.06 of 0.95 against 15 %: keeps 0.06/0.1425, closes 57.9 %.
    const market = marketOf([deep()]);
    const { units } = runOnce(market, planOf([hike()], market), shockOf([-0.05]));
    expect(total(units)).toBeCloseTo((0.25e9 / 100) * (1 - 0.06 / 0.1425), 4);
  });

  it('asks nothing of accounts with equity enough', () => {
    const market = marketOf([deep()]);
    const bands = [
      { equity: 0.2, share: 0.6 },
      { equity: 0.12, share: 0.4 },
    ];
    const { units } = runOnce(market, planOf([hike({ equity: bands })], market), shockOf([0]));
    expect(total(units)).toBeCloseTo((0.25e9 / 100) * 0.4 * (1 - 0.12 / 0.15), 4);
  });

  it('does nothing without a rise, without open interest and when all are funded', () => {
    const market = marketOf([deep()]);
    for (const changes of [{ after: 0.11 }, { openInterest: 0 }, { unfunded: 0 }, { effective: 61 }]) {
      expect(total(runOnce(market, planOf([hike(changes)], market), shockOf([-0.05])).units)).toBe(0);
    }
  });

  const interest = fc.double({ min: 0, max: 2e10, noNaN: true });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const move = fc.double({ min: -0.4, max: 0.2, noNaN: true });
  it.prop([interest, share, move, fc.nat(1000)])(
    'keeps books that agree with the ledger',
    (openInterest, unfunded, r, seed) => {
      const market = marketOf([assetOf({ volatility: 0.05 })]);
      const plan = planOf([hike({ openInterest, unfunded, over: 17 })], market);
      expect(imbalance(runOnce(market, plan, shockOf([r], 40), seed))).toBeLessThan(1e-9);
    },
  );

  it.prop([share, share, move, move])(
    'closes more after a larger fall and with fewer funds',
    (u, v, r, s) => {
      const market = marketOf();
      const soldOf = (unfunded: number, moved: number) =>
        total(runOnce(market, planOf([hike({ unfunded, over: 20 })], market), shockOf([moved])).units);
      const [few, many] = [Math.min(u, v), Math.max(u, v)];
      expect(soldOf(many, r)).toBeGreaterThanOrEqual(soldOf(few, r) - 1e-6);
      expect(soldOf(u, Math.min(r, s))).toBeGreaterThanOrEqual(soldOf(u, Math.max(r, s)) - 1e-6);
    },
  );

  it('refuses what is no hike, naming the field', () => {
    for (const [changes, path] of [
      [{ openInterest: -1 }, ['openInterest']],
      [{ before: 0 }, ['before']],
      [{ after: 0.1 }, ['after']],
      [{ unfunded: 1.1 }, ['unfunded']],
      [{ effective: -5 }, ['effective']],
      [{ equity: [{ equity: 0.1, share: 0.5 }] }, ['equity']],
    ] as const) {
      const parsed = marginHike.params.safeParse({ hikes: [hike(changes)] });
      expect(parsed.error?.issues[0]?.path).toEqual(['hikes', 0, ...path]);
    }
    expect(() => planOf([hike({ asset: 'moon' })])).toThrow(RangeError);
  });
});
