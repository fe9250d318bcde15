import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { etfFlows } from '../../../src/simulation/sellers/etf-flows.ts';
import { readEtfFlows } from '../../../src/simulation/state/etf-flows.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** Coins that the two trusts of Grayscale had stated on 31 July 2024, from which they are counted. */
const STATED = 10 * 26_935.84;

/** 300 sessions in which one fund gets 0.05 of its assets times the return of the session before, and some noise. */
function market() {
  const noise = normals(300, 5);
  const returns = normals(300, 6).map((z) => 0.02 * z);
  const sessions = rowsUpTo('btc-etf-flow-total', TO, new Float64Array(300));
  let [price, coins] = [50_000, 1e6 + STATED];
  const closes: number[] = [];
  const flows = Array.from(returns, (r, t) => {
    if (t > 0) price *= 1 + r;
    closes.push(price);
    const share = t === 0 ? 0 : 0.05 * returns[t - 1]! + 1e-4 * noise[t]!;
    const usd = (t === 0 ? 1e6 : share * coins) * price;
    if (t > 0) coins += usd / price;
    return usd;
  });
  const on = (id: string, values: readonly number[]) =>
    columnsOf(
      id,
      sessions.map(({ date }, t) => ({ date, value: values[t]! })),
    );
  const funds = ['ibit', ...'fbtc bitb arkb btco ezbc brrr hodl btcw msbt gbtc btc'.split(' ')].map(
    (fund, k) =>
      on(
        `btc-etf-flow-${fund}`,
        flows.map((usd) => (k === 0 ? usd : 0)),
      ),
  );
  return { columns: [on('btc-etf-flow-total', flows), on('btc-usd', closes), ...funds], coins };
}

describe('the state of spot funds', () => {
  it('finds the elasticity again, and the coins by their flows', async () => {
    const { columns, coins } = market();
    const state = await readEtfFlows(settingOf(viewOf(columns, INSTANT), { 'btc-usd': 60_000 }));
    const [assets, elasticity] = state.unknowns;
    expect(Math.sqrt(assets!.low * assets!.high) / (coins * 60_000)).toBeCloseTo(1, 6);
    // The flow is set against the assets of the session before, so that noise and revaluation leave a little.
    expect(elasticity!.low).toBeLessThan(0.05);
    expect(elasticity!.high).toBeGreaterThan(0.05);
    expect(elasticity!.high - elasticity!.low).toBeLessThan(0.01);
    expect(state.readings.map(({ how }) => how)).toEqual(['proxy', 'measured']);
    const { funds } = etfFlows.params.parse(state.params(midTheta(state.unknowns)));
    expect(funds[0]!.lastReturn).not.toBe(0);
  });

  it('uses nothing that becomes known later', async () => {
    const { columns } = market();
    const at = parseInstant('2026-01-12T21:00Z');
    const read = async (how?: 'alter' | 'remove' | 'withdraw') => {
      const known = how ? columns.map((c) => later(c, at, how)) : columns;
      const state = await readEtfFlows(settingOf(viewOf(known, at), { 'btc-usd': 60_000 }));
      return JSON.stringify([state.params(midTheta(state.unknowns)), state.unknowns, state.readings]);
    };
    const before = await read();
    for (const how of ['alter', 'remove', 'withdraw'] as const) expect(await read(how)).toBe(before);
  });

  it('falls back to priors without data, and to nothing before there were funds', async () => {
    const read = (instant: string) =>
      readEtfFlows(
        settingOf(viewOf([], parseInstant(instant)), { 'btc-usd': 6e4, 'eth-usd': 3e3, sp500: 6e3 }),
      );
    const bare = await read('2026-01-12T21:00Z');
    expect(bare.readings.map(({ how }) => how)).toEqual(['prior', 'prior', 'prior', 'prior']);
    expect(bare.missing).toContain('btc-etf-flow-total');
    expect(etfFlows.params.parse(bare.params(midTheta(bare.unknowns))).funds).toHaveLength(2);
    const early = await read('2024-03-01');
    expect(early.params(midTheta(early.unknowns))!.funds.map(({ asset }) => asset)).toEqual(['btc-usd']);
    expect((await read('2023-03-01')).params({})).toBeNull();
  });
});

describeWithPack('the state of spot funds in the pack', () => {
  it('has the bitcoin funds near what they stated, and a flow that follows the return', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-10-10T20:00Z'));
    const state = await readEtfFlows(settingOf(view, { 'btc-usd': 117_000, 'eth-usd': 4_100 }));
    const { funds } = state.params(midTheta(state.unknowns))!;
    // numpy.linalg.lstsq on the files of the pack, 250 sessions to 9 October, coins counted fund by fund.
    expect(funds[0]!.usd / 159_816_303_175.98).toBeCloseTo(1, 9);
    expect(funds[0]!.elasticity).toBeCloseTo(0.07260819, 7);
    const [btc, eth] = funds.map(({ usd }) => usd);
    // SoSoValue and the press, October 2025: bitcoin funds about 160 billion, ether funds about 28 billion dollars.
    expect(Math.abs(btc! / 1.6e11 - 1)).toBeLessThan(0.15);
    expect(Math.abs(eth! / 2.8e10 - 1)).toBeLessThan(0.2);
    expect(funds[1]!.elasticity).toBeGreaterThan(0.02);
    expect(funds[1]!.elasticity).toBeLessThan(0.15);
  });
});
