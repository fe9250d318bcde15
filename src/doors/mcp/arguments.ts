import { z } from 'zod';
import { UserError } from '../../data/errors.ts';
import { nearest } from '../../data/nearest.ts';
import { LANGUAGES } from '../../data/series/entry.ts';
import { type Instant, parseInstant } from '../../data/time.ts';
import { usage } from '../failure.ts';

/** A text argument that may be left out. */
export function text(description: string) {
  return z.string().min(1).optional().describe(description);
}

/** A whole number from 1 that may be left out. */
export function whole(description: string, most: number = Number.MAX_SAFE_INTEGER) {
  return z.int().min(1).max(most).optional().describe(description);
}

export const AS_OF = text(
  'What was known at this instant: YYYY-MM-DD (the end of that UTC day) or YYYY-MM-DDTHH:MMZ. Default: the latest close in the store.',
);
export const LANG = z
  .enum(LANGUAGES)
  .optional()
  .describe('Language of the words. Default: that of the server.');
export const WINDOW = text('Sessions of the change: 1d, 5d, 20d …');
export const UNIVERSE = text('core (default), all, or ids of series joined by commas.');
export const EVENT = text('A dated event with its time: YYYY-MM-DDTHH:MMZ, not after asOf.');
export const ASSUME = text(
  'What you suppose, name=value joined by commas: fed, banks, mortgage, flow in billions of US dollars, cuts in basis points.',
);

/** The instant of an argument; undefined is the latest close. */
export function instantOf(asOf: string | undefined): Instant | undefined {
  return asOf === undefined ? undefined : usage('asOf', () => parseInstant(asOf));
}

/**
 * The arguments of a tool, checked.
 * @throws UserError (2) that names the argument, what came and what is allowed.
 */
export function argumentsOf<S extends z.ZodObject>(schema: S, given: unknown): z.infer<S> {
  const read = schema.safeParse(given ?? {});
  if (read.success) return read.data;
  const names = Object.keys(schema.shape);
  const issue = read.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys;
    const close = nearest(name, names, 1);
    const hint = close.length > 0 ? `did you mean ${close[0]}?` : `allowed: ${names.join(', ')}`;
    throw new UserError(`no such argument: "${name}"`, hint, 2);
  }
  const name = String(issue.path[0] ?? '');
  const about = (schema.shape[name] as z.ZodType | undefined)?.description;
  throw new UserError(
    name === '' ? issue.message : `${name}: ${issue.message}`,
    about ?? `allowed: ${names.join(', ')}`,
    2,
  );
}
