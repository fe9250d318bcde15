import type { SeriesEntry } from './series/entry.ts';

/**
 * How `knownAt` was found.
 * `release`: the release rule of the series · `vintage`: the first vintage in which the value was seen, when that is earlier ·
 * `revision`: a later vintage with another value · `seen`: the instant of the import, for a changed value without a vintage ·
 * `withdrawn`: a row taken back by a later row · `stated`: the source gave it.
 */
export const KNOWN_RULES = ['release', 'vintage', 'revision', 'seen', 'withdrawn', 'stated'] as const;
export type KnownRule = (typeof KNOWN_RULES)[number];

/** Bits kept with an observation; the same names serve as flags of a Figure. */
export const OBSERVATION_FLAGS = {
  'late-vintage': 1,
  revised: 2,
  suspect: 4,
  simulated: 8,
} as const;
export type ObservationFlag = keyof typeof OBSERVATION_FLAGS;

/**
 * Observations of one series from one source, column by column, equal lengths.
 * `values[i]` is NaN for a row that withdraws what was known before. `times` and `knownAt` are instants (ms),
 * `dates` epoch days, `flags` a union of OBSERVATION_FLAGS, `rules` an index into KNOWN_RULES.
 */
export interface ObservationColumns {
  readonly series: string;
  readonly source: string;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly knownAt: Float64Array;
  readonly flags: Uint16Array;
  readonly rules: Uint8Array;
}

/** A row of a table that is not a series: margin tiers, odds, depth, text. */
export interface TableRow {
  readonly date: number;
  readonly time: number;
  readonly knownAt: number;
  readonly cells: Readonly<Record<string, string | number | null>>;
}

export interface TableRows {
  readonly table: string;
  readonly source: string;
  readonly rows: readonly TableRow[];
}

/** A row that was refused: where it stood, what it said, why. It never stops the others. */
export interface Quarantined {
  readonly series: string;
  readonly file: string;
  readonly line: number;
  readonly date: string;
  readonly text: string;
  readonly reason: QuarantineReason;
}

export const QUARANTINE_REASONS = [
  'unparseable-date',
  'unparseable-value',
  'non-finite',
  'high-below-low',
  'not-enclosing',
  'duplicate-date',
  'future-date',
  'not-a-session',
  'unknown-unit',
  'frozen-value',
  'reverted-jump',
  'wrong-column-count',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

/**
 * One series as known at an instant: per time the value known last and not withdrawn, times ascending, equal lengths.
 * Where several sources give the same time the preferred one stands; `source[i]` indexes `sources`.
 */
export interface Series {
  readonly entry: SeriesEntry;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly knownAt: Float64Array;
  readonly flags: Uint16Array;
  readonly source: Uint8Array;
  readonly sources: readonly string[];
}

/** A reader may write into what it gets: everyone gets arrays of their own. */
export function copySeries(series: Series): Series {
  return Object.freeze({
    ...series,
    dates: series.dates.slice(),
    times: series.times.slice(),
    values: series.values.slice(),
    knownAt: series.knownAt.slice(),
    flags: series.flags.slice(),
    source: series.source.slice(),
    sources: Object.freeze(series.sources.slice()),
  });
}
