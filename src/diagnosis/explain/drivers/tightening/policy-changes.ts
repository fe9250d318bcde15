import type { Series } from '../../../../data/observation.ts';
import type { EpochDay } from '../../../../data/time.ts';
import { rowAtOrBefore } from '../../../history.ts';

export interface Bank {
  /** Series of its rate. */
  readonly rate: string;
  /** Consumer prices: a rate of twelve months, or an index of which it is taken. */
  readonly prices: string;
}

const COUNTRIES = ['canada', 'australia', 'switzerland', 'sweden', 'korea', 'india', 'brazil', 'mexico'];

export const BANKS: readonly Bank[] = [
  { rate: 'fed-target-upper', prices: 'cpi' },
  { rate: 'ecb-deposit-rate', prices: 'inflation-euro-area' },
  { rate: 'boj-policy-rate', prices: 'inflation-japan' },
  { rate: 'boe-bank-rate', prices: 'inflation-united-kingdom' },
  ...COUNTRIES.map((country) => ({ rate: `policy-rate-${country}`, prices: `inflation-${country}` })),
];

/** Months over which a change is taken. */
export const HORIZONS = [3, 6, 12] as const;

/** A rate stands until it is changed: a source that is updated rarely is carried this long. */
const OLDEST = 45;
/** Prices of a month may be known this many days after it began. */
const OLDEST_PRICES = 150;

/** A rate on a day; NaN without one at most 45 days old. */
export function rateOn({ dates, values }: Pick<Series, 'dates' | 'values'>, day: EpochDay): number {
  const row = rowAtOrBefore(dates, day);
  return row < 0 || day - dates[row]! > OLDEST ? Number.NaN : values[row]!;
}

/** The same day so many months earlier, or the last of that month. */
export function monthsBefore(day: EpochDay, months: number): EpochDay {
  const at = new Date(day * 86_400_000);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1);
  const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months + 1, 0)).getUTCDate();
  return first / 86_400_000 + Math.min(at.getUTCDate(), length) - 1;
}

export interface BankChange {
  readonly change: number;
  /** Change less that of inflation over the same number of months, each the latest known; NaN without prices. */
  readonly real: number;
}

/** Changes of a rate over some months to a day: exact to the hundredth of a basis point, in which rates are set. */
export function bankChange(rate: Series, prices: Series, day: EpochDay, months: number): BankChange {
  const change = rounded(rateOn(rate, day) - rateOn(rate, monthsBefore(day, months)));
  const last = rowAtOrBefore(prices.dates, day);
  if (last < 0 || day - prices.dates[last]! > OLDEST_PRICES) return { change, real: Number.NaN };
  const month = prices.dates[last]!;
  const now = inflationOn(prices, month);
  return { change, real: change - (now - inflationOn(prices, monthsBefore(month, months))) };
}

function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}

/** Inflation over twelve months of the month that begins on a day; of an index x_m / x_{m−12} − 1. */
function inflationOn({ dates, values, entry }: Series, month: EpochDay): number {
  const on = (day: EpochDay) => {
    const row = rowAtOrBefore(dates, day);
    return row >= 0 && dates[row] === day ? values[row]! : Number.NaN;
  };
  return entry.transform === 'yield' ? on(month) : on(month) / on(monthsBefore(month, 12)) - 1;
}

export interface Breadth {
  readonly banks: number;
  readonly up: number;
  readonly down: number;
  readonly mean: number;
  readonly real: number;
  /** Banks with prices. */
  readonly realBanks: number;
}

/** Shares of banks whose rate rose and fell, and mean changes; NaN without a bank. */
export function breadthOf(changes: readonly BankChange[]): Breadth {
  const known = changes.filter(({ change }) => Number.isFinite(change));
  const real = known.filter((one) => Number.isFinite(one.real));
  const share = (holds: (one: BankChange) => boolean) => known.filter(holds).length / known.length;
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
  return {
    banks: known.length,
    up: share(({ change }) => change > 0),
    down: share(({ change }) => change < 0),
    mean: mean(known.map(({ change }) => change)),
    real: mean(real.map((one) => one.real)),
    realBanks: real.length,
  };
}
