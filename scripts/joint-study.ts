import { parseDay } from '../src/data/time.ts';
import { RISK_CLASSES } from '../src/diagnosis/scan/answer.ts';
import { BASKET, SCALE_LEAST, SCALE_SESSIONS } from '../src/diagnosis/scan/basket.ts';
import { hedgesAt } from '../src/diagnosis/scan/hedges.ts';
import { jointMove, MIN_CLASSES } from '../src/diagnosis/scan/joint-score.ts';
import { fallsAt, type JointSeries, jointSeries } from '../src/diagnosis/scan/joint-series.ts';
import type { Market } from '../src/diagnosis/scan/market.ts';
import { trailingScale } from '../src/diagnosis/scan/trailing-scale.ts';
import { judge } from '../src/diagnosis/scan/verdict.ts';
import { rollingStandardDeviation } from '../src/math/rolling.ts';
import { cissLike } from '../src/measures/ciss-like.ts';
import { eigenvectorShare } from '../src/measures/eigenvector-share.ts';
import { JOINT_FALLS } from './validation-days.ts';

/** How well a daily indicator ranks the named days among all its days. */
export interface Ranking {
  readonly days: number;
  readonly named: number;
  readonly top1: number;
  readonly top2: number;
  readonly auroc: number;
}

/** All members, whatever is known when: ranks with hindsight. */
export function exPost(market: Market): JointSeries {
  return jointSeries(market, new Set(BASKET.map(({ id }) => id)));
}

export function rowOf(market: Market, date: string): number {
  return market.dates.indexOf(parseDay(date));
}

export interface RankOfDay {
  readonly rank: number;
  readonly of: number;
  /** Share of days with a lower value. */
  readonly percentile: number;
}

export function rankAt(values: Float64Array, row: number): RankOfDay {
  const measured = values.filter((value) => !Number.isNaN(value));
  const value = values[row] as number;
  const higher = measured.filter((other) => other > value).length;
  const lower = measured.filter((other) => other < value).length;
  return { rank: 1 + higher, of: measured.length, percentile: lower / measured.length };
}

export function judgeAt(market: Market, series: JointSeries, row: number) {
  return judge(fallsAt(series, row), rankAt(series.score, row).percentile, hedgesAt(market, row));
}

/** AUROC = P(named day > other day) + ½ P(equal), by comparison of every named day with every other. */
export function ranking(market: Market, values: Float64Array): Ranking {
  const rows = JOINT_FALLS.map((date) => rowOf(market, date)).filter(
    (row) => !Number.isNaN(values[row] as number),
  );
  const named = new Set(rows);
  const others = values.filter((value, row) => !Number.isNaN(value) && !named.has(row));
  const wins = rows.reduce((sum, row) => {
    const value = values[row] as number;
    return sum + others.reduce((count, other) => count + (value > other ? 1 : value === other ? 0.5 : 0), 0);
  }, 0);
  const within = (share: number) =>
    rows.filter((row) => {
      const { rank, of } = rankAt(values, row);
      return rank / of <= share;
    }).length;
  return {
    days: rows.length + others.length,
    named: rows.length,
    top1: within(0.01),
    top2: within(0.02),
    auroc: wins / (rows.length * others.length),
  };
}

/** The plain baseline: class-balanced mean of −r/σ, σ the standard deviation of the `window` returns before. */
export function plainMean(market: Market, window: number): Float64Array {
  return balanced(
    market,
    (moves) => scaleBefore(moves, window),
    (falls) => mean(falls),
  );
}

/** The score's own joint move with another window of the scale. */
export function withWindow(market: Market, window: number): Float64Array {
  return balanced(market, (moves) => trailingScale(moves, window, Math.min(60, window)), jointMove);
}

/** The score's own classes with another bound on a lone class: u = min(z, alone + withOthers × the falls of the others). */
export function withBound(market: Market, alone: number, withOthers: number): Float64Array {
  return balanced(
    market,
    (moves) => trailingScale(moves, SCALE_SESSIONS, SCALE_LEAST),
    (falls) => {
      if (falls.filter((fall) => !Number.isNaN(fall)).length < MIN_CLASSES) return Number.NaN;
      const fallen = falls.reduce((sum, fall) => sum + (fall > 0 ? fall : 0), 0);
      return mean(falls.map((fall) => Math.min(fall, alone + withOthers * (fallen - Math.max(fall, 0)))));
    },
  );
}

/** The score's own classes without the bound on a lone class. */
export function withoutBound(market: Market): Float64Array {
  return balanced(
    market,
    (moves) => trailingScale(moves, SCALE_SESSIONS, SCALE_LEAST),
    (falls) => mean(falls),
  );
}

/** First-eigenvector share of the returns of SPY, QQQ, EEM, GLD, copper and bitcoin's absence aside: columns without holes since 2005. */
export function firstEigenvector(market: Market, window: number): Float64Array {
  const ids = ['spy', 'qqq', 'eem', 'gld', 'us-hy-oas'];
  return onMeasuredRows(market, ids, (panel) => eigenvectorShare.compute(panel, { window, leading: 1 }));
}

/** CISS-like stress of the same columns: 20-session mean of |r|, ranked. */
export function cissLikeStress(market: Market): Float64Array {
  const ids = ['spy', 'qqq', 'eem', 'gld', 'us-hy-oas'];
  return onMeasuredRows(
    market,
    ids,
    (panel) => cissLike.compute(panel, { decay: 0.9856, initial: 252 }),
    (moves) => rollingMeanOf(moves.map(Math.abs), 20),
  );
}

function rollingMeanOf(values: Float64Array, window: number): Float64Array {
  return values.map((_, t) =>
    t + 1 < window
      ? Number.NaN
      : values.subarray(t + 1 - window, t + 1).reduce((sum, value) => sum + value, 0) / window,
  );
}

/** Computes on the rows on which every column is measured, and puts the values back on the rows of the market from the first scored. */
function onMeasuredRows(
  market: Market,
  ids: readonly string[],
  compute: (panel: Parameters<typeof eigenvectorShare.compute>[0]) => Float64Array,
  prepare: (moves: Float64Array) => Float64Array = (moves) => moves,
): Float64Array {
  const series = ids.map((id) => market.get(id) as NonNullable<ReturnType<Market['get']>>);
  const rows = Array.from(market.dates.keys()).filter((t) =>
    series.every(({ moves }) => !Number.isNaN(moves[t] as number)),
  );
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (t) => values[t] as number);
  const values = compute({
    dates: Int32Array.from(pick(market.dates)),
    columns: series.map(({ column, moves }) => ({
      id: column.id,
      entry: column.entry,
      values: prepare(pick(moves)),
      times: pick(column.times),
    })),
    join: 'intersection',
    asynchronyHours: 0,
  });
  const out = new Float64Array(market.dates.length).fill(Number.NaN);
  rows.forEach((t, i) => {
    if (t >= market.first) out[t] = values[i] as number;
  });
  return out;
}

function balanced(
  market: Market,
  scaleOf: (moves: Float64Array) => Float64Array,
  combine: (falls: number[]) => number,
): Float64Array {
  const classes = RISK_CLASSES.map((assetClass) =>
    BASKET.filter((member) => member.assetClass === assetClass).flatMap(({ id }) => {
      const moves = market.get(id)?.moves;
      if (!moves) return [];
      const scale = scaleOf(moves);
      return [moves.map((move, t) => -move / (scale[t] as number))];
    }),
  );
  return Float64Array.from(market.dates, (_, t) => {
    if (t < market.first) return Number.NaN;
    return combine(classes.map((members) => mean(members.map((z) => z[t] as number))));
  });
}

/** Mean of the measured values; NaN when there is none. */
function mean(values: readonly number[]): number {
  const measured = values.filter((value) => !Number.isNaN(value));
  return measured.reduce((sum, value) => sum + value, 0) / measured.length;
}

/** Standard deviation of the `window` measured moves before each row. */
function scaleBefore(moves: Float64Array, window: number): Float64Array {
  const rows = Array.from(moves.keys()).filter((t) => !Number.isNaN(moves[t] as number));
  const deviation = rollingStandardDeviation(
    Float64Array.from(rows, (t) => moves[t] as number),
    window,
  );
  const out = new Float64Array(moves.length).fill(Number.NaN);
  for (let i = 1; i < rows.length; i++) out[rows[i] as number] = deviation[i - 1] as number;
  return out;
}
