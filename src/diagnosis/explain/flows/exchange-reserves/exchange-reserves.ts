import { z } from 'zod';
import type { FigureFlag, FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import { dayOf, type EpochDay, formatDay, type Instant } from '../../../../data/time.ts';
import { normalQuantile } from '../../../../math/distributions.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import {
  afterFigures,
  afterSchema,
  FEWEST_CASES,
  forwardReturns,
  groupDifference,
  overlapLag,
} from '../after.ts';
import { LEVEL } from '../etf/slope.ts';
import { valueOn } from '../growth.ts';
import { RESERVE_FORMULAS } from './formulas.ts';
import { monthlyNet } from './months.ts';

const RESERVE = 'btc-exchange-reserve';
const PRICE = 'btc-usd';
const FUNDS = 'btc-fund-holdings';
const VENUES = ['coinbase', 'binance', 'kraken', 'okx', 'bitfinex'] as const;
const CHANGES = [30, 90, 365] as const;
const HORIZONS = [1, 5, 20, 60] as const;
const MONTHS = 12;
const CHART_DAYS = 3 * 365;
const CHART_STEP = 7;
/** Days after which the latest reserve is called old. */
const FRESH = 7;

const changeSchema = z.object({ days: z.number().int(), net: figureSchema, growth: figureSchema });

const schema = z.object({
  /** Latest day with a reserve, and how many days it lies before the instant. */
  date: isoDay.nullable(),
  ageDays: z.number().int().nullable(),
  level: figureSchema,
  fromPeak: figureSchema,
  peakDate: isoDay.nullable(),
  changes: z.array(changeSchema),
  months: z.array(
    z.object({
      month: z.string(),
      complete: z.boolean(),
      net: figureSchema,
      price: z.number().nullable(),
      value: figureSchema,
    }),
  ),
  /** Exchanges with a value, each on its own latest day. */
  venues: z.array(
    z.object({ venue: z.enum(VENUES), date: isoDay, level: figureSchema, net30: figureSchema }),
  ),
  /** Where the coins of a year went. */
  migration: z.object({
    date: isoDay.nullable(),
    left: figureSchema,
    toFunds: figureSchema,
    elsewhere: figureSchema,
  }),
  /** What the price did after days of inflow and after days of outflow. */
  signs: z.object({
    inflow: z.array(afterSchema),
    outflow: z.array(afterSchema),
    difference: z.array(z.object({ days: z.number().int(), value: figureSchema })),
    /** Which reading the difference at 20 days speaks for; `neither`: its band holds 0. */
    speaksFor: z.enum(['inflow-before-falls', 'inflow-before-rises', 'neither']).nullable(),
  }),
  /** Every seventh day of three years, coins. */
  series: z.object({ dates: z.array(isoDay), reserve: z.array(z.number().nullable()) }),
});

const NONE = 'no exchange reserve is known';

/** Bitcoin on exchanges: level, months, venues, where it went; and whether either sign of its flow said anything of the price. */
export const exchangeReserves = explainPart({
  id: 'exchange-reserves',
  title: { 'zh-Hans': '交易所储备', 'zh-Hant': '交易所儲備', en: 'Exchange reserves' },
  series: [RESERVE, ...VENUES.map((venue) => `${RESERVE}-${venue}`), FUNDS, PRICE],
  covers: (asset) => asset === PRICE,
  schema,
  formulas: RESERVE_FORMULAS,
  async compute({ view, figure }) {
    const panel = await view.panel({ ids: [RESERVE, PRICE], join: 'first' });
    const all = await view.seriesMany([FUNDS, ...VENUES.map((venue) => `${RESERVE}-${venue}`)]);
    const { dates } = panel;
    const [reserve, price] = panel.columns.map(({ values }) => values) as [Float64Array, Float64Array];
    const last = dates.length - 1;
    const age = last < 0 ? null : dayOf(view.instant - 1) - dates[last]!;
    const flags: readonly FigureFlag[] = age !== null && age > FRESH ? ['stale'] : [];
    const draw = drawing(figure, [RESERVE]);
    return {
      date: dayAt(dates, last),
      ageDays: age,
      ...levelOf(draw, dates, reserve, flags),
      months: monthsOf(drawing(figure, [RESERVE, PRICE]), dates, reserve, price, flags),
      venues: VENUES.flatMap((venue) => venueOf(figure, all, venue, view.instant)),
      migration: migrationOf(drawing(figure, [RESERVE, FUNDS]), dates, reserve, all.get(FUNDS), flags),
      signs: signsOf(drawing(figure, [RESERVE, PRICE]), dates, reserve, price),
      series: chartOf(dates, reserve),
    };
  },
});

function levelOf(draw: Draw, dates: Int32Array, reserve: Float64Array, flags: readonly FigureFlag[]) {
  const last = dates.length - 1;
  const now = reserve[last] ?? Number.NaN;
  const peak = reserve.reduce((best, value, row) => (value > reserve[best]! ? row : best), 0);
  const before = (h: number) => (last < 0 ? Number.NaN : valueOn(dates, reserve, dates[last]! - h));
  const why = (h: number) => (last < 0 ? NONE : `no reserve ${h} days before the latest`);
  return {
    level: draw('level', now, 'btc', 'exchange-reserve', { flags, why: NONE }),
    fromPeak: draw(
      'from-peak',
      last < 0 ? Number.NaN : now / reserve[peak]! - 1,
      'fraction',
      'exchange-reserve-growth',
      {
        flags,
        why: NONE,
      },
    ),
    peakDate: dayAt(dates, peak),
    changes: CHANGES.map((h) => ({
      days: h,
      net: draw(`change-${h}.net`, now - before(h), 'btc', 'exchange-reserve-change', {
        params: { h },
        flags,
        why: why(h),
      }),
      growth: draw(`change-${h}.growth`, now / before(h) - 1, 'fraction', 'exchange-reserve-growth', {
        params: { h },
        flags,
        why: why(h),
      }),
    })),
  };
}

function monthsOf(
  draw: Draw,
  dates: Int32Array,
  reserve: Float64Array,
  price: Float64Array,
  flags: readonly FigureFlag[],
) {
  return monthlyNet(dates, reserve, price)
    .slice(-MONTHS)
    .map(({ month, net, price: mean, complete }) => ({
      month,
      complete,
      net: draw(`month.${month}.net`, net, 'btc', 'exchange-reserve-month', { flags }),
      price: Number.isFinite(mean) ? mean : null,
      value: draw(`month.${month}.value`, net * mean, 'usd', 'exchange-reserve-value', {
        flags,
        why: 'no price in the month',
      }),
    }));
}

function venueOf(
  figure: FigureMaker,
  all: ReadonlyMap<string, Series>,
  venue: (typeof VENUES)[number],
  instant: Instant,
) {
  const id = `${RESERVE}-${venue}`;
  const { dates, values } = all.get(id)!;
  const last = dates.length - 1;
  if (last < 0) return [];
  const flags: readonly FigureFlag[] = dayOf(instant - 1) - dates[last]! > FRESH ? ['stale'] : [];
  const draw = drawing(figure, [id]);
  const net = values[last]! - valueOn(dates, values, dates[last]! - 30);
  return [
    {
      venue,
      date: formatDay(dates[last]!),
      level: draw(`venue.${venue}.level`, values[last]!, 'btc', 'exchange-reserve', { flags }),
      net30: draw(`venue.${venue}.net-30`, net, 'btc', 'exchange-reserve-change', {
        params: { h: 30 },
        flags,
        why: 'no reserve 30 days before the latest',
      }),
    },
  ];
}

const MIGRATION_DAYS = 365;

function migrationOf(
  draw: Draw,
  dates: Int32Array,
  reserve: Float64Array,
  funds: Series | undefined,
  flags: readonly FigureFlag[],
) {
  const day = Math.min(dates.at(-1) ?? Number.NaN, funds?.dates.at(-1) ?? Number.NaN);
  const of = (at: EpochDay) => ({
    reserve: valueOn(dates, reserve, at),
    funds: funds ? valueOn(funds.dates, funds.values, at) : Number.NaN,
  });
  const [now, before] = [of(day), of(day - MIGRATION_DAYS)];
  const [left, toFunds] = [before.reserve - now.reserve, now.funds - before.funds];
  const why = 'no day and its day a year before with both reserves and fund holdings';
  return {
    date: Number.isFinite(left + toFunds) ? formatDay(day) : null,
    left: draw('migration.left', left, 'btc', 'exchange-left', { flags, why }),
    toFunds: draw('migration.to-funds', toFunds, 'btc', 'exchange-to-funds', { flags, why }),
    elsewhere: draw('migration.elsewhere', left - toFunds, 'btc', 'exchange-elsewhere', { flags, why }),
  };
}

function signsOf(draw: Draw, dates: Int32Array, reserve: Float64Array, price: Float64Array) {
  const net = reserve.map((now, row) =>
    row > 0 && dates[row] === dates[row - 1]! + 1 ? now - reserve[row - 1]! : Number.NaN,
  );
  const after = (path: string, isCase: (row: number) => boolean) =>
    afterFigures(
      draw,
      path,
      { dates, price, defined: (row) => Number.isFinite(net[row]!), isCase },
      HORIZONS,
    );
  const difference = HORIZONS.map((h) => ({ days: h, value: differenceOf(draw, dates, net, price, h) }));
  return {
    inflow: after('inflow', (row) => net[row]! > 0),
    outflow: after('outflow', (row) => net[row]! < 0),
    difference,
    speaksFor: speaksFor(difference.find(({ days }) => days === 20)!.value),
  };
}

function differenceOf(draw: Draw, dates: Int32Array, net: Float64Array, price: Float64Array, h: number) {
  const values = forwardReturns(dates, price, h);
  const known = [...values.keys()].filter((row) => Number.isFinite(values[row]! + net[row]!));
  const lag = overlapLag(h, known.length);
  const found = groupDifference(values, (row) => (net[row]! > 0 ? 1 : net[row]! < 0 ? 0 : undefined), lag);
  const reach = normalQuantile((1 + LEVEL) / 2) * (found?.error ?? Number.NaN);
  return draw(`difference-${h}`, found?.difference ?? Number.NaN, 'fraction', 'exchange-sign-difference', {
    params: { h },
    flags: ['unproven'],
    why: `fewer than ${FEWEST_CASES} past cases`,
    ...(found
      ? {
          ...spanOf(dates, known[0]!, known.at(-1)!, found.n),
          band: {
            low: found.difference - reach,
            high: found.difference + reach,
            level: LEVEL,
            how: `Newey–West, lag ${lag}`,
          },
        }
      : {}),
  });
}

function speaksFor({ value, band }: ReturnType<FigureMaker>) {
  if (value === null || !band) return null;
  if (band.high < 0) return 'inflow-before-falls' as const;
  return band.low > 0 ? ('inflow-before-rises' as const) : ('neither' as const);
}

function chartOf(dates: Int32Array, reserve: Float64Array) {
  const last = dates.length - 1;
  const rows = [...dates.keys()].filter((row) => last - row < CHART_DAYS && (last - row) % CHART_STEP === 0);
  return {
    dates: rows.map((row) => formatDay(dates[row]!)),
    reserve: pointsOf(valuesAt(reserve, rows)),
  };
}
