import type { Desk } from '../desk.ts';
import type { Cell, Column, Row, RowGroup } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type FigureSpan, figuresOf, type Inline, plainText } from '../inline.ts';

export const EMPTY: Cell = { text: [] };

export function cell(...text: Inline): Cell {
  return { text };
}

export function under(text: Inline, second: string | Inline): Cell {
  return { text, under: typeof second === 'string' ? [second] : second };
}

/** A figure that the instrument may not have at all: then the cell is empty, which is not the same as no value. */
export function optional(figure: Figure | undefined, worded: (figure: Figure) => FigureSpan): Cell {
  return figure === undefined ? EMPTY : cell(worded(figure));
}

export function column(
  key: string,
  title: string,
  options: Partial<Pick<Column, 'align' | 'phone'>> = {},
): Column {
  return { key, title, align: 'end', ...options };
}

export function head(key: string, title: string): Column {
  return { key, title, align: 'start', phone: true };
}

/** Why cells of a table have no value, one item a cell; nothing when all have one. */
export function absences(
  desk: Desk,
  columns: readonly Column[],
  groups: readonly RowGroup[],
): readonly Inline[] {
  const reasonOf = (row: Row) =>
    row.cells.flatMap(({ text }, index) =>
      figuresOf(text)
        .filter(({ missing }) => missing)
        .map(({ figure }) => ({
          name: plainText(row.cells[0]?.text ?? []),
          column: columns[index]?.title ?? '',
          why: desk.m.why(figure.why ?? ''),
        })),
    );
  const items = groups.flatMap(({ rows }) => rows.flatMap(reasonOf));
  return items.length === 0 ? [] : [desk.m.absent(items)];
}
