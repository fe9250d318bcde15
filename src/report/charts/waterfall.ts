import type { Category } from './category.ts';
import { element, type Frame, fitted, framed, svgText, textWidth } from './svg.ts';

/** One asset's move: what each row adds, and the whole. */
export interface WaterfallPanel {
  readonly name: string;
  /** In the order of the rows; null where there is none. */
  readonly steps: readonly (number | null)[];
  /** The values as told, then that of the whole. */
  readonly texts: readonly string[];
}

export interface Waterfall {
  readonly rows: readonly string[];
  /** Row that is grey, for it comes from elsewhere; by default the last, what is left over. */
  readonly grey?: number;
  /** A colour a row, where rows are kinds; by default a bar has the colour of its direction. */
  readonly paints?: readonly Category[];
  readonly total: string;
  readonly panels: readonly WaterfallPanel[];
}

interface Colours {
  readonly grey: number;
  readonly paints: Waterfall['paints'] | undefined;
}

const FONT = 12;
const ROW = 20;
const HEAD = 24;
const GAP = 14;
const MOST_NAMES = 0.42;

/** Height of a picture with so many rows. */
export function waterfallHeight(rows: number): number {
  return HEAD + (rows + 1) * ROW + 4;
}

/** Signed bars with their running total, a row each and the whole last; panels share the names of the rows. */
export function waterfall(
  frame: Frame,
  { rows, total, panels, paints, grey = rows.length - 1 }: Waterfall,
): string {
  const widest = Math.max(...[...rows, total].map((name) => textWidth(name, FONT)));
  const names = Math.min(Math.ceil(widest) + 8, MOST_NAMES * frame.width);
  const width = (frame.width - names - GAP * panels.length) / Math.max(1, panels.length);
  return framed(
    frame,
    ...rows.map((name, k) => rowName(name, k, names)),
    rowName(total, rows.length, names, 620),
    ...panels.map((panel, k) => panelOf(panel, { grey, paints }, names + GAP + k * (width + GAP), width)),
  );
}

const middleOf = (row: number) => HEAD + (row + 0.5) * ROW;

function rowName(name: string, row: number, width: number, weight = 400): string {
  const at = { x: 0, y: middleOf(row) + 4, 'font-size': FONT, 'font-weight': weight };
  return svgText(fitted(name, FONT, width), { ...at, fill: 'var(--ink)' });
}

function panelOf(
  { name, steps, texts }: WaterfallPanel,
  colours: Colours,
  left: number,
  width: number,
): string {
  const ends = runningEnds(steps);
  const whole = ends.at(-1) ?? 0;
  const values = Math.ceil(Math.max(...texts.map((text) => textWidth(text, FONT)))) + 8;
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const scale = high > low ? (width - values) / (high - low) : 0;
  const x = (value: number) => left + (value - low) * scale;
  const last = steps.length;
  const bars = steps.map((step, k) =>
    step === null ? '' : barOf(k, [x(ends[k - 1] ?? 0), x(ends[k]!)], paintOf(step, k, colours)),
  );
  return (
    svgText(fitted(name, FONT, width), { x: left, y: 14, ...STRONG, fill: 'var(--ink)' }) +
    element('line', { x1: x(0), x2: x(0), y1: HEAD, y2: middleOf(last) + ROW / 2, stroke: 'var(--line)' }) +
    bars.join('') +
    steps.map((_, k) => joint(x(ends[k]!), k)).join('') +
    barOf(last, [x(0), x(whole)], 'var(--ink)') +
    texts.map((text, k) => valueText(text, k, left + width, k === last)).join('')
  );
}

const STRONG = { 'font-size': FONT, 'font-weight': 620 } as const;

/** Where each row ends when all before it are added; a row without a value ends where it began. */
function runningEnds(steps: readonly (number | null)[]): readonly number[] {
  let sum = 0;
  return steps.map((step) => {
    sum += step ?? 0;
    return sum;
  });
}

function paintOf(step: number, row: number, { grey, paints }: Colours): string {
  if (row === grey) return 'var(--grey-4)';
  if (paints?.[row]) return `var(--${paints[row]})`;
  return step < 0 ? 'var(--down)' : 'var(--up)';
}

function barOf(row: number, [from, to]: readonly [number, number], fill: string): string {
  const width = Math.max(1, Math.abs(to - from));
  return element('rect', { x: Math.min(from, to), y: middleOf(row) - 6, width, height: 12, fill });
}

/** From the end of a row down to where the next one begins. */
function joint(x: number, row: number): string {
  const rule = { x1: x, x2: x, y1: middleOf(row) + 6, y2: middleOf(row + 1) - 6 };
  return element('line', { ...rule, stroke: 'var(--ink-3)', 'stroke-width': 0.8 });
}

function valueText(text: string, row: number, right: number, whole: boolean): string {
  const at = { x: right, y: middleOf(row) + 4, 'text-anchor': 'end', 'font-size': FONT };
  return svgText(text, { ...at, 'font-weight': whole ? 620 : 400, fill: 'var(--ink)' });
}
