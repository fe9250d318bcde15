import { FUNCTIONS, SPECIAL, signatureOf } from '../src/measures/derived/index.ts';

const cell = (text: string) => text.replaceAll('|', '\\|');
const row = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function functionsTable(): string {
  const functions = [
    ...SPECIAL.map(({ signature, text, unit, missing }) => [`\`${signature}\``, text, unit, missing]),
    ...[...FUNCTIONS.values()].map((one) => [`\`${signatureOf(one)}\``, one.text, one.unit, one.missing]),
  ];
  return table(['function', 'value', 'unit', 'missing values'], functions);
}

/** The page with its table of functions as the program has them, between `<!-- functions -->` and its end. */
export function withTables(page: string): string {
  return page.replace(
    /<!-- functions -->.*<!-- \/functions -->/s,
    () => `<!-- functions -->\n${functionsTable()}\n<!-- /functions -->`,
  );
}
