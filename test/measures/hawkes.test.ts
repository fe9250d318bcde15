import { expect, it } from 'vitest';
import { stream } from '../../src/math/random.ts';
import { fitHawkes, hawkesLogLikelihood } from '../../src/measures/hawkes.ts';
import { isRefused } from '../../src/measures/refused.ts';

/** Ogata's thinning: a candidate at the present intensity is kept with the share that is left of it by then. */
function simulated(mu: number, alpha: number, beta: number, T: number, seed: number): Float64Array {
  const random = stream(seed);
  const times: number[] = [];
  for (let [t, excited] = [0, 0]; ; ) {
    const bound = mu + excited;
    const wait = random.exponential() / bound;
    t += wait;
    if (t > T) return Float64Array.from(times);
    excited *= Math.exp(-beta * wait);
    if (random.uniform() * bound > mu + excited) continue;
    times.push(t);
    excited += alpha;
  }
}

function fitted(times: Float64Array, T: number) {
  const fit = fitHawkes(times, T);
  if (isRefused(fit)) throw new Error(fit.refused);
  return fit;
}

it('agrees with the likelihood written out as double sums', () => {
  const [mu, alpha, beta, T] = [0.3, 0.7, 1.1, 10];
  const times = Float64Array.of(0.5, 1, 1.25, 4, 9.5);
  let direct = -mu * T;
  for (const t of times) {
    const excited = times.filter((u) => u < t).reduce((sum, u) => sum + alpha * Math.exp(-beta * (t - u)), 0);
    direct += Math.log(mu + excited) - (alpha / beta) * (1 - Math.exp(-beta * (T - t)));
  }
  expect(hawkesLogLikelihood(times, T, mu, alpha, beta)).toBeCloseTo(direct, 12);
});

it('is the Poisson likelihood when nothing excites', () => {
  // n ln μ − μT
  expect(hawkesLogLikelihood(Float64Array.of(1, 2, 3), 5, 0.4, 0, 1)).toBeCloseTo(3 * Math.log(0.4) - 2, 12);
  expect(hawkesLogLikelihood(Float64Array.of(1), 5, 0.4, 0.1, -1)).toBe(Number.NEGATIVE_INFINITY);
});

it('recovers the branching ratio of simulated events within its error', () => {
  for (const [alpha, seed] of [
    [0.6, 11],
    [1.6, 12],
  ] as const) {
    const fit = fitted(simulated(0.5, alpha, 2, 2000, seed), 2000);
    expect(Math.abs(fit.branching - alpha / 2)).toBeLessThan(2.5 * fit.branchingError);
    expect(fit.branchingError).toBeLessThan(0.08);
    expect(Math.abs(fit.decay - 2)).toBeLessThan(0.6);
  }
});

it('finds next to no branching in events that come alone', () => {
  expect(fitted(simulated(1, 0, 1, 500, 5), 500).branching).toBeLessThan(0.2);
});

it('refuses too few events and two at once, and times out of order', () => {
  expect(
    fitHawkes(
      Float64Array.from({ length: 19 }, (_, i) => i),
      20,
    ),
  ).toEqual({ refused: 'insufficient_data' });
  expect(
    fitHawkes(
      Float64Array.from({ length: 30 }, (_, i) => Math.floor(i / 2)),
      20,
    ),
  ).toEqual({ refused: 'collinear' });
  expect(() => fitHawkes(Float64Array.of(2, 1), 5)).toThrow(RangeError);
  expect(() => fitHawkes(Float64Array.of(1, 9), 5)).toThrow(RangeError);
});
