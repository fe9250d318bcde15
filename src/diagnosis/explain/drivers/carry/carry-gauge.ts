import { correlationMatrix } from '../../../../math/rolling-correlation.ts';
import { trailingScale } from '../../../scan/trailing-scale.ts';
import { type CarryRows, reportBy } from './carry-rows.ts';

/** What a carry unwind would show. The first is the falsifier: without it the rest says nothing. */
export const LEGS = ['yen', 'basket', 'carry-to-volatility', 'positions', 'assets', 'link'] as const;
export type Leg = (typeof LEGS)[number];
export const VERDICTS = ['supported', 'not-supported', 'not-measured'] as const;
export type CarryVerdict = (typeof VERDICTS)[number];

/**
 * What each leg must reach: σ of the yen's and the basket's and the shares' move; a place among the last 250 changes of carry to volatility;
 * speculators short of yen at all; and a correlation that one of 60 independent pairs falls under once in twenty (−1.645/√60).
 */
export const LINES: Readonly<Record<Leg, number>> = {
  yen: 1,
  basket: -1,
  'carry-to-volatility': 0.1,
  positions: 0,
  assets: -1,
  link: -0.2124,
};

/** Fewest legs beside the yen that make a verdict. */
const LEAST = 3;

const SCALE_SESSIONS = 126;
const SCALE_LEAST = 60;
export const VOLATILITY_SESSIONS = 20;
export const LINK_SESSIONS = 60;
export const RATIO_CHANGES = 250;
export const REPORTS = 156;
/** A move of this many σ fills its leg. */
const FULL = 3;
const SESSIONS_A_YEAR = 252;

export interface GaugeRow {
  /** What each leg is judged by; NaN where it is not measured. */
  readonly measures: Readonly<Record<Leg, number>>;
  /** 0 nothing, 1 as much as counts. */
  readonly scores: Readonly<Record<Leg, number>>;
  readonly passed: Readonly<Record<Leg, boolean | null>>;
  readonly gauge: number;
  readonly verdict: CarryVerdict;
  readonly moves: { readonly yen: number; readonly basket: number; readonly assets: number };
  readonly ratio: number;
}

/** The gauge at any row of `rows` for moves over `window` sessions; each row uses rows up to itself. */
export function carryGauge(rows: CarryRows, window: number): (t: number) => GaugeRow {
  const yen = movesOf(rows.yen, window);
  const basket = movesOf(rows.basket, window);
  const assets = rows.assets.map((one) => movesOf(one, window));
  const ratio = carryToVolatility(rows);
  const ratioChange = ratio.map((now, t) => (t < window ? Number.NaN : now - ratio[t - window]!));
  return (t) => {
    const position = positionAt(rows, t, window);
    const measures = {
      yen: yen.z[t]!,
      basket: basket.z[t]!,
      'carry-to-volatility': rankOf(ratioChange, t),
      positions: position.net,
      assets: mean(assets.map(({ z }) => z[t]!)),
      link: correlationBefore(rows.assets[1]!, rows.yen, t - window),
    };
    const scores = {
      yen: clip(measures.yen / FULL),
      basket: clip(-measures.basket / FULL),
      'carry-to-volatility': clip(1 - 2 * measures['carry-to-volatility']),
      positions: position.score,
      assets: clip(-measures.assets / FULL),
      link: clip(-measures.link),
    };
    return {
      measures,
      scores,
      ...judge(measures, scores),
      moves: {
        yen: yen.moves[t]!,
        basket: basket.moves[t]!,
        assets: mean(assets.map(({ moves }) => moves[t]!)),
      },
      ratio: ratio[t]!,
    };
  };
}

/** Verdict and gauge from the legs: √(yen × mean of the others), so that a yen that did not rise makes 0. */
export function judge(measures: GaugeRow['measures'], scores: GaugeRow['scores']) {
  const passed = Object.fromEntries(
    LEGS.map((leg) => [leg, Number.isNaN(measures[leg]) ? null : passes(leg, measures[leg])]),
  ) as Record<Leg, boolean | null>;
  const others = LEGS.filter((leg) => leg !== 'yen' && passed[leg] !== null);
  const measured = passed.yen !== null && others.length >= LEAST;
  const held = others.filter((leg) => passed[leg]).length;
  const supported = passed.yen === true && 2 * held > others.length;
  const verdict: CarryVerdict = !measured ? 'not-measured' : supported ? 'supported' : 'not-supported';
  const gauge = measured ? Math.sqrt(scores.yen * mean(others.map((leg) => scores[leg]))) : Number.NaN;
  return { passed, verdict, gauge };
}

function passes(leg: Leg, value: number): boolean {
  if (leg === 'yen') return value >= LINES.yen;
  return leg === 'positions' ? value < LINES.positions : value <= LINES[leg];
}

/** Moves over the window, and in σ of the days before it. */
function movesOf(changes: Float64Array, window: number) {
  const scale = trailingScale(changes, SCALE_SESSIONS, SCALE_LEAST);
  const moves = changes.map((_, t) => {
    if (t < window) return Number.NaN;
    let growth = 1;
    for (let s = t - window + 1; s <= t; s++) growth *= 1 + changes[s]!;
    return growth - 1;
  });
  const z = moves.map((move, t) => move / (scale[t - window + 1]! * Math.sqrt(window)));
  return { moves, z };
}

/** Carry a year over the volatility a year of the last 20 sessions. */
function carryToVolatility({ carry, yen }: CarryRows): Float64Array {
  return carry.map((rate, t) => {
    if (t < VOLATILITY_SESSIONS) return Number.NaN;
    let squares = 0;
    for (let s = t - VOLATILITY_SESSIONS + 1; s <= t; s++) squares += yen[s]! ** 2;
    return rate / Math.sqrt((squares / VOLATILITY_SESSIONS) * SESSIONS_A_YEAR);
  });
}

/** Share of the last 250 values that are at or below the one of row t; NaN when fewer are measured. */
function rankOf(values: Float64Array, t: number): number {
  const now = values[t]!;
  if (t < RATIO_CHANGES - 1 || Number.isNaN(now)) return Number.NaN;
  let below = 0;
  for (let s = t - RATIO_CHANGES + 1; s <= t; s++) {
    if (Number.isNaN(values[s]!)) return Number.NaN;
    if (values[s]! <= now) below++;
  }
  return below / RATIO_CHANGES;
}

/** Net position of the latest report taken before the window began, and how short that is among those of three years. */
function positionAt({ dates, positions }: CarryRows, t: number, window: number) {
  const row = t < window ? -1 : reportBy(positions, dates[t - window]!);
  if (row < REPORTS - 1) return { net: Number.NaN, score: Number.NaN };
  const net = positions.values[row]!;
  if (!(net < 0)) return { net, score: 0 };
  let above = 0;
  for (let last = row - REPORTS + 1; last <= row; last++) if (positions.values[last]! >= net) above++;
  return { net, score: above / REPORTS };
}

/** Correlation over the 60 rows that end in row `to`; NaN where one of them is missing or does not vary. */
function correlationBefore(a: Float64Array, b: Float64Array, to: number): number {
  const from = to - LINK_SESSIONS + 1;
  return from < 0 ? Number.NaN : correlationMatrix([a, b], from, to + 1)[1]!;
}

function clip(value: number): number {
  return Number.isNaN(value) ? Number.NaN : Math.min(1, Math.max(0, value));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
