import { keyOf, stackPaint } from './key.ts';
import { element, type Frame, framed } from './svg.ts';
import { plotOf, scales } from './time-plot.ts';
import { timeOf, timeTicks } from './time-ticks.ts';
import { valueAxis } from './value-axis.ts';

export interface StackedBars {
  /** `YYYY-MM-DD`, ascending; the bars stand side by side, whatever days lie between them. */
  readonly dates: readonly string[];
  /** From the zero line outwards: values above 0 upwards, below it downwards; null where there is none. */
  readonly stacks: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly format: (value: number) => string;
}

/** Bars of several parts over time, parts of one sign on top of one another, with a key above. */
export function stackedBars(frame: Frame, p: StackedBars): string {
  const { dates, stacks, format } = p;
  const ends = dates.flatMap((_, t) => {
    const values = stacks.map(({ values: all }) => all[t] ?? 0);
    const side = (sign: 1 | -1) => values.reduce((sum, one) => sum + (sign * one > 0 ? one : 0), 0);
    return [side(1), side(-1)];
  });
  const axis = valueAxis(ends, true);
  const key = keyOf(
    stacks.map(({ name }) => name),
    frame.width,
  );
  const plot = plotOf(frame, axis, format, { ends: [], markRows: key.rows });
  const step = (plot.right - plot.left) / Math.max(1, dates.length);
  const middle = (t: number) => plot.left + (t + 0.5) * step;
  const width = Math.max(1, Math.min(26, step * 0.72));
  const bars = dates.flatMap((_, t) => {
    let [up, down] = [0, 0];
    return stacks.map(({ values }, k) => {
      const value = values[t] ?? 0;
      if (value === 0) return '';
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      const [top, bottom] = [plot.y(Math.max(from, from + value)), plot.y(Math.min(from, from + value))];
      const box = { x: middle(t) - width / 2, y: top, width, height: Math.max(0.5, bottom - top) };
      return element('rect', {
        ...box,
        fill: stackPaint(k),
        stroke: 'var(--surface)',
        'stroke-width': 0.5,
      });
    });
  });
  const times = dates.map(timeOf);
  const ticks = times.length === 0 ? [] : timeTicks(times[0]!, times.at(-1)!, (plot.right - plot.left) * 0.9);
  return framed(
    frame,
    key.svg,
    scales(
      plot,
      axis,
      format,
      ticks.map(({ at, text }) => ({ x: middle(times.findIndex((time) => time >= at)), text })),
    ),
    ...bars,
    element('line', { x1: plot.left, x2: plot.right, y1: plot.y(0), y2: plot.y(0), stroke: 'var(--ink)' }),
  );
}
