import type { TableRow, TableRows } from '../observation.ts';
import type { Instant } from '../time.ts';

/** Rows of a table known at the instant, each once, by time, knownAt and text. */
export function visibleRows(tables: readonly TableRows[], id: string, instant: Instant): readonly TableRow[] {
  const rows = new Map<string, TableRow>();
  for (const table of tables) {
    if (table.table !== id) continue;
    for (const row of table.rows) {
      if (row.knownAt > instant) continue;
      const key = tableRowKey(table.source, row);
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return Object.freeze(
    [...rows]
      .sort(([p, a], [q, b]) => a.time - b.time || a.knownAt - b.knownAt || (p < q ? -1 : 1))
      .map(([, { date, time, knownAt, cells }]) =>
        Object.freeze({ date, time, knownAt, cells: Object.freeze({ ...cells }) }),
      ),
  );
}

/** What makes two table rows the same row. */
export function tableRowKey(source: string, row: TableRow): string {
  return JSON.stringify([source, row.date, row.time, row.knownAt, row.cells]);
}
