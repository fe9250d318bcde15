import type { Instant } from '../../data/time.ts';
import { parseInstant } from '../../data/time.ts';
import { usage } from '../failure.ts';

/** `--as-of`: undefined when not given, which means the latest close in the store. */
export function asOfOption(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : usage('--as-of', () => parseInstant(text));
}
