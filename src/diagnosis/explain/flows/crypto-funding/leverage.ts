import { z } from 'zod';
import type { FigureFlag, FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import { type EpochDay, epochDay, formatDay, weekdayOf } from '../../../../data/time.ts';
import type { BaseUnit } from '../../../../data/unit.ts';
import { quantile } from '../../../../math/quantile.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { drawing } from '../../drawing.ts';
import { coinSupply } from './coin-supply.ts';

export const LEVERAGE = [
  'open-interest',
  'open-interest-binance',
  'open-interest-share',
  'leverage-ratio',
  'margin-longs',
  'margin-shorts',
  'defi-tvl',
  'basis-annual',
] as const;

export const leverageSchema = z.object({
  id: z.enum(LEVERAGE),
  date: isoDay.nullable(),
  value: figureSchema,
  /** Against 30 days before. */
  change: figureSchema,
});

const PRICE = 'btc-usd';
const OPEN_INTEREST = 'btc-open-interest';
const RESERVE = 'btc-exchange-reserve';
const FRONT = 'btc-cme-front';
/** Made here: median annual basis of the last sessions. */
const BASIS = 'basis-annual';

type Line = Pick<Series, 'dates' | 'values'>;

interface Row {
  readonly unit: BaseUnit;
  readonly series: readonly string[];
  /** What its values are taken from, where that is not the series themselves. */
  readonly from?: readonly string[];
  readonly flags?: readonly FigureFlag[];
  /** Value on a day on which every series has one. */
  readonly of: (day: EpochDay, values: readonly number[]) => number;
}

const first = (_day: EpochDay, [x]: readonly number[]) => x!;

const ROWS: Readonly<Record<(typeof LEVERAGE)[number], Row>> = {
  'open-interest': { unit: 'usd', series: [OPEN_INTEREST], of: first },
  'open-interest-binance': { unit: 'usd', series: ['btc-open-interest-binance'], of: first },
  'open-interest-share': {
    unit: 'fraction',
    series: [OPEN_INTEREST, PRICE],
    flags: ['proxy'],
    of: (day, [interest, price]) => interest! / (price! * coinSupply(day)),
  },
  'leverage-ratio': {
    unit: 'ratio',
    series: [OPEN_INTEREST, RESERVE, PRICE],
    of: (_day, [interest, reserve, price]) => interest! / (reserve! * price!),
  },
  'margin-longs': { unit: 'btc', series: ['btc-margin-longs'], of: first },
  'margin-shorts': { unit: 'btc', series: ['btc-margin-shorts'], of: first },
  'defi-tvl': { unit: 'usd', series: ['defi-tvl'], of: first },
  'basis-annual': {
    unit: 'fraction-per-year',
    series: [FRONT, PRICE],
    from: [BASIS],
    flags: ['proxy'],
    of: first,
  },
};

export const LEVERAGE_SERIES: readonly string[] = [
  ...new Set(Object.values(ROWS).flatMap(({ series }) => series)),
];

const NEAR_EXPIRY = 5;
const FRESH = 7;
const CHANGE_DAYS = 30;

/** (F/S − 1) · 365/d, d days to the last Friday on which the contract expires; NaN within 5 days of it. */
export function annualBasis(day: EpochDay, front: number, spot: number): number {
  const left = expiryOf(day) - day;
  return left < NEAR_EXPIRY ? Number.NaN : ((front / spot - 1) * 365) / left;
}

/** Last Friday of the month of a day, or of the month after when that has passed. */
export function expiryOf(day: EpochDay): EpochDay {
  const [year, month] = formatDay(day).split('-').map(Number) as [number, number];
  const here = lastFriday(year, month);
  if (here >= day) return here;
  return month === 12 ? lastFriday(year + 1, 1) : lastFriday(year, month + 1);
}

function lastFriday(year: number, month: number): EpochDay {
  const end = (month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1)) - 1;
  return end - ((weekdayOf(end) + 2) % 7);
}

const BASIS_SESSIONS = 20;

/** Median of the annual basis over the last 20 sessions on which it is defined: front and spot close hours apart, and one day says little. */
export function medianBasis(front: Line, spot: Line): Line {
  const rows: { date: EpochDay; basis: number }[] = [];
  for (const [row, date] of front.dates.entries()) {
    const at = rowAtOrBefore(spot.dates, date);
    const basis =
      spot.dates[at] === date ? annualBasis(date, front.values[row]!, spot.values[at]!) : Number.NaN;
    if (Number.isFinite(basis)) rows.push({ date, basis });
  }
  const basis = Float64Array.from(rows, (row) => row.basis);
  const ends = [...rows.keys()].filter((row) => row + 1 >= BASIS_SESSIONS);
  return {
    dates: Int32Array.from(ends, (row) => rows[row]!.date),
    values: Float64Array.from(ends, (row) => quantile(basis, 0.5, row + 1 - BASIS_SESSIONS, row + 1)),
  };
}

/** The stack of leverage, each row at the latest day on which all it needs is known; old rows are flagged so. */
export function leverageOf(
  figure: FigureMaker,
  read: ReadonlyMap<string, Series>,
  today: EpochDay,
): z.infer<typeof leverageSchema>[] {
  const all = new Map<string, Line>([...read, [BASIS, medianBasis(read.get(FRONT)!, read.get(PRICE)!)]]);
  return LEVERAGE.map((id) => {
    const row = ROWS[id];
    const draw = drawing(figure, row.series);
    const at = valuesOf(row, all, today);
    const before = at ? valueAtOrBefore(row, all, at.date - CHANGE_DAYS) : undefined;
    const flags = [...(row.flags ?? []), ...(at && today - at.date > FRESH ? (['stale'] as const) : [])];
    const path = `leverage.${id}`;
    const isRate = row.unit === 'fraction-per-year';
    const change =
      at && before ? (isRate ? at.value - before.value : at.value / before.value - 1) : Number.NaN;
    return {
      id,
      date: at ? formatDay(at.date) : null,
      value: draw(path, at?.value ?? Number.NaN, row.unit, id, { flags, why: 'none of its days is known' }),
      change: draw(`${path}.change`, change, isRate ? row.unit : 'fraction', 'leverage-change', {
        flags,
        why: at ? 'no value 30 days before the latest' : 'none of its days is known',
      }),
    };
  });
}

/** Latest day at or before `day`, at most 7 days back. */
function valueAtOrBefore(row: Row, all: ReadonlyMap<string, Line>, day: EpochDay) {
  const found = valuesOf(row, all, day);
  return found && day - found.date <= FRESH && found.value !== 0 ? found : undefined;
}

const LOOKED_BACK = 40;

/** The latest day at or before `day` on which every series has a value and the row is defined. */
function valuesOf(row: Row, all: ReadonlyMap<string, Line>, day: EpochDay) {
  const series = (row.from ?? row.series).map((id) => all.get(id)!);
  const ends = series.map(({ dates }) => dates[rowAtOrBefore(dates, day)] ?? Number.NaN);
  let date = Math.min(...ends);
  for (let tried = 0; tried < LOOKED_BACK && Number.isFinite(date); tried++, date--) {
    const values = series.map(({ dates, values: own }) => {
      const at = rowAtOrBefore(dates, date);
      return dates[at] === date ? own[at]! : Number.NaN;
    });
    const value = values.every(Number.isFinite) ? row.of(date, values) : Number.NaN;
    if (Number.isFinite(value)) return { date, value };
  }
  return undefined;
}
