import { normalQuantile, studentTQuantile } from '../../../math/distributions.ts';
import { quantile } from '../../../math/quantile.ts';
import { betaBreaks, type SegmentSlopes, segmentSlopes } from '../../../measures/beta-breaks.ts';
import { breakDate } from '../../../measures/break-date.ts';
import { trailingScale } from '../../scan/trailing-scale.ts';

/** A break of the betas and how well its date is known. */
export interface BetaChange {
  /** First row of the segment of the new betas: the most likely one. */
  readonly start: number;
  /** The date: the row that has the most probability within `CHANGE_DATE.within` rows of it. */
  readonly at: number;
  /** Rows between which it lies with probability `CHANGE_DATE.level`. */
  readonly low: number;
  readonly high: number;
}

/** How a change is dated; stated beside every answer. */
export const CHANGE_DATE = { within: 10, level: 0.9 } as const;

const SCALE_ROWS = 126;
/** Degrees of freedom of the errors of daily returns; Lange, Little & Taylor’s choice when they are not estimated. */
const DEGREES = 4;
/** Searches with reweighted rows, after one with the scale of the asset. */
const ROUNDS = 2;
/** Most rounds of slopes and dates by turns. */
const TURNS = 5;

interface Sample {
  readonly asset: Float64Array;
  readonly market: Float64Array;
  /** Market return below which a row is one of stress. */
  readonly threshold: number;
  readonly leastRows: number;
}

/**
 * Breaks of the ordinary and the stress beta of an asset, with errors of Student’s t: rows count with w/s², w = (ν + 1)/(ν + (e/τs)²), e the
 * residuals of the segments found before, s their robust scale over 126 rows around, τ = 0.86 from σ to the scale of the t, ν = 4; `betaBreaks`
 * with these weights, twice, their number by `bic3`. Then, by turns, the slopes of the segments and the date of each break between its
 * neighbours (`breakDate`).
 *
 * `asset`, `market` n returns without holes; stress is a market return below its `breakTail` quantile. All rows given are used.
 * Undefined with fewer than `leastRows` rows, or when the asset's scale is 0 somewhere; where only the residuals' is, the asset's stands for it.
 * @see Xu & Phillips (2008), J. Econometrics 142, for weights by a scale smoothed over residuals; Lange, Little & Taylor (1989), J. American
 *   Statistical Association 84, for w and ν; Bai (1995), Econometric Theory 11, for breaks by a likelihood that outliers do not rule
 */
export function betaChanges(
  asset: Float64Array,
  market: Float64Array,
  { breakTail, leastRows }: { readonly breakTail: number; readonly leastRows: number },
): readonly BetaChange[] | undefined {
  if (asset.length < leastRows) return undefined;
  const threshold = quantile(market, breakTail);
  const sample = { asset, market, threshold, leastRows };
  let scale = centredScale(asset, leastRows);
  if (scale === undefined) return undefined;
  let weighted = scale;
  let breaks = searched(sample, weighted);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = segmentSlopes(asset, market, breaks, { threshold, scale: weighted });
    scale = centredScale(residuals(sample, breaks, slopes), leastRows) ?? scale;
    weighted = reweighted(sample, scale, breaks, slopes);
    breaks = searched(sample, weighted);
  }
  return dated(sample, scale, weighted, breaks);
}

/** Robust scale of the rows around each: `trailingScale` half a window later, at the end that of the last window. Undefined where it is 0. */
function centredScale(values: Float64Array, least: number): Float64Array | undefined {
  const ahead = SCALE_ROWS / 2;
  const padded = new Float64Array(values.length + ahead).fill(Number.NaN);
  padded.set(values);
  const scale = trailingScale(padded, SCALE_ROWS, least).subarray(ahead);
  return scale.some(Number.isNaN) ? undefined : scale;
}

function searched({ asset, market, threshold, leastRows }: Sample, scale: Float64Array): readonly number[] {
  return betaBreaks(asset, market, { threshold, scale, leastRows, step: 5, criterion: 'bic3' }).breaks;
}

function residual(r: number, m: number, { calm, stress }: SegmentSlopes, threshold: number): number {
  return r - (m < threshold ? stress : calm) * m;
}

function residuals(
  { asset, market, threshold }: Sample,
  breaks: readonly number[],
  slopes: readonly SegmentSlopes[],
) {
  let k = 0;
  return asset.map((r, t) => {
    while (t >= (breaks[k] ?? asset.length)) k++;
    return residual(r, market[t]!, slopes[k]!, threshold);
  });
}

/** Scale of the t whose quartiles are those of a normal with σ = 1. */
const TAU = normalQuantile(0.875) / studentTQuantile(0.875, DEGREES);

/** s/√w of each row. */
function reweighted(
  sample: Sample,
  scale: Float64Array,
  breaks: readonly number[],
  slopes: readonly SegmentSlopes[],
): Float64Array {
  return residuals(sample, breaks, slopes).map((e, t) => {
    const u = e / (TAU * scale[t]!);
    return scale[t]! * Math.sqrt((DEGREES + u * u) / (DEGREES + 1));
  });
}

/** Each break dated between the two beside it, with slopes that are those of the dates. */
function dated(
  sample: Sample,
  scale: Float64Array,
  weighted: Float64Array,
  breaks: readonly number[],
): readonly BetaChange[] {
  const { asset, market, threshold } = sample;
  const ends = [0, ...breaks, asset.length];
  let [slopes, weights] = [segmentSlopes(asset, market, breaks, { threshold, scale: weighted }), weighted];
  for (let turn = 1; ; turn++) {
    const dates = breaks.map((_, k) => {
      const date = dateBetween(sample, scale, [ends[k]!, ends[k + 2]!], [slopes[k]!, slopes[k + 1]!]);
      ends[k + 1] = date.start;
      return date;
    });
    const now = ends.slice(1, -1);
    if (turn === TURNS || now.every((row, k) => row === breaks[k])) return dates;
    breaks = now;
    weights = reweighted(sample, scale, breaks, slopes);
    slopes = segmentSlopes(asset, market, breaks, { threshold, scale: weights });
  }
}

function dateBetween(
  { asset, market, threshold, leastRows }: Sample,
  scale: Float64Array,
  [from, to]: readonly [number, number],
  [before, after]: readonly [SegmentSlopes, SegmentSlopes],
): BetaChange {
  const gain = asset.subarray(from, to).map((r, i) => {
    const t = from + i;
    const density = (slopes: SegmentSlopes) =>
      logDensity(residual(r, market[t]!, slopes, threshold) / (TAU * scale[t]!));
    return density(before) - density(after);
  });
  const { mode, at, low, high } = breakDate(gain, { leastRows, ...CHANGE_DATE })!;
  return { start: from + mode, at: from + at, low: from + low, high: from + high };
}

/** ln of the density of Student’s t, up to its constant. */
function logDensity(u: number): number {
  return (-(DEGREES + 1) / 2) * Math.log1p((u * u) / DEGREES);
}
