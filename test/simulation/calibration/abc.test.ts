import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/math/distributions.ts';
import { stream } from '../../../src/math/random.ts';
import { type Simulate, sampleAbc } from '../../../src/simulation/calibration/abc.ts';
import { adjustByRegression } from '../../../src/simulation/calibration/regression-adjustment.ts';

/** x = z₀ + e with z₀, e ~ N(0, 1): the posterior of z₀ is N(x/2, 1/2) (conjugate normal). The other coordinates do not matter. */
const normal: Simulate = async (points, first) =>
  points.map((point, i) => Float64Array.of(normalQuantile(point[0]!) + stream(5, first + i).normal()));

const OPTIONS = { dimensions: 12, pilot: 2000, particles: 500, tolerance: 0.1, most: 60_000, seed: 3 };

function moments(points: readonly Float64Array[], weights: Float64Array, k: number) {
  const z = points.map((point) => normalQuantile(point[k]!));
  const mean = z.reduce((sum, value, i) => sum + weights[i]! * value, 0);
  const variance = z.reduce((sum, value, i) => sum + weights[i]! * (value - mean) ** 2, 0);
  return { mean, variance };
}

describe('approximate Bayesian computation', () => {
  it('finds the conjugate posterior among coordinates that do not matter', async () => {
    const observed = Float64Array.of(1.5);
    const { particles, tolerance } = await sampleAbc(normal, (s) => Math.abs(s[0]! - observed[0]!), OPTIONS);
    expect(tolerance).toBeLessThan(0.2);
    expect(particles.every(({ distance }) => distance <= tolerance)).toBe(true);
    const { points, weights } = adjustByRegression(particles, observed, tolerance);
    const { mean, variance } = moments(points, weights, 0);
    expect(Math.abs(mean - 0.75)).toBeLessThan(0.15);
    expect(variance).toBeGreaterThan(0.35);
    expect(variance).toBeLessThan(0.65);
    const other = moments(points, weights, 7);
    expect(Math.abs(other.mean)).toBeLessThan(0.25);
    expect(other.variance).toBeGreaterThan(0.7);
    expect(other.variance).toBeLessThan(1.35);
  });

  it('undoes a coarse tolerance by regression', async () => {
    const observed = Float64Array.of(1.5);
    const { particles, tolerance } = await sampleAbc(normal, (s) => Math.abs(s[0]! - observed[0]!), {
      ...OPTIONS,
      dimensions: 1,
      tolerance: 1,
    });
    const { points, weights } = adjustByRegression(particles, observed, tolerance);
    const { mean, variance } = moments(points, weights, 0);
    expect(Math.abs(mean - 0.75)).toBeLessThan(0.12);
    expect(Math.abs(variance - 0.5)).toBeLessThan(0.12);
  });

  it('covers planted values nine times in ten', async () => {
    let covered = 0;
    for (let run = 0; run < 60; run++) {
      const random = stream(11, run);
      const planted = random.normal();
      const observed = Float64Array.of(planted + random.normal());
      const { particles, tolerance } = await sampleAbc(
        async (points, first) =>
          points.map((p, i) =>
            Float64Array.of(normalQuantile(p[0]!) + stream(100 + run, first + i).normal()),
          ),
        (s) => Math.abs(s[0]! - observed[0]!),
        { dimensions: 2, pilot: 600, particles: 200, tolerance: 0.3, most: 4000, seed: run },
      );
      const { points, weights } = adjustByRegression(particles, observed, tolerance);
      const below = points.reduce(
        (sum, point, i) => sum + (normalQuantile(point[0]!) < planted ? weights[i]! : 0),
        0,
      );
      if (below > 0.05 && below < 0.95) covered++;
    }
    // Binomial(60, 0.9): 47 … 59 is its middle 99.8 % (scipy.stats.binom.interval(0.998, 60, 0.9)).
    expect(covered).toBeGreaterThanOrEqual(47);
    expect(covered).toBeLessThanOrEqual(60);
  }, 30_000);

  it('gives the same particles for the same seed and others for another', async () => {
    const ask = (seed: number) =>
      sampleAbc(normal, (s) => Math.abs(s[0]!), { ...OPTIONS, pilot: 200, particles: 50, most: 400, seed });
    const [one, same, other] = [await ask(1), await ask(1), await ask(2)];
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('ends when all particles are equally far, and keeps what is not a number out', async () => {
    const flat = await sampleAbc(
      async (points) => points.map(() => Float64Array.of(1)),
      () => 2,
      OPTIONS,
    );
    expect(flat.tolerance).toBe(2);
    const { particles } = await sampleAbc(normal, (s) => (s[0]! > 0 ? Number.NaN : -s[0]!), {
      ...OPTIONS,
      pilot: 400,
      particles: 100,
      most: 1000,
    });
    expect(particles.every(({ summaries }) => summaries[0]! <= 0)).toBe(true);
  });

  it('refuses counts that make no sense, naming them', async () => {
    const ask = (change: object) => sampleAbc(normal, () => 0, { ...OPTIONS, ...change });
    await expect(ask({ particles: 3000 })).rejects.toThrow(/pilot/);
    await expect(ask({ particles: 0 })).rejects.toThrow(/particles/);
    await expect(ask({ dimensions: 1.5 })).rejects.toThrow(/dimensions/);
    await expect(ask({ tolerance: -1 })).rejects.toThrow(/tolerance/);
  });
});

describe('adjustment by regression', () => {
  it('moves particles along a line exactly', () => {
    // z = 2·s without noise: with s observed as 0.1 every particle goes to z = 0.2.
    const particles = [-0.4, -0.2, 0.1, 0.3, 0.5].map((s) => ({
      point: Float64Array.of(cdf(2 * s)),
      summaries: Float64Array.of(s),
      distance: Math.abs(s - 0.1),
    }));
    const { points } = adjustByRegression(particles, Float64Array.of(0.1), 1);
    for (const point of points) expect(normalQuantile(point[0]!)).toBeCloseTo(0.2, 8);
  });

  it('keeps the points when there are too few for a regression', () => {
    const particles = [0.1, 0.2].map((s) => ({
      point: Float64Array.of(0.5 + s),
      summaries: Float64Array.of(s, s * s, s ** 3),
      distance: s,
    }));
    const { points, weights } = adjustByRegression(particles, Float64Array.of(0, 0, 0), 1);
    expect(points.map((point) => point[0])).toEqual([0.6, 0.7]);
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 12);
    expect(weights[0]! / weights[1]!).toBeCloseTo(0.99 / 0.96, 12);
  });
});

/** Φ by the midpoint rule, to 1e-9. */
function cdf(z: number): number {
  const n = 20_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(-0.5 * (((i + 0.5) / n) * z) ** 2);
  return 0.5 + (z * sum) / n / Math.sqrt(2 * Math.PI);
}
