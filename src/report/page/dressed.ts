import type { SentCell, SentColumn, SentTable } from './sent.ts';

/** What a page adds to a column of a table of the report. */
export interface Dress {
  readonly column?: Partial<SentColumn>;
  /** By the number of the row, counted through all groups. */
  readonly cell?: (row: number) => Partial<SentCell>;
}

/** A table with bars, small lines or further looks in some of its columns, by their keys. */
export function dressed(table: SentTable, by: Readonly<Record<string, Dress>>): SentTable {
  const dresses = table.columns.map(({ key }) => by[key]);
  let row = -1;
  return {
    ...table,
    columns: table.columns.map((column, at) => ({ ...column, ...dresses[at]?.column })),
    groups: table.groups.map((group) => ({
      ...group,
      rows: group.rows.map(({ cells }) => {
        row += 1;
        return { cells: cells.map((cell, at) => ({ ...cell, ...dresses[at]?.cell?.(row) })) };
      }),
    })),
  };
}

/** A table with the columns of these keys alone, and its first rows alone. */
export function narrowed(table: SentTable, keys: readonly string[], rows: number): SentTable {
  const kept = table.columns.map(({ key }) => keys.includes(key));
  return {
    ...table,
    columns: table.columns.filter((_, at) => kept[at]),
    groups: table.groups.map((group) => ({
      ...group,
      rows: group.rows.slice(0, rows).map(({ cells }) => ({ cells: cells.filter((_, at) => kept[at]) })),
    })),
  };
}
