import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { positionsClosed } from '../../../src/simulation/formulas/margin-hike.ts';
import { marginHike } from '../../../src/simulation/sellers/margin-hike.ts';
import { readMarginHike } from '../../../src/simulation/state/margin-hike.ts';
import { readScheduledFlow } from '../../../src/simulation/state/scheduled-flow.ts';
import { midTheta } from '../../../src/simulation/state/unknown.ts';
import { columnsOf, viewOf } from '../../diagnosis/scan/synthetic.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { settingOf } from './setting.ts';

const COUNT = columnsOf('cot-silver-open-interest', [{ date: parseDay('2026-01-06'), value: 150_000 }]);
const stateAt = (instant: string, columns = [COUNT]) =>
  readMarginHike(settingOf(viewOf(columns, parseInstant(instant)), { 'silver-front': 80, 'btc-usd': 1 }));

describe('the state of a margin hike', () => {
  it('knows the hike of 30 January 2026 on the Monday on which it takes effect', async () => {
    const state = await stateAt('2026-02-02T14:00Z');
    const { hikes } = marginHike.params.parse(state.params(midTheta(state.unknowns)));
    // 17:00 in New York is 22:00 UTC: eight hours; 150,000 × 5,000 oz × 80 dollars = 60 billion.
    expect(hikes).toHaveLength(1);
    expect(hikes[0]).toMatchObject({
      asset: 'silver-front',
      before: 0.11,
      after: 0.15,
      effective: 480,
      openInterest: 60e9,
    });
    expect(state.readings.map(({ how }) => how)).toEqual(['measured', 'prior']);
  });

  it('does not know a notice before it is out, nor one that has taken effect or comes too late', async () => {
    for (const instant of [
      '2026-01-30T14:00Z',
      '2026-01-30T23:00Z',
      '2026-02-03T14:00Z',
      '2026-01-31T05:00Z',
    ]) {
      const state = await stateAt(instant);
      const hikes = state.params(midTheta(state.unknowns))?.hikes ?? [];
      expect([instant, hikes.map(({ after }) => after)]).toEqual([instant, []]);
    }
    expect(
      (await stateAt('2026-02-06T14:00Z')).params({ 'margin-hike.unfunded': 0.1 })!.hikes[0]!.after,
    ).toBe(0.18);
  });

  it('names the count that it lacks and sells nothing without it', async () => {
    const state = await stateAt('2026-02-02T14:00Z', []);
    expect([state.params({}), state.missing]).toEqual([null, ['cot-silver-open-interest']]);
  });
});

describe('the state of a scheduled flow', () => {
  it('is empty until the user states one', async () => {
    const state = await readScheduledFlow(settingOf(viewOf([], 0), { 'btc-usd': 1 }));
    expect([state.params({}), state.readings, state.unknowns, state.missing]).toEqual([null, [], [], []]);
  });
});

describeWithPack('the margin hike of 2 February 2026 on the pack', () => {
  it('calls for billions on gold and silver', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-02T14:00Z'));
    const last = async (id: string) => (await view.series(id)).values.at(-1)!;
    const prices = { 'gold-front': await last('gold-front'), 'silver-front': await last('silver-front') };
    const state = await readMarginHike(settingOf(view, prices));
    const { hikes } = state.params(midTheta(state.unknowns))!;
    expect(hikes.map(({ asset }) => asset)).toEqual(['gold-front', 'silver-front']);
    for (const { openInterest, before, after, unfunded } of hikes) {
      const closed = positionsClosed(openInterest, before, after, unfunded);
      expect(openInterest).toBeGreaterThan(3e10);
      expect(closed).toBeGreaterThan(0);
    }
  });
});
