import { betaBreaks } from '../../../../measures/beta-breaks.ts';
import { pearson } from '../../../../measures/correlation.ts';
import type { Pair } from './correlation-paths.ts';

const LEAST_ROWS = 60;
const STEP = 5;

/** Rows from … to (inclusive) of one correlation. */
export interface Regime {
  readonly from: number;
  readonly to: number;
  readonly correlation: number;
}

/**
 * Stretches of one correlation. With both returns over their own scale the slope of one on the other is their correlation, and its breaks are
 * those of `betaBreaks`: segments of at least 60 rows that minimise Σ (x_t − b y_t)², their number by LWZ. One stretch without a break.
 *
 * `pair` the returns, `scale` the scale of each known before the row; n rows without holes. None of fewer than 120 rows.
 */
export function correlationRegimes([x, y]: Pair, [sx, sy]: Pair): readonly Regime[] {
  const n = x.length;
  if (n < 2 * LEAST_ROWS) return [];
  const { breaks } = betaBreaks(
    x.map((r, t) => r / sx[t]!),
    y.map((r, t) => r / sy[t]!),
    { leastRows: LEAST_ROWS, step: STEP },
  );
  const starts = [0, ...breaks];
  return starts.map((from, k) => {
    const end = starts[k + 1] ?? n;
    return { from, to: end - 1, correlation: pearson(x.subarray(from, end), y.subarray(from, end)) };
  });
}
