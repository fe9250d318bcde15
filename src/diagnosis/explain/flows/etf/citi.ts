import { type Instant, parseInstant } from '../../../../data/time.ts';

/**
 * What Citi Research (A. Saunders) said of bitcoin, as Bloomberg reported on 24 November 2025: a billion dollars out of the funds goes with
 * a price lower by about 3.4 %, and the other way round; with no flows at all the price ends the year at 82,000.
 */
export const CITI = {
  slope: 0.034,
  base: 82_000,
  flow: 0,
  published: '2025-11-24T12:06Z',
  until: '2025-12-31',
  source: 'Citi Research, as reported by Bloomberg on 2025-11-24',
} as const;

export const NOT_YET_SAID = 'Citi published its slope on 2025-11-24, after the instant';
export const NOT_SAID = 'Citi’s slope is of bitcoin only';

/** Why Citi's slope cannot be used; undefined when it can. */
export function citiRefused(asset: string, instant: Instant): string | undefined {
  if (asset !== 'btc-usd') return NOT_SAID;
  return instant < parseInstant(CITI.published) ? NOT_YET_SAID : undefined;
}
