import { fromUniform, type Theta, type Unknown } from '../state/unknown.ts';
import { type AbcOptions, type AbcResult, sampleAbc } from './abc.ts';
import type { EpisodePath } from './episode.ts';
import { episodeDistance } from './episode-watch.ts';
import { adjustByRegression, type WeightedPoints } from './regression-adjustment.ts';

/** Paths of the episode under each draw, numbered from `first`, in the order of the draws. */
export type RunEpisode = (thetas: readonly Theta[], first: number) => Promise<readonly EpisodePath[]>;

export interface Fit extends WeightedPoints {
  readonly abc: AbcResult;
}

export type FitOptions = Omit<AbcOptions, 'dimensions'> & {
  /** Called after each batch of simulations. */
  readonly onProgress?: (simulations: number) => void;
};

/** Unknowns whose posterior is kept: those of the books and of the positions that are the same on another day. */
export function isFitted({ name }: Unknown): boolean {
  const ofTheDay = /^(market\.volume|perpetuals\.open-interest)\./;
  // No asset of an exchange is in the episode.
  const elsewhere = /^market\.exchange-impact$/;
  return /^(market|perpetuals)\./.test(name) && !ofTheDay.test(name) && !elsewhere.test(name);
}

/** The draw at a point of the prior, one coordinate an unknown. */
export function thetaAt(unknowns: readonly Unknown[], point: Float64Array): Theta {
  return Object.fromEntries(unknowns.map((unknown, k) => [unknown.name, fromUniform(unknown, point[k]!)]));
}

/** Fits all unknowns of the episode to what was seen of it, those of the day included. */
export async function fitEpisode(
  run: RunEpisode,
  unknowns: readonly Unknown[],
  observed: Float64Array,
  { onProgress, ...options }: FitOptions,
): Promise<Fit> {
  const abc = await sampleAbc(
    async (points, first) => {
      const paths = await run(
        points.map((point) => thetaAt(unknowns, point)),
        first,
      );
      onProgress?.(first + points.length);
      return paths.map(({ summaries }) => summaries);
    },
    (summaries) => episodeDistance(summaries, observed),
    { ...options, dimensions: unknowns.length },
  );
  return { abc, ...adjustByRegression(abc.particles, observed, abc.tolerance) };
}
