import { checkSameLength, checkWhole } from '../math/arguments.ts';
import { blockLength } from '../math/block-length.ts';
import { type PercentileBand, percentileBand, stationaryBootstrapIndices } from '../math/bootstrap.ts';
import { stream } from '../math/random.ts';
import { checkNotInfinite, isConstant, type Refused } from './refused.ts';

export interface LeadLag {
  /** k > 0: the first series k rows before the second. */
  readonly lag: number;
  readonly r: number;
}

export interface LeadLagTest {
  /** Lags −most … most. */
  readonly lags: readonly LeadLag[];
  /** The one with the largest |r|. */
  readonly best: LeadLag;
  /** Of "the two are independent": how often the largest |r| over all lags of independent resamples is as large. */
  readonly p: number;
  /** Largest |r| that 5 % of independent resamples exceed. */
  readonly critical: number;
  /** Mean block of each series, in rows. */
  readonly blocks: readonly [number, number];
}

export interface LeadLagOptions {
  /** Most rows of lead or lag. */
  readonly most: number;
  readonly draws: number;
  readonly seed: number;
}

export interface CorrelationBand extends PercentileBand {
  readonly value: number;
}

const LEAST_ROWS = 30;

/**
 * Lead–lag correlation of two series of changes, and whether the largest of them is more than a search over lags finds by chance.
 *
 * r_k = Σ (x_{t−k} − x̄)(y_t − ȳ) / √(Σ (x_t − x̄)² Σ (y_t − ȳ)²), k = −K … K; p = (1 + #{max_k |r*_k| ≥ max_k |r_k|}) / (1 + B), x* and y*
 * stationary bootstraps of x and of y apart, which keep the dependence within each and none between them; mean blocks by Politis & White
 *
 * `x`, `y` n rows in time order at equal distances. Refused below 30 + K rows with both or when one does not vary.
 * NaN policy: a missing value is left out of the sums, which counts it as the mean.
 * @throws RangeError when lengths differ, a value is infinite, or an option is out of range.
 * @see Box, Jenkins & Reinsel (2008), Time Series Analysis, eq. 12.1.10 · Politis & Romano (1994), J. American Statistical Association
 * 89(428) · White (2000), A reality check for data snooping, Econometrica 68(5) (maximum over a search)
 */
export function leadLagTest(
  x: Float64Array,
  y: Float64Array,
  options: LeadLagOptions,
): LeadLagTest | Refused {
  const { most, draws, seed } = options;
  checkWhole('most', most, 0);
  checkWhole('draws', draws, 1);
  const [a, b] = centredPair(x, y, most) ?? [];
  if (!a || !b) return { refused: tooFew(x, y, most) ? 'insufficient_data' : 'constant_series' };
  const r = correlations(a, b, most);
  const lags = Array.from(r, (value, i) => ({ lag: i - most, r: value }));
  const best = lags.reduce((top, one) => (Math.abs(one.r) > Math.abs(top.r) ? one : top));
  const blocks = [blockOf(a), blockOf(b)] as const;
  const largest = new Float64Array(draws);
  const [left, right] = [stream(seed, 0), stream(seed, 1)];
  const [rows, columns] = [new Int32Array(a.length), new Int32Array(b.length)];
  const [u, v] = [new Float64Array(a.length), new Float64Array(b.length)];
  for (let draw = 0; draw < draws; draw++) {
    resample(a, stationaryBootstrapIndices(a.length, blocks[0], left, rows), u);
    resample(b, stationaryBootstrapIndices(b.length, blocks[1], right, columns), v);
    largest[draw] = largestOf(correlations(u, v, most));
  }
  const beyond = largest.filter((value) => value >= Math.abs(best.r)).length;
  return {
    lags,
    best,
    p: (1 + beyond) / (1 + draws),
    critical: percentileBand(largest, 0.9).high,
    blocks,
  };
}

/**
 * Band of `leadLagTest`'s r_k at one lag: percentiles over stationary bootstraps of the rows (x_{t−k}, y_t) taken together, which keep what
 * the two have in common. It holds for its lag alone, not for the largest of many.
 * @throws RangeError as `leadLagTest`.
 */
export function leadLagBand(
  x: Float64Array,
  y: Float64Array,
  lag: number,
  options: Omit<LeadLagOptions, 'most'>,
  level: number,
): CorrelationBand | Refused {
  const { draws, seed } = options;
  const most = Math.abs(lag);
  const [a, b] = centredPair(x, y, most) ?? [];
  if (!a || !b) return { refused: tooFew(x, y, most) ? 'insufficient_data' : 'constant_series' };
  const products = b.map((value, t) => (a[t - lag] ?? 0) * value);
  const block = Math.max(blockOf(a), blockOf(b));
  const random = stream(seed, 2);
  const indices = new Int32Array(a.length);
  const values = Float64Array.from({ length: draws }, () => {
    stationaryBootstrapIndices(a.length, block, random, indices);
    let ab = 0;
    let aa = 0;
    let bb = 0;
    for (let i = 0; i < indices.length; i++) {
      const t = indices[i]!;
      ab += products[t]!;
      aa += a[t]! * a[t]!;
      bb += b[t]! * b[t]!;
    }
    return ab / Math.sqrt(aa * bb);
  });
  return { value: correlations(a, b, most)[lag + most]!, ...percentileBand(values, level) };
}

/** Both about their means, 0 where missing; undefined where `leadLagTest` refuses. */
function centredPair(
  x: Float64Array,
  y: Float64Array,
  most: number,
): [Float64Array, Float64Array] | undefined {
  checkSameLength('series', x, y);
  checkNotInfinite('x', x);
  checkNotInfinite('y', y);
  if (tooFew(x, y, most) || isConstant(x) || isConstant(y)) return undefined;
  return [centred(x), centred(y)];
}

function tooFew(x: Float64Array, y: Float64Array, most: number): boolean {
  return x.filter((value, t) => !Number.isNaN(value + y[t]!)).length < LEAST_ROWS + most;
}

function centred(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (Number.isNaN(value) ? 0 : value - mean));
}

function correlations(x: Float64Array, y: Float64Array, most: number): Float64Array {
  let xx = 0;
  let yy = 0;
  for (let t = 0; t < x.length; t++) {
    xx += x[t]! * x[t]!;
    yy += y[t]! * y[t]!;
  }
  const scale = 1 / Math.sqrt(xx * yy);
  const out = new Float64Array(2 * most + 1);
  // Four lags side by side: their sums do not wait for each other.
  let i = 0;
  for (; i + 3 < out.length; i += 4) addFour(x, y, i - most, out, i);
  for (; i < out.length; i++) out[i] = productsAt(x, y, i - most, 0, x.length);
  for (i = 0; i < out.length; i++) out[i]! *= scale;
  return out;
}

/** Σ x_{t−k} y_t of the lags k … k + 3 into `out` from `at` on, each in the order of its rows. */
function addFour(x: Float64Array, y: Float64Array, k: number, out: Float64Array, at: number): void {
  const n = x.length;
  const [from, to] = [Math.max(0, k + 3), Math.min(n, n + k)];
  if (from >= to) {
    for (let j = 0; j < 4; j++) out[at + j] = productsAt(x, y, k + j, 0, n);
    return;
  }
  let a = productsAt(x, y, k, 0, from);
  let b = productsAt(x, y, k + 1, 0, from);
  let c = productsAt(x, y, k + 2, 0, from);
  let d = productsAt(x, y, k + 3, 0, from);
  for (let t = from; t < to; t++) {
    const value = y[t]!;
    a += x[t - k]! * value;
    b += x[t - k - 1]! * value;
    c += x[t - k - 2]! * value;
    d += x[t - k - 3]! * value;
  }
  out[at] = productsAt(x, y, k, to, n, a);
  out[at + 1] = productsAt(x, y, k + 1, to, n, b);
  out[at + 2] = productsAt(x, y, k + 2, to, n, c);
  out[at + 3] = productsAt(x, y, k + 3, to, n, d);
}

/** `sum` + Σ x_{t−k} y_t of the rows t in `from…to)` on which both are there. */
function productsAt(x: Float64Array, y: Float64Array, k: number, from: number, to: number, sum = 0): number {
  let total = sum;
  const end = Math.min(to, x.length + k);
  for (let t = Math.max(from, k); t < end; t++) total += x[t - k]! * y[t]!;
  return total;
}

function largestOf(values: Float64Array): number {
  let top = 0;
  for (let i = 0; i < values.length; i++) top = Math.max(top, Math.abs(values[i]!));
  return top;
}

function blockOf(values: Float64Array): number {
  const { stationary } = blockLength(values);
  return Number.isNaN(stationary) ? 1 : stationary;
}

function resample(values: Float64Array, rows: Int32Array, out: Float64Array): void {
  for (let t = 0; t < rows.length; t++) out[t] = values[rows[t]!]!;
}
