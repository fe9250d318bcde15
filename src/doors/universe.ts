import { UserError } from '../data/errors.ts';
import { nearest } from '../data/nearest.ts';

/** The instruments of a scan, and the name under which the answer (and the id of each of its figures) keeps them. */
export interface Universe {
  readonly name: string;
  readonly ids: readonly string[];
}

export interface UniverseWorld {
  readonly core: readonly string[];
  readonly all: readonly string[];
  readonly isKnown: (id: string) => boolean;
  /** Text of a file, undefined when there is none; absent where files may not be read. */
  readonly readFile?: (path: string) => string | undefined;
}

/**
 * `core`, `all`, ids joined by commas, or a file with one id a line (`#` begins a comment).
 * A file or list is named by its ids, so that an answer can be redone without the file.
 * @throws UserError (2) naming what is unknown, with the nearest known ids.
 */
export function resolveUniverse(text: string, world: UniverseWorld): Universe {
  if (text === 'core') return { name: 'core', ids: world.core };
  if (text === 'all') return { name: 'all', ids: world.all };
  const file = world.readFile?.(text);
  const ids = unique(file === undefined ? listed(text, world) : fileIds(file));
  if (ids.length === 0) {
    throw new UserError(`--universe: ${text} names no series`, 'one id a line, for example btc-usd', 2);
  }
  const unknown = ids.filter((id) => !world.isKnown(id));
  if (unknown.length > 0)
    throw unknownSeries(unknown, world.all, 'core, all, a file, or ids joined by commas');
  return { name: ids.join(','), ids };
}

function listed(text: string, world: UniverseWorld): string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (world.readFile && ids.length === 1 && !world.isKnown(text) && /[./\\]/.test(text)) {
    throw new UserError(
      `--universe: no such file: ${text}`,
      'allowed: core, all, a file, or ids joined by commas',
      2,
    );
  }
  return ids;
}

function fileIds(file: string): string[] {
  return file
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\uFEFF/, '')
        .replace(/#.*/, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** @param allowed what is taken, where nothing known is near */
export function unknownSeries(
  unknown: readonly string[],
  known: readonly string[],
  allowed: string,
): UserError {
  const shown = unknown.slice(0, 5).join(', ');
  const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : '';
  const close = nearest(unknown[0] as string, known, 3);
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}?` : `allowed: ${allowed}`;
  return new UserError(`unknown series: ${shown}${more}`, hint, 2);
}
