export interface NumericColumn {
  readonly name: string;
  /** NaN where the cell is blank. */
  readonly values: Float64Array;
}

/** A CSV file with a header line. A column is numeric when each of its cells is a number or blank. */
export interface CaseTable {
  readonly header: readonly string[];
  readonly rows: number;
  /** The numeric columns in the order of the file. */
  readonly numeric: readonly NumericColumn[];
  /** Values of a numeric column. @throws RangeError when there is none of that name. */
  column(name: string): Float64Array;
  /** Cells of any column as written. @throws RangeError when there is none of that name. */
  text(name: string): readonly string[];
  has(name: string): boolean;
}

const BLANK = new Set(['', 'NA', 'NaN', 'nan', 'null', 'None']);

/** @throws RangeError when a line has another number of cells than the header. */
export function parseTable(csv: string): CaseTable {
  const [head = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n?$/, '')
    .split(/\r?\n/);
  const header = cellsOf(head);
  // A blank line is a missing value where a line is one cell, and nothing elsewhere.
  const kept = header.length === 1 ? lines : lines.filter((line) => line.trim() !== '');
  const rows = kept.map(cellsOf);
  const odd = rows.findIndex((row) => row.length !== header.length);
  if (odd >= 0) {
    throw new RangeError(
      `data line ${odd + 1} has ${rows[odd]!.length} cells, the header has ${header.length}`,
    );
  }
  const cells = header.map((_, k) => rows.map((row) => row[k]!));
  const numeric = header.flatMap((name, k) => {
    const values = numbersOf(cells[k]!);
    return values === undefined ? [] : [{ name, values }];
  });
  return {
    header,
    rows: rows.length,
    numeric,
    column: (name) => found(numeric.find((column) => column.name === name)?.values, name, header),
    text: (name) => found(cells[header.indexOf(name)], name, header),
    has: (name) => header.includes(name),
  };
}

function cellsOf(line: string): string[] {
  return line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

function numbersOf(cells: readonly string[]): Float64Array | undefined {
  const values = Float64Array.from(cells, (cell) => (BLANK.has(cell) ? Number.NaN : numberOf(cell)));
  return cells.every((cell, k) => BLANK.has(cell) || !Number.isNaN(values[k])) ? values : undefined;
}

function numberOf(cell: string): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(cell);
  if (infinite) return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(cell);
}

function found<T>(column: T | undefined, name: string, header: readonly string[]): T {
  if (column === undefined)
    throw new RangeError(`no such column: ${name}; the file has ${header.join(', ')}`);
  return column;
}
