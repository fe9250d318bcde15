import type { Store } from '../../src/data/store/store.ts';
import { MS_PER_DAY } from '../../src/data/time.ts';
import { quantile } from '../../src/math/quantile.ts';
import {
  EPISODE_START,
  type Episode,
  type EpisodePath,
  REPORTED_USD,
} from '../../src/simulation/calibration/episode.ts';
import { EPISODE_SUMMARIES } from '../../src/simulation/calibration/episode-watch.ts';
import { isFitted } from '../../src/simulation/calibration/fit.ts';
import type { Calibration } from '../../src/simulation/calibrations/calibration.ts';
import { drawUnknowns } from '../../src/simulation/cascade/draws.ts';
import { fromUniform, type Theta } from '../../src/simulation/state/unknown.ts';
import { observedEpisode } from '../calibrate/observed.ts';
import type { Pool } from '../calibrate/pool.ts';
import { markdownTable, significant } from '../calibrate/tell.ts';
import { sensitivities, withItsDay } from './draw.ts';

const DRAWS = 240;
const SEED = 7;
const ENDS = [0.05, 0.5, 0.95];

/** What the calibration makes of its own day, against the prior. */
export async function reproduction(
  store: Store,
  pool: Pool,
  episode: Episode,
  calibration: Calibration,
): Promise<string[]> {
  const observed = await observedEpisode(await store.asOf(EPISODE_START + 2 * MS_PER_DAY));
  const prior = await play(episode, pool, undefined);
  const posterior = await play(episode, pool, withItsDay(calibration));
  return [
    '## The day it was fitted on',
    '',
    `From 20:50 UTC on 10 October 2025, ${DRAWS} draws with one path each; logs relative to the price then. The posterior has the outer move, volumes and`,
    'open interest of the day as fitted with the rest. The reported sum is a lower bound over 24 hours, all coins and venues; five coins and three',
    'hours are drawn to hold 28 to 75 % of it. The mark of a path is that at the ends of its steps of two and a half minutes.',
    '',
    markdownTable(
      ['', 'seen', 'prior 5 %', '50 %', '95 %', 'posterior 5 %', '50 %', '95 %', 'within'],
      [
        ...EPISODE_SUMMARIES.map(({ what }, j) => {
          const of = ({ paths }: Played) => Float64Array.from(paths, ({ summaries }) => summaries[j]!);
          return row(what, observed[j]!, of(prior), of(posterior));
        }),
        row(
          'liquidated in five coins, bn; seen: 28 to 75 % of the reported',
          Number.NaN,
          liquidated(prior),
          liquidated(posterior),
        ),
      ],
    ),
    '',
    ...verdict(posterior),
    '### What the fit has left of the unknowns',
    '',
    `${calibration.particles.length} particles, made by \`${calibration.madeBy.split(';')[0]}\`. Those not kept are drawn from their priors on any other day.`,
    '',
    markdownTable(
      ['unknown', 'prior 5 %', '50 %', '95 %', 'posterior 5 %', '50 %', '95 %'],
      episode.unknowns.map((unknown) => {
        const drawn = Float64Array.from(posterior.thetas, (theta) => theta[unknown.name]!);
        const name = `\`${unknown.name}\`${isFitted(unknown) ? '' : ' (not kept)'}`;
        return [
          name,
          ...ENDS.map((p) => significant(fromUniform(unknown, p))),
          ...ENDS.map((p) => significant(quantile(drawn, p))),
        ];
      }),
    ),
    '',
    ...sensitivity(episode, prior, posterior),
  ];
}

interface Played {
  readonly thetas: readonly Theta[];
  readonly paths: readonly EpisodePath[];
}

async function play(episode: Episode, pool: Pool, calibration: Calibration | undefined): Promise<Played> {
  const thetas = drawUnknowns(episode.unknowns, DRAWS, SEED, calibration);
  return { thetas, paths: await pool.episode(thetas, 0, SEED) };
}

function liquidated({ paths }: Played): Float64Array {
  return Float64Array.from(paths, (path) => path.liquidated / 1e9);
}

function row(what: string, seen: number, prior: Float64Array, posterior: Float64Array): string[] {
  const [low, , high] = ENDS.map((p) => quantile(posterior, p));
  const within = Number.isNaN(seen) ? '' : seen >= low! && seen <= high! ? 'yes' : 'no';
  return [
    what,
    significant(seen),
    ...ENDS.map((p) => significant(quantile(prior, p))),
    ...ENDS.map((p) => significant(quantile(posterior, p))),
    within,
  ];
}

function verdict({ thetas, paths }: Played): string[] {
  const reached = paths.filter(
    (path, d) => path.liquidated >= REPORTED_USD * thetas[d]!['episode.reported']!,
  ).length;
  const scaled = Float64Array.from(
    paths,
    (path, d) => path.liquidated / thetas[d]!['episode.reported']! / 1e9,
  );
  const [low, middle, high] = ENDS.map((p) => quantile(scaled, p));
  const reported = REPORTED_USD / 1e9;
  const place = reported < low! ? 'below' : reported > high! ? 'above' : 'within';
  return [
    `Of the paths ${significant((100 * reached) / paths.length)} % liquidate at least the drawn share of the reported ${reported} bn. Scaled by it to all coins and 24 hours they liquidate`,
    `${significant(middle!)} bn (${significant(low!)} to ${significant(high!)}): the reported sum lies ${place} the band. It is a lower bound; twice as much counts as one scale too much, for the open interest did not fall by more.`,
    '',
  ];
}

function sensitivity(episode: Episode, prior: Played, posterior: Played): string[] {
  const depth = ({ paths }: Played) => Float64Array.from(paths, ({ summaries }) => -summaries[0]!);
  const [before, after] = [prior, posterior].map((played) =>
    sensitivities(episode.unknowns, played.thetas, depth(played)),
  );
  return [
    '### What the low hangs on',
    '',
    'Rank correlation of each unknown with the depth of the fall of bitcoin over the draws, and the median low (log) of the draws with the least',
    'and the most of it, a third each; prior draws.',
    '',
    markdownTable(
      ['unknown', 'ρ prior', 'ρ posterior', 'low, least third', 'low, most third'],
      before!.map(({ name, rho }) => [
        `\`${name}\``,
        significant(rho),
        significant(after!.find((one) => one.name === name)!.rho),
        ...thirds(name, prior).map(significant),
      ]),
    ),
    '',
    'What the reported sum does to the fit: medians of the posterior draws in which five coins and three hours hold the least and the most of it.',
    '',
    markdownTable(
      ['unknown', 'least third', 'most third'],
      episode.unknowns.filter(isFitted).map(({ name }) => [
        `\`${name}\``,
        ...splitBy('episode.reported', posterior).map((group) =>
          significant(
            quantile(
              Float64Array.from(group, (d) => posterior.thetas[d]![name]!),
              0.5,
            ),
          ),
        ),
      ]),
    ),
    '',
  ];
}

function thirds(name: string, played: Played): number[] {
  return splitBy(name, played).map((group) =>
    quantile(
      Float64Array.from(group, (d) => played.paths[d]!.summaries[0]!),
      0.5,
    ),
  );
}

/** Draws with the least and the most of an unknown, a third each. */
function splitBy(name: string, { thetas }: Played): readonly [number[], number[]] {
  const order = [...thetas.keys()].sort((a, b) => thetas[a]![name]! - thetas[b]![name]!);
  const third = Math.floor(order.length / 3);
  return [order.slice(0, third), order.slice(-third)];
}
