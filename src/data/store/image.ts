import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { KnownIndex } from './known-index.ts';
import type { RunRecord } from './log.ts';
import type { Run } from './run.ts';
import { type StackedRun, stackRun, unstackRun } from './stacked.ts';

/**
 * Column image of a segment: the same rows as plain arrays, so that a series is read with one call and no parsing.
 * Per run one block, the stacked run: times, values, knownAt (8 bytes each), ends, dates, loads (4), flags (2), rules (1), padded to 8 bytes;
 * then the known index; then a footer in JSON with the CRC-32 of every block and the lengths of its columns, its length, its CRC-32 and the
 * magic. Little-endian.
 */
export interface Image {
  /**
   * The k-th run, row by row.
   * @throws ImageDamaged
   */
  run(k: number): Run;
  /**
   * The k-th run as it stands. With `scratch` the arrays stand on its memory and hold until its next use.
   * @throws ImageDamaged
   */
  stacked(k: number, scratch?: Scratch): StackedRun;
  /** @throws ImageDamaged */
  knownIndex(): KnownIndex;
  /** Bytes of the file; 0 for an image that is held in memory. */
  readonly bytes: number;
}

/** Memory that reads reuse. */
export interface Scratch {
  buffer: ArrayBuffer;
}

/** The image does not hold what its segment does: it is made anew from that. */
export class ImageDamaged extends Error {}

/** Lengths of a block's columns; rows are those of the record. */
interface Lengths {
  readonly times: number;
  readonly ends: number;
  readonly dates: number;
  readonly loads: number;
  readonly flags: number;
  readonly rules: number;
}

interface Block extends Lengths {
  readonly crc: number;
}

interface Footer {
  readonly segment: string;
  readonly runs: readonly Block[];
  readonly instants: number;
  readonly indexCrc: number;
}

type ReadAt = (at: number, length: number, scratch?: Scratch) => ArrayBuffer;

const MAGIC = 'TMIMAGE2';
const TAIL_BYTES = 16;
const INDEX_ROW_BYTES = 16;

/** Writes the image of a segment through `write`, piece by piece; a piece holds until the next. */
export function writeImage(
  write: (bytes: Uint8Array) => void,
  segment: string,
  runs: readonly Run[],
  index: KnownIndex,
): void {
  const scratch: Scratch = { buffer: new ArrayBuffer(0) };
  const blocks = runs.map((run): Block => {
    const stacked = stackRun(run);
    const { times, values, knownAt, ends, dates, loads, flags, rules } = stacked;
    const columns = [times, values, knownAt, ends ?? NONE, dates, loads, flags, rules];
    const lengths = lengthsOf(stacked);
    return { crc: writeBlock(write, columns, blockBytes(lengths, values.length), scratch), ...lengths };
  });
  const instants = index.instants.length;
  const columns = [index.instants, index.high, index.low];
  const indexCrc = writeBlock(write, columns, instants * INDEX_ROW_BYTES, scratch);
  const footer: Footer = { segment, runs: blocks, instants, indexCrc };
  const text = Buffer.from(JSON.stringify(footer));
  const tail = Buffer.alloc(TAIL_BYTES);
  tail.writeUInt32LE(text.length, 0);
  tail.writeUInt32LE(crc32(text), 4);
  tail.write(MAGIC, 8, 'latin1');
  write(text);
  write(tail);
}

/**
 * Opens the image file of a segment; its file stays open as long as the image is in use, so that nobody can take it away.
 * @throws ImageDamaged, or the error of the file system
 */
export function openImage(path: string, segment: string, runs: readonly RunRecord[]): Image {
  const file = openSync(path, 'r');
  const bytes = fstatSync(file).size;
  const readAt: ReadAt = (at, length, scratch) => {
    const buffer = scratch ? grow(scratch, length) : new ArrayBuffer(length);
    const view = new Uint8Array(buffer, 0, length);
    for (let done = 0; done < length; ) {
      const got = readSync(file, view, done, length - done, at + done);
      if (got === 0) throw new ImageDamaged(`${path} is too short`);
      done += got;
    }
    return buffer;
  };
  try {
    const image = imageOf(readAt, bytes, segment, runs, bytes);
    OPEN_FILES.register(image, file);
    return image;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** An image that could not be written to disk. */
export function imageInMemory(
  pieces: readonly Uint8Array[],
  segment: string,
  runs: readonly RunRecord[],
): Image {
  const all = Buffer.concat(pieces);
  const readAt: ReadAt = (at, length) => {
    const copy = new ArrayBuffer(length);
    new Uint8Array(copy).set(all.subarray(at, at + length));
    return copy;
  };
  return imageOf(readAt, all.length, segment, runs, 0);
}

/** Closes the file of an image that nothing refers to any more. */
const OPEN_FILES = new FinalizationRegistry<number>((file) => closeSync(file));

function imageOf(
  readAt: ReadAt,
  size: number,
  segment: string,
  runs: readonly RunRecord[],
  bytes: number,
): Image {
  const footer = readFooter(readAt, size);
  if (footer.segment !== segment || footer.runs.length !== runs.length) {
    throw new ImageDamaged('this image is of another segment');
  }
  const offsets = new Float64Array(runs.length + 1);
  const bytesOf = (k: number): number => blockBytes(footer.runs[k] as Block, (runs[k] as RunRecord).rows);
  for (const k of runs.keys()) offsets[k + 1] = (offsets[k] as number) + bytesOf(k);
  // The sum costs more than the read, so that each block is checked when it is first read and then trusted.
  const checked = new Uint8Array(runs.length + 1);
  const block = (k: number, length: number, crc: number, scratch?: Scratch): ArrayBuffer => {
    const buffer = readAt(offsets[k] as number, length, scratch);
    if (!checked[k] && crc32(new Uint8Array(buffer, 0, length)) !== crc) {
      throw new ImageDamaged('a block is damaged');
    }
    checked[k] = 1;
    return buffer;
  };
  const stacked = (k: number, scratch?: Scratch): StackedRun => {
    const { series, source, rows } = runs[k] as RunRecord;
    const lengths = footer.runs[k] as Block;
    const buffer = block(k, bytesOf(k), lengths.crc, scratch);
    return { series, source, ...columnsOf(buffer, lengths, rows) };
  };
  return {
    bytes,
    run: (k) => unstackRun(stacked(k)),
    stacked,
    knownIndex: () => {
      const n = footer.instants;
      const buffer = block(runs.length, n * INDEX_ROW_BYTES, footer.indexCrc);
      return {
        instants: new Float64Array(buffer, 0, n),
        high: new Uint32Array(buffer, 8 * n, n),
        low: new Uint32Array(buffer, 12 * n, n),
      };
    },
  };
}

const NONE = new Uint32Array(0);

function lengthsOf({ times, ends, dates, loads, flags, rules }: StackedRun): Lengths {
  return {
    times: times.length,
    ends: ends?.length ?? 0,
    dates: dates.length,
    loads: loads.length,
    flags: flags.length,
    rules: rules.length,
  };
}

function columnsOf(
  buffer: ArrayBuffer,
  { times, ends, dates, loads, flags, rules }: Lengths,
  rows: number,
): Omit<StackedRun, 'series' | 'source'> {
  let at = 0;
  const next = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    times: new Float64Array(buffer, next(8 * times), times),
    values: new Float64Array(buffer, next(8 * rows), rows),
    knownAt: new Float64Array(buffer, next(8 * rows), rows),
    ends: ends === 0 ? undefined : new Uint32Array(buffer, next(4 * ends), ends),
    dates: new Int32Array(buffer, next(4 * dates), dates),
    loads: new Int32Array(buffer, next(4 * loads), loads),
    flags: new Uint16Array(buffer, next(2 * flags), flags),
    rules: new Uint8Array(buffer, next(rules), rules),
  };
}

function blockBytes({ times, ends, dates, loads, flags, rules }: Lengths, rows: number): number {
  const bytes = 8 * (times + 2 * rows) + 4 * (ends + dates + loads) + 2 * flags + rules;
  return Math.ceil(bytes / 8) * 8;
}

function readFooter(readAt: ReadAt, size: number): Footer {
  if (size < TAIL_BYTES) throw new ImageDamaged('this image is too short');
  const tail = Buffer.from(readAt(size - TAIL_BYTES, TAIL_BYTES));
  const length = tail.readUInt32LE(0);
  if (tail.toString('latin1', 8) !== MAGIC || length > size - TAIL_BYTES) {
    throw new ImageDamaged('this image has no end');
  }
  const text = Buffer.from(readAt(size - TAIL_BYTES - length, length));
  if (crc32(text) !== tail.readUInt32LE(4)) throw new ImageDamaged('the footer of this image is damaged');
  return JSON.parse(text.toString()) as Footer;
}

/** Writes columns one after the other, padded to `length` bytes; returns the CRC-32 of all. */
function writeBlock(
  write: (bytes: Uint8Array) => void,
  columns: readonly ArrayBufferView[],
  length: number,
  scratch: Scratch,
): number {
  const block = new Uint8Array(grow(scratch, length), 0, length);
  let at = 0;
  for (const column of columns) {
    block.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  block.fill(0, at);
  write(block);
  return crc32(block);
}

function grow(scratch: Scratch, length: number): ArrayBuffer {
  if (scratch.buffer.byteLength < length) scratch.buffer = new ArrayBuffer(length * 2);
  return scratch.buffer;
}
