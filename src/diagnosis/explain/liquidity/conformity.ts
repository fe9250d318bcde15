import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import { epochDay, formatDay } from '../../../data/time.ts';
import { studentTQuantile } from '../../../math/distributions.ts';
import { engleGranger } from '../../../measures/cointegration.ts';
import { leadLagBand } from '../../../measures/lead-lag.ts';
import { isRefused } from '../../../measures/refused.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { rowAtOrBefore } from '../../history.ts';
import { type Draw, drawing, pointsOf, spanOf } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { CONFORMITY_FORMULAS } from './conformity-formulas.ts';
import {
  type ConformityTest,
  conformityTest,
  DRAWS,
  LEAST_WEEKS,
  pOf,
  SEED,
  SIZE,
} from './conformity-test.ts';
import { USD_LIQUIDITY } from './usd-liquidity.ts';
import {
  FOLLOWERS,
  followersOf,
  isPriced,
  logChanges,
  type WeeklyGrid,
  weeklyGrid,
} from './weekly-assets.ts';

const YEARS = 6;
const SHOWN_HORIZONS = [0, 4, 13] as const;
const CHART_WEEKS = 105;
/** Days before 31 December within which the last Wednesday of a year must lie. */
const YEAR_END = 7;
const LEVEL = 0.95;

const numbers = z.array(z.number().nullable());

const yearRow = z.object({
  year: z.number().int(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  /** The year is over. */
  whole: z.boolean(),
  liquidity: figureSchema,
  price: figureSchema,
  /** Same sign; null where one of the two is not known. */
  agrees: z.boolean().nullable(),
  correlation: figureSchema,
});

const assetRow = z.object({
  asset: z.string(),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  verdict: z.enum(['signal', 'no-signal', 'too-short']),
  /** Which comes first, and whether they go the same way, by the largest correlation; told where there is a signal. */
  lead: z.enum(['liquidity-first', 'same-week', 'asset-first']).nullable(),
  sameWay: z.boolean().nullable(),
  p: figureSchema,
  years: z.array(yearRow),
  agreement: z.object({ share: figureSchema, byChance: figureSchema }),
  leadLag: z.object({
    lag: z.number().int().nullable(),
    r: figureSchema,
    critical: figureSchema,
    p: figureSchema,
  }),
  /** Every r_k, −12 … 12. */
  lags: z.object({ weeks: z.array(z.number().int()), r: numbers }),
  responses: z.array(z.object({ weeks: z.number().int(), beta: figureSchema })),
  responseP: figureSchema,
  cointegration: z.object({ statistic: figureSchema, critical: figureSchema, p: figureSchema }),
  forecast: z.object({ gain: figureSchema, p: figureSchema }),
});

const schema = z.object({
  assets: z.array(assetRow),
  /** Two years of Wednesdays, the first known value 100. */
  history: z.object({
    dates: z.array(isoDay),
    liquidity: numbers,
    assets: z.array(z.object({ asset: z.string(), values: numbers })),
  }),
  /** What the numbers are: never more than an association. */
  standing: z.literal('association'),
});

/** Which asset goes with net liquidity: signs of the years, weekly changes before and after, levels, and forecasts. */
export const conformity = explainPart({
  id: 'conformity',
  title: {
    'zh-Hans': '哪些资产跟随流动性',
    'zh-Hant': '哪些資產跟隨流動性',
    en: 'Which asset follows liquidity',
  },
  series: [...USD_LIQUIDITY, ...FOLLOWERS],
  covers: isPriced,
  schema,
  formulas: CONFORMITY_FORMULAS,
  async compute({ view, asset, figure }) {
    const ids = followersOf(asset);
    const all = await view.seriesMany([...USD_LIQUIDITY, ...ids]);
    const grid = weeklyGrid(all);
    const thisYear = new Date(view.instant).getUTCFullYear();
    return {
      assets: ids.map((id) => assetFigures(id, grid, thisYear, figure)),
      history: historyOf(grid, ids),
      standing: 'association' as const,
    };
  },
});

function assetFigures(id: string, grid: WeeklyGrid, thisYear: number, figure: FigureMaker) {
  const draw = drawing((draft) => figure({ ...draft, path: `${id}.${draft.path}` }), [...USD_LIQUIDITY, id]);
  const [x, y] = [logChanges(grid.liquidity), grid.change(id)];
  const test = conformityTest(x, y);
  const rows = [...y.keys()].filter((t) => !Number.isNaN(x[t]! + y[t]!));
  const span = rows.length > 0 ? spanOf(grid.dates, rows[0]!, rows.at(-1)!, rows.length) : {};
  const why = whyShort(id);
  const years = Array.from({ length: YEARS }, (_, back) =>
    yearFigures(id, grid, thisYear - YEARS + 1 + back, thisYear, draw),
  );
  const best = test.leadLag?.best;
  const told = test.verdict === 'signal' && best;
  return {
    asset: id,
    from: rows.length > 0 ? formatDay(grid.dates[rows[0]!]!) : null,
    to: rows.length > 0 ? formatDay(grid.dates[rows.at(-1)!]!) : null,
    verdict: test.verdict,
    lead: told ? leadOf(best.lag) : null,
    sameWay: told ? best.r > 0 : null,
    p: draw('p', test.p, 'fraction', 'conformity-p', { ...span, params: { size: SIZE }, why }),
    years,
    agreement: agreementFigures(grid, id, thisYear, draw),
    ...searchFigures(x, y, test, draw, why),
    ...responseFigures(test, draw, why),
    cointegration: cointegrationFigures(id, grid, draw),
    forecast: {
      gain: draw('gain', test.forecast?.gain ?? Number.NaN, 'fraction', 'conformity-gain', {
        ...(test.forecast ? { params: { forecasts: test.forecast.forecasts } } : {}),
        why,
      }),
      p: draw('gain-p', test.forecast?.p ?? Number.NaN, 'fraction', 'conformity-gain-p', { why }),
    },
  };
}

function whyShort(id: string): string {
  return `fewer than ${LEAST_WEEKS} weeks with a change of both liquidity and ${id}`;
}

function leadOf(lag: number) {
  if (lag === 0) return 'same-week' as const;
  return lag > 0 ? ('liquidity-first' as const) : ('asset-first' as const);
}

/** Rows of the last Wednesdays of the year before and of the year, or the latest one of a year that is not over. */
function yearRows({ dates }: WeeklyGrid, year: number, thisYear: number): [number, number] | undefined {
  const at = (day: number, oldest: number) => {
    const row = rowAtOrBefore(dates, day);
    return row >= 0 && dates[row]! >= day - oldest ? row : -1;
  };
  const begin = at(epochDay(year - 1, 12, 31), YEAR_END);
  const end = year < thisYear ? at(epochDay(year, 12, 31), YEAR_END) : dates.length - 1;
  return begin >= 0 && end > begin ? [begin, end] : undefined;
}

function yearChange(values: Float64Array, rows: [number, number] | undefined): number {
  return rows ? values[rows[1]]! / values[rows[0]]! - 1 : Number.NaN;
}

function yearFigures(id: string, grid: WeeklyGrid, year: number, thisYear: number, draw: Draw) {
  const rows = yearRows(grid, year, thisYear);
  const [from, to] = rows ?? [];
  const liquidity = yearChange(grid.liquidity, rows);
  const price = yearChange(grid.price(id), rows);
  const window = rows ? spanOf(grid.dates, rows[0], rows[1], rows[1] - rows[0]) : {};
  const why = `no value of net liquidity or ${id} at both ends of ${year}`;
  const cut = (values: Float64Array) =>
    rows ? values.subarray(rows[0] + 1, rows[1] + 1) : values.subarray(0, 0);
  const [x, y] = [cut(logChanges(grid.liquidity)), cut(grid.change(id))];
  const within = leadLagBand(x, y, 0, { draws: DRAWS, seed: SEED }, LEVEL);
  return {
    year,
    from: from === undefined ? null : formatDay(grid.dates[from]!),
    to: to === undefined ? null : formatDay(grid.dates[to]!),
    whole: year < thisYear,
    liquidity: draw(`${year}.liquidity`, liquidity, 'fraction', 'conformity-year-change', { ...window, why }),
    price: draw(`${year}.price`, price, 'fraction', 'conformity-year-change', { ...window, why }),
    agrees: Number.isNaN(liquidity + price) ? null : Math.sign(liquidity) === Math.sign(price),
    correlation: draw(
      `${year}.correlation`,
      isRefused(within) ? Number.NaN : within.value,
      'ratio',
      'conformity-correlation',
      {
        ...window,
        ...(isRefused(within) ? {} : { band: bandOf(within) }),
        why: `fewer than 30 weeks of ${year} with a change of both liquidity and ${id}`,
      },
    ),
  };
}

function bandOf({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high, level: LEVEL, how: `stationary bootstrap of the weeks, ${DRAWS} draws` };
}

/** Over every whole year that both have, not only those shown. */
function agreementFigures(grid: WeeklyGrid, id: string, thisYear: number, draw: Draw) {
  const first = grid.dates.length === 0 ? thisYear : Number(formatDay(grid.dates[0]!).slice(0, 4));
  const price = grid.price(id);
  const pairs = Array.from({ length: Math.max(0, thisYear - first) }, (_, k) => {
    const rows = yearRows(grid, first + k, thisYear);
    return [yearChange(grid.liquidity, rows), yearChange(price, rows)] as const;
  }).filter(([a, b]) => !Number.isNaN(a + b));
  const share = (holds: (pair: readonly [number, number]) => boolean) =>
    pairs.filter(holds).length / pairs.length;
  const [u, v] = [share(([a]) => a > 0), share(([, b]) => b > 0)];
  const rest = { params: { years: pairs.length }, why: `no whole year with both net liquidity and ${id}` };
  return {
    share: draw(
      'agreement',
      share(([a, b]) => Math.sign(a) === Math.sign(b)),
      'fraction',
      'conformity-agreement',
      rest,
    ),
    byChance: draw(
      'agreement-base',
      u * v + (1 - u) * (1 - v),
      'fraction',
      'conformity-agreement-base',
      rest,
    ),
  };
}

function searchFigures(
  x: Float64Array,
  y: Float64Array,
  { leadLag }: ConformityTest,
  draw: Draw,
  why: string,
) {
  const best = leadLag?.best;
  const found = best && leadLagBand(x, y, best.lag, { draws: DRAWS, seed: SEED }, LEVEL);
  const band = found && !isRefused(found) ? { band: bandOf(found) } : {};
  return {
    leadLag: {
      lag: best?.lag ?? null,
      r: draw('lead-lag', best?.r ?? Number.NaN, 'ratio', 'conformity-lead-lag', {
        ...(best ? { params: { lag: best.lag } } : {}),
        ...band,
        why,
      }),
      critical: draw(
        'lead-lag-critical',
        leadLag?.critical ?? Number.NaN,
        'ratio',
        'conformity-lead-lag-critical',
        { why },
      ),
      p: draw('lead-lag-p', leadLag?.p ?? Number.NaN, 'fraction', 'conformity-lead-lag-p', { why }),
    },
    lags: {
      weeks: leadLag?.lags.map(({ lag }) => lag) ?? [],
      r: leadLag?.lags.map(({ r }) => r) ?? [],
    },
  };
}

function responseFigures({ responses }: ConformityTest, draw: Draw, why: string) {
  const least = responses.reduce((low, one) => Math.min(low, pOf(one)), 1);
  return {
    responses: SHOWN_HORIZONS.map((weeks) => {
      const found = responses.find(({ h }) => h === weeks);
      const reach = found
        ? studentTQuantile((1 + LEVEL) / 2, found.rows / (weeks + 1)) * found.standardError
        : 0;
      return {
        weeks,
        beta: draw(`response-${weeks}w`, found?.beta ?? Number.NaN, 'ratio', 'conformity-response', {
          params: { weeks },
          ...(found
            ? {
                band: {
                  low: found.beta - reach,
                  high: found.beta + reach,
                  level: LEVEL,
                  how: `Newey–West, ${weeks} lags`,
                },
              }
            : {}),
          why,
        }),
      };
    }),
    responseP: draw(
      'response-p',
      responses.length === 0 ? Number.NaN : Math.min(1, responses.length * least),
      'fraction',
      'conformity-response-p',
      { params: { horizons: responses.length }, why },
    ),
  };
}

function cointegrationFigures(id: string, grid: WeeklyGrid, draw: Draw) {
  const price = grid.price(id);
  const rows = [...grid.dates.keys()].filter((t) => grid.liquidity[t]! > 0 && price[t]! > 0);
  const logs = (values: Float64Array) => Float64Array.from(rows, (t) => Math.log(values[t]!));
  const test = rows.length < LEAST_WEEKS ? undefined : engleGranger(logs(price), logs(grid.liquidity));
  const found = test && !isRefused(test) ? test : undefined;
  const rest = {
    ...(found
      ? { ...spanOf(grid.dates, rows[0]!, rows.at(-1)!, rows.length), params: { lags: found.lags } }
      : {}),
    why: `fewer than ${LEAST_WEEKS} weeks with both liquidity and ${id}, or one that does not vary`,
  };
  return {
    statistic: draw(
      'cointegration',
      found?.statistic ?? Number.NaN,
      'ratio',
      'conformity-cointegration',
      rest,
    ),
    critical: draw(
      'cointegration-critical',
      found?.critical.at5 ?? Number.NaN,
      'ratio',
      'conformity-cointegration-critical',
      rest,
    ),
    p: draw('cointegration-p', found?.p ?? Number.NaN, 'fraction', 'conformity-cointegration-p', rest),
  };
}

function historyOf(grid: WeeklyGrid, ids: readonly string[]) {
  const from = Math.max(0, grid.dates.length - CHART_WEEKS);
  const indexed = (values: Float64Array) => {
    const shown = values.subarray(from);
    const first = shown.find((value) => !Number.isNaN(value)) ?? Number.NaN;
    return pointsOf(shown.map((value) => (100 * value) / first));
  };
  return {
    dates: Array.from(grid.dates.subarray(from), formatDay),
    liquidity: indexed(grid.liquidity),
    assets: ids.map((id) => ({ asset: id, values: indexed(grid.price(id)) })),
  };
}
