import { percentileBand } from '../../../../math/bootstrap.ts';
import { stream } from '../../../../math/random.ts';
import { isAbsent } from '../../../../measures/connectedness/absence.ts';
import {
  type VectorAutoregression,
  vectorAutoregression,
} from '../../../../measures/connectedness/vector-autoregression.ts';
import { type ReturnNews, returnNews } from '../../../../measures/return-news.ts';

export const FEWEST_STEPS = 120;
export const LEVEL = 0.9;
export const DRAWS = 60;
const SEED = 2004;
/** Share of the draws that must have a split for a band. */
const LEAST_DRAWS = 0.5;

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface NewsSplit {
  readonly model: VectorAutoregression;
  readonly news: ReturnNews;
  /** Excess return expected for the last step. */
  readonly expected: number;
  readonly unexpected: number;
  /** News of discount rates in the last step. */
  readonly discountRate: number;
  /** Undefined where too many draws have no split. */
  readonly bands:
    | { readonly cashFlow: Range; readonly discountRate: Range; readonly last: Range }
    | undefined;
}

/**
 * The news in the returns of a market by a model of order 1, with bands by drawing the errors anew. `columns` the excess return and the other
 * states, T values each, all measured in the last row. Undefined below 120 steps, for a model that cannot be estimated, or without a split.
 */
export function newsSplit(
  columns: readonly Float64Array[],
  rho: number,
  draws = DRAWS,
): NewsSplit | undefined {
  const T = columns[0]!.length;
  const from = firstWhole(columns);
  if (T - from - 1 < FEWEST_STEPS) return undefined;
  const whole = columns.map((column) => column.subarray(from));
  const model = vectorAutoregression(whole, 1);
  if (isAbsent(model)) return undefined;
  const news = returnNews(model, rho);
  if (!news) return undefined;
  const unexpected = news.unexpected.at(-1)!;
  return {
    model,
    news,
    expected: columns[0]![T - 1]! - unexpected,
    unexpected,
    discountRate: news.discountRate.at(-1)!,
    bands: bandsOf(whole, model, rho, draws),
  };
}

/** First row from which on no column has a hole. */
function firstWhole(columns: readonly Float64Array[]): number {
  return Math.max(...columns.map((column) => column.findLastIndex((value) => !Number.isFinite(value)) + 1));
}

function bandsOf(columns: readonly Float64Array[], model: VectorAutoregression, rho: number, draws: number) {
  const { n, rows, residuals } = model;
  const last = residuals.subarray((rows - 1) * n, rows * n);
  const random = stream(SEED);
  const out = { cashFlow: [] as number[], discountRate: [] as number[], last: [] as number[] };
  for (let draw = 0; draw < draws; draw++) {
    const picks = Int32Array.from({ length: rows }, () => random.integer(rows));
    const again = vectorAutoregression(simulated(columns, model, picks), 1);
    const news = isAbsent(again) ? undefined : returnNews(again, rho);
    if (!news) continue;
    out.cashFlow.push(news.shares.cashFlow);
    out.discountRate.push(news.shares.discountRate);
    out.last.push(news.weights.reduce((sum, weight, i) => sum + weight * last[i]!, 0));
  }
  if (out.last.length < LEAST_DRAWS * draws || draws === 0) return undefined;
  const band = (values: readonly number[]) => percentileBand(Float64Array.from(values), LEVEL);
  return { cashFlow: band(out.cashFlow), discountRate: band(out.discountRate), last: band(out.last) };
}

function simulated(
  columns: readonly Float64Array[],
  { n, intercept, coefficients, residuals }: VectorAutoregression,
  picks: Int32Array,
): Float64Array[] {
  const out = columns.map((column) => new Float64Array(picks.length + 1).fill(column[0]!));
  for (const [t, pick] of picks.entries()) {
    for (let i = 0; i < n; i++) {
      let value = intercept[i]! + residuals[pick * n + i]!;
      for (let j = 0; j < n; j++) value += coefficients[i * n + j]! * out[j]![t]!;
      out[i]![t + 1] = value;
    }
  }
  return out;
}
