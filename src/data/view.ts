import type { FigureInput } from './figure.ts';
import { OBSERVATION_FLAGS, type ObservationFlag, type Series, type TableRow } from './observation.ts';
import type { Panel, PanelRequest } from './panel.ts';
import type { SeriesEntry } from './series/entry.ts';
import type { EpochDay, Instant } from './time.ts';

/** Everything the store knew of one value by the instant of the View, oldest first. */
export interface ObservationRecord {
  readonly series: string;
  readonly date: EpochDay;
  readonly time: Instant;
  /** null: the row withdraws the value. */
  readonly value: number | null;
  readonly knownAt: Instant;
  readonly rule: string;
  readonly flags: readonly string[];
  readonly source: string;
  readonly load: string;
}

/** What a value of a series made by formula was made from. */
export interface Derivation {
  readonly formula: string;
  readonly source: string;
  /** Observations of its row, and of the earlier rows that it reads where they are few: symbol as in the formula, `x[−30]` 30 rows before. */
  readonly inputs: readonly FigureInput[];
  /** Rows that it reads where they are many. */
  readonly window?: { readonly from: EpochDay; readonly to: EpochDay; readonly n: number };
}

/** The store as known at an instant: the only door to data. Nothing known later can be reached through it. */
export interface View {
  readonly instant: Instant;
  /** Hash of every (series, time, value, knownAt, source) visible at the instant: 12 hex digits. */
  readonly dataVersion: string;
  /** True when any visible observation is simulated. */
  readonly simulated: boolean;
  /** Ids that have at least one visible value, sorted. */
  ids(): readonly string[];
  /** Catalogue entry, or the one made for a series that came without one; undefined for an unknown id. */
  entry(id: string): SeriesEntry | undefined;
  /** An id without any visible value gives a Series of length 0; an unknown id throws RangeError. */
  series(id: string): Promise<Series>;
  /** Many at once, one read. */
  seriesMany(ids: readonly string[]): Promise<ReadonlyMap<string, Series>>;
  panel(request: PanelRequest): Promise<Panel>;
  table(id: string): Promise<readonly TableRow[]>;
  history(id: string, date: EpochDay): Promise<readonly ObservationRecord[]>;
  /** How the value of a series made by formula was made; undefined for any other. Absent where a view has no such series. */
  derivation?(id: string, date: EpochDay): Promise<Derivation | undefined>;
}

/** Names of the flags of an observation, in the order of OBSERVATION_FLAGS. */
export function flagNames(flags: number): readonly ObservationFlag[] {
  return (Object.keys(OBSERVATION_FLAGS) as ObservationFlag[]).filter(
    (name) => (flags & OBSERVATION_FLAGS[name]) !== 0,
  );
}
