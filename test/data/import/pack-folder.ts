import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importFiles } from '../../../src/data/import/import-files.ts';
import type { Lookups } from '../../../src/data/import/lookups.ts';
import type { ImportSummary } from '../../../src/data/import/summary.ts';
import { OBSERVATION_FLAGS, type ObservationColumns } from '../../../src/data/observation.ts';
import { openDataPack } from '../../../src/data/sources/data-pack.ts';
import { formatDay, formatInstant } from '../../../src/data/time.ts';
import { tempFolder } from '../../temp-folder.ts';
import { effectsAt, type FakeStore, fakeStore, LOOKUPS } from './fakes.ts';

export interface SmallFile {
  readonly id: string;
  readonly unit: string;
  readonly text: string;
  readonly file?: string;
  readonly frequency?: string;
  readonly known_problems?: string;
  readonly seen?: string;
}

/** Instant of the imports of these tests. */
export const NOW = Date.UTC(2026, 10, 1);

/** A folder with a manifest and the files given, and vintages by id. */
export function writePack(
  files: readonly SmallFile[],
  vintages: Readonly<Record<string, string>> = {},
  cut = 'observations before 2026-03-01',
): string {
  const root = tempFolder();
  const series = files.map(({ text: _text, seen, ...rest }) => ({
    title: rest.id,
    frequency: 'daily',
    file: `macro/${rest.id}.csv`,
    ...rest,
    ...(seen ? { source: [{ commit_date: seen }] } : {}),
  }));
  writeFileSync(join(root, 'manifest.json'), JSON.stringify({ cut, series }));
  const texts = Object.entries(vintages).map(([id, text]) => [`vintages/${id}.csv`, text] as const);
  for (const [path, text] of [
    ...files.map((file, i) => [series[i]?.file as string, file.text] as const),
    ...texts,
  ]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export interface Imported {
  readonly store: FakeStore;
  readonly summary: ImportSummary;
}

export async function importPack(
  root: string,
  store: FakeStore = fakeStore(),
  lookups: Lookups = LOOKUPS,
): Promise<Imported> {
  const { label, cut, files } = await openDataPack(root, lookups);
  const summary = await importFiles({ label, files, cut, store, lookups, effects: effectsAt(NOW) });
  return { store, summary };
}

export async function importText(
  id: string,
  unit: string,
  text: string,
  more: Partial<SmallFile> = {},
): Promise<Imported> {
  return importPack(writePack([{ id, unit, text, ...more }]));
}

/** Rows of a series as texts: date, value, instant known, flags. */
export function rowsOf(store: FakeStore, series: string): string[] {
  return store.rows.filter((columns) => columns.series === series).flatMap(texts);
}

function texts(columns: ObservationColumns): string[] {
  return Array.from(columns.times, (_, i) => {
    const flags = Object.entries(OBSERVATION_FLAGS).filter(
      ([, bit]) => ((columns.flags[i] as number) & bit) !== 0,
    );
    const known = formatInstant(columns.knownAt[i] as number);
    return [
      formatDay(columns.dates[i] as number),
      columns.values[i],
      known,
      ...flags.map(([name]) => name),
    ].join(' ');
  });
}

export function valuesOf(store: FakeStore, series: string): number[] {
  return store.rows.filter((columns) => columns.series === series).flatMap((columns) => [...columns.values]);
}

/** Quarantined rows as `reason line`. */
export function refusals(store: FakeStore): string[] {
  return store.quarantined.map(({ reason, line }) => `${reason} ${line}`);
}
