import { element, svgText, textWidth } from './svg.ts';

const PAINTS = [
  'var(--ink-2)',
  'var(--cat-1)',
  'var(--grey-3)',
  'var(--cat-2)',
  'var(--cat-3)',
  'var(--cat-4)',
  'var(--grey-2)',
  'var(--cat-5)',
];
const FONT = 11;
const ROW = 15;
const SQUARE = 14;
const GAP = 14;

/** Colour of the k-th part of a stack. */
export function stackPaint(k: number): string {
  return PAINTS[k % PAINTS.length]!;
}

/** A square of its colour and a name for each part, in rows that fit. */
export function keyOf(
  names: readonly string[],
  width: number,
): { readonly svg: string; readonly rows: number } {
  let [x, row] = [0, 0];
  const items = names.map((name, k) => {
    const wide = SQUARE + textWidth(name, FONT) + GAP;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { x, y: row * ROW };
    x += wide;
    return (
      element('rect', { x: at.x, y: at.y + 2, width: 9, height: 9, fill: stackPaint(k) }) +
      svgText(name, { x: at.x + SQUARE, y: at.y + 11, 'font-size': FONT, fill: 'var(--ink-2)' })
    );
  });
  return { svg: items.join(''), rows: row + 1 };
}

/** Height of a key. */
export function keyHeight(names: readonly string[], width: number): number {
  return keyOf(names, width).rows * ROW;
}
