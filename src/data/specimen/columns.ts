import { KNOWN_RULES, OBSERVATION_FLAGS, type ObservationColumns } from '../observation.ts';
import type { BarField, SeriesEntry } from '../series/entry.ts';
import { releaseOf, timeOf } from '../series/release.ts';
import { roundPlaces, roundSignificant } from './exact.ts';

const DIGITS = 6;
/** Yields and spreads are published in basis points. */
const YIELD_PLACES = 4;

/** When each row of a bar was true and known: shared by its columns. */
export interface Rows {
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly knownAt: Float64Array;
}

/** Rows of a daily series by its calendar and its release rule. */
export function dailyRows(entry: SeriesEntry, days: Int32Array): Rows {
  const times = new Float64Array(days.length);
  const knownAt = new Float64Array(days.length);
  for (let i = 0; i < days.length; i++) {
    times[i] = timeOf(entry, days[i] as number);
    knownAt[i] = releaseOf(entry, days[i] as number);
  }
  return { dates: days, times, knownAt };
}

/** One column of observations, rounded, every row flagged `simulated`. */
export function observations(
  entry: SeriesEntry,
  rows: Rows,
  values: Float64Array,
  field?: BarField,
): ObservationColumns {
  const series = field ? `${entry.id}.${field}` : entry.id;
  const places = entry.transform === 'yield' || entry.transform === 'spread';
  return {
    series,
    source: `specimen:${series}`,
    ...rows,
    values: values.map((x) => (places ? roundPlaces(x, YIELD_PLACES) : roundSignificant(x, DIGITS))),
    flags: new Uint16Array(values.length).fill(OBSERVATION_FLAGS.simulated),
    rules: new Uint8Array(values.length).fill(KNOWN_RULES.indexOf('release')),
  };
}
