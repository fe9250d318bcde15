import type { Panel } from '../data/panel.ts';
import type { Measure } from './measure.ts';

/**
 * Value arrays of a panel's columns.
 * @throws RangeError when the panel has fewer or more columns than the measure takes.
 */
export function columnsOf(panel: Panel, measure: Pick<Measure, 'id' | 'columns'>): Float64Array[] {
  const [fewest, most] = measure.columns;
  const n = panel.columns.length;
  if (n < fewest || n > most) {
    throw new RangeError(`${measure.id} takes ${fewest} to ${most} columns, came ${n}`);
  }
  return panel.columns.map((column) => column.values);
}
