import { type EpochDay, formatDay, parseDay } from '../time.ts';

/** Central banks whose rate decisions are scheduled here. */
export const CENTRAL_BANKS = ['fed', 'ecb', 'boj', 'boe'] as const;
export type CentralBank = (typeof CENTRAL_BANKS)[number];

/**
 * Days on which a scheduled rate decision is announced, from the calendars that the banks publish in the year before: federalreserve.gov
 * “FOMC calendars”, ecb.europa.eu “Calendars for the Governing Council”, boj.or.jp “Schedule of Monetary Policy Meetings”,
 * bankofengland.co.uk “Monetary Policy Committee dates”. Unscheduled decisions are not here.
 */
const DECISIONS: Readonly<Record<CentralBank, Readonly<Record<number, string>>>> = {
  fed: {
    2024: '01-31 03-20 05-01 06-12 07-31 09-18 11-07 12-18',
    2025: '01-29 03-19 05-07 06-18 07-30 09-17 10-29 12-10',
    2026: '01-28 03-18 04-29 06-17 07-29 09-16 10-28 12-09',
  },
  ecb: {
    2024: '01-25 03-07 04-11 06-06 07-18 09-12 10-17 12-12',
    2025: '01-30 03-06 04-17 06-05 07-24 09-11 10-30 12-18',
    2026: '02-05 03-19 04-30 06-11 07-23 09-10 10-29 12-17',
  },
  boj: {
    2024: '01-23 03-19 04-26 06-14 07-31 09-20 10-31 12-19',
    2025: '01-24 03-19 05-01 06-17 07-31 09-19 10-30 12-19',
    2026: '01-23 03-19 04-28 06-16 07-31 09-18 10-30 12-18',
  },
  boe: {
    2024: '02-01 03-21 05-09 06-20 08-01 09-19 11-07 12-19',
    2025: '02-06 03-20 05-08 06-19 08-07 09-18 11-06 12-18',
    2026: '02-05 03-19 04-30 06-18 07-30 09-17 11-05 12-17',
  },
};

function decisionsOf(bank: CentralBank): readonly EpochDay[] {
  return Object.entries(DECISIONS[bank]).flatMap(([year, days]) =>
    days.split(' ').map((day) => parseDay(`${year}-${day}`)),
  );
}

/** First scheduled decision of a bank after a day; undefined beyond the calendars published by the end of that day's year before. */
export function nextDecision(bank: CentralBank, day: EpochDay): EpochDay | undefined {
  const nextYear = Number(formatDay(day).slice(0, 4)) + 1;
  return decisionsOf(bank).find((decision) => decision > day && decision <= parseDay(`${nextYear}-12-31`));
}

/** Scheduled decision that a rate in force from a day goes back to: the last one on it or in the nine days before it. */
export function decisionBefore(bank: CentralBank, effective: EpochDay): EpochDay | undefined {
  return decisionsOf(bank).findLast((decision) => decision <= effective && decision >= effective - 9);
}
