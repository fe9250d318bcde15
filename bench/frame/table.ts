import type { Result, Standing } from './measure.ts';

const HEADINGS = ['', 'CPU ms', '× C', '× ours', 'difference'];

/** One table of all results, for the terminal. */
export function plainTable(results: readonly Result[]): string {
  return results
    .map((result) => {
      const rows = [HEADINGS, ...result.standings.map(cells)];
      const widths = HEADINGS.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
      const lines = rows.map((row) =>
        row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('  '),
      );
      return [heading(result), ...lines.map((line) => `  ${line.trimEnd()}`)].join('\n');
    })
    .join('\n\n');
}

/** The same as Markdown. */
export function markdownTables(results: readonly Result[]): string {
  return results
    .map((result) => {
      const rows = result.standings.map((one) => `| ${cells(one).join(' | ')} |`);
      const lines = [
        `## ${result.id} ${result.title}`,
        '',
        `${result.size}. To reach: ${result.goal}.`,
        '',
        `| ${HEADINGS.join(' | ')} |`,
        '|---|---:|---:|---:|---:|',
        ...rows,
      ];
      return lines.join('\n');
    })
    .join('\n\n');
}

function heading({ id, title, size, goal }: Result): string {
  return `${id} ${title}: ${size}; to reach: ${goal}`;
}

function cells({ name, ms, native, ours, difference }: Standing): string[] {
  return [
    name,
    figures(ms),
    native === undefined ? '' : figures(native),
    figures(ours),
    scientific(difference),
  ];
}

/** Three significant figures. */
function figures(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

function scientific(value: number | null): string {
  if (value === null) return '';
  return value === 0 ? '0' : value.toExponential(0);
}
