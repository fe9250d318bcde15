import { clamp } from './shape.ts';

/** Flows are reported in tenths of a million dollars: counted in whole ones, funds add up to their total exactly. */
export const TENTH = 100_000;

/**
 * Standardised flow f_t = 0.40 z_{t−1} + 0.30 z_t + 0.85 u_t with z the move of the asset in units of its usual size, cut at ±3, and u a
 * persistent noise: flows go with the move of the day and follow that of the day before. An association; no flow moves a price here.
 */
export function standardFlows(change: Float64Array, usual: number, noise: Float64Array): Float64Array {
  const z = change.map((x) => clamp(x / usual, -3, 3));
  return z.map((x, t) => 0.4 * (z[t - 1] ?? 0) + 0.3 * x + 0.85 * (noise[t] as number));
}
