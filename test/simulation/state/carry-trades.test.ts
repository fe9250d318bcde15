import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { carryTrades } from '../../../src/simulation/sellers/carry-trades.ts';
import { readCarryTrades } from '../../../src/simulation/state/carry-trades.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const at = (columns: Parameters<typeof viewOf>[0], instant = '2024-07-16T12:00Z') =>
  viewOf(columns, parseInstant(instant));
const PRICES = { 'nasdaq-100': 20_000, 'btc-usd': 65_000, 'jpy-usd': 1 / 160 };
/** Tuesday 9 July 2024, published on the Friday after. */
const SHORTS = columnsOf('cot-jpy-spec-short', [{ date: parseDay('2024-07-09'), value: 200_000 }]);

describe('the state of carry trades', () => {
  it('takes their scale from the short contracts of speculators', async () => {
    const state = await readCarryTrades(settingOf(at([SHORTS]), PRICES));
    // 200,000 contracts of 12.5 million yen at 160 yen a dollar: 15.625 billion dollars.
    const [size] = state.unknowns;
    expect([size!.low / 15.625e9, size!.high / 15.625e9]).toEqual([
      expect.closeTo(2, 12),
      expect.closeTo(16, 12),
    ]);
    expect(state.readings[0]!.how).toBe('proxy');
    expect(state.missing).toEqual([]);
    const later = await readCarryTrades(settingOf(at([SHORTS], '2024-10-16T12:00Z'), PRICES));
    expect(later.readings[0]!.how).toBe('prior');
    expect(later.missing).toEqual(['cot-jpy-spec-short']);
  });

  it('opens positions at the mean price of the last sessions', async () => {
    const yen = columnsOf('usd-jpy', rowsUpTo('usd-jpy', parseDay('2024-07-15'), [150, 160, 164]));
    const state = await readCarryTrades(settingOf(at([yen, SHORTS]), PRICES));
    const params = carryTrades.params.parse(state.params(midTheta(state.unknowns)));
    // Yen: mean of log(160/150), log(160/160), log(160/164).
    expect(params.fundingEntry).toBeCloseTo((Math.log(160 / 150) + Math.log(160 / 164)) / 3, 12);
    expect(params.positions.map(({ asset, entry }) => [asset, entry])).toEqual([
      ['nasdaq-100', 0],
      ['btc-usd', 0],
    ]);
  });

  it('is nothing without the yen or without anything to sell', async () => {
    for (const prices of [{ sp500: 6000 }, { 'jpy-usd': 0.0065 }]) {
      const state = await readCarryTrades(settingOf(at([SHORTS]), prices as Record<string, number>));
      expect([state.params({}), state.unknowns, state.readings]).toEqual([null, [], []]);
    }
  });
});

describeWithPack('the state of carry trades in the pack', () => {
  it('is as large before August 2024 as the BIS put it', async () => {
    const view = await (await openPack()).asOf(parseInstant('2024-07-16T12:00Z'));
    const state = await readCarryTrades(settingOf(view, PRICES));
    const [size] = state.unknowns;
    // BIS Bulletin 90: 250 billion dollars.
    expect(size!.low).toBeLessThan(2.5e11);
    expect(size!.high).toBeGreaterThan(2.5e11);
  });
});
