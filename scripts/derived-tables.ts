import { FUNCTIONS, SPECIAL, signatureOf } from '../src/measures/derived/index.ts';
import { markdownTable } from './markdown-table.ts';

function functionsTable(): string {
  const functions = [
    ...SPECIAL.map(({ signature, text, unit, missing }) => [`\`${signature}\``, text, unit, missing]),
    ...[...FUNCTIONS.values()].map((one) => [`\`${signatureOf(one)}\``, one.text, one.unit, one.missing]),
  ];
  return markdownTable(['function', 'value', 'unit', 'missing values'], functions);
}

/** The page with its table of functions as the program has them, between `<!-- functions -->` and its end. */
export function withTables(page: string): string {
  return page.replace(
    /<!-- functions -->.*<!-- \/functions -->/s,
    () => `<!-- functions -->\n${functionsTable()}\n<!-- /functions -->`,
  );
}
