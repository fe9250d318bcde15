import type { Calendar, CalendarId } from '../calendar.ts';
import type { QuarantineReason } from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import {
  dayOf,
  type EpochDay,
  epochDay,
  formatDay,
  formatInstant,
  type Instant,
  MS_PER_DAY,
  weekdayOf,
} from '../time.ts';
import type { Columns } from './columns.ts';
import type { CsvFile } from './csv.ts';
import type { Lookups } from './lookups.ts';

/** A row refused whole, and why. */
export interface RefusedRow {
  readonly row: number;
  readonly reason: QuarantineReason;
}

/** The good rows of one series in time order: which row of the file, its date, the instant it is about, and its release. */
export interface Labels {
  readonly rows: Int32Array;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly release: Float64Array;
  readonly refused: readonly RefusedRow[];
}

/** What a date is tested against. */
export interface DateLimits {
  /** First day that the pack leaves out. */
  readonly cut: EpochDay | undefined;
  /** Instant of the import. */
  readonly now: Instant;
}

/** Dates (epoch days) or stamps (instants) of every row of a file, read once; NaN where the cell is none. */
export interface Stamps {
  readonly kind: 'date' | 'time';
  readonly values: Float64Array;
}

export function stampsOf(file: CsvFile, label: Columns['label']): Stamps {
  const values = label.kind === 'date' ? file.days(label.column) : file.instants(label.column);
  return { kind: label.kind, values };
}

/**
 * Labels the rows of one series and tests their dates: unparseable, after the cut or the import, no session of a daily series' calendar, or
 * given twice (the first in the file stands). A bar stamped with its opening is about, and known at, its close; any other stamp is about and
 * known at itself; a date is the label of a session, whose end and release the catalogue gives.
 */
export function labelRows(
  stamps: Stamps,
  subset: Int32Array | undefined,
  shiftDays: number,
  entry: SeriesEntry,
  limits: DateLimits,
  lookups: Lookups,
): Labels {
  const test = stamps.kind === 'date' ? dateTest(entry, limits, lookups) : stampTest(limits);
  const shift = stamps.kind === 'date' ? shiftDays : 0;
  const size = subset?.length ?? stamps.values.length;
  const refused: RefusedRow[] = [];
  const rows = new Int32Array(size);
  let count = 0;
  for (let k = 0; k < size; k++) {
    const row = subset ? (subset[k] as number) : k;
    const reason = test((stamps.values[row] as number) + shift);
    if (reason) refused.push({ row, reason });
    else rows[count++] = row;
  }
  const unique = inTimeOrder(rows.subarray(0, count), stamps.values, refused);
  return { ...clock(unique, stamps, shift, entry, lookups), refused };
}

type DateTest = (stamp: number) => QuarantineReason | undefined;

function stampTest({ cut, now }: DateLimits): DateTest {
  const limit = Math.min(cut === undefined ? Number.POSITIVE_INFINITY : cut * MS_PER_DAY, now);
  return (stamp) => (Number.isNaN(stamp) ? 'unparseable-date' : stamp >= limit ? 'future-date' : undefined);
}

function dateTest(entry: SeriesEntry, { cut, now }: DateLimits, lookups: Lookups): DateTest {
  const limit = Math.min(cut ?? Number.POSITIVE_INFINITY, dayOf(now) + 1);
  const isSession = entry.frequency === 'daily' ? sessionTest(lookups.calendar(entry.calendar)) : () => true;
  return (day) => {
    if (Number.isNaN(day)) return 'unparseable-date';
    if (day >= limit) return 'future-date';
    return isSession(day) ? undefined : 'not-a-session';
  };
}

/**
 * Which days a daily value may have: any session of its calendar, and any weekday where the calendar's holidays do not bind the data. They do
 * not where they are not modelled, before 1999, and for quotes and offices that go on through them (docs/decisions/0003-import.md has the counts).
 */
function sessionTest(calendar: Calendar): (day: EpochDay) => boolean {
  const binds = calendar.complete && !WEEKENDS_ONLY.has(calendar.id);
  return (day) => {
    if (calendar.isSession(day)) return true;
    const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
    return !weekend && !(binds && day >= HOLIDAYS_FROM);
  };
}

const WEEKENDS_ONLY: ReadonlySet<CalendarId> = new Set(['cme', 'fx', 'us-federal']);
const HOLIDAYS_FROM = epochDay(1999, 1, 1);

/** Rows by stamp; of rows with one stamp the first in the file stands and the others are refused. */
function inTimeOrder(rows: Int32Array, stamps: Float64Array, refused: RefusedRow[]): Int32Array {
  const ordered = isAscending(rows, stamps)
    ? rows
    : rows.slice().sort((a, b) => (stamps[a] as number) - (stamps[b] as number) || a - b);
  const unique = new Int32Array(ordered.length);
  let count = 0;
  for (const row of ordered) {
    if (count > 0 && stamps[row] === stamps[unique[count - 1] as number])
      refused.push({ row, reason: 'duplicate-date' });
    else unique[count++] = row;
  }
  return unique.subarray(0, count);
}

function isAscending(rows: Int32Array, stamps: Float64Array): boolean {
  for (let k = 1; k < rows.length; k++) {
    if ((stamps[rows[k] as number] as number) < (stamps[rows[k - 1] as number] as number)) return false;
  }
  return true;
}

function clock(
  rows: Int32Array,
  stamps: Stamps,
  shift: number,
  entry: SeriesEntry,
  lookups: Lookups,
): Omit<Labels, 'refused'> {
  const n = rows.length;
  const dates = new Int32Array(n);
  const times = new Float64Array(n);
  const release = new Float64Array(n);
  const barMs = (entry.barMinutes ?? 0) * 60_000;
  for (let k = 0; k < n; k++) {
    const stamp = (stamps.values[rows[k] as number] as number) + shift;
    if (stamps.kind === 'time') {
      dates[k] = dayOf(stamp);
      times[k] = stamp + barMs;
      release[k] = stamp + barMs;
    } else {
      dates[k] = stamp;
      times[k] = lookups.timeOf(entry, stamp);
      release[k] = lookups.releaseOf(entry, stamp);
    }
  }
  return { rows, dates, times, release };
}

/** A stamp as a person reads it. */
export function stampText(kind: Stamps['kind'], stamp: number): string {
  if (Number.isNaN(stamp)) return '';
  return kind === 'date' ? formatDay(stamp) : formatInstant(stamp);
}
