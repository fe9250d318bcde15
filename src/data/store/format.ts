import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { codeOf, type Disk, remove } from './disk.ts';
import type { Layout } from './layout.ts';

/** Format of the store that this program writes. */
export const STORE_FORMAT = 1;

/** From each older format, the step to the next one. */
const MIGRATIONS: Readonly<Record<number, (layout: Layout) => Promise<void>>> = {};

/** Format of the store in a home, or undefined when there is none. */
export function readFormat(layout: Layout): number | undefined {
  let text: string;
  try {
    text = readFileSync(layout.format, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') throw error;
    if (!existsSync(layout.log) || readdirSync(layout.log).length === 0) return undefined;
    throw new UserError(
      `${layout.home} holds a store without its store.json`,
      `if its files are of format ${STORE_FORMAT}, write {"format":${STORE_FORMAT}} into ${layout.format}`,
    );
  }
  const format = formatIn(text);
  if (format === undefined) {
    throw new UserError(
      `${layout.format} does not say the format of the store: "${text.slice(0, 60)}"`,
      `it reads {"format":${STORE_FORMAT}}; restore it, or take another place with --home`,
    );
  }
  return format;
}

/**
 * Refuses a store of another format.
 * @throws UserError which names what came, what is read and what to do
 */
export function checkFormat(layout: Layout): void {
  const format = readFormat(layout);
  if (format === undefined || format === STORE_FORMAT) return;
  throw new UserError(
    `the store in ${layout.home} has format ${format}; this program reads format ${STORE_FORMAT}`,
    format < STORE_FORMAT
      ? 'run: tidemark data migrate'
      : 'run: tidemark data migrate, with the newer tidemark that wrote it; or take another place with --home',
  );
}

/**
 * Brings an older store to the present format, step by step; returns the format that came, undefined for an empty home.
 * @throws UserError when no step leads from that format to this one
 */
export async function migrateStore(layout: Layout): Promise<number | undefined> {
  const came = readFormat(layout);
  for (let format = came ?? STORE_FORMAT; format !== STORE_FORMAT; format++) {
    const step = MIGRATIONS[format];
    if (!step) {
      throw new UserError(
        `no way leads from format ${came} of ${layout.home} to format ${STORE_FORMAT}`,
        'use the tidemark that wrote it, or import the data again into another --home',
      );
    }
    await step(layout);
  }
  return came;
}

/** Makes the folders and `store.json` of a new store; does nothing to one that is there. */
export function prepareHome(layout: Layout, disk: Disk): void {
  for (const folder of [layout.log, layout.segments, layout.rows, layout.cache, layout.work]) {
    mkdirSync(folder, { recursive: true });
  }
  if (existsSync(layout.format)) return;
  const temporary = join(layout.work, `store-${process.pid}.json`);
  remove(temporary);
  try {
    disk.write(temporary, [Buffer.from(`{"format":${STORE_FORMAT}}\n`)]);
    disk.publish(temporary, layout.format);
    disk.syncFolder(layout.home);
  } catch (error) {
    remove(temporary);
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function formatIn(text: string): number | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const format =
      typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
    return typeof format === 'number' && Number.isInteger(format) ? format : undefined;
  } catch {
    return undefined;
  }
}
