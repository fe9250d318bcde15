import type { ScanInstrument } from '../../diagnosis/scan/answer.ts';
import { EMPTY, under } from '../compose/cells.ts';
import { yearOf } from '../dates.ts';
import { type Desk, hasValue } from '../desk.ts';
import type { Cell } from '../document.ts';
import type { Tone } from '../inline.ts';
import type { SentBar } from './sent.ts';

/** "Since" of a record: one older than the year of the session stands out, the others step back. */
export function sinceCell(desk: Desk, { record, date }: ScanInstrument): Cell {
  if (!hasValue(record.rank)) return EMPTY;
  if (record.since === null) {
    const [word, from] = desk.m.everSince(desk.w.tableDay(record.from));
    return under([word], from);
  }
  const faint = yearOf(record.since) >= yearOf(date);
  return { text: [desk.w.tableDay(record.since)], ...(faint ? { faint } : {}) };
}

function toneOf(value: number): Tone {
  if (value === 0) return 'flat';
  return value < 0 ? 'down' : 'up';
}

/** Bars of values over the largest of them; none for a value that is not measured. */
export function barsOf(values: readonly (number | null)[]): readonly (SentBar | undefined)[] {
  const longest = Math.max(...values.map((value) => Math.abs(value ?? 0))) || 1;
  return values.map((value) =>
    value === null ? undefined : { share: value / longest, tone: toneOf(value) },
  );
}
