import { calendar } from '../../../data/calendar.ts';
import type { Instant } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { latestSession } from '../../../diagnosis/sessions.ts';
import { MARKET_ASSETS } from '../assets.ts';
import { priceAt, readPrices } from '../prices.ts';

/** Days back to which the session before the last is looked for: no holiday is longer. */
const REACH = 10;

/** Log returns of assets of the market over the last session that New York had completed at the start; 0 where a price is not known. */
export async function lastSessionReturns(
  view: View,
  ids: readonly string[],
  start: Instant,
): Promise<ReadonlyMap<string, number>> {
  const assets = MARKET_ASSETS.filter(({ id }) => ids.includes(id));
  const histories = await readPrices(view, assets);
  const market = calendar('new-york');
  const day = latestSession('new-york', start);
  const before = market.sessions(day - REACH, day - 1).at(-1)!;
  return new Map(
    assets.map((asset) => {
      const change = Math.log(
        priceAt(asset, histories, market.closeOf(day)) / priceAt(asset, histories, market.closeOf(before)),
      );
      return [asset.id, Number.isFinite(change) ? change : 0];
    }),
  );
}
