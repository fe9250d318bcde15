import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';
import { describeRun } from './describe-run.ts';
import { codeOf, type Disk, remove, withFile, writeFully } from './disk.ts';
import type { Duck } from './duck.ts';
import { type Image, imageInMemory, openImage, writeImage } from './image.ts';
import { hashKnown, indexKnown, type KnownIndex } from './known-index.ts';
import type { Layout } from './layout.ts';
import { type RunRecord, type SegmentRecord, sha256 } from './log.ts';
import { readParquet, writeParquet } from './parquet.ts';
import { formatHash } from './row-hash.ts';
import type { Run } from './run.ts';

/** Writes runs as a segment, durable but named by no record yet, with its column image beside it. */
export async function writeSegment(
  layout: Layout,
  disk: Disk,
  duck: Duck,
  file: string,
  runs: readonly Run[],
): Promise<SegmentRecord> {
  const index = indexKnown(runs);
  const temporary = join(layout.work, file);
  try {
    await writeParquet(duck, temporary, runs);
    disk.sync(temporary);
    const bytes = readFileSync(temporary);
    const record = recordOf(file, runs, index, bytes);
    disk.publish(temporary, join(layout.segments, file));
    saveImage(layout, record, runs, index);
    return record;
  } finally {
    remove(temporary);
  }
}

/**
 * Opens the column image of a segment after a look at the segment itself; makes the image anew when it is missing or damaged.
 * @throws UserError when the segment is missing or damaged
 */
export async function openSegment(
  layout: Layout,
  record: SegmentRecord,
  duck: () => Promise<Duck>,
): Promise<Image> {
  checkSegment(layout, record);
  try {
    return openSavedImage(layout, record);
  } catch {
    return await rebuildImage(layout, record, await duck());
  }
}

/**
 * The saved column image of a segment, without a look at the segment: it holds the same rows, so it can also replace a lost one.
 * @throws ImageDamaged, or the error of the file system
 */
export function openSavedImage(layout: Layout, record: SegmentRecord): Image {
  return openImage(imagePath(layout, record), record.sha256, record.runs);
}

/** The column image of a segment, made from the segment. */
export async function rebuildImage(layout: Layout, record: SegmentRecord, duck: Duck): Promise<Image> {
  const path = join(layout.segments, record.file);
  try {
    const columns = await readParquet(duck, path, record.rows);
    const runs = splitRuns(record.runs, columns);
    const index = indexKnown(runs);
    if (formatHash(hashKnown(index, Number.POSITIVE_INFINITY)) !== record.hash) {
      throw new Error('its rows are not those of its record');
    }
    if (saveImage(layout, record, runs, index)) return openSavedImage(layout, record);
    return imageInMemory(piecesOf(record, runs, index), record.sha256, record.runs);
  } catch (error) {
    throw damagedSegment(path, error instanceof Error ? error.message : String(error));
  }
}

/** @throws UserError when the file is not, byte for byte, the one that was committed */
export function checkSegment(layout: Layout, record: SegmentRecord): void {
  const path = join(layout.segments, record.file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw damagedSegment(path, codeOf(error) === 'ENOENT' ? 'it is missing' : String(error));
  }
  if (bytes.length !== record.bytes) {
    throw damagedSegment(path, `it has ${bytes.length} bytes instead of ${record.bytes}`);
  }
  if (sha256(bytes) !== record.sha256) throw damagedSegment(path, 'its checksum is wrong');
}

export function imagePath(layout: Layout, record: { readonly file: string }): string {
  return join(layout.cache, `${basename(record.file, '.parquet')}.columns`);
}

export function damagedSegment(path: string, how: string): UserError {
  return new UserError(
    `the segment ${path} is damaged: ${how}`,
    'run "tidemark data compact", which repairs it from its copy in the cache; if that fails, "tidemark data health" ' +
      'names its loads: forget them with "tidemark data forget LOAD" and import them again',
  );
}

function recordOf(file: string, runs: readonly Run[], index: KnownIndex, bytes: Uint8Array): SegmentRecord {
  const loads = new Set<number>();
  for (const run of runs) addLoads(loads, run.loads);
  return {
    file,
    bytes: bytes.length,
    sha256: sha256(bytes),
    rows: runs.reduce((sum, run) => sum + run.times.length, 0),
    loads: [...loads].sort((a, b) => a - b),
    hash: formatHash(hashKnown(index, Number.POSITIVE_INFINITY)),
    firstKnown: index.instants[0] as number,
    lastKnown: index.instants.at(-1) as number,
    runs: runs.map(describeRun),
  };
}

function addLoads(loads: Set<number>, of: Int32Array): void {
  for (let i = 0; i < of.length; i++) if (i === 0 || of[i] !== of[i - 1]) loads.add(of[i] as number);
}

/** Saves an image beside the others; false when that cannot be done, by which nothing is lost. */
function saveImage(layout: Layout, record: SegmentRecord, runs: readonly Run[], index: KnownIndex): boolean {
  const path = imagePath(layout, record);
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(layout.cache, { recursive: true });
    withFile(temporary, 'w', (file) => {
      writeImage((bytes) => writeFully(file, bytes), record.sha256, runs, index);
    });
    renameSync(temporary, path);
    return true;
  } catch {
    remove(temporary);
    return false;
  }
}

function piecesOf(record: SegmentRecord, runs: readonly Run[], index: KnownIndex): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  writeImage((bytes) => pieces.push(bytes.slice()), record.sha256, runs, index);
  return pieces;
}

function splitRuns(records: readonly RunRecord[], columns: Omit<Run, 'series' | 'source'>): Run[] {
  let at = 0;
  return records.map(({ series, source, rows }) => {
    const [from, to] = [at, at + rows];
    at = to;
    return {
      series,
      source,
      dates: columns.dates.subarray(from, to),
      times: columns.times.subarray(from, to),
      values: columns.values.subarray(from, to),
      knownAt: columns.knownAt.subarray(from, to),
      flags: columns.flags.subarray(from, to),
      rules: columns.rules.subarray(from, to),
      loads: columns.loads.subarray(from, to),
    };
  });
}
