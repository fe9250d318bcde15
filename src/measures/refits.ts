import { z } from 'zod';
import { valuesAt } from '../math/values-at.ts';
import { isConstant } from './refused.ts';

/** Rows `row` … `until` − 1 use what was estimated on rows 0 … `row`. */
export interface RefitSpan {
  /** Last row of the estimation; the panel's date of this row is the estimation date. */
  readonly row: number;
  readonly until: number;
}

/**
 * When the parameters of a filtered measure are estimated: first at row `first`, then every `refit` rows, always on all rows up to then.
 * Between two estimations the measure filters forward, so row t never sees a parameter that rows after t helped to choose.
 */
export function refitSpans(rows: number, first: number, refit: number): RefitSpan[] {
  const spans: RefitSpan[] = [];
  for (let row = first; row < rows; row += refit) spans.push({ row, until: Math.min(rows, row + refit) });
  return spans;
}

/** What a trailing window holds at a refit. */
export interface TrailingValues {
  /** Values without holes, at least max(30, w/2) of them, that vary. */
  readonly values: Float64Array;
  /** The row of each. */
  readonly rows: Int32Array;
}

/**
 * A statistic of the values of a trailing window, computed anew every `refit` rows and read at every row until the next:
 * out_t = read(f(window that ends at the last refit), t).
 *
 * `values` n rows. NaN on the first w − 1 rows, where row t itself is missing, and until the next refit where the window of the last keeps
 * fewer than max(30, w/2) values or does not vary. Row t uses rows ≤ t only.
 */
export function heldOverRefits<T>(
  values: Float64Array,
  { window, refit }: { readonly window: number; readonly refit: number },
  statistic: (trailing: TrailingValues) => T,
  read: (found: T, t: number) => number,
): Float64Array {
  const out = new Float64Array(values.length).fill(Number.NaN);
  for (const { row, until } of refitSpans(values.length, window - 1, refit)) {
    const trailing = trailingValues(values, row - window + 1, row + 1);
    if (trailing.values.length < Math.max(30, window / 2) || isConstant(trailing.values)) continue;
    const found = statistic(trailing);
    for (let t = row; t < until; t++) if (!Number.isNaN(values[t]!)) out[t] = read(found, t);
  }
  return out;
}

function trailingValues(values: Float64Array, from: number, to: number): TrailingValues {
  const rows: number[] = [];
  for (let t = from; t < to; t++) if (!Number.isNaN(values[t]!)) rows.push(t);
  return { values: valuesAt(values, rows), rows: Int32Array.from(rows) };
}

/** Rows of the first estimation. */
export function trainParam(byDefault: number, least: number) {
  return z.number().int().min(least).max(5040).default(byDefault).meta({
    unit: 'rows',
    description: 'rows of the first estimation; later ones use all rows so far',
  });
}

/** Rows between two estimations. */
export const refitParam = z.number().int().min(5).max(2520).default(250).meta({
  unit: 'rows',
  description: 'rows between two estimations of the parameters; between them the measure filters forward',
});

/** Rows between two searches of a trailing window. */
export const searchParam = z.number().int().min(1).max(250).default(5).meta({
  unit: 'rows',
  description: 'rows between two searches of the window; until the next one the last finding holds',
});
