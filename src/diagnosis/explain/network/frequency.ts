import { isAbsent } from '../../../measures/connectedness/absence.ts';
import {
  frequencyConnectedness,
  WEEK_AND_MONTH,
} from '../../../measures/connectedness/frequency-connectedness.ts';
import type { Rows } from '../../scan/rows.ts';
import { LAG, slice, WINDOW } from './fit.ts';

/** Cycles of up to 5 sessions, of 5 to 20, and of more. */
export const FREQUENCY_BANDS = ['week', 'month', 'longer'] as const;

const TERMS = 100;

/** Shares of total spillover by length of cycle over the last window, the last by subtraction; undefined where there are none. */
export function frequencySplit(rows: Rows): readonly number[] | undefined {
  const to = rows.dates.length;
  const { columns, gap } = slice(rows, to - WINDOW, to);
  const found = frequencyConnectedness(columns, { lag: LAG, horizon: TERMS, bounds: WEEK_AND_MONTH, gap });
  if (isAbsent(found)) return undefined;
  const sum = found.bands.reduce((total, { absolute }) => total + absolute, 0);
  const [week, month] = found.bands.map(({ absolute }) => absolute / sum);
  return [week!, month!, 1 - (week! + month!)];
}
