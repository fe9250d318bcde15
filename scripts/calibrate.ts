import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MS_PER_DAY } from '../src/data/time.ts';
import type { AbcResult } from '../src/simulation/calibration/abc.ts';
import { EPISODE_START, readEpisode } from '../src/simulation/calibration/episode.ts';
import { EPISODE_SUMMARIES, episodeDistance } from '../src/simulation/calibration/episode-watch.ts';
import { fitEpisode, isFitted, thetaAt } from '../src/simulation/calibration/fit.ts';
import type { WeightedPoints } from '../src/simulation/calibration/regression-adjustment.ts';
import { toUniform, type Unknown } from '../src/simulation/state/unknown.ts';
import { calibrationFile } from './calibrate/file.ts';
import { observedEpisode } from './calibrate/observed.ts';
import { Pool } from './calibrate/pool.ts';
import { marginRows, markdownTable, significant, weightedQuantile } from './calibrate/tell.ts';
import { packStore } from './pack-store.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    home: { type: 'string' },
    threads: { type: 'string', default: String(availableParallelism()) },
    simulations: { type: 'string', default: '6000' },
    particles: { type: 'string', default: '250' },
    tolerance: { type: 'string', default: '0.7' },
    seed: { type: 'string', default: '1' },
    'no-write': { type: 'boolean', default: false },
  },
});
const pack = resolve(positionals[0] ?? join(root, '../shared/data'));
const home = values.home ?? mkdtempSync(join(tmpdir(), 'tidemark-calibrate-'));
const seed = Number(values.seed);
const out = process.stdout;

/** Paths by which the fit is looked at, each with a chance of its own. */
const PREDICTIVE = 500;
const PREDICTIVE_FIRST = 2 ** 24;

function asSampled({ particles }: AbcResult): WeightedPoints {
  return {
    points: particles.map(({ point }) => point),
    weights: new Float64Array(particles.length).fill(1 / particles.length),
  };
}

/** New paths under what a fit has left, and their mean distance from what was seen. */
async function look(
  threads: Pool,
  unknowns: readonly Unknown[],
  observed: Float64Array,
  fit: WeightedPoints & { readonly name: string },
) {
  const thetas = fit.points.map((point) => thetaAt(unknowns, point));
  const each = Math.max(1, Math.round(PREDICTIVE / thetas.length));
  const paths = await threads.episode(
    Array.from({ length: each }, () => thetas).flat(),
    PREDICTIVE_FIRST,
    seed,
  );
  const pathWeights = Float64Array.from(paths, (_, i) => fit.weights[i % thetas.length]! / each);
  const distance = paths.reduce(
    (sum, { summaries }, i) => sum + pathWeights[i]! * episodeDistance(summaries, observed),
    0,
  );
  return { ...fit, thetas, paths, pathWeights, distance };
}

let pool: Pool | undefined;
try {
  const store = await packStore(pack, home);
  const episode = await readEpisode(await store.asOf(EPISODE_START));
  const observed = await observedEpisode(await store.asOf(EPISODE_START + 2 * MS_PER_DAY));
  await store.close();
  const { unknowns } = episode;
  pool = new Pool(Number(values.threads), home);
  const running = pool;
  const particles = Number(values.particles);
  const fit = await fitEpisode((thetas, first) => running.episode(thetas, first, seed), unknowns, observed, {
    particles,
    pilot: 4 * particles,
    tolerance: Number(values.tolerance),
    most: Number(values.simulations),
    seed,
    onProgress: (done) => process.stderr.write(`\r${done} simulations`),
  });
  process.stderr.write('\n');
  out.write(
    `${markdownTable(
      ['tolerance', 'accepted', 'simulations'],
      fit.abc.generations.map((one) => [one.tolerance, one.accepted, one.simulations].map(significant)),
    )}\n\n`,
  );

  const day = unknowns.filter((unknown) => !isFitted(unknown));
  const fitted = unknowns.flatMap((unknown, k) => (isFitted(unknown) ? [k] : []));
  const looks = await Promise.all(
    [
      { name: 'adjusted by regression', points: fit.points, weights: fit.weights },
      { name: 'as sampled', ...asSampled(fit.abc) },
    ].map((one) => look(running, unknowns, observed, one)),
  );
  for (const { name, distance } of looks)
    out.write(`distance of new paths, ${name}: ${significant(distance)}\n`);
  const best = looks.reduce((least, one) => (one.distance < least.distance ? one : least));
  out.write(`kept: ${best.name}\n\n`);
  const { thetas, paths, pathWeights, weights } = best;
  out.write(
    `${markdownTable(
      ['unknown', 'prior 5 %', '50 %', '95 %', 'posterior 5 %', '50 %', '95 %'],
      marginRows(unknowns, best),
    )}\n\n`,
  );
  const summariesReached = EPISODE_SUMMARIES.map(({ name }, j) => {
    const reached = Float64Array.from(paths, ({ summaries }) => summaries[j]!);
    const at = [0.05, 0.5, 0.95].map((p) => significant(weightedQuantile(reached, pathWeights, p)));
    return { name, observed: significant(observed[j]!), at };
  });
  out.write(
    `${markdownTable(
      ['summary', 'seen', 'posterior 5 %', '50 %', '95 %'],
      summariesReached.map(({ name, observed: seen, at }) => [name, seen, ...at]),
    )}\n\n`,
  );
  const liquidated = Float64Array.from(paths, (path) => path.liquidated);
  const billions = [0.05, 0.5, 0.95].map((p) =>
    significant(weightedQuantile(liquidated, pathWeights, p) / 1e9),
  );
  out.write(`liquidated, five coins, bn: ${billions.join(', ')}\n`);
  for (const k of fitted) {
    const values = Float64Array.from(thetas, (theta) => toUniform(unknowns[k]!, theta[unknowns[k]!.name]!));
    const middle = weightedQuantile(values, weights, 0.5);
    if (middle < 0.1 || middle > 0.9) out.write(`at the end of its prior: ${unknowns[k]!.name}\n`);
  }
  if (!values['no-write']) {
    const file = join(root, 'src/simulation/calibrations/2025-10.ts');
    const text = calibrationFile({
      command: `npm run calibrate -- --simulations ${values.simulations} --particles ${particles} --tolerance ${values.tolerance} --seed ${seed}`,
      abc: fit.abc,
      weights,
      names: fitted.map((k) => unknowns[k]!.name),
      rows: thetas.map((theta) => fitted.map((k) => theta[unknowns[k]!.name]!)),
      dayNames: day.map(({ name }) => name),
      dayRows: thetas.map((theta) => day.map(({ name }) => theta[name]!)),
      reached: summariesReached,
    });
    writeFileSync(file, text);
    process.stderr.write(`wrote ${file}\n`);
  }
} finally {
  await pool?.end();
  if (values.home === undefined) rmSync(home, { recursive: true, force: true });
}
