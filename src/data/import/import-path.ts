import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { calendar } from '../calendar.ts';
import type { Effects } from '../effects.ts';
import { UserError } from '../errors.ts';
import { byPack, entryOf } from '../series/index.ts';
import { releaseOf, timeOf } from '../series/release.ts';
import { openDataPack } from '../sources/data-pack.ts';
import { openPlainFile, type PlainFileOptions } from '../sources/plain-file.ts';
import type { Store } from '../store/store.ts';
import { importFiles } from './import-files.ts';
import type { Lookups } from './lookups.ts';
import type { ImportSummary } from './summary.ts';

/** The catalogue and the calendars of the program. */
export const LOOKUPS: Lookups = { entryOf, byPack, calendar, timeOf, releaseOf };

/**
 * Imports what stands at a path: a folder is a data pack, a file is a CSV or Parquet file of its own.
 * @throws UserError when there is nothing there, or nothing of it can be read.
 */
export async function importPath(
  path: string,
  options: PlainFileOptions,
  store: Store,
  effects: Effects,
  lookups: Lookups = LOOKUPS,
): Promise<ImportSummary> {
  const isFolder = await kindOf(path);
  if (isFolder) {
    refuseFileOptions(options, path);
    const { label, cut, files } = await openDataPack(path, lookups);
    return importFiles({ label, files, cut, store, lookups, effects });
  }
  const { file, notices } = await openPlainFile(path, options, lookups);
  for (const notice of notices) effects.log(notice);
  return importFiles({ label: basename(path), files: [file], cut: undefined, store, lookups, effects });
}

async function kindOf(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new UserError(
        `nothing to import at ${path}: no such file or folder`,
        'Give a folder with a manifest.json, or one CSV or Parquet file.',
        2,
      );
    throw new UserError(`cannot read ${path}: ${message}`, 'Check the path and its permissions.');
  }
}

function refuseFileOptions(options: PlainFileOptions, path: string): void {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const names = given.map(([name]) => `--${name}`).join(', ');
  throw new UserError(
    `${names} is for a single file, and ${path} is a folder`,
    'Its manifest says what its files are.',
    2,
  );
}
