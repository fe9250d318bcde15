import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { fundRedemptions } from '../../../src/simulation/sellers/fund-redemptions.ts';
import { readFundRedemptions } from '../../../src/simulation/state/fund-redemptions.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { settingOf } from './setting.ts';

const at = (columns: Parameters<typeof viewOf>[0] = []) => viewOf(columns, parseInstant('2026-01-30T22:00Z'));

describe('the state of redeeming funds', () => {
  it('has funds on what the market trades, with the return of the last session', async () => {
    const sp500 = columnsOf('sp500', rowsUpTo('sp500', parseDay('2026-01-30'), [7000, 6930]));
    const state = await readFundRedemptions(settingOf(at([sp500]), { sp500: 6930, 'gold-front': 5000 }));
    const { funds } = fundRedemptions.params.parse(state.params(midTheta(state.unknowns)));
    expect(funds.map(({ name }) => name)).toEqual(['equity', 'gold']);
    expect(funds[0]!.holdings).toEqual([
      // Geometric middle of 5 and 10 trillion, four fifths of it; 6930/7000 − 1 = −1 %.
      {
        asset: 'sp500',
        usd: expect.closeTo(0.8 * Math.sqrt(50) * 1e12, -3),
        lastReturn: expect.closeTo(Math.log(0.99), 12),
      },
    ]);
    expect(funds[1]!.holdings[0]!.lastReturn).toBe(0);
  });

  it('tells each unknown with its range and source, once', async () => {
    const state = await readFundRedemptions(settingOf(at(), { sp500: 6930, 'silver-front': 80 }));
    expect(state.unknowns.map(({ name }) => name)).toEqual([
      'fund-redemptions.equity.assets',
      'fund-redemptions.equity.sensitivity',
      'fund-redemptions.silver.assets',
      'fund-redemptions.silver.sensitivity',
      'fund-redemptions.threshold',
      'fund-redemptions.convexity',
    ]);
    expect(state.readings).toHaveLength(state.unknowns.length);
    expect(state.unknowns.every(({ low, high, source }) => low < high && source.length > 10)).toBe(true);
    const nothing = await readFundRedemptions(settingOf(at(), { 'btc-usd': 6e4 }));
    expect([nothing.params({}), nothing.unknowns]).toEqual([null, []]);
  });
});
