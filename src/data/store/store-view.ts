import type { Series } from '../observation.ts';
import { copySeries, KNOWN_RULES } from '../observation.ts';
import { alignSeries } from '../panel.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { EpochDay, Instant } from '../time.ts';
import { turn } from '../turn.ts';
import { flagNames, type ObservationRecord, type View } from '../view.ts';
import type { Scratch } from './image.ts';
import { loadName } from './names.ts';
import { combineSources } from './resolve.ts';
import { readTable } from './rows-file.ts';
import type { Run } from './run.ts';
import { cutSources, type RunRef, readSources, type Snapshot, versionAt } from './snapshot.ts';
import { visibleRows } from './tables.ts';

/** Series that are read in one turn of the event loop. */
const RESOLVED_A_TURN = 64;

/** The View of a snapshot at an instant; a series is read when it is first asked for, and kept. */
export async function storeView(
  snapshot: Snapshot,
  instant: Instant,
  catalogue: (id: string) => SeriesEntry | undefined,
): Promise<View> {
  const entry = (id: string): SeriesEntry | undefined => catalogue(id) ?? snapshot.described.get(id);
  const known = (id: string): SeriesEntry => {
    const found = entry(id);
    if (!found) throw new RangeError(`unknown series: "${id}"`);
    return found;
  };
  const kept = new Map<string, Series>();
  const scratch: Scratch = { buffer: new ArrayBuffer(0) };
  const resolve = async (id: string): Promise<Series> => {
    const of = known(id);
    const had = kept.get(id);
    if (had) return had;
    const series = combineSources(of, await cutSources(snapshot, id, instant, scratch));
    kept.set(id, series);
    return series;
  };
  const all = async (ids: readonly string[]): Promise<Series[]> => {
    for (const id of ids) known(id);
    const out: Series[] = [];
    let fresh = 0;
    for (const id of ids) {
      if (!kept.has(id) && ++fresh % RESOLVED_A_TURN === 0) await turn();
      out.push(await resolve(id));
    }
    return out;
  };
  const visible: string[] = [];
  for (const [id, refs] of snapshot.refs) {
    if (entry(id) && (await hasValue(refs, instant, () => resolve(id)))) visible.push(id);
  }
  Object.freeze(visible.sort());
  const view: View = {
    instant,
    dataVersion: await versionAt(snapshot, instant),
    simulated: [...snapshot.refs.values()].some((refs) =>
      refs.some(({ record }) => (record.firstSimulated ?? Number.POSITIVE_INFINITY) <= instant),
    ),
    ids: () => visible,
    entry,
    series: async (id) => copySeries(await resolve(id)),
    seriesMany: async (ids) => {
      const series = await all(ids);
      return new Map(ids.map((id, i) => [id, copySeries(series[i] as Series)]));
    },
    panel: async (request) => alignSeries(await all(request.ids), request),
    table: async (id) =>
      visibleRows(
        readTable(snapshot.layout, snapshot.state, id).map((row) => ({
          table: id,
          source: row.source,
          rows: [row],
        })),
        id,
        instant,
      ),
    history: async (id, date) => {
      known(id);
      const runs = await readSources(snapshot, id);
      return Object.freeze(runs.flatMap((run) => recordsOf(run, date, instant)).sort(byTimeAndKnown));
    },
  };
  return Object.freeze(view);
}

/** The log answers, unless something was withdrawn by then: only then the rows themselves must be asked. */
async function hasValue(
  refs: readonly RunRef[],
  instant: Instant,
  resolve: () => Promise<Series>,
): Promise<boolean> {
  const by = (known: number | undefined): boolean => known !== undefined && known <= instant;
  if (!refs.some(({ record }) => by(record.firstValue))) return false;
  if (!refs.some(({ record }) => by(record.firstWithdrawal))) return true;
  if (refs.some(({ segment }) => segment.image instanceof Error)) return true;
  return (await resolve()).times.length > 0;
}

function recordsOf(run: Run, date: EpochDay, instant: Instant): ObservationRecord[] {
  const records: ObservationRecord[] = [];
  for (let i = 0; i < run.dates.length; i++) {
    if (run.dates[i] === date && (run.knownAt[i] as number) <= instant) records.push(recordOf(run, i));
  }
  return records;
}

/** The order of `Run`, then the source. */
function byTimeAndKnown(a: ObservationRecord, b: ObservationRecord): number {
  const [x, y] = [a.value ?? Number.POSITIVE_INFINITY, b.value ?? Number.POSITIVE_INFINITY];
  return (
    a.time - b.time || a.knownAt - b.knownAt || (x < y ? -1 : x > y ? 1 : 0) || (a.source < b.source ? -1 : 1)
  );
}

function recordOf(run: Run, i: number): ObservationRecord {
  const value = run.values[i] as number;
  return Object.freeze({
    series: run.series,
    date: run.dates[i] as number,
    time: run.times[i] as number,
    value: Number.isNaN(value) ? null : value,
    knownAt: run.knownAt[i] as number,
    rule: KNOWN_RULES[run.rules[i] as number] as string,
    flags: flagNames(run.flags[i] as number),
    source: run.source,
    load: loadName(run.loads[i] as number),
  });
}
