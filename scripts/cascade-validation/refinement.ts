import type { Store } from '../../src/data/store/store.ts';
import { ENGINE_VERSION } from '../../src/diagnosis/answer.ts';
import { quantile } from '../../src/math/quantile.ts';
import { EPISODE_COINS, EPISODE_START } from '../../src/simulation/calibration/episode.ts';
import type { Calibration } from '../../src/simulation/calibrations/calibration.ts';
import { drawUnknowns } from '../../src/simulation/cascade/draws.ts';
import { CASCADE_DEFAULTS } from '../../src/simulation/cascade/options.ts';
import { setUp } from '../../src/simulation/cascade/setup.ts';
import { outerMoves } from '../../src/simulation/cascade/shock.ts';
import { type CascadeState, type Job, type JobResult, sellersOf } from '../../src/simulation/engine/job.ts';
import { markdownTable } from '../calibrate/tell.ts';
import { inThreads } from './threads.ts';

const DRAWS = 40;
const SEED = 13;
const MINUTES = 360;
const SHOCKS = [-0.03, -0.05, -0.08];

/** Halves the step and the bins: the final fall must hardly move. Without chance, so that only the refinement differs. */
export async function refinement(store: Store, calibration: Calibration): Promise<string[]> {
  const view = await store.asOf(EPISODE_START);
  const setupOf = (stepMinutes: number) =>
    setUp(view, {
      ...CASCADE_DEFAULTS,
      shock: {},
      assets: EPISODE_COINS,
      calibration: calibration.id,
      stepMinutes,
      horizonMinutes: MINUTES,
    });
  const [coarse, fine] = await Promise.all([setupOf(5), setupOf(2.5)]);
  const thetas = drawUnknowns(coarse.unknowns, DRAWS, SEED, calibration);
  const variants = [
    { name: 'step 5 minutes, bins 0.0005', states: thetas.map((theta) => coarse.state(theta)) },
    { name: 'step 2.5 minutes', states: thetas.map((theta) => fine.state(theta)) },
    { name: 'bins 0.00025', states: thetas.map((theta) => halvedBins(coarse.state(theta))) },
  ];
  const falls = await Promise.all(
    variants.map(async ({ states }) => (await inThreads(states.map(jobOf))).map(finalFalls)),
  );
  const changes = variants
    .slice(1)
    .flatMap((_, v) =>
      SHOCKS.map((_shock, k) => Math.abs(median(falls[v + 1]!, k) / median(falls[0]!, k) - 1)),
    );
  const most = Math.max(...changes);
  return [
    '## Refinement',
    '',
    `Final fall of bitcoin after six hours, fraction, of ${DRAWS} draws of the calibration on 10 October 2025 without chance; the shock comes over an hour.`,
    'Halving the step or the bins must change the median by less than 2 % of it.',
    '',
    markdownTable(
      ['', ...SHOCKS.map((shock) => `shock ${(100 * shock).toFixed(0).replace('-', '−')} %`)],
      variants.flatMap(({ name }, v) => {
        const medians = SHOCKS.map((_, k) => median(falls[v]!, k));
        const row = [name, ...medians.map((value) => value.toFixed(5))];
        if (v === 0) return [row];
        const change = medians.map(
          (value, k) => `${(100 * (value / median(falls[0]!, k) - 1)).toFixed(2).replace('-', '−')} %`,
        );
        return [row, ['change of the median', ...change]];
      }),
    ),
    '',
    most < 0.02
      ? 'All changes stay below 2 %.'
      : `Not met: the largest change is ${(100 * most).toFixed(2)} %.`,
    '',
  ];
}

/** One path without chance for each shock. */
function jobOf(state: CascadeState): Job {
  const paths = { from: 0, to: 1, keep: [], still: true, over: 60, sellers: sellersOf(state) };
  const runs = SHOCKS.map((shock) => ({ ...paths, shock: outerMoves(state.market, { 'btc-usd': shock }) }));
  return { engine: ENGINE_VERSION, state, seed: SEED, runs };
}

function finalFalls({ records }: JobResult): number[] {
  return records.map(({ final }) => -Math.expm1(final[0]!));
}

function median(falls: readonly (readonly number[])[], shock: number): number {
  return quantile(
    Float64Array.from(falls, (row) => row[shock]!),
    0.5,
  );
}

function halvedBins(state: CascadeState): CascadeState {
  return {
    ...state,
    sellers: Object.fromEntries(
      Object.entries(state.sellers).map(([id, params]) => {
        const { binWidth, bins } = params as { binWidth?: number; bins?: number };
        if (binWidth === undefined || bins === undefined) return [id, params];
        return [id, { ...(params as object), binWidth: binWidth / 2, bins: 2 * bins }];
      }),
    ),
  };
}
