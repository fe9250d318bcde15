import { stream } from '../../../../math/random.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { pearson } from '../../../../measures/correlation.ts';
import { type AbnormalReturns, eventStudy } from '../../../../measures/event-study.ts';
import { kendallTauB } from '../../../../measures/kendall-tau.ts';

/** Sessions of the span that is looked at, and of the market model before it. */
export const SPAN = 20;
export const ESTIMATION = 250;
/** A session is a hit when the standardised abnormal return is at or below this. */
export const HIT = -2.5;
/** Fewest sectors beside the origin for a test of the order, and fewest and most earlier spans for a rank. */
export const LEAST_OTHERS = 5;
export const LEAST_SPANS = 30;
export const MOST_SPANS = 60;
const SEED = 20260206;
const DRAWS = 2000;

export interface SectorSpan {
  /** Place in the list of columns. */
  readonly index: number;
  readonly abnormal: Float64Array;
  readonly standardised: Float64Array;
  readonly cumulative: number;
  /** Standard error of the cumulative abnormal return, of the errors alone. */
  readonly error: number;
  readonly beta: number;
  /** First session of the span with a hit; −1 without one. */
  readonly hit: number;
  /** Abnormal returns of the sample before the span; NaN at a hole. */
  readonly residuals: Float64Array;
  /** Share of the sessions of the sample with a hit, standardised alike. */
  readonly usual: number;
}

/** Each column against the market over the 20 sessions from row `first`; columns with a hole there, or too short a past, are left out. */
export function sectorSpans(
  market: Float64Array,
  columns: readonly Float64Array[],
  first: number,
): readonly SectorSpan[] {
  const { events } = studyAt(market, columns, first);
  return events.map((event) => spanOf(market, columns[event.index]!, first, event));
}

function studyAt(market: Float64Array, columns: readonly Float64Array[], row: number) {
  const events = columns.map((returns) => ({ returns, row }));
  return eventStudy(market, events, { estimation: ESTIMATION, gap: 0, window: [0, SPAN - 1] });
}

function firstHit(standardised: Float64Array): number {
  return standardised.findIndex((score) => score <= HIT);
}

function spanOf(
  market: Float64Array,
  returns: Float64Array,
  first: number,
  { index, alpha, beta, abnormal, standardised, cumulative, residualVariance }: AbnormalReturns,
): SectorSpan {
  const from = first - ESTIMATION;
  const residuals = Float64Array.from(
    { length: ESTIMATION },
    (_, t) => returns[from + t]! - alpha - beta * market[from + t]!,
  );
  const measured = residuals.filter(Number.isFinite);
  const scale = Math.sqrt(residualVariance);
  return {
    index,
    abnormal,
    standardised,
    cumulative,
    error: scale * Math.sqrt(SPAN),
    beta,
    hit: firstHit(standardised),
    residuals,
    usual: measured.filter((value) => value / scale <= HIT).length / measured.length,
  };
}

/** Sectors that a span of 20 sessions would hit at their usual rates: Σ 1 − (1 − p_i)²⁰. */
export function expectedHits(spans: readonly SectorSpan[]): number {
  return spans.reduce((sum, { usual }) => sum + 1 - (1 - usual) ** SPAN, 0);
}

/** Shares of the sectors that were hit in up to 60 spans of 20 sessions before row `first`, which do not overlap, latest first. */
export function earlierShares(
  market: Float64Array,
  columns: readonly Float64Array[],
  first: number,
): readonly number[] {
  const shares: number[] = [];
  for (let row = first - SPAN; row >= ESTIMATION && shares.length < MOST_SPANS; row -= SPAN) {
    const { events } = studyAt(market, columns, row);
    if (events.length > LEAST_OTHERS) {
      shares.push(events.filter(({ standardised }) => firstHit(standardised) >= 0).length / events.length);
    }
  }
  return shares;
}

/** The sector that fell furthest among those hit: if one shock spread, it is the likeliest place of its start. Undefined when none was hit. */
export function originOf(spans: readonly SectorSpan[]): SectorSpan | undefined {
  const lowest = ({ standardised }: SectorSpan) => Math.min(...standardised);
  return spans.filter(({ hit }) => hit >= 0).sort((a, b) => lowest(a) - lowest(b) || a.index - b.index)[0];
}

/** Sessions from the first hit of the origin to the first one of a sector at or after it; undefined without one. */
export function sessionsSince({ standardised }: SectorSpan, origin: SectorSpan): number | undefined {
  const since = firstHit(standardised.subarray(origin.hit));
  return since < 0 ? undefined : since;
}

export interface OrderTest {
  /** Kendall’s τ_b of the sessions since the origin’s hit and the distance from it. */
  readonly tau: number;
  /** Share of the shuffles with a τ at least as high. */
  readonly p: number;
  readonly sectors: number;
}

/**
 * Whether sectors near the origin were hit sooner after it: τ_b of the sessions from its first hit to theirs (a sector without one after all
 * the others) and the distance d = √(2(1 − r)), r the correlation of abnormal returns in the sample before the span; p one-sided from 2000
 * shuffles. Undefined below five other sectors, or where none or all of them were hit on the same session.
 * @see Mantegna (1999), Hierarchical structure in financial markets, European Physical Journal B 11, eq. 2.
 */
export function orderTest(spans: readonly SectorSpan[], origin: SectorSpan): OrderTest | undefined {
  const others = spans.filter((one) => one !== origin);
  if (others.length < LEAST_OTHERS) return undefined;
  const sessions = Float64Array.from(others, (one) => sessionsSince(one, origin) ?? SPAN);
  const distances = Float64Array.from(others, (one) => distance(one, origin));
  const tau = kendallTauB(sessions, distances);
  if (!Number.isFinite(tau)) return undefined;
  const random = stream(SEED);
  let reached = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const order = random.permutation(others.length);
    if (
      kendallTauB(
        sessions,
        distances.map((_, k) => distances[order[k]!]!),
      ) >=
      tau - 1e-12
    )
      reached++;
  }
  return { tau, p: (1 + reached) / (1 + DRAWS), sectors: others.length };
}

export function distance({ residuals: a }: SectorSpan, { residuals: b }: SectorSpan): number {
  const rows = [...a.keys()].filter((t) => Number.isFinite(a[t]! + b[t]!));
  const pick = (from: Float64Array) => valuesAt(from, rows);
  return Math.sqrt(Math.max(0, 2 * (1 - pearson(pick(a), pick(b)))));
}
