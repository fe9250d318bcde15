import type { JointState } from './joint-state.ts';

/** Sessions over which the trend of equities is taken. */
const TREND_SESSIONS = 20;

/** Fewest coordinates that two days must share to be compared. */
export const LEAST_SHARED = 6;

/**
 * The state of every session, one column a coordinate, each divided by its standard deviation over the sessions before the latest:
 * asinh of the falls of the five classes and of the moves of Treasuries, dollar and yen (in σ; asinh keeps the order of large moves
 * without letting one of them decide), log of VIX, and the 20-session change of the S&P 500.
 * NaN policy: NaN where not measured; a coordinate without spread is left out.
 */
export function stateVectors({ market, series }: JointState): Float64Array[] {
  const z = (id: string) => market.get(id)?.z.map(Math.asinh);
  const coordinates = [
    ...series.falls.map((fall) => fall.map(Math.asinh)),
    z('tlt'),
    z('dollar-index'),
    z('usd-jpy'),
    market.get('vix')?.column.values.map((value) => (value > 0 ? Math.log(value) : Number.NaN)),
    trend(market.get('sp500')?.column.values),
  ];
  return coordinates.flatMap((values) => {
    if (!values) return [];
    const spread = standardDeviation(values.subarray(market.first, market.last));
    return spread > 0 ? [values.map((value) => value / spread)] : [];
  });
}

/**
 * Standardised Euclidean distance of two rows: d = √((1/k) Σ (x_i − y_i)²) over the k coordinates measured on both, so that days before
 * a series began can be compared with days after.
 * NaN policy: NaN when fewer than LEAST_SHARED coordinates are measured on both.
 */
export function distance(vectors: readonly Float64Array[], a: number, b: number): number {
  let sum = 0;
  let k = 0;
  for (const values of vectors) {
    const difference = (values[a] as number) - (values[b] as number);
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    k++;
  }
  return k < LEAST_SHARED ? Number.NaN : Math.sqrt(sum / k);
}

function trend(values: Float64Array | undefined): Float64Array | undefined {
  return values?.map((value, t) => value / (values[t - TREND_SESSIONS] ?? Number.NaN) - 1);
}

function standardDeviation(values: Float64Array): number {
  const measured = values.filter((value) => !Number.isNaN(value));
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  return Math.sqrt(measured.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (measured.length - 1));
}
