import { expect, it } from 'vitest';
import {
  completeRowsOf,
  driverBetas,
  type Ends,
  SAMPLE,
  sampleBefore,
  splitMove,
} from '../../../../src/diagnosis/explain/drivers/driver-model.ts';
import { type RandomStream, stream } from '../../../../src/math/random.ts';
import { shapleyMove } from '../../../../src/measures/shapley-move.ts';

const BETAS = [-0.5, 0.8, 0.3];
const K = BETAS.length;
const WINDOW = 5;

interface World {
  /** Weight of a factor that all have in common. */
  readonly common: number;
  /** Draws of mean 0 and variance 1. */
  draw(random: RandomStream): number;
}

const normal = (random: RandomStream) => random.normal();
const fatTailed = (random: RandomStream) => random.studentT(4) / Math.SQRT2;

/** Steps of the factors and of an asset that they move with known betas and unit noise: columns of SAMPLE + WINDOW rows. */
function simulate({ common, draw }: World, random: RandomStream) {
  const T = SAMPLE + WINDOW;
  const columns = Array.from({ length: K + 1 }, () => new Float64Array(T));
  for (let t = 0; t < T; t++) {
    const shared = draw(random);
    let y = draw(random);
    for (let j = 0; j < K; j++) {
      const x = Math.sqrt(common) * shared + Math.sqrt(1 - common) * draw(random);
      columns[j]![t] = x;
      y += BETAS[j]! * x;
    }
    columns[K]![t] = y;
  }
  return columns;
}

/** Second moments of factors with pairwise correlation `common` and of their response. */
function populationMoments(betas: readonly number[], common: number): Float64Array {
  const between = (i: number, j: number) => (i === j ? 1 : common);
  const withResponse = betas.map((_, i) => betas.reduce((sum, b, j) => sum + b * between(i, j), 0));
  const out = new Float64Array((K + 1) ** 2);
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) out[i * (K + 1) + j] = between(i, j);
    out[i * (K + 1) + K] = withResponse[i]!;
    out[K * (K + 1) + i] = withResponse[i]!;
  }
  return out;
}

const movedBy = (columns: readonly Float64Array[]) =>
  Float64Array.from({ length: K }, (_, j) => columns[j]!.subarray(SAMPLE).reduce((a, b) => a + b, 0));

const covers = ({ low, high }: Ends, truth: number) => low <= truth && truth <= high;

/** Shares of `draws` panels in which the truth lies in the band: of each factor, and of what all explain. */
function coverage(world: World, draws: number): number[] {
  const hits = new Array<number>(K + 1).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const columns = simulate(world, stream(41, draw));
    const moved = movedBy(columns);
    const truth = shapleyMove(populationMoments(BETAS, world.common), moved, { prior: 0, weight: 1 });
    const split = splitMove(sampleBefore(completeRowsOf(columns), SAMPLE - 1), moved, stream(43, draw));
    for (let j = 0; j < K; j++) if (covers(split.bands[j]!, truth[j]!)) hits[j]! += 1;
    if (
      covers(
        split.explainedBand,
        truth.reduce((a, b) => a + b, 0),
      )
    )
      hits[K]! += 1;
  }
  return hits.map((count) => count / draws);
}

// Rates seen, of the three factors and of what they explain together: independent 92.2, 92.0, 89.4, 92.8 %; correlated 92.8, 93.4, 90.2,
// 92.8 %; fat tails 91.0, 88.6, 91.2, 89.8 %. An independent computation (numpy, 300 panels, same design) gave 88 to 93 %. Betas that walk
// by 1 % of their size a session, not held by the band, lower it there to 71 to 88 %.
it.each([
  ['independent factors', { common: 0, draw: normal }],
  ['correlated factors', { common: 0.5, draw: normal }],
  ['correlated factors with fat tails', { common: 0.5, draw: fatTailed }],
] as const)(
  'holds the truth in its band of %s in 85 to 95 % of 500 panels',
  (name, world) => {
    const rates = coverage(world, 500);
    for (const rate of rates) {
      expect(rate, `${name}: ${rates.join(', ')}`).toBeGreaterThanOrEqual(0.85);
      expect(rate, `${name}: ${rates.join(', ')}`).toBeLessThanOrEqual(0.95);
    }
  },
  60_000,
);

it('gives β_j F_j exactly where an asset is made of its factors, but for the prior', () => {
  const columns = simulate({ common: 0, draw: normal }, stream(5));
  const made = columns[0]!.map((x, t) => 2 * x - columns[1]![t]!);
  const sample = sampleBefore(completeRowsOf([columns[0]!, columns[1]!, made]), SAMPLE - 1);
  // The prior is worth 5 rows of about 325 effective ones: 1.5 % of each beta.
  const { betas, scale } = driverBetas(sample)!;
  expect(Math.abs(betas[0]! - 2)).toBeLessThan(0.05);
  expect(Math.abs(betas[1]! + 1)).toBeLessThan(0.05);
  expect(scale).toBeLessThan(0.05);
  const moved = movedBy(columns).subarray(0, 2);
  const split = splitMove(sample, moved, stream(7));
  expect(split.explained).toBeCloseTo(betas[0]! * moved[0]! + betas[1]! * moved[1]!, 10);
});

it('takes complete rows before the window only, the later ones with more weight', () => {
  const columns = [Float64Array.of(9, 1, Number.NaN, 3, 4, 100), Float64Array.of(9, 2, 2, 6, 8, 100)];
  const sample = sampleBefore(completeRowsOf(columns), 4);
  expect([...sample.rows]).toEqual([9, 9, 1, 2, 3, 6, 4, 8]);
  expect([sample.from, sample.to]).toEqual([0, 4]);
  expect(sample.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(sample.weights[3]! / sample.weights[2]!).toBeCloseTo(2 ** (1 / 126), 12);
});
