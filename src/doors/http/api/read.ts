import { UserError } from '../../../data/errors.ts';
import { type EpochDay, type Instant, parseDay, parseInstant } from '../../../data/time.ts';
import { parseEvent } from '../../event.ts';
import { usage } from '../../failure.ts';
import type { ScanRequest } from '../../questions.ts';

/** `asof`: an instant, `latest`, or what stands for none. */
export function readInstant(text: string | undefined, otherwise: Instant | undefined): Instant | undefined {
  if (text === undefined) return otherwise;
  return text === 'latest' ? undefined : usage('asof', () => parseInstant(text));
}

interface ScanTexts {
  readonly asof?: string | undefined;
  readonly universe?: string | undefined;
  readonly window?: string | undefined;
  readonly event?: string | undefined;
}

export function readScan(
  { asof, universe, window, event }: ScanTexts,
  otherwise: Instant | undefined,
): ScanRequest {
  return {
    asOf: readInstant(asof, otherwise),
    universe,
    window,
    event: event === undefined ? undefined : parseEvent(event, 'event'),
  };
}

interface RangeTexts {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A closed range of dates; an end that is not given is open. */
export function readRange({ from, to }: RangeTexts): {
  from: EpochDay | undefined;
  to: EpochDay | undefined;
} {
  const range = { from: readDay(from, 'from'), to: readDay(to, 'to') };
  usage('from', () => {
    if (range.from !== undefined && range.to !== undefined && range.from > range.to) {
      throw new RangeError(`${from} lies after ${to}; allowed: a first date that is not after the last`);
    }
  });
  return range;
}

function readDay(text: string | undefined, where: string): EpochDay | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (!Number.isNaN(day)) return day;
  throw new UserError(`${where}: not a date: "${text}"`, 'allowed: YYYY-MM-DD', 2);
}
