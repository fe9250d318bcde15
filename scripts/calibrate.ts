import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MS_PER_DAY } from '../src/data/time.ts';
import { EPISODE_START, readEpisode } from '../src/simulation/calibration/episode.ts';
import { EPISODE_SUMMARIES } from '../src/simulation/calibration/episode-watch.ts';
import { fitEpisode, isFitted, thetaAt } from '../src/simulation/calibration/fit.ts';
import { toUniform } from '../src/simulation/state/unknown.ts';
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
    simulations: { type: 'string', default: '8000' },
    particles: { type: 'string', default: '300' },
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
const PREDICTIVE = 400;
const PREDICTIVE_FIRST = 2 ** 24;

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
  out.write(
    `${markdownTable(['unknown', 'prior 5 %', '50 %', '95 %', 'posterior 5 %', '50 %', '95 %'], marginRows(unknowns, fit))}\n\n`,
  );

  const thetas = fit.points.map((point) => thetaAt(unknowns, point));
  const each = Math.max(1, Math.round(PREDICTIVE / thetas.length));
  const paths = await running.episode(
    Array.from({ length: each }, () => thetas).flat(),
    PREDICTIVE_FIRST,
    seed,
  );
  const weights = Float64Array.from(paths, (_, i) => fit.weights[i % thetas.length]! / each);
  const summariesReached = EPISODE_SUMMARIES.map(({ name }, j) => {
    const reached = Float64Array.from(paths, ({ summaries }) => summaries[j]!);
    const at = [0.05, 0.5, 0.95].map((p) => significant(weightedQuantile(reached, weights, p)));
    return { name, observed: significant(observed[j]!), at };
  });
  out.write(
    `${markdownTable(
      ['summary', 'seen', 'posterior 5 %', '50 %', '95 %'],
      summariesReached.map(({ name, observed: seen, at }) => [name, seen, ...at]),
    )}\n\n`,
  );
  const liquidated = Float64Array.from(paths, (path) => path.liquidated);
  const billions = [0.05, 0.5, 0.95].map((p) => significant(weightedQuantile(liquidated, weights, p) / 1e9));
  out.write(`liquidated, five coins, bn: ${billions.join(', ')}\n`);
  for (const k of fitted) {
    const values = Float64Array.from(thetas, (theta) => toUniform(unknowns[k]!, theta[unknowns[k]!.name]!));
    const middle = weightedQuantile(values, fit.weights, 0.5);
    if (middle < 0.1 || middle > 0.9) out.write(`at the end of its prior: ${unknowns[k]!.name}\n`);
  }
  if (!values['no-write']) {
    const file = join(root, 'src/simulation/calibrations/2025-10.ts');
    const text = calibrationFile({
      command: `npm run calibrate -- --simulations ${values.simulations} --particles ${particles} --tolerance ${values.tolerance} --seed ${seed}`,
      fit,
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
