import type { Drawn } from '../drawn.ts';
import { labelRows, labelRowsHeight, roomFor } from './label-rows.ts';
import { element, type Frame, framed } from './svg.ts';
import { type Plot, plotOf, scales } from './time-plot.ts';
import { valueAxis } from './value-axis.ts';

export interface LeverageBar {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Distance to liquidation, in words. */
  readonly distance: string;
  /** The price comes there. */
  readonly reached: boolean;
}

export interface LeverageHistogram {
  readonly bars: readonly LeverageBar[];
  readonly format: (value: number) => string;
  /** Names of the two rows of labels. */
  readonly leverage: string;
  readonly distance: string;
}

/** Bars by band of leverage with their bands, the distance to liquidation as a second axis; what the price reaches is filled. */
export function leverageHistogram(frame: Frame, p: LeverageHistogram): string {
  const { bars, format } = p;
  const axis = valueAxis(
    bars.flatMap(({ value, high }) => [value, high]),
    true,
  );
  const room = { ...frame, height: frame.height - labelRowsHeight(2) };
  const plot = plotOf(room, axis, roomFor([p.leverage, p.distance], format), { ends: [], markRows: 0 });
  const step = (plot.right - plot.left) / Math.max(1, bars.length);
  const middle = (k: number) => plot.left + (k + 0.5) * step;
  const row = (name: string, textOf: (bar: LeverageBar) => string) => ({
    name,
    labels: bars.map((bar, k) => ({ x: middle(k), text: textOf(bar) })),
  });
  return framed(
    frame,
    scales(plot, axis, format, []),
    ...bars.map((bar, k) => barOf(plot, bar, middle(k), Math.min(44, step * 0.6))),
    labelRows(plot, [row(p.leverage, ({ name }) => name), row(p.distance, ({ distance }) => distance)]),
  );
}

function barOf({ y }: Plot, { value, low, high, reached }: LeverageBar, middle: number, width: number) {
  const [top, floor] = [y(value), y(0)];
  const box = { x: middle - width / 2, y: top, width, height: Math.max(0.5, floor - top) };
  const fill = reached
    ? { fill: 'var(--sev-4)' }
    : { fill: 'var(--surface)', stroke: 'var(--ink-2)', 'stroke-width': 1 };
  const whisker = { x1: middle, x2: middle, y1: y(low), y2: y(high), stroke: 'var(--ink)' };
  return element('rect', { ...box, ...fill }) + element('line', whisker);
}

/** The same as a table: a band of leverage a row, with the ends of its line. */
export function drawnLeverage({ bars, format, leverage, distance }: LeverageHistogram, range: string): Drawn {
  return {
    first: leverage,
    columns: ['', range, distance],
    rows: bars.map(({ name, value, low, high, distance: away }) => ({
      name,
      texts: [format(value), `${format(low)} – ${format(high)}`, away],
    })),
  };
}
