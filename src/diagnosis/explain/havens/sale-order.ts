import { midRanks } from '../../../math/mid-ranks.ts';
import { mean } from '../../../math/moments.ts';
import { stream } from '../../../math/random.ts';
import { valuesAt } from '../../../math/values-at.ts';
import { priceImpact } from '../../../measures/amihud-illiquidity.ts';
import { spearman } from '../../../measures/rank-correlation.ts';
import { trailingScale } from '../../scan/trailing-scale.ts';

const COST_ROWS = 60;
const GAIN_ROWS = 250;
/** Fewest assets that are ranked. */
export const LEAST_ASSETS = 6;

/** What a seller knows of an asset row by row. */
export interface Saleable {
  readonly closes: Float64Array;
  /** Return from the row before. */
  readonly returns: Float64Array;
  /** Amihud's impact for one dollar, row by row. */
  readonly impact: Float64Array;
  /** Trailing robust scale of the returns, known before each row. */
  readonly scale: Float64Array;
}

/** `closes` and `volume` (units) n rows; NaN where not measured. */
export function saleable(closes: Float64Array, returns: Float64Array, volume: Float64Array): Saleable {
  return { closes, returns, impact: priceImpact(closes, volume), scale: trailingScale(returns, 126, 60) };
}

export interface Sold {
  /** Index of the asset in the list given. */
  readonly index: number;
  /** Fraction for 10⁹ dollars. */
  readonly cost: number;
  /** P / mean P of 250 rows − 1. */
  readonly gain: number;
  readonly change: number;
  /** Change in σ of as many rows. */
  readonly z: number;
  /** Rank by which it is expected to be sold, 1 first, and by which it fell, 1 the most. */
  readonly predicted: number;
  readonly actual: number;
}

/**
 * Order in which a seller who must raise cash would sell, against the order of the falls over `sessions` rows to row `last`.
 *
 * predicted: rank of (rank of cost, cheap first + rank of gain, largest first) at row last − sessions · actual: rank of z, lowest first
 * cost = 10⁹ · mean |r| / (P V) of 60 rows (at least 30) · gain = P / mean P of 250 rows (at least 125) − 1 · z = change / (s √sessions)
 *
 * Ties share their ranks. Assets with any of the three missing are left out; empty below 6. Rows after `last` are not read, and what is
 * predicted uses none of the rows of the falls.
 */
export function saleOrder(assets: readonly Saleable[], last: number, sessions: number): readonly Sold[] {
  const before = last - sessions;
  const known = assets
    .map((asset, index) => ({ index, ...stateAt(asset, before), ...fallOf(asset, before, last) }))
    .filter(({ cost, gain, z }) => Number.isFinite(cost + gain + z));
  if (known.length < LEAST_ASSETS) return [];
  const rank = (of: (one: (typeof known)[number]) => number) => midRanks(Float64Array.from(known, of));
  const [cheap, gained, fell] = [rank(({ cost }) => cost), rank(({ gain }) => -gain), rank(({ z }) => z)];
  const predicted = midRanks(cheap.map((value, k) => value + gained[k]!));
  return known.map((one, k) => ({ ...one, predicted: predicted[k]!, actual: fell[k]! }));
}

function stateAt({ closes, impact }: Saleable, row: number) {
  const measured = (values: Float64Array, rows: number, least: number) => {
    const found = values.subarray(Math.max(0, row - rows + 1), row + 1).filter(Number.isFinite);
    return found.length < least ? Number.NaN : mean(found);
  };
  if (row < 0) return { cost: Number.NaN, gain: Number.NaN };
  return {
    cost: 1e9 * measured(impact, COST_ROWS, COST_ROWS / 2),
    gain: closes[row]! / measured(closes, GAIN_ROWS, GAIN_ROWS / 2) - 1,
  };
}

/** Change over the rows, each of which must have a return, and its z by the scale known before them. */
function fallOf({ returns, scale }: Saleable, before: number, last: number) {
  let level = 1;
  for (let t = before + 1; t <= last; t++) level *= 1 + (returns[t] ?? Number.NaN);
  const change = level - 1;
  return { change, z: change / ((scale[before + 1] ?? Number.NaN) * Math.sqrt(last - before)) };
}

/** Spearman’s correlation of the two orders; NaN for none. */
export function agreement(sold: readonly Sold[]): number {
  if (sold.length === 0) return Number.NaN;
  return spearman(
    Float64Array.from(sold, ({ predicted }) => predicted),
    Float64Array.from(sold, ({ actual }) => actual),
  );
}

const SEED = 20260206;
const PERMUTATIONS = 1999;

/** Share of the permutations of one order, and of what was seen, that agree at least as well: one-sided p. NaN for none. */
export function agreementP(sold: readonly Sold[]): number {
  const seen = agreement(sold);
  if (Number.isNaN(seen)) return Number.NaN;
  const random = stream(SEED);
  // By the actual order, so that the p does not depend on the order of the list.
  const sorted = sold.toSorted((a, b) => a.actual - b.actual || a.predicted - b.predicted);
  const predicted = Float64Array.from(sorted, (one) => one.predicted);
  const actual = Float64Array.from(sorted, (one) => one.actual);
  let atLeast = 1;
  for (let k = 0; k < PERMUTATIONS; k++) {
    const order = random.permutation(sold.length);
    const shuffled = valuesAt(predicted, order);
    if (spearman(shuffled, actual) >= seen - 1e-12) atLeast++;
  }
  return atLeast / (PERMUTATIONS + 1);
}
