import { z } from 'zod';
import type { FigureMaker } from '../../../data/figure.ts';
import type { Series } from '../../../data/observation.ts';
import { epochDay, formatDay } from '../../../data/time.ts';
import { quantiles } from '../../../math/quantile.ts';
import { baiPerron } from '../../../measures/bai-perron.ts';
import { engleGranger } from '../../../measures/cointegration.ts';
import { isRefused } from '../../../measures/refused.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { drawing, pointsOf } from '../drawing.ts';
import { explainPart } from '../part.ts';
import { type Technology, technologyFit, WEEKS } from './technology-fit.ts';
import { LONGEST_CLOSURE, latestOf, USD_LIQUIDITY, valueOn } from './usd-liquidity.ts';
import { VALUATION_FORMULAS } from './valuation-formulas.ts';
import { weeklyGrid } from './weekly-assets.ts';

const INDEX = 'nasdaq-100';
const EARNINGS = 'nasdaq-100-forward-pe';
const REAL_YIELD = 'us-10y-real';
const COIN = 'btc-usd';
const MORTGAGE = ['us-mortgage-30y', 'us-10y'] as const;
/** Months needed for a line: six years. */
const LEAST_MONTHS = 72;
const BAND = 0.8;

const technology = z.object({
  target: z.enum([INDEX, EARNINGS]),
  date: isoDay.nullable(),
  liquidity: figureSchema,
  realYield: figureSchema,
  rSquared: figureSchema,
  actual: figureSchema,
  fitted: figureSchema,
  residual: figureSchema,
});

const schema = z.object({
  /** The price of technology, and its price over expected earnings, on liquidity and the real yield. */
  technology: z.array(technology),
  /** Bitcoin on US M2. */
  debasement: z.object({
    month: isoDay.nullable(),
    elasticity: figureSchema,
    fair: figureSchema,
    deviation: figureSchema,
    cointegrationP: figureSchema,
    /** Stretches of the growth of price over M2, told apart by Bai and Perron; a year. */
    segments: z.array(z.object({ from: isoDay, to: isoDay, growth: figureSchema })),
    history: z.object({
      dates: z.array(isoDay),
      price: z.array(z.number().nullable()),
      fair: z.array(z.number().nullable()),
    }),
  }),
  mortgage: z.object({ date: isoDay.nullable(), spread: figureSchema }),
  velocity: z.object({ date: isoDay.nullable(), level: figureSchema, change: figureSchema }),
});

/** Whether technology and Bitcoin stand where liquidity, real yields and money would put them. */
export const liquidityValuation = explainPart({
  id: 'liquidity-valuation',
  title: { 'zh-Hans': '流动性与估值', 'zh-Hant': '流動性與估值', en: 'Liquidity and valuation' },
  series: [...USD_LIQUIDITY, INDEX, EARNINGS, REAL_YIELD, COIN, 'm2', ...MORTGAGE, 'm2-velocity'],
  covers: (asset) => asset === INDEX || asset === COIN,
  schema,
  formulas: VALUATION_FORMULAS,
  async compute({ view, figure }) {
    const all = await view.seriesMany(liquidityValuation.series);
    const grid = weeklyGrid(all);
    const yields = Float64Array.from(
      grid.dates,
      (date) => valueOn(all.get(REAL_YIELD), date, LONGEST_CLOSURE)?.value ?? Number.NaN,
    );
    return {
      technology: ([INDEX, EARNINGS] as const).map((target) =>
        technologyFigures(
          target,
          technologyFit(grid.price(target), grid.liquidity, yields),
          grid.dates,
          figure,
        ),
      ),
      debasement: debasementFigures(all.get(COIN), all.get('m2'), figure),
      mortgage: mortgageFigures(all, figure),
      velocity: velocityFigures(all.get('m2-velocity'), figure),
    };
  },
});

function technologyFigures(
  target: typeof INDEX | typeof EARNINGS,
  fit: Technology | undefined,
  dates: Int32Array,
  figure: FigureMaker,
) {
  const draw = drawing(figure, [target, ...USD_LIQUIDITY, REAL_YIELD]);
  const why = `too few weeks with ${target}, liquidity and the real yield ${WEEKS} weeks apart`;
  const at = (
    path: string,
    formula: string,
    value: number | undefined,
    unit: 'ratio' | 'fraction' = 'fraction',
  ) =>
    draw(`${target}.${path}`, value ?? Number.NaN, unit, formula, {
      ...(fit
        ? {
            window: {
              from: formatDay(dates[fit.firstRow]!),
              to: formatDay(dates[fit.lastRow]!),
              n: fit.rows,
            },
          }
        : { why }),
      ...(fit?.bands[path] ? { band: fit.bands[path] } : {}),
    });
  return {
    target,
    date: fit ? formatDay(dates[fit.lastRow]!) : null,
    liquidity: at('liquidity', 'valuation-slope', fit?.liquidity, 'ratio'),
    realYield: at('real-yield', 'valuation-slope', fit?.realYield, 'ratio'),
    rSquared: at('r-squared', 'valuation-r-squared', fit?.r2, 'ratio'),
    actual: at('actual', 'valuation-actual', fit?.actual),
    fitted: at('fitted', 'valuation-fitted', fit?.fitted),
    residual: at('residual', 'valuation-residual', fit?.residual),
  };
}

interface Months {
  readonly dates: Int32Array;
  readonly price: Float64Array;
  readonly money: Float64Array;
}

/** Money of each month and the last close of the same month. */
function monthsOf(price: Series | undefined, money: Series | undefined): Months {
  const rows = Array.from(money?.dates ?? [], (date, row) => {
    const [year, month] = formatDay(date).split('-').map(Number) as [number, number];
    const end = (month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1)) - 1;
    return { date, money: money!.values[row]!, price: valueOn(price, end, LONGEST_CLOSURE)?.value };
  }).filter((row): row is { date: number; money: number; price: number } => (row.price ?? 0) > 0);
  return {
    dates: Int32Array.from(rows, ({ date }) => date),
    price: Float64Array.from(rows, (row) => row.price),
    money: Float64Array.from(rows, (row) => row.money),
  };
}

function debasementFigures(coin: Series | undefined, money: Series | undefined, figure: FigureMaker) {
  const { dates, price, money: m2 } = monthsOf(coin, money);
  const draw = drawing(figure, [COIN, 'm2']);
  const logs = [price.map(Math.log), m2.map(Math.log)] as const;
  const test = dates.length < LEAST_MONTHS ? undefined : engleGranger(logs[0], logs[1]);
  const line = test && !isRefused(test) ? test : undefined;
  const last = dates.length - 1;
  const fair = logs[1].map((x) => (line ? Math.exp(line.intercept + line.slope * x) : Number.NaN));
  const why = `fewer than ${LEAST_MONTHS} months with both ${COIN} and m2`;
  const window = line
    ? { window: { from: formatDay(dates[0]!), to: formatDay(dates[last]!), n: dates.length } }
    : { why };
  const [below, above] = quantiles(line?.residuals ?? new Float64Array(0), [
    (1 - BAND) / 2,
    (1 + BAND) / 2,
  ]) as unknown as [number, number];
  const unproven = ['unproven'] as const;
  return {
    month: line ? formatDay(dates[last]!) : null,
    elasticity: draw('m2.elasticity', line?.slope ?? Number.NaN, 'ratio', 'valuation-m2-elasticity', {
      ...window,
      flags: unproven,
    }),
    fair: draw('m2.fair', fair[last] ?? Number.NaN, 'usd', 'valuation-m2-fair', {
      ...window,
      flags: unproven,
      ...(line
        ? {
            band: {
              low: fair[last]! * Math.exp(below),
              high: fair[last]! * Math.exp(above),
              level: BAND,
              how: 'quantiles of the residuals of all months',
            },
          }
        : {}),
    }),
    deviation: draw(
      'm2.deviation',
      line ? price[last]! / fair[last]! - 1 : Number.NaN,
      'fraction',
      'valuation-m2-deviation',
      {
        ...window,
        flags: unproven,
      },
    ),
    cointegrationP: draw(
      'm2.cointegration-p',
      line?.p ?? Number.NaN,
      'fraction',
      'valuation-m2-cointegration',
      window,
    ),
    segments: line ? segmentsOf(dates, logs, draw) : [],
    history: {
      dates: Array.from(dates, formatDay),
      price: pointsOf(price),
      fair: pointsOf(fair),
    },
  };
}

/** Mean growth of price over money between the breaks. */
function segmentsOf(
  dates: Int32Array,
  [price, money]: readonly [Float64Array, Float64Array],
  draw: ReturnType<typeof drawing>,
) {
  const growth = Float64Array.from(
    { length: dates.length - 1 },
    (_, t) => price[t + 1]! - price[t]! - (money[t + 1]! - money[t]!),
  );
  const { models, choice } = baiPerron(growth);
  const starts = [0, ...models[choice]!.breaks, growth.length];
  return starts.slice(0, -1).map((start, k) => {
    const end = starts[k + 1]!;
    const mean = growth.subarray(start, end).reduce((sum, value) => sum + value, 0) / (end - start);
    const [from, to] = [formatDay(dates[start + 1]!), formatDay(dates[end]!)];
    return {
      from,
      to,
      growth: draw(`m2.growth-${from}`, 12 * mean, 'fraction-per-year', 'valuation-m2-growth', {
        window: { from, to, n: end - start },
      }),
    };
  });
}

function mortgageFigures(all: ReadonlyMap<string, Series>, figure: FigureMaker) {
  const [id, yieldId] = MORTGAGE;
  const mortgage = latestOf(all.get(id));
  const treasury = mortgage && valueOn(all.get(yieldId), mortgage.date, LONGEST_CLOSURE);
  return {
    date: mortgage && treasury ? formatDay(mortgage.date) : null,
    spread: drawing(figure, MORTGAGE)(
      'mortgage-spread',
      mortgage && treasury ? mortgage.value - treasury.value : Number.NaN,
      'fraction-per-year',
      'valuation-mortgage-spread',
      {
        ...(mortgage && treasury
          ? {
              inputs: [
                { symbol: 'M_t', series: id, date: formatDay(mortgage.date) },
                { symbol: 'Y_t', series: yieldId, date: formatDay(treasury.date) },
              ],
            }
          : { why: mortgage ? `${yieldId} has no value that week` : `${id} has no value` }),
      },
    ),
  };
}

const YEAR_QUARTERS = 4;

function velocityFigures(series: Series | undefined, figure: FigureMaker) {
  const latest = latestOf(series);
  const draw = drawing(figure, ['m2-velocity']);
  const before = series?.values.at(-1 - YEAR_QUARTERS);
  const why = latest ? 'no m2-velocity four quarters before its latest' : 'm2-velocity has no value';
  return {
    date: latest ? formatDay(latest.date) : null,
    level: draw('velocity', latest?.value ?? Number.NaN, 'ratio', 'valuation-velocity', { why }),
    change: draw(
      'velocity-change',
      latest && before ? latest.value / before - 1 : Number.NaN,
      'fraction',
      'valuation-velocity-change',
      { why },
    ),
  };
}
