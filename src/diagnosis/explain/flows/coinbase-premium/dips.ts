import type { EpochDay } from '../../../../data/time.ts';

/** A dip: a day whose price fell by at least this. */
export const DIP = -0.03;
export const FEWEST_DIPS = 5;

/** A share over the dips beside the same share over all days. */
interface Shares {
  readonly dips: number;
  readonly all: number;
  /** Dips and days it could be seen on. */
  readonly dipCases: number;
  readonly allCases: number;
}

export interface DipBuying {
  readonly dips: readonly number[];
  /** Days on which the premium rose. */
  readonly premiumRose: Shares;
  /** Days whose next session of the funds took money in. */
  readonly inflowNext: Shares;
  /** Mean of the two excess shares: above 0 American buyers come in on dips more than on other days. */
  readonly score: number;
}

interface Market {
  readonly dates: Int32Array;
  /** Fractions; NaN where not measured. */
  readonly premium: Float64Array;
  readonly returns: Float64Array;
  readonly flowDates: Int32Array;
  readonly flows: Float64Array;
}

/**
 * Whether the premium rises, and the next session’s flow is an inflow, more often on dips than on any day.
 * NaN policy: a day counts in a share only when the share can be seen on it; a share of no day is NaN.
 */
export function dipBuying({ dates, premium, returns, flowDates, flows }: Market): DipBuying {
  const rows = [...dates.keys()].filter((row) => Number.isFinite(returns[row]!));
  const dips = rows.filter((row) => returns[row]! <= DIP);
  const rose = (row: number) => {
    const change =
      row > 0 && dates[row - 1] === dates[row]! - 1 ? premium[row]! - premium[row - 1]! : Number.NaN;
    return Number.isNaN(change) ? undefined : change > 0;
  };
  const inflow = (row: number) => {
    const at = nextRow(flowDates, dates[row]!);
    // More than a long weekend later it is no answer to the dip.
    return at < 0 || flowDates[at]! - dates[row]! > 4 ? undefined : flows[at]! > 0;
  };
  const premiumRose = sharesOf(dips, rows, rose);
  const inflowNext = sharesOf(dips, rows, inflow);
  const score = (premiumRose.dips - premiumRose.all + inflowNext.dips - inflowNext.all) / 2;
  return { dips, premiumRose, inflowNext, score };
}

/** First row after a date; −1 when there is none. */
function nextRow(dates: Int32Array, day: EpochDay): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (dates[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low < dates.length ? low : -1;
}

function sharesOf(
  dips: readonly number[],
  rows: readonly number[],
  is: (row: number) => boolean | undefined,
): Shares {
  const share = (of: readonly number[]) => {
    const seen = of.map(is).filter((one) => one !== undefined);
    return {
      share: seen.length === 0 ? Number.NaN : seen.filter(Boolean).length / seen.length,
      n: seen.length,
    };
  };
  const [some, all] = [share(dips), share(rows)];
  return { dips: some.share, all: all.share, dipCases: some.n, allCases: all.n };
}
