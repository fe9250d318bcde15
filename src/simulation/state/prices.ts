import type { Instant } from '../../data/time.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { type History, readHistories } from '../../diagnosis/history.ts';
import { countAtMost } from '../../math/sorted.ts';
import type { MarketAsset } from './assets.ts';

/** The latest price of an asset that was known, with where it was read. */
export interface LatestPrice {
  readonly value: number;
  readonly series: string;
  readonly date: string;
  readonly time: Instant;
}

/** Histories of every series that an asset of the market may be read from. */
export function readPrices(
  view: View,
  assets: readonly MarketAsset[],
): Promise<ReadonlyMap<string, History>> {
  return readHistories(
    view,
    assets.flatMap(({ prices, daily }) => [...prices, daily]),
  );
}

/** Latest known price among the series of an asset; undefined when none has a value. */
export function latestPrice(
  asset: MarketAsset,
  histories: ReadonlyMap<string, History>,
): LatestPrice | undefined {
  let found: LatestPrice | undefined;
  for (const id of asset.prices) {
    const history = histories.get(id);
    if (!history || history.last < 0) continue;
    const time = history.times[history.last]!;
    if (found && found.time >= time) continue;
    const value = history.values[history.last]!;
    if (!(value > 0)) continue;
    found = {
      value: asset.inverse ? 1 / value : value,
      series: id,
      date: formatDay(history.dates[history.last]!),
      time,
    };
  }
  return found;
}

/** Price of an asset at an instant or last before, from the same series in the same order; NaN when there is none. */
export function priceAt(
  asset: MarketAsset,
  histories: ReadonlyMap<string, History>,
  instant: Instant,
): number {
  let [best, value] = [Number.NEGATIVE_INFINITY, Number.NaN];
  for (const id of asset.prices) {
    const history = histories.get(id);
    if (!history) continue;
    const row = countAtMost(history.times, instant) - 1;
    if (row < 0 || history.times[row]! <= best) continue;
    best = history.times[row]!;
    value = history.values[row]!;
  }
  return asset.inverse ? 1 / value : value;
}
