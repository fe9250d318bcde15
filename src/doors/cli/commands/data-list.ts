import type { Store } from '../../../data/store/store.ts';
import { type ListedSeries, listSeries } from '../../series-list.ts';
import { json } from '../deliver.ts';
import { aligned } from './columns.ts';

export interface ListOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `tidemark data list`. */
export async function listText(
  part: string | undefined,
  options: ListOptions,
  store: Store,
): Promise<string> {
  const rows = await listSeries(store, part, options.all === true);
  return options.json ? json(rows) : text(rows);
}

function text(rows: readonly ListedSeries[]): string {
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
