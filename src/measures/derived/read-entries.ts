import { z } from 'zod';
import { ASSET_CLASSES, type Words } from '../../data/series/entry.ts';
import type { BaseUnit } from '../../data/unit.ts';
import type { DerivedEntry } from './entry.ts';

/** An entry of a file that cannot be read: where it stands in the file, and what is wrong with it. */
export interface UnreadableEntry {
  readonly where: string;
  readonly reason: string;
  readonly hint: string;
}

export interface EntriesRead {
  readonly entries: readonly DerivedEntry[];
  readonly unreadable: readonly UnreadableEntry[];
}

const text = z.string().trim().min(1);

/** One text for all languages, or a text for some of them, which the others take. */
const words = z
  .union([text, z.strictObject({ 'zh-Hans': text, 'zh-Hant': text, en: text }).partial()])
  .transform((given) => wordsOf(typeof given === 'string' ? { en: given } : given))
  .refine((given) => given.en !== '', 'needs a text in at least one language');

function wordsOf(given: { readonly [L in keyof Words]?: string | undefined }): Words {
  const { 'zh-Hans': hans, 'zh-Hant': hant, en } = given;
  return {
    'zh-Hans': hans ?? hant ?? en ?? '',
    'zh-Hant': hant ?? hans ?? en ?? '',
    en: en ?? hans ?? hant ?? '',
  };
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SYMBOL = /^[A-Za-z_][A-Za-z_0-9]*$/;

const schema = z.strictObject({
  id: z.string().regex(ID, 'lower case letters and digits, joined by hyphens: my-ratio'),
  title: words,
  of: z.record(z.string().regex(SYMBOL, 'a symbol is a letter, then letters and digits'), text),
  formula: text,
  unit: text,
  on: text.optional(),
  frequency: z.enum(['intraday', 'daily', 'weekly', 'monthly', 'quarterly', 'irregular']).optional(),
  transform: z.enum(['price', 'yield', 'spread', 'flow', 'level']).optional(),
  assetClass: z.enum(ASSET_CLASSES).optional(),
  meaning: words.optional(),
  reading: words.optional(),
  source: text.optional(),
});

const NO_READING: Words = {
  'zh-Hans': '未附解读。',
  'zh-Hant': '未附解讀。',
  en: 'No reading was given.',
};

const KEYS = Object.keys(schema.shape).join(', ');

/**
 * Entries of a file written by a person: JSON, one object or an array of them. Title, meaning and reading may be one text for all
 * languages. What the formula says is not looked at here.
 */
export function readEntries(file: string): EntriesRead {
  let given: unknown;
  try {
    given = JSON.parse(file);
  } catch (error) {
    const reason = `not JSON: ${(error as Error).message}`;
    return {
      entries: [],
      unreadable: [{ where: 'the file', reason, hint: `one object, or an array of them, with ${KEYS}` }],
    };
  }
  const entries: DerivedEntry[] = [];
  const unreadable: UnreadableEntry[] = [];
  (Array.isArray(given) ? given : [given]).forEach((one: unknown, k) => {
    const read = schema.safeParse(one);
    if (read.success) entries.push(entryOf(read.data));
    else
      unreadable.push({ where: whereOf(one, k), reason: reasonOf(read.error), hint: `an entry has ${KEYS}` });
  });
  return { entries, unreadable };
}

function entryOf({ meaning, reading, source, unit, ...rest }: z.infer<typeof schema>): DerivedEntry {
  const formula: Words = { 'zh-Hans': rest.formula, 'zh-Hant': rest.formula, en: rest.formula };
  return {
    ...given(rest),
    unit: unit as BaseUnit,
    meaning: meaning ?? formula,
    reading: reading ?? NO_READING,
    source: source ?? 'definition of the user',
  };
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys that were left out. */
function given<T extends object>(object: T): Given<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Given<T>;
}

function whereOf(one: unknown, k: number): string {
  const id = (one as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? `${id} (entry ${k + 1})` : `entry ${k + 1}`;
}

function reasonOf(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
}

/** What of an entry decides its values; its words do not. */
export function definitionText({ id, of, formula, unit, on }: DerivedEntry): string {
  const symbols = Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, symbols, formula, unit, on ?? Object.keys(of)[0]]);
}
