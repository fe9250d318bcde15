import type { Effects } from '../effects.ts';
import type { ObservationColumns, Quarantined, TableRows } from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { Instant } from '../time.ts';
import type { View } from '../view.ts';

export interface LoadReceipt {
  readonly load: string;
  /** Rows that were new; a row already stored (same series, time, value, knownAt, source) is not stored again. */
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly tableRows: number;
}

/** A load in the making. Nothing of it is visible to anyone before `commit` returns; after that it survives kill -9. */
export interface Load {
  readonly id: string;
  add(columns: ObservationColumns): Promise<void>;
  addTable(rows: TableRows): Promise<void>;
  quarantine(rows: readonly Quarantined[]): Promise<void>;
  /** Entry of a series or title of a table that the catalogue does not have. */
  describe(entry: SeriesEntry): void;
  /** A load that holds nothing new leaves no trace. */
  commit(): Promise<LoadReceipt>;
  abandon(): Promise<void>;
}

export interface LoadRecord {
  readonly load: string;
  readonly committedAt: Instant;
  /** What was imported, as the user named it (base name only). */
  readonly label: string;
  readonly rows: number;
  readonly quarantined: number;
  readonly series: number;
  readonly forgotten: boolean;
}

export interface SeriesHealth {
  readonly id: string;
  readonly rows: number;
  readonly first: number;
  readonly last: number;
  readonly lastKnownAt: Instant;
  readonly revisions: number;
  readonly withdrawn: number;
  readonly suspect: number;
  readonly sources: readonly string[];
}

/** A file that is missing or not the one that was committed, with the loads and series that it held. */
export interface DamagedFile {
  readonly file: string;
  readonly why: string;
  readonly loads: readonly string[];
  readonly series: readonly string[];
}

export interface Health {
  readonly series: readonly SeriesHealth[];
  readonly tables: readonly { readonly id: string; readonly rows: number }[];
  readonly quarantined: readonly Quarantined[];
  readonly bytes: number;
  readonly segments: number;
  readonly loads: readonly LoadRecord[];
  readonly damaged: readonly DamagedFile[];
}

/** The bitemporal store of one home: append-only, immutable Parquet segments, a commit log, any number of readers. */
export interface Store {
  readonly home: string;
  isEmpty(): Promise<boolean>;
  /** Latest `knownAt` among market closes: the default as-of. undefined when empty. */
  latestClose(): Promise<Instant | undefined>;
  /** A word for what is in the store, tables and descriptions too: another after each commit, of whatever process. */
  latestCommit(): Promise<string>;
  asOf(instant: Instant): Promise<View>;
  /** Takes the writer's lock; waits up to `waitMs` and then throws a UserError that says who holds it. */
  beginLoad(label: string, options?: { waitMs?: number }): Promise<Load>;
  forget(load: string): Promise<LoadRecord>;
  compact(): Promise<{ readonly segmentsBefore: number; readonly segmentsAfter: number }>;
  health(): Promise<Health>;
  /** Every live row of the series, whenever known, one ObservationColumns a source: what an importer compares with. */
  existing(series: readonly string[]): Promise<ReadonlyMap<string, readonly ObservationColumns[]>>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly home: string;
  readonly effects: Effects;
  /** Entry of a series of the catalogue; entries that loads describe come after it. */
  readonly entry: (id: string) => SeriesEntry | undefined;
}
