import { hatchPattern } from './hatch-pattern.ts';
import { element, type Frame, fitted, framed, svgText, textWidth } from './svg.ts';

export interface TriggerRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  /** What is to be said of the row, at its end. */
  readonly note?: string;
}

export interface TriggerLadder {
  /** The level nearest to the price first. */
  readonly rows: readonly TriggerRow[];
  /** What the line through a bar means. */
  readonly whisker: string;
}

const FONT = 12;
const ROW = 24;
const BAR = 13;
const GAP = 8;
const FOOT = 20;
const MOST_LABEL = 0.4;
/** Signs of change and percent are wider than the estimate. */
const ROOM = 1.1;

/** Height of a ladder of so many rows. */
export function triggerLadderHeight(rows: number): number {
  return Math.max(1, rows) * ROW + FOOT;
}

/** Hatched bars by level of the price with their bands as lines, the value at the end of each. */
export function triggerLadder(frame: Frame, { rows, whisker }: TriggerLadder): string {
  const { width, id } = frame;
  const widest = (texts: readonly string[]) =>
    Math.max(0, ...texts.map((text) => ROOM * textWidth(text, FONT)));
  const left = Math.min(Math.ceil(widest(rows.map(({ label }) => label))) + GAP, MOST_LABEL * width);
  const ends = Math.ceil(widest(rows.map(endOf))) + GAP;
  const most = Math.max(0, ...rows.map(({ value, high }) => Math.max(value, high)));
  const scale = most > 0 ? Math.max(0, width - left - ends) / most : 0;
  const pattern = `${id}-rungs`;
  return framed(
    frame,
    hatchPattern(pattern, 'thin'),
    ...rows.map((row, k) => rowOf(row, (k + 0.5) * ROW, { left, scale, pattern })),
    svgText(whisker, { x: left, y: rows.length * ROW + 14, 'font-size': 11, fill: 'var(--ink-3)' }),
  );
}

function endOf({ text, note }: TriggerRow): string {
  return note === undefined ? text : `${text} ${note}`;
}

function rowOf(
  row: TriggerRow,
  middle: number,
  { left, scale, pattern }: { left: number; scale: number; pattern: string },
): string {
  const { label, value, low, high } = row;
  const end = left + scale * Math.max(value, high);
  const box = { x: left, y: middle - BAR / 2, width: Math.max(0, value * scale), height: BAR };
  const at = { y: middle + 4, 'font-size': FONT, fill: row.note === undefined ? 'var(--ink)' : 'var(--sev)' };
  const line = { x1: left + low * scale, x2: left + high * scale, y1: middle, y2: middle };
  return [
    svgText(fitted(label, FONT, left - GAP), { x: left - GAP, ...at, 'text-anchor': 'end' }),
    value > 0 ? element('rect', { ...box, fill: 'var(--sev-1)', 'fill-opacity': 0.5 }) : '',
    value > 0 ? element('rect', { ...box, fill: `url(#${pattern})`, stroke: 'var(--sev)' }) : '',
    high > low ? element('line', { ...line, stroke: 'var(--ink)', 'stroke-width': 1.3 }) : '',
    svgText(endOf(row), { x: (value > 0 || high > low ? end : left) + GAP - 2, ...at }),
  ].join('');
}
