import type { Series } from '../../../../data/observation.ts';
import { type EpochDay, formatDay, type Instant } from '../../../../data/time.ts';
import { countAtMost } from '../../../../math/sorted.ts';

/** What the rule takes as the long run: real rate and unemployment, fractions. */
export interface LongRun {
  readonly realRate: number;
  readonly unemployment: number;
}

/** Medians of the FOMC's longer-run projections (3.0 % less 2 % inflation, 4.2 %), and the range about them that is told. */
export const LONG_RUN: LongRun = { realRate: 0.01, unemployment: 0.042 };
export const LONG_RUN_LOW: LongRun = { realRate: 0.005, unemployment: 0.04 };
export const LONG_RUN_HIGH: LongRun = { realRate: 0.015, unemployment: 0.045 };

const TARGET = 0.02;
const INERTIA = 0.85;
/** Quarters of the two years over which a 2-year yield averages. */
const QUARTERS = 8;

export interface Economy {
  /** Policy rate now. */
  readonly rate: number;
  /** Core PCE inflation over twelve months. */
  readonly inflation: number;
  readonly unemployment: number;
}

/**
 * Average policy rate of the next eight quarters by the inertial balanced-approach rule, inflation and unemployment held where they are.
 *
 * R* = r + π + 0.5 (π − 2 %) + 2 (u_LR − u); R_k = 0.85 R_{k−1} + 0.15 R*; mean of max(0, R_k) over k = 1 … 8
 *
 * All fractions a year; NaN when an input is.
 * @see Board of Governors, Monetary Policy Report, box on simple policy rules; Taylor (1999), in: Monetary Policy Rules, NBER.
 */
export function rulePath({ rate, inflation, unemployment }: Economy, longRun: LongRun = LONG_RUN): number {
  const target =
    longRun.realRate + inflation + 0.5 * (inflation - TARGET) + 2 * (longRun.unemployment - unemployment);
  let [level, sum] = [rate, 0];
  for (let k = 0; k < QUARTERS; k++) {
    level = INERTIA * level + (1 - INERTIA) * target;
    sum += Math.max(0, level);
  }
  return sum / QUARTERS;
}

export interface EconomySeries {
  readonly rate: Series;
  readonly prices: Series;
  readonly unemployment: Series;
}

/** The economy on a day by what had been published by an instant, by today's vintage; NaN where nothing is, or nothing of the last half year. */
export function economyBy(all: EconomySeries, day: EpochDay, instant: Instant): Economy {
  const latest = (series: Series) => {
    let row = countAtMost(series.dates, day) - 1;
    while (row >= 0 && !(series.knownAt[row]! <= instant)) row--;
    return row >= 0 && series.dates[row]! > day - 183 ? row : -1;
  };
  const at = (series: Series) => series.values[latest(series)] ?? Number.NaN;
  const month = latest(all.prices);
  const before = month < 0 ? -1 : yearBefore(all.prices.dates, month);
  return {
    rate: at(all.rate),
    inflation: before < 0 ? Number.NaN : all.prices.values[month]! / all.prices.values[before]! - 1,
    unemployment: at(all.unemployment),
  };
}

/** Row of the same month a year earlier; −1 when it is missing. */
function yearBefore(dates: Int32Array, row: number): number {
  const [year, month] = formatDay(dates[row]!).split('-');
  const wanted = `${Number(year) - 1}-${month}`;
  for (let k = row - 1; k >= Math.max(0, row - 13); k--) {
    if (formatDay(dates[k]!).startsWith(wanted)) return k;
  }
  return -1;
}
