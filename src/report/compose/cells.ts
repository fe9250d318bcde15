import type { Wording } from '../desk.ts';
import type { Cell, Column, Row, RowGroup } from '../document.ts';
import type { Figure } from '../figure.ts';
import { type FigureSpan, figuresOf, type Inline, plainText } from '../inline.ts';
import type { Absence } from '../messages/messages.ts';

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

function isBlank(cell: Cell | undefined): boolean {
  return !cell || figuresOf(cell.text).some(({ missing }) => missing) || plainText(cell.text) === '';
}

/** A table without the columns that are empty in every row; one that has no value at all stays whole. */
export function withValues(
  columns: readonly Column[],
  groups: readonly RowGroup[],
): { readonly columns: readonly Column[]; readonly groups: readonly RowGroup[] } {
  const rows = groups.flatMap((group) => group.rows);
  const kept = columns.map((_, index) => index === 0 || rows.some(({ cells }) => !isBlank(cells[index])));
  if (kept.filter(Boolean).length < 2) return { columns, groups };
  const keep = <T>(all: readonly T[]) => all.filter((_, index) => kept[index]);
  return {
    columns: keep(columns),
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
    })),
  };
}

interface Missing {
  readonly name: string;
  readonly column: string;
  readonly why: string;
}

/** Groups by a key in the order first seen. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/** Cells of one reason, told once for all rows that miss the same columns. */
function absencesOf(missing: readonly Missing[]): readonly Absence[] {
  const rows = grouped(missing, ({ name, why }) => `${name}\n${why}`).map((cells) => ({
    name: cells[0]?.name ?? '',
    why: cells[0]?.why ?? '',
    columns: cells.map(({ column: title }) => title),
  }));
  return grouped(rows, ({ why, columns }) => `${why}\n${columns.join('\n')}`).map((same) => ({
    why: same[0]?.why ?? '',
    columns: same[0]?.columns ?? [],
    names: same.map(({ name }) => name),
  }));
}

/** Why cells of a table have no value; nothing when all have one. */
export function absences(
  desk: Wording,
  columns: readonly Column[],
  groups: readonly RowGroup[],
): readonly Inline[] {
  const missing = (row: Row) =>
    row.cells.flatMap(({ text }, index) =>
      figuresOf(text)
        .filter((span) => span.missing)
        .map(({ figure }) => ({
          name: plainText(row.cells[0]?.text ?? []),
          column: columns[index]?.title ?? '',
          why: desk.m.why(figure.why ?? ''),
        })),
    );
  const items = absencesOf(groups.flatMap(({ rows }) => rows.flatMap(missing)));
  return items.length === 0 ? [] : [desk.m.absent(items)];
}
