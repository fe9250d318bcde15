import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { volatilityTargetPath } from '../../../src/simulation/formulas/volatility-target.ts';
import { volatilityTarget } from '../../../src/simulation/sellers/volatility-target.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';
import { BOTTOMLESS, imbalance, runOnce, shockOf, total } from './run.ts';

const deep = (changes = {}) => assetOf({ books: [bookOf({ depth: BOTTOMLESS })], ...changes });
const DAILY = 0.01;
const one = (changes = {}) => ({
  name: 'P',
  assets: 1e9,
  target: DAILY * Math.sqrt(252),
  cap: 2,
  holdings: [{ asset: 'coin', volatility: DAILY }],
  ...changes,
});
const planOf = (programmes: readonly object[], market = marketOf()) =>
  volatilityTarget.plan(volatilityTarget.params.parse({ programmes }), market);

describe('a volatility-target fund', () => {
  it('sells what the formula of the path says, day by day', () => {
    const market = marketOf([deep()], { steps: 24, closes: [60, 120] });
    const { usd } = runOnce(market, planOf([one()], market), shockOf([-0.19], 120));
    const { flows } = volatilityTargetPath(Float64Array.of(-0.1, -0.1), {
      target: DAILY * Math.sqrt(252),
      cap: 2,
      decay: 0.94,
      startVariance: DAILY ** 2,
      daysPerYear: 252,
      netAssets: 1e9,
    });
    // σ² = 0.94·10⁻⁴ + 0.06·10⁻² = 6.94·10⁻⁴: weight 1 → 0.3796, assets 0.9·10⁹: sells 0.9·10⁹·0.6204 = 558 million.
    expect(usd[11]![0]! / 1e9).toBeCloseTo(0.9 * (1 - 1 / Math.sqrt(6.94)), 9);
    expect(usd[11]![0]! / -flows[0]!).toBeCloseTo(1, 9);
    expect(usd[23]![0]! / -flows[1]!).toBeCloseTo(1, 9);
    expect(total(usd)).toBeCloseTo(usd[11]![0]! + usd[23]![0]!, 0);
  });

  it('holds so much less when volatility goes from 17 to 22', () => {
    // w = target/forecast: 17/22 of the weight; r² such that 0.06·r² lifts σ from 17 to 22 percent a year.
    const [before, after] = [0.17 / Math.sqrt(252), 0.22 / Math.sqrt(252)];
    const r = -Math.sqrt((after ** 2 - 0.94 * before ** 2) / 0.06);
    const market = marketOf([deep()]);
    const programme = one({ target: 0.17, holdings: [{ asset: 'coin', volatility: before }] });
    const { usd } = runOnce(market, planOf([programme], market), shockOf([r]));
    expect(total(usd) / 1e9).toBeCloseTo((1 + r) * (1 - 17 / 22), 9);
  });

  it('sells a part at each close when it trades over days', () => {
    const market = marketOf([deep()], { steps: 24, closes: [60, 120] });
    const at = (days: number) =>
      runOnce(market, planOf([one({ days })], market), shockOf([-0.1])).usd[11]![0]!;
    expect(at(4)).toBeCloseTo(at(1) / 4, 3);
  });

  it('waits below its threshold and buys nothing in a calm market', () => {
    const market = marketOf([deep()]);
    const sold = (move: number, threshold = 0) =>
      total(runOnce(market, planOf([one({ threshold })], market), shockOf([move])).units);
    expect(sold(-0.02)).toBeGreaterThan(0);
    expect(sold(-0.02, 0.2)).toBe(0);
    expect(sold(-0.001)).toBe(0);
    expect(sold(0.005)).toBe(0);
  });

  it('gives each of several assets the same risk, and the portfolio its target', () => {
    // Uncorrelated, σ 1 % and 2 %: κ = 1 %/√2, weights 0.7071 and 0.3536 (gross 1.06). The first falls by 10 %: 1/√6.94 of its weight.
    const market = marketOf([deep(), deep({ id: 'metal' })]);
    const holdings = [
      { asset: 'coin', volatility: 0.01 },
      { asset: 'metal', volatility: 0.02 },
    ];
    const { usd } = runOnce(market, planOf([one({ holdings })], market), shockOf([-0.1, 0]));
    const assets = 1 - 0.1 * Math.SQRT1_2;
    expect(total(usd, 0) / 1e9).toBeCloseTo(Math.SQRT1_2 * (0.9 - assets / Math.sqrt(6.94)), 9);
    // Metal: σ² = 0.94·4·10⁻⁴, weight up by 1/√0.94, assets down: bought if at all, so nothing is sold.
    expect(1 / Math.sqrt(0.94)).toBeGreaterThan(1 / assets - 0.05);
    expect(total(usd, 1)).toBeGreaterThanOrEqual(0);
  });

  it('does nothing without assets or without a close', () => {
    const still = marketOf([deep()], { closes: [] });
    expect(total(runOnce(still, planOf([one()], still), shockOf([-0.3])).units)).toBe(0);
    expect(total(runOnce(marketOf(), planOf([one({ assets: 0 })]), shockOf([-0.3])).units)).toBe(0);
  });

  const assets = fc.double({ min: 0, max: 5e10, noNaN: true });
  const move = fc.double({ min: -0.6, max: 0, noNaN: true });
  it.prop([assets, move, fc.nat(1000)])('keeps books that agree with the ledger', (A, r, seed) => {
    const market = marketOf([assetOf({ volatility: 0.03 }), assetOf({ id: 'metal', volatility: 0.02 })], {
      steps: 36,
      closes: [60, 120, 180],
    });
    const holdings = [
      { asset: 'coin', volatility: 0.01 },
      { asset: 'metal', volatility: 0.02 },
    ];
    const plan = planOf([one({ assets: A, holdings, days: 2 }), one({ assets: A / 2 })], market);
    expect(imbalance(runOnce(market, plan, shockOf([r, r / 2], 90), seed))).toBeLessThan(1e-9);
  });

  it.prop([assets, assets, move, move])(
    'sells more after a larger fall, and with more assets the price falls further',
    (a, b, r, s) => {
      const market = marketOf();
      const ranOf = (A: number, moved: number) =>
        runOnce(market, planOf([one({ assets: A })], market), shockOf([moved]));
      const [small, large] = [Math.min(a, b), Math.max(a, b)];
      const [mild, hard] = [Math.max(r, s), Math.min(r, s)];
      expect(ranOf(large, mild).lows[0]).toBeLessThanOrEqual(ranOf(small, mild).lows[0]! + 1e-12);
      expect(total(ranOf(large, hard).units)).toBeGreaterThanOrEqual(total(ranOf(large, mild).units) - 1e-6);
    },
  );

  it('refuses what is no programme, naming the field', () => {
    for (const [changes, path] of [
      [{ assets: -1 }, ['assets']],
      [{ target: 0 }, ['target']],
      [{ cap: Number.NaN }, ['cap']],
      [{ days: 0 }, ['days']],
      [{ decay: 1.1 }, ['decay']],
      [{ holdings: [] }, ['holdings']],
      [{ holdings: [{ asset: 'coin', volatility: 0 }] }, ['holdings', 0, 'volatility']],
    ] as const) {
      const parsed = volatilityTarget.params.safeParse({ programmes: [one(changes)] });
      expect(parsed.error?.issues[0]?.path).toEqual(['programmes', 0, ...path]);
    }
    expect(() => planOf([one({ holdings: [{ asset: 'moon', volatility: 1 }] })])).toThrow(RangeError);
  });
});
