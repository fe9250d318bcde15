import { checkWhole } from '../../math/arguments.ts';
import { mean } from '../../math/moments.ts';
import { valuesAt } from '../../math/values-at.ts';
import { type Absence, isAbsent } from './absence.ts';
import { completeRows } from './complete-rows.ts';
import { isStable } from './stability.ts';
import { type Forgetting, TvpVar } from './tvp-var.ts';
import { gather, sharesOf } from './tvp-var-connectedness.ts';
import { startOf, type TvpPriorChoice, type TvpStart } from './tvp-var-start.ts';

export interface FullSampleTvpOptions extends Forgetting, TvpPriorChoice {
  readonly lag: number;
  readonly horizon: number;
  /** Rows from the first on that a least-squares prior uses; at most T, and all when absent. */
  readonly priorRows?: number;
}

/** What the filter holds after row t. */
export type VisitFullSample = (t: number, filter: TvpVar, shares: Float64Array | Absence) => void;

/**
 * TVP-VAR connectedness as R's ConnectednessApproach computes it, to reproduce published tables only: LOOK-AHEAD, for the whole sample gives the
 * means, and the prior comes from rows that are then filtered.
 *
 * Row 0 has the prior; rows 1 … p feed 0.1 y_t y_t' to Q in place of e_t e_t'; slopes are updated from row p on. Q_0 is E'E/n of the least-squares
 * prior, else the sample covariance of all rows.
 *
 * `columns` N series of T values; rows with a missing value are left out before lagging, and t counts the others.
 * @returns the prior and Q_0, with the number of steps that were not taken over for want of stability.
 * @throws RangeError when a parameter is out of its range or lengths differ.
 * @see Antonakakis, Chatziantoniou & Gabauer (2020), J. Risk and Financial Management 13(4), eq. 1–9; R ConnectednessApproach 1.0.4, TVPVAR.
 */
export function fullSampleTvpVar(
  columns: readonly Float64Array[],
  options: FullSampleTvpOptions,
  visit: VisitFullSample,
): (TvpStart & { readonly unstable: number }) | Absence {
  const { lag, horizon, priorRows } = options;
  checkWhole('lag', lag, 1);
  checkWhole('horizon', horizon, 1);
  const { at, run } = completeRows(columns);
  const T = at.length;
  const series = columns.map((column) => lessMean(valuesAt(column, at)));
  const rows = options.prior === 'least-squares' ? Math.min(T, priorRows ?? T) : T;
  const start = startOf(series, { lag, rows, run, choice: options });
  if (isAbsent(start)) return start;
  const n = series.length;
  const filter = new TvpVar(start.prior, start.sigma, options);
  const kept = Array.from(series.keys());
  const shares = sharesOf(filter, horizon, kept, n);
  const y = new Float64Array(n);
  const lags = new Float64Array(n * lag);
  const priorIsStable = isStable(start.prior.slopes, n, lag);
  for (let t = 0; t < T; t++) {
    if (t > 0 && t < lag) filter.decay(tenth(series, t));
    if (t >= lag) {
      gather(series, t, y, lags);
      filter.observe(y, lags, t === lag ? tenth(series, t) : undefined);
    }
    visit(t, filter, shares());
  }
  return { ...start, unstable: filter.unstable + (priorIsStable ? 0 : Math.min(lag, T) - 1) };
}

/** √0.1·y_t, whose product with itself is 0.1 y_t y_t'. */
function tenth(series: readonly Float64Array[], t: number): Float64Array {
  return Float64Array.from(series, (values) => Math.sqrt(0.1) * values[t]!);
}

function lessMean(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map((value) => value - centre);
}
