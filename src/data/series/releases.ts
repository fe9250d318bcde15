import type { CalendarId } from '../calendar.ts';
import { FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY } from '../calendars/dates.ts';
import type { ReleaseRule } from './entry.ts';
import { CLAIMS_DELAYED, CONTINUED_CLAIMS_DELAYED, COT_DELAYED } from './release-exceptions.ts';

const NEW_YORK = 'America/New_York';
const TOKYO = 'Asia/Tokyo';

function businessDays(
  days: number,
  at: string,
  zone = NEW_YORK,
  calendar: CalendarId = 'us-federal',
): ReleaseRule {
  return { kind: 'business-days', days, at, zone, calendar };
}

function weekday(
  weekday: number,
  at: string,
  place: { readonly weeks?: number; readonly zone?: string; readonly calendar?: CalendarId } = {},
): ReleaseRule {
  const { weeks, zone = NEW_YORK, calendar = 'us-federal' } = place;
  return { kind: 'weekday', weekday, ...(weeks ? { weeks } : {}), at, zone, calendar };
}

/** Days after the end of the month, where no schedule is kept here: late enough for every print since 1990 unless an exception says. */
export function monthLag(
  days: number,
  at: string,
  exceptions?: Readonly<Record<string, string | null>>,
): ReleaseRule {
  return {
    kind: 'month-lag',
    months: 1,
    days,
    at,
    zone: NEW_YORK,
    calendar: 'us-federal',
    ...(exceptions ? { exceptions } : {}),
  };
}

/** Fed H.4.1, factors affecting reserve balances: the Wednesday, on Thursday at 16:30. */
export const H41 = weekday(THURSDAY, '16:30');

/** Fed H.8, assets and liabilities of commercial banks: the Wednesday, on the Friday nine days after at 16:15. */
export const H8 = weekday(FRIDAY, '16:15', { weeks: 1 });

/** Monthly averages of H.8: complete with the third Friday of the month after. */
export const H8_MONTHLY: ReleaseRule = {
  kind: 'nth-weekday',
  n: 3,
  weekday: FRIDAY,
  monthsAfter: 1,
  at: '16:15',
  zone: NEW_YORK,
  calendar: 'us-federal',
};

/** Fed H.6, money stock: the fourth Tuesday of the month after at 13:00; weekly and earlier before 2021. */
export const H6: ReleaseRule = {
  kind: 'nth-weekday',
  n: 4,
  weekday: TUESDAY,
  monthsAfter: 1,
  at: '13:00',
  zone: NEW_YORK,
  calendar: 'us-federal',
};

/** Fed H.10, foreign exchange: on Mondays at 16:15 for the days of the week before. */
export const H10 = weekday(MONDAY, '16:15');

/** Fed H.15, selected interest rates: each business day at 16:15 for the day before. */
export const H15 = businessDays(1, '16:15');

/** Monthly averages of H.15. */
export const H15_MONTHLY = monthLag(3, '16:15');

/** New York Fed: secured rates of the day before at 08:00, unsecured at 09:00. */
export const SECURED_RATES = businessDays(1, '08:00');
export const FED_FUNDS_RATE = businessDays(1, '09:00');

/** New York Fed: results of the reverse repo operation a quarter of an hour after its close at 13:15. */
export const REVERSE_REPO = businessDays(0, '13:30');

/** New York Fed: results of the afternoon repo operation. */
export const STANDING_REPO = businessDays(0, '14:30');

/** Daily Treasury Statement: the next business day at 16:00. */
export const TREASURY_STATEMENT = businessDays(1, '16:00');

/** New York Fed term premia: re-estimated; the workbook is at most a week behind. */
export const TERM_PREMIA = businessDays(5, '17:00');

/** EIA spot prices: each Wednesday up to the Monday before; one week more is late enough for every day. */
export const EIA_WEEKLY = weekday(WEDNESDAY, '17:00', { weeks: 1 });

/** ICE BofA index values as FRED shows them: the morning of the next business day. */
export const ICE_NEXT_MORNING = businessDays(1, '09:30');

/** A day of foreign exchange as Yahoo cuts it: until midnight in London. */
export const LONDON_MIDNIGHT = businessDays(0, '24:00', 'Europe/London', 'fx');

/** Yields of the Japanese Ministry of Finance: the evening of the same day. */
export const MOF_EVENING = businessDays(0, '21:00', TOKYO, 'tokyo');

/** Gilt yields of the Bank of England, and the term structure of the Bundesbank: the next business day. */
export const BOE_NEXT_DAY = businessDays(1, '12:00', 'Europe/London', 'london');
export const BUNDESBANK_NEXT_DAY = businessDays(1, '16:00', 'Europe/Berlin', 'frankfurt');

/** Final call rate of the Bank of Japan: the next business day at 10:00. */
export const BOJ_NEXT_MORNING = businessDays(1, '10:00', TOKYO, 'tokyo');

/** Bank of Japan accounts of a month's end: within the first ten days of the next month. */
export const BOJ_ACCOUNTS: ReleaseRule = {
  kind: 'month-lag',
  months: 1,
  days: 10,
  at: '12:00',
  zone: TOKYO,
  calendar: 'tokyo',
};

/** JPX trading by type of investor: the week, on the Thursday after it. */
export const JPX_INVESTORS = weekday(THURSDAY, '16:00', { zone: TOKYO, calendar: 'tokyo' });

/** ECB weekly financial statement: the Friday, on the Tuesday after it at 15:00. */
export const ECB_STATEMENT = weekday(TUESDAY, '15:00', { zone: 'Europe/Berlin', calendar: 'target' });

/** Chicago Fed: the Friday, on the Wednesday after it at 08:30. */
export const NFCI = weekday(WEDNESDAY, '08:30');

/** St. Louis Fed: the Friday, on the Thursday after it. */
export const STLFSI = weekday(THURSDAY, '12:00');

/** Kansas City Fed: the month, by the middle of the next. */
export const KCFSI = monthLag(15, '12:00');

/** Office of Financial Research: two business days behind. */
export const OFR = businessDays(2, '12:00');

/** AAII: on the Thursday to which the survey is dated. */
export const AAII = businessDays(0, '12:00');

/** Volumes of the Options Clearing Corporation: the next morning. */
export const OCC_NEXT_MORNING = businessDays(1, '09:00');

/** FINRA: in the third week of the month after; the end of the fourth is late enough. */
export const FINRA = monthLag(26, '17:00');

/** Creations and redemptions as counted from shares outstanding: the next business day. */
export const FUND_SHARES = businessDays(1, '12:00');

/** Farside fills its table in the night after the session: at about 05:00 UTC it is complete. */
export const FARSIDE = businessDays(0, '29:00', 'UTC', 'new-york');

/** A company's filing of the day. */
export const FILING = businessDays(0, '17:30');

/** Freddie Mac: on Thursdays at 12:00, dated that day. */
export const FREDDIE_MAC = businessDays(0, '12:00');

/** Department of Labor: the week to Saturday, on Thursday at 08:30, a day earlier when that is a holiday. */
export const CLAIMS: ReleaseRule = {
  kind: 'weekday',
  weekday: THURSDAY,
  early: true,
  at: '08:30',
  zone: NEW_YORK,
  calendar: 'us-federal',
  exceptions: CLAIMS_DELAYED,
};

/** Continued claims stand one week behind the initial ones in the same release. */
export const CONTINUED_CLAIMS: ReleaseRule = { ...CLAIMS, weeks: 1, exceptions: CONTINUED_CLAIMS_DELAYED };

/** CFTC Commitments of Traders: positions of Tuesday, three business days after at 15:30. */
export const COT: ReleaseRule = {
  kind: 'business-days',
  days: 3,
  at: '15:30',
  zone: NEW_YORK,
  calendar: 'us-federal',
  exceptions: COT_DELAYED,
};

/** ISM: dated with the last day of the month, on the first business day of the next at 10:00. */
export const ISM = businessDays(1, '10:00');
