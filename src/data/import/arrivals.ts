import { OBSERVATION_FLAGS, type Quarantined, type QuarantineReason } from '../observation.ts';
import type { BarField } from '../series/entry.ts';
import type { CsvFile, NumberColumn } from './csv.ts';
import { CELL } from './decimal.ts';
import { type Frozen, holdsFrozen } from './frozen.ts';
import { inBase } from './in-base.ts';
import { type Labels, type Stamps, stampText } from './labels.ts';
import type { Group, Target } from './plan.ts';

/** Values of one series that passed the tests of their own row, in time order, in the base unit. `flags` are observation flags. */
export interface Arrivals {
  readonly series: string;
  readonly dates: Int32Array;
  readonly times: Float64Array;
  readonly release: Float64Array;
  readonly values: Float64Array;
  readonly flags: Uint16Array;
}

export interface GroupArrivals {
  readonly group: Group;
  readonly main: Arrivals;
  readonly fields: readonly Arrivals[];
}

/** Numbers of a file's columns, each read once however many series take it. */
export type ReadNumbers = (column: number) => NumberColumn;

export interface RowContext {
  readonly file: CsvFile;
  readonly stamps: Stamps;
  readonly read: ReadNumbers;
  readonly frozen: Frozen;
  /** Columns that are all zero on a day without a report; empty when the file has no such days. */
  readonly allZero: readonly number[];
  readonly quarantine: (row: Quarantined) => void;
}

/**
 * Takes the cells of a group and tests each row: a frozen row is missing; a high below the low refuses the bar; a high and low that do not
 * enclose open and close are dropped and the rest of the bar kept; a cell that is no finite number is refused alone; a blank is no value.
 */
export function collect(group: Group, labels: Labels, context: RowContext): GroupArrivals {
  const refuse = refuser(group, context);
  for (const { row, reason } of labels.refused) {
    if (reason !== 'not-a-session' || !isBlankRow(group, row, context))
      refuse(row, group.main.series, reason);
  }
  const kept = keepRows(group, labels, context, refuse);
  const targets = (Object.entries(group.fields) as [BarField, Target][]).map(([field, target]) => {
    const wick = field === 'high' || field === 'low';
    return gather(target, labels, wick ? kept.wicks : kept.rows, context, refuse);
  });
  return { group, main: gather(group.main, labels, kept.rows, context, refuse), fields: targets };
}

/** A day off that is written down with nothing in it says nothing wrong. */
function isBlankRow(group: Group, row: number, { read }: RowContext): boolean {
  return [group.main, ...Object.values(group.fields)].every(
    ({ column }) => read(column).cells[row] === CELL.blank,
  );
}

type Refuse = (row: number, series: string, reason: QuarantineReason) => void;

function refuser(group: Group, context: RowContext): Refuse {
  const { file, stamps, quarantine } = context;
  return (row, series, reason) =>
    quarantine({
      series,
      file: file.name,
      line: file.line(row),
      date: stampText(
        stamps.kind,
        (stamps.values[row] as number) + (stamps.kind === 'date' ? group.shiftDays : 0),
      ),
      text: file.text(row).slice(0, 200),
      reason,
    });
}

/** Which labelled rows are kept, and of which the high and low are kept too: 1 or 0 for each. */
interface Kept {
  readonly rows: Uint8Array;
  readonly wicks: Uint8Array;
}

function keepRows(group: Group, labels: Labels, context: RowContext, refuse: Refuse): Kept {
  const n = labels.rows.length;
  const rows = new Uint8Array(n).fill(1);
  const wicks = new Uint8Array(n).fill(1);
  dropFrozen(group, labels, context, refuse, rows);
  const { open, high, low } = group.fields;
  if (!high || !low) return { rows, wicks };
  const valuesOf = ({ column }: Target): Float64Array => context.read(column).values;
  const [highs, lows, closes] = [valuesOf(high), valuesOf(low), valuesOf(group.main)];
  const opens = open ? valuesOf(open) : undefined;
  for (let k = 0; k < n; k++) {
    if (rows[k] === 0) continue;
    const row = labels.rows[k] as number;
    const h = highs[row] as number;
    const l = lows[row] as number;
    const c = closes[row] as number;
    if (h < l) {
      refuse(row, group.main.series, 'high-below-low');
      rows[k] = 0;
      wicks[k] = 0;
    } else if (pokesOut(h, l, c) || (opens && pokesOut(h, l, opens[row] as number))) {
      refuse(row, group.main.series, 'not-enclosing');
      wicks[k] = 0;
    }
  }
  return { rows, wicks };
}

/** False where any of them is NaN: what is not measured contradicts nothing. */
function pokesOut(high: number, low: number, price: number): boolean {
  return price > high || price < low;
}

function dropFrozen(
  group: Group,
  labels: Labels,
  context: RowContext,
  refuse: Refuse,
  rows: Uint8Array,
): void {
  const { frozen, read } = context;
  if (frozen.days.size === 0 && frozen.numbers.length === 0) return;
  const targets = [group.main, ...Object.values(group.fields)];
  for (let k = 0; k < labels.rows.length; k++) {
    const row = labels.rows[k] as number;
    const cells = targets.map(({ column }) => read(column).values[row] as number);
    if (!frozen.days.has(labels.dates[k] as number) && !holdsFrozen(frozen, cells)) continue;
    refuse(row, group.main.series, 'frozen-value');
    rows[k] = 0;
  }
}

function gather(
  target: Target,
  labels: Labels,
  kept: Uint8Array,
  context: RowContext,
  refuse: Refuse,
): Arrivals {
  const { values, cells, whole } = context.read(target.column);
  const at = { series: target.series, values, factor: target.factor };
  if (whole && !kept.includes(0)) return { ...arrivalsOf(at, labels.rows, context), ...stampsOf(labels) };
  const n = labels.rows.length;
  const taken = new Int32Array(n);
  let count = 0;
  for (let k = 0; k < n; k++) {
    if (kept[k] === 0) continue;
    const row = labels.rows[k] as number;
    const cell = cells[row];
    if (cell === CELL.number) taken[count++] = k;
    else if (cell !== CELL.blank)
      refuse(row, target.series, cell === CELL.nonFinite ? 'non-finite' : 'unparseable-value');
  }
  const places = taken.subarray(0, count);
  const rows = places.map((k) => labels.rows[k] as number);
  return { ...arrivalsOf(at, rows, context), ...(count === n ? stampsOf(labels) : stampsAt(labels, places)) };
}

type Stamped = Pick<Arrivals, 'dates' | 'times' | 'release'>;

/** The labels themselves, which columns of a group share when all their rows are taken. */
function stampsOf({ dates, times, release }: Labels): Stamped {
  return { dates, times, release };
}

function stampsAt(labels: Labels, places: Int32Array): Stamped {
  const n = places.length;
  const dates = new Int32Array(n);
  const times = new Float64Array(n);
  const release = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const k = places[i] as number;
    dates[i] = labels.dates[k] as number;
    times[i] = labels.times[k] as number;
    release[i] = labels.release[k] as number;
  }
  return { dates, times, release };
}

interface Numbers {
  readonly series: string;
  readonly values: Float64Array;
  readonly factor: number;
}

function arrivalsOf(of: Numbers, rows: Int32Array, context: RowContext): Omit<Arrivals, keyof Stamped> {
  const n = rows.length;
  const values = new Float64Array(n);
  const flags = new Uint16Array(n);
  for (let i = 0; i < n; i++) values[i] = inBase(of.values[rows[i] as number] as number, of.factor);
  if (context.allZero.length > 0) {
    for (let i = 0; i < n; i++)
      if (isUnreported(rows[i] as number, context)) flags[i] = OBSERVATION_FLAGS.suspect;
  }
  return { series: of.series, values, flags };
}

function isUnreported(row: number, { allZero, read }: RowContext): boolean {
  return allZero.every((column) => read(column).values[row] === 0);
}
