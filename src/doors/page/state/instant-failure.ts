import type { PageWords } from '../words/words.ts';
import type { Failure } from './asking.ts';
import { plainInstant } from './instant.ts';

type Machine = Pick<PageWords['machine'], 'notAnInstant' | 'nothingKnown' | 'tooLate'>;

/** What the page itself says of an instant that the server refused; undefined for any other failure. */
export function instantFailure(
  { detail, hint }: Pick<Failure, 'detail' | 'hint'>,
  words: Machine,
): string | undefined {
  const late = /^asof: \S+ is later than the latest close/.test(detail);
  const latest = late && /up to ([^\s,]+)/.exec(hint)?.[1];
  if (latest) return words.tooLate(plainInstant(latest));
  const nothing = /^nothing was known at (\S+)/.exec(detail)?.[1];
  if (nothing) return words.nothingKnown(plainInstant(nothing));
  const came = /^asof: not an instant: "([^"]*)"/.exec(detail)?.[1];
  return came === undefined ? undefined : words.notAnInstant(came);
}
