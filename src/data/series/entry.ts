import type { CalendarId } from '../calendar.ts';
import type { Unit } from '../unit.ts';
import type { ReleaseRule } from './release.ts';

/** A text in the three languages of the product (BCP 47 tags). */
export interface Words {
  readonly 'zh-Hans': string;
  readonly 'zh-Hant': string;
  readonly en: string;
}

export type Language = keyof Words;

export const LANGUAGES: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

export const ASSET_CLASSES = [
  'crypto',
  'equity',
  'metals',
  'energy',
  'credit',
  'rates',
  'fx',
  'volatility',
  'cash',
  'liquidity',
  'flows',
  'positioning',
  'derivatives',
  'on-chain',
  'macro',
  'sentiment',
  'stress',
] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

/**
 * How a change of the series is formed.
 * `price`: p/p₋₁ − 1 · `yield` and `spread`: difference, in fractions a year · `flow`: the value itself · `level`: difference.
 */
export type Transform = 'price' | 'yield' | 'spread' | 'flow' | 'level';

export type Frequency = 'intraday' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'irregular';

/** One place a series can be had from, in the unit and shape in which that place gives it. */
export interface SourceRef {
  /** Provider as named in `data/sources`: `binance`, `fred`, `yahoo`, `farside`, `cftc`, `specimen` … */
  readonly provider: string;
  /** The provider's own name of it: `BTCUSDT 1d`, `WALCL`, `GC=F`. */
  readonly symbol: string;
  readonly unit: Unit;
  /** Where it stands in a data pack: the manifest's id, the value column, and the key columns with their values. */
  readonly pack?: {
    readonly id: string;
    readonly column: string;
    readonly keys?: Readonly<Record<string, string>>;
  };
  /** Bar columns this place gives in the unit of the entry (`volume` in its `volumeUnit`); a column not named here is not taken. */
  readonly fields?: readonly BarField[];
  /** The value is taken at par in this other unit, which the note of the entry says: a quote in USDT shown as US dollars. */
  readonly treatAs?: Unit;
  /** Days to add to the date this place gives to get the market's own label: −1 for a 00:00 UTC price dated the day after. */
  readonly shiftDays?: number;
  /** Licence in the words of the provider, and whether its values may be handed on. */
  readonly licence: string;
  readonly redistribute: boolean;
}

/** A column that stands beside the main one in the same bar; its series id is `${entry.id}.${field}`. */
export type BarField = 'open' | 'high' | 'low' | 'volume';

export interface SeriesEntry {
  /** Stable, readable, lower case with hyphens: `btc-usd`, `gold-front`, `us-10y`. */
  readonly id: string;
  readonly title: Words;
  readonly assetClass: AssetClass;
  /** Unit of a value in the store; always a base unit. */
  readonly unit: Unit;
  readonly frequency: Frequency;
  /** Minutes of one bar, for `intraday` only; a pack labels such a bar with its opening, the store with its close. */
  readonly barMinutes?: number;
  readonly calendar: CalendarId;
  readonly release: ReleaseRule;
  readonly transform: Transform;
  /** Values are re-estimated after their first print. */
  readonly revised: boolean;
  /** Where it trades, as printed beside the close: `Binance`, `COMEX`, `NYSE Arca`. */
  readonly venue?: string;
  /** Said when the quote is not the currency the reader expects: BTC in USDT. */
  readonly quote?: string;
  /** Bar columns stored beside the main value, with the unit of `volume`. */
  readonly fields?: readonly BarField[];
  readonly volumeUnit?: Unit;
  /** In order of preference. Empty for series that no public source offers. */
  readonly sources: readonly SourceRef[];
  /** What a reader must know: front contract, no dividends, two definitions. */
  readonly note?: Words;
}
