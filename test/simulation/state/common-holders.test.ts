import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { commonHolders } from '../../../src/simulation/sellers/common-holders.ts';
import { readCommonHolders } from '../../../src/simulation/state/common-holders.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

/** Returns of ± some percent in turn: their volatility is that percent. */
const swings = (id: string, percent: number) =>
  columnsOf(
    id,
    rowsUpTo(
      id,
      parseDay('2026-02-04'),
      Array.from({ length: 40 }, (_, t) => 100 * (1 + percent / 100) ** (t % 2)),
    ),
  );
const at = (columns: Parameters<typeof viewOf>[0]) => viewOf(columns, parseInstant('2026-02-05T14:00Z'));
const PRICES = { 'btc-usd': 7e4, 'gold-front': 4900, 'silver-front': 80, 'nasdaq-100': 24_000, sp500: 6800 };

describe('the state of common holders', () => {
  it('splits each kind of fund by its order of sale, and holds what the market does not trade', async () => {
    const state = await readCommonHolders(settingOf(at([]), { 'btc-usd': 7e4, 'gold-front': 4900 }));
    const theta = { ...midTheta(state.unknowns), 'common-holders.liquid-first': 0.25 };
    const { funds } = commonHolders.params.parse(state.params(theta));
    expect(funds.map(({ name }) => name)).toEqual([
      'multi-asset-proportional',
      'multi-asset-liquid-first',
      'hard-assets-proportional',
      'hard-assets-liquid-first',
    ]);
    const size = (k: number) => funds[k]!.holdings.reduce((sum, { usd }) => sum + usd, funds[k]!.other);
    const middle = Math.sqrt(1e11 * 1e12);
    expect(size(0) / middle).toBeCloseTo(0.75, 9);
    expect(size(1) / middle).toBeCloseTo(0.25, 9);
    // Of hard assets 0.4 is bitcoin and 0.4 gold; ether and silver are held and not sold.
    expect(funds[2]!.other / size(2)).toBeCloseTo(0.2, 9);
    expect(funds[0]!.trigger).toBeGreaterThan(funds[0]!.target);
  });

  it('tells what is sold first: what moves least for a given sale', async () => {
    const columns = [swings('btc-usd', 2), swings('gold-front', 1), swings('silver-front', 3)];
    const state = await readCommonHolders(settingOf(at(columns), PRICES));
    const { rows } = state.tables![0]!;
    // Y·σ/√V: gold 0.87·1 %/√141 bn, silver 0.87·3 %/√24 bn, bitcoin 2.8·2 %/√95 bn, middles of the priors.
    expect(rows.map(({ label }) => label)).toEqual(['gold-front', 'silver-front', 'btc-usd']);
    const [gold] = rows;
    // σ 1 % up and down in turn is ln-free: about 0.00995; Y = √(0.5·1.5), V = √(80·250) bn; I = Yσ√(1/V).
    expect(gold!.values[0]!.value).toBeCloseTo(0.00995, 4);
    expect(gold!.values[1]!.value / gold!.values[0]!.value).toBeCloseTo(
      Math.sqrt(0.75) * Math.sqrt(1 / Math.sqrt(80 * 250)),
      9,
    );
    expect(rows.reduce((sum, { values }) => sum + values[2]!.value, 0)).toBeCloseTo(1, 12);
  });

  it('is nothing where none of its assets is traded', async () => {
    const state = await readCommonHolders(settingOf(at([]), { 'doge-usd': 0.1 }));
    expect([state.params({}), state.unknowns, state.tables]).toEqual([null, [], undefined]);
  });
});

describeWithPack('the order of sale in the pack', () => {
  it('puts gold before silver and bitcoin on 12 February 2026', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-12T14:00Z'));
    const state = await readCommonHolders(settingOf(view, PRICES));
    const { rows } = state.tables![0]!;
    const rank = (id: string) => rows.findIndex(({ label }) => label === id);
    expect(rank('gold-front')).toBeLessThan(rank('silver-front'));
    expect(rank('gold-front')).toBeLessThan(rank('btc-usd'));
    expect(rank('sp500')).toBe(0);
  });
});
