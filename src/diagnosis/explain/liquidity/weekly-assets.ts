import type { Series } from '../../../data/observation.ts';
import { entryOf } from '../../../data/series/index.ts';
import { rowAtOrBefore } from '../../history.ts';
import { LONGEST_CLOSURE, weeklyLiquidity } from './usd-liquidity.ts';

/** What liquidity is held against when no instrument is asked for. */
export const FOLLOWERS = ['btc-usd', 'gold-front', 'nasdaq-100'] as const;

/** The instruments a part on assets and liquidity is about. */
export function followersOf(asset: string | undefined): readonly string[] {
  return asset === undefined ? FOLLOWERS : [asset];
}

/** Only a price can follow liquidity by relative changes. */
export function isPriced(asset: string): boolean {
  return entryOf(asset)?.transform === 'price';
}

/** Net liquidity and prices on every Wednesday between the first and the last balance sheet; NaN where not known. */
export interface WeeklyGrid {
  readonly dates: Int32Array;
  readonly liquidity: Float64Array;
  /** Level on each Wednesday, or on the last session of the four days before it. */
  price(id: string): Float64Array;
  /** ln p_t − ln p_{t−1}; NaN across a change of source. */
  change(id: string): Float64Array;
}

export function weeklyGrid(all: ReadonlyMap<string, Series>): WeeklyGrid {
  const known = weeklyLiquidity(all);
  const [first, last] = [known.dates[0] ?? 0, known.dates.at(-1) ?? -7];
  const dates = Int32Array.from(
    { length: Math.floor((last - first) / 7) + 1 },
    (_, week) => first + 7 * week,
  );
  const rowOf = new Map(Array.from(known.dates, (date, row) => [date, row]));
  const liquidity = Float64Array.from(dates, (date) => known.net[rowOf.get(date) ?? -1] ?? Number.NaN);
  const rowsOf = (id: string) => {
    const series = all.get(id);
    return Int32Array.from(dates, (date) => {
      const row = series ? rowAtOrBefore(series.dates, date) : -1;
      return row >= 0 && series!.dates[row]! >= date - LONGEST_CLOSURE && series!.values[row]! > 0 ? row : -1;
    });
  };
  return {
    dates,
    liquidity,
    price: (id) => Float64Array.from(rowsOf(id), (row) => all.get(id)?.values[row] ?? Number.NaN),
    change: (id) => {
      const rows = rowsOf(id);
      const { values, source } = all.get(id) ?? { values: new Float64Array(0), source: new Uint8Array(0) };
      return Float64Array.from(rows, (row, t) => {
        const before = rows[t - 1] ?? -1;
        if (row < 0 || before < 0 || source[row] !== source[before]) return Number.NaN;
        return Math.log(values[row]! / values[before]!);
      });
    },
  };
}

/** ln x_t − ln x_{t−1}; NaN in the first row, beside a hole, and where a level is not positive. */
export function logChanges(values: Float64Array): Float64Array {
  return values.map((value, t) => {
    const before = values[t - 1] ?? Number.NaN;
    return value > 0 && before > 0 ? Math.log(value / before) : Number.NaN;
  });
}
