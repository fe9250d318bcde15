import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DerivedEntry, RefusedEntry } from '../measures/derived/index.ts';
import { definitionText, FormulaError, readEntries } from '../measures/derived/index.ts';

/** An entry that a person wrote, and the file it stands in. */
export interface UserEntry {
  readonly file: string;
  readonly entry: DerivedEntry;
}

/** Something that cannot be used, in words: file, entry, place, choices. */
export interface Refusal {
  readonly file: string;
  readonly id: string | undefined;
  readonly message: string;
  readonly hint: string;
}

export interface UserEntries {
  readonly entries: readonly UserEntry[];
  readonly refusals: readonly Refusal[];
}

function folderOf(home: string): string {
  return join(home, 'derived');
}

/** The entries in the files of a home, `HOME/derived/*.json`, by file name. */
export function userEntries(home: string): UserEntries {
  const folder = folderOf(home);
  if (!existsSync(folder)) return { entries: [], refusals: [] };
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return together(
    files.map((name) => entriesOf(join(folder, name), readFileSync(join(folder, name), 'utf8'))),
  );
}

/** A word for what the files of a home say: another after each change of one, empty where there are none. */
export function userEntriesState(home: string): string {
  const folder = folderOf(home);
  if (!existsSync(folder)) return '';
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.json'))
    .sort()) {
    hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** The entries of one file. */
export function entriesOf(file: string, text: string): UserEntries {
  const { entries, unreadable } = readEntries(text);
  return {
    entries: entries.map((entry) => ({ file, entry })),
    refusals: unreadable.map(({ where, reason, hint }) => ({
      file,
      id: undefined,
      message: `${file}: ${where}: ${reason}`,
      hint,
    })),
  };
}

export function together(parts: readonly UserEntries[]): UserEntries {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    refusals: parts.flatMap(({ refusals }) => refusals),
  };
}

/** A refused entry in words, with the line of the formula and a caret under what is wrong. */
export function refusalOf({ id, error }: RefusedEntry, file: string): Refusal {
  const isPlaced = error instanceof FormulaError;
  const [reason, hint] = isPlaced ? [error.reason, error.hint] : split(error.message);
  const place = isPlaced ? `\n${error.underlined()}` : '';
  return { file, id, message: `${file}: ${id}: ${reason}${place}`, hint };
}

function split(message: string): [reason: string, hint: string] {
  const at = message.indexOf('; ');
  return at < 0 ? [message, ''] : [message.slice(0, at), message.slice(at + 2)];
}

/** Writes an entry into a file of its own, whole or not at all; returns its path. */
export function writeUserEntry(home: string, entry: DerivedEntry): string {
  const file = join(folderOf(home), `${entry.id}.json`);
  mkdirSync(folderOf(home), { recursive: true });
  replace(file, entry);
  return file;
}

/** Takes entries out of the file they stand in, and the file away with its last. */
export function removeUserEntries(file: string, ids: readonly string[]): void {
  const left = readEntries(readFileSync(file, 'utf8')).entries.filter((entry) => !ids.includes(entry.id));
  if (left.length === 0) rmSync(file);
  else replace(file, left);
}

function replace(file: string, content: unknown): void {
  const temporary = join(file, '..', `.${basename(file)}.new`);
  writeFileSync(temporary, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(temporary, file);
}

/** Data version of an answer that these definitions of a person could have a part in: twelve hex digits. */
export function versionWith(entries: readonly DerivedEntry[]): (dataVersion: string) => string {
  const definitions = entries.map(definitionText).sort().join('\n');
  return (dataVersion) =>
    entries.length === 0
      ? dataVersion
      : createHash('sha256').update(`${dataVersion}\n${definitions}`).digest('hex').slice(0, 12);
}
