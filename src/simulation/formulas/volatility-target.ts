import { checkNotNegative, checkPositive, checkWithin } from '../../math/arguments.ts';

export interface VolatilityTarget {
  /** Target volatility a year, fraction. */
  readonly target: number;
  /** Largest weight of the risky asset. */
  readonly cap: number;
  /** λ of the variance recursion, a day. */
  readonly decay: number;
  /** Variance a day before the first return. */
  readonly startVariance: number;
  readonly daysPerYear: number;
  /** Net assets before the first return, US dollars. */
  readonly netAssets: number;
}

export interface VolatilityTargetPath {
  /** Weight held into day t; n + 1 values, the last one for the day after the data. */
  readonly weights: Float64Array;
  /** Trade at the close of day t, n values, US dollars; positive buys. */
  readonly flows: Float64Array;
  /** Net assets before day t; n + 1 values, US dollars. */
  readonly netAssets: Float64Array;
}

/**
 * A fund that holds its volatility at a target; cash earns nothing.
 * σ²_{t+1} = λ·σ²_t + (1 − λ)·r_t²; w_t = min(cap, target / (√D·σ_t)); A_{t+1} = (A_t·(1 + w_t·r_t))⁺;
 * trade at the close of t: w_{t+1}·A_{t+1} − w_t·A_t·(1 + r_t)
 *
 * σ_t is known before day t. A variance of 0 gives the cap. Once wiped out it stays at 0. NaN from the first NaN return on.
 * @throws RangeError when an option is out of range: a target, cap or number of days not above 0, λ outside [0, 1].
 * @see RiskMetrics technical document (1996), section 5.2; Moreira & Muir (2017), Volatility-managed portfolios, J. Finance 72.
 */
export function volatilityTargetPath(returns: Float64Array, options: VolatilityTarget): VolatilityTargetPath {
  checkOptions(options);
  const n = returns.length;
  const [weights, flows, netAssets] = [n + 1, n, n + 1].map((k) => new Float64Array(k).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let variance = options.startVariance;
  weights[0] = weightOf(variance, options);
  netAssets[0] = options.netAssets;
  for (let t = 0; t < n; t++) {
    const r = returns[t]!;
    if (!Number.isFinite(r)) break;
    variance = options.decay * variance + (1 - options.decay) * r * r;
    weights[t + 1] = weightOf(variance, options);
    netAssets[t + 1] = Math.max(0, netAssets[t]! * (1 + weights[t]! * r));
    flows[t] = weights[t + 1]! * netAssets[t + 1]! - weights[t]! * netAssets[t]! * (1 + r);
  }
  return { weights, flows, netAssets };
}

function weightOf(variance: number, { cap, target, daysPerYear }: VolatilityTarget): number {
  return Math.min(cap, target / Math.sqrt(daysPerYear * variance));
}

function checkOptions(options: VolatilityTarget): void {
  checkPositive('target volatility', options.target);
  checkPositive('largest weight', options.cap);
  checkWithin('decay', options.decay, 0, 1);
  checkNotNegative('start variance', options.startVariance);
  checkPositive('days a year', options.daysPerYear);
  checkNotNegative('net assets', options.netAssets);
}
