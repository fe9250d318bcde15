import type { Drawn } from '../drawn.ts';
import { labelRows, labelRowsHeight, roomFor } from './label-rows.ts';
import { element, type Frame, framed, svgText, textWidth } from './svg.ts';
import { type Plot, plotOf, scales } from './time-plot.ts';
import { valueAxis } from './value-axis.ts';

export interface ClockHour {
  /** 0 … 23. */
  readonly utc: number;
  readonly newYork: number;
  readonly value: number;
}

export interface Clock {
  /** Hours in the order in which they are drawn. */
  readonly hours: readonly ClockHour[];
  readonly format: (value: number) => string;
  readonly utc: string;
  readonly newYork: string;
  /** Name of the hours of the cash session. */
  readonly session: string;
}

const EVERY = 3;
const FONT = 11;
/** Hours that the cash session of New York, 09:30 to 16:00, touches. */
const SESSION = [9, 16] as const;

/** Bars by hour of the day, in UTC with the hour of New York below; the hours of the cash session are shaded. */
export function clock(frame: Frame, p: Clock): string {
  const { hours, format } = p;
  const axis = valueAxis(
    hours.map(({ value }) => value),
    true,
  );
  const room = { ...frame, height: frame.height - labelRowsHeight(2) };
  const plot = plotOf(room, axis, roomFor([p.utc, p.newYork], format), { ends: [], markRows: 1 });
  const step = (plot.right - plot.left) / Math.max(1, hours.length);
  const left = (k: number) => plot.left + k * step;
  const told = hours.flatMap((hour, k) => (k % EVERY === 0 ? [{ hour, x: left(k + 0.5) }] : []));
  const labels = (of: 'utc' | 'newYork') => told.map(({ hour, x }) => ({ x, text: twoDigits(hour[of]) }));
  return framed(
    frame,
    sessionShade(plot, hours, left, step, p.session),
    scales(plot, axis, format, []),
    ...hours.map(({ value }, k) => {
      const top = plot.y(value);
      const box = { x: left(k + 0.14), y: top, width: step * 0.72, height: plot.y(0) - top };
      return value > 0 ? element('rect', { ...box, fill: 'var(--sev-4)' }) : '';
    }),
    labelRows(plot, [
      { name: p.utc, labels: labels('utc') },
      { name: p.newYork, labels: labels('newYork') },
    ]),
  );
}

function sessionShade(
  { top, floor, width }: Plot,
  hours: readonly ClockHour[],
  left: (k: number) => number,
  step: number,
  name: string,
): string {
  const inside = hours.flatMap(({ newYork }, k) =>
    newYork >= SESSION[0] && newYork < SESSION[1] ? [k] : [],
  );
  if (inside.length === 0) return '';
  const shades = inside.map((k) =>
    element('rect', { x: left(k), y: top, width: step, height: floor - top, fill: 'var(--sunk)' }),
  );
  const from = left(inside[0]!) + 2;
  const place = from + textWidth(name, FONT) > width ? { x: width, 'text-anchor': 'end' } : { x: from };
  const words = { ...place, y: top - 5, 'font-size': FONT, fill: 'var(--ink-2)' };
  return shades.join('') + svgText(name, words);
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

/** The same as a table: an hour a row. */
export function drawnClock({ hours, format, utc, newYork }: Clock): Drawn {
  return {
    first: utc,
    columns: [newYork, ''],
    rows: hours.map((hour) => ({
      name: twoDigits(hour.utc),
      texts: [twoDigits(hour.newYork), format(hour.value)],
    })),
  };
}
