import { cholesky } from '../math/cholesky.ts';
import { columnMeans, sampleCovariance } from '../math/covariance.ts';
import { dot } from '../math/dot.ts';
import { kMeans } from '../math/kmeans.ts';
import { completeRows, mirrorLower } from '../math/matrix.ts';
import { type RandomStream, stream } from '../math/random.ts';
import { type GaussianHmm, logDensities } from './gaussian-hmm.ts';
import { expectedDurations } from './markov-chain.ts';
import { markovFilter, markovSmoother } from './markov-filter.ts';
import { checkNotInfinite, isConstant, type Refused } from './refused.ts';

export interface EmResult {
  readonly model: GaussianHmm;
  /** Log-likelihood before each step and, last, of the model. */
  readonly path: readonly number[];
  readonly logLikelihood: number;
  readonly iterations: number;
  /** True when the last step gained less than the tolerance. */
  readonly converged: boolean;
}

export interface EmOptions {
  /** Gain in log-likelihood below which to stop. Default 1e-10. */
  readonly tolerance?: number;
  /** Default 2000. */
  readonly maxIterations?: number;
}

/** Least variance beside that of the data. */
const FLOOR = 1e-6;

/**
 * Expectation maximisation of a Gaussian hidden Markov model from a given model, its regimes kept in their order.
 *
 * P_ij = Σ_t ξ_t(i, j) / Σ_j …; m_j, V_j = mean and ML covariance with weights Pr(s_t = j | y), about the new mean; π = Pr(s_1 | y)
 *
 * `y` T×d row-major. Variances are kept at 1e-6 of those of the data or above. The likelihood never falls but for that floor.
 * NaN policy: a row with a NaN is missing.
 * @throws RangeError as `hmmFilter`.
 * @see Baum et al. (1970); Rabiner (1989), eq. 40 and 52–54; Hamilton (1990), J. Econometrics 45
 */
export function expectationMaximisation(
  y: Float64Array,
  start: GaussianHmm,
  options: EmOptions = {},
): EmResult {
  const { tolerance = 1e-10, maxIterations = 2000 } = options;
  const d = start.mean.length / start.initial.length;
  const floor = floorOf(y, d);
  const sample = sampleOf(y, d);
  const path: number[] = [];
  let model = start;
  for (let iterations = 0; ; iterations++) {
    const filtered = markovFilter(logDensities(y, model), model.transition, model.initial);
    path.push(filtered.logLikelihood);
    const gain = filtered.logLikelihood - (path[iterations - 1] ?? Number.NEGATIVE_INFINITY);
    if (gain < tolerance || iterations === maxIterations) {
      return {
        model,
        path,
        logLikelihood: filtered.logLikelihood,
        iterations,
        converged: gain < tolerance,
      };
    }
    const { smoothed, transitions } = markovSmoother(filtered, model.transition, model.initial.length);
    model = maximised(sample, smoothed, transitions, model, floor);
  }
}

/** The data by column, 0 in every column of a row with a hole. */
interface Sample {
  readonly columns: readonly Float64Array[];
  /** Rows with a hole. */
  readonly holes: readonly number[];
  /** Room for the weights, the centred columns and one of them weighted. */
  readonly weight: Float64Array;
  readonly centred: readonly Float64Array[];
  readonly weighted: Float64Array;
}

function sampleOf(y: Float64Array, d: number): Sample {
  const T = y.length / d;
  const room = () => new Float64Array(T);
  const columns = Array.from({ length: d }, room);
  const holes: number[] = [];
  for (let t = 0; t < T; t++) {
    if (hasHole(y, t * d, d)) holes.push(t);
    else for (let i = 0; i < d; i++) columns[i]![t] = y[t * d + i]!;
  }
  return { columns, holes, weight: room(), centred: columns.map(room), weighted: room() };
}

function hasHole(y: Float64Array, at: number, d: number): boolean {
  for (let i = 0; i < d; i++) if (Number.isNaN(y[at + i]!)) return true;
  return false;
}

function maximised(
  sample: Sample,
  smoothed: Float64Array,
  transitions: Float64Array,
  before: GaussianHmm,
  floor: Float64Array,
): GaussianHmm {
  const K = before.initial.length;
  const transition = new Float64Array(K * K);
  const mean = before.mean.slice();
  const covariance = before.covariance.slice();
  for (let i = 0; i < K; i++) {
    let total = 0;
    for (let j = 0; j < K; j++) total += transitions[i * K + j]!;
    for (let j = 0; j < K; j++) {
      transition[i * K + j] = total > 0 ? transitions[i * K + j]! / total : before.transition[i * K + j]!;
    }
    weightedMoments(sample, smoothed, i, K, mean, covariance, floor);
  }
  const initial = smoothed.slice(0, K);
  const sum = initial.reduce((a, b) => a + b, 0);
  return { mean, covariance, transition, initial: initial.map((p) => p / sum) };
}

/** Mean and ML covariance of regime j with its smoothed probabilities as weights; left as they were when it has none. */
function weightedMoments(
  { columns, holes, weight, centred, weighted }: Sample,
  smoothed: Float64Array,
  j: number,
  K: number,
  mean: Float64Array,
  covariance: Float64Array,
  floor: Float64Array,
): void {
  const d = columns.length;
  for (let t = 0; t < weight.length; t++) weight[t] = smoothed[t * K + j]!;
  for (const t of holes) weight[t] = 0;
  let total = 0;
  for (let t = 0; t < weight.length; t++) total += weight[t]!;
  if (!(total > 0)) return;
  const V = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    const centre = dot(weight, columns[i]!) / total;
    mean[j * d + i] = centre;
    centreColumn(columns[i]!, centre, weight, centred[i]!, weighted);
    for (let k = 0; k <= i; k++) V[i * d + k] = dot(weighted, centred[k]!) / total;
  }
  mirrorLower(V, d);
  covariance.set(floored(V, d, floor), j * d * d);
}

/** e = x − centre, and weight · e. */
function centreColumn(
  x: Float64Array,
  centre: number,
  weight: Float64Array,
  e: Float64Array,
  weighted: Float64Array,
): void {
  for (let t = 0; t < x.length; t++) {
    const value = x[t]! - centre;
    e[t] = value;
    weighted[t] = weight[t]! * value;
  }
}

/** 1e-6 of the variance of each column. */
function floorOf(y: Float64Array, d: number): Float64Array {
  const whole = completeRows(y, y.length / d, d);
  const covariance = sampleCovariance(whole.x, whole.T, d, 0);
  return Float64Array.from({ length: d }, (_, i) => FLOOR * covariance[i * d + i]!);
}

/** V with the floor added to its diagonal where it is not safely positive definite. */
function floored(V: Float64Array, d: number, floor: Float64Array): Float64Array {
  const thin = floor.some((least, i) => V[i * d + i]! < least);
  if (thin || cholesky(V, d) === undefined) for (let i = 0; i < d; i++) V[i * d + i]! += floor[i]!;
  return V;
}

export interface HmmFitOptions extends EmOptions {
  /** Seed of the starts; the same seed gives the same fit. */
  readonly seed: number;
  /** Random starts besides k-means. Default 10. */
  readonly starts?: number;
  /** Further models to start from: that of the day before makes a refit quick. */
  readonly from?: readonly GaussianHmm[];
  /** Fewest whole rows. Default 100. */
  readonly leastRows?: number;
}

export interface HmmFit {
  /** Regimes in ascending order of variance (with several columns, of the determinant of the covariance). */
  readonly model: GaussianHmm;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** Whole rows. */
  readonly rows: number;
  /** Free parameters: K(K − 1) + (K − 1) + Kd + Kd(d + 1)/2. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  /** Rows that each regime is expected to last. */
  readonly expectedDurations: Float64Array;
  /** Other optima, with other parameters, within 1 log-likelihood of the best: with any, the regimes are not settled by the data. */
  readonly rivals: number;
}

/** EM steps of every start before the best few go on. */
const SHORT = 25;
const FINALISTS = 4;
const MANY_ROWS = 5000;

/**
 * Gaussian hidden Markov model by maximum likelihood: EM from k-means, `starts` random models and those of `from`, the best kept.
 *
 * `y` T×d row-major, K regimes. Every start takes 25 steps, the best four that differ go on to convergence. Refused below max(100, 10K) whole rows, with
 * K > 3 below 5,000 rows, and when a column does not vary. The parameters use every row given.
 * NaN policy: a row with a NaN is missing.
 * @throws RangeError when K is no whole number ≥ 1, a value is infinite or the seed is out of range.
 * @see Hamilton (1990), Analysis of time series subject to changes in regime, J. Econometrics 45
 */
export function fitHmm(y: Float64Array, d: number, K: number, options: HmmFitOptions): HmmFit | Refused {
  const { seed, starts = 10, from = [], leastRows = 100 } = options;
  if (!Number.isInteger(K) || K < 1)
    throw new RangeError(`K must be a whole number of at least 1, came ${K}`);
  checkNotInfinite('y', y);
  const whole = completeRows(y, y.length / d, d);
  if (whole.T < Math.max(leastRows, 10 * K) || (K > 3 && whole.T < MANY_ROWS)) {
    return { refused: 'insufficient_data' };
  }
  for (let i = 0; i < d; i++) {
    if (isConstant(whole.x.filter((_, at) => at % d === i))) return { refused: 'constant_series' };
  }
  if (cholesky(sampleCovariance(whole.x, whole.T, d), d) === undefined)
    return { refused: 'singular_covariance' };
  const models = [
    ...from,
    clustered(whole.x, whole.T, d, K, stream(seed, 0)),
    ...Array.from({ length: starts }, (_, k) => randomModel(whole.x, whole.T, d, K, stream(seed, k + 1))),
  ];
  const short = models.map((model) => expectationMaximisation(y, model, { maxIterations: SHORT }));
  const finished = distinct(short.map((result) => ({ ...result, model: byVariance(result.model, d) })))
    .slice(0, FINALISTS)
    .map(({ model }) => expectationMaximisation(y, model, options))
    .map((result) => ({ ...result, model: byVariance(result.model, d) }))
    .sort((a, b) => b.logLikelihood - a.logLikelihood);
  return described(finished, whole.T, d, K);
}

function described(results: readonly EmResult[], rows: number, d: number, K: number): HmmFit {
  const best = results[0]!;
  const parameters = K * (K - 1) + (K - 1) + K * d + (K * d * (d + 1)) / 2;
  const rivals = results.filter(
    ({ model, logLikelihood }) =>
      best.logLikelihood - logLikelihood < 1 && differs(model.covariance, best.model.covariance),
  );
  return {
    model: best.model,
    logLikelihood: best.logLikelihood,
    converged: best.converged,
    iterations: best.iterations,
    rows,
    parameters,
    aic: -2 * best.logLikelihood + 2 * parameters,
    bic: -2 * best.logLikelihood + Math.log(rows) * parameters,
    expectedDurations: expectedDurations(best.model.transition, K),
    rivals: rivals.length,
  };
}

/** Best first, without those on their way to an optimum that a better one is on its way to. */
function distinct(results: readonly EmResult[]): EmResult[] {
  const kept: EmResult[] = [];
  for (const result of results.toSorted((a, b) => b.logLikelihood - a.logLikelihood)) {
    const { covariance, transition } = result.model;
    const again = kept.some(
      ({ model }) => !differs(covariance, model.covariance) && !differs(transition, model.transition),
    );
    if (!again) kept.push(result);
  }
  return kept;
}

/** True when some value is more than 1 % off. */
function differs(a: Float64Array, b: Float64Array): boolean {
  return a.some((value, i) => Math.abs(value - b[i]!) > 0.01 * Math.abs(b[i]!));
}

/** The same model with its regimes in ascending order of variance. */
export function byVariance(model: GaussianHmm, d: number): GaussianHmm {
  const K = model.initial.length;
  const size = Array.from({ length: K }, (_, j) =>
    sizeOf(model.covariance.subarray(j * d * d, (j + 1) * d * d), d),
  );
  const order = size.map((_, j) => j).sort((a, b) => size[a]! - size[b]!);
  const pick = (values: Float64Array, width: number) =>
    Float64Array.from(order.flatMap((j) => [...values.subarray(j * width, (j + 1) * width)]));
  return {
    mean: pick(model.mean, d),
    covariance: pick(model.covariance, d * d),
    transition: Float64Array.from(order.flatMap((i) => order.map((j) => model.transition[i * K + j]!))),
    initial: pick(model.initial, 1),
  };
}

/** ln det V. */
function sizeOf(V: Float64Array, d: number): number {
  const l = cholesky(V, d);
  return l === undefined
    ? Number.NEGATIVE_INFINITY
    : l.reduce((sum, value, at) => (at % (d + 1) === 0 ? sum + 2 * Math.log(value) : sum), 0);
}

const STAY = 0.95;

/** Regimes from k-means on the squares about the mean: clusters of calm and of storm. */
function clustered(x: Float64Array, T: number, d: number, K: number, random: RandomStream): GaussianHmm {
  const centre = columnMeans(x, T, d);
  const sizes = x.map((value, at) => Math.log1p(Math.abs(value - centre[at % d]!)));
  const { labels } = kMeans(sizes, d, K, random);
  const membership = Float64Array.from({ length: T * K }, (_, at) =>
    labels[Math.floor(at / K)] === at % K ? 1 : 0.1,
  );
  return fromMembership(x, d, membership, K);
}

/** Regimes round a random row each, of random size. */
function randomModel(x: Float64Array, T: number, d: number, K: number, random: RandomStream): GaussianHmm {
  const spread = sampleCovariance(x, T, d, 0);
  const mean = new Float64Array(K * d);
  const covariance = new Float64Array(K * d * d);
  const overall = columnMeans(x, T, d);
  for (let j = 0; j < K; j++) {
    const row = random.integer(T) * d;
    const size = 0.1 * 30 ** random.uniform();
    for (let i = 0; i < d; i++) mean[j * d + i] = overall[i]! + 0.5 * (x[row + i]! - overall[i]!);
    for (let i = 0; i < d * d; i++) covariance[j * d * d + i] = size * spread[i]!;
  }
  return { mean, covariance, ...persistentChain(K, 0.6 + 0.39 * random.uniform()) };
}

function fromMembership(x: Float64Array, d: number, membership: Float64Array, K: number): GaussianHmm {
  const mean = new Float64Array(K * d);
  const covariance = new Float64Array(K * d * d);
  const floor = floorOf(x, d);
  const sample = sampleOf(x, d);
  for (let j = 0; j < K; j++) weightedMoments(sample, membership, j, K, mean, covariance, floor);
  return { mean, covariance, ...persistentChain(K, STAY) };
}

function persistentChain(K: number, stay: number): Pick<GaussianHmm, 'transition' | 'initial'> {
  const leave = K > 1 ? (1 - stay) / (K - 1) : 0;
  const transition = Float64Array.from({ length: K * K }, (_, at) => {
    if (K === 1) return 1;
    return at % (K + 1) === 0 ? stay : leave;
  });
  return { transition, initial: new Float64Array(K).fill(1 / K) };
}
