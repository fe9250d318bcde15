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

const HOUR = 3_600_000;

/** Prices by minute before an instant, oldest first; minutes are at most 0. */
export interface PastPrices {
  readonly minutes: readonly number[];
  readonly prices: readonly number[];
}

/** The last price of each of so many hours before an instant, as far as one was known: an hour without a price is left out. */
export function hourlyPrices(
  asset: MarketAsset,
  histories: ReadonlyMap<string, History>,
  instant: Instant,
  hours: number,
): PastPrices {
  const [minutes, prices]: [number[], number[]] = [[], []];
  for (let hour = hours; hour >= 0; hour--) {
    const { time, value } = priceRow(asset, histories, instant - hour * HOUR);
    if (!(value > 0) || time <= instant - (hour + 1) * HOUR) continue;
    minutes.push(0 - 60 * hour);
    prices.push(asset.inverse ? 1 / value : value);
  }
  return { minutes, prices };
}

/** Price of an asset at an instant or last before, from the same series in the same order; NaN when there is none. */
export function priceAt(
  asset: MarketAsset,
  histories: ReadonlyMap<string, History>,
  instant: Instant,
): number {
  const { value } = priceRow(asset, histories, instant);
  return asset.inverse ? 1 / value : value;
}

/** The latest row at an instant among the series of an asset: its time, −∞ without one, and its value. */
function priceRow(
  { prices }: MarketAsset,
  histories: ReadonlyMap<string, History>,
  instant: Instant,
): { time: number; value: number } {
  let [best, value] = [Number.NEGATIVE_INFINITY, Number.NaN];
  for (const id of prices) {
    const history = histories.get(id);
    if (!history) continue;
    const row = countAtMost(history.times, instant) - 1;
    if (row < 0 || history.times[row]! <= best) continue;
    best = history.times[row]!;
    value = history.values[row]!;
  }
  return { time: best, value };
}
