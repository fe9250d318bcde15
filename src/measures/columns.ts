import type { Panel } from '../data/panel.ts';
import type { Measure } from './measure.ts';

/**
 * Value arrays of a panel's columns; an infinite value counts as missing and becomes NaN (in a copy).
 * @throws RangeError when the panel has fewer or more columns than the measure takes.
 */
export function columnsOf(panel: Panel, measure: Pick<Measure, 'id' | 'columns'>): Float64Array[] {
  const [fewest, most] = measure.columns;
  const n = panel.columns.length;
  if (n < fewest || n > most) {
    const range = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    throw new RangeError(`${measure.id} takes ${range} column${most === 1 ? '' : 's'}, came ${n}`);
  }
  return panel.columns.map((column) => withoutInfinities(column.values));
}

function withoutInfinities(values: Float64Array): Float64Array {
  const infinite = (x: number) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY;
  return values.some(infinite) ? values.map((x) => (infinite(x) ? Number.NaN : x)) : values;
}
