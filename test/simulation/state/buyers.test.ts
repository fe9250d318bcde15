import { describe, expect, it } from 'vitest';
import { parseInstant } from '../../../src/data/time.ts';
import { bargainHunters } from '../../../src/simulation/sellers/bargain-hunters.ts';
import { shortCovering } from '../../../src/simulation/sellers/short-covering.ts';
import { readBargainHunters } from '../../../src/simulation/state/bargain-hunters.ts';
import { readShortCovering } from '../../../src/simulation/state/short-covering.ts';
import { viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { ASSETS, daily, emptyView, settingOf, stateOf, thetaAt } from './threshold-setting.ts';

const INSTANT = parseInstant('2026-02-06T12:00Z');

describe('what bargain hunters start from', () => {
  it('has the mean price of a month as their anchor', async () => {
    const closes = [...Array.from({ length: 40 }, () => 90_000), ...Array.from({ length: 29 }, () => 72_600)];
    const view = viewOf([daily('btc-usd', '2026-02-05', closes)], INSTANT);
    const state = await readBargainHunters(settingOf(view, ASSETS.slice(0, 1)));
    // closes of the 30 days before noon of 6 February: 29 of 72,600 and one of 90,000
    const mean = (29 * 72_600 + 90_000) / 30;
    expect(state.readings.find(({ name }) => name.endsWith('.mean'))!.value).toBeCloseTo(mean, 6);
    const { buyers } = bargainHunters.params.parse(state.params(thetaAt(state, 1)));
    expect(buyers[0]!.anchor).toBeCloseTo(Math.log(mean / 66_000), 12);
    expect(bargainHunters.params.parse(state.params(thetaAt(state, 0))).buyers[0]!.anchor).toBe(0);
  });

  it('falls back to the price of the start and says so where nothing is known', async () => {
    const state = await readBargainHunters(settingOf(emptyView(INSTANT)));
    expect(state.missing).toEqual(['btc-usd', 'eth-usd', 'gold-front', 'usd-jpy']);
    for (const u of [0, 0.5, 1]) {
      const { buyers } = bargainHunters.params.parse(state.params(thetaAt(state, u)));
      expect(buyers.every(({ anchor }) => anchor === 0)).toBe(true);
    }
    const none = await readBargainHunters(settingOf(emptyView(INSTANT), []));
    expect([none.params({}), none.unknowns]).toEqual([null, []]);
  });
});

describe('what short covering starts from', () => {
  it('takes the shorts that the CFTC reports in units of the contract', async () => {
    const view = viewOf([daily('cot-gold-spec-short', '2026-01-27', [50_000])], INSTANT);
    const state = await readShortCovering(settingOf(view, [ASSETS[2]!]));
    const { shorts } = shortCovering.params.parse(state.params(thetaAt(state, 0.5)));
    // 50,000 contracts of 100 ounces at 5,000 dollars
    expect(shorts).toHaveLength(1);
    expect(shorts[0]!.interest).toBeCloseTo(50_000 * 100 * 5000, 3);
    expect(state.readings.map(({ how }) => how)).toEqual(['measured']);
    expect(state.unknowns.map(({ name }) => name)).not.toContain('short-covering.unhedged');
  });

  it('takes more shorts of perpetuals for outright where they pay for their position', async () => {
    const unhedged = async (rate: number) => {
      const view = viewOf([daily('btc-funding', '2026-02-05', [0.01, rate, rate, rate])], INSTANT);
      const state = await readShortCovering(settingOf(view, ASSETS.slice(0, 1)));
      return state.unknowns.find(({ name }) => name === 'short-covering.unhedged')!;
    };
    expect(await unhedged(-0.0001)).toMatchObject({ low: 0.3, high: 0.7 });
    expect(await unhedged(0.0001)).toMatchObject({ low: 0.1, high: 0.4 });
  });

  it('adds the coins sold short on margin to spot', async () => {
    const view = viewOf([daily('btc-margin-shorts', '2026-02-05', [300])], INSTANT);
    const state = await readShortCovering(settingOf(view, ASSETS.slice(0, 1)));
    const { shorts } = shortCovering.params.parse(state.params(thetaAt(state, 0.5)));
    expect(shorts.find(({ venue }) => venue === 'spot')).toMatchObject({ interest: 300 * 66_000, hedged: 0 });
  });

  it('falls back to priors and says so where nothing is known', async () => {
    const state = await readShortCovering(settingOf(emptyView(INSTANT)));
    expect(state.missing).toEqual([
      'btc-funding',
      'btc-open-interest',
      'btc-open-interest-binance',
      'btc-margin-shorts',
      'eth-open-interest-binance',
      'eth-margin-shorts',
      'cot-gold-spec-short',
      'cot-jpy-spec-short',
    ]);
    for (const u of [0, 0.5, 1]) shortCovering.params.parse(state.params(thetaAt(state, u)));
    const none = await readShortCovering(settingOf(emptyView(INSTANT), []));
    expect([none.params({}), none.unknowns]).toEqual([null, []]);
  });
});

describeWithPack('buyers on the real data', () => {
  it('have a plan in the market of 2026-02-05', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-05T12:00Z'));
    const hunters = await stateOf(view, readBargainHunters);
    const shorts = await stateOf(view, readShortCovering);
    for (const u of [0, 0.5, 1]) {
      const spec = hunters.market.spec(hunters.theta(u));
      bargainHunters.plan(bargainHunters.params.parse(hunters.state.params(hunters.theta(u))), spec);
      shortCovering.plan(shortCovering.params.parse(shorts.state.params(shorts.theta(u))), spec);
    }
    const interest = (asset: string) =>
      shorts.state.readings.find(({ name }) => name === `short-covering.${asset}.short-interest`)!.value;
    // CFTC of 2026-01-27, published on the 30th: 19,772 and 46,704 contracts; closes of 2026-02-04: 84.165 and 4,920.4
    expect(interest('silver-front') / (19_772 * 5000 * 84.165)).toBeCloseTo(1, 6);
    expect(interest('gold-front') / (46_704 * 100 * 4920.4)).toBeCloseTo(1, 6);
    expect(hunters.state.missing).toEqual([]);
  });
});
