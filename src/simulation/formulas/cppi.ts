import { checkNotNegative, checkPositive } from '../../math/arguments.ts';

export interface Cppi {
  /** m: exposure a unit of cushion. */
  readonly multiplier: number;
  /** F: value that is to be kept. */
  readonly floor: number;
  /** V before the first return. */
  readonly value: number;
  /** Largest exposure as a multiple of the value. */
  readonly cap: number;
}

export interface CppiPath {
  /** Trade at the close of day t, n values; positive buys. */
  readonly flows: Float64Array;
  /** Exposure held into day t, n + 1 values. */
  readonly exposure: Float64Array;
  /** Value before day t, n + 1 values. */
  readonly value: Float64Array;
}

/**
 * Constant-proportion portfolio insurance, rebalanced at each close; cash earns nothing and the floor is constant.
 * e = min(max(m·(V − F), 0), cap·V); V_{t+1} = (V_t + e_t·r_t)⁺; trade e_{t+1} − e_t·(1 + r_t)
 *
 * All in the unit of the value. A fall of more than 1/m in a day breaks the floor; exposure is then 0 for good. NaN from the first NaN
 * return on.
 * @throws RangeError when multiplier or cap is not above 0, or floor or value is below 0.
 * @see Black & Perold (1992), Theory of constant proportion portfolio insurance, J. Economic Dynamics and Control 16, section 2.
 */
export function cppiPath(returns: Float64Array, options: Cppi): CppiPath {
  checkPositive('multiplier', options.multiplier);
  checkPositive('largest exposure', options.cap);
  checkNotNegative('floor', options.floor);
  checkNotNegative('value', options.value);
  const n = returns.length;
  const [flows, exposure, value] = [n, n + 1, n + 1].map((k) => new Float64Array(k).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  value[0] = options.value;
  exposure[0] = exposureOf(options.value, options);
  for (let t = 0; t < n; t++) {
    const r = returns[t]!;
    if (!Number.isFinite(r)) break;
    value[t + 1] = Math.max(0, value[t]! + exposure[t]! * r);
    exposure[t + 1] = exposureOf(value[t + 1]!, options);
    flows[t] = exposure[t + 1]! - exposure[t]! * (1 + r);
  }
  return { flows, exposure, value };
}

function exposureOf(value: number, { multiplier, floor, cap }: Cppi): number {
  return Math.min(Math.max(multiplier * (value - floor), 0), cap * value);
}
