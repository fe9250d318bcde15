import type { CalendarId } from './calendar.ts';
import type { SeriesEntry } from './series/entry.ts';
import type { EpochDay } from './time.ts';

/**
 * How rows are chosen. `intersection` (default): dates on which every series has a value · `union`: dates on which any has ·
 * a calendar: its sessions, NaN where a series has none · `first`: dates of the first series.
 */
export type Join = 'intersection' | 'union' | 'first' | { readonly calendar: CalendarId };

export interface PanelRequest {
  readonly ids: readonly string[];
  readonly from?: EpochDay;
  readonly to?: EpochDay;
  readonly join?: Join;
}

export interface PanelColumn {
  readonly id: string;
  readonly entry: SeriesEntry;
  /** Base unit of `entry.unit`; NaN where not measured; never filled. */
  readonly values: Float64Array;
  /** Instant at which each value was true (the session's close); NaN where not measured. */
  readonly times: Float64Array;
}

/** Aligned, dated, read-only matrix: the only input of the rooms below. */
export interface Panel {
  readonly dates: Int32Array;
  readonly columns: readonly PanelColumn[];
  readonly join: Join;
  /** Largest gap in hours between two closes that stand in one row: 0 when synchronous. */
  readonly asynchronyHours: number;
}
