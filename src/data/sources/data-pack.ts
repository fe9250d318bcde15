import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { readCsv } from '../import/csv.ts';
import type { InputFile } from '../import/input.ts';
import type { Lookups } from '../import/lookups.ts';
import { type Manifest, type PackFile, parseManifest, vintageOf } from '../import/manifest.ts';
import type { Mapping } from '../import/plan.ts';
import type { EpochDay } from '../time.ts';

/** A data pack opened: its files in the manifest's order, and the first day that it leaves out. */
export interface DataPack {
  readonly label: string;
  readonly cut: EpochDay | undefined;
  readonly files: readonly InputFile[];
}

/**
 * Opens a data pack: `manifest.json` and the CSV files that it names, with `vintages/<ID>.csv` beside them for the series of that id.
 * @throws UserError when the folder has no manifest, or the manifest cannot be read.
 */
export async function openDataPack(folder: string, lookups: Lookups): Promise<DataPack> {
  const root = resolve(folder);
  const path = join(root, 'manifest.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw noManifest(folder, error);
  });
  const manifest = parseManifest(text, path);
  const vintages = await vintagesIn(root);
  return {
    label: basename(root),
    cut: manifest.cut,
    files: uniqueIds(manifest, path).map((meta) => inputFile(root, meta, vintages, lookups)),
  };
}

function inputFile(root: string, meta: PackFile, vintages: ReadonlySet<string>, lookups: Lookups): InputFile {
  const vintage = join('vintages', `${meta.id}.csv`);
  return {
    meta,
    name: meta.file,
    mappings: lookups.byPack(meta.id).map((mapping) => distinct(mapping, meta.id)),
    keepRest: true,
    seen: vintageOf(meta),
    open: async () => readCsv(await readFile(inside(root, meta.file)), meta.file),
    ...(vintages.has(meta.id)
      ? { openVintages: async () => readCsv(await readFile(join(root, vintage)), vintage) }
      : {}),
  };
}

/** A second file of the same provider's series is a source of its own, so that two copies never stand for one another's revisions. */
function distinct({ entry, source }: Mapping, packId: string): Mapping {
  const first = entry.sources.find(
    ({ provider, symbol }) => provider === source.provider && symbol === source.symbol,
  );
  if (first?.pack?.id === packId || first === undefined) return { entry, source };
  return { entry, source: { ...source, symbol: `${source.symbol} (${packId})` } };
}

/** A manifest names files of its own pack and of nothing else. */
function inside(root: string, file: string): string {
  const path = resolve(root, file);
  if (relative(root, path).split(sep)[0] === '..') {
    throw new UserError(
      `the manifest names ${file}, which is outside the pack`,
      'Paths in a manifest are relative to its folder.',
    );
  }
  return path;
}

function uniqueIds(manifest: Manifest, path: string): readonly PackFile[] {
  const ids = new Set<string>();
  for (const { id } of manifest.files) {
    if (ids.has(id))
      throw new UserError(`cannot read ${path}: the id ${id} stands twice`, 'Ids of a manifest are unique.');
    ids.add(id);
  }
  return manifest.files;
}

async function vintagesIn(root: string): Promise<ReadonlySet<string>> {
  const folder = join(root, 'vintages');
  if (!existsSync(folder)) return new Set();
  const names = await readdir(folder);
  return new Set(names.filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4)));
}

function noManifest(folder: string, error: NodeJS.ErrnoException): UserError {
  return error.code === 'ENOENT'
    ? new UserError(
        `no data pack in ${folder}: it has no manifest.json`,
        'Give a folder with a manifest.json, or one CSV or Parquet file.',
        2,
      )
    : new UserError(
        `cannot read the manifest in ${folder}: ${error.message}`,
        'Check the folder and its permissions.',
      );
}
