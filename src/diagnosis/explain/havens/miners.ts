import { z } from 'zod';
import type { FigureDraft, FigureMaker } from '../../../data/figure.ts';
import { changes } from '../../../data/panel.ts';
import { type EpochDay, epochDay, formatDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { normalQuantile } from '../../../math/distributions.ts';
import { fromColumns } from '../../../math/matrix.ts';
import { mean, standardDeviation } from '../../../math/moments.ts';
import { neweyWest, ols, standardErrors } from '../../../math/regression.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { isRefused } from '../../../measures/refused.ts';
import { shapleyR2 } from '../../../measures/shapley-r2.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { latestSession } from '../../sessions.ts';
import { explainPart } from '../part.ts';
import { MINERS_FORMULAS } from './miners-formulas.ts';

const MINERS = 'gdx';
const METAL = 'gld';
const EQUITY = 'spy';
const PRICE = 'gold-front';
const COST = 'gold-mining-aisc';
const DEBT = 'gdx-net-debt-to-equity';
const READ = [MINERS, METAL, EQUITY] as const;

const FROM: EpochDay = epochDay(2006, 5, 22);
const WINDOW = 120;
const YEAR = 250;
const STEP = 5;
const LEVEL = 0.9;
const POINTS = 520;

const path = z.array(z.number().nullable());
const schema = z.object({
  /** Latest session with all three returns; null: none. */
  date: isoDay.nullable(),
  /** Of the variance of the last 120 sessions: with the metal, with equities, its own; they sum to 1. */
  shares: z.object({ metal: figureSchema, equity: figureSchema, own: figureSchema }),
  /** The same 250 sessions before. */
  before: z.object({ metal: figureSchema, equity: figureSchema, own: figureSchema }),
  betas: z.object({ metal: figureSchema, equity: figureSchema }),
  ratio: z.object({ level: figureSchema, z: figureSchema }),
  /** Change from the highest close of 250 sessions. */
  fromHigh: z.object({ miners: figureSchema, metal: figureSchema }),
  leverage: z.object({
    margin: figureSchema,
    /** Per cent of the shares’ value for one per cent of gold. */
    elasticity: figureSchema,
    breakEven: figureSchema,
  }),
  series: z.object({ dates: z.array(isoDay), metal: path, equity: path }),
});

/** Whether gold miners trade as the metal or as equities, and how levered they are to gold. */
export const miners = explainPart({
  id: 'miners',
  title: {
    'zh-Hans': '金矿股：金属还是股票',
    'zh-Hant': '金礦股：金屬還是股票',
    en: 'Miners: metal or equities',
  },
  series: [...READ, PRICE, COST, DEBT],
  schema,
  formulas: MINERS_FORMULAS,
  covers: (asset) => asset === MINERS,
  async compute({ view, figure }) {
    const sample = await sampleOf(view);
    const last = sample.days.length - 1;
    const split = splitAt(sample, last);
    const draw = drawing(figure, sample);
    return {
      date: sample.days[last] ?? null,
      shares: shareFigures('shares', split, last, draw),
      before: shareFigures('before', splitAt(sample, last - YEAR), last - YEAR, draw),
      betas: betaFigures(split, last, draw),
      ratio: ratioFigures(sample, draw),
      fromHigh: {
        miners: highFigure('miners', MINERS, sample.closes[0]!, draw),
        metal: highFigure('metal', METAL, sample.closes[1]!, draw),
      },
      leverage: await leverageFigures(view, figure),
      series: seriesOf(sample),
    };
  },
});

interface Sample {
  readonly days: readonly string[];
  /** Closes and returns of miners, metal and equities on the rows on which all have a return. */
  readonly closes: readonly Float64Array[];
  readonly returns: readonly Float64Array[];
}

async function sampleOf(view: View): Promise<Sample> {
  const to = latestSession('new-york', view.instant);
  const from = Math.min(FROM, to);
  const panel = await view.panel({ ids: READ, from, to, join: { calendar: 'new-york' } });
  const returns = panel.columns.map(changes);
  const rows = [...panel.dates.keys()].filter((t) => returns.every((one) => !Number.isNaN(one[t]!)));
  return {
    days: rows.map((t) => formatDay(panel.dates[t]!)),
    closes: panel.columns.map(({ values }) => valuesAt(values, rows)),
    returns: returns.map((one) => valuesAt(one, rows)),
  };
}

interface Split {
  readonly metal: number;
  readonly equity: number;
}

/** Shapley shares of R² over the 120 rows to `row`; undefined where they are fewer or nothing varies. */
function splitAt({ returns }: Sample, row: number): (Split & { readonly from: number }) | undefined {
  const from = row - WINDOW + 1;
  if (from < 0) return undefined;
  const [own, ...factors] = returns.map((one) => one.subarray(from, row + 1)) as [
    Float64Array,
    ...Float64Array[],
  ];
  const found = shapleyR2(own, fromColumns(factors, 0, WINDOW), factors.length);
  if (isRefused(found)) return undefined;
  return { metal: found.shares[0]!, equity: found.shares[1]!, from };
}

type Draw = ReturnType<typeof drawing>;
const FEW = `fewer than ${WINDOW} sessions with GDX, GLD and SPY`;
const FEW_YEAR = `fewer than ${YEAR} sessions with GDX, GLD and SPY`;

function drawing(figure: FigureMaker, sample: Sample) {
  const draw = (path: string, value: number, formula: string, more: Partial<FigureDraft> = {}) =>
    figure({ path, value, unit: 'ratio', of: { formula, series: READ }, why: FEW, ...more });
  const window = (from: number, to: number): Partial<FigureDraft> =>
    from >= 0 && to >= from
      ? { window: { from: sample.days[from]!, to: sample.days[to]!, n: to - from + 1 } }
      : {};
  return { draw, window, sample };
}

function shareFigures(name: string, split: Split | undefined, last: number, { draw, window }: Draw) {
  const { metal, equity } = split ?? { metal: Number.NaN, equity: Number.NaN };
  const drawn = (path: string, value: number) =>
    draw(`${name}.${path}`, value, 'miners-share', {
      unit: 'fraction',
      ...(split ? window(last - WINDOW + 1, last) : {}),
    });
  return {
    metal: drawn('metal', metal),
    equity: drawn('equity', equity),
    own: drawn('own', 1 - metal - equity),
  };
}

function betaFigures(
  split: { readonly from: number } | undefined,
  last: number,
  { draw, window, sample }: Draw,
) {
  const columns = split ? sample.returns.map((one) => one.subarray(split.from, last + 1)) : [];
  const [own, ...factors] = columns;
  const fit = own
    ? ols(own, fromColumns([new Float64Array(WINDOW).fill(1), ...factors], 0, WINDOW), WINDOW, 3)
    : undefined;
  const errors = fit ? standardErrors(neweyWest(fit, 4), 3) : undefined;
  const drawn = (path: string, k: number) => {
    const beta = fit?.beta[k] ?? Number.NaN;
    const reach = normalQuantile((1 + LEVEL) / 2) * (errors?.[k] ?? Number.NaN);
    return draw(`beta.${path}`, beta, 'miners-beta', {
      ...(fit ? window(last - WINDOW + 1, last) : {}),
      ...(Number.isFinite(reach)
        ? { band: { low: beta - reach, high: beta + reach, level: LEVEL, how: 'Newey–West' } }
        : {}),
    });
  };
  return { metal: drawn('metal', 1), equity: drawn('equity', 2) };
}

function ratioFigures({ closes, days }: Sample, { draw, window }: Draw) {
  const ratios = closes[0]!.map((miner, t) => miner / closes[1]![t]!);
  const last = days.length - 1;
  const year = ratios.subarray(Math.max(0, last - YEAR + 1));
  const sd = standardDeviation(year);
  const of = (formula: string) => ({ of: { formula, series: [MINERS, METAL] }, why: FEW_YEAR });
  return {
    level: draw('ratio.level', ratios[last] ?? Number.NaN, 'miners-ratio', of('miners-ratio')),
    z: draw(
      'ratio.z',
      year.length === YEAR && sd > 0 ? (ratios[last]! - mean(year)) / sd : Number.NaN,
      'miners-ratio-z',
      { ...of('miners-ratio-z'), unit: 'sigma', ...window(last - YEAR + 1, last) },
    ),
  };
}

function highFigure(path: string, series: string, closes: Float64Array, { draw, window }: Draw) {
  const year = closes.subarray(Math.max(0, closes.length - YEAR));
  return draw(
    `high.${path}`,
    year.length === YEAR ? year.at(-1)! / year.reduce((a, b) => Math.max(a, b)) - 1 : Number.NaN,
    'miners-from-high',
    {
      unit: 'fraction',
      of: { formula: 'miners-from-high', series: [series] },
      why: FEW_YEAR,
      ...window(closes.length - YEAR, closes.length - 1),
    },
  );
}

/** Margin, break-even price and elasticity from the price of gold and what the user supplies of costs and debt. */
async function leverageFigures(view: View, figure: FigureMaker) {
  const all = await view.seriesMany([PRICE, COST, DEBT]);
  const latest = (id: string) => all.get(id)?.values.at(-1) ?? Number.NaN;
  const inputs = [
    ['P', PRICE],
    ['C', COST],
    ['D/E', DEBT],
  ].flatMap(([symbol, series]) => {
    const date = all.get(series!)?.dates.at(-1);
    return date === undefined ? [] : [{ symbol: symbol!, series: series!, date: formatDay(date) }];
  });
  const [price, cost, debt] = [latest(PRICE), latest(COST), latest(DEBT)];
  const drawn = (path: string, value: number, unit: FigureDraft['unit'], why: string) =>
    figure({
      path: `leverage.${path}`,
      value,
      unit,
      of: { formula: `miners-${path}`, series: [PRICE, COST, DEBT], inputs },
      why,
    });
  const noCost = `${COST} or ${PRICE} has no value`;
  return {
    margin: drawn('margin', (price - cost) / price, 'fraction', noCost),
    elasticity: drawn(
      'elasticity',
      price > cost ? (price / (price - cost)) * (1 + debt) : Number.NaN,
      'ratio',
      Number.isNaN(price - cost) ? noCost : `${DEBT} has no value, or gold is not above its cost`,
    ),
    breakEven: drawn('break-even', cost, 'usd-per-oz', `${COST} has no value`),
  };
}

function seriesOf(sample: Sample) {
  const last = sample.days.length - 1;
  const rows = Array.from({ length: POINTS }, (_, k) => last - (POINTS - 1 - k) * STEP).filter(
    (row) => row >= WINDOW - 1,
  );
  const splits = rows.map((row) => splitAt(sample, row));
  return {
    dates: rows.map((row) => sample.days[row]!),
    metal: splits.map((split) => split?.metal ?? null),
    equity: splits.map((split) => split?.equity ?? null),
  };
}
