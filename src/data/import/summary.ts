import type { QuarantineReason } from '../observation.ts';
import type { LoadReceipt } from '../store/store.ts';
import type { RefusedColumn } from './plan.ts';

/** What an import did, for the person who started it. */
export interface ImportSummary {
  readonly label: string;
  readonly receipt: LoadReceipt;
  readonly files: number;
  readonly series: number;
  readonly tables: readonly string[];
  readonly quarantined: Readonly<Partial<Record<QuarantineReason, number>>>;
  readonly suspect: number;
  readonly revisions: number;
  readonly withdrawn: number;
  readonly refusedColumns: readonly RefusedColumn[];
  /** Series kept under the id of their file, because the catalogue has none. */
  readonly uncatalogued: readonly string[];
  /** Files that could not be read at all, and why. */
  readonly failed: readonly string[];
}

const SHOWN = 6;

/** Lines of the summary, as they go to standard error. */
export function summaryLines(summary: ImportSummary): string[] {
  const { receipt } = summary;
  const reasons = Object.entries(summary.quarantined).sort(([, a], [, b]) => b - a);
  const lines = [
    `Imported ${summary.label}: ${count(summary.files, 'file')}, ${count(summary.series, 'series', 'series')}, ${count(summary.tables.length, 'table')}`,
    `  stored       ${storedText(receipt)}`,
    `  quarantined  ${number(reasons.reduce((sum, [, n]) => sum + (n ?? 0), 0))}${reasons.length > 0 ? `: ${reasons.map(([reason, n]) => `${reason} ${number(n ?? 0)}`).join(', ')}` : ''}`,
  ];
  if (summary.revisions + summary.withdrawn + summary.suspect > 0) {
    lines.push(
      `  marked       ${number(summary.revisions)} revisions, ${number(summary.suspect)} suspect, ${number(summary.withdrawn)} withdrawn`,
    );
  }
  if (summary.refusedColumns.length > 0) lines.push(...refusedLines(summary.refusedColumns));
  if (summary.uncatalogued.length > 0) {
    lines.push(`  not in the catalogue, kept under the id of their file: ${shortList(summary.uncatalogued)}`);
  }
  for (const failure of summary.failed) lines.push(`  not read     ${failure}`);
  if (receipt.stored > 0)
    lines.push(`  load         ${receipt.load} (undo with: tidemark data forget ${receipt.load})`);
  return lines;
}

function storedText({ stored, tableRows }: LoadReceipt): string {
  if (stored + tableRows === 0) return 'nothing new: every row was already there';
  return `${number(stored)} observations, ${number(tableRows)} table rows`;
}

function refusedLines(refused: readonly RefusedColumn[]): string[] {
  const shown = refused.slice(0, SHOWN).map(({ series, column, why }) => `    ${series} (${column}): ${why}`);
  const more =
    refused.length > SHOWN ? [`    … and ${refused.length - SHOWN} more; see tidemark data health`] : [];
  return [`  columns refused for their unit: ${refused.length}`, ...shown, ...more];
}

function shortList(ids: readonly string[]): string {
  const more = ids.length > SHOWN ? ` … (${ids.length})` : '';
  return ids.slice(0, SHOWN).join(', ') + more;
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}
