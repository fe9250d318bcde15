import type { History } from '../../../diagnosis/history.ts';
import { ewmaCovariance } from '../../../math/covariance.ts';

/** λ of RiskMetrics for daily returns. */
export const DAILY_DECAY = 0.94;

/** Rows that a forecast of volatility needs. */
const LEAST_ROWS = 60;

/**
 * Volatility a day of the latest forecast: σ²_t = λ·σ²_{t−1} + (1 − λ)·r_t². NaN when there is no history, or less than 60 rows of it.
 * @see J.P. Morgan (1996), RiskMetrics technical document, 4th ed., ch. 5.
 */
export function dailyVolatility(history: History | undefined): number {
  if (!history || history.last + 1 < LEAST_ROWS) return Number.NaN;
  const { changes } = history;
  return Math.sqrt(ewmaCovariance(changes, changes.length, 1, DAILY_DECAY)[0]!);
}
