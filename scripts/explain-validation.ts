import type { Store } from '../src/data/store/store.ts';
import { carryValidation } from './explain-validation/carry.ts';
import { driversValidation } from './explain-validation/drivers.ts';
import { havensValidation } from './explain-validation/havens.ts';
import { networkValidation } from './explain-validation/network.ts';
import { policyValidation } from './explain-validation/policy.ts';

/** docs/validation/explain.md: what the parts of an explanation say on named days, each as known at the hour. Deterministic. */
export async function explainValidation(store: Store): Promise<string> {
  return [
    '# Validation of the explanations',
    '',
    'Written by `npm run validate`; do not edit by hand.',
    '',
    ...(await carryValidation(store)),
    ...(await networkValidation(store)),
    ...(await driversValidation(store)),
    ...(await policyValidation(store)),
    ...(await havensValidation(store)),
  ].join('\n');
}
