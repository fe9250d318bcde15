import { element, type Frame, framed, svgText } from './svg.ts';
import { brokenPath, endLabels, type LineEnd, type Plot, plotOf, scales } from './time-plot.ts';
import { valueAxis } from './value-axis.ts';

export interface Fan {
  /** From the start, ascending. */
  readonly minutes: readonly number[];
  /** Ascending by level, the median in the middle; values by minute. */
  readonly quantiles: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly start: { readonly value: number; readonly name: string };
  readonly format: (value: number) => string;
  /** Label of a time after the start. */
  readonly after: (minutes: number) => string;
}

const FONT = 11;
const TICK_ROOM = 80;
const STEPS = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200];

/** Quantiles of what is to come, as bands around their median, with the value of the start as a dashed line. */
export function fan(frame: Frame, p: Fan): string {
  const { minutes, quantiles, start, format, after } = p;
  const axis = valueAxis([start.value, ...quantiles.flatMap(({ values }) => values)], false);
  const ends = endsOf(p);
  const plot = plotOf(frame, axis, format, { ends, markRows: 0 });
  const last = Math.max(1, minutes.at(-1) ?? 1);
  const x = (minute: number) => plot.left + (minute / last) * (plot.right - plot.left);
  const ticks = ticksOf(last, plot.right - plot.left).map((minute) => ({
    x: x(minute),
    text: after(minute),
  }));
  const middle = (quantiles.length - 1) / 2;
  const pairs = Array.from({ length: Math.floor(quantiles.length / 2) }, (_, k) => k);
  const bands = pairs.map((k) =>
    bandOf(
      plot,
      minutes.map(x),
      quantiles[k]!.values,
      quantiles[quantiles.length - 1 - k]!.values,
      `var(--sev-${Math.min(k + 1, 3)})`,
    ),
  );
  const median = quantiles[middle];
  return framed(
    frame,
    scales(plot, axis, format, ticks),
    ...bands,
    startLine(plot, start),
    median
      ? brokenPath(
          minutes.map((minute, t) => ({ x: x(minute), value: median.values[t] ?? null })),
          plot.y,
          { paint: 'var(--sev)', width: 1.8 },
        )
      : '',
    endLabels(plot, ends),
  );
}

/** Names and last values of the outermost quantiles and the median. */
function endsOf({ quantiles, format }: Fan): readonly LineEnd[] {
  const middle = (quantiles.length - 1) / 2;
  return [0, middle, quantiles.length - 1]
    .filter((k, index, all) => quantiles[k] !== undefined && all.indexOf(k) === index)
    .flatMap((k) => {
      const { name, values } = quantiles[k]!;
      const value = values.at(-1);
      if (value === undefined) return [];
      return [{ value, name, shown: format(value), paint: k === middle ? 'var(--sev)' : 'var(--ink-2)' }];
    });
}

function ticksOf(last: number, width: number): readonly number[] {
  const most = Math.max(1, Math.floor(width / TICK_ROOM));
  const step = STEPS.find((one) => last / one <= most) ?? last;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => k * step);
}

function bandOf(
  { y }: Plot,
  xs: readonly number[],
  low: readonly number[],
  high: readonly number[],
  fill: string,
): string {
  const point = (x: number, value: number) => `${x.toFixed(1)} ${y(value).toFixed(1)}`;
  const up = xs.map((x, t) => point(x, high[t]!));
  const down = xs.map((x, t) => point(x, low[t]!)).reverse();
  if (up.length < 2) return '';
  return element('path', { d: `M${[...up, ...down].join('L')}Z`, fill, 'fill-opacity': 0.8 });
}

function startLine({ left, right, y }: Plot, { value, name }: Fan['start']): string {
  const at = y(value);
  const rule = { x1: left, x2: right, y1: at, y2: at, stroke: 'var(--ink)', 'stroke-dasharray': '2 3' };
  const words = { x: right - 4, y: at - 4, 'text-anchor': 'end', 'font-size': FONT, fill: 'var(--ink-2)' };
  return element('line', rule) + svgText(name, words);
}
