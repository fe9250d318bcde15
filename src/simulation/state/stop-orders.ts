import type { StopOrdersParams } from '../sellers/stop-orders.ts';
import { type PastLow, pastLows } from './past-lows.ts';
import type { Reading, StateReader } from './reading.ts';
import { type AssetScale, readScales } from './scale.ts';
import { STOP_ORDER_UNKNOWNS } from './stop-order-unknowns.ts';
import { midTheta, type Theta } from './unknown.ts';

/** Days whose lows people remember: a week, a month, a quarter, a year. */
const LOW_DAYS = [7, 30, 91, 365] as const;
/** Stops above the lowest price of so many days have been triggered, but for those renewed. */
const SWEPT_DAYS = 7;
/** Mean distance behind a round number or a low, in daily volatilities. */
const BEHIND = 0.1;

const BIN_WIDTH = 0.0005;
const BINS = 2000;

/** Reads where stops hide: round numbers of the price at the start and lows of the past; how many there are nobody publishes. */
export const readStopOrders: StateReader<StopOrdersParams> = async (setting) => {
  const { scales, histories } = await readScales(setting);
  const parts = scales.map((scale) => ({
    scale,
    lows: pastLows(scale.asset, histories, setting.start, LOW_DAYS),
  }));
  return {
    readings: parts.flatMap(({ scale, lows }) => [sizeReading(scale), ...lowReadings(scale, lows)]),
    unknowns: parts.length === 0 ? [] : STOP_ORDER_UNKNOWNS,
    missing: parts.flatMap(({ scale, lows }) => (lows.length === 0 ? [scale.asset.daily] : [])),
    params(theta) {
      if (parts.length === 0) return null;
      return {
        binWidth: BIN_WIDTH,
        bins: BINS,
        holders: parts.flatMap(({ scale, lows }) => holdersOf(scale, lows, theta)),
      };
    },
  };
};

function holdersOf(
  { asset, price, volatility, volume, venues }: AssetScale,
  lows: readonly PastLow[],
  theta: Theta,
): StopOrdersParams['holders'] {
  // A low that the price has gone below since has nothing left behind it.
  const standing = lows.filter((low) => low.price <= price);
  const prices = [...new Set(standing.map((low) => low.price))];
  const week = lows.find(({ days }) => days === SWEPT_DAYS);
  return venues.map(({ venue, share }) => ({
    asset: asset.id,
    venue,
    usd: theta['stop-orders.size']! * volume * share,
    placed: [],
    round: theta['stop-orders.round']!,
    lows: theta['stop-orders.lows']!,
    distance: theta['stop-orders.distance']! * volatility,
    below: BEHIND * volatility,
    inverse: asset.inverse === true,
    pastLows: prices.map((low) => ({ at: Math.min(0, Math.log(low / price)), weight: 1 })),
    swept: {
      at: week ? Math.min(0, Math.log(week.price / price)) : 0,
      renewed: theta['stop-orders.renewed']!,
    },
  }));
}

function sizeReading({ asset, volume }: AssetScale): Reading {
  const size = midTheta(STOP_ORDER_UNKNOWNS)['stop-orders.size']!;
  return {
    name: `stop-orders.${asset.id}.size`,
    title: { 'zh-Hans': '带止损的多头持仓', 'zh-Hant': '帶停損的多頭部位', en: 'Long holdings with a stop' },
    value: size * volume,
    unit: 'usd',
    how: 'prior',
    inputs: [],
    note: {
      'zh-Hans': '没有公开数据；取日成交额先验中值的一部分',
      'zh-Hant': '沒有公開資料；取日成交額先驗中值的一部分',
      en: `not published; a part of a day’s volume: ${asset.volumeSource}`,
    },
  };
}

function lowReadings({ asset }: AssetScale, lows: readonly PastLow[]): readonly Reading[] {
  return lows.map(({ days, price, series, date }) => ({
    name: `stop-orders.${asset.id}.low-${days}d`,
    title: {
      'zh-Hans': `${days}日最低价`,
      'zh-Hant': `${days}日最低價`,
      en: `Lowest price of ${days} days`,
    },
    value: price,
    unit: 'usd',
    how: 'measured',
    inputs: [{ symbol: 'P', series, date }],
    note: {
      'zh-Hans': '止损聚集在其下方',
      'zh-Hant': '停損聚集在其下方',
      en: 'stops cluster just below it',
    },
  }));
}
