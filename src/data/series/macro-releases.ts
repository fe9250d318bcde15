import type { ReleaseRule } from './entry.ts';
import { appeared, appearedByMonth } from './release-exceptions.ts';
import { monthLag } from './releases.ts';

/**
 * Employment Situation, 08:30. The rule of the Bureau of Labor Statistics is the third Friday after the week with the 12th; the
 * exceptions are Fridays on which the government rested and the lapses of funding of 1995, 2013, 2025 and 2026.
 * @see https://www.bls.gov/schedule/news_release/empsit.htm
 */
export const EMPLOYMENT: ReleaseRule = {
  kind: 'reference-week',
  at: '08:30',
  zone: 'America/New_York',
  calendar: 'us-federal',
  exceptions: appeared('08:30', {
    '1992-06-01': '1992-07-02',
    '1995-12-01': '1996-01-19',
    '1998-06-01': '1998-07-02',
    '2009-06-01': '2009-07-02',
    '2013-09-01': '2013-10-22',
    '2013-10-01': '2013-11-08',
    '2015-06-01': '2015-07-02',
    '2020-06-01': '2020-07-02',
    '2025-09-01': '2025-11-20',
    '2025-10-01': '2025-12-16',
    '2025-11-01': '2025-12-16',
    '2026-01-01': '2026-02-11',
    '2026-06-01': '2026-07-02',
  }),
};

/** The household survey of October 2025 was not taken: that unemployment rate does not exist. */
export const UNEMPLOYMENT: ReleaseRule = {
  ...EMPLOYMENT,
  exceptions: { ...EMPLOYMENT.exceptions, '2025-10-01': null },
};

const CPI_DAYS: Readonly<Record<number, readonly (string | null)[]>> = {
  2020: [
    ...['2020-02-13', '2020-03-11', '2020-04-10', '2020-05-12', '2020-06-10', '2020-07-14'],
    ...['2020-08-12', '2020-09-11', '2020-10-13', '2020-11-12', '2020-12-10', '2021-01-13'],
  ],
  2021: [
    ...['2021-02-10', '2021-03-10', '2021-04-13', '2021-05-12', '2021-06-10', '2021-07-13'],
    ...['2021-08-11', '2021-09-14', '2021-10-13', '2021-11-10', '2021-12-10', '2022-01-12'],
  ],
  2022: [
    ...['2022-02-10', '2022-03-10', '2022-04-12', '2022-05-11', '2022-06-10', '2022-07-13'],
    ...['2022-08-10', '2022-09-13', '2022-10-13', '2022-11-10', '2022-12-13', '2023-01-12'],
  ],
  2023: [
    ...['2023-02-14', '2023-03-14', '2023-04-12', '2023-05-10', '2023-06-13', '2023-07-12'],
    ...['2023-08-10', '2023-09-13', '2023-10-12', '2023-11-14', '2023-12-12', '2024-01-11'],
  ],
  2024: [
    ...['2024-02-13', '2024-03-12', '2024-04-10', '2024-05-15', '2024-06-12', '2024-07-11'],
    ...['2024-08-14', '2024-09-11', '2024-10-10', '2024-11-13', '2024-12-11', '2025-01-15'],
  ],
  2025: [
    ...['2025-02-12', '2025-03-12', '2025-04-10', '2025-05-13', '2025-06-11', '2025-07-15'],
    ...['2025-08-12', '2025-09-11', '2025-10-24', null, '2025-12-18', '2026-01-13'],
  ],
  2026: ['2026-02-13'],
};

/** Consumer price index, 08:30; before 2020 the latest day on which it ever came. */
export const CPI = monthLag(27, '08:30', appearedByMonth('08:30', CPI_DAYS));

/** JOLTS, 10:00, some forty days after the month. */
export const JOLTS = monthLag(
  46,
  '10:00',
  appearedByMonth('10:00', {
    2024: [
      ...['2024-03-06', '2024-04-02', '2024-05-01', '2024-06-04', '2024-07-02', '2024-07-30'],
      ...['2024-09-04', '2024-10-01', '2024-10-29', '2024-12-03', '2025-01-07', '2025-02-04'],
    ],
    2025: [
      ...['2025-03-11', '2025-04-01', '2025-04-29', '2025-06-03', '2025-07-01', '2025-07-29'],
      ...['2025-09-03', '2025-09-30', '2025-12-09', '2025-12-09', '2026-01-07', '2026-02-05'],
    ],
  }),
);

/** Advance retail sales, 08:30, in the middle of the month after. */
export const RETAIL_SALES = monthLag(
  20,
  '08:30',
  appeared('08:30', {
    '2013-09-01': '2013-10-29',
    '2018-12-01': '2019-02-14',
    '2019-01-01': '2019-03-11',
    '2019-02-01': '2019-04-01',
    '2025-08-01': '2025-09-16',
    '2025-09-01': '2025-11-25',
    '2025-10-01': '2025-12-16',
    '2025-11-01': '2026-01-14',
    '2025-12-01': '2026-02-10',
    '2026-01-01': '2026-03-06',
  }),
);

/** Personal income and outlays, at the end of the month after. */
export const PERSONAL_OUTLAYS = monthLag(35, '08:30', {
  ...appeared('08:30', {
    '2018-12-01': '2019-03-01',
    '2019-01-01': '2019-03-29',
    '2019-02-01': '2019-04-29',
    '2025-08-01': '2025-09-26',
    '2025-12-01': '2026-02-20',
  }),
  ...appeared('10:00', {
    '2025-09-01': '2025-12-05',
    '2025-10-01': '2026-01-22',
    '2025-11-01': '2026-01-22',
  }),
});

/** Fed G.17, industrial production, 09:15, in the middle of the month after. */
export const INDUSTRIAL_PRODUCTION = monthLag(
  20,
  '09:15',
  appeared('09:15', {
    '2013-09-01': '2013-10-28',
    '2025-08-01': '2025-09-16',
    '2025-09-01': '2025-12-03',
    '2025-10-01': '2025-12-23',
    '2025-11-01': '2025-12-23',
    '2025-12-01': '2026-01-16',
    '2026-01-01': '2026-02-18',
  }),
);

/** Housing permits, 08:30, in the third week of the month after. */
export const HOUSING = monthLag(
  23,
  '08:30',
  appeared('08:30', {
    '2013-09-01': '2013-11-26',
    '2013-10-01': '2013-11-26',
    '2018-12-01': '2019-02-26',
    '2019-01-01': '2019-03-08',
    '2025-09-01': '2026-01-09',
    '2025-10-01': '2026-01-09',
    '2025-11-01': '2026-02-18',
    '2025-12-01': '2026-02-18',
  }),
);

/** University of Michigan, final: within the month itself; FRED has it later, at the publisher's wish. */
export const MICHIGAN = monthLag(1, '10:00');

/** Gross domestic product, advance estimate, 08:30, some thirty days after the quarter. */
export const GDP: ReleaseRule = {
  kind: 'month-lag',
  months: 3,
  days: 32,
  at: '08:30',
  zone: 'America/New_York',
  calendar: 'us-federal',
  exceptions: appeared('08:30', {
    '2013-07-01': '2013-11-07',
    '2018-10-01': '2019-02-28',
    '2025-07-01': '2025-12-23',
    '2025-10-01': '2026-02-20',
  }),
};
