import { element, svgText, textWidth } from './svg.ts';

const FONT = 11;
const MOST_LINES = 5;
/** By how much the sign is wider than the estimate of a letter. */
const PERCENT = 4;
/** Spans under this one have no round steps that a number can hold. */
const LEAST = 1e-300;

export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Steps of 1, 2, 2.5 or 5 times a power of ten that cut a span into at most five parts. */
function niceStep(span: number): number {
  const rough = span / MOST_LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((nice) => nice * power >= rough * (1 - 1e-9)) ?? 10);
}

/**
 * Round limits and at most six gridlines around values; around 0 and 1 when there are none. Values that are all alike get room of their own
 * size above and below.
 * @param zero whether 0 is always in view
 */
export function valueAxis(values: readonly number[], zero: boolean): ValueAxis {
  const all = values.length === 0 ? [0, 1] : zero ? [0, ...values] : values;
  let [low, high] = [Math.min(...all), Math.max(...all)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= Math.max(LEAST, 1e-12 * size)) {
    const room = size > LEAST ? size : 1;
    [low, high] = [low - room / 2, high + room / 2];
  }
  const step = niceStep(high - low);
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => tidy((first + k) * step));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** Without the last bits that sums of tenths leave. */
function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** Width of the labels at the left of a value axis. */
export function axisWidth({ ticks }: ValueAxis, format: (value: number) => string): number {
  const widthOf = (text: string) => textWidth(text, FONT) + (text.endsWith('%') ? PERCENT : 0);
  return Math.ceil(Math.max(...ticks.map((tick) => widthOf(format(tick))))) + 10;
}

/** Gridlines with their labels; the zero line in ink. */
export function gridlines(
  { ticks }: ValueAxis,
  format: (value: number) => string,
  { left, right, y }: { left: number; right: number; y: (value: number) => number },
): string {
  return ticks
    .map((tick) => {
      const rule = { x1: left, x2: right, y1: y(tick), y2: y(tick) };
      const label = { x: left - 8, y: y(tick) + 4, 'text-anchor': 'end', 'font-size': FONT };
      return (
        element('line', { ...rule, stroke: tick === 0 ? 'var(--ink)' : 'var(--line)' }) +
        svgText(format(tick), { ...label, fill: 'var(--ink-3)' })
      );
    })
    .join('');
}
