import { stream } from '../../../../math/random.ts';
import { kendallTauB } from '../../../../measures/kendall-tau.ts';

/** Sessions in which stress is looked for, its share, and the fewest of them and of firms. */
export const STRESS_SAMPLE = 250;
export const STRESS_SHARE = 0.05;
export const LEAST_SESSIONS = 120;
export const LEAST_FIRMS = 4;
const SEED = 42;
const DRAWS = 2000;

/** Rows of the worst sessions of a market among its last 250, in order of time; none below 120 sessions. */
export function stressRows(market: Float64Array): readonly number[] {
  const rows = [...market.keys()].filter((t) => Number.isFinite(market[t]!)).slice(-STRESS_SAMPLE);
  if (rows.length < LEAST_SESSIONS) return [];
  return rows
    .sort((a, b) => market[a]! - market[b]! || a - b)
    .slice(0, Math.round(STRESS_SHARE * rows.length))
    .sort((a, b) => a - b);
}

export interface CrossSection {
  readonly tau: number;
  /** Share of the shuffles with a τ at least as far from 0. */
  readonly p: number;
}

/** Kendall’s τ_b of intensity and return across firms, p two-sided from 2000 shuffles; undefined below four firms, or where all are tied. */
export function crossSection(intensity: Float64Array, returns: Float64Array): CrossSection | undefined {
  const n = intensity.length;
  if (n < LEAST_FIRMS) return undefined;
  const tau = kendallTauB(intensity, returns);
  if (!Number.isFinite(tau)) return undefined;
  const random = stream(SEED);
  let reached = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const order = random.permutation(n);
    const shuffled = returns.map((_, k) => returns[order[k]!]!);
    if (Math.abs(kendallTauB(intensity, shuffled)) >= Math.abs(tau) - 1e-12) reached++;
  }
  return { tau, p: (1 + reached) / (1 + DRAWS) };
}
