import type { ListedSeries } from '../../series-list.ts';
import { aligned } from './columns.ts';

export interface ListOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Listed series in aligned columns, a line each. */
export function listText(rows: readonly ListedSeries[]): string {
  if (rows.length === 0) return 'no such series\n';
  const lines = aligned(
    rows.map((row) => [
      row.id,
      row.assetClass,
      row.frequency,
      row.unit,
      row.first ? `${row.first} … ${row.last}` : 'not in the store',
      row.title,
    ]),
  );
  return `${lines.join('\n')}\n`;
}
