import { rollingMean } from '../../math/rolling.ts';
import type { LEVEL_KINDS, LEVEL_STATES } from './levels-answer.ts';

export type LevelKind = (typeof LEVEL_KINDS)[number];
export type LevelState = (typeof LEVEL_STATES)[number];

/** Sessions on either side that a swing stands out from; it is known only when the later ones have passed. */
export const SWING_ROWS = 20;

/** Years of sessions in which swings are looked for. */
export const SWING_YEARS = 3;

export const AVERAGE_ROWS = [50, 200] as const;

/** How far under the close, as a share of it, a level still is of interest. */
const BELOW = 0.3;

const ROUNDS_ABOVE = 12;
const ROUNDS_BELOW = 3;
const SWINGS_ABOVE = 3;
const SWINGS_BELOW = 2;

/** Closes, highs and lows of one price; a row without a high or low counts its close for it. */
export interface Bars {
  readonly close: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
}

export interface Rung {
  readonly kind: LevelKind;
  readonly price: number;
  /** Row the level comes from: the swing, the peak; −1 for round numbers and averages. */
  readonly row: number;
  readonly state: LevelState;
  /** First row of the leg that closed below; of an average the first of the latest run below. −1: none. */
  readonly broken: number;
  /** Latest row of the leg whose low reached the level and whose close held it; −1: none. */
  readonly tested: number;
  /** Latest row before the leg's first break that closed below; −1: none in the history. */
  readonly lastBelow: number;
}

export interface Ladder {
  /** Row at which the present leg begins: the highest close of the last year, the latest of equals. */
  readonly start: number;
  readonly step: number;
  /** Highest first. */
  readonly rungs: readonly Rung[];
}

/**
 * Step between round numbers: of 1, 2, 5 × 10ⁿ the one whose share of the price is nearest, in logarithm, to the middle of 5–10 %.
 * @throws RangeError when the price is not positive and finite
 */
export function roundStep(price: number): number {
  if (!(price > 0 && price < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`a step needs a positive price, came ${price}`);
  }
  const wanted = price * Math.sqrt(0.05 * 0.1);
  const power = Math.floor(Math.log10(wanted));
  const steps = [power, power + 1].flatMap((n) => [1, 2, 5].map((digit) => Number(`${digit}e${n}`)));
  const miss = (step: number) => Math.abs(Math.log(step / wanted));
  return steps.reduce((best, step) => (miss(step) < miss(best) ? step : best));
}

/**
 * Rows of swings: lows (sign 1) or highs (sign −1) that are the extreme of the `span` rows on either side, the first of equals.
 * A swing appears `span` rows after it happened, so rows later than `values.length − 1 − span` are not given.
 */
export function swingRows(values: Float64Array, from: number, sign: 1 | -1, span = SWING_ROWS): number[] {
  const found: number[] = [];
  for (let row = Math.max(from, span); row < values.length - span; row++) {
    if (isSwing(values, row, sign, span)) found.push(row);
  }
  return found;
}

function isSwing(values: Float64Array, row: number, sign: 1 | -1, span: number): boolean {
  const own = sign * values[row]!;
  for (let other = row - span; other <= row + span; other++) {
    const value = sign * values[other]!;
    if (other < row ? value <= own : value < own) return false;
  }
  return true;
}

interface Candidate {
  readonly kind: LevelKind;
  readonly row: number;
  readonly price: number;
  /** The level on each row, for one that moves. */
  readonly path?: Float64Array;
}

/**
 * Ladder of levels under and over the latest close, each with what the present leg did to it.
 *
 * The leg begins at the highest close of the last `year` rows. A fixed level at or below that close is broken by the first later close
 * below it; held when a low of the leg reached it and no close fell below; reclaimed when the latest close is back above. A level above
 * the leg's first close, and one that was never reached, is not reached. `broken-today` is a close below after a close at or above.
 * An average is judged by its own path. Undefined when the latest close is not positive.
 */
export function ladderOf(bars: Bars, year: number): Ladder | undefined {
  const last = bars.close.length - 1;
  const price = bars.close[last] ?? Number.NaN;
  if (!(price > 0)) return undefined;
  const start = latestHighest(bars.close, Math.max(0, last - year + 1));
  const step = roundStep(price);
  const rungs = candidatesOf(bars, { start, step, year }).map((one) => rungOf(bars, start, one));
  return { start, step, rungs: rungs.sort((a, b) => b.price - a.price || order(a) - order(b)) };
}

const ORDER: readonly LevelKind[] = [
  'peak-high',
  'peak-close',
  'average-200',
  'average-50',
  'swing-high',
  'swing-low',
  'round',
];

function order({ kind }: Rung): number {
  return ORDER.indexOf(kind);
}

function latestHighest(values: Float64Array, from: number): number {
  let best = from;
  for (let row = from; row < values.length; row++) if (values[row]! >= values[best]!) best = row;
  return best;
}

function candidatesOf(
  { close, high, low }: Bars,
  { start, step, year }: { start: number; step: number; year: number },
): Candidate[] {
  const last = close.length - 1;
  const now = close[last]!;
  const top = latestHighest(high, Math.max(0, last - year + 1));
  const all: Candidate[] = [
    ...roundsOf(now, close[start]!, step),
    { kind: 'peak-high', row: top, price: high[top]! },
    { kind: 'peak-close', row: start, price: close[start]! },
    ...averagesOf(close),
    ...swingsOf(low, 1, { now, top: close[start]!, year }),
    ...swingsOf(high, -1, { now, top: close[start]!, year }),
  ];
  const seen = new Set<number>();
  return all.filter(({ price }) => price > 0 && !seen.has(price) && seen.add(price));
}

function averagesOf(close: Float64Array): Candidate[] {
  return AVERAGE_ROWS.flatMap((rows) => {
    const path = rollingMean(close, rows);
    const price = path.at(-1)!;
    return Number.isNaN(price) ? [] : [{ kind: `average-${rows}` as const, row: -1, price, path }];
  });
}

function swingsOf(
  values: Float64Array,
  sign: 1 | -1,
  { now, top, year }: { now: number; top: number; year: number },
): Candidate[] {
  const rows = swingRows(values, values.length - SWING_YEARS * year, sign);
  const swings = rows.map((row) => ({
    kind: sign === 1 ? ('swing-low' as const) : ('swing-high' as const),
    row,
    price: values[row]!,
  }));
  const above = swings.filter(({ price }) => price >= now && price <= top);
  const below = swings.filter(({ price }) => price < now && price >= (1 - BELOW) * now);
  return [
    ...above.sort((a, b) => a.price - b.price || b.row - a.row).slice(0, SWINGS_ABOVE),
    ...below.sort((a, b) => b.price - a.price || b.row - a.row).slice(0, SWINGS_BELOW),
  ];
}

/** Multiples of the step from the leg's first close down to a few under the latest. */
function roundsOf(now: number, top: number, step: number): Candidate[] {
  const first = Math.ceil(now / step);
  const above = Array.from({ length: ROUNDS_ABOVE }, (_, k) => first + k).filter((k) => k * step <= top);
  const below = Array.from({ length: ROUNDS_BELOW }, (_, k) => first - 1 - k).filter((k) => k > 0);
  // The product of a step such as 0.2 is not the decimal that a reader means.
  return [...above, ...below].map((k) => ({
    kind: 'round',
    row: -1,
    price: Number((k * step).toPrecision(12)),
  }));
}

function rungOf({ close, low }: Bars, start: number, { kind, row, price, path }: Candidate): Rung {
  const last = close.length - 1;
  const at = (t: number) => path?.[t] ?? price;
  const belowAt = (t: number) => close[t]! < at(t);
  const rung = { kind, row, price };
  if (!path && price > close[start]!) {
    return { ...rung, state: 'not-reached', broken: -1, tested: -1, lastBelow: -1 };
  }
  const broken = path ? latestRunBelow(start, last, belowAt) : firstBelow(start, last, belowAt);
  const tested = broken < 0 ? latestTest(start, last, (t) => low[t]! <= at(t) && !belowAt(t)) : -1;
  const state =
    broken < 0
      ? tested < 0
        ? 'not-reached'
        : 'held'
      : !belowAt(last)
        ? 'reclaimed'
        : last > start && belowAt(last - 1)
          ? 'broken-earlier'
          : 'broken-today';
  return { ...rung, state, broken, tested, lastBelow: path ? -1 : lastBelow(start, price, close) };
}

function firstBelow(start: number, last: number, below: (t: number) => boolean): number {
  for (let t = start + 1; t <= last; t++) if (below(t)) return t;
  return -1;
}

function latestRunBelow(start: number, last: number, below: (t: number) => boolean): number {
  let t = last;
  while (t > start && !below(t)) t--;
  if (t <= start) return -1;
  while (t - 1 > start && below(t - 1)) t--;
  return t;
}

function latestTest(start: number, last: number, held: (t: number) => boolean): number {
  for (let t = last; t > start; t--) if (held(t)) return t;
  return -1;
}

function lastBelow(start: number, price: number, close: Float64Array): number {
  for (let t = start; t >= 0; t--) if (close[t]! < price) return t;
  return -1;
}
