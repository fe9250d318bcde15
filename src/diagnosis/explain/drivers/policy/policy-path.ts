import { z } from 'zod';
import { nextDecision } from '../../../../data/calendars/policy-meetings.ts';
import type { FigureMaker } from '../../../../data/figure.ts';
import type { Series } from '../../../../data/observation.ts';
import { formatDay } from '../../../../data/time.ts';
import { figureSchema, isoDay } from '../../../answer.ts';
import { formula } from '../../../formula.ts';
import { rowAtOrBefore } from '../../../history.ts';
import { moveProbabilities } from '../../../policy/move-probabilities.ts';
import { explainPart } from '../../part.ts';
import {
  type CutOdds,
  FUTURES_TABLE,
  ODDS_TABLE,
  oddsFromFutures,
  oddsFromMarkets,
  shiftsOf,
} from './first-cut.ts';

const EXPECTED = 'fed-expected-rate';
const UPPER = 'fed-target-upper';
const STEP = 0.0025;
/** Shifts that are told, the latest. */
const SHIFTS = 12;

const schema = z.object({
  /** The next meeting, from the rate that CME FedWatch expects after it. */
  next: z.object({
    date: isoDay.nullable(),
    meeting: isoDay.nullable(),
    expected: figureSchema,
    cut: figureSchema,
    dayChange: figureSchema,
    windowChange: figureSchema,
  }),
  /** The path beyond it, by who quotes it; empty where nobody does. */
  paths: z.array(
    z.object({
      source: z.enum(['futures', 'prediction-market']),
      date: isoDay,
      meetings: z.array(
        z.object({ meeting: isoDay, cut: figureSchema, change: figureSchema, byThen: figureSchema }),
      ),
      /** Meeting by which a cut is likelier than not; null: none that is quoted. */
      firstCut: isoDay.nullable(),
      /** Whether the odds of a cut by a meeting never fall from one to the next. */
      monotone: z.boolean(),
      shifts: z.array(z.object({ date: isoDay, firstCut: isoDay.nullable() })),
    }),
  ),
});

/** When the next cut is expected, and how that has moved. */
export const policyPath = explainPart({
  id: 'policy-path',
  title: { 'zh-Hans': '降息路径', 'zh-Hant': '降息路徑', en: 'Path of the next cut' },
  series: [EXPECTED, UPPER],
  schema,
  formulas: [
    formula(
      'policy-path-expected',
      '预期利率',
      '預期利率',
      'Expected rate',
      'E_t: expected upper bound of the range after the next meeting',
      'CME FedWatch',
    ),
    formula(
      'policy-cut',
      '下次会议降息概率',
      '下次會議降息機率',
      'Probability of a cut at the next meeting',
      'm = (E − U)/0.25 %; U the upper bound of the range; k = ⌊m⌋, P(k + 1 steps) = m − k, P(k steps) = 1 − (m − k); the sum over negative steps',
      'CME Group, FedWatch methodology',
    ),
    formula(
      'policy-cut-change',
      '降息概率的变动',
      '降息機率的變動',
      'Change of the probability',
      'probability less that of earlier sessions of the series, of the same meeting',
    ),
    formula(
      'policy-cut-at',
      '该次会议降息概率',
      '該次會議降息機率',
      'Probability of a cut at a meeting',
      'futures: chain of monthly averages, two whole steps about the expected number; prediction market: prices of the outcomes that are a decrease over the sum of all prices',
      'CME Group, FedWatch methodology; definition',
    ),
    formula(
      'policy-cut-at-change',
      '该次会议降息概率的变动',
      '該次會議降息機率的變動',
      'Change of the probability at a meeting',
      'probability of a cut at the meeting less that of the day of quotes before',
    ),
    formula(
      'policy-cut-by',
      '至该次会议已降息的概率',
      '至該次會議已降息的機率',
      'Probability of a cut by a meeting',
      'futures: probability of one net step down or more; prediction market: 1 − Π (1 − p_i) over the meetings so far',
      'CME Group, FedWatch methodology; definition',
    ),
  ],
  async compute({ view, figure, window }) {
    const read = await view.seriesMany([EXPECTED, UPPER]);
    const futures = oddsFromFutures(await view.table(FUTURES_TABLE));
    const markets = oddsFromMarkets(await view.table(ODDS_TABLE));
    return {
      next: nextFigures(read.get(EXPECTED)!, read.get(UPPER)!, window, figure),
      paths: [...pathOf('futures', futures, figure), ...pathOf('prediction-market', markets, figure)],
    };
  },
});

/** Probability of a cut in every row, NaN where the range is not known. */
function cuts(expected: Series, upper: Series): Float64Array {
  return expected.values.map((rate, t) => {
    const bound = upper.values[rowAtOrBefore(upper.dates, expected.dates[t]!)];
    if (bound === undefined || !Number.isFinite(rate - bound)) return Number.NaN;
    return moveProbabilities((rate - bound) / STEP)
      .filter(({ moves }) => moves < 0)
      .reduce((sum, { probability }) => sum + probability, 0);
  });
}

function nextFigures(expected: Series, upper: Series, window: number, figure: FigureMaker) {
  const last = expected.values.length - 1;
  const odds = cuts(expected, upper);
  const day = expected.dates[last];
  const meeting = day === undefined ? undefined : nextDecision('fed', day);
  const date = day === undefined ? null : formatDay(day);
  const none = 'no rate expected for the next meeting';
  const make = (path: string, formula: string, value: number, why: string) =>
    figure({
      path: `next.${path}`,
      value,
      unit: path === 'expected' ? 'fraction-per-year' : 'fraction',
      of: {
        formula,
        series: path === 'expected' ? [EXPECTED] : [EXPECTED, UPPER],
        ...(date ? { inputs: [{ symbol: 'E', series: EXPECTED, date }] } : {}),
      },
      why,
    });
  const change = (back: number) => {
    const before = expected.dates[last - back];
    const same = before !== undefined && nextDecision('fed', before) === meeting;
    return same ? odds[last]! - odds[last - back]! : Number.NaN;
  };
  const short = last < 0 ? none : 'no value for the same meeting so many sessions before';
  return {
    date,
    meeting: meeting === undefined ? null : formatDay(meeting),
    expected: make('expected', 'policy-path-expected', expected.values[last] ?? Number.NaN, none),
    cut: make(
      'cut',
      'policy-cut',
      odds[last] ?? Number.NaN,
      last < 0 ? none : 'the range of the Fed is not known',
    ),
    dayChange: make('day-change', 'policy-cut-change', change(1), short),
    windowChange: make('window-change', 'policy-cut-change', change(window), short),
  };
}

function pathOf(source: 'futures' | 'prediction-market', odds: readonly CutOdds[], figure: FigureMaker) {
  const latest = odds.at(-1);
  if (!latest) return [];
  const date = formatDay(latest.day);
  const table = source === 'futures' ? FUTURES_TABLE : ODDS_TABLE;
  const before = odds.at(-2)?.meetings ?? [];
  const day = (at: number | null) => (at === null ? null : formatDay(at));
  return [
    {
      source,
      date,
      meetings: latest.meetings.map(({ meeting, cut, byThen }) => {
        const make = (path: string, formula: string, value: number) =>
          figure({
            path: `${source}.${formatDay(meeting)}.${path}`,
            value,
            unit: 'fraction',
            of: { formula, series: [], params: { table, date } },
            why: path === 'change' ? 'no earlier quotes of the meeting' : 'the quotes do not determine it',
          });
        const earlier = before.find((one) => one.meeting === meeting)?.cut ?? Number.NaN;
        return {
          meeting: formatDay(meeting),
          change: make('change', 'policy-cut-at-change', cut - earlier),
          cut: make('cut', 'policy-cut-at', cut),
          byThen: make('by', 'policy-cut-by', byThen),
        };
      }),
      firstCut: day(latest.first),
      monotone: latest.meetings.every(
        ({ byThen }, k, all) => k === 0 || byThen >= all[k - 1]!.byThen - 1e-12,
      ),
      shifts: shiftsOf(odds)
        .slice(-SHIFTS)
        .map(({ day: at, first }) => ({ date: formatDay(at), firstCut: day(first) })),
    },
  ];
}
