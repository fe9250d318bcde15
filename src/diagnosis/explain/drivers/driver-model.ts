import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { cholesky, choleskySolve } from '../../../math/cholesky.ts';
import { exponentialWeights } from '../../../math/covariance.ts';
import type { RandomStream } from '../../../math/random.ts';
import { countAtMost } from '../../../math/sorted.ts';
import { shapleyMove, shapleyMoveOfGroups } from '../../../measures/shapley-move.ts';

/** Sessions of the sample, at most, and at least. */
export const SAMPLE = 500;
export const FEWEST = 120;
/** Sessions after which the weight of a row has halved. */
export const HALF_LIFE = 126;
/** Rows of the prior, in which no factor goes with the asset. */
export const PRIOR = 5;
export const DRAWS = 300;
/** Mean block of the bootstrap, in sessions. */
export const BLOCK = 5;
export const LEVEL = 0.9;
/** A percentile bootstrap of weighted rows covers two to three points less than its level; calibrated on simulated panels. */
const TAKEN_AT = 0.93;

/** Steps of K factors and, last, of the asset: complete rows before the window, oldest first. */
export interface DriverSample {
  readonly rows: Float64Array;
  readonly T: number;
  readonly K: number;
  /** Of the rows; they sum to 1. */
  readonly weights: Float64Array;
  /** Effective number of rows, 1/Σ w². */
  readonly effective: number;
  /** Rows of the columns that the first and the last row stand for. */
  readonly from: number;
  readonly to: number;
}

/** Rows of columns on which every column has a value, packed. */
export interface CompleteRows {
  /** Row-major, as many values a row as there are columns. */
  readonly rows: Float64Array;
  readonly width: number;
  /** Which rows of the columns they are, ascending. */
  readonly at: Int32Array;
}

export function completeRowsOf(columns: readonly Float64Array[]): CompleteRows {
  const width = columns.length;
  const whole = [...(columns[0]?.keys() ?? [])].filter((t) =>
    columns.every((column) => Number.isFinite(column[t]!)),
  );
  const rows = new Float64Array(whole.length * width);
  for (const [i, t] of whole.entries()) for (let j = 0; j < width; j++) rows[i * width + j] = columns[j]![t]!;
  return { rows, width, at: Int32Array.from(whole) };
}

/** The last 500 complete rows at or before row `end`; fewer when there are fewer. */
export function sampleBefore({ rows, width, at }: CompleteRows, end: number): DriverSample {
  const until = countAtMost(at, end);
  const from = Math.max(0, until - SAMPLE);
  const weights = until - from === SAMPLE ? FULL : weightsOf(until - from);
  return {
    rows: rows.subarray(from * width, until * width),
    T: until - from,
    K: width - 1,
    weights,
    effective: weights === FULL ? EFFECTIVE : effectiveOf(weights),
    from: at[from] ?? -1,
    to: at[until - 1] ?? -1,
  };
}

function weightsOf(T: number): Float64Array {
  const weights = exponentialWeights(T, 2 ** (-1 / HALF_LIFE));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/** Most samples are full, and one is drawn for every past window. */
const FULL = weightsOf(SAMPLE);
const EFFECTIVE = effectiveOf(FULL);

function effectiveOf(weights: Float64Array): number {
  return 1 / weights.reduce((total, weight) => total + weight * weight, 0);
}

export interface Ends {
  readonly low: number;
  readonly high: number;
}

export interface MoveSplit {
  /** Of each factor or group, in the unit of the asset's step; they sum to `explained`. */
  readonly contributions: Float64Array;
  readonly explained: number;
  readonly bands: readonly Ends[];
  readonly explainedBand: Ends;
}

/**
 * A move split over the factors by weighted ridge and Shapley, with bands from stationary bootstraps of the sample. The prior counts as
 * `PRIOR` rows against the effective number of rows. The bands hold the error of estimation, not a drift of the betas after the sample.
 * @see Loh (1987), Calibrating confidence coefficients, Journal of the American Statistical Association 82 (the level taken)
 */
export function splitMove(sample: DriverSample, moved: Float64Array, random: RandomStream): MoveSplit {
  const how = { prior: PRIOR, weight: sample.effective };
  return splitBy(sample, random, (moments) => shapleyMove(moments, moved, how));
}

/** `splitMove` among groups of factors: a contribution and a band of each group, `groups` the indices of its factors. */
export function splitMoveOfGroups(
  sample: DriverSample,
  moved: Float64Array,
  groups: readonly (readonly number[])[],
  random: RandomStream,
): MoveSplit {
  const how = { prior: PRIOR, weight: sample.effective };
  return splitBy(sample, random, (moments) => shapleyMoveOfGroups(moments, moved, groups, how));
}

function splitBy(
  sample: DriverSample,
  random: RandomStream,
  shared: (moments: Float64Array) => Float64Array,
): MoveSplit {
  const { T, weights } = sample;
  const contributions = shared(momentsOf(sample, weights));
  const K = contributions.length;
  const draws = Array.from({ length: K + 1 }, () => new Float64Array(DRAWS));
  const order = new Int32Array(T);
  const drawn = new Float64Array(T);
  for (let draw = 0; draw < DRAWS; draw++) {
    stationaryBootstrapIndices(T, BLOCK, random, order);
    drawn.fill(0);
    for (let i = 0; i < T; i++) drawn[order[i]!]! += weights[order[i]!]!;
    const shares = shared(momentsOf(sample, drawn));
    for (let j = 0; j < K; j++) draws[j]![draw] = shares[j]!;
    draws[K]![draw] = sum(shares);
  }
  const bands = draws.map((values) => percentileBand(values, TAKEN_AT));
  return { contributions, explained: sum(contributions), bands: bands.slice(0, K), explainedBand: bands[K]! };
}

/** Betas of all factors together, and the standard deviation of what a session is left with. */
export interface DriverBetas {
  readonly betas: Float64Array;
  readonly scale: number;
}

/** The weighted ridge with all factors; undefined when a factor does not vary. */
export function driverBetas(sample: DriverSample): DriverBetas | undefined {
  const { K, weights, effective } = sample;
  const width = K + 1;
  const moments = momentsOf(sample, weights);
  const [g, gram] = [new Float64Array(K), new Float64Array(K * K)];
  for (let i = 0; i < K; i++) {
    g[i] = moments[i * width + K]!;
    for (let j = 0; j < K; j++)
      gram[i * K + j] = moments[i * width + j]! * (i === j ? 1 + PRIOR / effective : 1);
  }
  const factor = cholesky(gram, K);
  if (!factor) return undefined;
  const betas = choleskySolve(factor, K, g);
  let left = moments[K * width + K]!;
  for (let i = 0; i < K; i++) {
    left -= 2 * betas[i]! * g[i]!;
    for (let j = 0; j < K; j++) left += betas[i]! * moments[i * width + j]! * betas[j]!;
  }
  return { betas, scale: Math.sqrt(Math.max(0, left)) };
}

/** Σ w z zᵀ of the rows z, (K + 1)×(K + 1). */
function momentsOf({ rows, T, K }: DriverSample, weights: Float64Array): Float64Array {
  const width = K + 1;
  const out = new Float64Array(width * width);
  // Four columns side by side, each summed in the order of the rows; a row without weight adds 0.
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j += 4) {
      const [second, third, fourth] = [Math.min(j + 1, i), Math.min(j + 2, i), Math.min(j + 3, i)];
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let t = 0, row = 0; t < T; t++, row += width) {
        const scaled = weights[t]! * rows[row + i]!;
        a += scaled * rows[row + j]!;
        b += scaled * rows[row + second]!;
        c += scaled * rows[row + third]!;
        d += scaled * rows[row + fourth]!;
      }
      out[i * width + j] = a;
      out[i * width + second] = b;
      out[i * width + third] = c;
      out[i * width + fourth] = d;
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) out[j * width + i] = out[i * width + j]!;
  return out;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
