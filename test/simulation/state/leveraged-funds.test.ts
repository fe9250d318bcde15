import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { rebalancedAssets, requiredAssets } from '../../../src/simulation/formulas/leveraged-fund-claim.ts';
import { leveragedFunds } from '../../../src/simulation/sellers/leveraged-funds.ts';
import { KNOWN_FUNDS } from '../../../src/simulation/state/leveraged-funds/facts.ts';
import { readLeveragedFunds } from '../../../src/simulation/state/leveraged-funds.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const at = (instant: string, columns: Parameters<typeof viewOf>[0] = []) =>
  viewOf(columns, parseInstant(instant));

describe('the figures of leveraged funds', () => {
  it('stand in the order of their days, with a source', () => {
    for (const { facts, leverage } of KNOWN_FUNDS) {
      const days = facts.map(({ date }) => parseDay(date));
      expect(days.every((day, i) => day > 0 && (i === 0 || day > days[i - 1]!))).toBe(true);
      expect(facts.every(({ source, netAssets }) => source.length > 5 && netAssets > 1e8)).toBe(true);
      expect([0, 1]).not.toContain(leverage);
    }
  });
});

describe('the state of leveraged funds', () => {
  it('takes the last figure published by the start', async () => {
    const assetsOf = async (instant: string) => {
      const state = await readLeveragedFunds(settingOf(at(instant), { 'silver-front': 100 }));
      return state
        .params(midTheta(state.unknowns))!
        .funds.map(({ name, netAssets }) => [name, Math.round(netAssets / 1e7)]);
    };
    expect(await assetsOf('2026-01-30T14:00Z')).toEqual([['AGQ', 520]]);
    expect(await assetsOf('2026-02-02T14:00Z')).toEqual([['AGQ', 190]]);
    expect(await assetsOf('2026-01-29T14:00Z')).toEqual([['AGQ', 56]]);
  });

  it('carries a recent figure forward by the leveraged return of the index, from the session after', async () => {
    // BITX 1.34 billion on 18 December 2025; two days of +10 % afterwards: ·1.2².
    const columns = [columnsOf('btc-usd', rowsUpTo('btc-usd', parseDay('2025-12-20'), [90, 100, 110, 121]))];
    const state = await readLeveragedFunds(settingOf(at('2025-12-21T01:00Z', columns), { 'btc-usd': 121 }));
    const [fund] = state.params(midTheta(state.unknowns))!.funds;
    expect(fund!.netAssets / 1.34e9).toBeCloseTo(1.44, 9);
    expect(state.unknowns.map(({ name, low, high }) => [name, low, high])).toEqual([
      ['leveraged-funds.btc-usd.scale', 0.8, 1.25],
    ]);
  });

  it('doubts an old figure, and one published only later, more', async () => {
    const widthAt = async (instant: string) =>
      (await readLeveragedFunds(settingOf(at(instant), { 'btc-usd': 1 }))).unknowns[0]!.high;
    expect(await widthAt('2025-08-15')).toBe(1.25);
    expect(await widthAt('2025-09-20')).toBe(1.75);
    expect(await widthAt('2025-12-10')).toBe(3);
    expect(await widthAt('2024-01-10')).toBe(3);
  });

  it('is nothing where no fund is known', async () => {
    const state = await readLeveragedFunds(settingOf(at('2026-01-30'), { 'brent-front': 70 }));
    expect(state.params({})).toBeNull();
    expect([state.readings, state.unknowns]).toEqual([[], []]);
  });

  it('fits the parameters of the seller and scales with its unknown', async () => {
    const prices = { 'nasdaq-100': 25_000, sp500: 6900, semiconductors: 7000 };
    const state = await readLeveragedFunds(settingOf(at('2025-11-03'), prices));
    const theta = midTheta(state.unknowns);
    const { funds } = leveragedFunds.params.parse(state.params(theta));
    const doubled = state.params({ ...theta, 'leveraged-funds.sp500.scale': 2 })!.funds;
    expect(doubled.find(({ name }) => name === 'SPXL')!.netAssets).toBe(2 * 5.86e9);
    expect(state.readings).toHaveLength(funds.length);
    // JP Morgan, April 2025: all leveraged funds on US equities sell about 5 billion a percent, so ΣA·L(L − 1) ≈ 500 billion; those named
    // here are the larger part. 18 billion at −1.59 % takes 1,132 billion: more than twice that.
    const sum = rebalancedAssets(funds);
    expect(sum / 1e9).toBeGreaterThan(300);
    expect(sum / 1e9).toBeLessThan(500);
    expect(requiredAssets(18e9, -0.0159) / sum).toBeGreaterThan(2);
  });
});

describeWithPack('the state of leveraged funds on the pack', () => {
  it('is known before each of the four episodes', async () => {
    const store = await openPack();
    for (const instant of [
      '2025-10-10T12:00Z',
      '2025-11-20T12:00Z',
      '2026-01-30T12:00Z',
      '2026-02-05T12:00Z',
    ]) {
      const view = await store.asOf(parseInstant(instant));
      const prices = {
        'nasdaq-100': 1,
        sp500: 1,
        semiconductors: 1,
        'silver-front': 1,
        'gold-front': 1,
        'btc-usd': 1,
      };
      const state = await readLeveragedFunds(settingOf(view, prices));
      const { funds } = leveragedFunds.params.parse(state.params(midTheta(state.unknowns)));
      expect(funds).toHaveLength(10);
    }
  });
});
