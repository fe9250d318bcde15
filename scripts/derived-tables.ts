import { DERIVED, FUNCTIONS, SPECIAL, signatureOf } from '../src/measures/derived/index.ts';

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

function seriesTable(): string {
  return table(
    ['id', 'title', 'formula', 'unit', 'reading'],
    DERIVED.map(({ id, title, formula, of, unit, reading }) => [
      `\`${id}\``,
      title.en,
      `\`${formula}\`; ${Object.entries(of)
        .map(([symbol, series]) => `${symbol} \`${series}\``)
        .join(', ')}`,
      unit,
      reading.en,
    ]),
  );
}

/** The page with its two tables as the program has them, between `<!-- functions -->` and `<!-- series -->` and their ends. */
export function withTables(page: string): string {
  const put = (text: string, name: string, content: string) =>
    text.replace(
      new RegExp(`<!-- ${name} -->.*<!-- /${name} -->`, 's'),
      () => `<!-- ${name} -->\n${content}\n<!-- /${name} -->`,
    );
  return put(put(page, 'functions', functionsTable()), 'series', seriesTable());
}
