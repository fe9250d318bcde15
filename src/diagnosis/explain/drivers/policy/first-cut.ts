import { nextDecision } from '../../../../data/calendars/policy-meetings.ts';
import type { TableRow } from '../../../../data/observation.ts';
import { type EpochDay, formatDay, parseDay } from '../../../../data/time.ts';
import { type FedFundsFuture, fedPath } from '../../../policy/fed-path.ts';

/** Name of the table of futures that a user supplies: columns `date`, `month` (YYYY-MM), `price`. */
export const FUTURES_TABLE = 'fed_funds_futures';
/** Prediction markets on each decision: columns `event`, `end_date`, `outcome`, `yes_price`. */
export const ODDS_TABLE = 'polymarket_fed';

/** From this probability the first cut is taken to have come. */
const LIKELY = 0.5;

export interface MeetingOdds {
  readonly meeting: EpochDay;
  /** Probability of a cut at this meeting. */
  readonly cut: number;
  /** Probability that there has been one by then. */
  readonly byThen: number;
}

export interface CutOdds {
  readonly day: EpochDay;
  readonly meetings: readonly MeetingOdds[];
  /** First meeting by which a cut is likely; null: none of those that are quoted. */
  readonly first: EpochDay | null;
}

/** Odds on every day with prices of futures, by the method of CME FedWatch: net moves of one step down or more. */
export function oddsFromFutures(rows: readonly TableRow[]): readonly CutOdds[] {
  return byDay(rows).flatMap(([day, of]) => {
    const meetings = [];
    for (const { date, atMeeting, cumulative } of pathOn(day, of)) {
      if (!atMeeting || !cumulative) break;
      meetings.push({ meeting: parseDay(date), cut: downIn(atMeeting), byThen: downIn(cumulative) });
    }
    return meetings.length === 0 ? [] : [oddsOf(day, meetings)];
  });
}

/** Change of the rate that the latest prices of futures expect, to after the last meeting that they determine and within a year. */
export function expectedChange(
  rows: readonly TableRow[],
): { readonly day: EpochDay; readonly meeting: string; readonly change: number } | undefined {
  const [day, of] = byDay(rows).at(-1) ?? [];
  if (day === undefined || of === undefined) return undefined;
  const last = pathOn(day, of)
    .filter(({ date, expectedChange: change }) => change !== null && parseDay(date) <= day + 365)
    .at(-1);
  return last && { day, meeting: last.date, change: last.expectedChange! };
}

function pathOn(day: EpochDay, rows: readonly TableRow[]): ReturnType<typeof fedPath> {
  const futures = rows.flatMap(({ cells: { month, price } }): FedFundsFuture[] =>
    typeof month === 'string' &&
    /^\d{4}-(0[1-9]|1[0-2])$/.test(month) &&
    typeof price === 'number' &&
    price > 0 &&
    price <= 200
      ? [{ month, price }]
      : [],
  );
  const unique = [...new Map(futures.map((one) => [one.month, one])).values()];
  return fedPath(unique, meetingsAfter(day).map(formatDay));
}

/**
 * Odds on every day with quotes of prediction markets, the last of each market: the shares of the outcomes that are a decrease, of the sum of all;
 * one meeting independent of the others. Meetings after the first without a market are left out.
 */
export function oddsFromMarkets(rows: readonly TableRow[]): readonly CutOdds[] {
  const decisions = rows.filter(({ cells }) => String(cells.event).startsWith('fed-decision'));
  return byDay(decisions).flatMap(([day, of]) => {
    const meetings: MeetingOdds[] = [];
    let none = 1;
    for (const meeting of meetingsAfter(day)) {
      const cut = shareOfCuts(of.filter(({ cells }) => cells.end_date === formatDay(meeting)));
      if (cut === undefined) break;
      none *= 1 - cut;
      meetings.push({ meeting, cut, byThen: 1 - none });
    }
    return meetings.length === 0 ? [] : [oddsOf(day, meetings)];
  });
}

/** The days on which the likely first cut moved to another meeting, the first day among them. */
export function shiftsOf(odds: readonly CutOdds[]): readonly CutOdds[] {
  return odds.filter(({ first }, k) => k === 0 || first !== odds[k - 1]!.first);
}

function oddsOf(day: EpochDay, meetings: readonly MeetingOdds[]): CutOdds {
  return { day, meetings, first: meetings.find(({ byThen }) => byThen >= LIKELY)?.meeting ?? null };
}

function shareOfCuts(rows: readonly TableRow[]): number | undefined {
  const last = rows.at(-1)?.time;
  const quotes = rows.flatMap(({ time, cells: { outcome, yes_price: price } }) =>
    time === last && typeof price === 'number' && price >= 0 ? [{ outcome: String(outcome), price }] : [],
  );
  const whole = quotes.reduce((sum, { price }) => sum + price, 0);
  const down = quotes.filter(({ outcome }) => outcome.includes('decrease'));
  return quotes.length < 2 || !(whole > 0)
    ? undefined
    : down.reduce((sum, { price }) => sum + price, 0) / whole;
}

function downIn(distribution: readonly { readonly moves: number; readonly probability: number }[]): number {
  return distribution.filter(({ moves }) => moves < 0).reduce((sum, { probability }) => sum + probability, 0);
}

/** Scheduled decisions after a day, as far as they are published. */
function meetingsAfter(day: EpochDay): readonly EpochDay[] {
  const out: EpochDay[] = [];
  for (let next = nextDecision('fed', day); next !== undefined; next = nextDecision('fed', next)) {
    if (formatDay(next).slice(0, 4) > String(Number(formatDay(day).slice(0, 4)) + 1)) break;
    out.push(next);
  }
  return out;
}

function byDay(rows: readonly TableRow[]): readonly (readonly [EpochDay, readonly TableRow[]])[] {
  const days = new Map<EpochDay, TableRow[]>();
  for (const row of rows) days.set(row.date, [...(days.get(row.date) ?? []), row]);
  return [...days].sort(([a], [b]) => a - b);
}
