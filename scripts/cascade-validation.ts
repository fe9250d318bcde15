import type { Store } from '../src/data/store/store.ts';
import { CALIBRATIONS } from '../src/simulation/cascade/calibration.ts';
import { exactCases } from './cascade-validation/exact.ts';
import { prediction } from './cascade-validation/prediction.ts';
import { refinement } from './cascade-validation/refinement.ts';
import { reproduction } from './cascade-validation/reproduction.ts';

/** docs/validation/cascade.md: one fall reproduced, three foretold with the calibration frozen. Deterministic. */
export async function cascadeValidation(store: Store): Promise<string> {
  const calibration = CALIBRATIONS[0]!;
  return [
    '# Validation of the cascade',
    '',
    'Written by `npm run validate`; do not edit by hand.',
    '',
    ...(await reproduction(store, calibration)),
    ...(await prediction(store, calibration)),
    ...(await exactCases(store)),
    ...(await refinement(store, calibration)),
  ].join('\n');
}
