import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { trendFollowers, trendTriggers } from '../../../src/simulation/sellers/trend-followers.ts';
import { readTrendFollowers } from '../../../src/simulation/state/trend-followers.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const TO = parseDay('2026-01-29');
const START = parseInstant('2026-01-30T14:00Z');
/** 1, 2, 3 …: the price k sessions before the next one is count + 1 − k. */
const stairs = (rows: number) => Float64Array.from({ length: rows }, (_, t) => t + 1);

async function stateOf(rows: number, counted = true) {
  const columns = [
    columnsOf('silver-front', rowsUpTo('silver-front', TO, stairs(rows))),
    columnsOf('btc-usd', rowsUpTo('btc-usd', TO, stairs(rows))),
  ];
  const cot = columnsOf('cot-silver-managed-money-long', [{ date: parseDay('2026-01-20'), value: 20_000 }]);
  const view = viewOf(counted ? [...columns, cot] : columns, START);
  return readTrendFollowers(settingOf(view, { 'silver-front': 400, 'btc-usd': 400 }));
}

describe('the state of trend followers', () => {
  it('takes the price so many sessions before the next close, and of the closes after it', async () => {
    const state = await stateOf(400);
    const { portfolios } = trendFollowers.params.parse(state.params(midTheta(state.unknowns)));
    const table = trendTriggers(portfolios[0]!, 400);
    expect(table.map(({ days, price }) => [days, Math.round(price * 1e6) / 1e6])).toEqual([
      [21, 380],
      [63, 338],
      [126, 275],
      [252, 149],
    ]);
    const { references } = portfolios[0]!.lookbacks[0]!;
    expect(references).toHaveLength(21);
    expect(400 * Math.exp(references[20]!)).toBeCloseTo(400, 9);
  });

  it('sizes silver by what managed money is long, bitcoin by assets, risk and volatility', async () => {
    const state = await stateOf(400);
    const theta = midTheta(state.unknowns);
    const [silver, bitcoin] = state.params(theta)!.portfolios;
    // 20,000 contracts of 5,000 ounces at 400 dollars, share 0.6.
    expect(silver!.size).toBeCloseTo(0.6 * 20_000 * 5000 * 400, 0);
    const sigma = state.readings.find(({ name }) => name === 'trend-followers.btc-usd.volatility')!.value;
    const expected =
      (theta['trend-followers.assets']! * theta['trend-followers.crypto-risk']!) / (sigma * Math.sqrt(252));
    expect(bitcoin!.size / expected).toBeCloseTo(1, 12);
    expect(state.readings.map(({ how }) => how)).toEqual(['measured', 'proxy', 'measured']);
  });

  it('falls back to priors without the count, and says which series it lacks', async () => {
    const state = await stateOf(400, false);
    expect(state.missing).toEqual(['cot-silver-managed-money-long']);
    expect(state.unknowns.map(({ name }) => name)).toContain('trend-followers.risk');
    expect(state.params(midTheta(state.unknowns))!.portfolios[0]!.size).toBeGreaterThan(0);
  });

  it('uses the look-backs that the history reaches', async () => {
    const state = await stateOf(100);
    const [silver] = state.params(midTheta(state.unknowns))!.portfolios;
    expect(silver!.lookbacks.map(({ days, weight }) => [days, weight])).toEqual([
      [21, 0.5],
      [63, 0.5],
    ]);
  });

  it('is nothing without history', async () => {
    const state = await readTrendFollowers(settingOf(viewOf([], START), { 'btc-usd': 1, 'gold-front': 1 }));
    expect(state.params({})).toBeNull();
    expect(state.missing).toEqual(['btc-usd', 'gold-front', 'cot-gold-managed-money-long']);
  });
});

describeWithPack('the trigger table of gold and silver on the pack', () => {
  it('lies under the prices of 29 January 2026 for every look-back', async () => {
    // Both metals had risen over one, three, six and twelve months: closes of 5,318.4 and 114.53 as of the evening of 29 January.
    const view = await (await openPack()).asOf(parseInstant('2026-01-30T13:00Z'));
    const metals = ['gold-front', 'silver-front'];
    const prices = Object.fromEntries(
      await Promise.all(metals.map(async (id) => [id, (await view.series(id)).values.at(-1)!] as const)),
    );
    const state = await readTrendFollowers(settingOf(view, prices));
    for (const portfolio of state.params(midTheta(state.unknowns))!.portfolios) {
      const table = trendTriggers(portfolio, prices[portfolio.asset]!);
      expect(table.map(({ signal }) => signal)).toEqual([1, 1, 1, 1]);
      expect(table.every(({ distance, usd }) => distance < 0 && usd > 0)).toBe(true);
    }
  });
});
