import Table from 'cli-table3';
import type pico from 'picocolors';
import { columnsOf, shortened } from './terminal-fold.ts';

type Paint = ReturnType<typeof pico.createColors>;

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const;

const GAP = 2;
/** Columns of the screen that a name keeps however narrow it is. */
const LEAST_NAME = 8;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
const COLOUR = /\u001b\[\d+m/g;

/** Columns of the screen that the cells of each column take, without their colours. */
function widthsOf(cells: readonly (readonly string[])[]): readonly number[] {
  const [first = []] = cells;
  return first.map((_, index) =>
    Math.max(...cells.map((row) => columnsOf((row[index] ?? '').replace(COLOUR, '')))),
  );
}

/** Columns of the screen that a table takes. */
export function tableWidth(cells: readonly (readonly string[])[]): number {
  return widthsOf(cells).reduce((sum, width) => sum + width + GAP, -GAP);
}

/** A table without lines, the first column to the left, its names cut where the table would not fit. */
export function bareTable(
  paint: Paint,
  allHeads: readonly string[],
  allRows: readonly (readonly string[])[],
  width: number,
): readonly string[] {
  const [name = 0, ...others] = widthsOf([allHeads, ...allRows]);
  const room = width - others.reduce((sum, one) => sum + one + GAP, 0);
  const fitted = ([first = '', ...rest]: readonly string[]) =>
    room < name ? [shortened(first, Math.max(LEAST_NAME, room)), ...rest] : [first, ...rest];
  const heads = fitted(allHeads);
  const rows = allRows.map(fitted);
  const table = new Table({
    head: heads.map((text) => paint.dim(text)),
    colAligns: heads.map((_, index) => (index === 0 ? 'left' : 'right')),
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  for (const row of rows) table.push([...row]);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
