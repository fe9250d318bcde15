import type { Series } from '../observation.ts';
import { OBSERVATION_FLAGS } from '../observation.ts';
import { type EpochDay, formatDay, formatInstant } from '../time.ts';
import type { Unit } from '../unit.ts';
import type { View } from '../view.ts';

/** One exported observation, as text and numbers: the same columns in every format. */
export interface ExportRow {
  readonly series: string;
  readonly date: string;
  readonly time: string;
  readonly value: number;
  readonly unit: Unit;
  readonly knownAt: string;
  readonly source: string;
  readonly flags: string;
}

export const EXPORT_COLUMNS = [
  'series',
  'date',
  'time',
  'value',
  'unit',
  'knownAt',
  'source',
  'flags',
] as const satisfies readonly (keyof ExportRow)[];

/** Closed range of dates; an end that is not given is open. */
export interface ExportRange {
  readonly from?: EpochDay | undefined;
  readonly to?: EpochDay | undefined;
}

/** Every value of the series that the view can see, in the range, series in the order given, times ascending. */
export async function* exportRows(
  view: View,
  ids: readonly string[],
  range: ExportRange = {},
): AsyncGenerator<ExportRow> {
  const series = await view.seriesMany(ids);
  for (const id of ids) yield* rowsOf(id, series.get(id) as Series, range);
}

function* rowsOf(id: string, series: Series, range: ExportRange): Generator<ExportRow> {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = range;
  for (let i = 0; i < series.values.length; i++) {
    const date = series.dates[i] as number;
    if (date < from || date > to) continue;
    yield {
      series: id,
      date: formatDay(date),
      time: formatInstant(series.times[i] as number),
      value: series.values[i] as number,
      unit: series.entry.unit,
      knownAt: formatInstant(series.knownAt[i] as number),
      source: series.sources[series.source[i] as number] as string,
      flags: flagNames(series.flags[i] as number),
    };
  }
}

function flagNames(flags: number): string {
  return Object.entries(OBSERVATION_FLAGS)
    .filter(([, bit]) => (flags & bit) !== 0)
    .map(([name]) => name)
    .join(' ');
}
