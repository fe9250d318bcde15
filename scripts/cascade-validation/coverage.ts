import { stream } from '../../src/math/random.ts';
import type { Episode } from '../../src/simulation/calibration/episode.ts';
import { episodeDistance } from '../../src/simulation/calibration/episode-watch.ts';
import { isFitted, thetaAt } from '../../src/simulation/calibration/fit.ts';
import { adjustByRegression } from '../../src/simulation/calibration/regression-adjustment.ts';
import type { Pool } from '../calibrate/pool.ts';
import { markdownTable, significant } from '../calibrate/tell.ts';

const DRAWS = 700;
const PLANTED = 100;
const NEAREST = 120;
const SEED = 19;
const INTERVAL = 0.9;

/**
 * Plants draws of the prior, takes the summaries of their paths for what was seen, and looks for each among the nearest of the other draws.
 * @see Prangle, Blum, Popovic & Sisson (2014), Diagnostic tools for approximate Bayesian computation using the coverage property,
 * Australian & New Zealand J. Statistics 56
 */
export async function coverage({ unknowns }: Episode, pool: Pool): Promise<string[]> {
  const random = stream(SEED);
  const points = Array.from({ length: DRAWS }, () => Float64Array.from(unknowns, () => random.uniform()));
  const paths = await pool.episode(
    points.map((point) => thetaAt(unknowns, point)),
    0,
    SEED,
  );
  const fitted = unknowns.flatMap((unknown, k) => (isFitted(unknown) ? [k] : []));
  const covered = new Map(fitted.map((k) => [k, 0]));
  const shrunk = new Map(fitted.map((k) => [k, 0]));
  for (let plant = 0; plant < PLANTED; plant++) {
    const observed = paths[plant]!.summaries;
    const others = points
      .flatMap((point, i) => {
        if (i === plant) return [];
        const { summaries } = paths[i]!;
        return [{ point, summaries, distance: episodeDistance(summaries, observed) }];
      })
      .sort((a, b) => a.distance - b.distance)
      .slice(0, NEAREST + 1);
    const adjusted = adjustByRegression(others, observed, others.at(-1)!.distance);
    for (const k of fitted) {
      const { below, deviation } = marginal(adjusted, k, points[plant]![k]!);
      const tail = (1 - INTERVAL) / 2;
      if (below > tail && below < 1 - tail) covered.set(k, covered.get(k)! + 1);
      shrunk.set(k, shrunk.get(k)! + deviation / PLANTED);
    }
  }
  const whole = [...covered.values()].reduce((sum, count) => sum + count, 0) / (PLANTED * fitted.length);
  return [
    '### Does the fit find what is planted',
    '',
    `${PLANTED} draws of the prior, each with a path of its own taken for what was seen and fitted by regression to the ${NEAREST} nearest of ${DRAWS} others. Share of the`,
    '90 % intervals that hold the planted value (by chance alone 84 to 95 in a hundred), and the standard deviation left, relative to that of the prior:',
    'near 1, the day cannot tell it. These are far fewer simulations than the fit itself has, and over the whole prior, where mostly little falls.',
    '',
    markdownTable(
      ['unknown', 'held', 'deviation left'],
      [
        ...fitted.map((k) => [
          `\`${unknowns[k]!.name}\``,
          `${((100 * covered.get(k)!) / PLANTED).toFixed(0)} %`,
          significant(shrunk.get(k)! * Math.sqrt(12)),
        ]),
        ['all', `${(100 * whole).toFixed(1)} %`, ''],
      ],
    ),
    '',
  ];
}

function marginal(
  { points, weights }: ReturnType<typeof adjustByRegression>,
  k: number,
  truth: number,
): { below: number; deviation: number } {
  const sum = (of: (value: number) => number) =>
    points.reduce((total, point, i) => total + weights[i]! * of(point[k]!), 0);
  const mean = sum((value) => value);
  return {
    below: sum((value) => (value < truth ? 1 : 0)),
    deviation: Math.sqrt(sum((value) => (value - mean) ** 2)),
  };
}
