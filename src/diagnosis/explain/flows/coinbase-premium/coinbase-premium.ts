import { z } from 'zod';
import { type EpochDay, formatDay } from '../../../../data/time.ts';
import { mean, standardDeviation } from '../../../../math/moments.ts';
import { empiricalCdf } from '../../../../math/rank.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { type Draw, dayAt, drawing, pointsOf, spanOf } from '../../drawing.ts';
import { explainPart } from '../../part.ts';
import { afterFigures, afterSchema, FEWEST_CASES } from '../after.ts';
import { coinOf } from '../etf/coins.ts';
import { readFundSessions } from '../etf/sessions.ts';
import { dipBuying, FEWEST_DIPS } from './dips.ts';
import { PREMIUM_FORMULAS } from './formulas.ts';
import {
  PREMIUM_COINS,
  type PremiumCoin,
  type PremiumDays,
  premiumSeries,
  readPremium,
  TETHER,
  usedPremium,
} from './premium-days.ts';
import { lastAsLow, type Run, signRuns } from './runs.ts';
import { standsSince, turnRule } from './turn.ts';

const YEAR = 365;
const POINTS = 180;
const LAST = [21, 50] as const;
const TURNS = [1, 3] as const;
const HORIZONS = [5, 20] as const;
const UNDONE_WITHIN = 5;

const schema = z.object({
  asset: z.string(),
  /** Latest day with a premium. */
  date: isoDay.nullable(),
  raw: figureSchema,
  corrected: figureSchema,
  /** What the statistics are of. */
  basis: z.enum(['raw', 'corrected']),
  z: figureSchema,
  percentileYear: figureSchema,
  percentileHistory: figureSchema,
  /** Latest earlier day with a premium as low; null: none known. */
  lowestSince: isoDay.nullable(),
  negative: z.array(z.object({ days: z.number().int(), count: figureSchema })),
  streak: z.object({
    sign: z.enum(['below', 'zero', 'above']).nullable(),
    from: isoDay.nullable(),
    days: figureSchema,
    depth: figureSchema,
    depthDate: isoDay.nullable(),
    area: figureSchema,
  }),
  /** The streak among those of its sign that touch the calendar year of the latest day, 1 the longest or deepest; null when there is none. */
  ofYear: z
    .object({
      year: z.number().int(),
      streaks: z.number().int(),
      lengthRank: z.number().int(),
      depthRank: z.number().int(),
    })
    .nullable(),
  turns: z.array(
    z.object({
      closes: z.number().int(),
      on: z.boolean().nullable(),
      since: isoDay.nullable(),
      days: figureSchema,
      triggers: z.number().int(),
      undone: figureSchema,
      after: z.array(afterSchema),
    }),
  ),
  dips: z.object({
    days: z.number().int(),
    latest: isoDay.nullable(),
    premiumRose: figureSchema,
    premiumRoseBase: figureSchema,
    inflowNext: figureSchema,
    inflowNextBase: figureSchema,
    score: figureSchema,
  }),
  /** The premium on which the statistics stand. */
  series: z.object({ dates: z.array(isoDay), premium: z.array(z.number().nullable()) }),
});

const NONE = 'no Coinbase premium is known';
const NO_TETHER = 'no price of Tether in dollars on the day';

/** Whether American buyers pay more than the others: level, streak, turn, and what they do on a dip. */
export const coinbasePremium = explainPart({
  id: 'coinbase-premium',
  title: { 'zh-Hans': 'Coinbase溢价', 'zh-Hant': 'Coinbase溢價', en: 'Coinbase premium' },
  series: [
    ...PREMIUM_COINS.flatMap((coin) => [premiumSeries(coin), `${coin}-usd`, `${coin}-etf-flow-total`]),
    TETHER,
  ],
  covers: (asset) => PREMIUM_COINS.some((coin) => `${coin}-usd` === asset),
  schema,
  formulas: PREMIUM_FORMULAS,
  async compute({ view, asset, figure }) {
    const coin = PREMIUM_COINS.find((one) => `${one}-usd` === asset) ?? 'btc';
    const days = await readPremium(view, coin);
    const sessions = await readFundSessions(view, coinOf(`${coin}-usd`));
    const used = usedPremium(days);
    const draw = drawing(
      figure,
      used.basis === 'raw' ? [premiumSeries(coin)] : [premiumSeries(coin), TETHER],
    );
    const last = used.dates.length - 1;
    const shown = Math.max(0, used.dates.length - POINTS);
    return {
      asset: `${coin}-usd`,
      date: dayAt(used.dates, last),
      ...latestOf(draw, coin, days),
      basis: used.basis,
      ...ranksOf(draw, used),
      ...streakOf(draw, used),
      turns: TURNS.map((n) => turnOf(draw, used, n, days)),
      dips: dipsOf(drawing(figure, [premiumSeries(coin), `${coin}-usd`, `${coin}-etf-flow-total`]), days, {
        flowDates: sessions.dates,
        flows: sessions.total,
      }),
      series: {
        dates: Array.from(used.dates.subarray(shown), formatDay),
        premium: pointsOf(used.values.subarray(shown)),
      },
    };
  },
});

interface Used {
  readonly dates: Int32Array;
  readonly values: Float64Array;
  readonly rows: readonly number[];
}

function latestOf(draw: Draw, coin: PremiumCoin, { dates, raw, corrected }: PremiumDays) {
  const last = dates.length - 1;
  const at = (symbol: string, series: string) => ({ symbol, series, date: formatDay(dates[last]!) });
  const inputs = last < 0 ? [] : [at('p_t', premiumSeries(coin))];
  return {
    raw: draw('raw', raw[last] ?? Number.NaN, 'fraction', 'coinbase-premium', { inputs, why: NONE }),
    corrected: draw('corrected', corrected[last] ?? Number.NaN, 'fraction', 'coinbase-premium-corrected', {
      inputs: last < 0 ? [] : [...inputs, at('u_t', TETHER)],
      why: last < 0 ? NONE : NO_TETHER,
    }),
  };
}

function ranksOf(draw: Draw, { dates, values }: Used) {
  const last = dates.length - 1;
  const latest = values[last] ?? Number.NaN;
  const yearFrom = dates.findIndex((date) => date > dates[last]! - YEAR);
  const before = dates.findIndex((date) => date >= dates[last]! - YEAR);
  const enough = last - yearFrom + 1 >= YEAR && last - before >= YEAR;
  const short = last < 0 ? NONE : `fewer than ${YEAR} days with a premium`;
  const s = enough ? standardDeviation(values, before, last) : Number.NaN;
  const year = enough ? spanOf(dates, yearFrom, last) : { why: short };
  const low = last < 0 ? -1 : lastAsLow(values, last);
  return {
    z: draw(
      'z',
      s > 0 ? (latest - mean(values, before, last)) / s : Number.NaN,
      'sigma',
      'coinbase-premium-z',
      {
        ...(enough ? spanOf(dates, before, last - 1) : {}),
        why: enough ? 'the premium did not vary over the year' : short,
      },
    ),
    percentileYear: draw(
      'percentile-year',
      enough ? empiricalCdf(values.subarray(yearFrom), latest) : Number.NaN,
      'fraction',
      'coinbase-premium-percentile',
      year,
    ),
    percentileHistory: draw(
      'percentile-history',
      enough ? empiricalCdf(values, latest) : Number.NaN,
      'fraction',
      'coinbase-premium-percentile',
      enough ? spanOf(dates, 0, last) : { why: short },
    ),
    lowestSince: dayAt(dates, low),
    negative: LAST.map((n) => {
      const from = dates.findIndex((date) => date > dates[last]! - n);
      const whole = last >= 0 && last - from + 1 === n;
      return {
        days: n,
        count: draw(
          `negative-${n}`,
          whole ? values.subarray(from).filter((value) => value < 0).length : Number.NaN,
          'count',
          'coinbase-premium-negative',
          whole ? spanOf(dates, from, last) : { why: `no premium on each of the last ${n} days` },
        ),
      };
    }),
  };
}

function streakOf(draw: Draw, { dates, values }: Used) {
  const runs = signRuns(dates, values);
  const run = runs.at(-1);
  const of = (path: string, value: number | undefined, unit: 'days' | 'fraction') =>
    draw(
      `streak.${path}`,
      value ?? Number.NaN,
      unit,
      `coinbase-premium-${path === 'days' ? 'streak' : path}`,
      {
        ...(run ? spanOf(dates, run.from, run.to) : {}),
        why: NONE,
      },
    );
  return {
    streak: {
      sign: run ? (['below', 'zero', 'above'] as const)[run.sign + 1]! : null,
      from: run ? dayAt(dates, run.from) : null,
      days: of('days', run && run.to - run.from + 1, 'days'),
      depth: of('depth', run?.extreme, 'fraction'),
      depthDate: run ? dayAt(dates, run.extremeRow) : null,
      area: of('area', run?.area, 'fraction'),
    },
    ofYear: run ? rankInYear(dates, runs, run) : null,
  };
}

function rankInYear(dates: Int32Array, runs: readonly Run[], run: Run) {
  const yearOf = (day: EpochDay) => Number(formatDay(day).slice(0, 4));
  const year = yearOf(dates[run.to]!);
  const same = runs.filter(({ sign, to }) => sign === run.sign && yearOf(dates[to]!) === year);
  const rank = (of: (one: Run) => number) => 1 + same.filter((one) => of(one) > of(run)).length;
  return {
    year,
    streaks: same.length,
    lengthRank: rank(({ from, to }) => to - from),
    depthRank: rank(({ extreme }) => Math.abs(extreme)),
  };
}

function turnOf(draw: Draw, { dates, values, rows }: Used, n: number, { price }: PremiumDays) {
  const rule = turnRule(dates, values, n);
  const last = dates.length - 1;
  const on = rule.on[last];
  const since = on === undefined ? -1 : standsSince(rule);
  const path = `turn-${n}`;
  const params = { n };
  const whole = rule.triggers.filter((row) => dates[row]! + UNDONE_WITHIN <= dates[last]!);
  const undone = whole.filter((row) =>
    values
      .subarray(row + 1)
      .some((value, k) => value < 0 && dates[row + 1 + k]! <= dates[row]! + UNDONE_WITHIN),
  );
  const enough = whole.length >= FEWEST_CASES;
  const triggers = new Set(rule.triggers);
  return {
    closes: n,
    on: on ?? null,
    since: dayAt(dates, since),
    days: draw(`${path}.days`, since < 0 ? Number.NaN : last - since + 1, 'days', 'premium-turn-days', {
      params,
      why: `no premium on each of the last ${n} days`,
    }),
    triggers: rule.triggers.length,
    undone: draw(
      `${path}.undone`,
      enough ? undone.length / whole.length : Number.NaN,
      'fraction',
      'premium-turn-failed',
      { params, why: `fewer than ${FEWEST_CASES} past cases` },
    ),
    after: afterFigures(
      draw,
      path,
      {
        dates,
        price: valuesAt(price, rows),
        defined: (row) => rule.on[row] !== undefined,
        isCase: (row) => triggers.has(row),
      },
      HORIZONS,
    ),
  };
}

function dipsOf(
  draw: Draw,
  { dates, raw, price }: PremiumDays,
  funds: { readonly flowDates: Int32Array; readonly flows: Float64Array },
) {
  const last = dates.length - 1;
  const from = Math.max(
    0,
    dates.findIndex((date) => date >= dates[last]! - YEAR),
  );
  const cut = (values: Float64Array) => values.slice(from);
  const found = dipBuying({
    dates: dates.slice(from),
    premium: cut(raw),
    returns: dailyReturns(dates, price).slice(from),
    ...funds,
  });
  const { premiumRose, inflowNext } = found;
  const window = last < 0 ? {} : spanOf(dates, from, last);
  const why = `fewer than ${FEWEST_DIPS} dips in the year`;
  const of = (path: string, value: number, cases: number, formula: string) =>
    draw(`dips.${path}`, cases >= FEWEST_DIPS ? value : Number.NaN, 'fraction', formula, {
      ...window,
      params: { cases },
      why,
    });
  const enough = Math.min(premiumRose.dipCases, inflowNext.dipCases) >= FEWEST_DIPS;
  return {
    days: found.dips.length,
    latest: dayAt(dates, found.dips.length === 0 ? -1 : from + found.dips.at(-1)!),
    premiumRose: of('premium-rose', premiumRose.dips, premiumRose.dipCases, 'dip-premium-share'),
    premiumRoseBase: of('premium-rose-base', premiumRose.all, premiumRose.allCases, 'dip-premium-share'),
    inflowNext: of('inflow-next', inflowNext.dips, inflowNext.dipCases, 'dip-inflow-share'),
    inflowNextBase: of('inflow-next-base', inflowNext.all, inflowNext.allCases, 'dip-inflow-share'),
    score: draw('dips.score', enough ? found.score : Number.NaN, 'score', 'dip-score', {
      ...window,
      flags: ['unproven'],
      why,
    }),
  };
}

/** P_t/P_{t−1} − 1 from one day to the next; NaN after a missing day. */
function dailyReturns(dates: Int32Array, price: Float64Array): Float64Array {
  return price.map((now, t) =>
    t > 0 && dates[t] === dates[t - 1]! + 1 ? now / price[t - 1]! - 1 : Number.NaN,
  );
}
