import { rollingCovariance } from '../../../../math/rolling-covariance.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { pearson } from '../../../../measures/correlation.ts';
import { grangerTest } from '../../../../measures/granger.ts';
import { lagsOf } from '../../../../measures/lagged-design.ts';
import { isRefused } from '../../../../measures/refused.ts';
import { type Slope, slopeOf } from './slope.ts';

export const LAGS = 5;

/** Correlation at one lag k, both ways round. */
interface LagRow {
  readonly lag: number;
  /** Of the flow with the return k sessions earlier. */
  readonly returnFirst: number;
  /** Of the return with the flow k sessions earlier. */
  readonly flowFirst: number;
}

interface Precedence {
  readonly F: number;
  readonly p: number;
  readonly rows: number;
}

export interface Elasticity {
  readonly simple: Slope | undefined;
  /** With lags 1 … 5 of return and flow held. */
  readonly controlled: Slope | undefined;
  readonly lags: readonly LagRow[];
  /** Do past returns help to predict the flow? */
  readonly flowFollows: Precedence | undefined;
  /** Do past flows help to predict the return? */
  readonly returnFollows: Precedence | undefined;
}

/**
 * How a coin's return goes with the flow of its funds. `returns` fractions, `billions` flow in 10⁹ dollars, one row a session.
 * NaN policy: rows with a hole are left out of each computation that needs them.
 */
export function elasticity(returns: Float64Array, billions: Float64Array): Elasticity {
  return {
    simple: slopeOf(returns, billions),
    controlled: slopeOf(returns, billions, [...lagsOf(returns, LAGS), ...lagsOf(billions, LAGS)], LAGS),
    lags: Array.from({ length: LAGS + 1 }, (_, lag) => ({
      lag,
      returnFirst: laggedCorrelation(billions, returns, lag),
      flowFirst: laggedCorrelation(returns, billions, lag),
    })),
    flowFollows: precedence(returns, billions),
    returnFollows: precedence(billions, returns),
  };
}

/** Correlation of y_t with x_{t−lag} over the rows where both are there. */
export function laggedCorrelation(y: Float64Array, x: Float64Array, lag: number): number {
  const rows = [...y.keys()].filter((t) => t >= lag && Number.isFinite(y[t]! + x[t - lag]!));
  return pearson(
    valuesAt(y, rows),
    Float64Array.from(rows, (t) => x[t - lag]!),
  );
}

function precedence(cause: Float64Array, effect: Float64Array): Precedence | undefined {
  const test = grangerTest(cause, effect, LAGS);
  return isRefused(test) ? undefined : { F: test.F, p: test.p, rows: test.rows };
}

/** cov(y, x) / var(x) over the last `window` rows, at every row. NaN where the window is not full or x does not vary. */
export function rollingSlope(y: Float64Array, x: Float64Array, window: number): Float64Array {
  const out = new Float64Array(y.length).fill(Number.NaN);
  rollingCovariance([x, y], { window }, (t, moments) => {
    if (moments && moments.covariance[0]! > 0) out[t] = moments.covariance[1]! / moments.covariance[0]!;
  });
  return out;
}

/** What a flow goes with at a slope: effect = slope × flow / 10⁹, and its share of the change that was. NaN share of no change. */
export function impliedEffect(slope: number, usd: number, change: number): { effect: number; share: number } {
  const effect = (slope * usd) / 1e9;
  return { effect, share: change === 0 ? Number.NaN : effect / change };
}
