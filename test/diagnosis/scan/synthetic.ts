import { calendar } from '../../../src/data/calendar.ts';
import { figureMaker } from '../../../src/data/figure.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../../src/data/series/release.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import type { EpochDay, Instant } from '../../../src/data/time.ts';
import type { View } from '../../../src/data/view.ts';
import { normals } from '../../measures/random.ts';

export interface Row {
  readonly date: EpochDay;
  readonly value: number;
  readonly flags?: number;
}

/** Rows of a catalogue series (or bar column), closed and known as its entry says. */
export function columnsOf(id: string, rows: readonly Row[], source = 'test:a'): ObservationColumns {
  const entry = entryOf(id);
  if (!entry) throw new RangeError(`no such series: ${id}`);
  return {
    series: id,
    source,
    dates: Int32Array.from(rows, (row) => row.date),
    times: Float64Array.from(rows, (row) => timeOf(entry, row.date)),
    values: Float64Array.from(rows, (row) => row.value),
    knownAt: Float64Array.from(rows, (row) => releaseOf(entry, row.date)),
    flags: Uint16Array.from(rows, (row) => row.flags ?? 0),
    rules: new Uint8Array(rows.length),
  };
}

/** Values on the last sessions of the series' calendar up to `to`, the last value on the last session. */
export function rowsUpTo(id: string, to: EpochDay, values: ArrayLike<number>): Row[] {
  const days = calendar(entryOf(id)!.calendar).sessions(to - values.length * 2 - 30, to);
  const offset = days.length - values.length;
  return Array.from(values, (value, k) => ({ date: days[offset + k]!, value }));
}

/** A random market: seeded walks that share a factor, on the sessions of each series, with highs, lows and volumes for prices. */
export function randomMarket(
  ids: readonly string[],
  to: EpochDay,
  rows: number,
  seed: number,
): ObservationColumns[] {
  const common = normals(rows, seed);
  return ids.flatMap((id, k) => {
    const own = normals(rows, seed * 1009 + k + 1);
    const entry = entryOf(id)!;
    let level = entry.transform === 'price' ? Math.log(100 + k) : 0.04;
    const step = (t: number) => 0.6 * common[t]! + 0.8 * own[t]!;
    const values = Array.from(own, (_, t) => {
      level += (entry.transform === 'price' ? 0.02 : 0.0005) * step(t);
      return entry.transform === 'price' ? Math.exp(level) : level;
    });
    const main = rowsUpTo(id, to, values);
    const beside = (field: 'high' | 'low' | 'volume', of: (row: Row, t: number) => number) =>
      entry.fields?.includes(field)
        ? [
            columnsOf(
              `${id}.${field}`,
              main.map((row, t) => ({ date: row.date, value: of(row, t) })),
            ),
          ]
        : [];
    return [
      columnsOf(id, main),
      ...beside('high', (row, t) => row.value * (1 + 0.01 * Math.abs(own[t]!))),
      ...beside('low', (row, t) => row.value * (1 - 0.01 * Math.abs(common[t]!))),
      ...beside('volume', (_row, t) => 1000 * (2 + Math.abs(own[t]!))),
    ];
  });
}

export function viewOf(columns: readonly ObservationColumns[], instant: Instant): View {
  return memoryView(columns, instant, { entry: entryOf });
}

/** Maker of figures for a scan of the view. */
export function makerFor(view: View) {
  const { instant, dataVersion, simulated } = view;
  return figureMaker({ verb: 'scan', instant, dataVersion, simulated, parameters: {} });
}

/** The same columns with every row known after the instant altered, taken away or withdrawn. */
export function later(
  columns: ObservationColumns,
  instant: number,
  how: 'alter' | 'remove' | 'withdraw',
): ObservationColumns {
  const keep = [...columns.dates.keys()].filter(
    (row) => how !== 'remove' || columns.knownAt[row]! <= instant,
  );
  const pick = <T extends { [row: number]: number }>(from: T) => keep.map((row) => from[row]!);
  return {
    ...columns,
    dates: Int32Array.from(pick(columns.dates)),
    times: Float64Array.from(pick(columns.times)),
    values: Float64Array.from(keep, (row) =>
      columns.knownAt[row]! <= instant
        ? columns.values[row]!
        : how === 'alter'
          ? columns.values[row]! * 7
          : Number.NaN,
    ),
    knownAt: Float64Array.from(pick(columns.knownAt)),
    flags: Uint16Array.from(pick(columns.flags)),
    rules: Uint8Array.from(pick(columns.rules)),
  };
}
