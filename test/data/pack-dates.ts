import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EpochDay, parseDay } from '../../src/data/time.ts';
import { PACK } from '../pack.ts';

interface ManifestEntry {
  readonly id: string;
  readonly file?: string;
}

export interface PackTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

let manifest: readonly ManifestEntry[] | undefined;

/** Entries of the manifest of the pack. */
export function packManifest(): readonly ManifestEntry[] {
  manifest ??= JSON.parse(readFileSync(join(PACK as string, 'manifest.json'), 'utf8')).series;
  return manifest as readonly ManifestEntry[];
}

/** Cells of a file of the pack, split at commas: files with quoted text are not read here. */
export function packTable(id: string): PackTable {
  const file = packManifest().find((entry) => entry.id === id)?.file;
  if (!file) throw new Error(`the pack has no file ${id}`);
  const [header = '', ...rows] = readFileSync(join(PACK as string, file), 'utf8')
    .trim()
    .split(/\r?\n/);
  return { header: header.split(','), rows: rows.map((row) => row.split(',')) };
}

/** Days on which a file of the pack has a row. */
export function packDays(id: string): readonly EpochDay[] {
  return packTable(id).rows.map((cells) => parseDay(cells[0] as string));
}
