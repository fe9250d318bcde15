import { checkWhole } from '../math/arguments.ts';
import { valuesAt } from '../math/values-at.ts';

export interface BetaBreaksOptions {
  /** Market return below which a row is one of stress: it has a slope of its own. Left out: one slope for all rows. */
  readonly threshold?: number;
  /** Scale of the asset known before each row, in units of the asset: the row counts with 1/scale². Left out: all alike. */
  readonly scale?: Float64Array;
  /** Fewest rows of a segment. Default 60. */
  readonly leastRows?: number;
  /** Most breaks that are searched. Default 5. */
  readonly maxBreaks?: number;
  /** Breaks are searched on every `step`-th row, then moved one at a time to the best row between their neighbours. Default 1: exact. */
  readonly step?: number;
  /**
   * What chooses their number. Default `lwz`, which admits a false break once in hundreds of samples; `bic3`, Schwarz's with three parameters
   * for each date, sees smaller breaks and wants rows that `scale` has made alike.
   */
  readonly criterion?: 'lwz' | 'bic3';
}

export interface BetaBreaks {
  /** First row of each new segment, ascending; empty without a break. */
  readonly breaks: readonly number[];
  /** Σ e²/scale² of the segmentation chosen. */
  readonly rss: number;
}

/** Slopes of a segment; 0 where it has no such rows, `stress` that of `calm` without a threshold. */
export interface SegmentSlopes {
  readonly calm: number;
  readonly stress: number;
}

/**
 * Rows at which the beta of an asset to a market changed: the segments that minimise Σ_segments Σ_t (r_t − b m_t 1[m_t ≥ q] − c m_t 1[m_t < q])² / s_t²
 * with slopes b (ordinary rows) and c (stress) free in each; their number M by LWZ = ln(RSS/(n − p)) + p · 0.299 (ln n)^2.1 / n, p = 3M + 2 (2M + 1 without stress),
 * or by ln(RSS/n) + p · ln n / n, p = 5M + 2 (4M + 1).
 *
 * `asset`, `market` n returns without holes; s the scale. By dynamic programming over all segmentations of at least `leastRows` rows; exact when `step` is 1.
 * All rows given are used: it dates breaks in the past; for what was known at a day give rows up to that day.
 * NaN policy: no holes are allowed. Fewer than 2 · leastRows rows have no break.
 * @throws RangeError when lengths differ, a value is not finite, a scale is not above 0, or an option is no whole number.
 * @see Bai & Perron (2003), J. Applied Econometrics 18, section 3 (segments); Liu, Wu & Zidek (1997), Statistica Sinica 7, 497–525 (LWZ);
 *   Hall, Osborn & Sakkas (2013), The Manchester School 81(S3), 54–81 (a date as three coefficients)
 */
export function betaBreaks(
  asset: Float64Array,
  market: Float64Array,
  options: BetaBreaksOptions,
): BetaBreaks {
  const { threshold = Number.NEGATIVE_INFINITY, scale, leastRows = 60, maxBreaks = 5, step = 1 } = options;
  checkWhole('leastRows', leastRows, 2);
  checkWhole('maxBreaks', maxBreaks, 0);
  checkWhole('step', step, 1);
  checkRows(asset, market, scale);
  const n = asset.length;
  const sums = prefixSums(asset, market, threshold, scale);
  const partitions = partitionsOn(nodesOf(n, step), sums, leastRows, maxBreaks);
  const models = partitions.map((nodes) => {
    const breaks = step === 1 ? nodes : moved(nodes, sums, leastRows, n);
    return { breaks, rss: residual(sums, breaks, n) };
  });
  const slopes = Number.isFinite(threshold) ? 2 : 1;
  const cost = CRITERIA[options.criterion ?? 'lwz'];
  const of = ({ breaks, rss }: BetaBreaks) => cost(rss, n, slopes, breaks.length);
  return models.reduce((least, model) => (of(model) < of(least) ? model : least));
}

/**
 * Slopes b and c of each segment between given breaks, by the least squares of `betaBreaks`: one more than breaks.
 * @throws RangeError as there.
 */
export function segmentSlopes(
  asset: Float64Array,
  market: Float64Array,
  breaks: readonly number[],
  { threshold = Number.NEGATIVE_INFINITY, scale }: Pick<BetaBreaksOptions, 'threshold' | 'scale'>,
): SegmentSlopes[] {
  checkRows(asset, market, scale);
  const sums = prefixSums(asset, market, threshold, scale);
  const ends = [...breaks, asset.length];
  return ends.map((to, k) => {
    const over = (values: Float64Array) => values[to]! - values[breaks[k - 1] ?? 0]!;
    const calm = ratio(over(sums.calmCross), over(sums.calmSquare));
    return {
      calm,
      stress: Number.isFinite(threshold) ? ratio(over(sums.stressCross), over(sums.stressSquare)) : calm,
    };
  });
}

function ratio(cross: number, square: number): number {
  return square > 0 ? cross / square : 0;
}

/** Rows at which a segment may begin or end: 0, and every step-th row counted back from n. */
function nodesOf(n: number, step: number): Int32Array {
  const rest = Array.from({ length: Math.floor(n / step) + 1 }, (_, k) => n - k * step).reverse();
  return Int32Array.from(rest[0] === 0 ? rest : [0, ...rest]);
}

/** The best partition with 0, 1, … breaks on the nodes. */
function partitionsOn(nodes: Int32Array, sums: Sums, leastRows: number, maxBreaks: number): number[][] {
  const last = nodes.length - 1;
  const most = Math.max(0, Math.min(maxBreaks, Math.floor(nodes[last]! / leastRows) - 1));
  const counts = Array.from({ length: most + 1 }, (_, m) => m);
  const best = counts.map(() => new Float64Array(nodes.length).fill(Number.NEGATIVE_INFINITY));
  const from = counts.map(() => new Int32Array(nodes.length));
  // Every number of breaks at once: what the segments to a node explain serves all of them.
  const at = atNodes(sums, nodes);
  const gains = new Float64Array(nodes.length);
  for (let t = 1; t <= last; t++) {
    let count = 0;
    while (nodes[count]! <= nodes[t]! - leastRows) count++;
    explainedTo(at, t, count, gains);
    if (count > 0) best[0]![t] = gains[0]!;
    for (let m = 1; m <= most; m++) {
      const before = best[m - 1]!;
      let [top, start] = [Number.NEGATIVE_INFINITY, 0];
      for (let s = 0; s < count; s++) {
        const value = before[s]! + gains[s]!;
        if (value > top) {
          top = value;
          start = s;
        }
      }
      best[m]![t] = top;
      from[m]![t] = start;
    }
  }
  return counts
    .filter((m) => m === 0 || best[m]![last]! > Number.NEGATIVE_INFINITY)
    .map((m) => tracedBack(from.slice(1, m + 1), last).map((node) => nodes[node]!));
}

const ROUNDS = 20;

/** Each break in turn to the best row between its neighbours, until none moves. */
function moved(breaks: readonly number[], sums: Sums, leastRows: number, n: number): number[] {
  const out = [...breaks];
  for (let round = 0; round < ROUNDS; round++) {
    let moves = 0;
    for (const [k, now] of out.entries()) {
      const [low, high] = [out[k - 1] ?? 0, out[k + 1] ?? n];
      let [best, most] = [now, explained(sums, low, now) + explained(sums, now, high)];
      for (let row = low + leastRows; row <= high - leastRows; row++) {
        const value = explained(sums, low, row) + explained(sums, row, high);
        if (value > most) [best, most] = [row, value];
      }
      if (best !== now) moves++;
      out[k] = best;
    }
    if (moves === 0) break;
  }
  return out;
}

function residual(sums: Sums, breaks: readonly number[], n: number): number {
  const ends = [...breaks, n];
  const rss = ends.reduce((rest, to, k) => rest - explained(sums, breaks[k - 1] ?? 0, to), sums.total);
  return Math.max(rss, ROUNDING * sums.total);
}

/** What is left of a sum when all of it is explained, by rounding alone; no model is better for less. */
const ROUNDING = 1e-12;

interface Sums {
  /** Σ r²/s². */
  readonly total: number;
  /** Σ over the rows before t, n + 1 values: m r/s² and m²/s² of ordinary rows, then of rows of stress. */
  readonly calmCross: Float64Array;
  readonly calmSquare: Float64Array;
  readonly stressCross: Float64Array;
  readonly stressSquare: Float64Array;
}

function prefixSums(
  asset: Float64Array,
  market: Float64Array,
  threshold: number,
  scale: Float64Array | undefined,
): Sums {
  const n = asset.length;
  const [calmCross, calmSquare, stressCross, stressSquare] = Array.from(
    { length: 4 },
    () => new Float64Array(n + 1),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  let total = 0;
  for (let t = 0; t < n; t++) {
    const s = scale?.[t] ?? 1;
    const [r, m] = [asset[t]! / s, market[t]! / s];
    const stress = market[t]! < threshold;
    total += r * r;
    calmCross[t + 1] = calmCross[t]! + (stress ? 0 : m * r);
    calmSquare[t + 1] = calmSquare[t]! + (stress ? 0 : m * m);
    stressCross[t + 1] = stressCross[t]! + (stress ? m * r : 0);
    stressSquare[t + 1] = stressSquare[t]! + (stress ? m * m : 0);
  }
  return { total, calmCross, calmSquare, stressCross, stressSquare };
}

/** What the two slopes explain of Σ r²/s² over rows s … t − 1. */
function explained({ calmCross, calmSquare, stressCross, stressSquare }: Sums, s: number, t: number): number {
  const calm = calmSquare[t]! - calmSquare[s]!;
  const stress = stressSquare[t]! - stressSquare[s]!;
  const a = calmCross[t]! - calmCross[s]!;
  const b = stressCross[t]! - stressCross[s]!;
  return (calm > 0 ? (a * a) / calm : 0) + (stress > 0 ? (b * b) / stress : 0);
}

/** The sums at the nodes alone, side by side. */
function atNodes({ total, ...sums }: Sums, nodes: Int32Array): Sums {
  return {
    total,
    calmCross: valuesAt(sums.calmCross, nodes),
    calmSquare: valuesAt(sums.calmSquare, nodes),
    stressCross: valuesAt(sums.stressCross, nodes),
    stressSquare: valuesAt(sums.stressSquare, nodes),
  };
}

/** `explained` of the segments s … t into `out`, s the first `count`. */
function explainedTo(sums: Sums, t: number, count: number, out: Float64Array): void {
  const { calmCross, calmSquare, stressCross, stressSquare } = sums;
  const [calmTo, calmSquareTo] = [calmCross[t]!, calmSquare[t]!];
  const [stressTo, stressSquareTo] = [stressCross[t]!, stressSquare[t]!];
  for (let s = 0; s < count; s++) {
    const calm = calmSquareTo - calmSquare[s]!;
    const stress = stressSquareTo - stressSquare[s]!;
    const a = calmTo - calmCross[s]!;
    const b = stressTo - stressCross[s]!;
    out[s] = (calm > 0 ? (a * a) / calm : 0) + (stress > 0 ? (b * b) / stress : 0);
  }
}

type Criterion = (rss: number, n: number, slopes: number, breaks: number) => number;

const CRITERIA: Readonly<Record<'lwz' | 'bic3', Criterion>> = {
  lwz(rss, n, slopes, breaks) {
    const p = breaks * (slopes + 1) + slopes;
    return n > p ? Math.log(rss / (n - p)) + (p * 0.299 * Math.log(n) ** 2.1) / n : Number.POSITIVE_INFINITY;
  },
  bic3(rss, n, slopes, breaks) {
    const p = breaks * (slopes + 3) + slopes;
    return n > p ? Math.log(rss / n) + (p * Math.log(n)) / n : Number.POSITIVE_INFINITY;
  },
};

function tracedBack(from: readonly Int32Array[], last: number): number[] {
  const nodes: number[] = [];
  for (let m = from.length - 1, t = last; m >= 0; m--) {
    t = from[m]![t]!;
    nodes.unshift(t);
  }
  return nodes;
}

function checkRows(asset: Float64Array, market: Float64Array, scale: Float64Array | undefined): void {
  const n = asset.length;
  if (market.length !== n || (scale && scale.length !== n)) {
    throw new RangeError(
      `asset, market and scale must have the same length, came ${n}, ${market.length}, ${scale?.length ?? n}`,
    );
  }
  for (let t = 0; t < n; t++) {
    const bad = [asset[t]!, market[t]!].find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new RangeError(`returns must be finite, came ${bad} at ${t}`);
    if (scale && !(scale[t]! > 0 && Number.isFinite(scale[t]!)))
      throw new RangeError(`scales must be above 0, came ${scale[t]} at ${t}`);
  }
}
