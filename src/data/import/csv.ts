import { UserError } from '../errors.ts';
import { CELL, kindOf, parseDecimal } from './decimal.ts';
import { parseIsoDay, parseIsoInstant } from './iso.ts';

const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** Numbers of one column: `values[i]` is NaN wherever `cells[i]` is not CELL.number. */
export interface NumberColumn {
  readonly values: Float64Array;
  readonly cells: Uint8Array;
  /** Whether every cell is a number. */
  readonly whole: boolean;
}

/** A row whose number of cells is not that of the header. */
export interface RaggedRow {
  readonly line: number;
  readonly text: string;
}

/**
 * A CSV file as positions in its own bytes: cells become numbers, days or text only when a column is asked for.
 * Rows are those with as many cells as the header; others are in `ragged`; blank lines are in neither.
 */
export interface CsvFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly ragged: readonly RaggedRow[];
  /** Line of the file (1 = header) at which a row begins. */
  line(row: number): number;
  /** The row as it stands in the file. */
  text(row: number): string;
  cell(row: number, column: number): string;
  numbers(column: number): NumberColumn;
  /** Epoch days of `YYYY-MM-DD` cells; NaN where a cell is none. */
  days(column: number): Float64Array;
  /** Instants of ISO date-times with a zone; NaN where a cell is none. */
  instants(column: number): Float64Array;
}

/** Where the cells stand: for cell k (row-major) `bounds[2k]` is its first byte and `bounds[2k + 1]` the byte after its last. */
interface Layout {
  readonly bounds: Int32Array;
  /** Line of the file at which each row begins. */
  readonly lines: Int32Array;
  readonly rows: number;
  readonly ragged: RaggedRow[];
}

/**
 * Reads the bytes of a CSV file: header, then rows; comma, semicolon or tab, whichever the header has; quoted cells, CRLF, a byte-order
 * mark, blank lines and a missing last newline are all read.
 * @throws UserError for bytes that are no text, a file without a header, and a quote that is never closed: each names file and line.
 */
export function readCsv(bytes: Uint8Array, name: string): CsvFile {
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  refuseBinary(bytes, name);
  const headEnd = endOfHeader(bytes, begin, name);
  const delimiter = delimiterOf(bytes, begin, headEnd.end);
  const header = splitHeader(bytes, begin, headEnd.end, delimiter);
  const layout = scan(bytes, headEnd.next, headEnd.line, delimiter, header.length, name);
  return csvFile(bytes, name, header, layout);
}

function csvFile(bytes: Uint8Array, name: string, header: readonly string[], layout: Layout): CsvFile {
  const { bounds, lines, rows } = layout;
  const width = header.length;
  const cell = (row: number, column: number): string => {
    const k = 2 * (row * width + column);
    return decode(bytes, bounds[k] as number, bounds[k + 1] as number)
      .trim()
      .replaceAll('""', '"');
  };
  const eachCell = (
    column: number,
    parse: (bytes: Uint8Array, start: number, end: number) => number,
  ): Float64Array => {
    const values = new Float64Array(rows);
    for (let row = 0, k = 2 * column; row < rows; row++, k += 2 * width) {
      values[row] = parse(bytes, bounds[k] as number, bounds[k + 1] as number);
    }
    return values;
  };
  return {
    name,
    header,
    rows,
    ragged: layout.ragged,
    line: (row) => lines[row] as number,
    text: (row) =>
      rowText(bytes, bounds[2 * row * width] as number, bounds[2 * (row + 1) * width - 1] as number),
    cell,
    numbers: (column) => numberColumn(bytes, bounds, rows, width, column),
    days: (column) => eachCell(column, parseIsoDay),
    instants: (column) => eachCell(column, parseIsoInstant),
  };
}

function numberColumn(
  bytes: Uint8Array,
  bounds: Int32Array,
  rows: number,
  width: number,
  column: number,
): NumberColumn {
  const values = new Float64Array(rows);
  const cells = new Uint8Array(rows);
  let whole = true;
  for (let row = 0, k = 2 * column; row < rows; row++, k += 2 * width) {
    const start = bounds[k] as number;
    const end = bounds[k + 1] as number;
    const value = parseDecimal(bytes, start, end);
    values[row] = value;
    if (!Number.isNaN(value)) continue;
    cells[row] = start === end ? CELL.blank : kindOf(decode(bytes, start, end));
    whole = false;
  }
  return { values, cells, whole };
}

/**
 * One pass over the bytes. A byte above every special one (digits, letters, points, signs, when the delimiter is a comma) costs one comparison,
 * and quotes cost only where a cell begins with one.
 */
function scan(
  bytes: Uint8Array,
  from: number,
  firstLine: number,
  delimiter: number,
  width: number,
  name: string,
): Layout {
  const highest = Math.max(delimiter, QUOTE);
  const end = bytes.length;
  const ragged: RaggedRow[] = [];
  let lines = new Int32Array(likelyRows(bytes, from));
  let bounds = new Int32Array(2 * width * lines.length);
  let rows = 0;
  let line = firstLine;
  let rowLine = line;
  let rowStart = from;
  let cellStart = from;
  let column = 0;
  let k = 0;
  for (let i = from; i <= end; i++) {
    while (i < end && (bytes[i] as number) > highest) i++;
    const byte = i < end ? (bytes[i] as number) : NEWLINE;
    if (byte === QUOTE && i === cellStart) {
      const closed = endOfQuoted(bytes, i, end, name, line);
      line += closed.lines;
      i = closed.next - 1;
      continue;
    }
    if (byte !== delimiter && byte !== NEWLINE) continue;
    if (column < width) {
      const cellEnd = byte === NEWLINE && i > cellStart && bytes[i - 1] === RETURN ? i - 1 : i;
      const quoted = cellEnd > cellStart + 1 && bytes[cellStart] === QUOTE && bytes[cellEnd - 1] === QUOTE;
      bounds[k] = quoted ? cellStart + 1 : cellStart;
      bounds[k + 1] = quoted ? cellEnd - 1 : cellEnd;
      k += 2;
    }
    column++;
    cellStart = i + 1;
    if (byte === delimiter) continue;
    if (column === width && !isBlankLine(bytes, rowStart, i)) lines[rows++] = rowLine;
    else if (!isBlankLine(bytes, rowStart, i))
      ragged.push({ line: rowLine, text: lineText(bytes, rowStart, i) });
    if (rows === lines.length) {
      lines = grown(lines);
      bounds = grown(bounds);
    }
    line++;
    rowLine = line;
    rowStart = cellStart;
    column = 0;
    k = 2 * rows * width;
  }
  return { bounds, lines, rows, ragged };
}

/** Rows of the file if the rest has lines as long as its first ones, and a few more. */
function likelyRows(bytes: Uint8Array, from: number): number {
  const sample = bytes.subarray(from, from + 65_536);
  let newlines = 1;
  for (const byte of sample) if (byte === NEWLINE) newlines++;
  return Math.ceil(((bytes.length - from) / (sample.length + 1)) * newlines * 1.02) + 16;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length / 2) * 4);
  larger.set(array);
  return larger;
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === RETURN);
}

function lineText(bytes: Uint8Array, start: number, end: number): string {
  return decode(bytes, start, end > start && bytes[end - 1] === RETURN ? end - 1 : end);
}

/** The row with the quotes of its first and last cell, which the bounds leave out. */
function rowText(bytes: Uint8Array, start: number, end: number): string {
  return decode(bytes, bytes[start - 1] === QUOTE ? start - 1 : start, bytes[end] === QUOTE ? end + 1 : end);
}

function endOfQuoted(
  bytes: Uint8Array,
  at: number,
  end: number,
  name: string,
  line: number,
): { readonly next: number; readonly lines: number } {
  let lines = 0;
  for (let i = at + 1; i < end; i++) {
    if (bytes[i] === NEWLINE) lines++;
    if (bytes[i] !== QUOTE) continue;
    if (bytes[i + 1] === QUOTE) i++;
    else return { next: i + 1, lines };
  }
  throw new UserError(
    `cannot read ${name}: the quote that opens on line ${line} is never closed`,
    'Close the quote, or export the file again.',
  );
}

function refuseBinary(bytes: Uint8Array, name: string): void {
  if (bytes.subarray(0, 65_536).includes(0)) {
    throw new UserError(
      `cannot read ${name}: it holds binary data, not comma-separated text`,
      'Give a CSV file in UTF-8, a Parquet file (.parquet), or the folder of a data pack.',
    );
  }
}

function endOfHeader(
  bytes: Uint8Array,
  begin: number,
  name: string,
): { end: number; next: number; line: number } {
  let line = 1;
  for (let start = begin; start < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, start);
    const next = found < 0 ? bytes.length : found + 1;
    let end = found < 0 ? bytes.length : found;
    if (end > start && bytes[end - 1] === RETURN) end--;
    if (end > start) return { end, next, line: line + 1 };
    start = next;
  }
  throw new UserError(`cannot read ${name}: it is empty`, 'The first line must name the columns: date,value');
}

/** The header's own delimiter: the first of comma, semicolon and tab that it has. */
function delimiterOf(bytes: Uint8Array, begin: number, end: number): number {
  const head = bytes.subarray(begin, end);
  return [COMMA, 59, 9].find((candidate) => head.includes(candidate)) ?? COMMA;
}

function splitHeader(bytes: Uint8Array, begin: number, end: number, delimiter: number): string[] {
  const cells: string[] = [];
  let start = begin;
  let quoted = false;
  for (let i = begin; i <= end; i++) {
    if (bytes[i] === QUOTE && i < end) quoted = !quoted;
    if (i < end && (quoted || bytes[i] !== delimiter)) continue;
    cells.push(unquote(decode(bytes, start, i)).trim());
    start = i + 1;
  }
  return cells;
}

function unquote(cell: string): string {
  const trimmed = cell.trim();
  if (!trimmed.startsWith('"') || !trimmed.endsWith('"') || trimmed.length < 2) return trimmed;
  return trimmed.slice(1, -1).replaceAll('""', '"');
}

const decoder = new TextDecoder();

function decode(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
