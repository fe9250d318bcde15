import type { Series } from '../data/observation.ts';
import { changes } from '../data/panel.ts';
import type { BarField, SeriesEntry } from '../data/series/entry.ts';
import type { EpochDay } from '../data/time.ts';
import type { View } from '../data/view.ts';
import { countAtMost } from '../math/sorted.ts';

/** One instrument as known at the instant: rows are its own sessions, ascending; bar columns stand beside the closes. */
export interface History {
  readonly id: string;
  readonly entry: SeriesEntry;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly flags: Uint16Array;
  readonly source: Uint8Array;
  readonly sources: readonly string[];
  /** Change from the row before, by the entry's transform; NaN in the first row and at a splice of sources. */
  readonly changes: Float64Array;
  /** Index of the latest row; −1 when there is none. */
  readonly last: number;
  /** NaN where the bar column has no value; absent when the series has no such column. */
  readonly high?: Float64Array;
  readonly low?: Float64Array;
  readonly volume?: Float64Array;
}

const FIELDS = ['high', 'low', 'volume'] as const satisfies readonly BarField[];

/** Histories of the ids, and of their bar columns, in one read; ids the view does not know are left out. */
export async function readHistories(
  view: View,
  ids: readonly string[],
): Promise<ReadonlyMap<string, History>> {
  const known = [...new Set(ids)].filter((id) => view.entry(id) !== undefined);
  const columns = known.flatMap((id) =>
    FIELDS.map((field) => `${id}.${field}`).filter((column) => view.entry(column) !== undefined),
  );
  const series = await view.seriesMany([...known, ...columns]);
  return new Map(known.map((id) => [id, historyOf(id, series)]));
}

function historyOf(id: string, all: ReadonlyMap<string, Series>): History {
  const main = all.get(id) as Series;
  const { entry, dates, times, values, flags, source, sources } = main;
  const bars = Object.fromEntries(
    FIELDS.map((field) => [field, all.get(`${id}.${field}`)] as const)
      .filter((pair): pair is [(typeof FIELDS)[number], Series] => (pair[1]?.times.length ?? 0) > 0)
      .map(([field, series]) => [field, beside(main, series)]),
  );
  return {
    id,
    entry,
    dates,
    times,
    values,
    flags,
    source,
    sources,
    changes: changes({ id, entry, values, times, source }),
    last: values.length - 1,
    ...bars,
  };
}

/** Values of a bar column at the times of the closes. */
export function beside(main: Pick<Series, 'times'>, column: Series): Float64Array {
  const out = new Float64Array(main.times.length).fill(Number.NaN);
  let at = 0;
  for (let row = 0; row < out.length; row++) {
    while (at < column.times.length && column.times[at]! < main.times[row]!) at++;
    if (column.times[at] === main.times[row]) out[row] = column.values[at]!;
  }
  return out;
}

/** Last row whose date is at or before `day`; −1 when there is none. */
export function rowAtOrBefore(dates: Int32Array, day: EpochDay): number {
  return countAtMost(dates, day) - 1;
}

/** The values that are not NaN, in order. */
export function measured(values: Float64Array): Float64Array {
  return values.filter((value) => !Number.isNaN(value));
}
