import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { rememberByDay } from '../../../src/data/calendars/by-day.ts';
import {
  easterSunday,
  lastWeekday,
  nearestWeekday,
  nthWeekday,
  onOrAfter,
  onOrBefore,
  sundayToMonday,
} from '../../../src/data/calendars/dates.ts';
import { epochDay, formatDay, weekdayOf } from '../../../src/data/time.ts';

describe('dates by rule', () => {
  // Easter Sundays of the United States Naval Observatory, "The Date of Easter".
  test.each([
    '1999-04-04',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2018-04-01',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2030-04-21',
    '2038-04-25',
  ])('Easter Sunday of its year is %s', (date) => {
    expect(formatDay(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });

  property.prop([fc.integer({ min: 1900, max: 2100 })])(
    'Easter is a Sunday from 22 March to 25 April',
    (year) => {
      const day = easterSunday(year);
      expect(weekdayOf(day)).toBe(0);
      expect(day).toBeGreaterThanOrEqual(epochDay(year, 3, 22));
      expect(day).toBeLessThanOrEqual(epochDay(year, 4, 25));
    },
  );

  property.prop([fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: 0, max: 6 })])(
    'the weekday on or after a day is within a week of that on or before it',
    (day, weekday) => {
      const [after, before] = [onOrAfter(day, weekday), onOrBefore(day, weekday)];
      expect(weekdayOf(after)).toBe(weekday);
      expect(weekdayOf(before)).toBe(weekday);
      expect(after - before).toBe(weekdayOf(day) === weekday ? 0 : 7);
    },
  );

  test('the fourth Thursday of November 2025 is the 27th and the last Monday of May 2026 the 25th', () => {
    expect(formatDay(nthWeekday(2025, 11, 4, 4))).toBe('2025-11-27');
    expect(formatDay(lastWeekday(2026, 5, 1))).toBe('2026-05-25');
  });

  test('a holiday on Sunday goes to Monday, and one on Saturday to Friday where that is the rule', () => {
    expect(formatDay(sundayToMonday(epochDay(2021, 7, 4)))).toBe('2021-07-05');
    expect(formatDay(nearestWeekday(epochDay(2026, 7, 4)))).toBe('2026-07-03');
    expect(formatDay(nearestWeekday(epochDay(2025, 7, 4)))).toBe('2025-07-04');
  });

  test('a remembered function computes each day once and refuses what is no whole day', () => {
    let calls = 0;
    const twice = rememberByDay((day) => {
      calls++;
      return 2 * day;
    });
    expect([twice(-700), twice(20_000), twice(-700), twice(0)]).toEqual([-1400, 40_000, -1400, 0]);
    expect(calls).toBe(3);
    for (const day of [Number.NaN, 1.5, Number.POSITIVE_INFINITY])
      expect(() => twice(day)).toThrow(RangeError);
  });
});
