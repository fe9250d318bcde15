import { checkFinite, checkNotNegative, checkPositive, checkWhole, checkWithin } from '../math/arguments.ts';
import { stream } from '../math/random.ts';

/** One order book, whose mark is its last price, and the positions that must be closed as it moves. Log prices are relative to the start. */
export interface CascadeBook {
  /** Expected log return of each step. */
  readonly drift: Float64Array;
  /** Standard deviation of the log return of a step. */
  readonly volatility: number;
  /** Log price by which the first US dollar moves the market (k). */
  readonly impact: number;
  /** How impact grows with the quantity: with its square root when left out. */
  readonly law?: ImpactLaw;
  /** Share of the quantity absorbed so far that still weighs on the price a step later, [0, 1]. */
  readonly decay: number;
  /** Log price between two levels of the ladders. */
  readonly binWidth: number;
  /** A_j: US dollars that must have been sold once the log price has fallen to −j·binWidth; A_0 = 0, never descending. */
  readonly longs: Float64Array;
  /** B_j: US dollars that must have been bought once it has risen to +j·binWidth; B_0 = 0, never descending. */
  readonly shorts: Float64Array;
}

export type ImpactLaw = 'square-root' | 'linear';

/** What happened on each path, one value a path. */
export interface CascadePaths {
  /** Lowest log price, the start included. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly final: Float64Array;
  /** US dollars of longs that were sold. */
  readonly sold: Float64Array;
  /** US dollars of shorts that were bought back. */
  readonly bought: Float64Array;
  /** Step that first saw the lowest price, from 0; −1 when that was the start. */
  readonly stepOfLowest: Int32Array;
}

/**
 * Paths from…to) of a market in which falling prices force sales that make prices fall, and rising ones purchases.
 *
 * f_t = f_{t−1} + drift_t + σ z_t, Q_t = d·Q_{t−1}, y = f − sign(Q)·k·√|Q| (or f − k·Q);
 * while y has reached a level j beyond the furthest so far, J: Q += A_j − A_J (longs, y ≤ −j·w) or Q −= B_j − B_J (shorts, y ≥ j·w), J = j.
 *
 * f log price without forced orders; y log price; Q decaying quantity (US dollars, sold above 0), so that impact is charged on what has
 * accumulated and does not depend on the width of the bins; w bin width. A position is closed once. Path p draws its z from `stream(seed, p)`:
 * the same numbers in whatever batch. `fan`, when given, receives y after every step, (to − from)×steps row-major. NaN: refused.
 * @throws RangeError when a value is not finite or outside its range, a ladder does not start from 0 or descends, or `fan` has another length.
 * @see Bouchaud, Farmer & Lillo (2009), How markets slowly digest changes in supply and demand; Cont & Schaanning (2017), Fire sales,
 * indirect contagion and systemic stress testing.
 */
export function simulateBookCascade(
  book: CascadeBook,
  seed: number,
  from: number,
  to: number,
  fan?: Float64Array,
): CascadePaths {
  checkCascade(book, from, to, fan);
  const out = emptyPaths(to - from);
  // As floating-point numbers for certain: a whole one in a field of the book, such as no volatility, would slow every step after it.
  const factors = Float64Array.of(book.volatility, book.impact, book.decay, 1 / book.binWidth);
  const z = new Float64Array(book.drift.length);
  for (let i = 0; i < to - from; i++) {
    stream(seed, from + i).normals(z);
    walk(book, factors, z, out, i, fan);
  }
  return out;
}

export function emptyPaths(count: number): CascadePaths {
  const values = () => new Float64Array(count);
  return {
    lowest: values(),
    highest: values(),
    final: values(),
    sold: values(),
    bought: values(),
    stepOfLowest: new Int32Array(count),
  };
}

function walk(
  book: CascadeBook,
  factors: Float64Array,
  z: Float64Array,
  out: CascadePaths,
  at: number,
  fan: Float64Array | undefined,
): void {
  const { drift, longs, shorts } = book;
  const linear = book.law === 'linear';
  const volatility = factors[0]!;
  const impact = factors[1]!;
  const decay = factors[2]!;
  const perBin = factors[3]!;
  const deepest = longs.length - 1;
  const uppermost = shorts.length - 1;
  let f = 0;
  let y = 0;
  let q = 0;
  let lowest = 0;
  let highest = 0;
  let stepOfLowest = -1;
  let fallen = 0;
  let risen = 0;
  // The next level of each ladder, NaN behind the last: one comparison a step and side finds that nothing is triggered, at any price.
  let nextFall = deepest > 0 ? -1 : Number.NaN;
  let nextRise = uppermost > 0 ? 1 : Number.NaN;
  for (let t = 0; t < z.length; t++) {
    f += drift[t]! + volatility * z[t]!;
    q *= decay;
    const push = linear ? impact * q : rooted(impact, q);
    y = f - push;
    let x = y * perBin;
    if (x <= nextFall) {
      do {
        const level = Math.min(deepest, -x) | 0;
        q += longs[level]! - longs[fallen]!;
        fallen = level;
        nextFall = level < deepest ? -level - 1 : Number.NaN;
        y = f - (linear ? impact * q : rooted(impact, q));
        x = y * perBin;
      } while (x <= nextFall);
    } else if (x >= nextRise) {
      do {
        const level = Math.min(uppermost, x) | 0;
        q -= shorts[level]! - shorts[risen]!;
        risen = level;
        nextRise = level < uppermost ? level + 1 : Number.NaN;
        y = f - (linear ? impact * q : rooted(impact, q));
        x = y * perBin;
      } while (x >= nextRise);
    }
    if (y < lowest) {
      lowest = y;
      stepOfLowest = t;
    }
    if (y > highest) highest = y;
    if (fan !== undefined) fan[at * z.length + t] = y;
  }
  out.lowest[at] = lowest;
  out.highest[at] = highest;
  out.final[at] = y;
  out.sold[at] = longs[fallen]!;
  out.bought[at] = shorts[risen]!;
  out.stepOfLowest[at] = stepOfLowest;
}

function rooted(impact: number, q: number): number {
  return q < 0 ? -(impact * Math.sqrt(-q)) : impact * Math.sqrt(q);
}

export function checkCascade(book: CascadeBook, from: number, to: number, fan?: Float64Array): void {
  const { drift, volatility, impact, law, decay, binWidth, longs, shorts } = book;
  for (let t = 0; t < drift.length; t++) checkFinite(`drift of step ${t}`, drift[t]!);
  checkNotNegative('volatility', volatility);
  checkNotNegative('impact', impact);
  if (law !== undefined && law !== 'square-root' && law !== 'linear') {
    throw new RangeError(`law must be square-root or linear, came ${law}`);
  }
  checkWithin('decay', decay, 0, 1);
  checkPositive('bin width', binWidth);
  checkLadder('longs', longs);
  checkLadder('shorts', shorts);
  checkWhole('from', from, 0);
  checkWhole('to', to, from);
  if (fan !== undefined && fan.length !== (to - from) * drift.length) {
    throw new RangeError(
      `fan must hold ${to - from} paths × ${drift.length} steps, came ${fan.length} values`,
    );
  }
}

/** @throws RangeError when a ladder does not start from 0, descends, or holds what is not finite. */
export function checkLadder(name: string, ladder: Float64Array): void {
  if (ladder[0] !== 0) throw new RangeError(`${name} must start from 0, came ${ladder[0]}`);
  for (let j = 1; j < ladder.length; j++) {
    checkFinite(`${name}[${j}]`, ladder[j]!);
    if (ladder[j]! < ladder[j - 1]!) {
      throw new RangeError(`${name} must not descend, came ${ladder[j]} after ${ladder[j - 1]}`);
    }
  }
}
