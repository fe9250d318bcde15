import { svgText, textWidth } from './svg.ts';
import type { Plot } from './time-plot.ts';

const FONT = 11;
const ROW = 15;

/** A row of labels under a plot, with its name at the left. */
export interface LabelRow {
  readonly name: string;
  readonly labels: readonly { readonly x: number; readonly text: string }[];
}

/** Labels of a value axis, at least as wide as the names of the rows below it: gives the plot room for both. */
export function roomFor(
  names: readonly string[],
  format: (value: number) => string,
): (value: number) => string {
  const widest = names.reduce(
    (best, name) => (textWidth(name, FONT) > textWidth(best, FONT) ? name : best),
    '',
  );
  return (value) => {
    const text = format(value);
    return textWidth(text, FONT) > textWidth(widest, FONT) ? text : widest;
  };
}

/** Height that rows of labels take beyond the one that a plot keeps. */
export function labelRowsHeight(rows: number): number {
  return (rows - 1) * ROW;
}

/** Labels without those that would touch the one before. */
function apartFrom(labels: LabelRow['labels']): LabelRow['labels'] {
  let end = Number.NEGATIVE_INFINITY;
  return labels.filter(({ x, text }) => {
    const half = textWidth(text, FONT) / 2 + 2;
    const fits = x - half >= end;
    if (fits) end = x + half;
    return fits;
  });
}

/** Rows of labels under the floor of a plot. */
export function labelRows({ floor }: Plot, rows: readonly LabelRow[]): string {
  return rows
    .map(({ name, labels }, k) => {
      const look = { y: floor + 16 + k * ROW, 'font-size': FONT, fill: 'var(--ink-3)' };
      return [
        svgText(name, { x: 0, ...look }),
        ...apartFrom(labels).map(({ x, text }) => svgText(text, { x, 'text-anchor': 'middle', ...look })),
      ].join('');
    })
    .join('');
}
