import { fc, test as property } from '@fast-check/vitest';
import { getHolidays } from 'nyse-holidays';
import { describe, expect, test } from 'vitest';
import { CALENDAR_IDS, type CalendarId, calendar } from '../../src/data/calendar.ts';
import {
  type EpochDay,
  epochDay,
  formatDay,
  formatInstant,
  parseDay,
  weekdayOf,
} from '../../src/data/time.ts';
import { describeWithPack } from '../pack.ts';
import { packDays } from './pack-dates.ts';

const day = (text: string): EpochDay => parseDay(text);

function closedWeekdays(id: CalendarId, year: number): string[] {
  const days: string[] = [];
  for (let at = epochDay(year, 1, 1); at <= epochDay(year, 12, 31); at++) {
    if (weekdayOf(at) % 6 !== 0 && !calendar(id).isSession(at)) days.push(formatDay(at));
  }
  return days;
}

function earlyCloses(id: CalendarId, year: number): string[] {
  const { sessions, isEarlyClose } = calendar(id);
  return [...sessions(epochDay(year, 1, 1), epochDay(year, 12, 31))].filter(isEarlyClose).map(formatDay);
}

/** Rows that the calendar has no session for, and sessions without a row. */
function disagreement(id: CalendarId, days: readonly EpochDay[], from?: string) {
  const start = from ? day(from) : (days[0] as EpochDay);
  const rows = new Set(days.filter((at) => at >= start));
  const sessions = calendar(id).sessions(start, days.at(-1) as EpochDay);
  const known = new Set(sessions);
  return {
    extra: [...rows].filter((at) => !known.has(at)).map(formatDay),
    absent: [...sessions].filter((at) => !rows.has(at)).map(formatDay),
  };
}

describe('every calendar', () => {
  const ids = fc.constantFrom(...CALENDAR_IDS);
  const days = fc.integer({ min: epochDay(1975, 1, 1), max: epochDay(2030, 12, 1) });

  property.prop([ids, days, fc.integer({ min: 1, max: 40 })])(
    'steps back what it stepped forward',
    (id, at, n) => {
      const { offset, isSession } = calendar(id);
      const later = offset(at, n);
      expect(isSession(later)).toBe(true);
      expect(offset(offset(later, 1), -1)).toBe(later);
      expect(calendar(id).sessions(at + 1, later)).toHaveLength(n);
    },
  );

  property.prop([ids, days])('lists its sessions in order and only its sessions', (id, from) => {
    const { sessions, isSession } = calendar(id);
    const listed = [...sessions(from, from + 40)];
    const oneByOne = Array.from({ length: 41 }, (_, k) => from + k).filter(isSession);
    expect(listed).toEqual(oneByOne);
  });

  property.prop([ids, days])('closes each session after the one before', (id, at) => {
    const { closeOf, offset } = calendar(id);
    const next = offset(at, 1);
    expect(closeOf(offset(next, 1))).toBeGreaterThan(closeOf(next));
  });

  property.prop([ids, days])('ends a session within a day of its UTC date', (id, at) => {
    const close = calendar(id).closeOf(at);
    expect(close).toBeGreaterThan(at * 86_400_000);
    expect(close).toBeLessThanOrEqual((at + 1) * 86_400_000 + 5 * 3_600_000);
  });

  test('refuses steps and days that are none, and ids that it does not know', () => {
    const { offset, isSession, closeOf } = calendar('new-york');
    for (const n of [0, 0.5, Number.NaN]) expect(() => offset(0, n)).toThrow(RangeError);
    expect(() => isSession(Number.NaN)).toThrow(RangeError);
    expect(() => closeOf(0.5)).toThrow(RangeError);
    expect(() => calendar('moon' as CalendarId)).toThrow(/allowed: utc, new-york/);
  });

  test('gives an empty list for a range that ends before it begins', () => {
    expect(calendar('utc').sessions(10, 9)).toHaveLength(0);
  });
});

describe('New York', () => {
  const ONE_OFF = [
    ...['2001-09-11', '2001-09-12', '2001-09-13', '2001-09-14', '2004-06-11', '2007-01-02'],
    ...['2012-10-29', '2012-10-30', '2018-12-05', '2025-01-09'],
  ];

  test.each(
    Array.from({ length: 32 }, (_, k) => 1999 + k),
  )('has in %i the holidays of nyse-holidays and its own days of mourning, attack and storm', (year) => {
    const theirs = getHolidays(year).map((holiday) => holiday.dateString);
    const weekdays = theirs.filter((date) => weekdayOf(day(date)) % 6 !== 0);
    const oneOffs = ONE_OFF.filter((date) => date.startsWith(`${year}-`));
    expect(closedWeekdays('new-york', year)).toEqual([...weekdays, ...oneOffs].sort());
  });

  // NYSE holiday and early-closing notices; historical list of NYSE Group, "Special closings and early closes".
  test.each([
    [1999, ['1999-11-26', '1999-12-31']],
    [2002, ['2002-07-05', '2002-11-29', '2002-12-24']],
    [2003, ['2003-07-03', '2003-11-28', '2003-12-24', '2003-12-26']],
    [2004, ['2004-11-26']],
    [2006, ['2006-07-03', '2006-11-24']],
    [2010, ['2010-11-26']],
    [2012, ['2012-07-03', '2012-11-23', '2012-12-24']],
    [2013, ['2013-07-03', '2013-11-29', '2013-12-24']],
    [2019, ['2019-07-03', '2019-11-29', '2019-12-24']],
    [2020, ['2020-11-27', '2020-12-24']],
    [2021, ['2021-11-26']],
    [2022, ['2022-11-25']],
    [2023, ['2023-07-03', '2023-11-24']],
    [2024, ['2024-07-03', '2024-11-29', '2024-12-24']],
    [2025, ['2025-07-03', '2025-11-28', '2025-12-24']],
    [2026, ['2026-11-27', '2026-12-24']],
    [2027, ['2027-11-26']],
  ])('closes early in %i on the days that were announced', (year, dates) => {
    expect(earlyCloses('new-york', year)).toEqual(dates);
  });

  test('closes at 16:00 local time in both halves of the year and at 13:00 on an early close', () => {
    const { closeOf } = calendar('new-york');
    expect(formatInstant(closeOf(day('2026-02-05')))).toBe('2026-02-05T21:00Z');
    expect(formatInstant(closeOf(day('2025-07-07')))).toBe('2025-07-07T20:00Z');
    expect(formatInstant(closeOf(day('2025-07-03')))).toBe('2025-07-03T17:00Z');
  });
});

describe('the other markets', () => {
  // JPX, "Calendar": 2019 ten days of Golden Week, the Olympic years, citizens' holidays of 2009, 2015 and 2026.
  test.each([
    [
      'tokyo',
      2019,
      ['2019-04-29', '2019-04-30', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-06', '2019-10-22'],
    ],
    ['tokyo', 2020, ['2020-02-24', '2020-05-06', '2020-07-23', '2020-07-24', '2020-08-10']],
    ['tokyo', 2021, ['2021-07-22', '2021-07-23', '2021-08-09', '2021-09-20', '2021-09-23']],
    ['tokyo', 2009, ['2009-05-06', '2009-09-21', '2009-09-22', '2009-09-23']],
    ['tokyo', 2015, ['2015-09-21', '2015-09-22', '2015-09-23']],
    ['tokyo', 2026, ['2026-01-01', '2026-01-02', '2026-01-12', '2026-05-06', '2026-09-22', '2026-12-31']],
    // gov.uk bank holidays and their one-offs.
    ['london', 2002, ['2002-06-03', '2002-06-04']],
    ['london', 2011, ['2011-04-29']],
    ['london', 2012, ['2012-06-04', '2012-06-05']],
    ['london', 2020, ['2020-05-08', '2020-12-28']],
    ['london', 2022, ['2022-01-03', '2022-06-02', '2022-06-03', '2022-09-19', '2022-12-26', '2022-12-27']],
    ['london', 2023, ['2023-01-02', '2023-05-01', '2023-05-08', '2023-05-29']],
    // Xetra trading calendars.
    ['frankfurt', 2017, ['2017-06-05', '2017-10-03', '2017-10-31']],
    ['frankfurt', 2021, ['2021-05-24', '2021-12-24', '2021-12-31']],
    // frbservices.org holiday schedules; Juneteenth since 2022.
    [
      'us-federal',
      2025,
      ['2025-01-20', '2025-06-19', '2025-10-13', '2025-11-11', '2025-11-27', '2025-12-25'],
    ],
    ['target', 2026, ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25']],
    ['cme', 2026, ['2026-01-01', '2026-01-19', '2026-04-03', '2026-12-25']],
  ] as const)('%s is closed in %i on its published days', (id, year, dates) => {
    expect(closedWeekdays(id, year)).toEqual(expect.arrayContaining([...dates]));
  });

  // May Day of 2020 went to the 8th, the spring holiday of 2022 to June; Unity Day came in 2014 and Whit Monday left in 2022.
  test.each([
    ['london', '2020-05-04'],
    ['london', '2022-05-30'],
    ['frankfurt', '2013-10-03'],
    ['frankfurt', '2022-06-06'],
    ['tokyo', '2020-10-12'],
    ['us-federal', '2026-04-03'],
    ['us-federal', '2021-12-24'],
    ['cme', '2018-12-05'],
    ['cme', '2025-01-09'],
  ] as const)('%s is open on %s', (id, date) => {
    expect(calendar(id).isSession(day(date))).toBe(true);
  });

  test.each([
    ['tokyo', '2024-11-01', '2024-11-01T06:00Z'],
    ['tokyo', '2024-11-05', '2024-11-05T06:30Z'],
    ['tokyo', '1988-12-24', '1988-12-24T02:00Z'],
    ['london', '2025-06-30', '2025-06-30T15:30Z'],
    ['london', '2022-12-23', '2022-12-23T12:30Z'],
    ['frankfurt', '2001-09-11', '2001-09-11T18:00Z'],
    ['frankfurt', '2026-02-05', '2026-02-05T16:30Z'],
    ['hong-kong', '2026-02-05', '2026-02-05T08:00Z'],
    ['seoul', '2026-02-05', '2026-02-05T06:30Z'],
    ['taipei', '2026-02-05', '2026-02-05T05:30Z'],
    ['shanghai', '2026-02-05', '2026-02-05T07:00Z'],
    ['cme', '2026-02-05', '2026-02-05T22:00Z'],
    ['fx', '2025-07-03', '2025-07-03T21:00Z'],
    ['utc', '2026-02-05', '2026-02-06T00:00Z'],
  ] as const)('%s ends %s at %s', (id, date, instant) => {
    expect(formatInstant(calendar(id).closeOf(day(date)))).toBe(instant);
  });

  test('Tokyo trades on Saturdays until January 1989, without the second and third ones of the last years', () => {
    const { isSession } = calendar('tokyo');
    const saturdays = ['1988-12-03', '1988-12-10', '1988-12-17', '1988-12-24', '1989-01-28', '1989-02-04'];
    expect(saturdays.map((date) => isSession(day(date)))).toEqual([true, false, false, true, true, false]);
  });
});

describeWithPack('calendars against dated rows', () => {
  test('New York has exactly the days of SPY from 1999 to February 2026', () => {
    expect(disagreement('new-york', packDays('ohlcv/SPY'), '1999-01-01')).toEqual({ extra: [], absent: [] });
  });

  test('London has the days of the FTSE 100 but two that the source lacks', () => {
    expect(disagreement('london', packDays('ohlcv/FTSE'))).toEqual({
      extra: [],
      absent: ['2012-05-28', '2020-12-22'],
    });
  });

  test('Frankfurt has the days of the DAX but three on which it traded and the source is empty', () => {
    expect(disagreement('frankfurt', packDays('ohlcv/GDAXI'))).toEqual({
      extra: [],
      absent: ['2011-10-03', '2012-10-03', '2013-10-03'],
    });
  });

  // 2018-07-16 was Marine Day: the row repeats the close before. 2020-10-01 was the outage of the trading system.
  test('Tokyo has the days of the Nikkei 225 since 1999 but for known faults of the source', () => {
    expect(disagreement('tokyo', packDays('ohlcv/N225'))).toEqual({
      extra: ['2018-07-16'],
      absent: ['2009-09-01', '2010-07-20', '2010-09-15', '2020-10-01'],
    });
  });

  // 1989-01-07 is the day on which the Emperor died.
  test('Tokyo has every dated yield since 1974, Saturdays and holidays included', () => {
    expect(disagreement('tokyo', packDays('JGB5Y'))).toEqual({ extra: [], absent: ['1989-01-07'] });
  });

  test('the federal calendar has exactly the days of the Daily Treasury Statement', () => {
    expect(disagreement('us-federal', packDays('TGA_DTS'))).toEqual({ extra: [], absent: [] });
  });

  test.each([
    'ohlcv/GC',
    'ohlcv/SI',
    'ohlcv/CL',
    'ohlcv/NG',
  ])('the futures calendar differs from the days of %s on less than half a percent', (id) => {
    const days = packDays(id);
    const { extra, absent } = disagreement('cme', days);
    expect((extra.length + absent.length) / days.length).toBeLessThan(0.005);
    expect(extra.length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['hong-kong', 'ohlcv/HSI'],
    ['seoul', 'ohlcv/KS11'],
    ['taipei', 'ohlcv/TWII'],
    ['shanghai', 'ohlcv/SSEC'],
  ] as const)('%s, whose holidays are not modelled, has every day of %s and says that it is not complete', (id, pack) => {
    expect(disagreement(id, packDays(pack)).extra).toEqual([]);
    expect(calendar(id).complete).toBe(false);
  });
});
