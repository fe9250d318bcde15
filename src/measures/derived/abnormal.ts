import { eventStudy } from '../event-study.ts';

/**
 * Cumulative abnormal return of y against the market x from row `event` on: Σ_{s=event…t} (r_s − α − β m_s), simple returns, market model
 * on the n rows before. y and x are prices, T values.
 * NaN policy: NaN before the event, from the first row without a return on, and everywhere where the model cannot be had.
 * @see MacKinlay (1997), Event studies in economics and finance, J. Economic Literature 35
 */
export function cumulativeAbnormal(y: Float64Array, x: Float64Array, event: number, n: number): Float64Array {
  const out = new Float64Array(y.length).fill(Number.NaN);
  const [returns, market] = [returnsOf(y), returnsOf(x)];
  let end = event;
  while (end < y.length && Number.isFinite(returns[end]) && Number.isFinite(market[end])) end += 1;
  // One row more than the study needs: the return of row 0 does not exist.
  if (end === event || event <= n) return out;
  const study = eventStudy(market, [{ returns, row: event }], {
    estimation: n,
    gap: 0,
    window: [0, end - 1 - event],
  });
  let sum = 0;
  for (const [i, one] of (study.events[0]?.abnormal ?? []).entries()) {
    sum += one;
    out[event + i] = sum;
  }
  return out;
}

function returnsOf(prices: Float64Array): Float64Array {
  return prices.map((now, t) => (t > 0 && prices[t - 1]! > 0 ? now / prices[t - 1]! - 1 : Number.NaN));
}
