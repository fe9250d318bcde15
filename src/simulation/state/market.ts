import { calendar } from '../../data/calendar.ts';
import { dayOf, formatDay, type Instant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import type { History } from '../../diagnosis/history.ts';
import { type AssetSpec, type MarketSpec, MINUTES_A_DAY } from '../market/spec.ts';
import { bookShapes, MARKET_ASSETS, type MarketAsset } from './assets.ts';
import {
  hourlyPrices,
  type LatestPrice,
  latestPrice,
  type PastPrices,
  priceAt,
  readPrices,
} from './prices.ts';
import type { Reading } from './reading.ts';
import type { Theta, Unknown } from './unknown.ts';
import { MARKET_UNKNOWNS } from './unknowns.ts';
import { type VenueShares, venueShares } from './venue-shares.ts';
import { correlationOf, ewmaVolatility, VOLATILITY_DECAY } from './volatility.ts';

/** Minutes in which the weight of a past basis in the mark price halves: venues average it over one to a few minutes. */
const MARK_HALF_LIFE = 1;
/** Minutes over which makers measure the volatility by which they withdraw (halving of the weight). */
const MAKERS_HALF_LIFE = 15;
/** Difference between venues that pays no arbitrage: two taker fees. */
const ARBITRAGE_COST = 0.001;

/** Hours before the instant whose prices are told. */
const PAST_HOURS = 40;

/** The market as known at an instant, for any draw of what nobody can observe. */
export interface MarketState {
  spec(theta: Theta): MarketSpec;
  readonly assets: readonly {
    readonly id: string;
    readonly price: number;
    readonly venues: readonly string[];
    /** What is known of the hours before. */
    readonly past: PastPrices;
  }[];
  readonly readings: readonly Reading[];
  readonly unknowns: readonly Unknown[];
  /** Assets asked for that have no price at the instant. */
  readonly leftOut: readonly string[];
}

export interface MarketRequest {
  readonly view: View;
  /** Ids of assets; undefined: all the simulation knows. */
  readonly assets?: readonly string[] | undefined;
  readonly stepMinutes: number;
  readonly steps: number;
}

/**
 * Reads the market: prices, volatility and correlation are measured; volumes and what the books hide are priors.
 * σ is the exponentially weighted volatility of daily returns (λ 0.94), the correlation that of their last 250 common days.
 */
export async function readMarket({
  view,
  assets: asked,
  stepMinutes,
  steps,
}: MarketRequest): Promise<MarketState> {
  const wanted = MARKET_ASSETS.filter(({ id }) => asked === undefined || asked.includes(id));
  const histories = await readPrices(view, wanted);
  const known = wanted.flatMap((asset) => {
    const price = latestPrice(asset, histories);
    const volatility = ewmaVolatility(histories.get(asset.daily));
    return price && volatility > 0 ? [{ asset, price, volatility }] : [];
  });
  const shares = await venueShares(view);
  const correlation = correlationOf(
    known.map(({ asset }) => ({ history: histories.get(asset.daily)!, sign: asset.inverse ? -1 : 1 })),
  );
  const volumes = known.map(({ asset }) => volumeUnknown(asset));
  return {
    assets: known.map(({ asset, price }) => ({
      id: asset.id,
      price: price.value,
      venues: bookShapes(asset.kind, shares.shares).map(({ venue }) => venue),
      past: hourlyPrices(asset, histories, view.instant, PAST_HOURS),
    })),
    readings: [...known.flatMap(readingsOf), ...shares.readings],
    unknowns: [...MARKET_UNKNOWNS, ...volumes],
    leftOut: (asked ?? wanted.map(({ id }) => id)).filter(
      (id) => !known.some(({ asset }) => asset.id === id),
    ),
    spec: (theta) => ({
      start: view.instant,
      stepMinutes,
      steps,
      assets: known.map((one) =>
        assetSpecOf(one, theta, shares, sinceClose(one.asset, one.price, histories, view.instant)),
      ),
      correlation,
      closes: newYorkCloses(view.instant, stepMinutes * steps),
    }),
  };
}

interface Known {
  readonly asset: MarketAsset;
  readonly price: LatestPrice;
  readonly volatility: number;
}

function assetSpecOf(
  { asset, price, volatility }: Known,
  theta: Theta,
  { shares }: VenueShares,
  since: number,
): AssetSpec {
  const at = (name: string) => theta[`market.${name}`]!;
  const volume = theta[`market.volume.${asset.id}`]!;
  const prefactor = at(asset.kind === 'crypto' ? 'crypto-impact' : 'exchange-impact');
  const refillHalfLife = at('refill') * MINUTES_A_DAY;
  return {
    id: asset.id,
    price: price.value,
    sinceClose: since,
    volatility,
    volume,
    books: bookShapes(asset.kind, shares).map(({ depthShare, ...shape }) => ({
      ...shape,
      depth: { law: 'square-root', prefactor, volume: volume * depthShare, volatility },
      refillHalfLife,
    })),
    lasting: at('lasting'),
    makers: { sensitivity: at('makers'), least: at('makers-least'), halfLife: MAKERS_HALF_LIFE },
    arbitrage: { cost: ARBITRAGE_COST, halfLife: at('arbitrage') * MINUTES_A_DAY },
    markHalfLife: MARK_HALF_LIFE,
  };
}

/** Log return from the last close in New York; 0 when the price then is not known. */
function sinceClose(
  asset: MarketAsset,
  price: LatestPrice,
  histories: ReadonlyMap<string, History>,
  start: Instant,
): number {
  const market = calendar('new-york');
  let day = dayOf(start);
  while (!market.isSession(day) || market.closeOf(day) > start) day--;
  const then = priceAt(asset, histories, market.closeOf(day));
  const change = Math.log(price.value / then);
  return Number.isFinite(change) ? change : 0;
}

/** Minutes from the start at which New York closes within the horizon. */
function newYorkCloses(start: Instant, minutes: number): number[] {
  const market = calendar('new-york');
  const end = start + minutes * 60_000;
  const closes: number[] = [];
  for (let day = dayOf(start) - 1; day <= dayOf(end) + 1; day++) {
    if (!market.isSession(day)) continue;
    const close = market.closeOf(day);
    if (close > start && close <= end) closes.push((close - start) / 60_000);
  }
  return closes;
}

function volumeUnknown({ id, volume: [low, high], volumeSource }: MarketAsset): Unknown {
  return {
    name: `market.volume.${id}`,
    title: {
      'zh-Hans': `${id} 日成交额`,
      'zh-Hant': `${id} 日成交額`,
      en: `Volume a day, ${id}`,
    },
    unit: 'usd',
    low,
    high,
    scale: 'log',
    source: volumeSource,
  };
}

function readingsOf({ asset, price, volatility }: Known): Reading[] {
  const input = { symbol: 'P', series: price.series, date: price.date };
  return [
    {
      name: `market.${asset.id}.price`,
      title: { 'zh-Hans': '起点价格', 'zh-Hant': '起點價格', en: 'Price at the start' },
      value: price.value,
      unit: 'usd',
      how: 'measured',
      inputs: [input],
      note: {
        'zh-Hans': `截至 ${formatDay(dayOf(price.time))} 已知的最新价格`,
        'zh-Hant': `截至 ${formatDay(dayOf(price.time))} 已知的最新價格`,
        en: `latest price known, of ${formatDay(dayOf(price.time))}`,
      },
    },
    {
      name: `market.${asset.id}.volatility`,
      title: { 'zh-Hans': '日波动率', 'zh-Hant': '日波動率', en: 'Volatility a day' },
      value: volatility,
      unit: 'fraction',
      how: 'measured',
      inputs: [{ symbol: 'P', series: asset.daily, date: price.date }],
      note: {
        'zh-Hans': `日收益的指数加权波动率，λ = ${VOLATILITY_DECAY}`,
        'zh-Hant': `日報酬的指數加權波動率，λ = ${VOLATILITY_DECAY}`,
        en: `exponentially weighted, of daily returns, λ = ${VOLATILITY_DECAY}`,
      },
    },
  ];
}
