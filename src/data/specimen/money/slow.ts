import { FRIDAY, WEDNESDAY } from '../../calendars/dates.ts';
import { type EpochDay, parseDay } from '../../time.ts';
import { landmarks } from '../landmarks.ts';
import { wander } from './shape.ts';
import { type Made, periods, type Stage, sessionsOf, weekly } from './stage.ts';

type Rhythm = 'session' | 'wednesday' | 'friday' | 'month' | 'quarter';

interface Slow {
  readonly id: string;
  readonly rhythm: Rhythm;
  /** Of one unit of the landmarks, in the base unit of the catalogue. */
  readonly unit: number;
  readonly wobble: number;
  readonly from?: string;
  readonly levels: string;
}

/** Statistics that move slowly: rounded levels of their publishers, and little between them. */
export const SLOW: readonly Slow[] = [
  {
    id: 'bank-credit',
    rhythm: 'wednesday',
    unit: 1e12,
    wobble: 0.0012,
    levels: `2013-12-25 9.84  2014-12-31 10.6  2015-12-30 11.4  2016-12-28 12.1  2017-12-27 12.6  2018-12-26 13.1
      2019-12-25 13.9  2020-02-26 14  2020-05-06 15  2020-12-30 15.1  2021-12-29 16.5  2022-12-28 17.5  2023-12-27 17.4
      2024-12-25 18  2025-12-31 19  2026-02-25 19.25`,
  },
  {
    id: 'bank-assets',
    rhythm: 'wednesday',
    unit: 1e12,
    wobble: 0.0015,
    levels: `2013-12-25 13.9  2015-12-30 15.4  2018-12-26 16.8  2019-12-25 17.8  2020-02-26 17.9  2020-05-06 20
      2020-12-30 20.7  2021-12-29 22.7  2023-03-08 23  2023-12-27 23.2  2024-12-25 23.6  2025-12-31 24.6  2026-02-25 24.9`,
  },
  {
    id: 'bank-loans',
    rhythm: 'wednesday',
    unit: 1e12,
    wobble: 0.0012,
    levels: `2013-12-25 7.1  2015-12-30 8.2  2017-12-27 9.1  2019-12-25 10  2020-05-06 11  2021-06-30 10.4
      2021-12-29 10.8  2022-12-28 12  2023-12-27 12.4  2024-12-25 12.6  2025-12-31 13.4  2026-02-25 13.6`,
  },
  {
    id: 'bank-deposits',
    rhythm: 'wednesday',
    unit: 1e12,
    wobble: 0.002,
    levels: `2013-12-25 9.8  2015-12-30 11  2016-12-28 11.5  2017-12-27 12  2018-12-26 12.4  2019-12-25 13.2
      2020-02-26 13.3  2020-06-10 15.4  2020-12-30 16.1  2021-12-29 17.9  2022-04-13 18.2  2022-12-28 17.7
      2023-05-10 17.2  2023-12-27 17.4  2024-12-25 17.9  2025-12-31 18.6  2026-02-25 18.8`,
  },
  {
    id: 'bank-other-deposits',
    rhythm: 'wednesday',
    unit: 1e12,
    wobble: 0.002,
    levels: `2013-12-25 8.2  2015-12-30 9.3  2019-12-25 11.3  2020-06-10 13.4  2020-12-30 14.5  2021-12-29 16.4
      2022-12-28 16.1  2023-05-10 15.3  2023-12-27 15.1  2024-12-25 15.5  2025-12-31 16.2  2026-02-25 16.4`,
  },
  {
    id: 'm2',
    rhythm: 'month',
    unit: 1e12,
    wobble: 0.0008,
    levels: `2013-12-01 11  2014-12-01 11.7  2015-12-01 12.4  2016-12-01 13.2  2017-12-01 13.9  2018-12-01 14.4
      2019-12-01 15.3  2020-02-01 15.5  2020-06-01 18.1  2020-12-01 19.1  2021-12-01 21.5  2022-07-01 21.7  2022-12-01 21.3
      2023-10-01 20.7  2024-12-01 21.5  2025-12-01 22.4  2026-02-01 22.6`,
  },
  {
    id: 'cpi',
    rhythm: 'month',
    unit: 1,
    wobble: 0.0008,
    levels: `2013-12-01 235  2014-06-01 237  2015-01-01 235  2016-01-01 238  2017-01-01 244  2018-01-01 249  2019-01-01 253
      2020-01-01 259  2020-05-01 256  2021-01-01 263  2022-06-01 295  2023-01-01 301  2024-01-01 310  2025-01-01 319
      2025-12-01 326  2026-02-01 327.5`,
  },
  {
    id: 'gdp',
    rhythm: 'quarter',
    unit: 1e12,
    wobble: 0.002,
    levels: `2013-10-01 17.3  2014-10-01 17.9  2015-10-01 18.4  2016-10-01 19.1  2017-10-01 20  2018-10-01 20.9
      2019-10-01 21.9  2020-01-01 21.7  2020-04-01 19.9  2020-07-01 21.7  2020-10-01 22.1  2021-10-01 24.8
      2022-10-01 26.8  2023-10-01 28.4  2024-10-01 29.8  2025-10-01 31.4`,
  },
  {
    id: 'ecb-assets',
    rhythm: 'friday',
    unit: 1e12,
    wobble: 0.002,
    levels: `2013-12-27 2.28  2014-10-03 2.03  2015-12-25 2.78  2016-12-30 3.66  2017-12-29 4.47  2018-12-28 4.67
      2020-02-28 4.69  2020-06-26 6.24  2020-12-25 6.98  2021-12-31 8.57  2022-06-24 8.83  2022-12-30 7.96
      2023-12-29 6.94  2024-12-27 6.4  2025-12-26 6.1  2026-02-20 6.23`,
  },
  {
    id: 'boj-assets',
    rhythm: 'month',
    unit: 1e12,
    wobble: 0.002,
    levels: `2013-12-01 224  2014-12-01 300  2015-12-01 383  2016-12-01 476  2017-12-01 521  2018-12-01 552  2019-12-01 573
      2020-12-01 702  2021-12-01 724  2022-12-01 704  2023-12-01 750  2024-06-01 754  2024-12-01 747  2025-12-01 678  2026-02-01 675`,
  },
  {
    id: 'stablecoin-supply',
    rhythm: 'session',
    unit: 1e9,
    wobble: 0.004,
    from: '2017-12-01',
    levels: `2017-12-01 0.8  2018-12-31 2.4  2019-12-31 5  2020-06-30 11  2020-12-31 27  2021-05-31 100  2021-12-31 163
      2022-04-30 187  2022-05-31 157  2022-12-31 138  2023-08-31 124  2023-12-31 130  2024-12-31 205  2025-06-30 252
      2025-10-06 300  2025-12-31 307  2026-02-28 307`,
  },
  {
    id: 'defi-tvl',
    rhythm: 'session',
    unit: 1e9,
    wobble: 0.015,
    from: '2019-01-01',
    levels: `2019-01-01 0.3  2020-06-30 1.8  2020-12-31 16  2021-05-11 120  2021-07-20 65  2021-11-09 175  2022-04-05 165
      2022-06-18 55  2022-12-31 38  2023-12-31 54  2024-12-31 117  2025-04-08 88  2025-10-06 170  2025-12-31 117  2026-02-28 95`,
  },
];

/** Labels of a rhythm from a day on; sessions are those of the series’ own calendar. */
function labels(rhythm: Rhythm, id: string, from: EpochDay, to: EpochDay): Int32Array {
  if (rhythm === 'month' || rhythm === 'quarter') return periods(rhythm === 'month' ? 1 : 3, from, to);
  if (rhythm === 'session') return sessionsOf(id, from, to);
  return weekly(rhythm === 'friday' ? FRIDAY : WEDNESDAY, from, to);
}

export function slowSeries(stage: Stage): readonly Made[] {
  return SLOW.map(({ id, rhythm, unit, wobble, from, levels }) => {
    const days = labels(rhythm, id, from ? parseDay(from) : stage.first, stage.last);
    const values = wander(landmarks(levels), days, { size: wobble, phi: 0.85 }, stage.noise(id));
    return { id, days, values: values.map((x) => x * unit) };
  });
}
