import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import { stopOrders } from '../../../src/simulation/sellers/stop-orders.ts';
import { readStopOrders } from '../../../src/simulation/state/stop-orders.ts';
import { later, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { ASSETS, daily, emptyView, settingOf, stateOf, thetaAt } from './threshold-setting.ts';

const INSTANT = parseInstant('2026-02-06T12:00Z');
/** 400 days at 70,000, with a low of 64,000 twenty days back and one of 65,500 three days back; the price of the start is 66,000. */
const CLOSES = Array.from({ length: 400 }, (_, k) => (k === 380 ? 64_000 : k === 397 ? 65_500 : 70_000));
const COLUMNS = [daily('btc-usd', '2026-02-05', CLOSES)];

describe('what stop orders start from', () => {
  it('has the lows of the past, and knows what the price has swept', async () => {
    const state = await readStopOrders(settingOf(viewOf(COLUMNS, INSTANT), ASSETS.slice(0, 1)));
    const lows = state.readings.filter(({ name }) => name.includes('.low-'));
    expect(lows.map(({ value }) => value)).toEqual([65_500, 64_000, 64_000, 64_000]);
    const params = stopOrders.params.parse(state.params(thetaAt(state, 0.5)));
    const [holder] = params.holders;
    expect(holder!.pastLows.map(({ at }) => 66_000 * Math.exp(at))).toEqual([
      expect.closeTo(65_500, 6),
      expect.closeTo(64_000, 6),
    ]);
    expect(66_000 * Math.exp(holder!.swept.at)).toBeCloseTo(65_500, 6);
    // the books share what there is: geometric middle of 0.5 % and 10 % of that of 60 and 150 bn
    const whole = params.holders.reduce((sum, { usd }) => sum + usd, 0);
    expect(whole / (Math.sqrt(0.005 * 0.1) * Math.sqrt(6e10 * 1.5e11))).toBeCloseTo(1, 9);
  });

  it('leaves out a low that the price has gone below', async () => {
    const setting = settingOf(viewOf(COLUMNS, INSTANT), [{ ...ASSETS[0]!, price: 64_500 }]);
    const state = await readStopOrders(setting);
    const { holders } = state.params(thetaAt(state, 0.5))!;
    expect(holders[0]!.pastLows).toHaveLength(1);
    expect(holders[0]!.swept.at).toBe(0);
  });

  it('falls back to priors and says so where nothing is known', async () => {
    const state = await readStopOrders(settingOf(emptyView(INSTANT)));
    expect(state.missing).toEqual(['btc-usd', 'eth-usd', 'gold-front', 'usd-jpy']);
    expect(state.readings.every(({ how }) => how === 'prior')).toBe(true);
    for (const u of [0, 0.5, 1]) stopOrders.params.parse(state.params(thetaAt(state, u)));
    const none = await readStopOrders(settingOf(emptyView(INSTANT), []));
    expect([none.params({}), none.unknowns]).toEqual([null, []]);
  });

  it('reads nothing that was not known yet', async () => {
    const cut = parseInstant('2026-01-20T12:00Z');
    const read = async (how: 'alter' | 'remove') => {
      const state = await readStopOrders(settingOf(viewOf([later(COLUMNS[0]!, cut, how)], cut)));
      return [state.readings, state.params(thetaAt(state, 0.3))];
    };
    expect(await read('alter')).toEqual(await read('remove'));
  });
});

describeWithPack('stop orders on the real data', () => {
  it('cluster below 60,000 on 2026-02-05, where the seller gives dollars by level', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-05T12:00Z'));
    const { market, state, theta } = await stateOf(view, readStopOrders);
    const spec = market.spec(theta(0.5));
    const params = stopOrders.params.parse(state.params(theta(0.5)));
    const rungs = stopOrders.plan(params, spec).ladder!();
    const btc = spec.assets.findIndex(({ id }) => id === 'btc-usd');
    const { price, books } = spec.assets[btc]!;
    const first = spec.assets.slice(0, btc).reduce((sum, one) => sum + one.books.length, 0);
    const between = (low: number, high: number) =>
      rungs
        .filter(({ book }) => book >= first && book < first + books.length)
        .map(({ at, usd }) => ({ level: price * Math.exp(at), usd }))
        .filter(({ level }) => level <= high && level > low)
        .reduce((sum, { usd }) => sum + usd, 0);
    expect(price).toBeGreaterThan(60_000);
    expect(between(59_000, 60_000)).toBeGreaterThan(2 * between(58_000, 59_000));
    expect(state.missing).toEqual([]);
    const low = (days: number) =>
      state.readings.find(({ name }) => name === `stop-orders.btc-usd.low-${days}d`);
    // least low of the hourly bars of Binance to 12:00 UTC, by csv and min(); the day itself went on to 62,345
    for (const days of [7, 30, 91, 365]) expect(low(days)!.value).toBe(69_922);
  });
});
