import type { FigureMaker } from '../../data/figure.ts';
import type { Words } from '../../data/series/entry.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { RISK_CLASSES, type ScanAnswer } from './answer.ts';
import { BASKET, HEDGE_SERIES, SCALE_SESSIONS, SINCE } from './basket.ts';
import { CLASS_TITLES } from './class-titles.ts';
import { type HedgeState, hedgesAt } from './hedges.ts';
import { independentRate } from './independence.ts';
import { contributions, MIN_CLASSES } from './joint-score.ts';
import { type JointState, jointState, type LeftOut } from './joint-state.ts';
import { type Market, type MarketSeries, marketOf } from './market.ts';
import { judge } from './verdict.ts';

type Joint = ScanAnswer['joint'];

export interface IndependenceOptions {
  readonly seed: number;
  readonly draws: number;
}

/** Two hundred turns of twenty years stand for four thousand years of independent days. */
const INDEPENDENCE: IndependenceOptions = { seed: 20_050_103, draws: 200 };

const HISTORY_SESSIONS = 250;
const BINS = 20;

/**
 * Was it everything? Score, rank and base rate of the latest session, its parts, the hedges, and the verdict.
 *
 * S = 100 (1 − 2^(−max(m, 0)/2)), m the mean over the known classes of their restrained falls in σ; the parts sum to S exactly.
 * Classes, members and hedges not known at the instant are left out and named; the past is scored with the members known today. Below three
 * classes nothing has a value, with the reason. `options` set the simulation of independent classes; same seed, same bytes.
 */
export async function jointFall(
  view: View,
  figures: FigureMaker,
  options: IndependenceOptions = INDEPENDENCE,
): Promise<Joint> {
  const state = jointState(await marketOf(view));
  const { market } = state;
  const hedges = hedgesAt(market, market.last);
  return {
    ...judge(state.falls, state.percentile, hedges),
    ...headline(state, figures, options),
    classes: classMoves(state, figures),
    hedges: hedges.map((hedge) => hedgeFigures(state, figures, hedge)),
    leftOut: [...state.leftOut, ...absentHedges(market, hedges)].map((left) => named(view, left)),
    history: history(state),
    histogram: histogram(state),
  };
}

function headline(state: JointState, figures: FigureMaker, options: IndependenceOptions) {
  const { market, score, known } = state;
  const since = formatDay(state.firstScored < 0 ? SINCE : (market.dates[state.firstScored] as number));
  const measured = !Number.isNaN(score);
  const series = known;
  const window = measured ? { window: { from: since, to: day(state, 0), n: state.of } } : {};
  const why = `${countClasses(state)} of ${RISK_CLASSES.length} classes are known for ${day(state, 0)}, ${MIN_CLASSES} are needed`;
  const flags = [...new Set(known.flatMap((id) => market.get(id)?.flags ?? []))];
  const make = (path: string, formula: string, value: number, unit: 'score' | 'count' | 'fraction') =>
    figures({ path: `joint.${path}`, value, unit, of: { formula, series }, ...window, flags, why });
  return {
    score: figures({
      path: 'joint.score',
      value: score,
      unit: 'score',
      of: { formula: 'joint-fall-score', series, params: { sessions: SCALE_SESSIONS } },
      flags,
      why,
    }),
    rank: make('rank', 'joint-fall-rank', state.rank, 'count'),
    of: make('of', 'joint-fall-days', measured ? state.of : Number.NaN, 'count'),
    percentile: make('percentile', 'joint-fall-percentile', state.percentile, 'fraction'),
    since,
    perYear: make('per-year', 'joint-fall-per-year', state.perYear, 'count'),
    perYearIndependent: independent(state, figures, options, why),
  };
}

function independent(state: JointState, figures: FigureMaker, options: IndependenceOptions, why: string) {
  const { market, series } = state;
  const joint = series.joint[market.last] ?? Number.NaN;
  const measured = !Number.isNaN(joint);
  const threshold = joint > 0 ? joint : Number.NEGATIVE_INFINITY;
  const rate = measured ? independentRate(series.falls, market.first, threshold, options) : undefined;
  return figures({
    path: 'joint.per-year-independent',
    value: rate?.perYear ?? Number.NaN,
    unit: 'count',
    of: { formula: 'joint-fall-per-year-independent', series: state.known, params: { ...options } },
    ...(rate
      ? {
          band: {
            low: rate.low,
            high: rate.high,
            level: 0.95,
            how: `${options.draws} seeded circular shifts`,
          },
        }
      : {}),
    why,
  });
}

function classMoves(state: JointState, figures: FigureMaker): Joint['classes'] {
  const parts = contributions(state.falls);
  return RISK_CLASSES.map((assetClass, c) => {
    const members = BASKET.filter((member) => member.assetClass === assetClass);
    const known = members.filter(({ id }) => state.known.includes(id)).map(({ id }) => id);
    const why = `no member of the class is known for ${day(state, 0)}`;
    return {
      assetClass,
      move: figures({
        path: `joint.${assetClass}.move`,
        value: state.falls[c] as number,
        unit: 'sigma',
        of: { formula: 'class-fall', series: known },
        why,
      }),
      contribution: figures({
        path: `joint.${assetClass}.contribution`,
        value: parts[c] as number,
        unit: 'score',
        of: { formula: 'class-contribution', series: known },
        why: known.length === 0 ? why : 'the score has no value',
      }),
      members: known.map((id) => ({ id, z: memberFigure(state, figures, id) })),
    };
  });
}

function memberFigure(state: JointState, figures: FigureMaker, id: string) {
  const series = state.market.get(id) as MarketSeries;
  return figures({
    path: `joint.member.${id}.fall`,
    value: -(series.z[state.market.last] as number) + 0,
    unit: 'sigma',
    of: {
      formula: 'member-fall',
      series: [id],
      params: { sessions: SCALE_SESSIONS },
      inputs: inputsOf(state, id),
    },
    flags: series.flags,
    why: 'not measured',
  });
}

function hedgeFigures(
  state: JointState,
  figures: FigureMaker,
  { hedge, series: id, change, z, held }: HedgeState,
): Joint['hedges'][number] {
  const flags = state.market.get(id)?.flags ?? [];
  const inputs = inputsOf(state, id);
  return {
    hedge,
    series: id,
    change: figures({
      path: `joint.hedge.${hedge}.change`,
      value: change,
      unit: 'fraction',
      of: { formula: 'hedge-change', series: [id], inputs },
      flags,
      why: 'not measured',
    }),
    z: figures({
      path: `joint.hedge.${hedge}.z`,
      value: z,
      unit: 'sigma',
      of: { formula: 'hedge-move', series: [id], params: { sessions: SCALE_SESSIONS }, inputs },
      flags,
      why: `the price hardly moved in the ${SCALE_SESSIONS} sessions before, so its move has no scale`,
    }),
    held,
  };
}

function absentHedges(market: Market, measured: readonly HedgeState[]): LeftOut[] {
  return HEDGE_SERIES.filter(({ id }) => !measured.some(({ series }) => series === id)).map(({ id }) => ({
    what: id,
    members: [id],
    reason: market.absence(id) ?? 'missing',
  }));
}

function inputsOf(state: JointState, series: string) {
  return [
    { symbol: 'x_t', series, date: day(state, 0) },
    { symbol: 'x_0', series, date: day(state, 1) },
  ];
}

/** Date of the session `back` sessions before the latest. */
function day({ market }: JointState, back: number): string {
  return formatDay(market.dates[market.last - back] ?? market.session);
}

function countClasses({ falls }: JointState): number {
  return falls.filter((fall) => !Number.isNaN(fall)).length;
}

function named(view: View, { what, members, reason }: LeftOut): Joint['leftOut'][number] {
  const titles = members.flatMap((id) => view.entry(id)?.title ?? []);
  const own = { 'zh-Hans': what, 'zh-Hant': what, en: what };
  const title =
    what in CLASS_TITLES ? classTitle(what as keyof typeof CLASS_TITLES, titles) : (titles[0] ?? own);
  return { what, title, reason };
}

function classTitle(assetClass: keyof typeof CLASS_TITLES, members: readonly Words[]): Words {
  const title = CLASS_TITLES[assetClass];
  if (members.length === 0) return title;
  const join = (language: keyof Words, open: string, comma: string, close: string) =>
    `${title[language]}${open}${members.map((words) => words[language]).join(comma)}${close}`;
  return {
    'zh-Hans': join('zh-Hans', '（', '、', '）'),
    'zh-Hant': join('zh-Hant', '（', '、', '）'),
    en: join('en', ' (', ', ', ')'),
  };
}

function history({ market, series }: JointState): Joint['history'] {
  const from = Math.max(market.first, market.last + 1 - HISTORY_SESSIONS);
  return Array.from(market.dates.subarray(from, market.last + 1), (date, i) => {
    const score = series.score[from + i] as number;
    return { date: formatDay(date), score: Number.isNaN(score) ? null : score };
  });
}

function histogram({ series }: JointState): number[] {
  const bins = new Array<number>(BINS).fill(0);
  for (const score of series.score) {
    if (Number.isNaN(score)) continue;
    const bin = Math.min(Math.floor((score * BINS) / 100), BINS - 1);
    bins[bin] = (bins[bin] as number) + 1;
  }
  return bins;
}
