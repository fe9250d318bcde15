import { describe, expect, test } from 'vitest';
import type { ReleaseRule, SeriesEntry } from '../../../src/data/series/entry.ts';
import { CATALOGUE, entryOf } from '../../../src/data/series/index.ts';
import { releaseOf, releaser, timeOf } from '../../../src/data/series/release.ts';
import { epochDay, formatDay, formatInstant, parseDay } from '../../../src/data/time.ts';

function known(id: string, date: string): string | null {
  const instant = releaseOf(entryOf(id) as SeriesEntry, parseDay(date));
  return Number.isNaN(instant) ? null : formatInstant(instant);
}

describe('weekly statements', () => {
  // federalreserve.gov: H.4.1 on Thursday 16:30, after Thanksgiving and Christmas on Friday; H.8 on Friday 16:15; H.10 on Monday 16:15.
  test.each([
    ['fed-assets', '2026-02-04', '2026-02-05T21:30Z'],
    ['fed-assets', '2025-11-26', '2025-11-28T21:30Z'],
    ['fed-reserves', '2025-07-02', '2025-07-03T20:30Z'],
    ['tga', '2025-12-24', '2025-12-26T21:30Z'],
    ['bank-credit', '2026-01-28', '2026-02-06T21:15Z'],
    ['dollar-broad', '2026-02-05', '2026-02-09T21:15Z'],
    // chicagofed.org: NFCI on Wednesday 08:30 for the week to Friday.
    ['nfci', '2026-01-30', '2026-02-04T13:30Z'],
    // ecb.europa.eu: weekly financial statement as at Friday 30 January, Tuesday 3 February, 15:00 CET.
    ['ecb-assets', '2026-01-30', '2026-02-03T14:00Z'],
  ])('%s of %s is known at %s', (id, date, instant) => {
    expect(known(id, date)).toBe(instant);
  });

  // dol.gov: Thursday 08:30, the Wednesday before Thanksgiving, Christmas and 4 July 2024; press of 20 November 2025: first release
  // since 25 September, with the week ended 15 November and continued claims of the week ended 8 November.
  test.each([
    ['initial-claims', '2026-01-31', '2026-02-05T13:30Z'],
    ['initial-claims', '2024-06-29', '2024-07-03T12:30Z'],
    ['initial-claims', '2024-11-23', '2024-11-27T13:30Z'],
    ['initial-claims', '2025-12-20', '2025-12-24T13:30Z'],
    ['initial-claims', '2025-09-20', '2025-09-25T12:30Z'],
    ['initial-claims', '2025-10-18', '2025-11-20T13:30Z'],
    ['initial-claims', '2025-11-15', '2025-11-20T13:30Z'],
    ['continued-claims', '2026-01-24', '2026-02-05T13:30Z'],
    ['continued-claims', '2025-11-08', '2025-11-20T13:30Z'],
  ])('%s of the week to %s are known at %s', (id, date, instant) => {
    expect(known(id, date)).toBe(instant);
  });

  // cftc.gov release schedules; catch-up schedules of 18 November 2025 and 29 January 2019; notice of 30 June 2015.
  test.each([
    ['2026-02-03', '2026-02-06T20:30Z'],
    ['2024-07-02', '2024-07-08T19:30Z'],
    ['2024-11-26', '2024-12-02T20:30Z'],
    ['2015-06-30', '2015-07-06T19:30Z'],
    ['2018-12-24', '2019-02-01T20:30Z'],
    ['2019-03-05', '2019-03-08T20:30Z'],
    ['2025-09-23', '2025-09-26T19:30Z'],
    ['2025-09-30', '2025-11-19T20:30Z'],
    ['2025-11-10', '2025-12-12T20:30Z'],
    ['2026-01-13', '2026-01-20T20:30Z'],
    ['2026-01-20', '2026-01-23T20:30Z'],
  ])('trader positions of %s are known at %s', (date, instant) => {
    expect(known('cot-gold-spec-net', date)).toBe(instant);
    expect(known('cot-gold-managed-money-long', date)).toBe(instant);
  });
});

describe('the Employment Situation', () => {
  // bls.gov, schedule of releases: reference months October 2021 to November 2022.
  test.each([
    ['2021-10', '2021-11-05'],
    ['2021-11', '2021-12-03'],
    ['2021-12', '2022-01-07'],
    ['2022-01', '2022-02-04'],
    ['2022-02', '2022-03-04'],
    ['2022-03', '2022-04-01'],
    ['2022-04', '2022-05-06'],
    ['2022-05', '2022-06-03'],
    ['2022-06', '2022-07-08'],
    ['2022-07', '2022-08-05'],
    ['2022-08', '2022-09-02'],
    ['2022-09', '2022-10-07'],
    ['2022-10', '2022-11-04'],
    ['2022-11', '2022-12-02'],
    // bls.gov archives: Fridays that are not the first of the month, holidays, and the Decembers whose Friday is too early.
    ['2023-02', '2023-03-10'],
    ['2024-02', '2024-03-08'],
    ['2024-12', '2025-01-10'],
    ['2025-06', '2025-07-03'],
    ['2019-12', '2020-01-10'],
    ['2018-12', '2019-01-04'],
    ['2020-12', '2021-01-08'],
    ['2015-03', '2015-04-03'],
    ['2015-06', '2015-07-02'],
    ['2008-06', '2008-07-03'],
    ['2013-09', '2013-10-22'],
    ['2013-10', '2013-11-08'],
    // The lapses of funding of 2025 and 2026.
    ['2025-08', '2025-09-05'],
    ['2025-09', '2025-11-20'],
    ['2025-11', '2025-12-16'],
    ['2025-12', '2026-01-09'],
    ['2026-01', '2026-02-11'],
  ])('of %s appears on %s at 08:30 New York', (month, day) => {
    const local = new Date(releaseOf(entryOf('payrolls') as SeriesEntry, parseDay(`${month}-01`)));
    const text = local.toLocaleString('sv-SE', { timeZone: 'America/New_York' });
    expect(text).toBe(`${day} 08:30:00`);
    expect(known('unemployment-rate', `${month}-01`)).toBe(known('payrolls', `${month}-01`));
  });

  test('has payrolls of October 2025 with those of November, and no unemployment rate ever', () => {
    expect(known('payrolls', '2025-10-01')).toBe('2025-12-16T13:30Z');
    expect(known('unemployment-rate', '2025-10-01')).toBeNull();
  });
});

describe('monthly and quarterly statistics', () => {
  // bls.gov, bea.gov, census.gov, federalreserve.gov: dates of the releases, revised after the shutdown of October and November 2025.
  test.each([
    ['cpi', '2025-08-01', '2025-09-11T12:30Z'],
    ['cpi', '2025-09-01', '2025-10-24T12:30Z'],
    ['cpi-core', '2025-11-01', '2025-12-18T13:30Z'],
    ['cpi', '2025-12-01', '2026-01-13T13:30Z'],
    ['cpi', '2026-01-01', '2026-02-13T13:30Z'],
    ['job-openings', '2025-10-01', '2025-12-09T15:00Z'],
    ['job-openings', '2025-12-01', '2026-02-05T15:00Z'],
    ['pce-core', '2025-09-01', '2025-12-05T15:00Z'],
    ['pce-core', '2025-11-01', '2026-01-22T15:00Z'],
    ['pce-core', '2025-12-01', '2026-02-20T13:30Z'],
    ['pce-core', '2019-01-01', '2019-03-29T12:30Z'],
    ['industrial-production', '2025-10-01', '2025-12-23T14:15Z'],
    ['gdp', '2025-07-01', '2025-12-23T13:30Z'],
    ['gdp-real', '2025-10-01', '2026-02-20T13:30Z'],
    // ISM: first business day of the month after.
    ['ism-manufacturing', '2026-01-31', '2026-02-02T15:00Z'],
    // federalreserve.gov: H.6 on the fourth Tuesday.
    ['m2', '2025-12-01', '2026-01-27T18:00Z'],
  ])('%s of %s is known at %s', (id, date, instant) => {
    expect(known(id, date)).toBe(instant);
  });

  test('say that the price index of October 2025 was never published', () => {
    expect(known('cpi', '2025-10-01')).toBeNull();
    expect(timeOf(entryOf('cpi') as SeriesEntry, epochDay(2025, 10, 1))).toBe(Date.UTC(2025, 10, 1));
  });

  // Actual releases that came latest: 2015-02-26 and 2014-10-22 (CPI), 2025-03-11 (JOLTS), 2013-03-01 (PCE).
  test.each([
    ['cpi', '2015-01-01', '2015-02-26T13:30Z'],
    ['cpi', '2014-09-01', '2014-10-22T12:30Z'],
    ['job-openings', '2019-01-01', '2019-03-15T14:00Z'],
    ['pce-core', '2013-01-01', '2013-03-01T13:30Z'],
    ['retail-sales', '2024-05-01', '2024-06-18T12:30Z'],
    ['industrial-production', '2025-02-01', '2025-03-18T13:15Z'],
    ['gdp', '2025-01-01', '2025-04-30T12:30Z'],
    ['margin-debt', '2025-12-01', '2026-01-26T22:00Z'],
  ])('where a bound stands for the schedule, %s of %s is known no earlier than it was at %s', (id, date, actual) => {
    expect(releaseOf(entryOf(id) as SeriesEntry, parseDay(date))).toBeGreaterThanOrEqual(Date.parse(actual));
  });
});

describe('daily values', () => {
  test.each([
    ['btc-usd', '2026-02-05', '2026-02-06T00:00Z'],
    ['sp500', '2026-02-05', '2026-02-05T21:00Z'],
    ['vix', '2026-02-05', '2026-02-05T21:15Z'],
    ['vix', '2025-11-28', '2025-11-28T18:15Z'],
    ['gold-front', '2026-02-05', '2026-02-05T22:00Z'],
    ['usd-jpy', '2026-02-05', '2026-02-06T00:00Z'],
    ['usd-jpy', '2025-07-03', '2025-07-03T23:00Z'],
    ['nikkei-225', '2026-02-05', '2026-02-05T06:30Z'],
    ['us-10y', '2026-02-05', '2026-02-06T21:15Z'],
    ['us-10y', '2026-02-13', '2026-02-17T21:15Z'],
    ['us-10y-market', '2026-02-05', '2026-02-05T21:00Z'],
    ['us-hy-oas', '2026-02-05', '2026-02-06T14:30Z'],
    ['fed-rrp', '2026-02-05', '2026-02-05T18:30Z'],
    ['tga-daily', '2026-02-05', '2026-02-06T21:00Z'],
    ['sofr', '2026-02-05', '2026-02-06T13:00Z'],
    ['effr', '2026-02-05', '2026-02-06T14:00Z'],
    ['fed-funds', '2026-02-07', '2026-02-09T14:00Z'],
    ['btc-etf-flow-total', '2026-02-05', '2026-02-06T05:00Z'],
    ['japan-10y', '2026-02-05', '2026-02-05T12:00Z'],
    ['ofr-fsi', '2026-02-05', '2026-02-09T17:00Z'],
    ['crypto-fear-greed', '2026-02-05', '2026-02-05T02:00Z'],
    ['stablecoin-supply', '2026-02-05', '2026-02-06T00:00Z'],
    ['wti-spot', '2026-02-02', '2026-02-11T22:00Z'],
  ])('%s of %s is known at %s', (id, date, instant) => {
    expect(known(id, date)).toBe(instant);
  });

  test('the high-yield spread of 5 February 2026 is not known at 01:00 UTC of the 6th', () => {
    expect(releaseOf(entryOf('us-hy-oas') as SeriesEntry, epochDay(2026, 2, 5))).toBeGreaterThan(
      Date.UTC(2026, 1, 6, 1),
    );
  });
});

describe('timeOf', () => {
  test.each([
    ['sp500', '2026-02-05', '2026-02-05T21:00Z'],
    ['us-10y', '2026-02-05', '2026-02-06T00:00Z'],
    ['fed-assets', '2026-02-04', '2026-02-05T00:00Z'],
    ['fed-rrp', '2026-02-05', '2026-02-05T18:30Z'],
    ['cpi', '2026-01-01', '2026-02-01T00:00Z'],
    ['gdp', '2025-10-01', '2026-01-01T00:00Z'],
    ['margin-debt-yoy', '2026-01-31', '2026-02-01T00:00Z'],
    ['initial-claims', '2026-01-31', '2026-02-01T00:00Z'],
  ])('%s of %s is true at %s', (id, date, instant) => {
    expect(formatInstant(timeOf(entryOf(id) as SeriesEntry, parseDay(date)))).toBe(instant);
  });
});

describe('a release rule', () => {
  const base = entryOf('fed-assets') as SeriesEntry;
  const under = (release: ReleaseRule): SeriesEntry => ({ ...base, release });

  test('gives way to the instant that an exception states', () => {
    const entry = under({
      kind: 'at-close',
      exceptions: { '2026-02-04': '2026-02-10T12:00:00Z', '2026-02-11': null },
    });
    const at = releaser(entry);
    expect(formatInstant(at(parseDay('2026-02-04')))).toBe('2026-02-10T12:00Z');
    expect(at(parseDay('2026-02-11'))).toBeNaN();
    expect(formatInstant(at(parseDay('2026-02-18')))).toBe('2026-02-18T22:00Z');
  });

  test('refuses a day that is none', () => {
    for (const day of [Number.NaN, 0.5]) expect(() => releaseOf(base, day)).toThrow(RangeError);
  });

  test('has exceptions that come no earlier than the end of the day they are about', () => {
    for (const { id, release } of CATALOGUE) {
      for (const [date, instant] of Object.entries(release.exceptions ?? {})) {
        expect(formatDay(parseDay(date)), id).toBe(date);
        if (instant !== null)
          expect(Date.parse(instant), `${id} ${date}`).toBeGreaterThan((parseDay(date) + 1) * 86_400_000);
      }
    }
  });
});
