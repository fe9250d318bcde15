import type { Series } from '../../../../data/observation.ts';
import { type EpochDay, endOfDay, epochDay, formatDay, type Instant } from '../../../../data/time.ts';
import { type EconomySeries, economyBy, rulePath } from './rule-path.ts';

/** Months whose mean is the usual gap. */
const USUAL = 36;
/** The federal funds rate that the rule starts from is published since mid-2000. */
const FROM: EpochDay = epochDay(2000, 7, 1);

/** Market less rule at the end of a month, or on the latest day. */
export interface MonthlyGap {
  readonly day: EpochDay;
  /** NaN where the rule lacks an input. */
  readonly gap: number;
  /** Less the mean of the 36 months before; NaN with fewer. */
  readonly excess: number;
}

/** Gaps at the ends of months by what was published by then, the latest day last, by what is published by the instant. */
export function monthlyGaps(market: Series, economy: EconomySeries, instant: Instant): readonly MonthlyGap[] {
  const days = monthEnds(market.dates);
  const gaps = days.map((row) => {
    const day = market.dates[row]!;
    const by = row === market.dates.length - 1 ? instant : endOfDay(day);
    return { day, gap: market.values[row]! - rulePath(economyBy(economy, day, by)) };
  });
  return gaps.map(({ day, gap }, k) => {
    const before = gaps.slice(Math.max(0, k - USUAL), k);
    const usual = before.reduce((sum, one) => sum + one.gap, 0) / before.length;
    return { day, gap, excess: before.length < USUAL ? Number.NaN : gap - usual };
  });
}

/** Rows of past months with an excess of the sign of `now` and at least its size, at least `apart` months from one another and from now. */
export function caseRows(gaps: readonly MonthlyGap[], now: number, apart: number): readonly number[] {
  const out: number[] = [];
  for (let row = 0; row + apart < gaps.length; row++) {
    const { excess } = gaps[row]!;
    const like = excess * now > 0 && Math.abs(excess) >= Math.abs(now);
    if (like && row - (out.at(-1) ?? -apart) >= apart) out.push(row);
  }
  return out;
}

/** Last row of each month since 2000, the latest row among them. */
function monthEnds(dates: Int32Array): readonly number[] {
  const month = (row: number) => formatDay(dates[row]!).slice(0, 7);
  const first = dates.findIndex((day) => day >= FROM);
  const out: number[] = [];
  for (let row = Math.max(0, first); first >= 0 && row < dates.length; row++) {
    if (row === dates.length - 1 || month(row) !== month(row + 1)) out.push(row);
  }
  return out;
}
