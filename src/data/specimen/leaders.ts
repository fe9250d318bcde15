import type { Noise } from './noise.ts';

/** The six series that carry the factors: equity, rates, dollar, metals, energy, crypto. All others follow them. */
export const LEADERS = ['sp500', 'us-10y', 'dollar-index', 'gold-front', 'wti-front', 'btc-usd'] as const;
export type Leader = (typeof LEADERS)[number];

/** Volatility a session by regime (calm, nervous, crisis, recovery): log changes; for the yield fractions a year. */
export const LEADER_VOLATILITY: Readonly<Record<Leader, readonly number[]>> = {
  sp500: [0.0058, 0.0102, 0.019, 0.0122],
  'us-10y': [0.00042, 0.00055, 0.00085, 0.0006],
  'dollar-index': [0.0033, 0.0043, 0.0065, 0.0048],
  'gold-front': [0.0072, 0.0092, 0.015, 0.0105],
  'wti-front': [0.015, 0.02, 0.04, 0.026],
  'btc-usd': [0.022, 0.034, 0.052, 0.037],
};

/** Correlations below the diagonal, in the order of LEADERS, by regime. */
export const LEADER_CORRELATION: readonly (readonly (readonly number[])[])[] = [
  [[], [0.15], [-0.1, 0.3], [0.02, -0.35, -0.42], [0.25, 0.15, -0.12, 0.12], [0.2, 0, -0.08, 0.08, 0.05]],
  [
    [],
    [0.25],
    [-0.2, 0.25],
    [0.08, -0.35, -0.42],
    [0.35, 0.22, -0.18, 0.15],
    [0.35, 0.05, -0.15, 0.12, 0.12],
  ],
  [[], [0.4], [-0.35, 0.05], [0.25, -0.25, -0.4], [0.5, 0.3, -0.25, 0.25], [0.55, 0.15, -0.25, 0.25, 0.3]],
  [[], [0.25], [-0.25, 0.2], [0.1, -0.3, -0.42], [0.35, 0.22, -0.2, 0.18], [0.4, 0.08, -0.18, 0.15, 0.15]],
];

/**
 * Lower Cholesky factor of a correlation matrix given below its diagonal.
 * @throws RangeError when it is not positive definite.
 */
export function cholesky(below: readonly (readonly number[])[]): readonly Float64Array[] {
  const factor = below.map((row) => new Float64Array(row.length + 1));
  for (let i = 0; i < below.length; i++) {
    const row = factor[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : ((below[i] as readonly number[])[j] as number);
      const other = factor[j] as Float64Array;
      for (let k = 0; k < j; k++) sum -= (row[k] as number) * (other[k] as number);
      if (i === j && !(sum > 0)) throw new RangeError(`correlation matrix not positive definite at row ${i}`);
      row[j] = i === j ? Math.sqrt(sum) : sum / (other[j] as number);
    }
  }
  return factor;
}

/** Correlated shocks of variance 1: one array a leader, one value a day. */
export function leaderShocks(regimes: Uint8Array, draws: Noise): ReadonlyMap<string, Float64Array> {
  const factors = LEADER_CORRELATION.map(cholesky);
  const shocks = LEADERS.map(() => new Float64Array(regimes.length));
  const z = new Float64Array(LEADERS.length);
  for (let day = 0; day < regimes.length; day++) {
    for (let i = 0; i < z.length; i++) z[i] = draws.shock();
    const factor = factors[regimes[day] as number] as readonly Float64Array[];
    shocks.forEach((shock, i) => {
      const row = factor[i] as Float64Array;
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += (row[k] as number) * (z[k] as number);
      shock[day] = sum;
    });
  }
  return new Map(LEADERS.map((id, i) => [id, shocks[i] as Float64Array]));
}
