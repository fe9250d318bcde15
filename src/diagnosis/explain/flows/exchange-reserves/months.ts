import { epochDay, formatDay } from '../../../../data/time.ts';

export interface MonthNet {
  /** `2024-11`. */
  readonly month: string;
  /** Level at its end less level at the end of the month before. */
  readonly net: number;
  /** Mean of the daily prices of its days known; NaN when there is none. */
  readonly price: number;
  /** Whether its last day is there. */
  readonly complete: boolean;
}

/**
 * Change of a level by calendar month, with the mean price of the month. A month whose level before it is not known, on the very last day
 * of the month before, has no change and is left out; the latest may be unfinished. `dates` ascending, `level` without NaN.
 */
export function monthlyNet(dates: Int32Array, level: Float64Array, price: Float64Array): MonthNet[] {
  const months: MonthNet[] = [];
  let before = Number.NaN;
  for (let from = 0; from < dates.length; ) {
    const month = formatDay(dates[from]!).slice(0, 7);
    let to = from;
    while (to + 1 < dates.length && formatDay(dates[to + 1]!).startsWith(month)) to++;
    const complete = dates[to] === lastDay(month);
    const net = level[to]! - before;
    if (!Number.isNaN(net))
      months.push({ month, net, price: meanOf(price.subarray(from, to + 1)), complete });
    before = complete ? level[to]! : Number.NaN;
    from = to + 1;
  }
  return months;
}

function lastDay(month: string): number {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return (number === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, number + 1, 1)) - 1;
}

function meanOf(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}
