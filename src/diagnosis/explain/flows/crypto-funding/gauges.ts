import type { View } from '../../../../data/view.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { FUND_COINS } from '../etf/coins.ts';
import { readFundSessions } from '../etf/sessions.ts';
import { growthOver } from '../growth.ts';
import type { Gauge, GaugeId } from './composite.ts';

const COIN = FUND_COINS.find(({ asset }) => asset === 'btc-usd')!;

export const GAUGE_SERIES: Readonly<Record<GaugeId, readonly string[]>> = {
  funding: ['btc-funding'],
  basis: ['btc-cme-front', 'btc-usd'],
  stablecoins: ['stablecoin-supply'],
  'etf-flow': [COIN.total],
  borrowing: ['usdc-borrow-rate'],
};

const FUNDING_DAYS = 7;
const BASIS_SESSIONS = 20;
const GROWTH_DAYS = 30;
const FLOW_SESSIONS = 5;

/** The gauges on the dates on which each of them is measured. */
export async function readGauges(view: View): Promise<ReadonlyMap<GaugeId, Gauge>> {
  const basis = await view.panel({ ids: GAUGE_SERIES.basis });
  const sessions = await readFundSessions(view, COIN);
  const all = await view.seriesMany(['btc-funding', 'stablecoin-supply', 'usdc-borrow-rate']);
  const [front, spot] = basis.columns.map(({ values }) => values) as [Float64Array, Float64Array];
  const [funding, supply] = [all.get('btc-funding')!, all.get('stablecoin-supply')!];
  return new Map<GaugeId, Gauge>([
    ['funding', gauge(funding.dates, meanBack(funding.values, FUNDING_DAYS))],
    [
      'basis',
      gauge(
        basis.dates,
        meanBack(
          front.map((price, t) => price / spot[t]! - 1),
          BASIS_SESSIONS,
        ),
      ),
    ],
    ['stablecoins', gauge(supply.dates, growthOver(supply.dates, supply.values, GROWTH_DAYS))],
    // The flow of a session is reported on the morning after it.
    ['etf-flow', gauge(sessions.dates, meanBack(sessions.total, FLOW_SESSIONS, FLOW_SESSIONS), 1)],
    ['borrowing', gauge(all.get('usdc-borrow-rate')!.dates, all.get('usdc-borrow-rate')!.values)],
  ]);
}

/** Mean of the last n values, times `scale`; NaN on the first n − 1. */
function meanBack(values: Float64Array, n: number, scale = 1): Float64Array {
  return values.map((_, t) => {
    if (t < n - 1) return Number.NaN;
    let sum = 0;
    for (let s = t - n + 1; s <= t; s++) sum += values[s]!;
    return (scale * sum) / n;
  });
}

function gauge(dates: Int32Array, values: Float64Array, delay = 0): Gauge {
  const rows = [...values.keys()].filter((row) => Number.isFinite(values[row]!));
  return {
    dates: Int32Array.from(rows, (row) => dates[row]!),
    values: valuesAt(values, rows),
    delay,
  };
}
