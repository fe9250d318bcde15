import { element, type Frame, framed } from './svg.ts';
import { brokenPath, endLabels, type LineEnd, type Plot, plotOf, scales } from './time-plot.ts';
import { timeOf, timeTicks } from './time-ticks.ts';
import { valueAxis } from './value-axis.ts';

export interface TimeBars {
  /** `YYYY-MM-DD` or instants, ascending; the bars stand side by side, whatever days lie between them. */
  readonly dates: readonly string[];
  /** Values as shown, null where there is none. */
  readonly values: readonly (number | null)[];
  readonly format: (value: number) => string;
  /** `signed` (the default): gains and losses in the two colours of direction; `plain`: one grey. */
  readonly tone?: 'signed' | 'plain';
  /** A line over the bars, a mean say, on the same scale. */
  readonly line?: { readonly name: string; readonly values: readonly (number | null)[] };
}

const INK = 'var(--ink)';

/** Bars over time from the zero line, with at most one line over them; the last value, and the line's name, at the end. */
export function timeBars(frame: Frame, p: TimeBars): string {
  const { dates, values, format, line } = p;
  const all = [...values, ...(line?.values ?? [])].filter((value) => value !== null);
  const axis = valueAxis(all, true);
  const ends = endsOf(p);
  const plot = plotOf(frame, axis, format, { ends, markRows: 0 });
  const step = (plot.right - plot.left) / Math.max(1, dates.length);
  const middle = (k: number) => plot.left + (k + 0.5) * step;
  const bars = values.map((value, k) => (value === null ? '' : bar(plot, middle(k), step, value, p.tone)));
  const over = line?.values.map((value, k) => ({ x: middle(k), value })) ?? [];
  return framed(
    frame,
    scales(plot, axis, format, ticksOf(dates, plot, middle)),
    ...bars,
    element('line', { x1: plot.left, x2: plot.right, y1: plot.y(0), y2: plot.y(0), stroke: INK }),
    brokenPath(over, plot.y, { paint: INK, width: 1.6 }),
    endLabels(plot, ends),
  );
}

function fillOf(value: number, tone: TimeBars['tone'] = 'signed'): string {
  if (tone === 'plain') return 'var(--grey-3)';
  return value < 0 ? 'var(--down)' : 'var(--up)';
}

function bar({ y }: Plot, x: number, step: number, value: number, tone: TimeBars['tone']): string {
  const width = Math.max(0.5, Math.min(26, step * 0.78));
  const [top, bottom] = [y(Math.max(0, value)), y(Math.min(0, value))];
  const height = Math.max(0.5, bottom - top);
  return element('rect', { x: x - width / 2, y: top, width, height, fill: fillOf(value, tone) });
}

/** A label of time stands under the first bar at or after it. */
function ticksOf(dates: readonly string[], { left, right }: Plot, middle: (k: number) => number) {
  const times = dates.map(timeOf);
  if (times.length === 0) return [];
  const ticks = timeTicks(times[0]!, times.at(-1)!, (right - left) * 0.9);
  return ticks.map(({ at, text }) => ({ x: middle(times.findIndex((time) => time >= at)), text }));
}

function endsOf({ values, format, tone, line }: TimeBars): readonly LineEnd[] {
  const last = values.findLast((one) => one !== null) ?? null;
  const over = line?.values.findLast((one) => one !== null) ?? null;
  const ofBars =
    last === null
      ? []
      : [
          {
            value: last,
            name: '',
            shown: format(last),
            paint: tone === 'plain' ? 'var(--ink-2)' : fillOf(last),
          },
        ];
  if (over === null || line === undefined) return ofBars;
  return [...ofBars, { value: over, name: line.name, shown: format(over), paint: INK }];
}
