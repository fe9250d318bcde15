import { stream } from '../../math/random.ts';
import type { Calibration } from '../calibrations/calibration.ts';
import { fromUniform, type Theta, type Unknown } from '../state/unknown.ts';

/** Streams of draws lie far from those of paths. */
const FIRST_STREAM = 2 ** 40;

/**
 * Draws of what nobody can observe. What the calibration knows comes from its particles, spread evenly over their weights; the rest from its
 * prior by a Latin hypercube: of n draws one lies in each n-th of every prior. Names decide, not their order.
 * @see McKay, Beckman & Conover (1979), Technometrics 21(2); Kitagawa (1996), J. Computational and Graphical Statistics 5(1) (systematic resampling)
 */
export function drawUnknowns(
  unknowns: readonly Unknown[],
  count: number,
  seed: number,
  calibration: Calibration | undefined,
): readonly Theta[] {
  const particles = calibration ? resample(calibration, count, seed) : [];
  const columns = unknowns.map((unknown): [string, Float64Array] => {
    const at = calibration?.names.indexOf(unknown.name) ?? -1;
    if (at >= 0) return [unknown.name, Float64Array.from(particles, (particle) => particle[at]!)];
    return [unknown.name, latinColumn(unknown, count, seed)];
  });
  return Array.from({ length: count }, (_, d) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[d]!])),
  );
}

function latinColumn(unknown: Unknown, count: number, seed: number): Float64Array {
  const random = stream(seed, FIRST_STREAM + nameNumber(unknown.name));
  const order = random.permutation(count);
  return Float64Array.from(order, (cell) => fromUniform(unknown, (cell + random.uniform()) / count));
}

function resample(
  { particles, weights }: Calibration,
  count: number,
  seed: number,
): readonly (readonly number[])[] {
  const random = stream(seed, FIRST_STREAM);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const start = random.uniform();
  const chosen: (readonly number[])[] = [];
  let [k, reached] = [0, weights[0]! / whole];
  for (let d = 0; d < count; d++) {
    const at = (d + start) / count;
    while (reached < at && k < particles.length - 1) reached += weights[++k]! / whole;
    chosen.push(particles[k]!);
  }
  return Array.from(random.permutation(count), (d) => chosen[d]!);
}

/** FNV-1a of a name, 1 … 2³². */
function nameNumber(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash >>> 0) + 1;
}
