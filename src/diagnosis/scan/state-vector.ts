import type { JointState } from './joint-state.ts';

/** Sessions over which the trend of equities is taken. */
const TREND_SESSIONS = 20;

/** Fewest coordinates that two days must share to be compared. */
const LEAST_SHARED = 6;

/**
 * The state of every session, one column a coordinate, each with mean 0 and standard deviation 1 over the scored sessions before the
 * latest: asinh of the falls of the five classes and of the moves of Treasuries, dollar and yen (in σ; asinh keeps the order of large
 * moves without letting one of them decide), log of VIX, and the 20-session change of the S&P 500.
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
    const { mean, deviation } = moments(values.subarray(market.first, market.last));
    return deviation > 0 ? [values.map((value) => (value - mean) / deviation)] : [];
  });
}

/**
 * Standardised Euclidean distance of a past session from the latest: d = √((1/k) Σ δ_i) over the k coordinates measured today,
 * δ_i = (x_i − y_i)², and where the past session does not have the coordinate its expectation over all sessions, x_i² + 1: a day before
 * bitcoin began can be compared, but gains nothing by not having it.
 * NaN policy: NaN when fewer than LEAST_SHARED coordinates are measured on both.
 */
export function distance(vectors: readonly Float64Array[], today: number, past: number): number {
  let sum = 0;
  let k = 0;
  let shared = 0;
  for (const values of vectors) {
    const [x, y] = [values[today] as number, values[past] as number];
    if (Number.isNaN(x)) continue;
    k++;
    if (!Number.isNaN(y)) shared++;
    sum += Number.isNaN(y) ? x * x + 1 : (x - y) ** 2;
  }
  return shared < LEAST_SHARED ? Number.NaN : Math.sqrt(sum / k);
}

function trend(values: Float64Array | undefined): Float64Array | undefined {
  return values?.map((value, t) => value / (values[t - TREND_SESSIONS] ?? Number.NaN) - 1);
}

function moments(values: Float64Array): { mean: number; deviation: number } {
  const measured = values.filter((value) => !Number.isNaN(value));
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  const squares = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (measured.length - 1)) };
}
