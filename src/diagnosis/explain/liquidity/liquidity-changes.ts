import type { EpochDay } from '../../../data/time.ts';
import { rowAtOrBefore } from '../../history.ts';
import type { LiquidityPart, WeeklyLiquidity } from './usd-liquidity.ts';

export interface LiquidityChange {
  readonly total: number;
  /** What each part adds, signed; they sum to `total`. */
  readonly contributions: Readonly<Record<LiquidityPart, number>>;
  /** NaN without a row 2h weeks back. */
  readonly impulse: number;
}

/** Row of exactly this day; −1 when there is none. `dates` ascending. */
export function rowOn(dates: Int32Array, day: EpochDay): number {
  const row = rowAtOrBefore(dates, day);
  return dates[row] === day ? row : -1;
}

/**
 * Change of net liquidity over `weeks` to its last Wednesday, split over its parts, and its impulse; undefined without a row that many
 * weeks before.
 *
 * Δ_h N = ΔA − ΔT − ΔR, the last part by subtraction; impulse (Δ_h N_t − Δ_h N_{t−h}) / N_{t−h}
 */
export function changeOver(
  { dates, parts, net }: WeeklyLiquidity,
  weeks: number,
): LiquidityChange | undefined {
  const last = dates.length - 1;
  if (last < 0) return undefined;
  const before = rowOn(dates, dates[last]! - 7 * weeks);
  if (before < 0) return undefined;
  const twice = rowOn(dates, dates[last]! - 14 * weeks);
  const total = net[last]! - net[before]!;
  const assets = parts['fed-assets'][last]! - parts['fed-assets'][before]!;
  const treasury = parts.tga[before]! - parts.tga[last]!;
  const earlier = twice < 0 ? Number.NaN : net[before]! - net[twice]!;
  return {
    total,
    contributions: { 'fed-assets': assets, tga: treasury, 'fed-rrp': total - (assets + treasury) },
    impulse: (total - earlier) / net[before]!,
  };
}

/** Changes over exactly `weeks` weeks, on the dates that have a row that far back. */
export function changesOver(
  dates: Int32Array,
  values: Float64Array,
  weeks: number,
): { dates: Int32Array; values: Float64Array } {
  const rows = [...dates.keys()].filter((row) => rowOn(dates, dates[row]! - 7 * weeks) >= 0);
  return {
    dates: Int32Array.from(rows, (row) => dates[row]!),
    values: Float64Array.from(rows, (row) => values[row]! - values[rowOn(dates, dates[row]! - 7 * weeks)]!),
  };
}

/** When a value as extreme as the last one, on its side of zero, last stood; `since` null: never before. Undefined for no values. */
export function latestRecord(
  dates: Int32Array,
  values: Float64Array,
): { kind: 'low' | 'high'; since: EpochDay | null } | undefined {
  const last = values.length - 1;
  if (last < 0) return undefined;
  const latest = values[last]!;
  const kind = latest < 0 ? 'low' : 'high';
  for (let row = last - 1; row >= 0; row--) {
    if (kind === 'low' ? values[row]! <= latest : values[row]! >= latest) return { kind, since: dates[row]! };
  }
  return { kind, since: null };
}
