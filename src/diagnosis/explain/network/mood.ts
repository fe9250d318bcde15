import { ols } from '../../../math/regression.ts';
import { isAbsent } from '../../../measures/connectedness/absence.ts';
import { connectedness } from '../../../measures/connectedness/connectedness.ts';
import type { Rows } from '../../scan/rows.ts';
import { HORIZON, LAG, slice, WINDOW } from './fit.ts';

/**
 * Share of total spillover that goes with common factors: 1 − T_e/T, T_e of what is left of each return after its regression on the factors
 * of the same session. NaN where there are too few rows or a regression has no solution.
 */
export function shareOfFactors(rows: Rows, factors: readonly string[]): number {
  const to = rows.dates.length;
  if (to < WINDOW || factors.some((id) => !rows.ids.includes(id))) return Number.NaN;
  const { columns, gap } = slice(rows, to - WINDOW, to);
  const isFactor = rows.ids.map((id) => factors.includes(id));
  const returns = columns.filter((_, k) => !isFactor[k]);
  const x = designOf(columns.filter((_, k) => isFactor[k]));
  const left = returns.map(
    (column) => ols(Float64Array.from(column), x, WINDOW, factors.length + 1)?.residuals,
  );
  if (returns.length < 2 || left.some((column) => column === undefined)) return Number.NaN;
  const options = { lag: LAG, horizon: HORIZON, gap };
  const [whole, rest] = [returns, left as Float64Array[]].map((set) => connectedness(set, options));
  if (isAbsent(whole!) || isAbsent(rest!)) return Number.NaN;
  return 1 - rest.table.total / whole.table.total;
}

function designOf(factors: readonly Float64Array[]): Float64Array {
  const k = factors.length + 1;
  return Float64Array.from({ length: WINDOW * k }, (_, at) =>
    at % k === 0 ? 1 : factors[(at % k) - 1]![Math.floor(at / k)]!,
  );
}
