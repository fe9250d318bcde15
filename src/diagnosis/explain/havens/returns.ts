import { changes } from '../../../data/panel.ts';
import { type EpochDay, epochDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { readAs } from '../../scan/basket.ts';
import { barsOf } from '../../scan/new-york-day.ts';
import { latestSession } from '../../sessions.ts';
import { cutAtSessions } from './session-cuts.ts';

/** Rows are loaded from here. */
const FROM: EpochDay = epochDay(2004, 1, 1);

/** Equities that all roles are measured against. */
export const EQUITY = 'sp500';

/** Assets whose role is told, by the series that stands for each. The two currencies are read as the return of their holder in dollars. */
export const HAVEN_ASSETS = [
  'gold-front',
  'gld',
  'gdx',
  'btc-usd',
  'eth-usd',
  'tlt',
  'ief',
  'dollar-index',
  'usd-jpy',
  'chf-jpy',
  'bil',
] as const;
export type HavenAsset = (typeof HAVEN_ASSETS)[number];

const COINS = ['btc-usd', 'eth-usd'] as const satisfies readonly HavenAsset[];
type Coin = (typeof COINS)[number];

/** Every series behind the returns. */
export const HAVEN_SERIES: readonly string[] = [EQUITY, ...HAVEN_ASSETS, ...COINS.flatMap(barsOf)];

/** The series that the return of an asset is made of. */
export function seriesBehind(asset: HavenAsset): readonly string[] {
  if (COINS.some((coin) => coin === asset)) return [asset, ...barsOf(asset)];
  return asset === 'chf-jpy' ? ['chf-jpy', 'usd-jpy'] : [asset];
}

/** Returns of each asset for its holder in dollars from one New York session to the next. */
export interface HavenReturns {
  /** New York sessions up to the last one closed by the instant. */
  readonly dates: Int32Array;
  /** NaN where one of the two closes is not measured. */
  readonly equity: Float64Array;
  of(asset: HavenAsset): Float64Array;
  /** A coin from New York close to New York close; NaN on sessions without bars, on which `of` gives its UTC day. */
  cutAtClose(coin: Coin): Float64Array;
  /** A coin from the end of one UTC day to that of the next session's. */
  ofUtcDays(coin: Coin): Float64Array;
}

const loaded = new WeakMap<View, Promise<HavenReturns>>();

/**
 * The returns of a view, read once. Coins are cut at the New York close from their hourly or four-hourly bars; on sessions without such bars
 * their UTC day stands. The Swiss franc in dollars is CHF/JPY over USD/JPY.
 */
export function havenReturns(view: View): Promise<HavenReturns> {
  const before = loaded.get(view);
  if (before) return before;
  const returns = load(view);
  loaded.set(view, returns);
  return returns;
}

async function load(view: View): Promise<HavenReturns> {
  const ids = [EQUITY, ...HAVEN_ASSETS];
  const to = latestSession('new-york', view.instant);
  const panel = await view.panel({
    ids,
    from: Math.min(FROM, to),
    to,
    join: { calendar: 'new-york' },
  });
  const bars = await view.seriesMany(COINS.flatMap(barsOf));
  const plain = new Map(panel.columns.map((column) => [column.id, changes(column)]));
  const of = new Map<HavenAsset, Float64Array>(HAVEN_ASSETS.map((id) => [id, plain.get(id)!]));
  const cuts = new Map(COINS.map((coin) => [coin, cutAtSessions(panel.dates, barsOf(coin), bars)]));
  for (const [coin, cut] of cuts) {
    const days = plain.get(coin)!;
    of.set(
      coin,
      cut.map((change, t) => (Number.isNaN(change) ? days[t]! : change)),
    );
  }
  of.set(
    'usd-jpy',
    plain.get('usd-jpy')!.map((change) => readAs('inverse', change)),
  );
  of.set(
    'chf-jpy',
    plain.get('chf-jpy')!.map((change, t) => (1 + change) / (1 + plain.get('usd-jpy')![t]!) - 1),
  );
  return {
    dates: panel.dates,
    equity: plain.get(EQUITY)!,
    of: (asset) => of.get(asset)!,
    cutAtClose: (coin) => cuts.get(coin)!,
    ofUtcDays: (coin) => plain.get(coin)!,
  };
}

/** Rows on which the equity and the asset are both measured, the last `most` of them. */
export function commonRows({ equity }: HavenReturns, asset: Float64Array, most: number): Int32Array {
  const rows: number[] = [];
  for (let t = equity.length - 1; t >= 0 && rows.length < most; t--) {
    if (Number.isFinite(equity[t]! + asset[t]!)) rows.push(t);
  }
  return Int32Array.from(rows.reverse());
}
