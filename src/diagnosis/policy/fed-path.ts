import { checkPositive, checkWithin } from '../../math/arguments.ts';
import { type MonthOfFutures, meetingRates, type RateChain } from './meeting-rates.ts';
import { convolve, type MoveProbability, moveProbabilities } from './move-probabilities.ts';

/** A 30-day federal funds future (ZQ). */
export interface FedFundsFuture {
  /** Contract month, YYYY-MM. */
  readonly month: string;
  /** Price in points of 100: 96.3575 stands for an average rate of 3.6425 % a year. */
  readonly price: number;
}

export interface FedMeeting {
  /** Day of the decision, YYYY-MM-DD; the new rate holds from the day after. */
  readonly date: string;
  /** Rate before the meeting, a year, fraction; null when the futures do not say. */
  readonly startRate: number | null;
  /** Rate after it, a year, fraction. */
  readonly endRate: number | null;
  /** endRate − startRate. */
  readonly change: number | null;
  /** The change in steps. */
  readonly moves: number | null;
  /** Probability of each number of steps at this meeting, ascending. */
  readonly atMeeting: readonly MoveProbability[] | null;
  /** Probability of each number of steps from now to after this meeting, ascending. */
  readonly cumulative: readonly MoveProbability[] | null;
  /** Expected change from now to after this meeting, fraction. */
  readonly expectedChange: number | null;
  /** What is missing when a value is null. */
  readonly why?: string;
}

export interface FedPathOptions {
  /** Size of a move, fraction. Default 0.0025. */
  readonly step?: number;
  /** See `meetingRates`. Default forward. */
  readonly chain?: RateChain;
}

/**
 * Probabilities of the policy rate after each meeting, from federal funds futures.
 * average of a month = 1 − price/100; with a meeting on day d of N: average = d/N·start + (N − d)/N·end; m = (end − start)/step, k = ⌊m⌋,
 * P(k + 1 steps) = m − k, P(k steps) = 1 − (m − k); meetings are independent, so the path is their convolution
 *
 * Meetings in order of date. A meeting that the futures do not determine has nulls and says why, and so have the cumulated values after it.
 * Unscheduled moves and other step sizes at one meeting are outside the method.
 * @throws RangeError on a month or day that is not a date, two contracts or two meetings in a month, meetings out of order, or a price
 * outside 0 … 200; a price of NaN is a contract that is missing.
 * @see CME Group, Understanding the CME Group FedWatch Tool methodology.
 */
export function fedPath(
  futures: readonly FedFundsFuture[],
  meetings: readonly string[],
  { step = 0.0025, chain = 'forward' }: FedPathOptions = {},
): readonly FedMeeting[] {
  checkPositive('step', step);
  const months = monthsOf(futures);
  const days = meetings.map(meetingDay);
  let cumulative: readonly MoveProbability[] | null = [{ moves: 0, probability: 1 }];
  let expectedChange: number | null = 0;
  return meetingRates(months, days, chain).map(({ start, end, why }, k) => {
    const known = start !== null && end !== null;
    const change = known ? end - start : null;
    const moves = change === null ? null : change / step;
    const atMeeting = moves === null ? null : moveProbabilities(moves);
    cumulative = cumulative && atMeeting && convolve(cumulative, atMeeting);
    expectedChange = expectedChange === null || change === null ? null : expectedChange + change;
    return {
      date: meetings[k]!,
      startRate: start,
      endRate: end,
      change,
      moves,
      atMeeting,
      cumulative,
      expectedChange,
      ...(cumulative === null && { why: why ?? 'an earlier meeting is not determined' }),
    };
  });
}

/** Average rate of each month by its number, 12·year + month − 1. */
function monthsOf(futures: readonly FedFundsFuture[]): ReadonlyMap<number, number> {
  const months = new Map<number, number>();
  for (const { month, price } of futures) {
    const number = monthNumber(month);
    if (months.has(number)) throw new RangeError(`one contract a month is allowed, came two of ${month}`);
    if (Number.isNaN(price)) continue;
    checkWithin(`price of ${month}`, price, 0, 200);
    months.set(number, 1 - price / 100);
  }
  return months;
}

function monthNumber(month: string): number {
  const [, year, of] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  if (year === undefined || Number(of) < 1 || Number(of) > 12) {
    throw new RangeError(`a month is written YYYY-MM, came ${month}`);
  }
  return 12 * Number(year) + Number(of) - 1;
}

function meetingDay(date: string): MonthOfFutures {
  const month = monthNumber(date.slice(0, 7));
  const [, text] = /^\d{4}-\d{2}-(\d{2})$/.exec(date) ?? [];
  const length = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  const day = Number(text);
  if (!(day >= 1 && day <= length)) throw new RangeError(`a meeting is a date YYYY-MM-DD, came ${date}`);
  return { month, day, length };
}
