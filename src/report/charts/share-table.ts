import type { Drawn } from '../drawn.ts';
import { decimal, shiftPoint } from '../numbers.ts';
import { element, type Frame, fitted, framed, svgText } from './svg.ts';

export interface ShareTable {
  /** Rows receive, columns send, in one order. */
  readonly names: readonly string[];
  /** From 0 to 1; null where it is not measured. */
  readonly shares: readonly (readonly (number | null)[])[];
}

const FONT = 11;
const HEAD = 20;
/** Room of a row’s number and of the gap behind its name. */
const NUMBER = 22;
/** From which share on a cell has the next deeper step. */
const STEPS = [0.02, 0.05, 0.1, 0.2] as const;
const PAINTS = ['surface', 'sev-1', 'sev-2', 'sev-3', 'sev-4'] as const;

/** Height of a picture with so many rows. */
export function shareTableHeight(rows: number, row: number): number {
  return HEAD + rows * row;
}

/** Shares in percent inside their cells, the deeper the larger; what a row keeps to itself stands in grey on the diagonal. */
export function shareTable(frame: Frame, { names, shares }: ShareTable, labels: number): string {
  const wide = (frame.width - labels) / Math.max(1, names.length);
  const high = (frame.height - HEAD) / Math.max(1, names.length);
  return framed(
    frame,
    ...names.map((name, k) => headOf(name, k, { labels, wide, high })),
    ...shares.flatMap((row, i) =>
      row.map((share, j) =>
        share === null
          ? ''
          : cellOf(share, i === j, { x: labels + j * wide, y: HEAD + i * high, width: wide, height: high }),
      ),
    ),
  );
}

/** The same as a table, under the name of its first column. */
export function drawnShares(first: string, { names, shares }: ShareTable): Drawn {
  return {
    first,
    columns: names,
    rows: names.map((name, i) => ({
      name,
      texts: shares[i]!.map((share) => (share === null ? '' : textOf(share))),
    })),
  };
}

function textOf(share: number): string {
  return decimal(shiftPoint(share, 2), { decimals: 0 });
}

function headOf(name: string, k: number, { labels, wide, high }: Readonly<Record<string, number>>): string {
  const row = { x: 0, y: HEAD + (k + 0.5) * high! + 4, 'font-size': FONT, fill: 'var(--ink)' };
  const column = { x: labels! + (k + 0.5) * wide!, y: 13, 'text-anchor': 'middle', 'font-size': FONT };
  return (
    svgText(`${k + 1} ${fitted(name, FONT, labels! - NUMBER)}`, row) +
    svgText(String(k + 1), { ...column, fill: 'var(--ink-2)' })
  );
}

function cellOf(
  share: number,
  own: boolean,
  place: { x: number; y: number; width: number; height: number },
): string {
  const depth = STEPS.filter((step) => share >= step).length;
  const fill = own ? 'grey-1' : PAINTS[depth]!;
  const ink = own ? 'ink-2' : depth === STEPS.length ? 'surface' : 'ink';
  const text = {
    x: place.x + place.width / 2,
    y: place.y + place.height / 2 + 4,
    'text-anchor': 'middle',
    'font-size': FONT,
  };
  return (
    element('rect', { ...place, fill: `var(--${fill})`, stroke: 'var(--surface)' }) +
    svgText(textOf(share), { ...text, fill: `var(--${ink})` })
  );
}
