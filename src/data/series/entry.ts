import type { CalendarId } from '../calendar.ts';
import type { Unit } from '../unit.ts';

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

/**
 * When a first value becomes known. `at-close`: when the session ends, plus minutes · `business-days`: n business days of a calendar
 * after the date, at a local time; 0 is the date itself, or the next business day when it is none · `weekday`: the first such weekday
 * strictly after the date (plus whole weeks), at a local time, moved to the next business day of the calendar when it is none, or to
 * the one before when `early` · `month-lag`: days after the end of the period in which the date lies (month or quarter), at a local
 * time, moved to the next business day · `nth-weekday`: the n-th such weekday of the k-th month after the date's month, moved likewise ·
 * `reference-week`: the Friday that ends the third week after the week (Sunday to Saturday) with the 12th of the date's month, in
 * January not before the 4th, moved to the business day before: the Employment Situation.
 * Local times go beyond 24:00 for the day after (`29:00`).
 * `exceptions` maps an ISO date to the ISO instant at which that value really appeared, or null when it was never published.
 */
export type ReleaseRule = { readonly exceptions?: Readonly<Record<string, string | null>> } & (
  | { readonly kind: 'at-close'; readonly minutes?: number }
  | {
      readonly kind: 'business-days';
      readonly days: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly weeks?: number;
      readonly early?: boolean;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'month-lag';
      readonly months: 1 | 3;
      readonly days: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'nth-weekday';
      readonly n: number;
      readonly weekday: number;
      readonly monthsAfter: number;
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
  | {
      readonly kind: 'reference-week';
      readonly at: string;
      readonly zone: string;
      readonly calendar: CalendarId;
    }
);

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
