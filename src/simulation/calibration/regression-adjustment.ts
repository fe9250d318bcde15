import { normalCdf, normalQuantile } from '../../math/distributions.ts';
import { quantiles } from '../../math/quantile.ts';
import { wls } from '../../math/regression.ts';
import type { Particle } from './abc.ts';

/** Normal scores beyond which a point of the prior is not told from its end. */
const MOST_SCORE = 6;
/** Share of the particles on each side that count as out of reach. */
const TAIL = 0.05;

export interface WeightedPoints {
  readonly points: readonly Float64Array[];
  /** They sum to 1. */
  readonly weights: Float64Array;
}

/**
 * Particles moved to where they would lie had each met the observation exactly, or come as near to it as nineteen in twenty of them do: a
 * straight line says nothing of what no particle reaches.
 * z* = z − (s − s_observed)·B with B of a weighted regression of z = Φ⁻¹(u) on the summaries, weights 1 − (d/ε)² (Epanechnikov)
 *
 * Points lie in (0, 1)^k and stay there. Without a unique regression (fewer particles than summaries, summaries that depend on each other)
 * the points stay and only the weights come. Summaries finite.
 * @see Beaumont, Zhang & Balding (2002), Approximate Bayesian computation in population genetics, Genetics 162, 2025–2035; Hamilton et al.
 * (2005), Molecular Biology and Evolution 22 (on a transformed scale, so that bounds hold).
 */
export function adjustByRegression(
  particles: readonly Particle[],
  observed: Float64Array,
  tolerance: number,
): WeightedPoints {
  const inside = particles.filter(({ distance }) => distance < tolerance);
  const raw = Float64Array.from(inside, ({ distance }) => 1 - (distance / tolerance) ** 2);
  const whole = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / whole);
  const moved = adjusted(inside, observed, raw);
  return { points: moved ?? inside.map(({ point }) => point), weights };
}

function adjusted(
  particles: readonly Particle[],
  observed: Float64Array,
  weights: Float64Array,
): Float64Array[] | undefined {
  const rows = particles.length;
  // A summary that all particles meet alike, such as a bound that none breaks, explains nothing.
  const used = [...observed.keys()].filter((j) =>
    particles.some(({ summaries }) => summaries[j] !== particles[0]!.summaries[j]),
  );
  const columns = used.length + 1;
  const x = new Float64Array(rows * columns).fill(1);
  for (const [c, j] of used.entries()) {
    const reached = Float64Array.from(particles, ({ summaries }) => summaries[j]!);
    const [low, high] = quantiles(reached, [TAIL, 1 - TAIL]);
    const target = Math.min(high!, Math.max(low!, observed[j]!));
    for (const [i, summary] of reached.entries()) x[i * columns + c + 1] = summary - target;
  }
  const points = particles.map(({ point }) => point.slice());
  for (let k = 0; k < (points[0]?.length ?? 0); k++) {
    const z = Float64Array.from(points, (point) => score(point[k]!));
    const fit = wls(z, x, weights, rows, columns);
    if (!fit) return undefined;
    for (const [i, point] of points.entries()) point[k] = normalCdf(fit.beta[0]! + fit.residuals[i]!);
  }
  return points;
}

function score(u: number): number {
  return Math.min(MOST_SCORE, Math.max(-MOST_SCORE, normalQuantile(u)));
}
