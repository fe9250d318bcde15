/** What a cell held: a number, nothing at all, something that is no number, or a number that is not finite. */
export const CELL = { number: 0, blank: 1, unparseable: 2, nonFinite: 3 } as const;
export type Cell = (typeof CELL)[keyof typeof CELL];

/** So many digits, or one fewer and a point, make a whole number below 10^15, which a double holds exactly. */
const MOST_BYTES = 15;
const TEN = Float64Array.from({ length: MOST_BYTES + 1 }, (_, exponent) => Number(`1e${exponent}`));

const BLANK = new Set(['', '.', 'NA', 'N/A', 'null', 'NULL']);
const NON_FINITE = /^[+-]?(nan|inf|infinity)$/i;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Result of the last `parseDecimal`: two numbers a call without an object a cell. */
export interface DecimalReader {
  value: number;
  cell: Cell;
}

/**
 * Number written in `bytes[start, end)`, the same double as `Number(text)`, for plain decimals without making a string:
 * value = digits / 10^k, where digits < 10^15 and 10^k are exact doubles, so that the one division rounds correctly.
 * Blanks at both ends are ignored; empty, `.`, `NA`, `N/A` and `null` are blank cells; NaN, infinities and overflow are not finite; thousands
 * separators, hexadecimal and units are unparseable. NaN policy: `value` is NaN unless `cell` is `CELL.number`.
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number, into: DecimalReader): void {
  let i = start;
  let stop = end;
  while (i < stop && isBlank(bytes[i] as number)) i++;
  while (stop > i && isBlank(bytes[stop - 1] as number)) stop--;
  const from = i;
  const sign = bytes[i] as number;
  const negative = sign === 45;
  if (i < stop && (negative || sign === 43)) i++;
  const digitsFrom = i;
  let digits = 0;
  while (i < stop) {
    const digit = (bytes[i] as number) - 48;
    if (digit < 0 || digit > 9) break;
    digits = digits * 10 + digit;
    i++;
  }
  let decimals = 0;
  if (i < stop && bytes[i] === 46) {
    const point = i++;
    while (i < stop) {
      const digit = (bytes[i] as number) - 48;
      if (digit < 0 || digit > 9) break;
      digits = digits * 10 + digit;
      i++;
    }
    decimals = i - point - 1;
  }
  const length = i - digitsFrom;
  if (
    i !== stop ||
    length === 0 ||
    length > MOST_BYTES ||
    (decimals === 0 && bytes[i - 1] === 46 && length === 1)
  ) {
    parseText(text(bytes, from, stop), into);
    return;
  }
  const magnitude = decimals === 0 ? digits : digits / (TEN[decimals] as number);
  into.value = negative ? -magnitude : magnitude;
  into.cell = CELL.number;
}

/** The readable twin of `parseDecimal`, which leaves the rare shapes (exponents, more than 15 digits, words) to it. */
export function parseText(cell: string, into: DecimalReader): void {
  into.value = Number.NaN;
  const trimmed = cell.trim();
  if (BLANK.has(trimmed)) into.cell = CELL.blank;
  else if (NON_FINITE.test(trimmed)) into.cell = CELL.nonFinite;
  else if (!DECIMAL.test(trimmed)) into.cell = CELL.unparseable;
  else {
    const value = Number(trimmed);
    into.cell = Number.isFinite(value) ? CELL.number : CELL.nonFinite;
    if (into.cell === CELL.number) into.value = value;
  }
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9;
}

const decoder = new TextDecoder();

function text(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
