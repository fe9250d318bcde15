import type { CaseInput } from './runner.ts';

const LABELS = new Set(['', 'date', 'time', 'day', 'index', 't', 'unnamed: 0']);

/** The numeric columns of the case's input but for a label of the rows. An infinite cell counts as missing. */
export function panelColumns(input: CaseInput): Float64Array[] {
  return input
    .file()
    .numeric.filter(({ name }, k) => !(k === 0 && LABELS.has(name.toLowerCase())))
    .map(({ values }) => values.map((x) => (Number.isFinite(x) ? x : Number.NaN)));
}

/** An n×n row-major matrix as a list of its rows. */
export function rowsOf(matrix: Float64Array, n: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => matrix.subarray(i * n, (i + 1) * n));
}

/** n×n list of lists from a function of a pair of columns. */
export function pairwise(
  columns: readonly Float64Array[],
  value: (x: Float64Array, y: Float64Array) => number,
): number[][] {
  return columns.map((x) => columns.map((y) => value(x, y)));
}

export function everyNth<T>(values: Iterable<T>, step: number): T[] {
  return [...values].filter((_, k) => k % step === 0);
}
