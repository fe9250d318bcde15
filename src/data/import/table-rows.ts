import type { Quarantined, TableRow, TableRows } from '../observation.ts';
import { dayOf, endOfDay, MS_PER_DAY } from '../time.ts';
import { baseUnit, conversion } from '../unit.ts';
import type { Columns } from './columns.ts';
import type { CsvFile } from './csv.ts';
import { parseText } from './decimal.ts';
import { type Frozen, holdsFrozen } from './frozen.ts';
import { inBase } from './in-base.ts';
import { type DateLimits, type Stamps, stampsOf, stampText } from './labels.ts';
import type { TableSpec } from './tables.ts';

/**
 * Rows of a file that is a table: every cell as a number in its base unit, as text, or null when blank. Rows without a date that can be read,
 * dated after the cut or the import, or holding a frozen value go to quarantine. `columns` is undefined for a file of one window, without dates.
 */
export function tableRows(
  file: CsvFile,
  table: string,
  source: string,
  spec: TableSpec,
  columns: Columns | undefined,
  frozen: Frozen,
  limits: DateLimits,
  quarantine: (row: Quarantined) => void,
): TableRows {
  const stamps = columns && stampsOf(file, columns.label);
  const rows: TableRow[] = [];
  const read = cellReader(file, spec);
  const others = file.header.map((_, column) => column).filter((column) => column !== columns?.label.column);
  for (let row = 0; row < file.rows; row++) {
    const clock = clockOf(row, stamps, spec);
    const cells = Object.fromEntries(
      others.map((column) => [file.header[column] as string, read(row, column)]),
    );
    const reason = refusal(clock, cells, frozen, limits);
    if (reason === undefined) {
      rows.push({ date: clock.date, time: clock.time, knownAt: clock.knownAt, cells });
      continue;
    }
    const date = stamps ? stampText(stamps.kind, stamps.values[row] as number) : '';
    quarantine({
      series: table,
      file: file.name,
      line: file.line(row),
      date,
      text: file.text(row).slice(0, 200),
      reason,
    });
  }
  return { table, source, rows };
}

interface RowClock {
  readonly date: number;
  readonly time: number;
  readonly knownAt: number;
}

function clockOf(row: number, stamps: Stamps | undefined, spec: TableSpec): RowClock {
  const { at } = spec;
  if (at !== undefined) return { date: dayOf(at - 1), time: at, knownAt: at };
  const stamp = stamps ? (stamps.values[row] as number) : Number.NaN;
  if (stamps?.kind === 'time') return { date: dayOf(stamp), time: stamp, knownAt: stamp };
  return { date: stamp, time: endOfDay(stamp), knownAt: endOfDay(stamp) };
}

function refusal(
  clock: RowClock,
  cells: TableRow['cells'],
  frozen: Frozen,
  { cut, now }: DateLimits,
): Quarantined['reason'] | undefined {
  if (Number.isNaN(clock.date)) return 'unparseable-date';
  const limit = Math.min(cut === undefined ? Number.POSITIVE_INFINITY : cut * MS_PER_DAY, now);
  if (clock.date * MS_PER_DAY >= limit) return 'future-date';
  const numbers = Object.values(cells).filter((cell) => typeof cell === 'number');
  return frozen.days.has(clock.date) || holdsFrozen(frozen, numbers) ? 'frozen-value' : undefined;
}

function cellReader(file: CsvFile, spec: TableSpec): (row: number, column: number) => string | number | null {
  const factors = file.header.map((name) => {
    const unit = spec.units?.[name];
    return unit === undefined ? 1 : conversion(unit, baseUnit(unit));
  });
  return (row, column) => {
    const text = file.cell(row, column);
    if (text === '') return null;
    const value = parseText(text);
    return Number.isNaN(value) ? text : inBase(value, factors[column] as number);
  };
}
