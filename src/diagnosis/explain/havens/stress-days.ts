import { quantileOfSorted } from '../../../math/quantile.ts';
import { countBelow } from '../../../math/sorted.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { pearson } from '../../../measures/correlation.ts';

/** Sessions before a day that say how bad it is, and the fewest of them. */
export const BEFORE = 1250;
const LEAST_BEFORE = 500;
export const WORST = 0.05;

/** Sessions before a day whose correlation of Treasuries with equities names the regime. */
export const REGIME_SESSIONS = 250;

/**
 * Threshold of each day: the 5 % quantile of the measured returns among the 1,250 rows before it, NaN where those are fewer than 500. Known
 * before the day, so that a day that was one of stress stays one. `returns` n values, NaN where not measured.
 */
export function stressLines(returns: Float64Array): Float64Array {
  const sorted: number[] = [];
  return returns.map((now, t) => {
    const gone = returns[t - BEFORE - 1] ?? Number.NaN;
    if (!Number.isNaN(gone)) sorted.splice(countBelow(sorted, gone), 1);
    const line = sorted.length < LEAST_BEFORE ? Number.NaN : quantileOfSorted(sorted, WORST);
    if (!Number.isNaN(now)) sorted.splice(countBelow(sorted, now), 0, now);
    return line;
  });
}

export const REGIMES = ['bonds-against', 'bonds-along'] as const;
export type Regime = (typeof REGIMES)[number];

/** Whether Treasuries moved against equities or along with them over the 250 sessions before row t; undefined below 200 measured. */
export function regimeBefore(equity: Float64Array, bonds: Float64Array, t: number): Regime | undefined {
  const from = Math.max(0, t - REGIME_SESSIONS);
  const rows = Array.from({ length: t - from }, (_, k) => from + k).filter(
    (row) => !Number.isNaN(equity[row]! + bonds[row]!),
  );
  if (rows.length < 200) return undefined;
  const r = pearson(valuesAt(equity, rows), valuesAt(bonds, rows));
  if (Number.isNaN(r)) return undefined;
  return r < 0 ? 'bonds-against' : 'bonds-along';
}
