import { availableParallelism } from 'node:os';
import type { Store } from '../src/data/store/store.ts';
import { EPISODE_START, readEpisode } from '../src/simulation/calibration/episode.ts';
import { CALIBRATIONS } from '../src/simulation/cascade/calibration.ts';
import { Pool } from './calibrate/pool.ts';
import { coverage } from './cascade-validation/coverage.ts';
import { exactCases } from './cascade-validation/exact.ts';
import { prediction } from './cascade-validation/prediction.ts';
import { refinement } from './cascade-validation/refinement.ts';
import { reproduction } from './cascade-validation/reproduction.ts';

/** docs/validation/cascade.md: one fall reproduced, three foretold with the calibration frozen. Deterministic. */
export async function cascadeValidation(store: Store, home: string): Promise<string> {
  const calibration = CALIBRATIONS[0]!;
  const episode = await readEpisode(await store.asOf(EPISODE_START));
  const pool = new Pool(availableParallelism(), home);
  try {
    return [
      '# Validation of the cascade',
      '',
      'Written by `npm run validate`; do not edit by hand.',
      '',
      ...(await reproduction(store, pool, episode, calibration)),
      ...(await coverage(episode, pool)),
      ...(await prediction(store, calibration)),
      ...NEEDED,
      ...(await exactCases(store)),
      ...(await refinement(store, calibration)),
    ].join('\n');
  } finally {
    await pool.end();
  }
}

const NEEDED = [
  '## What would be needed',
  '',
  '- Open interest by venue on each of the days, and by leverage: the first is sold, the second is published by nobody; both are drawn here from',
  '  wide priors, and the fit of one day cannot tell more leverage from more open interest.',
  '- Depth of the books on other days than 10 October 2025: the volume of a day and one prefactor stand in for it.',
  '- Prices of metals within the day: 30 January 2026 is told by its close and low alone, and nothing of how it went fits the speed of its sellers.',
  '- Assets of leveraged funds before each episode, and liquidations as the venues count them: the press figures are lower bounds.',
  '- More than one fall: fitted on one day, the bands hold what that day leaves open, not how one fall differs from the next. Refill, withdrawal and',
  '  the lasting part were fitted on coins and are used for metals and shares as they are.',
  '',
];
