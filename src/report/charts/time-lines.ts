import type { Category } from './category.ts';
import { type Frame, framed } from './svg.ts';
import {
  brokenPath,
  calendarTicks,
  endLabels,
  type LineEnd,
  markLines,
  placeMarks,
  plotOf,
  scales,
} from './time-plot.ts';
import { timeOf } from './time-ticks.ts';
import { valueAxis } from './value-axis.ts';

export interface TimeLine {
  /** Stands at the line's end with its last value; empty: the value alone. */
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Its colour where the same thing has it elsewhere; by default that of its place. */
  readonly paint?: Category;
}

export interface TimeLines {
  /** `YYYY-MM-DD` or instants, ascending; the lines keep the calendar's distances. */
  readonly dates: readonly string[];
  /** Values as shown, null where there is none. */
  readonly lines: readonly TimeLine[];
  readonly format: (value: number) => string;
  /** Whether 0 is in view whatever the values. */
  readonly zero?: boolean;
  /** Events: a dashed line each, with words. */
  readonly marks?: readonly { readonly date: string; readonly text: string }[];
}

const PAINTS = ['ink', 'cat-1', 'cat-2', 'cat-3', 'cat-4', 'cat-5', 'cat-6', 'cat-7'] as const;
const DASHES = [undefined, undefined, '5 3', '1 3'] as const;

/**
 * Lines over time, each named at its end with its last value, from a scale of values that is round and need not begin at zero. A line breaks
 * where a value is missing.
 */
export function timeLines(frame: Frame, p: TimeLines): string {
  const { dates, format } = p;
  const values = p.lines.flatMap((one) => one.values.filter((value) => value !== null));
  const axis = valueAxis(values, p.zero ?? false);
  const ends = p.lines.flatMap((one, k) => lineEnd(one, k, format));
  const times = dates.map(timeOf);
  const span = [times[0] ?? 0, times.at(-1) ?? 0] as const;
  const across = (left: number, right: number) => (at: number) =>
    left + ((at - span[0]) / (span[1] - span[0] || 1)) * (right - left);
  const inside = (p.marks ?? []).filter(({ date }) => timeOf(date) >= span[0] && timeOf(date) <= span[1]);
  const first = plotOf(frame, axis, format, { ends, markRows: 0 });
  const x = across(first.left + 4, first.right - 2);
  const marks = placeMarks(
    inside.map(({ date, text }) => ({ x: x(timeOf(date)), text })),
    frame.width,
  );
  const plot = plotOf(frame, axis, format, { ends, markRows: marks.rows });
  const drawn = p.lines.map((one, k) =>
    brokenPath(
      times.map((at, t) => ({ x: x(at), value: one.values[t] ?? null })),
      plot.y,
      lookOf(one, k),
    ),
  );
  return framed(
    frame,
    scales(plot, axis, format, dates.length === 0 ? [] : calendarTicks(plot, span, x)),
    markLines(plot, marks.placed),
    ...drawn.reverse(),
    endLabels(plot, ends),
  );
}

/** Colour and dash of the k-th line: never the colour alone. */
function lookOf({ paint }: TimeLine, k: number) {
  const dash = DASHES[Math.floor(k / 2) % DASHES.length];
  const width = k === 0 ? 1.8 : 1.4;
  return { paint: paintOf(k, paint), width, ...(dash === undefined ? {} : { dash }) };
}

function paintOf(k: number, own: TimeLine['paint']): string {
  return `var(--${own ?? PAINTS[k % PAINTS.length]})`;
}

function lineEnd(
  { name, values, paint }: TimeLine,
  k: number,
  format: TimeLines['format'],
): readonly LineEnd[] {
  const value = values.findLast((one) => one !== null);
  if (value === undefined || value === null) return [];
  return [{ value, name, shown: format(value), paint: paintOf(k, paint) }];
}
