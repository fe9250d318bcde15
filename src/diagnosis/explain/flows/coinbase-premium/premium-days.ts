import type { View } from '../../../../data/view.ts';
import { valuesAt } from '../../../../math/values-at.ts';

export const PREMIUM_COINS = ['btc', 'eth'] as const;
export type PremiumCoin = (typeof PREMIUM_COINS)[number];

export const TETHER = 'usdt-usd';
/** Days of Tether’s price up to the latest premium from which on the corrected premium takes the place of the raw one. */
export const CORRECTED_FROM = 365;

export interface PremiumDays {
  readonly dates: Int32Array;
  /** C/B − 1, C on Coinbase in dollars, B on Binance in Tether. */
  readonly raw: Float64Array;
  /** (1 + raw)/u − 1, u dollars a Tether; NaN where u is not known. */
  readonly corrected: Float64Array;
  /** Of the coin, as the catalogue prefers it; NaN where missing. */
  readonly price: Float64Array;
}

export function premiumSeries(coin: PremiumCoin): string {
  return `${coin}-coinbase-premium`;
}

/** Days with a premium, the price of Tether and of the coin beside it. */
export async function readPremium(view: View, coin: PremiumCoin): Promise<PremiumDays> {
  const panel = await view.panel({ ids: [premiumSeries(coin), TETHER, `${coin}-usd`], join: 'first' });
  const [raw, tether, price] = panel.columns.map(({ values }) => values) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { dates: panel.dates, raw, corrected: withoutTether(raw, tether), price };
}

/**
 * Premium in dollars against dollars: C/(B u) − 1 = (1 + p)/u − 1, p the raw premium and u dollars a Tether.
 * NaN policy: NaN where p or u is, or u is not above 0.
 */
export function withoutTether(premium: Float64Array, tether: Float64Array): Float64Array {
  return premium.map((p, t) => (tether[t]! > 0 ? (1 + p) / tether[t]! - 1 : Number.NaN));
}

/** The rows on which the statistics stand: the corrected premium once it has a year up to the latest row, else the raw one. */
export function usedPremium({ dates, raw, corrected }: PremiumDays): {
  readonly basis: 'raw' | 'corrected';
  readonly dates: Int32Array;
  readonly values: Float64Array;
  /** Rows of the days. */
  readonly rows: readonly number[];
} {
  const both = [...corrected.keys()].filter((row) => Number.isFinite(corrected[row]!));
  const last = dates.length - 1;
  const recent = both.filter((row) => dates[row]! > dates[last]! - CORRECTED_FROM);
  const basis = recent.length >= CORRECTED_FROM ? 'corrected' : 'raw';
  const from = basis === 'corrected' ? corrected : raw;
  const rows = [...from.keys()].filter((row) => Number.isFinite(from[row]!));
  return {
    basis,
    dates: Int32Array.from(rows, (row) => dates[row]!),
    values: valuesAt(from, rows),
    rows,
  };
}
