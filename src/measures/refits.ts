import { z } from 'zod';

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
