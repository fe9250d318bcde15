import type { ObservationColumns } from '../../../src/data/observation.ts';
import type { SeriesEntry } from '../../../src/data/series/entry.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { MS_PER_DAY, parseDay } from '../../../src/data/time.ts';
import type { Unit } from '../../../src/data/unit.ts';
import type { View } from '../../../src/data/view.ts';
import type { DerivedEntry } from '../../../src/measures/derived/index.ts';

const words = (text: string) => ({ 'zh-Hans': text, 'zh-Hant': text, en: text });

/** A made-up series that ends with its UTC day. */
export function seriesEntry(id: string, unit: Unit, more: Partial<SeriesEntry> = {}): SeriesEntry {
  return {
    id,
    title: words(id),
    assetClass: 'metals',
    unit,
    frequency: 'daily',
    calendar: 'utc',
    release: { kind: 'at-close' },
    transform: 'price',
    revised: false,
    sources: [{ provider: 'test', symbol: id, unit, licence: 'made up', redistribute: true }],
    ...more,
  };
}

export const ENTRIES = new Map(
  [
    seriesEntry('gold', 'usd-per-oz'),
    seriesEntry('silver', 'usd-per-oz'),
    seriesEntry('copper', 'usd-per-lb'),
    seriesEntry('assets', 'usd', { frequency: 'weekly', transform: 'level' }),
    seriesEntry('rate', 'fraction-per-year', { transform: 'yield' }),
    seriesEntry('prices', 'index', { frequency: 'monthly', transform: 'level' }),
    seriesEntry('mood', 'score', { transform: 'level' }),
    seriesEntry('slope', 'fraction-per-1e9-usd', { transform: 'level' }),
    seriesEntry('raw', 'usd-mn', { transform: 'level' }),
    seriesEntry('bars', 'usd', { frequency: 'intraday' }),
  ].map((entry) => [entry.id, entry]),
);

export function derivedEntry(
  id: string,
  formula: string,
  of: Record<string, string>,
  unit: Unit,
  more: Partial<DerivedEntry> = {},
): DerivedEntry {
  const text = words(id);
  return {
    id,
    title: text,
    of,
    formula,
    unit: unit as DerivedEntry['unit'],
    meaning: text,
    reading: text,
    source: 'definition',
    ...more,
  };
}

export interface Observed {
  readonly date: string;
  readonly value: number;
  /** Days after the end of the date. */
  readonly lag?: number;
  readonly flags?: number;
  readonly hour?: number;
}

/** Observations known so many days after their date has ended. */
export function observed(id: string, rows: readonly Observed[], source = `test:${id}`): ObservationColumns {
  const ends = rows.map(
    ({ date, hour }) => parseDay(date) * MS_PER_DAY + (hour === undefined ? MS_PER_DAY : hour * 3_600_000),
  );
  return {
    series: id,
    source,
    dates: Int32Array.from(rows, ({ date }) => parseDay(date)),
    times: Float64Array.from(ends),
    values: Float64Array.from(rows, ({ value }) => value),
    knownAt: Float64Array.from(rows, ({ lag = 0 }, i) => ends[i]! + lag * MS_PER_DAY),
    flags: Uint16Array.from(rows, ({ flags = 0 }) => flags),
    rules: new Uint8Array(rows.length),
  };
}

export const END_OF_TIME = Date.UTC(2100, 0, 1);

export function viewOf(rows: readonly ObservationColumns[], instant = END_OF_TIME): View {
  return memoryView(rows, instant, { entry: (id) => ENTRIES.get(id) });
}
