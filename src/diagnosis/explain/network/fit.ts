import { isAbsent } from '../../../measures/connectedness/absence.ts';
import {
  type ConnectednessBand,
  type ConnectednessBands,
  connectednessBands,
} from '../../../measures/connectedness/connectedness-bands.ts';
import { totalOf } from '../../../measures/connectedness/connectedness-table.ts';
import { rollingConnectedness } from '../../../measures/connectedness/simd-rolling-connectedness.ts';
import { type Rows, rowsWindow } from '../../scan/rows.ts';

/** Sessions of a window, about a trading year. */
export const WINDOW = 250;
/** p and H of the vector autoregression; the longest step in days that a lag may cross. */
export const LAG = 1;
export const HORIZON = 10;
export const MAX_GAP_DAYS = 7;

const BAND = { draws: 299, level: 0.9, seed: 4101 } as const;

/** The rows `from…to)` alone. */
export function slice(rows: Rows, from: number, to: number) {
  return {
    columns: rows.columns.map((column) => column.subarray(from, to)),
    gap: { dates: rows.dates.subarray(from, to), maxGapDays: MAX_GAP_DAYS },
  };
}

export interface WindowFit {
  readonly bands: ConnectednessBands;
  readonly window: ReturnType<typeof rowsWindow>;
}

/** Connectedness with bands of the 250 rows that end `back` rows before the last; undefined where it is not defined. */
export function fitWindow(rows: Rows, back: number): WindowFit | undefined {
  const to = rows.dates.length - back;
  const from = to - WINDOW;
  if (from < 0 || rows.ids.length < 2) return undefined;
  const { columns, gap } = slice(rows, from, to);
  const bands = connectednessBands(columns, { lag: LAG, horizon: HORIZON, gap }, BAND);
  return isAbsent(bands) ? undefined : { bands, window: rowsWindow(rows, from, to) };
}

/** Total of the window that ends in each row; NaN where it is not defined. */
export function totals(rows: Rows): Float64Array {
  const out = new Float64Array(rows.dates.length).fill(Number.NaN);
  if (rows.ids.length < 2) return out;
  const gap = { dates: rows.dates, maxGapDays: MAX_GAP_DAYS };
  const n = rows.ids.length;
  rollingConnectedness(rows.columns, { window: WINDOW, lag: LAG, horizon: HORIZON, gap }, (t, shares) => {
    if (!isAbsent(shares)) out[t] = totalOf(shares, n);
  });
  return out;
}

/** A band as figures state it; none where there is none. */
export function bandOf(band: ConnectednessBand | undefined, { level, how }: ConnectednessBands) {
  if (!band || !Number.isFinite(band.low)) return {};
  return { band: { low: band.low, high: band.high, level, how } };
}
