import type { Series } from '../../../../data/observation.ts';
import { logOf } from '../factors.ts';
import { lastRow, type SessionColumn, type Sessions } from '../sessions.ts';

export const MARKET = 'sp500';
export const BILL = 'us-3m';
export const TERM = 'us-10y-3m';
export const CREDIT = 'us-baa-spread';
export const OUTPUT = 'gdp';
export const CAPE = 'sp500-cape';
export const VALUE_SPREAD = 'small-value-spread';
export const NEWS_SERIES = [MARKET, BILL, TERM, CREDIT, OUTPUT, CAPE, VALUE_SPREAD];

/** Sessions that a yield may stand for: bonds rest on days on which shares do not, and are out a day later. */
const CARRY = 4;
const SESSIONS_A_YEAR = 252;
/** Age at which a monthly or a quarterly value is no state of the day any more. */
const MONTHLY_AGE = 100 * 86_400_000;
const QUARTERLY_AGE = 300 * 86_400_000;

/** State variables on steps of some sessions that end on the last one; NaN where not measured. */
export interface States {
  /** Rows of the sessions. */
  readonly rows: readonly number[];
  /** ln P_t / P_{t−1} of the market over a step, and the bill’s return in it. */
  readonly total: Float64Array;
  readonly bill: Float64Array;
  readonly term: Float64Array;
  readonly credit: Float64Array;
  /** ln of the cyclically adjusted price over earnings, or of price over output. */
  readonly valuation: Float64Array;
  readonly valuationOf: 'cape' | 'output';
  /** Undefined without the series. */
  readonly valueSpread: Float64Array | undefined;
}

/** Undefined without a market. */
export function statesOf(
  sessions: Sessions,
  slow: ReadonlyMap<string, Series>,
  step: number,
): States | undefined {
  const market = sessions.get(MARKET);
  const last = market ? market.values.findLastIndex(Number.isFinite) : -1;
  if (!market || last < step) return undefined;
  const rows = Array.from({ length: Math.floor(last / step) + 1 }, (_, k) => last - k * step).reverse();
  const prices = Float64Array.from(rows, (row) => logOf(market.values[row]!));
  const state = (id: string) => carried(sessions.get(id), rows);
  const yields = state(BILL);
  const times = rows.map((row) => market.times[row]!);
  const cape = knownAt(slow.get(CAPE), times, MONTHLY_AGE).map(logOf);
  const byCape = Number.isFinite(cape.at(-1)!);
  const output = knownAt(slow.get(OUTPUT), times, QUARTERLY_AGE);
  const spread = knownAt(slow.get(VALUE_SPREAD), times, MONTHLY_AGE);
  const before = (values: Float64Array, k: number) => (k === 0 ? Number.NaN : values[k - 1]!);
  return {
    rows,
    total: prices.map((price, k) => price - before(prices, k)),
    bill: yields.map((_, k) => (before(yields, k) * step) / SESSIONS_A_YEAR),
    term: state(TERM),
    credit: state(CREDIT),
    valuation: byCape ? cape : prices.map((price, k) => price - logOf(output[k]!)),
    valuationOf: byCape ? 'cape' : 'output',
    valueSpread: Number.isFinite(spread.at(-1) ?? Number.NaN) ? spread : undefined,
  };
}

function carried(column: SessionColumn | undefined, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => {
    const at = column ? lastRow(column.values, row, CARRY) : -1;
    return at < 0 ? Number.NaN : column!.values[at]!;
  });
}

/** The latest value of a slow statistic that was out by each instant; NaN when it is older than `age` then. */
function knownAt(series: Series | undefined, times: readonly number[], age: number): Float64Array {
  let at = -1;
  return Float64Array.from(times, (time) => {
    if (!series) return Number.NaN;
    while (at + 1 < series.times.length && series.knownAt[at + 1]! <= time) at++;
    return at >= 0 && time - series.times[at]! <= age ? series.values[at]! : Number.NaN;
  });
}
