import { describe, expect, it } from 'vitest';
import { betaChanges } from '../../../../src/diagnosis/explain/havens/beta-changes.ts';
import { ROLE_RULE } from '../../../../src/diagnosis/explain/havens/role.ts';
import { planted } from './planted.ts';

/** Changes of a risk asset that becomes a hedge at row 400 of 700. */
function changed(alter: (asset: Float64Array, market: Float64Array) => void = () => {}) {
  const { asset, market } = planted(['risk-asset', 'hedge'], [400], 700, 21);
  alter(asset, market);
  return betaChanges(asset, market, ROLE_RULE)!;
}

describe('the breaks of the betas', () => {
  it('have a date and a most likely row inside the interval about them', () => {
    const [change, ...more] = changed();
    expect(more).toEqual([]);
    expect(Math.abs(change!.at - 400)).toBeLessThanOrEqual(10);
    for (const row of [change!.at, change!.start, 400]) {
      expect(row).toBeGreaterThanOrEqual(change!.low);
      expect(row).toBeLessThanOrEqual(change!.high);
    }
  });

  it('are not moved by a few days of no measure', () => {
    const [plain] = changed();
    const wild = changed((asset) => {
      for (const row of [150, 330, 385, 430, 600]) asset[row] = asset[row]! + (row % 2 === 0 ? 0.3 : -0.3);
    });
    expect(wild).toHaveLength(1);
    expect(Math.abs(wild[0]!.at - plain!.at)).toBeLessThanOrEqual(5);
  });

  it('are none where only the noise grows fourfold', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { asset, market } = planted(['diversifier'], [], 700, 60 + seed);
      const wild = asset.map((r, t) => (t < 350 ? r : 0.2 * market[t]! + 4 * (r - 0.2 * market[t]!)));
      expect(betaChanges(wild, market, ROLE_RULE)).toEqual([]);
    }
  });

  it('are known of an asset that follows the market without noise, and not of too few rows', () => {
    const { market } = planted(['hedge'], [], 500, 5);
    const twice = market.map((m, t) => (t < 250 ? 2 : -1) * m);
    expect(betaChanges(twice, market, ROLE_RULE)!.map(({ start }) => start)).toEqual([250]);
    expect(betaChanges(twice.subarray(0, 59), market.subarray(0, 59), ROLE_RULE)).toBeUndefined();
    expect(betaChanges(twice.subarray(0, 119), market.subarray(0, 119), ROLE_RULE)).toEqual([]);
    expect(betaChanges(new Float64Array(500), market, ROLE_RULE)).toBeUndefined();
  });
});
