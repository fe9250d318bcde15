import { UserError } from '../../../data/errors.ts';
import { exportRows } from '../../../data/export/rows.ts';
import { EXPORT_FORMATS, type ExportFormat, textOf, writeExport } from '../../../data/export/write.ts';
import type { View } from '../../../data/view.ts';
import { filled } from '../../empty-home.ts';
import { asOfOption } from '../as-of.ts';
import type { CommandContext } from '../context.ts';
import { chooseFormat, type FormatOptions } from '../format.ts';

export interface ExportOptions extends FormatOptions {
  readonly asOf?: string;
}

/** Everything stored: later than any instant at which a value became known. */
const END_OF_TIME = Date.UTC(9999, 11, 31);

/** `tidemark data export`. */
export async function exportSeries(
  ids: readonly string[],
  options: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const format = formatOf(options);
  const instant = asOfOption(options.asOf) ?? END_OF_TIME;
  const store = await filled(await context.openStore());
  const view = await store.asOf(instant);
  requireKnown(ids, view);
  sayLicences(ids, view, context);
  const rows = exportRows(view, [...new Set(ids)]);
  if (options.out !== undefined && options.out !== '-') {
    const count = await writeExport(rows, format, options.out);
    context.effects.log(`wrote ${options.out}: ${count.toLocaleString('en-US')} rows`);
    return;
  }
  for await (const piece of textOf(rows, format === 'parquet' ? 'csv' : format)) context.print(piece);
}

function formatOf(options: ExportOptions): ExportFormat {
  const format = chooseFormat(options, EXPORT_FORMATS, 'csv');
  const { out } = options;
  if (format === 'parquet' && (out === undefined || out === '-'))
    throw new UserError('parquet does not go to standard output', 'name a file with --out', 2);
  return format;
}

function requireKnown(ids: readonly string[], view: View): void {
  const unknown = ids.filter((id) => view.entry(id) === undefined);
  if (unknown.length === 0) return;
  const stem = (unknown[0] as string).slice(0, 3);
  const near = view
    .ids()
    .filter((id) => id.startsWith(stem))
    .slice(0, 5);
  throw new UserError(
    `no such series: ${unknown.join(', ')}`,
    near.length > 0 ? `did you mean ${near.join(', ')}?` : 'see tidemark data list',
    2,
  );
}

function sayLicences(ids: readonly string[], view: View, context: CommandContext): void {
  const kept = ids.filter((id) => view.entry(id)?.sources.some((source) => !source.redistribute));
  if (kept.length > 0)
    context.effects.log(`not to be handed on by the terms of its source: ${kept.join(', ')}`);
}
