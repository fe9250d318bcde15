import type { z } from 'zod';
import { UserError } from '../../../data/errors.ts';
import { type EpochDay, type Instant, parseDay, parseInstant } from '../../../data/time.ts';
import { parseEvent } from '../../event.ts';
import { usage } from '../../failure.ts';
import type { ScanRequest } from '../../questions.ts';
import { WrongParameter } from '../problem.ts';
import type { Texts } from './operation.ts';

/** `asof`: an instant, `latest`, or what stands for none. */
export function readInstant(text: string | undefined, otherwise: Instant | undefined): Instant | undefined {
  if (text === undefined) return otherwise;
  return text === 'latest' ? undefined : usage('asof', () => parseInstant(text));
}

/**
 * What was asked of an operation, each parameter once; an empty one is absent.
 * @throws WrongParameter
 */
export function textsOf(
  { parameters }: { readonly parameters: z.ZodObject },
  given: readonly (readonly [string, readonly string[]])[],
): Texts {
  const texts = given.flatMap(([name, values]) => {
    if (values.length > 1) {
      throw new WrongParameter(name, `${name}: given ${values.length} times`, 'give it once');
    }
    return values[0] === '' ? [] : [[name, values[0]]];
  });
  return readWith(parameters, Object.fromEntries(texts)) as Texts;
}

/** @throws WrongParameter that names the first that is wrong, and what is allowed */
export function readWith<P extends z.ZodObject>(parameters: P, given: unknown): z.infer<P> {
  const read = parameters.safeParse(given);
  if (read.success) return read.data;
  throw refusal(read.error.issues[0] as z.core.$ZodIssue, parameters);
}

function refusal(issue: z.core.$ZodIssue, parameters: z.ZodObject): WrongParameter {
  const names = Object.keys(parameters.shape);
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] as string;
    const allowed = names.length > 0 ? `allowed: ${names.join(', ')}` : 'none are taken';
    return new WrongParameter(name, `no such parameter: "${name}"`, allowed);
  }
  const name = String(issue.path[0]);
  const schema = parameters.shape[name] as z.ZodType | undefined;
  const hint =
    issue.code === 'invalid_value' ? `allowed: ${issue.values.join(', ')}` : schema?.meta()?.description;
  const missing = issue.code === 'invalid_type' || issue.code === 'too_small';
  return new WrongParameter(name, `${name}: ${missing ? 'is missing' : 'cannot be read'}`, hint ?? '');
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
