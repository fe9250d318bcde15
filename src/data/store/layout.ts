import { join } from 'node:path';

/** Where the parts of a store stand in its home. */
export interface Layout {
  readonly home: string;
  /** `{ "format": 1 }`. */
  readonly format: string;
  readonly lock: string;
  /** Commit records `00000001.json`, `00000002.json` …: what they do not name does not exist. */
  readonly log: string;
  /** Immutable Parquet segments. */
  readonly segments: string;
  /** Immutable gzipped JSON lines: rows of tables, quarantined rows. */
  readonly rows: string;
  /** Column images of the segments: derived, safe to delete. */
  readonly cache: string;
  /** What is being written; safe to delete when nobody writes. */
  readonly work: string;
}

export function layoutOf(home: string): Layout {
  return {
    home,
    format: join(home, 'store.json'),
    lock: join(home, 'lock'),
    log: join(home, 'log'),
    segments: join(home, 'segments'),
    rows: join(home, 'rows'),
    cache: join(home, 'cache'),
    work: join(home, 'work'),
  };
}
