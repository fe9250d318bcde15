import type { Run } from './run.ts';

/**
 * A run whose rows of one time form a stack, so that the row known last is found from the top. What a run says alike of all rows, or of all
 * rows of a time, it says once: `dates`, `loads`, `flags` and `rules` have one entry, one a time, or one a row.
 */
export interface StackedRun {
  readonly series: string;
  readonly source: string;
  readonly dates: Int32Array;
  /** Each time once, ascending. */
  readonly times: Float64Array;
  /** Of each time the row after its last; undefined when every time has one row. */
  readonly ends: Uint32Array | undefined;
  /** Of each row. */
  readonly values: Float64Array;
  /** Of each row, ascending within a time. */
  readonly knownAt: Float64Array;
  readonly loads: Int32Array;
  readonly flags: Uint16Array;
  readonly rules: Uint8Array;
}

type Coarse = Int32Array | Uint16Array | Uint8Array;

export function stackRun(run: Run): StackedRun {
  const { series, source, values, knownAt } = run;
  const ends = endsOf(run.times);
  return {
    series,
    source,
    dates: coarsened(run.dates, ends),
    times: ends ? everyStack(run.times, ends) : run.times,
    ends,
    values,
    knownAt,
    loads: coarsened(run.loads, ends),
    flags: coarsened(run.flags, ends),
    rules: coarsened(run.rules, ends),
  };
}

/** The rows of a stacked run one by one; `values` and `knownAt` are those of the stacked run, not copies. */
export function unstackRun(stacked: StackedRun): Run {
  const { series, source, ends, values, knownAt } = stacked;
  const n = values.length;
  return {
    series,
    source,
    dates: spread(stacked.dates, ends, new Int32Array(n)),
    times: spread(stacked.times, ends, new Float64Array(n)),
    values,
    knownAt,
    loads: spread(stacked.loads, ends, new Int32Array(n)),
    flags: spread(stacked.flags, ends, new Uint16Array(n)),
    rules: spread(stacked.rules, ends, new Uint8Array(n)),
  };
}

/** Where a row of the k-th time stands in a column with one entry, one a time, or one a row. */
export function placeIn(column: Coarse, stacked: StackedRun, k: number, row: number): number {
  return column.length === 1 ? 0 : column.length === stacked.times.length ? k : row;
}

function endsOf(times: Float64Array): Uint32Array | undefined {
  const ends = new Uint32Array(times.length);
  let count = 0;
  for (let i = 0; i < times.length; i++) if (times[i] !== times[i + 1]) ends[count++] = i + 1;
  return count === times.length ? undefined : ends.slice(0, count);
}

function coarsened<T extends Coarse>(column: T, ends: Uint32Array | undefined): T {
  if (isOneAStack(column, [column.length])) return column.slice(0, 1) as T;
  return ends && isOneAStack(column, ends) ? everyStack(column, ends) : column;
}

function isOneAStack(column: Coarse, ends: ArrayLike<number>): boolean {
  let from = 0;
  for (let k = 0; k < ends.length; k++) {
    const end = ends[k] as number;
    const first = column[from];
    for (let i = from + 1; i < end; i++) if (column[i] !== first) return false;
    from = end;
  }
  return true;
}

function everyStack<T extends Coarse | Float64Array>(column: T, ends: Uint32Array): T {
  const out = column.slice(0, ends.length) as T;
  for (let k = 0; k < ends.length; k++) out[k] = column[(ends[k] as number) - 1] as number;
  return out;
}

function spread<T extends Coarse | Float64Array>(column: T, ends: Uint32Array | undefined, into: T): T {
  if (column.length === into.length) into.set(column);
  else if (column.length === 1) into.fill(column[0] as number);
  else {
    let from = 0;
    for (let k = 0; k < column.length; k++) {
      const end = ends?.[k] ?? into.length;
      into.fill(column[k] as number, from, end);
      from = end;
    }
  }
  return into;
}
