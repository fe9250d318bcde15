import { element, type Frame, fitted, framed, svgText, textWidth } from './svg.ts';
import { axisWidth, type ValueAxis, valueAxis } from './value-axis.ts';

export interface DotBand {
  readonly name: string;
  readonly value: number;
  /** Ends of the band; a value without one is a dot alone. */
  readonly band?: { readonly low: number; readonly high: number };
  /** The value as told. */
  readonly text: string;
  /** What it is, and since when. */
  readonly note: string;
}

export interface DotBands {
  /** From top to bottom. */
  readonly rows: readonly DotBand[];
  readonly format: (value: number) => string;
}

const FONT = 12;
const SMALL = 11;
const ROW = 26;
const TALL = 42;
const FOOT = 24;
const HEAD = 8;
/** Under this width the note stands below the name. */
const NARROW = 500;
const GAP = 12;
/** By how much the dot stands above the middle of a row that has its note below. */
const LIFT = 8;

const isNarrow = (width: number) => width < NARROW;
const rowHeight = (width: number) => (isNarrow(width) ? TALL : ROW);

/** Height of a picture with so many rows. */
export function dotBandsHeight(rows: number, width: number): number {
  return HEAD + rows * rowHeight(width) + FOOT;
}

interface Plan {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly texts: number;
  readonly row: number;
  readonly x: (value: number) => number;
}

/**
 * Values as dots with their bands as whiskers, one a row, over a common scale with zero in ink: a full dot where the band leaves zero out, a
 * ring where it does not.
 */
export function dotBands(frame: Frame, { rows, format }: DotBands): string {
  const axis = valueAxis(
    rows.flatMap(({ value, band }) => (band ? [value, band.low, band.high] : [value])),
    true,
  );
  const plan = planOf(frame, rows, axis, format);
  const floor = HEAD + rows.length * plan.row;
  const named = namedTicks(axis, plan, format);
  return framed(
    frame,
    ...axis.ticks.map((tick) => tickOf(tick, plan, floor, named.has(tick) ? format(tick) : '')),
    ...rows.map((row, k) => rowOf(row, HEAD + (k + 0.5) * plan.row, plan)),
  );
}

function planOf(
  { width }: Frame,
  rows: readonly DotBand[],
  axis: ValueAxis,
  format: DotBands['format'],
): Plan {
  const widest = (texts: readonly string[], size: number) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))));
  const narrow = isNarrow(width);
  const names = Math.min(
    widest(
      rows.map(({ name }) => name),
      FONT,
    ) + 4,
    0.3 * width,
  );
  const texts = widest(
    rows.map(({ text }) => text),
    FONT,
  );
  const notes = narrow
    ? 0
    : Math.min(
        widest(
          rows.map(({ note }) => note),
          SMALL,
        ) + GAP,
        0.34 * width,
      );
  const half = axisWidth(axis, format) / 2;
  const [left, right] = [names + GAP + half, width - notes - texts - 2 * GAP];
  const x = (value: number) => left + ((value - axis.low) / (axis.high - axis.low)) * (right - left);
  return { width, left, right, texts, row: rowHeight(width), x };
}

/** Ticks whose labels have room: all, or every other one with zero among them. */
function namedTicks({ ticks }: ValueAxis, { x }: Plan, format: DotBands['format']): ReadonlySet<number> {
  const widest = Math.max(...ticks.map((tick) => textWidth(format(tick), SMALL)));
  const step = ticks.length > 1 ? x(ticks[1]!) - x(ticks[0]!) : widest;
  const every = Math.max(1, Math.ceil((widest + GAP) / step));
  const zero = Math.max(0, ticks.indexOf(0));
  return new Set(ticks.filter((_, k) => (k - zero) % every === 0));
}

function tickOf(tick: number, { x }: Plan, floor: number, name: string): string {
  const rule = { x1: x(tick), x2: x(tick), y1: HEAD, y2: floor };
  const label = { x: x(tick), y: floor + 16, 'text-anchor': 'middle', 'font-size': SMALL };
  return (
    element('line', { ...rule, stroke: tick === 0 ? 'var(--ink)' : 'var(--line)' }) +
    (name === '' ? '' : svgText(name, { ...label, fill: 'var(--ink-3)' }))
  );
}

function rowOf({ name, value, band, text, note }: DotBand, y: number, plan: Plan): string {
  const { width, left, right, texts, x } = plan;
  const narrow = isNarrow(width);
  const apart = band === undefined || band.low > 0 || band.high < 0;
  const middle = narrow ? y - LIFT : y;
  const base = middle + 4;
  const whisker = band
    ? element('line', {
        x1: x(band.low),
        x2: x(band.high),
        y1: middle,
        y2: middle,
        stroke: INK_2,
        'stroke-width': 2,
      })
    : '';
  const dot = {
    cx: x(value),
    cy: middle,
    r: 4.5,
    fill: apart ? 'var(--ink)' : 'var(--surface)',
    stroke: 'var(--ink)',
    'stroke-width': 1.6,
  };
  const under = narrow
    ? { x: 0, y: y + 13, 'font-size': SMALL }
    : { x: right + texts + 2 * GAP, y: base, 'font-size': SMALL };
  return [
    svgText(fitted(name, FONT, left - GAP), { x: 0, y: base, 'font-size': FONT, fill: 'var(--ink)' }),
    whisker,
    element('circle', dot),
    svgText(text, {
      x: right + GAP + texts,
      y: base,
      'text-anchor': 'end',
      'font-size': FONT,
      'font-weight': 620,
      fill: 'var(--ink)',
    }),
    svgText(fitted(note, SMALL, narrow ? width : width - under.x), { ...under, fill: INK_2 }),
  ].join('');
}

const INK_2 = 'var(--ink-2)';
