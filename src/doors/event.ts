import { UserError } from '../data/errors.ts';
import { type Instant, parseInstant } from '../data/time.ts';

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The instant of an event. Unlike an as-of it needs its time: whether a day's close lies before or after depends on it.
 * @throws UserError (2) with what came and what is allowed.
 */
export function parseEvent(text: string, where: string): Instant {
  if (BARE_DATE.test(text)) {
    throw new UserError(`${where}: an event needs its time: "${text}"`, allowed(text), 2);
  }
  try {
    return parseInstant(text);
  } catch {
    throw new UserError(`${where}: not an instant: "${text}"`, allowed('2026-01-30'), 2);
  }
}

function allowed(day: string): string {
  return `allowed: YYYY-MM-DDTHH:MM[:SS]Z (or ±HH:MM), such as ${day}T15:00Z`;
}
