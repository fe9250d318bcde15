import { fc, test as property } from '@fast-check/vitest';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantAt, minuteOf } from '../../../src/data/calendars/zone.ts';
import { epochDay, formatDay, formatInstant } from '../../../src/data/time.ts';

const ZONES = [
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Asia/Hong_Kong',
  'Asia/Seoul',
  'Asia/Taipei',
  'Asia/Shanghai',
  'UTC',
];

/** The same instant by Temporal: the slow readable way. */
function byTemporal(zone: string, day: number, minute: number): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return Temporal.PlainDate.from(formatDay(day)).toZonedDateTime({ timeZone: zone, plainTime: time })
    .epochMilliseconds;
}

describe('instantAt', () => {
  property.prop([
    fc.constantFrom(...ZONES),
    fc.integer({ min: epochDay(1975, 1, 1), max: epochDay(2030, 12, 31) }),
    fc.integer({ min: 181, max: 1439 }),
  ])('agrees with Temporal for every time of day after the clocks have changed', (zone, day, minute) => {
    expect(instantAt(zone, day, minute)).toBe(byTemporal(zone, day, minute));
  });

  property.prop([
    fc.constantFrom(...ZONES),
    fc.integer({ min: epochDay(1990, 1, 1), max: epochDay(2030, 12, 31) }),
  ])('gives midnight as the end of one day and the start of the next', (zone, day) => {
    expect(instantAt(zone, day, 1440)).toBe(instantAt(zone, day + 1, 0));
    expect(instantAt(zone, day, 1440)).toBe(byTemporal(zone, day + 1, 0));
  });

  // Energy Policy Act of 2005: second Sunday of March (2026-03-08) to first Sunday of November (2026-11-01).
  test.each([
    ['2026-03-06', '2026-03-06T21:00Z'],
    ['2026-03-09', '2026-03-09T20:00Z'],
    ['2026-10-30', '2026-10-30T20:00Z'],
    ['2026-11-02', '2026-11-02T21:00Z'],
  ])('puts 16:00 New York on %s at %s', (date, instant) => {
    expect(formatInstant(instantAt('America/New_York', Date.parse(date) / 86_400_000, 960))).toBe(instant);
  });

  test('puts hours beyond 24 on the day after', () => {
    expect(formatInstant(instantAt('UTC', epochDay(2026, 2, 5), minuteOf('29:00')))).toBe(
      '2026-02-06T05:00Z',
    );
  });

  test('refuses a zone that does not exist', () => {
    expect(() => instantAt('Mars/Olympus', 0, 0)).toThrow(RangeError);
  });

  test.each(['9:30', '24:60', '49:00', '', 'noon', '-1:00'])('refuses %o as a time of day', (text) => {
    expect(() => minuteOf(text)).toThrow(RangeError);
  });
});
