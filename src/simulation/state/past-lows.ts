import { formatDay, type Instant, MS_PER_DAY } from '../../data/time.ts';
import type { History } from '../../diagnosis/history.ts';
import type { MarketAsset } from './assets.ts';

/** The lowest price of the last days. */
export interface PastLow {
  readonly days: number;
  /** US dollars a unit. */
  readonly price: number;
  readonly series: string;
  readonly date: string;
}

/**
 * Lowest price over each number of days before the start, from every series of an asset: bars by their low, of a price quoted the other way
 * round by their high. A number of days without a value is left out.
 */
export function pastLows(
  asset: MarketAsset,
  histories: ReadonlyMap<string, History>,
  start: Instant,
  days: readonly number[],
): readonly PastLow[] {
  return days.flatMap((length) => {
    let found: PastLow | undefined;
    for (const id of new Set([...asset.prices, asset.daily])) {
      const low = lowOf(histories.get(id), start - length * MS_PER_DAY, asset.inverse === true);
      if (low && (!found || low.price < found.price)) found = { days: length, ...low };
    }
    return found ? [found] : [];
  });
}

function lowOf(
  history: History | undefined,
  from: Instant,
  inverse: boolean,
): Omit<PastLow, 'days'> | undefined {
  if (!history) return undefined;
  let [price, at] = [Number.POSITIVE_INFINITY, -1];
  for (let row = history.last; row >= 0 && history.times[row]! > from; row--) {
    const close = history.values[row]!;
    const value = inverse
      ? 1 / Math.max(close, history.high?.[row] || close)
      : Math.min(close, history.low?.[row] || close);
    if (value > 0 && value < price) [price, at] = [value, row];
  }
  return at < 0 ? undefined : { price, series: history.id, date: formatDay(history.dates[at]!) };
}
