import { spearman } from '../../src/measures/rank-correlation.ts';
import type { Calibration } from '../../src/simulation/calibrations/calibration.ts';
import type { Theta, Unknown } from '../../src/simulation/state/unknown.ts';

/** The calibration with what it found of its own day. */
export function withItsDay(calibration: Calibration): Calibration {
  const { day } = calibration;
  if (!day) return calibration;
  return {
    ...calibration,
    names: [...calibration.names, ...day.names],
    particles: calibration.particles.map((particle, i) => [...particle, ...day.particles[i]!]),
  };
}

/** Rank correlation of each unknown with a value of the draws, strongest first. */
export function sensitivities(
  unknowns: readonly Unknown[],
  thetas: readonly Theta[],
  values: Float64Array,
): { name: string; rho: number }[] {
  return unknowns
    .map(({ name }) => ({
      name,
      rho: spearman(
        Float64Array.from(thetas, (theta) => theta[name]!),
        values,
      ),
    }))
    .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));
}
