import type { Series } from '../../../data/observation.ts';
import { type EpochDay, epochDay } from '../../../data/time.ts';
import { rowAtOrBefore } from '../../history.ts';

/** What net USD liquidity is made of: Fed assets, less the Treasury's account, less the overnight reverse repo. */
export const USD_LIQUIDITY = ['fed-assets', 'tga', 'fed-rrp'] as const;
export type LiquidityPart = (typeof USD_LIQUIDITY)[number];

/** The Fed has offered overnight reverse repo every business day since this one; before, a day without a value is no zero. */
const DAILY_REVERSE_REPO = epochDay(2013, 9, 23);

/** An operation of the eve of a holiday stays outstanding over it; four days cover the longest closure. */
export const LONGEST_CLOSURE = 4;

/** Net USD liquidity on the Wednesdays on which all parts are known; US dollars. */
export interface WeeklyLiquidity {
  readonly dates: Int32Array;
  /** Values of the parts without their signs. */
  readonly parts: Readonly<Record<LiquidityPart, Float64Array>>;
  /** Day of the reverse repo operation outstanding on each Wednesday. */
  readonly reverseRepoDates: Int32Array;
  readonly net: Float64Array;
}

/**
 * N_t = A_t − T_t − R_t on Wednesdays t with a balance sheet A and an account T; R the operation of that day, or of the last one in the
 * four days before it. Wednesdays without one, and those before the operations were daily (2013-09-23), are left out, never zero.
 */
export function weeklyLiquidity(
  all: ReadonlyMap<string, Series>,
  account: 'tga' | 'tga-week-average' = 'tga',
): WeeklyLiquidity {
  const assets = all.get('fed-assets');
  const treasury = all.get(account);
  const repo = all.get('fed-rrp');
  const rows: [EpochDay, number, number, number, EpochDay][] = [];
  for (let row = 0; row < (assets?.dates.length ?? 0); row++) {
    const date = assets!.dates[row]!;
    const t = valueOn(treasury, date, 0);
    const r = valueOn(repo, date, LONGEST_CLOSURE);
    if (date < DAILY_REVERSE_REPO || !t || !r) continue;
    rows.push([date, assets!.values[row]!, t.value, r.value, r.date]);
  }
  const column = (index: 1 | 2 | 3) => Float64Array.from(rows, (row) => row[index]);
  const parts = { 'fed-assets': column(1), tga: column(2), 'fed-rrp': column(3) };
  return {
    dates: Int32Array.from(rows, ([date]) => date),
    parts,
    reverseRepoDates: Int32Array.from(rows, (row) => row[4]),
    net: Float64Array.from(rows, ([, a, t, r]) => a - t - r),
  };
}

/** A value with the date it is of. */
export interface Dated {
  readonly date: EpochDay;
  readonly value: number;
}

/** Latest value on a day or up to `oldest` days before it. */
export function valueOn(
  series: Series | undefined,
  day: EpochDay,
  oldest = Number.POSITIVE_INFINITY,
): Dated | undefined {
  if (!series) return undefined;
  const row = rowAtOrBefore(series.dates, day);
  if (row < 0 || series.dates[row]! < day - oldest) return undefined;
  return { date: series.dates[row]!, value: series.values[row]! };
}

/** Latest value known. */
export function latestOf(series: Series | undefined): Dated | undefined {
  return valueOn(series, Number.MAX_SAFE_INTEGER);
}
