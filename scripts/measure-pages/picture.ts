import { formatDay } from '../../src/data/time.ts';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 64;
const BOTTOM = 24;
const TOP = 12;
const RIGHT = 8;

/** Rows between two points of the line, so that a picture stays small: about one a week. */
const STEP = 5;

/** A line of a measure's values in time as an SVG, in the reader's own colour; breaks where there is no value. */
export function picture(title: string, dates: Int32Array, values: Float64Array): string {
  const from = values.findIndex((value) => !Number.isNaN(value));
  const rows = sampled(from, values.length);
  const known = Array.from(rows, (t) => values[t]!).filter((value) => !Number.isNaN(value));
  const [low, high] = bounds(known);
  const x = (t: number) =>
    LEFT + ((WIDTH - LEFT - RIGHT) * (t - from)) / Math.max(1, values.length - 1 - from);
  const y = (value: number) => TOP + ((HEIGHT - TOP - BOTTOM) * (high - value)) / (high - low);
  const labels = [low, (low + high) / 2, high].map((value) =>
    text(LEFT - 6, y(value) + 4, 'end', shortNumber(value)),
  );
  const years = yearStarts(dates, from).map((t) =>
    text(x(t), HEIGHT - 6, 'middle', formatDay(dates[t]!).slice(0, 4)),
  );
  const frame = `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="#888" stroke-width="1"/>`;
  const line = `<path d="${path(rows, values, x, y)}" fill="none" stroke="#1f6feb" stroke-width="1.3" stroke-linejoin="round"/>`;
  const tag = text(WIDTH - RIGHT, TOP + 2, 'end', 'SIMULATED');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="11" fill="#888"><title>${title}</title>${frame}${line}${[...labels, ...years].join('')}${tag}</svg>\n`;
}

function sampled(from: number, to: number): number[] {
  const rows: number[] = [];
  for (let t = from; t >= 0 && t < to; t += STEP) rows.push(t);
  return rows;
}

function bounds(values: readonly number[]): [number, number] {
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return high > low ? [low, high] : [low - 1, low + 1];
}

function path(
  rows: readonly number[],
  values: Float64Array,
  x: (t: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  let out = '';
  for (const t of rows) {
    if (Number.isNaN(values[t]!)) {
      pen = 'M';
      continue;
    }
    out += `${pen}${x(t).toFixed(0)} ${y(values[t]!).toFixed(0)}`;
    pen = 'L';
  }
  return out;
}

function yearStarts(dates: Int32Array, from: number): number[] {
  const year = (t: number) => formatDay(dates[t]!).slice(0, 4);
  const out: number[] = [];
  for (let t = Math.max(1, from + 1); t < dates.length; t++) if (year(t) !== year(t - 1)) out.push(t);
  return out;
}

function text(x: number, y: number, anchor: string, words: string): string {
  return `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" text-anchor="${anchor}">${words}</text>`;
}

/** Three significant digits, without an exponent where that is short. */
function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(1).replace('-', '−');
  return String(Number(value.toPrecision(3))).replace('-', '−');
}
