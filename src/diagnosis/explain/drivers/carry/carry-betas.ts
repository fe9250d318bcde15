import { alignSeries, changes } from '../../../../data/panel.ts';
import { type EpochDay, formatDay } from '../../../../data/time.ts';
import type { View } from '../../../../data/view.ts';
import { neweyWest, ols, standardErrors } from '../../../../math/regression.ts';
import { readAs } from '../../../scan/basket.ts';
import { LINK_SESSIONS } from './carry-gauge.ts';
import { YEN } from './carry-rows.ts';

export const BETA_ASSETS = ['nasdaq-100', 'sp500', 'nikkei-225', 'btc-usd', 'gold-front', 'gdx'] as const;

/** Lags of the Newey–West covariance, a week. */
export const BETA_LAGS = 5;

export interface CarryBeta {
  readonly asset: (typeof BETA_ASSETS)[number];
  /** Common sessions of the asset and the yen: the last, and the one from which the window's change counts; null where there are too few. */
  readonly from: string | null;
  readonly to: string | null;
  readonly beta: number;
  readonly standardError: number;
  readonly move: number;
  readonly yen: number;
}

/** What each asset did with the yen in the 60 common sessions before the window, and what it did in it. */
export async function carryBetas(view: View, last: EpochDay, window: number): Promise<readonly CarryBeta[]> {
  const all = await view.seriesMany([YEN, ...BETA_ASSETS]);
  return BETA_ASSETS.map((asset) => {
    const ids = [YEN, asset];
    const { dates, columns } = alignSeries(
      ids.map((id) => all.get(id)!),
      { ids, from: last - 3 * (window + LINK_SESSIONS) - 30, to: last },
    );
    const [dollar, own] = columns.map(changes) as [Float64Array, Float64Array];
    const yen = dollar.map((change) => readAs('inverse', change));
    const start = dates.length - window;
    if (start - LINK_SESSIONS < 1) return { asset, from: null, to: null, ...NOTHING };
    return {
      asset,
      from: formatDay(dates[start - 1]!),
      to: formatDay(dates[dates.length - 1]!),
      ...betaOf(yen.subarray(start - LINK_SESSIONS, start), own.subarray(start - LINK_SESSIONS, start)),
      move: growth(own.subarray(start)),
      yen: growth(yen.subarray(start)),
    };
  });
}

const NOTHING = { beta: Number.NaN, standardError: Number.NaN, move: Number.NaN, yen: Number.NaN };

function betaOf(x: Float64Array, y: Float64Array) {
  const design = Float64Array.from({ length: 2 * x.length }, (_, at) => (at % 2 === 0 ? 1 : x[at >> 1]!));
  const fit = ols(y, design, x.length, 2);
  if (!fit) return { beta: Number.NaN, standardError: Number.NaN };
  return { beta: fit.beta[1]!, standardError: standardErrors(neweyWest(fit, BETA_LAGS), 2)[1]! };
}

function growth(changes: Float64Array): number {
  return changes.reduce((product, change) => product * (1 + change), 1) - 1;
}
