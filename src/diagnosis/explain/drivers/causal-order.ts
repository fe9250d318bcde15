import { z } from 'zod';
import type { Figure } from '../../../data/figure.ts';
import { entryOf } from '../../../data/series/index.ts';
import { formatDay, formatInstant } from '../../../data/time.ts';
import { type GrangerTest, grangerTest } from '../../../measures/granger.ts';
import { isRefused } from '../../../measures/refused.ts';
import { figureSchema, isoDay } from '../../answer.ts';
import { formula } from '../../formula.ts';
import { type ExplainContext, explainPart } from '../part.ts';
import { SAMPLE } from './driver-model.ts';
import { DRIVER_SERIES, DRIVERS, type DriverPath, driverPaths, isPath, logOf, stepsOf } from './factors.ts';
import { type Largest, largestStep } from './largest-step.ts';
import { latestRow, readSessions, type SessionColumn, type Sessions, sessionSeries } from './sessions.ts';

const ASSETS = ['btc-usd', 'gold-front', 'nasdaq-100'] as const;
const LAGS = 5;
const LEVEL = 0.05;
const MS_PER_HOUR = 3_600_000;

export const ORDERS = ['precedes', 'follows', 'both', 'neither'] as const;

const moment = z.object({
  /** Session on which it moved most in the window, by its own standard deviation. */
  date: isoDay,
  /** Close of its market on that session; null where the source has no hour. */
  time: z.string().nullable(),
  size: figureSchema,
});

const schema = z.object({
  assets: z.array(
    z.object({
      asset: z.string(),
      effect: moment.nullable(),
      rows: z.array(
        z.object({
          driver: z.enum(DRIVERS),
          series: z.array(z.string()),
          cause: moment,
          /** From the close of the cause to the close of the effect. */
          hours: z.number().nullable(),
          /** p of "the driver’s past says nothing of the asset", and the reverse. */
          leads: figureSchema,
          lags: figureSchema,
          /** By the two tests, at 5 % shared among the drivers; null when they have no value. */
          order: z.enum(ORDERS).nullable(),
          /** The driver moved first here, and its past precedes the asset: what a cause would have to show. */
          asCause: z.boolean(),
        }),
      ),
    }),
  ),
});

export type OrderRow = z.infer<typeof schema>['assets'][number]['rows'][number];

/** Which came first: no driver is called a cause that did not move before, in this window and in the past. */
export const causalOrder = explainPart({
  id: 'causal-order',
  title: { 'zh-Hans': '因果次序', 'zh-Hant': '因果次序', en: 'Causal order' },
  series: [...ASSETS, ...DRIVER_SERIES],
  schema,
  formulas: [
    formula(
      'order-largest',
      '窗口内最大的一次变动',
      '視窗內最大的一次變動',
      'Largest step in the window',
      'the step d_t with the largest |d_t|/s in the window; s the standard deviation of the 500 steps before it',
    ),
    formula(
      'order-precedence',
      '先后检验',
      '先後檢驗',
      'Test of precedence',
      'F = ((RSS_r − RSS_u)/5)/(RSS_u/(n − 11)) on the last 500 sessions: the effect on a constant and its 5 lags, without and with 5 lags of the cause; told is p. In the table precedence is taken at 0.05 divided by the number of drivers tested. Precedence, not causation',
      'Granger (1969), Econometrica 37(3); Bonferroni over the drivers',
    ),
  ],
  covers: (asset) => (entryOf(asset)?.transform ?? 'price') === 'price',
  async compute(context) {
    const { view, asset, window } = context;
    const assets = asset === undefined ? ASSETS : [asset];
    const sessions = await readSessions(view, [...assets, ...DRIVER_SERIES], window);
    const told = [];
    for (const one of assets) told.push(await orderOf(context, sessions, one));
    return { assets: told };
  },
});

interface Stepping {
  readonly series: readonly string[];
  readonly steps: Float64Array;
  readonly times: Float64Array;
}

async function orderOf(context: ExplainContext, sessions: Sessions, asset: string) {
  const column = sessions.get(asset);
  const last = column ? latestRow(column) : -1;
  const first = last - context.window;
  if (!column || first < 1) return { asset, effect: null, rows: [] };
  const own = steppingOf(sessionSeries(context.view, asset), column);
  const at = largestStep(own.steps, first, last);
  if (!at) return { asset, effect: null, rows: [] };
  const paths = (await driverPaths(context.view, sessions, asset, last)).filter(isPath);
  // The weekly balance sheet is spread over its week: its sessions have no order.
  const timed = paths.filter(({ reading }) => reading !== 'weekly');
  const level = LEVEL / Math.max(1, timed.length);
  return {
    asset,
    effect: momentOf(context, sessions, own, `${asset}.effect`, at),
    rows: timed.flatMap((path) => rowOf(context, sessions, asset, own, at, path, { first, last, level })),
  };
}

function steppingOf(series: readonly string[], { values, source, times }: SessionColumn): Stepping {
  return { series, steps: stepsOf(values.map(logOf), source), times };
}

function momentOf(
  { figure }: ExplainContext,
  { dates }: Sessions,
  { series, times }: Stepping,
  path: string,
  { row, score }: Largest,
) {
  return {
    date: formatDay(dates[row]!),
    time: Number.isFinite(times[row]!) ? formatInstant(times[row]!) : null,
    size: figure({ path, value: score, unit: 'sigma', of: { formula: 'order-largest', series } }),
  };
}

function rowOf(
  context: ExplainContext,
  sessions: Sessions,
  asset: string,
  own: Stepping,
  effect: Largest,
  path: DriverPath,
  { first, last, level }: { first: number; last: number; level: number },
) {
  const { driver, series, times } = path;
  const other = { series, times, steps: stepsOf(path.level, path.source) };
  const at = largestStep(other.steps, first, last);
  if (!at) return [];
  const from = Math.max(1, last + 1 - SAMPLE);
  const [x, y] = [other.steps.subarray(from, last + 1), own.steps.subarray(from, last + 1)];
  const [leads, lags] = [precedence(x, y), precedence(y, x)];
  const order = leads && lags ? orderBy(leads.p < level, lags.p < level) : null;
  const hours = (own.times[effect.row]! - times[at.row]!) / MS_PER_HOUR;
  const tested = (name: string, test: GrangerTest | undefined): Figure =>
    context.figure({
      path: `${asset}.${driver}.${name}`,
      value: test?.p ?? Number.NaN,
      unit: 'fraction',
      of: {
        formula: 'order-precedence',
        series: [...own.series, ...series],
        params: { lags: LAGS, ...(test ? { F: test.F, rows: test.rows } : {}) },
      },
      why: 'too few sessions for the test of precedence',
    });
  return [
    {
      driver,
      series: [...series],
      cause: momentOf(context, sessions, other, `${asset}.${driver}.cause`, at),
      hours: Number.isFinite(hours) ? hours : null,
      leads: tested('leads', leads),
      lags: tested('lags', lags),
      order,
      asCause: order === 'precedes' && hours > 0,
    },
  ];
}

function precedence(cause: Float64Array, effect: Float64Array): GrangerTest | undefined {
  const test = grangerTest(cause, effect, LAGS);
  return isRefused(test) ? undefined : test;
}

function orderBy(leads: boolean, lags: boolean): (typeof ORDERS)[number] {
  if (leads) return lags ? 'both' : 'precedes';
  return lags ? 'follows' : 'neither';
}
