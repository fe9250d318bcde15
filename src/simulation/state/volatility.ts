import type { History } from '../../diagnosis/history.ts';

/** λ of RiskMetrics for daily returns. */
export const VOLATILITY_DECAY = 0.94;
const ROWS = 250;
const FEWEST = 20;

/** Exponentially weighted volatility a day of the last rows, fraction; NaN with fewer than 20 returns. @see RiskMetrics (1996) */
export function ewmaVolatility(history: History | undefined): number {
  if (!history) return Number.NaN;
  let [sum, weights, count] = [0, 0, 0];
  let weight = 1;
  for (let row = history.last; row > 0 && count < ROWS; row--) {
    const change = history.changes[row]!;
    if (!Number.isFinite(change)) continue;
    sum += weight * change * change;
    weights += weight;
    weight *= VOLATILITY_DECAY;
    count++;
  }
  return count >= FEWEST ? Math.sqrt(sum / weights) : Number.NaN;
}

/** Correlations of daily returns over the last 250 days that each pair has in common; 0 for a pair with fewer than 20. Sign −1 for a price quoted the other way round. */
export function correlationOf(
  parts: readonly { readonly history: History; readonly sign: number }[],
): number[][] {
  const byDay = parts.map(({ history: { dates, changes, last }, sign }) => {
    const returns = new Map<number, number>();
    for (let row = Math.max(1, last - ROWS); row <= last; row++) {
      if (Number.isFinite(changes[row]!)) returns.set(dates[row]!, sign * changes[row]!);
    }
    return returns;
  });
  return byDay.map((x, i) => byDay.map((y, j) => (i === j ? 1 : i < j ? pair(x, y) : pair(y, x))));
}

function pair(x: ReadonlyMap<number, number>, y: ReadonlyMap<number, number>): number {
  let [n, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0];
  for (const [day, a] of x) {
    const b = y.get(day);
    if (b === undefined) continue;
    n++;
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  if (n < FEWEST) return 0;
  const covariance = sxy - (sx * sy) / n;
  const scale = Math.sqrt((sxx - (sx * sx) / n) * (syy - (sy * sy) / n));
  return scale > 0 ? covariance / scale : 0;
}
