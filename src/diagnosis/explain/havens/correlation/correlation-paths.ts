import { blockLength } from '../../../../math/block-length.ts';
import { percentileBand, stationaryBootstrapIndices } from '../../../../math/bootstrap.ts';
import { ewmaCovariance, ewmaWarmUp } from '../../../../math/covariance.ts';
import { fromColumns } from '../../../../math/matrix.ts';
import { mean } from '../../../../math/moments.ts';
import { type RandomStream, stream } from '../../../../math/random.ts';
import { rollingCorrelation } from '../../../../math/rolling-correlation.ts';
import { valuesAt } from '../../../../math/values-at.ts';
import { pearson } from '../../../../measures/correlation.ts';
import { correlationOf } from '../../../../measures/dcc.ts';
import { filterDcc, fitDccGarch, standardisedResiduals } from '../../../../measures/dcc-fit.ts';
import { isRefused } from '../../../../measures/refused.ts';

const DECAY = 0.94;
const LEAST_DCC = 500;
const SEED = 20260205;
const DRAWS = 400;

/** Two series of returns on the same rows, without holes. */
export type Pair = readonly [Float64Array, Float64Array];

/** Pearson’s r of each window of `window` rows; NaN before the first. */
export function rollingPath(pair: Pair, window: number): Float64Array {
  const out = new Float64Array(pair[0].length).fill(Number.NaN);
  rollingCorrelation([...pair], window, (t, r) => {
    if (r) out[t] = r[1]!;
  });
  return out;
}

/** Exponentially weighted correlation with λ = 0.94; NaN until the start weighs at most 5 %. */
export function ewmaPath(pair: Pair): Float64Array {
  const rows = pair[0].length;
  const out = new Float64Array(rows).fill(Number.NaN);
  if (rows === 0) return out;
  const r = new Float64Array(4);
  const from = ewmaWarmUp(DECAY);
  ewmaCovariance(fromColumns([...pair], 0, rows), rows, 2, DECAY, (t, s) => {
    if (t >= from) out[t] = correlationOf(s, 2, r)[1]!;
  });
  return out;
}

/**
 * Correlation that DCC-GARCH expects for the row after each, its parameters estimated once from all rows given. All NaN below 500 rows and
 * where the estimation is refused or does not converge.
 */
export function dccPath(pair: Pair): Float64Array {
  const rows = pair[0].length;
  const out = new Float64Array(rows).fill(Number.NaN);
  const fit = rows < LEAST_DCC ? undefined : fitDccGarch(pair);
  if (fit === undefined || isRefused(fit) || !fit.dcc.converged) return out;
  const { next } = filterDcc(standardisedResiduals(pair, fit.garch), 2, fit.dcc, (t, r) => {
    if (t > 0) out[t - 1] = r[1]!;
  });
  out[rows - 1] = next[1]!;
  return out;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Correlation of each draw of the stationary bootstrap of the pair, the mean block that of the products of the deviations. */
function drawn([x, y]: Pair, random: RandomStream): Float64Array {
  const [mx, my] = [mean(x), mean(y)];
  const { stationary } = blockLength(x.map((value, t) => (value - mx) * (y[t]! - my)));
  const at = new Int32Array(x.length);
  return Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(x.length, Number.isNaN(stationary) ? 1 : stationary, random, at);
    return pearson(valuesAt(x, at), valuesAt(y, at));
  });
}

/** Percentile band of the correlation of a pair by the stationary bootstrap; the draws are always the same. */
export function correlationBand(pair: Pair, level: number): Range {
  return percentileBand(drawn(pair, stream(SEED)), level);
}

/** Percentile band of the correlation of `now` less that of `before`, windows without a common row, each drawn on its own. */
export function differenceBand(before: Pair, now: Pair, level: number): Range {
  const random = stream(SEED);
  const later = drawn(now, random);
  const earlier = drawn(before, random);
  return percentileBand(
    later.map((r, k) => r - earlier[k]!),
    level,
  );
}

/** Where a path stood at its last level before. */
export interface LevelBefore {
  /** Latest row, at least `gap` rows back, on which the path crossed its last value; undefined: it never did. */
  readonly row: number | undefined;
  /** Where it never did: whether the last value is above or below all of them. */
  readonly extreme: 'highest' | 'lowest' | undefined;
}

/** When a path last stood at its last value; rows nearer than `gap` are of the same episode. Rows without a value are passed over. */
export function levelBefore(path: Float64Array, gap: number): LevelBefore {
  const last = path.length - 1;
  const level = path[last] ?? Number.NaN;
  const known = [...path.keys()].filter((t) => t <= last - gap && !Number.isNaN(path[t]!));
  if (Number.isNaN(level) || known.length < 2) return { row: undefined, extreme: undefined };
  for (let k = known.length - 1; k > 0; k--) {
    if ((path[known[k]!]! - level) * (path[known[k - 1]!]! - level) <= 0)
      return { row: known[k], extreme: undefined };
  }
  return { row: undefined, extreme: path[known[0]!]! < level ? 'highest' : 'lowest' };
}
