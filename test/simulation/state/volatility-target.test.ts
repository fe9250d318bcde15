import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { volatilityTarget } from '../../../src/simulation/sellers/volatility-target.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { readVolatilityTarget } from '../../../src/simulation/state/volatility-target.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const TO = parseDay('2026-01-29');
/** Up and down by 1 percent in turn. */
const zigzag = (rows: number, size = 0.01) =>
  Float64Array.from({ length: rows }, (_, t) => 100 * (t % 2 === 0 ? 1 : 1 + size));

describe('the state of volatility-target funds', () => {
  it('forecasts volatility from the view and shares the money by index', async () => {
    const view = viewOf(
      [
        columnsOf('sp500', rowsUpTo('sp500', TO, zigzag(400))),
        columnsOf('gold-front', rowsUpTo('gold-front', TO, zigzag(400, 0.02))),
      ],
      parseInstant('2026-01-30T14:00Z'),
    );
    const state = await readVolatilityTarget(
      settingOf(view, { sp500: 100, 'gold-front': 100, 'btc-usd': 1 }),
    );
    const theta = midTheta(state.unknowns);
    const { programmes } = volatilityTarget.params.parse(state.params(theta));
    expect(programmes.map(({ name, holdings }) => [name, holdings.map(({ asset }) => asset)])).toEqual([
      ['sp500-controlled', ['sp500']],
      ['risk-parity', ['sp500', 'gold-front']],
    ]);
    // Returns of +1 % and −1/1.01 %: their root mean square, whatever the weights, lies between the two.
    expect(programmes[0]!.holdings[0]!.volatility).toBeGreaterThan(0.0099);
    expect(programmes[0]!.holdings[0]!.volatility).toBeLessThan(0.01);
    expect(programmes[0]!.assets).toBeCloseTo(0.85 * theta['volatility-target.assets']!, 0);
    expect(
      state.readings.every(({ how, inputs }) => how === 'measured' && inputs[0]!.date === '2026-01-29'),
    ).toBe(true);
    expect(state.missing).toEqual([]);
  });

  it('says what is missing and sells nothing without it', async () => {
    const empty = viewOf([], parseInstant('2026-01-30'));
    const state = await readVolatilityTarget(settingOf(empty, { sp500: 100, 'btc-usd': 1 }));
    expect([state.params({}), state.missing, state.unknowns]).toEqual([null, ['sp500'], []]);
    const short = viewOf([columnsOf('sp500', rowsUpTo('sp500', TO, zigzag(30)))], parseInstant('2026-01-30'));
    expect((await readVolatilityTarget(settingOf(short, { sp500: 100 }))).params({})).toBeNull();
  });

  it('does not know what comes later', async () => {
    const rows = rowsUpTo('sp500', TO, zigzag(400));
    const later = [...rows, { date: TO + 1, value: 50 }];
    const of = async (known: typeof rows) => {
      const view = viewOf([columnsOf('sp500', known)], parseInstant('2026-01-30T14:00Z'));
      const state = await readVolatilityTarget(settingOf(view, { sp500: 100 }));
      return state.params(midTheta(state.unknowns));
    };
    expect(await of(later)).toEqual(await of(rows));
  });
});

describeWithPack('the state of volatility-target funds on the pack', () => {
  it('has the volatility of the day before 10 October 2025', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-10-10T12:00Z'));
    const state = await readVolatilityTarget(
      settingOf(view, { sp500: 6735, 'nasdaq-100': 25_098, tlt: 90, 'gold-front': 3957 }),
    );
    const value = (asset: string) =>
      state.readings.find(({ name }) => name === `volatility-target.${asset}.volatility`)!.value;
    expect(value('sp500')).toBeGreaterThan(0.003);
    expect(value('sp500')).toBeLessThan(0.006);
    expect(state.params(midTheta(state.unknowns))!.programmes).toHaveLength(3);
  });
});
