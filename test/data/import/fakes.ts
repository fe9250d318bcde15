import { calendar } from '../../../src/data/calendar.ts';
import type { Effects } from '../../../src/data/effects.ts';
import { SILENT_PROGRESS } from '../../../src/data/effects.ts';
import type { Lookups } from '../../../src/data/import/lookups.ts';
import type { ObservationColumns, Quarantined, TableRows } from '../../../src/data/observation.ts';
import type { SeriesEntry } from '../../../src/data/series/entry.ts';
import { byPack, entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../../src/data/series/release.ts';
import type { Load, Store } from '../../../src/data/store/store.ts';

export const LOOKUPS: Lookups = { entryOf, byPack, calendar, timeOf, releaseOf };

export function effectsAt(now: number): Effects {
  return { now: () => now, log() {}, progress: () => SILENT_PROGRESS };
}

/** A store in memory that keeps what loads add, once, in the order in which it came. */
export interface FakeStore extends Store {
  readonly rows: ObservationColumns[];
  readonly tables: TableRows[];
  readonly quarantined: Quarantined[];
  readonly described: SeriesEntry[];
}

export function fakeStore(): FakeStore {
  const rows: ObservationColumns[] = [];
  const tables: TableRows[] = [];
  const quarantined: Quarantined[] = [];
  const described: SeriesEntry[] = [];
  const refuse = () => Promise.reject(new Error('not in the fake'));
  const load = (): Load => {
    let stored = 0;
    let tableRows = 0;
    let refused = 0;
    return {
      id: 'load-1',
      add: async (columns) => {
        rows.push(columns);
        stored += columns.times.length;
      },
      addTable: async (table) => {
        tables.push(table);
        tableRows += table.rows.length;
      },
      quarantine: async (more) => {
        quarantined.push(...more);
        refused += more.length;
      },
      describe: (entry) => described.push(entry),
      commit: async () => ({ load: 'load-1', stored, duplicates: 0, quarantined: refused, tableRows }),
      abandon: async () => {},
    };
  };
  return {
    home: '/nowhere',
    rows,
    tables,
    quarantined,
    described,
    isEmpty: async () => rows.length === 0,
    latestCommit: async () => '0',
    latestClose: async () => undefined,
    asOf: refuse,
    beginLoad: async () => load(),
    forget: refuse,
    compact: refuse,
    health: refuse,
    existing: async (ids) => merged(rows.filter((columns) => ids.includes(columns.series))),
    close: async () => {},
  };
}

/** One ObservationColumns a series and source. */
function merged(rows: readonly ObservationColumns[]): Map<string, ObservationColumns[]> {
  const bySeries = new Map<string, ObservationColumns[]>();
  for (const columns of rows) {
    const list = bySeries.get(columns.series) ?? [];
    const at = list.findIndex((other) => other.source === columns.source);
    if (at < 0) list.push(columns);
    else list[at] = joined(list[at] as ObservationColumns, columns);
    bySeries.set(columns.series, list);
  }
  return bySeries;
}

function joined(a: ObservationColumns, b: ObservationColumns): ObservationColumns {
  return {
    series: a.series,
    source: a.source,
    dates: Int32Array.from([...a.dates, ...b.dates]),
    times: Float64Array.from([...a.times, ...b.times]),
    values: Float64Array.from([...a.values, ...b.values]),
    knownAt: Float64Array.from([...a.knownAt, ...b.knownAt]),
    flags: Uint16Array.from([...a.flags, ...b.flags]),
    rules: Uint8Array.from([...a.rules, ...b.rules]),
  };
}
