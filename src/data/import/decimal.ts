/** What a cell held: a number, nothing at all, something that is no number, or a number that is not finite. */
export const CELL = { number: 0, blank: 1, unparseable: 2, nonFinite: 3 } as const;
export type Cell = (typeof CELL)[keyof typeof CELL];

/** So many digits, or one fewer and a point, make a whole number below 10^15, which a double holds exactly. */
const MOST_BYTES = 15;
const TEN = Float64Array.from({ length: MOST_BYTES + 1 }, (_, exponent) => Number(`1e${exponent}`));

const BLANK = new Set(['', '.', 'NA', 'N/A', 'null', 'NULL']);
const NON_FINITE = /^[+-]?(nan|inf|infinity)$/i;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Number written in `bytes[start, end)`, the same double as `Number(text)`, for plain decimals without making a string:
 * value = digits / 10^k, where digits < 10^15 and 10^k are exact doubles, so that the one division rounds correctly.
 * Blanks at both ends are ignored; empty, `.`, `NA`, `N/A` and `null` are blank cells; NaN, infinities and overflow are not finite; thousands
 * separators, hexadecimal and units are unparseable. NaN policy: NaN for a cell that is no finite number; `kindOf` says what it is.
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
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
    return stop === from ? Number.NaN : parseText(decoder.decode(bytes.subarray(from, stop)));
  }
  const magnitude = decimals === 0 ? digits : digits / (TEN[decimals] as number);
  return negative ? -magnitude : magnitude;
}

/** The readable twin of `parseDecimal`, which leaves the rare shapes (exponents, more than 15 digits, words) to it. */
export function parseText(cell: string): number {
  const trimmed = cell.trim();
  const value = DECIMAL.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

export function kindOf(cell: string): Cell {
  const trimmed = cell.trim();
  if (BLANK.has(trimmed)) return CELL.blank;
  if (NON_FINITE.test(trimmed)) return CELL.nonFinite;
  if (!DECIMAL.test(trimmed)) return CELL.unparseable;
  return Number.isFinite(Number(trimmed)) ? CELL.number : CELL.nonFinite;
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9;
}

const decoder = new TextDecoder();
