import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { cholesky } from '../../../math/cholesky.ts';
import { stream } from '../../../math/random.ts';
import { isAbsent } from '../../../measures/connectedness/absence.ts';
import { regenerate } from '../../../measures/connectedness/connectedness-bands.ts';
import { chooseLag } from '../../../measures/connectedness/lag-order.ts';
import { woldCoefficients } from '../../../measures/connectedness/variance-decomposition.ts';
import {
  type VectorAutoregression,
  vectorAutoregression,
} from '../../../measures/connectedness/vector-autoregression.ts';
import { type Coefficients, historicalDecomposition } from '../../../measures/historical-decomposition.ts';

/** Sessions of the sample, three trading years, and the fewest that make one. */
export const SAMPLE = 750;
export const LEAST = 250;
const MOST_LAGS = 5;
/** Sessions over which the response of the second yield is summed. */
export const RESPONSE = 10;

const DRAWS = 199;
const SEED = 4110;
export const LEVEL = 0.9;

export interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface YieldSpillover {
  readonly lag: number;
  /** Response of the second yield over ten sessions to a shock that moves the first by one on its day. */
  readonly passThrough: Banded;
  /** What the shocks of the first, and those of the second itself, made of the second's change over the last rows. */
  over(rows: number): { readonly sent: Banded; readonly own: Banded };
}

/**
 * Two daily yields of which the first closes earlier on the same date, so that its shocks may move the second that day and not the other
 * way round. Bands are of the parameters: the model is fitted to 199 bootstrap samples, and each decomposes the same days. Undefined with
 * fewer than 250 rows or dependent series.
 */
export function yieldSpillover(columns: readonly Float64Array[]): YieldSpillover | undefined {
  if ((columns[0]?.length ?? 0) < LEAST) return undefined;
  const lag = chooseLag(columns, MOST_LAGS);
  if (isAbsent(lag)) return undefined;
  const model = vectorAutoregression(columns, lag);
  if (isAbsent(model)) return undefined;
  const fits = [model, ...refits(columns, model)];
  const parts = fits.map((fit) => historicalDecomposition(columns, fit, 1));
  const responses = fits.map(passThrough);
  const sums = (shock: number, rows: number) =>
    parts.map((part) => (part ? tail(part[shock]!, rows) : Number.NaN));
  return {
    lag,
    passThrough: banded(responses),
    over: (rows) => ({ sent: banded(sums(0, rows)), own: banded(sums(1, rows)) }),
  };
}

function banded([value, ...draws]: readonly number[]): Banded {
  const { low, high } = percentileBand(Float64Array.from(draws), LEVEL);
  return { value: value!, low, high };
}

function tail(values: Float64Array, rows: number): number {
  return values.subarray(values.length - rows).reduce((sum, value) => sum + value, 0);
}

function passThrough({ coefficients, sigma, n, lag }: Coefficients): number {
  const p = cholesky(sigma, n);
  if (!p) return Number.NaN;
  const psi = woldCoefficients(coefficients, n, lag, RESPONSE);
  let sum = 0;
  for (let h = 0; h < RESPONSE; h++) sum += psi[h * 4 + 2]! * p[0]! + psi[h * 4 + 3]! * p[2]!;
  return sum / p[0]!;
}

function refits(columns: readonly Float64Array[], model: VectorAutoregression): VectorAutoregression[] {
  const random = stream(SEED);
  const block = Math.ceil(Math.cbrt(model.rows));
  const copies = columns.map((column) => Float64Array.from(column));
  const out: VectorAutoregression[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    regenerate(copies, model, stationaryBootstrapIndices(model.rows, block, random));
    const fit = vectorAutoregression(copies, model.lag);
    if (!isAbsent(fit)) out.push(fit);
  }
  return out;
}
