import { civil, WEDNESDAY } from '../../calendars/dates.ts';
import { parseDay } from '../../time.ts';
import { landmarks } from '../landmarks.ts';
import { line, persistent, wander } from './shape.ts';
import { held, type Made, type Stage, sessionsOf, weekly } from './stage.ts';

/** Wednesdays of the H.4.1, in 10⁹ dollars, rounded to three digits; what is not on them is drawn. */
const BALANCE = {
  'fed-assets': `
    2013-12-25 4030  2014-10-29 4490  2015-12-30 4490  2017-12-27 4450  2018-12-26 4080  2019-08-28 3760
    2019-12-25 4170  2020-02-26 4160  2020-04-01 5810  2020-06-10 7170  2020-12-30 7360  2021-12-29 8760
    2022-04-13 8970  2022-12-28 8550  2023-03-08 8340  2023-03-22 8730  2023-06-28 8340  2023-12-27 7710
    2024-06-26 7230  2024-12-25 6890  2025-06-25 6660  2025-12-03 6540  2025-12-24 6580  2025-12-31 6640
    2026-01-07 6570  2026-02-25 6610`,
  'fed-mbs': `
    2013-12-25 1500  2014-12-31 1740  2016-12-28 1740  2017-12-27 1760  2018-12-26 1640  2019-12-25 1420
    2020-02-26 1370  2020-12-30 2040  2021-12-29 2610  2022-04-20 2740  2022-12-28 2640  2023-12-27 2430
    2024-12-25 2240  2025-12-31 2040  2026-02-25 2010`,
  'fed-bills': `
    2013-12-25 0  2019-10-16 0  2020-04-29 326  2022-06-15 326  2022-12-28 290  2023-12-27 217
    2024-06-26 195  2025-12-10 195  2025-12-31 230  2026-02-25 310`,
  'fed-primary-credit': `
    2013-12-25 0.03  2020-03-11 0.03  2020-03-25 50.8  2020-07-01 6  2020-12-30 1.7  2021-12-29 0.6
    2022-12-28 4.6  2023-03-08 4.6  2023-03-15 153  2023-03-29 88  2023-05-03 5.3  2023-12-27 2.5
    2025-06-25 6.3  2025-12-31 9.7  2026-02-25 4.5`,
  'fed-swap-lines': `
    2013-12-25 0.3  2020-03-11 0.05  2020-04-08 358  2020-05-27 449  2020-07-22 122  2020-12-30 17.9
    2021-06-30 0.5  2022-12-28 0.4  2026-02-25 0.1`,
} as const;

/** Assets beside Treasuries, mortgages, the discount window and the swap lines: premiums, repo of 2019–20, the programmes of 2020 and 2023. */
const OTHER_ASSETS = landmarks(`
  2013-12-25 325  2015-12-30 275  2018-12-26 200  2019-09-11 190  2019-12-25 420  2020-04-01 700  2020-12-30 615
  2021-12-29 490  2022-12-28 400  2023-03-08 390  2023-03-22 620  2023-06-28 640  2023-12-27 490
  2024-12-25 330  2025-12-24 275  2025-12-31 350  2026-01-07 275  2026-02-25 275`);

/** Currency in circulation and all other liabilities. */
const OTHER_LIABILITIES = landmarks(`
  2013-12-25 1310  2014-12-31 1480  2015-12-30 1640  2016-12-28 1770  2017-12-27 1860  2018-12-26 2020
  2019-12-25 2130  2020-06-10 2350  2020-12-30 2640  2021-12-29 2680  2022-12-28 2750  2023-12-27 2740
  2024-12-25 2640  2025-12-31 2790  2026-02-25 2760`);

/** Closing balances of the Treasury's account, 10⁹ dollars, rounded: ends of years, ceilings of the debt, and what came after them. */
const TREASURY = landmarks(`
  2013-12-31 160  2014-04-30 150  2014-12-31 220  2015-03-13 40  2015-06-30 250  2015-10-30 25  2015-12-31 330
  2016-12-30 400  2017-03-15 23  2017-06-30 180  2017-09-07 40  2017-12-29 230  2018-06-29 330  2018-12-31 400
  2019-03-15 260  2019-08-30 130  2019-12-31 400  2020-03-31 515  2020-07-22 1800  2020-12-31 1610
  2021-06-30 850  2021-10-18 47  2021-12-31 400  2022-05-02 960  2022-12-30 450  2023-01-31 560  2023-06-01 23
  2023-07-31 500  2023-12-29 770  2024-06-28 780  2024-12-31 720  2025-02-14 800  2025-06-13 280  2025-07-03 330
  2025-09-30 890  2025-10-31 930  2025-12-10 800  2025-12-31 870  2026-02-27 800`);

/** Take-up of overnight reverse repo between the ends of quarters, 10⁹ dollars, rounded. */
const REVERSE_REPO = landmarks(`
  2013-12-31 60  2014-06-30 150  2015-12-31 120  2016-12-30 130  2017-12-29 100  2018-03-01 15  2020-02-28 5
  2020-04-01 100  2020-06-01 3  2021-03-15 2  2021-06-30 820  2021-12-31 1650  2022-06-30 2230  2022-12-30 2250  2023-02-15 2050
  2023-05-31 2250  2023-12-29 850  2024-06-28 480  2024-12-19 110  2025-06-30 200  2025-08-29 30  2026-02-27 4`);

const BILLION = 1e9;
const WEEK = 7;
const LEAST_TREASURY = 20;

/**
 * The H.4.1 on its Wednesdays and the two daily accounts beside it.
 * Reserves = assets − Treasury account − reverse repo − currency and other liabilities, all as averages of the week to Wednesday;
 * Treasuries = assets − mortgages − discount window − swap lines − other assets, on the Wednesday.
 */
export function fedBalance(stage: Stage): readonly Made[] {
  const daily = sessionsOf('tga-daily', stage.first + 1, stage.last);
  const treasury = treasuryAccount(stage, daily);
  const repo = reverseRepo(stage, daily);
  // the first week whose average lies within the specimen
  const days = weekly(WEDNESDAY, stage.first + WEEK, stage.last);
  const of = (id: keyof typeof BALANCE, size: number) =>
    wander(landmarks(BALANCE[id]), days, { size, phi: 0.9 }, stage.noise(id));
  const assets = of('fed-assets', 0.002);
  const [mortgages, bills] = [of('fed-mbs', 0.003), of('fed-bills', 0.001)];
  const [credit, swaps] = [of('fed-primary-credit', 0.15), of('fed-swap-lines', 0.1)];
  const otherAssets = wander(OTHER_ASSETS, days, { size: 0.01, phi: 0.9 }, stage.noise('other assets'));
  const liabilities = wander(OTHER_LIABILITIES, days, { size: 0.004, phi: 0.9 }, stage.noise('currency'));
  const average = (values: Float64Array) =>
    weekAverage(held(daily, values, stage.first, stage.last), days, stage);
  const [treasuryMean, repoMean] = [average(treasury), average(repo)];
  const at = (values: Float64Array, i: number) => values[i] as number;
  const treasuries = assets.map(
    (x, i) => x - at(mortgages, i) - at(credit, i) - at(swaps, i) - at(otherAssets, i),
  );
  const reserves = assets.map((x, i) => {
    const mean = (x + at(assets, Math.max(0, i - 1))) / 2;
    return mean - at(treasuryMean, i) - at(repoMean, i) - at(liabilities, i);
  });
  const account = held(daily, treasury, stage.first, stage.last);
  const wednesdays: Readonly<Record<string, Float64Array>> = {
    'fed-assets': assets,
    'fed-treasuries': treasuries,
    'fed-bills': bills,
    'fed-mbs': mortgages,
    'fed-primary-credit': credit,
    'fed-swap-lines': swaps,
    'fed-reserves': reserves,
    tga: Float64Array.from(days, (day) => account[day - stage.first] as number),
    'tga-week-average': treasuryMean,
  };
  return [
    ...Object.entries(wednesdays).map(([id, values]) => inDollars(id, days, values)),
    inDollars('tga-daily', daily, treasury),
    inDollars('fed-rrp', daily, repo),
  ];
}

function inDollars(id: string, days: Int32Array, billions: Float64Array): Made {
  return { id, days, values: billions.map((x) => x * BILLION) };
}

/** Between its landmarks the account swings by days and with the dates on which taxes are paid. */
function treasuryAccount(stage: Stage, days: Int32Array): Float64Array {
  const through = line(TREASURY, days);
  const swing = persistent(days.length, 0.75, stage.noise('tga-daily'));
  return through.map((level, i) => {
    const scale = Math.min(1, level / 500);
    const account = level + scale * (38 * (swing[i] as number) + taxes(days[i] as number));
    return Math.max(LEAST_TREASURY, Math.round(account * 1000) / 1000);
  });
}

/** 10⁹ dollars that the tax days in the middle of a month leave in the account: most in April. */
function taxes(day: number): number {
  const [, month, date] = civil(day);
  const most = month === 4 ? 200 : month % 3 === 0 ? 70 : 15;
  return most * Math.max(0, 1 - Math.abs(date - 19) / 8);
}

const DRESSING_ENDED = parseDay('2018-01-31');

/** Money funds come in larger numbers on the last business day of a month, and more of a quarter. */
function reverseRepo(stage: Stage, days: Int32Array): Float64Array {
  const level = wander(REVERSE_REPO, days, { size: 0.04, phi: 0.9 }, stage.noise('fed-rrp'));
  const draws = stage.noise('fed-rrp ends');
  return level.map((base, i) => {
    const [, month] = civil(days[i] as number);
    const last = i + 1 < days.length && civil(days[i + 1] as number)[1] !== month;
    const size = 0.75 + 0.5 * draws.uniform();
    const early = (days[i] as number) < DRESSING_ENDED;
    const extra = early
      ? month % 3 === 0
        ? 200
        : 60
      : Math.min(0.12 * base + 15, 250) * (month % 3 === 0 ? 1 : 0.35);
    return Math.max(0, Math.round((base + (last ? extra * size : 0)) * 1000) / 1000);
  });
}

function weekAverage(levels: Float64Array, days: Int32Array, stage: Stage): Float64Array {
  return Float64Array.from(days, (day) => {
    let sum = 0;
    for (let k = 0; k < WEEK; k++) sum += levels[day - k - stage.first] as number;
    return sum / WEEK;
  });
}
