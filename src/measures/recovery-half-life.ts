import { brentMinimum } from '../math/brent.ts';
import { normalQuantile } from '../math/distributions.ts';
import { neweyWest, ols, standardErrors } from '../math/regression.ts';
import { isConstant, type Refused } from './refused.ts';

export interface RecoveryHalfLife {
  /** ln 2/k, in the unit of the times. */
  readonly halfLife: number;
  readonly rate: number;
  /** Gap at the first time. */
  readonly gap: number;
  /** Ends of the interval of the half-life; `high` is infinite when the rate is not told from 0. */
  readonly low: number;
  readonly high: number;
  readonly rows: number;
}

const FEWEST = 20;
/** Rates searched, in units of 1/span of the times. */
const [SLOWEST, FASTEST] = [1e-3, 1e4];

/**
 * Half-life of the way back to a level L after a shock: least squares of v_t = L − G e^(−k (t − t₀)), half-life ln 2/k.
 *
 * For each k the gap G has a closed form; k by Brent's search over ln k. Interval: k ± z · Newey–West error of the linearised fit, lag
 * ⌊4 (n/100)^(2/9)⌋. `times` T ascending, any unit; `values` T and `level` in one unit.
 * NaN policy: rows with a hole are left out. Refused under 20 rows and when the values do not vary.
 * @throws RangeError when the lengths differ, the level is not finite, or the interval's level is outside (0, 1).
 * @see Obizhaeva & Wang (2013), Journal of Financial Markets 16(1), eq. 8 (exponential resilience); Newey & West (1987)
 */
export function recoveryHalfLife(
  times: Float64Array,
  values: Float64Array,
  level: number,
  coverage = 0.95,
): RecoveryHalfLife | Refused {
  if (times.length !== values.length) {
    throw new RangeError(`times and values must have one length, came ${times.length} and ${values.length}`);
  }
  if (!Number.isFinite(level)) throw new RangeError(`level must be finite, came ${level}`);
  if (!(coverage > 0 && coverage < 1)) throw new RangeError(`coverage must be in (0, 1), came ${coverage}`);
  const rows = [...times.keys()].filter((row) => Number.isFinite(times[row]! + values[row]!));
  if (rows.length < FEWEST) return { refused: 'insufficient_data' };
  const start = times[rows[0]!]!;
  const span = times[rows.at(-1)!]! - start;
  const t = Float64Array.from(rows, (row) => (times[row]! - start) / span);
  const gaps = Float64Array.from(rows, (row) => level - values[row]!);
  if (isConstant(gaps) || !(span > 0)) return { refused: 'constant_series' };
  const { x } = brentMinimum(
    (logRate) => fitAt(t, gaps, Math.exp(logRate)).rss,
    Math.log(SLOWEST),
    Math.log(FASTEST),
  );
  const rate = Math.exp(x);
  const { gap } = fitAt(t, gaps, rate);
  const reach = normalQuantile((1 + coverage) / 2) * rateError(t, gaps, rate, gap);
  const half = (k: number) => (Math.LN2 / k) * span;
  return {
    halfLife: half(rate),
    rate: rate / span,
    gap,
    low: half(rate + reach),
    high: rate > reach ? half(rate - reach) : Number.POSITIVE_INFINITY,
    rows: rows.length,
  };
}

function fitAt(t: Float64Array, gaps: Float64Array, rate: number): { gap: number; rss: number } {
  let [cross, square, total] = [0, 0, 0];
  for (let i = 0; i < t.length; i++) {
    const decay = Math.exp(-rate * t[i]!);
    cross += decay * gaps[i]!;
    square += decay * decay;
    total += gaps[i]! ** 2;
  }
  return { gap: cross / square, rss: total - cross ** 2 / square };
}

/** Newey–West error of k: the residuals on the derivatives of the fit by G and k. */
function rateError(t: Float64Array, gaps: Float64Array, rate: number, gap: number): number {
  const residuals = gaps.map((value, i) => value - gap * Math.exp(-rate * t[i]!));
  const derivatives = new Float64Array(2 * t.length);
  for (let i = 0; i < t.length; i++) {
    const decay = Math.exp(-rate * t[i]!);
    derivatives[2 * i] = decay;
    derivatives[2 * i + 1] = -gap * t[i]! * decay;
  }
  const fit = ols(residuals, derivatives, t.length, 2);
  if (!fit) return Number.POSITIVE_INFINITY;
  return standardErrors(neweyWest(fit, Math.floor(4 * (t.length / 100) ** (2 / 9))), 2)[1]!;
}
