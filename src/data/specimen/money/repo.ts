import { civil } from '../../calendars/dates.ts';
import { formatDay, parseDay } from '../../time.ts';
import { landmarks } from '../landmarks.ts';
import type { Noise } from '../noise.ts';
import { rateChanges } from './policy.ts';
import { clamp, line, persistent, steps } from './shape.ts';
import { type Made, type Stage, sessionsOf } from './stage.ts';

const BP = 0.0001;
const RANGE = 25 * BP;

/** Basis points of SOFR and of the federal funds rate above the lower bound of the target range, rounded: what reserves left over. */
const SOFR_ABOVE = landmarks(`
  2018-04-02 25  2018-09-01 18  2019-03-01 19  2019-09-01 20  2020-02-01 10  2020-05-01 5  2021-03-01 1
  2021-07-01 5  2022-06-01 4  2023-06-01 6  2024-06-01 8  2024-12-01 10  2025-06-01 9  2025-09-01 14
  2025-11-15 24  2026-01-15 16  2026-02-28 17`);
const EFFR_ABOVE = landmarks(`
  2014-01-01 8  2015-12-01 12  2016-01-15 12  2017-12-01 16  2018-12-01 20  2019-09-01 15  2020-04-01 6
  2021-01-01 8  2022-06-01 8  2025-08-01 8  2025-12-15 14  2026-02-28 14`);
/** How hard the ends of months and quarters press, 1 where reserves were scarce. */
const PRESSURE = landmarks(`
  2018-04-02 1  2019-09-01 1.6  2020-05-01 0.1  2022-12-01 0.2  2024-06-01 0.7  2025-10-15 1.5  2026-02-28 0.8`);

/** Days that everybody remembers, percent a year: as the New York Fed published them. */
const STATED_SOFR = landmarks(`2018-12-31 3  2019-09-16 2.43  2019-09-17 5.25  2019-09-18 2.55`);

/** Repo that the standing facility lent, 10⁹ dollars: quarter ends that were reported; other days are drawn. */
const STATED_SRF = landmarks(`2024-09-30 2.6  2025-06-30 11.1  2025-10-31 50.35  2025-12-31 74.6`);
const SOFR_FROM = parseDay('2018-04-02');
const SRF_FROM = parseDay('2021-07-29');

/** Rates of the money market on each business day, above the lower bound of the Fed's range; and what the standing facility lent. */
export function moneyMarket(stage: Stage): readonly Made[] {
  return [...securedRates(stage), fundsRate(stage), standingRepo(stage)];
}

function lowerBound(days: Int32Array): Float64Array {
  return steps(rateChanges('fed-target-upper'), days).map((rate) => rate - RANGE);
}

function securedRates(stage: Stage): readonly Made[] {
  const days = sessionsOf('sofr', SOFR_FROM, stage.last);
  const floor = lowerBound(days);
  const press = line(PRESSURE, days).map((x, i) => x * endPressure(days, i));
  const above = line(SOFR_ABOVE, days);
  const stray = persistent(days.length, 0.85, stage.noise('sofr'));
  const stated = new Map(STATED_SOFR.map(({ day, level }) => [day, level / 100]));
  const sofr = Float64Array.from(days, (day, i) => {
    const points = (above[i] as number) + 1.2 * (stray[i] as number) + (press[i] as number);
    return stated.get(day) ?? rounded(Math.max(BP, (floor[i] as number) + BP * points));
  });
  const spread = tail(days.length, 6, stage.noise('sofr-99'));
  const highest = sofr.map((x, i) => rounded(x + BP * ((spread[i] as number) + 2 * (press[i] as number))));
  const below = tail(days.length, 2, stage.noise('tgcr'));
  const triparty = sofr.map((x, i) => rounded(Math.max(BP, x - BP * (below[i] as number))));
  return [
    { id: 'sofr', days, values: sofr },
    { id: 'sofr-99', days, values: highest },
    { id: 'tgcr', days, values: triparty },
  ];
}

function fundsRate(stage: Stage): Made {
  const days = sessionsOf('effr', stage.first + 1, stage.last);
  const above = line(EFFR_ABOVE, days);
  const stray = persistent(days.length, 0.9, stage.noise('effr'));
  const values = lowerBound(days).map((floor, i) =>
    rounded(floor + BP * ((above[i] as number) + 0.6 * (stray[i] as number))),
  );
  return { id: 'effr', days, values };
}

function standingRepo(stage: Stage): Made {
  const draws = stage.noise('fed-srf');
  const days = sessionsOf('fed-srf', SRF_FROM, stage.last);
  const press = line(PRESSURE, days);
  const stated = new Map(STATED_SRF.map(({ day, level }) => [day, level]));
  const values = Float64Array.from(days, (day, i) => {
    const [u, size] = [draws.uniform(), Math.abs(draws.shock())];
    const taken = u < 0.25 * Math.max(0, (press[i] as number) - 0.5);
    const drawn = taken ? Math.round(1000 * size * (1 + 0.2 * endPressure(days, i))) / 1000 : 0;
    return 1e9 * (stated.get(day) ?? drawn);
  });
  return { id: 'fed-srf', days, values };
}

/** Basis points by which the last business day of a month, and more so of a quarter, lies above others; half of it a day after. */
function endPressure(days: Int32Array, i: number): number {
  const at = (k: number): number => {
    const [day, next] = [days[k], days[k + 1]];
    if (day === undefined) return 0;
    const [year, month] = civil(day);
    const [, nextMonth] = next === undefined ? [year, month] : civil(next);
    if (next !== undefined && nextMonth === month) return 0;
    if (next === undefined && !/-(28|29|30|31)$/.test(formatDay(day))) return 0;
    return month % 3 === 0 ? 14 : 6;
  };
  return at(i) + 0.5 * at(i - 1);
}

/** A spread that stays above 1: around its mean, never far below. */
function tail(length: number, mean: number, draws: Noise): Float64Array {
  return persistent(length, 0.8, draws).map((x) => clamp(mean * (1 + 0.45 * x), 1, 6 * mean));
}

/** Rates are published in basis points. */
function rounded(rate: number): number {
  return Math.round(rate * 1e4) / 1e4;
}
