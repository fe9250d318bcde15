import type { Quarantined } from '../observation.ts';
import { endOfDay } from '../time.ts';
import type { CsvFile } from './csv.ts';
import { CELL } from './decimal.ts';
import { inBase } from './in-base.ts';
import { halfStepOf } from './known-at.ts';
import { type DateLimits, labelRows } from './labels.ts';
import type { Lookups } from './lookups.ts';
import type { Group } from './plan.ts';
import type { VintageRow } from './settle.ts';

/**
 * Rows of `vintage_seen,date,value` for the series of a group. A vintage is seen at the end of the UTC day it is dated, since the hour is not
 * recorded: an upper bound, like every seen instant. Bad rows are quarantined as those of a series are, except that a date stands once a vintage.
 */
export function readVintages(
  file: CsvFile,
  group: Group,
  limits: DateLimits,
  lookups: Lookups,
  quarantine: (row: Quarantined) => void,
): VintageRow[] {
  const [seenAt, dateAt, valueAt] = ['vintage_seen', 'date', 'value'].map((name) =>
    file.header.indexOf(name),
  );
  if (
    seenAt === undefined ||
    dateAt === undefined ||
    valueAt === undefined ||
    Math.min(seenAt, dateAt, valueAt) < 0
  )
    return [];
  const seen = file.days(seenAt);
  const { values, cells } = file.numbers(valueAt);
  const stamps = { kind: 'date' as const, values: file.days(dateAt) };
  const rows: VintageRow[] = [];
  const refuse = (row: number, reason: Quarantined['reason']) =>
    quarantine({
      series: group.main.series,
      file: file.name,
      line: file.line(row),
      date: file.cell(row, dateAt),
      text: file.text(row),
      reason,
    });
  for (const [vintage, subset] of rowsByVintage(seen)) {
    const copy = withoutRepeats(subset, stamps.values, values);
    const halfStep = halfStepOf(copy.map((row) => inBase(values[row] as number, group.main.factor)));
    const labels = labelRows(stamps, Int32Array.from(copy), group.shiftDays, group.entry, limits, lookups);
    for (const { row, reason } of labels.refused) refuse(row, reason);
    labels.rows.forEach((row, k) => {
      if (cells[row] === CELL.blank) return;
      if (Number.isNaN(vintage)) refuse(row, 'unparseable-date');
      else if (cells[row] !== CELL.number)
        refuse(row, cells[row] === CELL.nonFinite ? 'non-finite' : 'unparseable-value');
      else
        rows.push({
          date: labels.dates[k] as number,
          time: labels.times[k] as number,
          release: labels.release[k] as number,
          value: inBase(values[row] as number, group.main.factor),
          seen: endOfDay(vintage),
          halfStep,
        });
    });
  }
  return rows;
}

/** Rows of a vintage without those that say again what it has said: several collectors may have kept the same copy. */
function withoutRepeats(rows: readonly number[], dates: Float64Array, values: Float64Array): number[] {
  const said = new Set<string>();
  return rows.filter((row) => {
    const key = `${dates[row]} ${values[row]}`;
    const isNew = Number.isNaN(dates[row]) || Number.isNaN(values[row]) || !said.has(key);
    said.add(key);
    return isNew;
  });
}

function rowsByVintage(seen: Float64Array): Map<number, number[]> {
  const byVintage = new Map<number, number[]>();
  seen.forEach((vintage, row) => {
    const rows = byVintage.get(vintage);
    if (rows) rows.push(row);
    else byVintage.set(vintage, [row]);
  });
  return byVintage;
}
