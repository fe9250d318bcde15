import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { cascade } from '../../../src/simulation/cascade/cascade.ts';
import { CASCADE_DEFAULTS, type CascadeOptions } from '../../../src/simulation/cascade/options.ts';
import { runJob } from '../../../src/simulation/engine/job.ts';
import { columnsOf, rowsUpTo, viewOf } from '../../diagnosis/scan/synthetic.ts';

const HOUR = 3_600_000;
const START = parseInstant('2026-02-06T01:00Z');
const DAY = Math.floor(START / (24 * HOUR));

/** Hourly closes, known five minutes after the hour. */
function hourly(hoursBefore: readonly number[], priceOf: (hour: number) => number): ObservationColumns {
  const times = hoursBefore.map((hour) => START - hour * HOUR);
  return {
    series: 'btc-usd-1h',
    source: 'test:a',
    dates: Int32Array.from(times, (time) => Math.floor((time - 1) / (24 * HOUR))),
    times: Float64Array.from(times),
    values: Float64Array.from(hoursBefore, priceOf),
    knownAt: Float64Array.from(times, (time) => time + 300_000),
    flags: new Uint16Array(times.length),
    rules: new Uint8Array(times.length),
  };
}

const days = columnsOf(
  'btc-usd',
  rowsUpTo(
    'btc-usd',
    DAY - 1,
    Array.from({ length: 300 }, (_, k) => 60_000 * (1 + 0.02 * Math.sin(k))),
  ),
);

function ask(
  columns: readonly ObservationColumns[],
  sellers?: readonly string[],
  change: Partial<CascadeOptions> = {},
) {
  const view = viewOf(columns, START);
  const options = {
    ...CASCADE_DEFAULTS,
    shock: { 'btc-usd': -0.05 },
    assets: ['btc-usd'],
    sellers,
    paths: 4,
    draws: 2,
    over: 30,
    horizonMinutes: 60,
    calibration: 'prior',
    ...change,
  };
  return cascade(view, options, async (jobs) => jobs.map((job) => runJob(job)));
}

describe('the hours before a cascade', () => {
  const hours = Array.from({ length: 60 }, (_, k) => 60 - k).filter((hour) => hour !== 7);

  it('are the last closes of forty hours that were known; a missing hour is left out', async () => {
    // The close of the hour that ends at the start is known five minutes later.
    const { falls } = await ask([days, hourly([...hours, 0], (hour) => 60_000 + hour)], []);
    const { past } = falls[0]!;
    expect(past!.minutes).toEqual(hours.filter((hour) => hour <= 40).map((hour) => -60 * hour));
    // At midnight the daily close is as late as the hourly one, which stands first.
    expect(past!.prices).toEqual(hours.filter((hour) => hour <= 40).map((hour) => 60_000 + hour));
  });

  it('are one price a day where nothing finer is known', async () => {
    const { past } = (await ask([days], [])).falls[0]!;
    expect(past!.minutes).toEqual([-25 * 60, -60]);
  });
});

describe('a cascade without any seller', () => {
  it('forces nothing, falls by the shock alone when there is no chance, and its paths are those without sellers', async () => {
    const { falls, forced, causes, parameters } = await ask([days], []);
    expect(parameters.sellers).toEqual([]);
    expect(forced.total.value).toBe(0);
    expect(causes[0]!.shock.value).toBeCloseTo(0.05, 12);
    expect(causes[0]!.whole.value).toBeCloseTo(0.05, 12);
    const { alone, quantiles } = falls[0]!.fan;
    expect(alone).toEqual(quantiles[2]!.prices);
  });
});

describe('a rung of a ladder', () => {
  it('adds what is sold down to it and not down to the rung before, where both are of one draw', async () => {
    const { ladders } = await ask([days], ['stop-orders']);
    for (const { added, bySeller } of ladders[0]!.rungs) {
      // Median of two draws is their mean, which is what the parts by seller are.
      const parts = Object.values(bySeller).reduce((sum, usd) => sum + usd, 0);
      expect(added!.value).toBeCloseTo(parts, 0);
      expect(added!.band!.low).toBeLessThanOrEqual(added!.value!);
      expect(added!.band!.high).toBeGreaterThanOrEqual(added!.value!);
    }
  });
});

describe('a cascade without the causes', () => {
  it('is the same in everything else, and says in its parameters and in its ids that they are left out', async () => {
    const [whole, without] = [await ask([days], undefined), await ask([days], undefined, { causes: 'none' })];
    expect(whole.causes[0]!.sellers.length).toBeGreaterThan(3);
    expect(whole.parameters).not.toHaveProperty('causes');
    expect(without.parameters.causes).toBe('none');
    expect(without.falls[0]!.low.id).toContain('causes=none');
    const { causes: _, ...parameters } = without.parameters;
    const same = { ...without, causes: whole.causes, parameters };
    const text = JSON.stringify(same).replaceAll(';causes=none', '');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(whole)));
  });
});
