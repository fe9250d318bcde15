/** A meeting in its month. */
export interface MonthOfFutures {
  /** 12·year + month − 1. */
  readonly month: number;
  /** Day of the decision. */
  readonly day: number;
  /** Days of the month. */
  readonly length: number;
}

/**
 * What is taken from a neighbouring month and what is solved from the meeting's own contract. `forward`: the start is the end of the month
 * before, the end is next month's average when that month has no meeting and is solved otherwise. `backward`: the end is the start of the
 * month after, the start is solved. They differ where two months in a row have meetings, which the futures over-determine.
 */
export type RateChain = 'forward' | 'backward';

export interface MeetingRates {
  /** Rates before and after the meeting, fraction a year; null when not determined. */
  readonly start: number | null;
  readonly end: number | null;
  /** What is missing when one is null. */
  readonly why?: string;
}

/** Fewest days after a meeting from which its end rate is solved; the solution divides by them. */
const LEAST_DAYS_AFTER = 5;
/** Last day of a month on which a meeting's end rate is solved from its own contract. */
const LAST_DAY = 25;

/**
 * Rates before and after each meeting, from the average rate of each month (fraction a year, by month number).
 * With a meeting on day d of N, average = d/N·start + (N − d)/N·end; without one, average = start = end.
 * A forward end is never solved from fewer than 5 days or after the 25th: the month after says it then.
 * @throws RangeError when meetings are not in order, or two are in one month.
 * @see CME Group, Understanding the CME Group FedWatch Tool methodology.
 */
export function meetingRates(
  averages: ReadonlyMap<number, number>,
  meetings: readonly MonthOfFutures[],
  chain: RateChain,
): readonly MeetingRates[] {
  const backward = backwardRates(averages, meetings);
  return chain === 'backward' ? backward : forwardRates(averages, meetings, backward);
}

function backwardRates(
  averages: ReadonlyMap<number, number>,
  meetings: readonly MonthOfFutures[],
): readonly MeetingRates[] {
  const rates: MeetingRates[] = [];
  for (let k = meetings.length - 1; k >= 0; k--) {
    const { month, day, length } = meetings[k]!;
    const next = meetings[k + 1];
    if (next !== undefined && next.month <= month) {
      throw new RangeError('meetings must be in order of date, at most one a month');
    }
    const end = next?.month === month + 1 ? rates[0]!.start : (averages.get(month + 1) ?? null);
    const average = averages.get(month);
    const start =
      average === undefined || end === null
        ? null
        : (average - ((length - day) / length) * end) * (length / day);
    rates.unshift(withReason(averages, month, start, end));
  }
  return rates;
}

function forwardRates(
  averages: ReadonlyMap<number, number>,
  meetings: readonly MonthOfFutures[],
  backward: readonly MeetingRates[],
): readonly MeetingRates[] {
  const rates: MeetingRates[] = [];
  for (const [k, meeting] of meetings.entries()) {
    const { month } = meeting;
    const before = meetings[k - 1]?.month === month - 1 ? rates[k - 1]!.end : averages.get(month - 1);
    const start = before ?? backward[k]!.start;
    rates.push(
      withReason(
        averages,
        month,
        start,
        forwardEnd(averages, meeting, start, backward[k]!.end, meetings[k + 1]),
      ),
    );
  }
  return rates;
}

function forwardEnd(
  averages: ReadonlyMap<number, number>,
  { month, day, length }: MonthOfFutures,
  start: number | null,
  fromMonthAfter: number | null,
  next: MonthOfFutures | undefined,
): number | null {
  const monthAfter = next?.month === month + 1 ? undefined : averages.get(month + 1);
  if (monthAfter !== undefined) return monthAfter;
  if (day > LAST_DAY || length - day < LEAST_DAYS_AFTER) return fromMonthAfter;
  const average = averages.get(month);
  if (average === undefined || start === null) return null;
  return (average - (day / length) * start) * (length / (length - day));
}

function withReason(
  averages: ReadonlyMap<number, number>,
  month: number,
  start: number | null,
  end: number | null,
): MeetingRates {
  if (start !== null && end !== null) return { start, end };
  const missing = [month - 1, month, month + 1].find((of) => !averages.has(of));
  return { start, end, why: missing === undefined ? 'not determined' : `no contract of ${nameOf(missing)}` };
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
