import { bfgs } from '../math/bfgs.ts';
import { ascendingOrder } from '../math/mid-ranks.ts';
import { mean, standardDeviation } from '../math/moments.ts';
import { quantiles } from '../math/quantile.ts';
import { type RandomStream, stream } from '../math/random.ts';
import { ols } from '../math/regression.ts';
import { valuesAt } from '../math/values-at.ts';
import { type SwitchingAutoregression, switchingFilter } from './hamilton-ar.ts';
import { expectedDurations } from './markov-chain.ts';
import { checkNotInfinite, isConstant, type Refused } from './refused.ts';

export interface SwitchingFitOptions {
  /** Seed of the starts; the same seed gives the same fit. */
  readonly seed: number;
  /** Default 10. */
  readonly starts?: number;
  /** Default 300. */
  readonly maxIterations?: number;
}

export interface SwitchingFit {
  /** Regimes in ascending order of their mean: the variance is common. */
  readonly model: SwitchingAutoregression;
  readonly logLikelihood: number;
  readonly converged: boolean;
  /** Rows of the likelihood, T − p. */
  readonly rows: number;
  /** Rows that each regime is expected to last. */
  readonly expectedDurations: Float64Array;
  /** Other optima within 1 log-likelihood of the best. */
  readonly rivals: number;
}

const LEAST_ROWS = 30;

/**
 * Markov-switching autoregression by maximum likelihood: BFGS on free numbers from several seeded starts, the best kept.
 *
 * `y` T rows without holes, `order` p lags, K regimes. Uses every row given. Refused below max(30, 3·(number of parameters)) rows and for a
 * constant series.
 * @throws RangeError when K or p is no whole number in range, y has a hole or an infinite value, or the seed is out of range.
 * @see Hamilton (1989), Econometrica 57, section 4
 */
export function fitSwitchingAutoregression(
  y: Float64Array,
  order: number,
  K: number,
  options: SwitchingFitOptions,
): SwitchingFit | Refused {
  const { seed, starts = 10, maxIterations = 300 } = options;
  for (const [name, value, least] of [
    ['order', order, 1],
    ['K', K, 2],
  ] as const) {
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`${name} must be a whole number of at least ${least}, came ${value}`);
    }
  }
  checkNotInfinite('y', y);
  if (y.some(Number.isNaN)) throw new RangeError('y must have no holes, came NaN');
  const size = K * (K - 1) + K + order + 1;
  if (y.length - order < Math.max(LEAST_ROWS, 3 * size)) return { refused: 'insufficient_data' };
  if (isConstant(y)) return { refused: 'constant_series' };
  const centre = mean(y);
  const scale = standardDeviation(y);
  const data = y.map((value) => (value - centre) / scale);
  const objective = (free: Float64Array) => -likelihoodAt(data, modelOf(free, K, order));
  const found = Array.from({ length: starts }, (_, k) => startOf(data, K, order, k, stream(seed, k)))
    .map((start) => bfgs(objective, start, { tolerance: 1e-6, maxIterations }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  const best = found[0]!;
  const models = found.map(({ x }) => byMean(modelOf(x, K, order)));
  const rivals = found.filter(
    ({ value }, i) =>
      value - best.value < 1 && models[i]!.mean.some((m, j) => Math.abs(m - models[0]!.mean[j]!) > 0.02),
  );
  const rows = y.length - order;
  const model = inUnits(models[0]!, centre, scale);
  return {
    model,
    logLikelihood: -best.value - rows * Math.log(scale),
    converged: best.converged || (best.reason === 'no-decrease' && best.gradientNorm < 1e-4),
    rows,
    expectedDurations: expectedDurations(model.transition, K),
    rivals: rivals.length,
  };
}

function likelihoodAt(y: Float64Array, model: SwitchingAutoregression): number {
  const usable = Number.isFinite(model.variance) && model.variance > 0;
  return usable ? switchingFilter(y, model).logLikelihood : Number.NEGATIVE_INFINITY;
}

/** Free numbers: per row of P the K − 1 logits against its diagonal, then μ, φ, ln σ². */
function modelOf(free: Float64Array, K: number, order: number): SwitchingAutoregression {
  const transition = new Float64Array(K * K);
  for (let i = 0, at = 0; i < K; i++) {
    const logits = Array.from({ length: K }, (_, j) => (j === i ? 0 : free[at++]!));
    const most = Math.max(...logits);
    const weights = logits.map((logit) => Math.exp(logit - most));
    const total = weights.reduce((a, b) => a + b, 0);
    for (let j = 0; j < K; j++) transition[i * K + j] = weights[j]! / total;
  }
  const at = K * (K - 1);
  return {
    transition,
    mean: free.slice(at, at + K),
    phi: free.slice(at + K, at + K + order),
    variance: Math.exp(free[at + K + order]!),
  };
}

/** The first start has no lags and regimes at quantiles; the others draw means, lags near those of a plain autoregression, and persistence. */
function startOf(y: Float64Array, K: number, order: number, k: number, random: RandomStream): Float64Array {
  const out: number[] = [];
  for (let i = 0; i < K * (K - 1); i++) out.push(k === 0 ? -2 : -3 + 2.5 * random.uniform());
  const levels = quantiles(
    y,
    Array.from({ length: K }, (_, j) => (j + 0.5) / K),
  );
  for (const level of levels) out.push(k === 0 ? level : level + 0.4 * random.normal());
  const phi = autoregression(y, order);
  for (const p of phi) out.push(k === 0 ? 0 : p * random.uniform());
  out.push(Math.log(k === 0 ? 0.5 : 0.2 + 0.6 * random.uniform()));
  return Float64Array.from(out);
}

function autoregression(y: Float64Array, order: number): Float64Array {
  const rows = y.length - order;
  const x = new Float64Array(rows * order).map(
    (_, at) => y[order + Math.floor(at / order) - 1 - (at % order)]!,
  );
  return ols(y.slice(order), x, rows, order)?.beta ?? new Float64Array(order);
}

function byMean({ mean: mu, transition, ...rest }: SwitchingAutoregression): SwitchingAutoregression {
  const K = mu.length;
  const order = Array.from(ascendingOrder(mu));
  return {
    ...rest,
    mean: valuesAt(mu, order),
    transition: Float64Array.from(order.flatMap((i) => order.map((j) => transition[i * K + j]!))),
  };
}

function inUnits(model: SwitchingAutoregression, centre: number, scale: number): SwitchingAutoregression {
  return {
    ...model,
    mean: model.mean.map((m) => centre + scale * m),
    variance: model.variance * scale ** 2,
  };
}
