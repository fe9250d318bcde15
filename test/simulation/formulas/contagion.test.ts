import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { BankSystem } from '../../../src/simulation/formulas/banks.ts';
import { cappedDeleveraging } from '../../../src/simulation/formulas/capped-deleveraging.ts';
import { fireSales, liquidityWeightedOverlaps } from '../../../src/simulation/formulas/fire-sales.ts';
import { vulnerableBanks } from '../../../src/simulation/formulas/vulnerable-banks.ts';

const one: BankSystem = {
  assets: Float64Array.of(100),
  leverage: Float64Array.of(1),
  weights: Float64Array.of(1),
};

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Three banks and two assets. */
const systems = fc
  .record({
    assets: fc.array(number(10, 1000), { minLength: 3, maxLength: 3 }),
    leverage: fc.array(number(0, 30), { minLength: 3, maxLength: 3 }),
    first: fc.array(number(0, 1), { minLength: 3, maxLength: 3 }),
  })
  .map(({ assets, leverage, first }): BankSystem => {
    return {
      assets: Float64Array.from(assets),
      leverage: Float64Array.from(leverage),
      weights: Float64Array.from(first.flatMap((w) => [w, 1 - w])),
    };
  });
const shocks = fc.tuple(number(-0.3, 0), number(-0.3, 0)).map((list) => Float64Array.from(list));

describe('vulnerable banks', () => {
  it('are right for one bank with one asset', () => {
    // R1 = −10 %; to keep B = 1 it sells A·B·R1 = 10; the price falls by 1 %, which costs 1 of an equity of 50.
    const result = vulnerableBanks(one, Float64Array.of(-0.1), Float64Array.of(0.001));
    expect(result.netPurchases[0]).toBeCloseTo(-10, 12);
    expect(result.priceChange[0]).toBeCloseTo(-0.01, 14);
    expect(result.aggregateVulnerability).toBeCloseTo(0.02, 14);
    expect(result.indirectVulnerability[0]).toBeCloseTo(0.02, 14);
  });

  it.prop([systems, shocks])(
    'share out the aggregate without remainder, and scale with the shock',
    (system, shock) => {
      const impact = Float64Array.of(1e-4, 3e-4);
      const result = vulnerableBanks(system, shock, impact);
      const sum = result.systemicness.reduce((total, s) => total + s, 0);
      expect(sum).toBeCloseTo(result.aggregateVulnerability, 10);
      const twice = vulnerableBanks(
        system,
        shock.map((f) => 2 * f),
        impact,
      );
      expect(twice.aggregateVulnerability).toBeCloseTo(2 * result.aggregateVulnerability, 10);
    },
  );

  it('sell nothing without debt', () => {
    const unlevered = { ...one, leverage: Float64Array.of(0) };
    expect(
      vulnerableBanks(unlevered, Float64Array.of(-0.5), Float64Array.of(1)).aggregateVulnerability,
    ).toBeCloseTo(0, 15);
  });

  it('refuse sizes that disagree and values that are none', () => {
    const shock = Float64Array.of(-0.1);
    expect(() => vulnerableBanks(one, Float64Array.of(-0.1, 0), shock)).toThrow(/one an asset/);
    expect(() => vulnerableBanks(one, Float64Array.of(Number.NaN), Float64Array.of(1))).toThrow(RangeError);
    expect(() => vulnerableBanks(one, shock, Float64Array.of(-1))).toThrow(RangeError);
    expect(() => vulnerableBanks({ ...one, assets: Float64Array.of(0) }, shock, Float64Array.of(1))).toThrow(
      RangeError,
    );
    expect(() =>
      vulnerableBanks({ ...one, leverage: new Float64Array(2) }, shock, Float64Array.of(1)),
    ).toThrow(RangeError);
    expect(() => vulnerableBanks({ ...one, weights: Float64Array.of(Number.NaN) }, shock, shock)).toThrow(
      RangeError,
    );
  });
});

describe('capped deleveraging', () => {
  it('reaches its target in one round when sales do not move prices', () => {
    // −10 %: equity 40, assets 90, target 80: 10 are sold.
    const result = cappedDeleveraging(one, Float64Array.of(-0.1), Float64Array.of(0));
    expect(result.rounds.map(({ sold }) => Number(sold[0]!.toFixed(10)))).toEqual([10, 0]);
    expect([result.settled, result.price[0]]).toEqual([true, 0.9]);
    expect(result.equity[0]).toBeCloseTo(40, 12);
  });

  it('sells everything, once, when equity is gone', () => {
    const result = cappedDeleveraging(one, Float64Array.of(-0.6), Float64Array.of(0.001));
    expect(result.rounds[0]!.sold[0]).toBeCloseTo(40, 12);
    expect(result.price[0]).toBeCloseTo(0.4 * (1 - 0.04), 12);
    expect(result.rounds).toHaveLength(2);
  });

  it.prop([systems, shocks])('never sells more than is held, and no price falls below 0', (system, shock) => {
    const result = cappedDeleveraging(system, shock, Float64Array.of(2e-4, 5e-4));
    const held = system.assets.reduce((sum, a) => sum + a, 0);
    const sold = result.rounds.reduce((sum, round) => sum + round.sold[0]! + round.sold[1]!, 0);
    expect(sold).toBeLessThanOrEqual(held * (1 + 1e-9));
    expect(Math.min(...result.price)).toBeGreaterThanOrEqual(0);
    for (const { sold: amounts } of result.rounds) expect(Math.min(...amounts)).toBeGreaterThanOrEqual(0);
  });

  it('does nothing without a shock and says when it was cut short', () => {
    expect(cappedDeleveraging(one, Float64Array.of(0), Float64Array.of(1)).rounds).toHaveLength(1);
    expect(cappedDeleveraging(one, Float64Array.of(-0.1), Float64Array.of(0.005), 1).settled).toBe(false);
    expect(() => cappedDeleveraging(one, Float64Array.of(-1.1), Float64Array.of(0))).toThrow(RangeError);
    expect(() => cappedDeleveraging(one, Float64Array.of(-0.1), Float64Array.of(0), 0)).toThrow(RangeError);
  });
});

const institution = {
  marketable: Float64Array.of(80),
  illiquid: Float64Array.of(20),
  equity: Float64Array.of(10),
};
const rules = { trigger: 12, target: 10, depth: Float64Array.of(1000), largestFall: 0.5 };

describe('fire sales', () => {
  it('sell down to the target when a shock lifts leverage over the limit', () => {
    // −2 % on 80: E 8.4, assets 98.4, leverage 11.7: below 12, nothing. −3 %: E 7.6, assets 97.6, leverage 12.84: sells 97.6 − 76 = 21.6.
    const calm = fireSales(institution, { marketable: Float64Array.of(-0.02), illiquid: 0 }, rules);
    expect(calm).toMatchObject({ rounds: [], settled: true });
    const { rounds } = fireSales(institution, { marketable: Float64Array.of(-0.03), illiquid: 0 }, rules);
    const [first] = rounds;
    expect(first!.sold[0]).toBeCloseTo(21.6, 10);
    const fall = 0.5 * (1 - Math.exp(-21.6 / 1000));
    expect(first!.impact[0]).toBeCloseTo(fall, 14);
    expect(first!.loss[0]).toBeCloseTo((77.6 - 21.6) * fall + (21.6 / 2) * fall, 12);
  });

  it('sell everything that can be sold when equity is gone', () => {
    const { rounds, settled } = fireSales(
      institution,
      { marketable: Float64Array.of(-0.2), illiquid: 0 },
      rules,
    );
    expect([rounds.length, rounds[0]!.share[0], settled]).toEqual([1, 1, true]);
  });

  it('spread through common holdings and not without them', () => {
    const two = (weights: number[]) => ({
      marketable: Float64Array.from(weights),
      illiquid: Float64Array.of(0, 0),
      equity: Float64Array.of(8, 9),
    });
    const shallow = { ...rules, depth: Float64Array.of(200, 200) };
    const shock = { marketable: Float64Array.of(-0.05, 0), illiquid: 0 };
    const apart = fireSales(two([100, 0, 0, 100]), shock, shallow);
    const common = fireSales(two([100, 0, 50, 50]), shock, shallow);
    expect(apart.equity[1]).toBe(9);
    expect(common.equity[1]!).toBeLessThan(9 - 0.05 * 50);
  });

  it('refuse limits out of order, negative holdings and shocks below −1', () => {
    const shock = { marketable: Float64Array.of(-0.1), illiquid: 0 };
    expect(() => fireSales(institution, shock, { ...rules, target: 13 })).toThrow(/target/);
    expect(() => fireSales({ ...institution, marketable: Float64Array.of(-1) }, shock, rules)).toThrow(
      RangeError,
    );
    expect(() => fireSales({ ...institution, equity: Float64Array.of(Number.NaN) }, shock, rules)).toThrow(
      RangeError,
    );
    expect(() => fireSales(institution, { ...shock, illiquid: -1.5 }, rules)).toThrow(RangeError);
    expect(() => fireSales(institution, { ...shock, marketable: new Float64Array(2) }, rules)).toThrow(
      RangeError,
    );
    expect(() => fireSales(institution, shock, { ...rules, depth: Float64Array.of(0) })).toThrow(RangeError);
  });
});

describe('liquidity-weighted overlaps', () => {
  it('are the shared holdings over their depth', () => {
    // Q = [[1, 2], [3, 0]], D = (1, 2): Ω = [[3, 3], [3, 9]], largest eigenvalue 6 + √18.
    const { overlaps, largestEigenvalue } = liquidityWeightedOverlaps(
      Float64Array.of(1, 2, 3, 0),
      Float64Array.of(1, 2),
    );
    expect([...overlaps]).toEqual([3, 3, 3, 9]);
    expect(largestEigenvalue).toBeCloseTo(6 + Math.sqrt(18), 12);
  });

  it('refuse another number of columns and a depth of 0', () => {
    expect(() => liquidityWeightedOverlaps(new Float64Array(3), Float64Array.of(1, 2))).toThrow(RangeError);
    expect(() => liquidityWeightedOverlaps(new Float64Array(2), Float64Array.of(1, 0))).toThrow(RangeError);
  });
});
