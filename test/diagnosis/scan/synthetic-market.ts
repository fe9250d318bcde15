import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { calendar } from '../../../src/data/calendar.ts';
import { figureMaker } from '../../../src/data/figure.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../../src/data/series/release.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { type EpochDay, epochDay, type Instant } from '../../../src/data/time.ts';
import type { View } from '../../../src/data/view.ts';
import { BASKET, HEDGE_SERIES } from '../../../src/diagnosis/scan/basket.ts';

export const IDS: readonly string[] = [
  ...[...BASKET, ...HEDGE_SERIES].map(({ id }) => id),
  'sp500',
  'gold-front',
  'vix',
  'us-2y',
  'us-5y-market',
];

const FIRST: EpochDay = epochDay(2015, 1, 2);
export const LAST: EpochDay = epochDay(2016, 12, 30);

/** Moves of the last session by series, as fractions (spread and yield: in fractions a year); the others walk at random by ±1 %. */
export type LastDay = Readonly<Record<string, number>>;

/**
 * Every series of the diagnosis on New York sessions from 2015 to 2016: seeded random walks of 1 % a day (yields and spread 0.1 % points),
 * closes and release times by the catalogue, with given moves on the last session.
 */
export function syntheticColumns(lastDay: LastDay = {}, seed = 11): ObservationColumns[] {
  const sessions = calendar('new-york').sessions(FIRST, LAST);
  return IDS.map((id, i) => walk(id, sessions, seed * 1000 + i, lastDay[id]));
}

export function viewOf(columns: readonly ObservationColumns[], instant: Instant): View {
  return memoryView(columns, instant, { entry: entryOf });
}

export function figuresOf(view: View) {
  return figureMaker({
    verb: 'scan',
    instant: view.instant,
    dataVersion: view.dataVersion,
    parameters: {},
    simulated: view.simulated,
  });
}

function walk(id: string, sessions: Int32Array, seed: number, last: number | undefined): ObservationColumns {
  const entry = entryOf(id);
  if (!entry) throw new Error(`not in the catalogue: ${id}`);
  const random = xoroshiro128plus(seed);
  const price = entry.transform === 'price';
  const values = new Float64Array(sessions.length);
  let value = price ? 100 : 0.05;
  for (let t = 0; t < sessions.length; t++) {
    const step = 2 * uniformFloat64(random) - 1;
    const move = t === sessions.length - 1 && last !== undefined ? last : step * (price ? 0.02 : 0.001);
    value = price ? value * (1 + move) : value + move;
    values[t] = value;
  }
  const source = entry.sources[0];
  return {
    series: id,
    source: source ? `${source.provider}:${source.symbol}` : 'test',
    dates: sessions,
    times: Float64Array.from(sessions, (date) => timeOf(entry, date)),
    values,
    knownAt: Float64Array.from(sessions, (date) => releaseOf(entry, date)),
    flags: new Uint16Array(sessions.length),
    rules: new Uint8Array(sessions.length),
  };
}
