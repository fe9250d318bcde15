import { describe, expect, it } from 'vitest';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { LOANS } from '../../../src/diagnosis/explain/flows/defi/loans.ts';
import { collateralLoans } from '../../../src/simulation/sellers/collateral-loans.ts';
import { readCollateralLoans } from '../../../src/simulation/state/collateral-loans.ts';
import { viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { daily, emptyView, settingOf, stateOf, thetaAt } from './threshold-setting.ts';

const INSTANT = parseInstant('2026-02-06T12:00Z');

describe('what collateral loans start from', () => {
  it('takes what is borrowed from the value locked', async () => {
    const view = viewOf([daily('defi-tvl', '2026-02-04', [2e11, 1.8e11])], INSTANT);
    const state = await readCollateralLoans(settingOf(view));
    const { pools } = collateralLoans.params.parse(state.params(thetaAt(state, 0.5)));
    // 180 bn · 0.15 borrowed · 0.4 in dollars against volatile coins · 0.3 bitcoin, 0.6 ether
    expect(pools.map(({ asset, debt }) => [asset, Math.round(debt / 1e6)])).toEqual([
      ['btc-usd', 3240],
      ['eth-usd', 6480],
    ]);
    expect(state.readings.map(({ how, value }) => [how, Math.round(value / 1e6)])).toEqual([
      ['proxy', 3240],
      ['proxy', 6480],
    ]);
    const [{ bands }] = pools as [(typeof pools)[number]];
    expect(bands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // half of the debt below the median excess: the geometric middle of 0.4 and 1.5
    const median = Math.sqrt(0.4 * 1.5);
    const below = bands.reduce((sum, { health, share }) => sum + (health - 1 < median ? share : 0), 0);
    expect(Math.abs(below - 0.5)).toBeLessThan(0.06);
  });

  it('takes imported loans as they are', async () => {
    const date = parseDay('2026-02-05');
    const row = (collateral: string, amount: number, debt: number) => ({
      date,
      time: endOfDay(date),
      knownAt: endOfDay(date),
      cells: {
        protocol: 'aave',
        collateral,
        collateral_amount: amount,
        debt_usd: debt,
        liquidation_threshold: 0.8,
      },
    });
    // ETH at 2,000: health 10·2,000·0.8/12,800 = 1.25, 20·2,000·0.8/12,800 = 2.5, 1·2,000·0.8/3,200 = 0.5 (due), and one far from it
    const rows = [row('ETH', 10, 12_800), row('eth', 20, 12_800), row('ETH', 1, 3200), row('ETH', 100, 3200)];
    const view = memoryView([], INSTANT, {
      entry: entryOf,
      tables: [{ table: LOANS, source: 'test:a', rows }],
    });
    const state = await readCollateralLoans(settingOf(view));
    const eth = state.params(thetaAt(state, 0.5))!.pools.find(({ asset }) => asset === 'eth-usd')!;
    expect(eth.debt).toBe(32_000);
    expect(eth.bands).toEqual([
      { health: 1, share: 0.1 },
      { health: expect.closeTo(1.25, 9), share: 0.4 },
      { health: expect.closeTo(2.5, 9), share: 0.4 },
    ]);
    expect(state.readings.find(({ name }) => name.includes('eth'))!.how).toBe('measured');
  });

  it('falls back to priors and says so where nothing is known', async () => {
    const state = await readCollateralLoans(settingOf(emptyView(INSTANT)));
    expect(state.missing).toEqual(['defi-tvl']);
    expect(state.readings.every(({ how }) => how === 'prior')).toBe(true);
    for (const u of [0, 0.5, 1]) collateralLoans.params.parse(state.params(thetaAt(state, u)));
    const none = await readCollateralLoans(settingOf(emptyView(INSTANT), []));
    expect([none.params({}), none.unknowns]).toEqual([null, []]);
  });
});

describeWithPack('collateral loans on the real data', () => {
  it('are scaled by the value locked on 2025-10-10', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-10-10T20:50Z'));
    const { market, state, theta } = await stateOf(view, readCollateralLoans);
    expect(state.missing).toEqual([]);
    // 321.785 bn locked on the 9th · 0.15 borrowed · 0.4 against volatile coins · 0.3, 0.6 and 0.1
    expect(state.readings.map(({ how, value }) => [how, Math.round(value / 1e6)])).toEqual([
      ['proxy', 5792],
      ['proxy', 11_584],
      ['proxy', 1931],
    ]);
    for (const u of [0, 0.5, 1]) {
      const params = collateralLoans.params.parse(state.params(theta(u)));
      const rungs = collateralLoans.plan(params, market.spec(theta(u))).ladder!();
      const near = rungs.reduce((sum, { at, usd }) => sum + (at > Math.log(0.85) ? usd : 0), 0);
      expect(near).toBeGreaterThan(1e8);
      expect(near).toBeLessThan(2e9);
    }
  });
});
