import { stream } from '../../math/random.ts';
import { rollingStandardDeviation } from '../../math/rolling.ts';
import { rankCorrelation, standardisedRanks } from '../../math/standardised-ranks.ts';

/** Sessions of the falls that are looked at. */
export const SPANS = [5, 10, 20] as const;

/** Sessions of the rank correlation, and the value above which two series count as moving together. */
export const RANKED = 20;
export const TOGETHER = 0.5;

/** Changes behind the scale of a fall; they end where the fall begins. */
export const SCALE = 252;

/** A fall counts from one standard deviation. */
const FELL = -1;

/** Sessions without a joint fall after which the next one is another episode. */
const APART = 5;

/** One side of a pair: everything that does not depend on the other side, one value a row. */
export interface Side {
  /** Change over each span, ∏(1 + r) − 1, and the same in σ; in the order of SPANS. */
  readonly changes: readonly Float64Array[];
  readonly z: readonly Float64Array[];
  /** Bit s is set where the fall over SPANS[s] is below −1σ. */
  readonly fell: Uint8Array;
  /** Standardised ranks of the last 20 changes, row-major; only on rows of a fall and on the last. */
  readonly ranks: Float64Array;
}

/**
 * Changes of one series over 5, 10 and 20 rows, in units of σ_h = √h · sd of the 252 one-row changes that end before the h rows.
 * NaN policy: NaN until the scale is warm, and where it is 0. Row t uses rows ≤ t only.
 */
export function sideOf(returns: Float64Array): Side {
  const deviation = rollingStandardDeviation(returns, SCALE);
  const changes = SPANS.map((span) => compounded(returns, span));
  const z = changes.map((change, s) => {
    const span = SPANS[s]!;
    return change.map((value, t) => {
      const sigma = t >= span ? deviation[t - span]! * Math.sqrt(span) : Number.NaN;
      return sigma > 0 ? value / sigma : Number.NaN;
    });
  });
  const fell = new Uint8Array(returns.length);
  for (const [s, one] of z.entries()) {
    for (let t = 0; t < fell.length; t++) if (one[t]! < FELL) fell[t]! |= 1 << s;
  }
  // Elsewhere no joint fall is possible, and ranks are most of the work.
  const wanted = fell.map((bits, t) => (bits !== 0 || t === fell.length - 1 ? 1 : 0));
  return { changes, z, fell, ranks: standardisedRanks(returns, RANKED, wanted) };
}

function compounded(returns: Float64Array, span: number): Float64Array {
  return returns.map((_, t) => {
    if (t < span - 1) return Number.NaN;
    let product = 1;
    for (let s = t - span + 1; s <= t; s++) product *= 1 + returns[s]!;
    return product - 1;
  });
}

/** First row on which every span has a scale. */
export const FIRST_ROW = SCALE + Math.max(...SPANS) - 1;

/** Spearman's ρ of the last 20 changes on a row; NaN on a row, but the last, on which one of the two did not fall. */
export function correlationAt(a: Side, b: Side, row: number): number {
  return rankCorrelation(a.ranks, row, b.ranks, row, RANKED);
}

/** Rows of a joint fall: over some span both fell by more than 1σ, and the rank correlation of the last 20 changes is above 0.5. */
export function jointFalls(a: Side, b: Side): Uint8Array {
  const out = new Uint8Array(a.fell.length);
  for (let t = FIRST_ROW; t < out.length; t++) out[t] = isJoint(a, t, b, t) ? 1 : 0;
  return out;
}

function isJoint(a: Side, t: number, b: Side, u: number): boolean {
  return (a.fell[t]! & b.fell[u]!) !== 0 && rankCorrelation(a.ranks, t, b.ranks, u, RANKED) > TOGETHER;
}

/** First and last row of an episode. */
export interface Episode {
  readonly first: number;
  readonly last: number;
}

/** Joint falls that lie at most five rows apart are one episode; oldest first. */
export function episodes(joint: Uint8Array): readonly Episode[] {
  const found: { first: number; last: number }[] = [];
  for (let t = 0; t < joint.length; t++) {
    if (!joint[t]) continue;
    const latest = found.at(-1);
    if (latest && t - latest.last <= APART) latest.last = t;
    else found.push({ first: t, last: t });
  }
  return found;
}

export interface JointFrequency {
  /** Share of rows with a joint fall. */
  readonly share: number;
  /** Mean share of the draws. */
  readonly independent: number;
  /** (1 + number of draws with at least this share) / (1 + draws). */
  readonly pValue: number;
}

/** Rows by which a series is turned at least, either way, so that no fall meets its own neighbourhood. */
const LEAST_TURN = 60;

/**
 * How often the two fall together, against what they would do if they had nothing to do with one another: the second series is turned
 * round its own history by a random number of rows (a circular block as long as the history), which keeps its falls, their runs and their
 * size, and breaks what binds it to the first. One-sided: a small p speaks against independence.
 * NaN policy: all NaN below twice 60 rows after the first.
 * @see Politis & Romano (1992), circular block resampling; Phipson & Smyth (2010) for p with the 1s
 */
export function jointFrequency(
  a: Side,
  b: Side,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): JointFrequency {
  const n = a.fell.length - FIRST_ROW;
  if (n <= 2 * LEAST_TURN) return { share: Number.NaN, independent: Number.NaN, pValue: Number.NaN };
  const fallen = Int32Array.from([...a.fell.keys()].filter((t) => t >= FIRST_ROW && a.fell[t] !== 0));
  const observed = countTurned(a, b, fallen, 0);
  const random = stream(seed);
  let [sum, atLeast] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const count = countTurned(a, b, fallen, LEAST_TURN + random.integer(n - 2 * LEAST_TURN + 1));
    sum += count;
    if (count >= observed) atLeast++;
  }
  return { share: observed / n, independent: sum / draws / n, pValue: (1 + atLeast) / (1 + draws) };
}

/** Joint falls among the rows on which the first fell, the second turned by a number of rows. */
function countTurned(a: Side, b: Side, fallen: Int32Array, by: number): number {
  const rows = a.fell.length;
  let count = 0;
  for (let k = 0; k < fallen.length; k++) {
    const t = fallen[k]!;
    const u = t + by < rows ? t + by : t + by - rows + FIRST_ROW;
    if (isJoint(a, t, b, u)) count++;
  }
  return count;
}
