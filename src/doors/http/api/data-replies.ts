import type { ExportRow } from '../../../data/export/rows.ts';
import { panelCsv, panelParquetOf, parquetOf, textOf } from '../../../data/export/write.ts';
import type { Panel } from '../../../data/panel.ts';
import type { SeriesEntry } from '../../../data/series/entry.ts';
import { formatDay, formatInstant } from '../../../data/time.ts';
import type { Seen } from '../../data-questions.ts';
import type { Reply } from './operation.ts';

const CSV = 'text/csv; charset=utf-8';
const PARQUET = 'application/vnd.apache.parquet';

interface Observed {
  readonly seen: Seen;
  readonly entry: SeriesEntry;
  readonly rows: readonly ExportRow[];
}

export async function observationsReply(
  { seen, entry, rows }: Observed,
  format: 'json' | 'csv' | 'parquet',
): Promise<Reply> {
  if (format === 'csv')
    return { type: CSV, body: await whole(textOf(each(rows), 'csv')), filename: `${entry.id}.csv` };
  if (format === 'parquet') {
    const body = await parquetOf(each(rows));
    return { type: PARQUET, body, filename: `${entry.id}.parquet` };
  }
  const { id, title, unit, frequency, calendar, note } = entry;
  const observations = rows.map(({ series: _series, unit: _unit, ...rest }) => rest);
  const about = { id, title, unit, frequency, calendar, ...(note ? { note } : {}) };
  const sources = entry.sources.map(({ provider, symbol, licence, redistribute }) => ({
    provider,
    symbol,
    licence,
    redistribute,
  }));
  return { json: { ...head(seen), ...about, sources, observations } };
}

export async function panelReply(
  { seen, panel }: { readonly seen: Seen; readonly panel: Panel },
  format: 'json' | 'csv' | 'parquet',
): Promise<Reply> {
  if (format === 'csv') return { type: CSV, body: await whole(panelCsv(panel)), filename: 'panel.csv' };
  if (format === 'parquet') {
    return { type: PARQUET, body: await panelParquetOf(panel), filename: 'panel.parquet' };
  }
  const dates = Array.from(panel.dates, formatDay);
  const columns = panel.columns.map(({ id, entry, values }) => ({
    id,
    title: entry.title,
    unit: entry.unit,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
  }));
  const { join, asynchronyHours } = panel;
  return { json: { ...head(seen), join, asynchronyHours, dates, columns } };
}

function head({ instant, dataVersion, simulated }: Seen) {
  return { asOf: formatInstant(instant), dataVersion, simulated };
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
