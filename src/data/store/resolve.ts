import type { Series } from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { Instant } from '../time.ts';
import { preferredFirst } from './sources.ts';
import { placeIn, type StackedRun } from './stacked.ts';

/** What one source says as of an instant: per time the last row known, withdrawn times left out. */
export interface Resolved {
  readonly source: string;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly knownAt: Float64Array;
  readonly flags: Uint16Array;
}

/** As-of cut of one run: of each time the last row known, which stands on top of those known, unless it withdraws. */
export function resolveRun(run: StackedRun, instant: Instant): Resolved {
  const { times, ends, values, knownAt, dates, flags } = run;
  const most = times.length;
  const out = {
    source: run.source,
    dates: new Int32Array(most),
    times: new Float64Array(most),
    values: new Float64Array(most),
    knownAt: new Float64Array(most),
    flags: new Uint16Array(most),
  };
  let count = 0;
  let from = 0;
  for (let k = 0; k < most; k++) {
    const end = ends ? (ends[k] as number) : k + 1;
    let row = end - 1;
    while (row >= from && (knownAt[row] as number) > instant) row--;
    if (row >= from && !Number.isNaN(values[row] as number)) {
      out.dates[count] = dates[placeIn(dates, run, k, row)] as number;
      out.times[count] = times[k] as number;
      out.values[count] = values[row] as number;
      out.knownAt[count] = knownAt[row] as number;
      out.flags[count++] = flags[placeIn(flags, run, k, row)] as number;
    }
    from = end;
  }
  return count === most ? out : head(out, count);
}

function head({ source, dates, times, values, knownAt, flags }: Resolved, n: number): Resolved {
  return {
    source,
    dates: dates.slice(0, n),
    times: times.slice(0, n),
    values: values.slice(0, n),
    knownAt: knownAt.slice(0, n),
    flags: flags.slice(0, n),
  };
}

/** One series of what its sources say: each time from the first source, in order of preference, that has it. */
export function combineSources(entry: SeriesEntry, resolved: readonly Resolved[]): Series {
  const filled = resolved.filter((one) => one.times.length > 0);
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only) {
    const { source, ...columns } = only;
    return { entry, ...columns, source: new Uint8Array(only.times.length), sources: [source] };
  }
  const order = preferredFirst(
    entry,
    filled.map((one) => one.source),
  );
  return interleave(
    entry,
    order.map((source) => filled.find((one) => one.source === source) as Resolved),
  );
}

function interleave(entry: SeriesEntry, ranked: readonly Resolved[]): Series {
  const most = ranked.reduce((sum, one) => sum + one.times.length, 0);
  const [from, row] = [new Uint8Array(most), new Uint32Array(most)];
  const times = ranked.map((one) => one.times);
  const next = ranked.map(() => 0);
  let count = 0;
  for (;;) {
    const chosen = earliest(times, next);
    if (chosen < 0) break;
    const at = next[chosen] as number;
    const time = (times[chosen] as Float64Array)[at];
    from[count] = chosen;
    row[count++] = at;
    for (let s = 0; s < times.length; s++) {
      if ((times[s] as Float64Array)[next[s] as number] === time) (next[s] as number)++;
    }
  }
  return gather(entry, ranked, from.subarray(0, count), row.subarray(0, count));
}

/** The source whose next time is earliest, the preferred one among equals; −1 at the end. */
function earliest(times: readonly Float64Array[], next: readonly number[]): number {
  let chosen = -1;
  let time = Number.POSITIVE_INFINITY;
  for (let s = 0; s < times.length; s++) {
    const mine = (times[s] as Float64Array)[next[s] as number];
    if (mine !== undefined && mine < time) {
      chosen = s;
      time = mine;
    }
  }
  return chosen;
}

function gather(entry: SeriesEntry, ranked: readonly Resolved[], from: Uint8Array, row: Uint32Array): Series {
  const used = ranked.map((_, s) => from.includes(s));
  const place = used.map((_, s) => used.slice(0, s).filter(Boolean).length);
  const n = from.length;
  const pick = <T extends Column>(column: (one: Resolved) => T, into: T): T => {
    const columns = ranked.map(column);
    for (let i = 0; i < n; i++) into[i] = (columns[from[i] as number] as T)[row[i] as number] as number;
    return into;
  };
  return {
    entry,
    dates: pick((one) => one.dates, new Int32Array(n)),
    times: pick((one) => one.times, new Float64Array(n)),
    values: pick((one) => one.values, new Float64Array(n)),
    knownAt: pick((one) => one.knownAt, new Float64Array(n)),
    flags: pick((one) => one.flags, new Uint16Array(n)),
    source: from.map((s) => place[s] as number),
    sources: ranked.filter((_, s) => used[s]).map((one) => one.source),
  };
}

type Column = Float64Array | Int32Array | Uint16Array;
