import { sizeOf } from '../../data/dimensions.ts';
import type { Series } from '../../data/observation.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import type { BaseUnit } from '../../data/unit.ts';
import { valuesAt } from '../../math/values-at.ts';
import type { Compiled, Expression } from './compile.ts';
import type { FormulaFunction, Given } from './functions.ts';
import type { Operator } from './parse.ts';
import { type Rows, rowsOf } from './rows.ts';

/** Values of an expression, row by row, with the instant from which each is known and the flags of what went into it. */
interface Track {
  readonly values: Float64Array;
  readonly knownAt: Float64Array;
  readonly flags: Uint16Array;
}

/**
 * A derived series from the series of its columns, in their order: per row the value of the formula, known from the instant on which the
 * last observation that went into it was known, true at the latest time among those of its row.
 * NaN policy: a row whose value is not a finite number (warm-up, division by zero) is left out.
 */
export function evaluate(compiled: Compiled, entry: SeriesEntry, series: readonly Series[]): Series {
  const { columns, on, expression } = compiled;
  const rows = rowsOf(compiled, series, series[columns.findIndex((column) => column.entry.id === on.id)]!);
  const { values, knownAt, flags } = trackOf(expression, columnTracks(compiled, series, rows), rows.dates);
  const size = sizeOf(entry.unit as BaseUnit);
  const measured = Array.from(values.keys()).filter((t) => Number.isFinite(values[t]));
  const { source, sources } = sourcesOf(series, rows, measured, entry.id);
  return {
    entry,
    dates: Int32Array.from(measured, (t) => rows.dates[t]!),
    times: Float64Array.from(measured, (t) => latest(rows, series, t)),
    values: Float64Array.from(measured, (t) => values[t]! / size),
    knownAt: valuesAt(knownAt, measured),
    flags: Uint16Array.from(measured, (t) => flags[t]!),
    source,
    sources,
  };
}

/**
 * A row stands once all its columns are known, and what counts rows (a lag, a window) depends on each of them: so every column of a row is
 * known from the same instant.
 */
function columnTracks({ columns }: Compiled, series: readonly Series[], rows: Rows): readonly Track[] {
  const { taken } = rows;
  const knownAt = rowsKnown(rows, series);
  return columns.map(({ entry }, k) => {
    const { values, flags } = series[k]!;
    const size = sizeOf(entry.unit as BaseUnit);
    return {
      values: Float64Array.from(taken[k]!, (row) => values[row]! * size),
      knownAt,
      flags: Uint16Array.from(taken[k]!, (row) => flags[row]!),
    };
  });
}

function rowsKnown({ dates, taken }: Rows, series: readonly Series[]): Float64Array {
  return Float64Array.from(dates, (_, t) => Math.max(...series.map((one, k) => one.knownAt[taken[k]![t]!]!)));
}

function latest({ taken }: Rows, series: readonly Series[], t: number): number {
  let time = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < series.length; k++) time = Math.max(time, series[k]!.times[taken[k]![t]!]!);
  return time;
}

function trackOf(expression: Expression, columns: readonly Track[], dates: Int32Array): Track {
  switch (expression.kind) {
    case 'constant':
      return {
        values: new Float64Array(dates.length).fill(expression.value),
        knownAt: new Float64Array(dates.length).fill(Number.NEGATIVE_INFINITY),
        flags: new Uint16Array(dates.length),
      };
    case 'column':
      return columns[expression.column]!;
    case 'minus': {
      const of = trackOf(expression.of, columns, dates);
      return { ...of, values: of.values.map((value) => -value) };
    }
    case 'operation': {
      const [left, right] = [expression.left, expression.right].map((side) => trackOf(side, columns, dates));
      return operated(expression.operator, left!, right!);
    }
    case 'function': {
      const over = expression.over.map((one) => trackOf(one, columns, dates));
      const { of, given } = expression;
      const values = of.compute(
        over.map((one) => one.values),
        given,
        dates,
      );
      return { values, ...reached(of, given, over, dates) };
    }
  }
}

const OPERATIONS: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

function operated(operator: Operator, left: Track, right: Track): Track {
  const of = OPERATIONS[operator];
  return {
    values: left.values.map((a, t) => of(a, right.values[t]!)),
    knownAt: left.knownAt.map((known, t) => Math.max(known, right.knownAt[t]!)),
    flags: left.flags.map((flags, t) => flags | right.flags[t]!),
  };
}

/**
 * Latest instant and all flags of the rows that a function reads, itself among them: those it finds by date, else the whole stretch it counts
 * its rows over, for one that came late would have changed the count.
 */
function reached(
  of: FormulaFunction,
  given: Given,
  over: readonly Track[],
  dates: Int32Array,
): Pick<Track, 'knownAt' | 'flags'> {
  const rows = dates.length;
  const knownAt = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const flags = new Uint16Array(rows);
  const reach = of.reach(given);
  const add = (t: number, from: Track, s: number): void => {
    if (s < 0) return;
    if (from.knownAt[s]! > knownAt[t]!) knownAt[t] = from.knownAt[s]!;
    flags[t]! |= from.flags[s]!;
  };
  for (let t = 0; t < rows; t++) {
    const rowsRead = reach === Number.POSITIVE_INFINITY ? of.rowsRead?.(given, dates, t) : undefined;
    for (const track of over) {
      if (rowsRead) for (const s of [t, ...rowsRead]) add(t, track, s);
      else if (reach === Number.POSITIVE_INFINITY) {
        add(t, track, t);
        if (t > 0) {
          knownAt[t] = Math.max(knownAt[t]!, knownAt[t - 1]!);
          flags[t]! |= flags[t - 1]!;
        }
      } else for (let s = t - reach; s <= t; s++) add(t, track, s);
    }
  }
  return { knownAt, flags };
}

const MOST_SOURCES = 255;

/**
 * A source of a derived series is the sources of its row, joined: where one of them changes, so does it, and no return is formed over the
 * splice.
 */
function sourcesOf(
  series: readonly Series[],
  { taken }: Rows,
  measured: readonly number[],
  id: string,
): Pick<Series, 'source' | 'sources'> {
  const names = new Map<string, number>();
  const source = Uint8Array.from(measured, (t) => {
    const parts = series.map((one, k) => one.sources[one.source[taken[k]![t]!]!]!);
    const name = `derived:${id} from ${[...new Set(parts)].join(' + ')}`;
    if (!names.has(name) && names.size < MOST_SOURCES) names.set(name, names.size);
    return names.get(name) ?? MOST_SOURCES - 1;
  });
  return { source, sources: [...names.keys()] };
}
