import type { ObservationColumns } from '../observation.ts';

/**
 * Rows of one series and source, ascending by time, knownAt and value (a withdrawal last), each once.
 * `loads[i]` is the number of the load that brought the row.
 */
export interface Run extends ObservationColumns {
  readonly loads: Int32Array;
}

/** Order of two rows: time, then knownAt, then value, a withdrawal (NaN) last; 0 for the same row. */
function compare(a: Run, i: number, b: Run, j: number): number {
  const time = (a.times[i] as number) - (b.times[j] as number);
  if (time !== 0) return time;
  const known = (a.knownAt[i] as number) - (b.knownAt[j] as number);
  if (known !== 0) return known;
  const [x, y] = [a.values[i] as number, b.values[j] as number];
  if (x === y) return 0;
  return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || x - y || 0;
}

/** A run of rows in any order; of equal rows the first stands. */
export function sortRun(run: Run): Run {
  const n = run.times.length;
  let sorted = true;
  for (let i = 1; i < n && sorted; i++) sorted = compare(run, i - 1, run, i) < 0;
  if (sorted) return run;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => compare(run, i, run, j) || i - j);
  let kept = 0;
  for (let i = 0; i < n; i++) {
    const row = order[i] as number;
    if (kept === 0 || compare(run, order[kept - 1] as number, run, row) !== 0) order[kept++] = row;
  }
  return pick(run, order.subarray(0, kept));
}

/** Rows of several runs of one series and source as one run; of equal rows the one of the earlier run stands. */
export function mergeRuns(runs: readonly Run[]): Run {
  let level = runs;
  while (level.length > 1) {
    const next: Run[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i] as Run, level[i + 1]];
      next.push(b ? mergeTwo(a, b) : a);
    }
    level = next;
  }
  return level[0] as Run;
}

/** Rows of `run` that `other` does not have. */
export function withoutRows(run: Run, other: Run): Run {
  const keep = new Uint32Array(run.times.length);
  let [kept, j] = [0, 0];
  for (let i = 0; i < run.times.length; i++) {
    while (j < other.times.length && compare(other, j, run, i) < 0) j++;
    if (j === other.times.length || compare(other, j, run, i) !== 0) keep[kept++] = i;
  }
  return kept === run.times.length ? run : pick(run, keep.subarray(0, kept));
}

/** Rows of `run` that no load of `loads` brought. */
export function withoutLoad(run: Run, load: number): Run {
  const keep: number[] = [];
  for (let i = 0; i < run.loads.length; i++) if (run.loads[i] !== load) keep.push(i);
  return keep.length === run.loads.length ? run : pick(run, Uint32Array.from(keep));
}

/** The rows `rows` of a run, copied. */
export function pick(run: Run, rows: Uint32Array): Run {
  const out = emptyRun(run.series, run.source, rows.length);
  for (let i = 0; i < rows.length; i++) copyRow(run, rows[i] as number, out, i);
  return out;
}

export function emptyRun(series: string, source: string, n: number): Run {
  return {
    series,
    source,
    dates: new Int32Array(n),
    times: new Float64Array(n),
    values: new Float64Array(n),
    knownAt: new Float64Array(n),
    flags: new Uint16Array(n),
    rules: new Uint8Array(n),
    loads: new Int32Array(n),
  };
}

function mergeTwo(a: Run, b: Run): Run {
  const [n, m] = [a.times.length, b.times.length];
  const out = emptyRun(a.series, a.source, n + m);
  let [i, j, k] = [0, 0, 0];
  while (i < n || j < m) {
    const order = i === n ? 1 : j === m ? -1 : compare(a, i, b, j);
    if (order <= 0) copyRow(a, i++, out, k++);
    else copyRow(b, j++, out, k++);
    if (order === 0) j++;
  }
  return k === n + m ? out : head(out, k);
}

function head(run: Run, n: number): Run {
  return {
    ...run,
    dates: run.dates.slice(0, n),
    times: run.times.slice(0, n),
    values: run.values.slice(0, n),
    knownAt: run.knownAt.slice(0, n),
    flags: run.flags.slice(0, n),
    rules: run.rules.slice(0, n),
    loads: run.loads.slice(0, n),
  };
}

function copyRow(from: Run, i: number, to: Run, k: number): void {
  to.dates[k] = from.dates[i] as number;
  to.times[k] = from.times[i] as number;
  to.values[k] = from.values[i] as number;
  to.knownAt[k] = from.knownAt[i] as number;
  to.flags[k] = from.flags[i] as number;
  to.rules[k] = from.rules[i] as number;
  to.loads[k] = from.loads[i] as number;
}
