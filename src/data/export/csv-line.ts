type Cell = string | number;

/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return)
 * gets an apostrophe before it. NaN policy: an empty cell.
 */
export function csvLine(cells: readonly Cell[]): string {
  return plainCsvLine(cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell)));
}

/** The same with texts as they are, for a reader that runs no formulas. */
export function plainCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\n`;
}

function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function cellOf(value: Cell): string {
  const text = Number.isNaN(value) ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
