import type { SentCell, SentSpan, SentTable } from '../../../report/page/index.ts';

/** A table as it is shown, as CSV (RFC 4180): numbers in full, words guarded against being read as formulas. */
export function csvOf({ columns, groups }: SentTable): string {
  const hasGroups = groups.some(({ title }) => title !== undefined);
  const shown = columns.flatMap(({ look }, at) => (look === 'spark' ? [] : [at]));
  const head = [...(hasGroups ? [''] : []), ...shown.map((at) => columns[at]!.title)];
  const rows = groups.flatMap(({ title, rows: all }) =>
    all.map(({ cells }) => [...(hasGroups ? [title ?? ''] : []), ...shown.map((at) => cellText(cells[at]))]),
  );
  return [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

/** A cell of one figure is its number; any other is its words. */
function cellText(cell: SentCell | undefined): string | number {
  const spans = cell?.text ?? [];
  const [only] = spans;
  if (spans.length === 1 && typeof only === 'object' && only.kind === 'figure') return only.value ?? '';
  return plainText(spans);
}

export function plainText(spans: readonly SentSpan[]): string {
  return spans
    .map((span) =>
      typeof span === 'string' ? span : span.kind === 'strong' ? plainText(span.of) : span.text,
    )
    .join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
