import Table from 'cli-table3';
import type pico from 'picocolors';

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

/** A table without lines, the first column to the left. */
export function bareTable(
  paint: Paint,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
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
