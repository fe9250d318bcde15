import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { threeShocks } from '../../../../src/diagnosis/explain/drivers/shocks/three-shocks.ts';
import { trendFlow } from '../../../../src/diagnosis/explain/drivers/shocks/trend-flow.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, randomMarket, rowsUpTo } from '../../scan/synthetic.ts';
import { driversOf, expectNoLookAhead, expectTold } from './part-checks.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const PART = 'three-shocks';
const READ = threeShocks.series;

const ask = async (columns: readonly ObservationColumns[]) =>
  (await driversOf(columns, INSTANT, { part: PART })).parts.threeShocks!;

describe('what a trend follower trades', () => {
  it('is nothing on a steady rise, and a sale when the month’s trend turns', () => {
    const rise = Float64Array.from({ length: 400 }, (_, t) => 0.001 * t);
    const steady = trendFlow(rise);
    expect(steady.subarray(0, 253).every(Number.isNaN)).toBe(true);
    for (const flow of steady.subarray(253)) expect(flow).toBeCloseTo(0, 9);
    // A fall of 3 % lies below the price of 21 sessions before, above that of 63: one of three signs turns, from 1 to 1/3.
    const fallen = rise.map((level, t) => (t < 399 ? level : level - 0.03));
    const [before, after] = [0.001, Math.sqrt((60 * 0.001 ** 2 + 0.029 ** 2) / 61)];
    expect(trendFlow(fallen)[399]).toBeCloseTo((1 / 3 / after - 1 / before) * before, 9);
  });

  it('is not measured through a hole', () => {
    const walk = normals(500, 4).map((z) => 0.01 * z);
    walk[400] = Number.NaN;
    const flow = trendFlow(walk);
    expect(Number.isNaN(flow[400]!) && Number.isNaN(flow[401]!)).toBe(true);
    expect(Number.isFinite(flow[402]!)).toBe(true);
  });
});

describe('the three shocks', () => {
  it('measure a jump of the yen in its own deviations', async () => {
    // Steps of 1 % up and down in turn, and the dollar 3 % weaker in the last session: three deviations that tighten.
    let level = Math.log(150);
    const yen = Float64Array.from({ length: 700 }, (_, t) => {
      level += t === 699 ? -0.03 : t % 2 === 0 ? 0.01 : -0.01;
      return Math.exp(level);
    });
    const part = await ask([columnsOf('usd-jpy', rowsUpTo('spy', TO, yen)), ...steady()]);
    const carry = part.shocks.find(({ shock }) => shock === 'carry')!;
    expect(carry.largest).toMatchObject({ date: '2026-02-12' });
    expect(carry.largest!.z.value).toBeCloseTo(3, 9);
    expect(part.sessions[0]!.z[1]!.value).toBeCloseTo(3, 9);
    // (−1 + 1 − 1 + 1 + 3)/√5, the window’s first steps in turn.
    expect(Math.abs(carry.window.value! - 3 / Math.sqrt(5))).toBeLessThan(1e-9);
    expect(part.leading).toBe('carry');
    expect(part.shocks[0]!.window.why).toBe('the shock is not measured in every session of the window');
  });

  it('does not look ahead and does not depend on the order of the series', async () => {
    await expectNoLookAhead(randomMarket(READ, TO, 700, 9), parseInstant('2026-01-15T23:00Z'), PART);
  });

  it('takes the yield when it is known for the last session, else the fund as a proxy', async () => {
    const market = randomMarket(READ, TO, 700, 9);
    const of = async (columns: readonly ObservationColumns[]) => (await ask(columns)).shocks[0]!;
    expect(await of(market)).toMatchObject({
      series: ['shy-adjusted'],
      window: { flags: ['proxy', 'unproven'] },
    });
    const known = market.map((one) =>
      one.series === 'us-2y' ? { ...one, knownAt: one.knownAt.map(() => INSTANT - 1) } : one,
    );
    expect(await of(known)).toMatchObject({ series: ['us-2y'], window: { flags: ['unproven'] } });
  });

  it('are told in three languages, and say why for an empty view, one row, and a short history', async () => {
    await expectTold(randomMarket(READ, TO, 900, 2), INSTANT, PART, true);
    for (const rows of [0, 1, 100]) await expectTold(randomMarket(READ, TO, rows, 2), INSTANT, PART, false);
  });
});

/** A market whose dates the New York sessions are. */
function steady(): ObservationColumns[] {
  return [columnsOf('sp500', rowsUpTo('sp500', TO, new Float64Array(700).fill(100)))];
}

describeWithPack('the three shocks in the data pack', () => {
  it('are as numpy has them', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, { window: '5d', part: PART })).drivers!.parts.threeShocks!;
    expect(part).toMatchObject({ from: '2026-02-05', date: '2026-02-12', leading: 'carry' });
    // numpy on SHY_ADJCLOSE.csv and the closes of USDJPY on the sessions of SPY: log steps over the root mean square of the 250 before.
    expect(part.sessions[0]!.z[0]!.value).toBeCloseTo(-1.0777935778075234, 9);
    expect(part.sessions[1]!.z[1]!.value).toBeCloseTo(1.6744094475230165, 9);
  });
});
