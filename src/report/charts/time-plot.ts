import type { Instant } from '../../data/time.ts';
import { apart } from './level-ladder.ts';
import { element, type Frame, fitted, svgText, textWidth } from './svg.ts';
import { type TimeTick, timeTicks } from './time-ticks.ts';
import { axisWidth, gridlines, type ValueAxis } from './value-axis.ts';

const FONT = 11;
const NAME = 12;
/** A strong letter is wider than the estimate. */
const STRONG = 1.08;
const FOOT = 20;
const HEAD = 8;
const MARK_ROW = 15;

/** Where the drawn part of a picture stands, with its two scales. */
export interface Plot {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly floor: number;
  readonly y: (value: number) => number;
}

/** What stands at the end of a line: its name and its last value. */
export interface LineEnd {
  readonly value: number;
  readonly name: string;
  readonly shown: string;
  readonly paint: string;
}

/** Share of the picture that labels at the ends of lines may take: more of a small one, where a name is as long as elsewhere. */
const MOST_LABELS = 0.4;
const MOST_LABELS_SMALL = 0.46;
const SMALL = 320;

/** The plot between its labels: of values at the left, of line ends at the right, of marks above and time below. */
export function plotOf(
  { width, height }: Frame,
  axis: ValueAxis,
  format: (value: number) => string,
  room: { ends: readonly LineEnd[]; markRows: number },
): Plot {
  const left = axisWidth(axis, format);
  const widest = Math.max(0, ...room.ends.map((end) => STRONG * textWidth(endText(end), NAME)));
  const ends =
    widest === 0
      ? 6
      : Math.min(
          Math.ceil(widest) + 10,
          Math.floor(width * (width < SMALL ? MOST_LABELS_SMALL : MOST_LABELS)),
        );
  const [top, floor] = [HEAD + room.markRows * MARK_ROW, height - FOOT];
  const y = (value: number) => top + ((axis.high - value) / (axis.high - axis.low)) * (floor - top);
  return { width, left, right: width - ends, top, floor, y };
}

/** The name gives way to the value where both do not fit. */
function endText({ name, shown }: LineEnd, room = Number.POSITIVE_INFINITY): string {
  if (name === '') return shown;
  const left = room / STRONG - textWidth(` ${shown}`, NAME);
  const cut = textWidth(name, NAME) > left;
  return cut && left < 3 * NAME ? shown : `${fitted(name, NAME, left)} ${shown}`;
}

/** Gridlines, the labels of values, and the labels of time with their ticks. */
export function scales(
  plot: Plot,
  axis: ValueAxis,
  format: (value: number) => string,
  ticks: readonly { readonly x: number; readonly text: string }[],
): string {
  const { width, left, right, floor } = plot;
  const below = ticks.map(({ x, text }) => {
    const half = textWidth(text, FONT) / 2;
    const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle';
    const label = { x, y: floor + 16, 'text-anchor': anchor, 'font-size': FONT, fill: 'var(--ink-3)' };
    return (
      element('line', { x1: x, x2: x, y1: floor, y2: floor + 4, stroke: 'var(--ink-3)' }) +
      svgText(text, label)
    );
  });
  return [gridlines(axis, format, { left, right, y: plot.y }), ...below].join('');
}

/** Labels of time under a plot whose positions follow the calendar. */
export function calendarTicks(
  { left, right }: Plot,
  span: readonly [Instant, Instant],
  x: (at: Instant) => number,
): readonly { x: number; text: string }[] {
  return timeTicks(span[0], span[1], right - left).map(({ at, text }: TimeTick) => ({ x: x(at), text }));
}

/** A line through the points that have a value; it breaks where one is missing, and a value alone is a dot. */
export function brokenPath(
  points: readonly { readonly x: number; readonly value: number | null }[],
  y: (value: number) => number,
  look: { paint: string; width: number; dash?: string },
): string {
  const runs: string[][] = [[]];
  for (const { x, value } of points) {
    if (value === null) runs.push([]);
    else runs.at(-1)!.push(`${x.toFixed(1)} ${y(value).toFixed(1)}`);
  }
  const stroke = { fill: 'none', stroke: look.paint, 'stroke-width': look.width, 'stroke-linejoin': 'round' };
  const d = runs
    .filter((run) => run.length > 0)
    .map((run) => (run.length === 1 ? `M${run[0]}h0` : `M${run.join('L')}`))
    .join('');
  const dash = look.dash === undefined ? {} : { 'stroke-dasharray': look.dash };
  return d === '' ? '' : element('path', { d, ...stroke, 'stroke-linecap': 'round', ...dash });
}

/** Names and last values beside the ends of lines, moved apart where they would touch. */
export function endLabels({ width, right, floor, y }: Plot, ends: readonly LineEnd[]): string {
  const sorted = [...ends].sort((a, b) => b.value - a.value);
  const rows = apart(
    sorted.map(({ value }) => y(value)),
    floor,
  );
  return sorted
    .map((end, k) =>
      svgText(endText(end, width - right - 6), {
        x: right + 6,
        y: rows[k]! + 4,
        'font-size': NAME,
        'font-weight': 620,
        fill: end.paint,
      }),
    )
    .join('');
}

export interface Mark {
  readonly x: number;
  readonly text: string;
}

const MOST_MARK_ROWS = 3;

interface PlacedMark extends Mark {
  readonly row: number;
  readonly anchor: 'start' | 'end';
}

/** The row of each mark's words above the plot, so that no two touch; past the last row the words are left out and the line stays. */
export function placeMarks(
  marks: readonly Mark[],
  right: number,
): { readonly placed: readonly PlacedMark[]; readonly rows: number } {
  const ends: number[] = [];
  const placed = [...marks]
    .sort((a, b) => a.x - b.x)
    .map(({ x, text }) => {
      const wide = textWidth(text, FONT) + 8;
      const anchor = x + wide > right ? ('end' as const) : ('start' as const);
      const [from, to] = anchor === 'start' ? [x, x + wide] : [x - wide, x];
      let row = 0;
      while ((ends[row] ?? Number.NEGATIVE_INFINITY) > from) row++;
      if (row < MOST_MARK_ROWS) ends[row] = to;
      return { x, text, row, anchor };
    });
  return { placed, rows: Math.min(MOST_MARK_ROWS, ends.length) };
}

/** Dashed vertical lines through the plot with their words above it. */
export function markLines({ floor }: Plot, placed: readonly PlacedMark[]): string {
  return placed
    .map(({ x, text, row, anchor }) => {
      const top = HEAD + Math.min(row, MOST_MARK_ROWS - 1) * MARK_ROW - 4;
      const rule = { x1: x, x2: x, y1: top, y2: floor, stroke: 'var(--ink-3)', 'stroke-dasharray': '2 3' };
      const words = { x: anchor === 'start' ? x + 4 : x - 4, y: top + 9, 'text-anchor': anchor };
      return (
        element('line', rule) +
        (row < MOST_MARK_ROWS ? svgText(text, { ...words, 'font-size': FONT, fill: 'var(--ink-2)' }) : '')
      );
    })
    .join('');
}
