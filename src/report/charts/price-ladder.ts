import type { Drawn } from '../drawn.ts';
import { keyHeight, keyOf, stackPaint } from './key.ts';
import { element, type Frame, fitted, framed, svgText, textWidth } from './svg.ts';

export interface LadderRow {
  readonly label: string;
  /** In the order of the parts, none below 0. */
  readonly parts: readonly number[];
  readonly text: string;
  readonly marked?: boolean;
}

export interface PriceLadder {
  readonly parts: readonly string[];
  readonly rows: readonly LadderRow[];
  /** What a marked row means; stands below the key when any row is marked. */
  readonly mark: string;
}

const FONT = 12;
const KEY_FONT = 11;
const ROW = 20;
const BAR = 13;
const GAP = 8;
const SIGN = '▲';
const MOST_LABEL = 0.4;
/** Signs of change and percent are wider than the estimate. */
const ROOM = 1.1;

function headOf({ parts, rows, mark }: PriceLadder, width: number): number {
  return keyHeight(parts, width) + (marked(rows) && mark !== '' ? 16 : 0) + 8;
}

function marked(rows: readonly LadderRow[]): boolean {
  return rows.some((row) => row.marked);
}

/** Height of a ladder in a picture of that width. */
export function priceLadderHeight(ladder: PriceLadder, width: number): number {
  return headOf(ladder, width) + Math.max(1, ladder.rows.length) * ROW + 4;
}

/** Horizontal bars by level of the price, parts side by side, the nearest level first, with the sum at the end of each. */
export function priceLadder(frame: Frame, ladder: PriceLadder): string {
  const { parts, rows, mark } = ladder;
  const { width } = frame;
  const head = headOf(ladder, width);
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, FONT)));
  const left = Math.min(Math.ceil(ROOM * widest(rows.map(({ label }) => label))) + GAP, MOST_LABEL * width);
  const ends = Math.ceil(ROOM * widest(rows.map(({ text }) => `${text} ${SIGN}`))) + GAP;
  const most = Math.max(...rows.map((row) => sum(row.parts)), 0);
  const scale = most > 0 ? Math.max(0, width - left - ends) / most : 0;
  return framed(
    frame,
    keyOf(parts, width).svg,
    marked(rows) && mark !== ''
      ? svgText(`${SIGN} ${mark}`, { x: 0, y: head - 10, 'font-size': KEY_FONT, fill: 'var(--sev)' })
      : '',
    element('line', { x1: left, x2: left, y1: head, y2: head + rows.length * ROW, stroke: 'var(--ink)' }),
    ...rows.map((row, k) => rowOf(row, head + (k + 0.5) * ROW, left, scale)),
  );
}

/** The same as a table: a level a row, its parts and what stands at its end. */
export function drawnLadder(
  { parts, rows }: PriceLadder,
  { first, sum: whole, format }: { first: string; sum: string; format: (value: number) => string },
): Drawn {
  return {
    first,
    columns: [...parts, whole],
    rows: rows.map(({ label, parts: values, text }) => ({
      name: label,
      texts: [...values.map(format), text],
    })),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function rowOf(row: LadderRow, middle: number, left: number, scale: number): string {
  const { label, parts, text } = row;
  const paint = row.marked ? 'var(--sev)' : 'var(--ink)';
  const at = { y: middle + 4, 'font-size': FONT, fill: paint };
  let x = left;
  const bars = parts.map((value, k) => {
    const width = value * scale;
    const from = x;
    x += width;
    if (!(width > 0)) return '';
    const box = { x: from, y: middle - BAR / 2, width: Math.max(0.5, width), height: BAR };
    return element('rect', { ...box, fill: stackPaint(k), stroke: 'var(--surface)', 'stroke-width': 0.5 });
  });
  return [
    svgText(fitted(label, FONT, left - GAP), { x: left - GAP, ...at, 'text-anchor': 'end' }),
    ...bars,
    svgText(row.marked ? `${text} ${SIGN}` : text, {
      x: x + GAP - 2,
      ...at,
      ...(row.marked ? { 'font-weight': 620 } : {}),
    }),
  ].join('');
}
