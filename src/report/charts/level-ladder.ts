import { element, type Frame, framed, svgText, textWidth } from './svg.ts';

export type LadderMark = 'broken-today' | 'broken-earlier' | 'reclaimed' | 'held' | 'not-reached' | 'close';

export interface LadderLine {
  readonly price: number;
  readonly text: string;
  /** What the level is; empty for a round number. */
  readonly name: string;
  /** Day of the break or the test, or nothing. */
  readonly day: string;
  readonly mark: LadderMark;
}

const SIGNS: Readonly<Record<LadderMark, string>> = {
  'broken-today': '✕',
  'broken-earlier': '✕',
  reclaimed: '◐',
  held: '●',
  'not-reached': '○',
  close: '▸',
};

const PAINTS: Readonly<Record<LadderMark, string>> = {
  'broken-today': 'var(--sev)',
  'broken-earlier': 'var(--ink-2)',
  reclaimed: 'var(--ink-2)',
  held: 'var(--ink)',
  'not-reached': 'var(--ink-3)',
  close: 'var(--accent)',
};

const DASHES: Readonly<Partial<Record<LadderMark, string>>> = {
  'broken-earlier': '4 3',
  reclaimed: '4 3',
  'not-reached': '1 3',
};

const ROW = 16;
const EDGE = 10;
const SIZE = 12;

/** Height that gives every label its own row. */
export function ladderHeight(lines: number): number {
  return Math.max(200, (lines + 1) * ROW + 2 * EDGE);
}

/**
 * Closes as a line with levels across it; at the right every level with its sign, price, name and day, moved apart where they would touch.
 * @param closes prices, oldest first, null where missing; the line is left out when fewer than two are there
 * @param labels width kept for the labels
 */
export function levelLadder(
  frame: Frame,
  closes: readonly (number | null)[],
  lines: readonly LadderLine[],
  labels: number,
): string {
  const known = closes.filter((close) => close !== null);
  const all = [...known, ...lines.map(({ price }) => price)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const plot = frame.width - labels;
  const y = (price: number) => EDGE + ((high - price) / (high - low || 1)) * (frame.height - 2 * EDGE);
  const sorted = [...lines].sort((a, b) => b.price - a.price);
  const rows = apart(
    sorted.map(({ price }) => y(price)),
    frame.height - EDGE,
  );
  const drawn = sorted.map((one, k) => levelLine(one, { y: y(one.price), row: rows[k]!, plot, labels }));
  return framed(frame, ...drawn, closePath(closes, plot, y));
}

/** Ordinates moved apart to one row each: down from the top, then up from the floor. */
export function apart(wanted: readonly number[], floor: number): readonly number[] {
  const rows: number[] = [];
  for (const at of wanted) rows.push(Math.max(at, (rows.at(-1) ?? Number.NEGATIVE_INFINITY) + ROW));
  let below = floor + ROW;
  for (let k = rows.length - 1; k >= 0; k--) {
    rows[k] = Math.min(rows[k]!, below - ROW);
    below = rows[k]!;
  }
  return rows;
}

function levelLine(
  { text, name, day, mark }: LadderLine,
  { y, row, plot, labels }: { y: number; row: number; plot: number; labels: number },
): string {
  const fill = PAINTS[mark];
  const strong = mark === 'broken-today' || mark === 'close';
  const dash = DASHES[mark];
  const rule = element('path', {
    d: `M0 ${y.toFixed(1)}H${plot - 10}L${plot} ${row.toFixed(1)}`,
    fill: 'none',
    stroke: fill,
    'stroke-width': strong ? 1.4 : 0.8,
    ...(dash ? { 'stroke-dasharray': dash } : {}),
  });
  const at = (x: number, words: string, more: Record<string, string | number> = {}) =>
    words === '' ? '' : svgText(words, { x, y: row + 4, 'font-size': SIZE, fill, ...more });
  const weight = strong ? { 'font-weight': 620 } : {};
  const price = plot + 18;
  const after = price + textWidth(text, SIZE) + 10;
  const dayWidth = day === '' ? 0 : textWidth(day, 11) + 8;
  const room = plot + labels - after - dayWidth;
  return [
    rule,
    at(plot + 4, SIGNS[mark], weight),
    at(price, text, weight),
    textWidth(name, 11) <= room ? at(after, name, { 'font-size': 11 }) : '',
    at(plot + labels, day, { 'font-size': 11, 'text-anchor': 'end', fill: 'var(--ink-3)' }),
  ].join('');
}

function closePath(closes: readonly (number | null)[], plot: number, y: (price: number) => number): string {
  const step = (plot - 12) / Math.max(1, closes.length - 1);
  let pen = 'M';
  const path = closes.map((close, k) => {
    if (close === null) {
      pen = 'M';
      return '';
    }
    const point = `${pen}${(k * step).toFixed(1)} ${y(close).toFixed(1)}`;
    pen = 'L';
    return point;
  });
  if (closes.filter((close) => close !== null).length < 2) return '';
  return element('path', { d: path.join(''), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.6 });
}
