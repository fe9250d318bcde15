import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { SeriesEntry } from '../series/entry.ts';
import { codeOf, type Disk, remove } from './disk.ts';
import type { Layout } from './layout.ts';

/** What a segment holds of one series and source; its rows stand together, in the order of `runs`. Instants in ms. */
export interface RunRecord {
  readonly series: string;
  readonly source: string;
  readonly rows: number;
  /** First and last date. */
  readonly first: number;
  readonly last: number;
  readonly lastKnown: number;
  /** Earliest knownAt of a row with a value; absent when there is none. */
  readonly firstValue?: number;
  /** Latest knownAt of a first print: a row with a value that is no revision. */
  readonly lastPrint?: number;
  /** Earliest knownAt of a withdrawal. */
  readonly firstWithdrawal?: number;
  /** Earliest knownAt of a simulated row. */
  readonly firstSimulated?: number;
  readonly withdrawn?: number;
  readonly suspect?: number;
  readonly revisions?: number;
}

export interface SegmentRecord {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  /** Numbers of the loads whose rows it holds. */
  readonly loads: readonly number[];
  /** Sum of the row hashes. */
  readonly hash: string;
  readonly firstKnown: number;
  readonly lastKnown: number;
  readonly runs: readonly RunRecord[];
}

/** A file of gzipped JSON lines: rows of one table, or quarantined rows. */
export interface RowsRecord {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  readonly loads: readonly number[];
  readonly table?: string;
}

export interface LoadEntry {
  readonly load: number;
  readonly label: string;
  readonly committedAt: number;
  readonly rows: number;
  readonly quarantined: number;
  readonly series: number;
  readonly forgotten: boolean;
  readonly described: readonly SeriesEntry[];
}

/** Everything that is in the store at one position of its log. */
export interface StoreState {
  readonly position: number;
  readonly loads: readonly LoadEntry[];
  readonly segments: readonly SegmentRecord[];
  readonly rows: readonly RowsRecord[];
}

/** One commit: what it adds, which files it takes out, or the whole state that stands instead of all before. */
export interface LogRecord {
  readonly kind: 'load' | 'forget' | 'compact';
  readonly load?: LoadEntry;
  readonly forget?: number;
  readonly add?: { readonly segments: readonly SegmentRecord[]; readonly rows: readonly RowsRecord[] };
  readonly drop?: readonly string[];
  readonly state?: StoreState;
}

export const EMPTY_STATE: StoreState = { position: 0, loads: [], segments: [], rows: [] };

/** State after the last commit, from a state read earlier. */
export function readState(layout: Layout, known: StoreState = EMPTY_STATE): StoreState {
  for (let attempt = 1; ; attempt++) {
    const numbers = recordNumbers(layout);
    const last = numbers.at(-1) ?? 0;
    if (last === known.position) return known;
    try {
      return readFrom(layout, last < known.position ? EMPTY_STATE : known, numbers);
    } catch (error) {
      // A compaction takes records away, perhaps while the folder is being read.
      if (!(error instanceof MissingRecord) || attempt === 10) throw error;
    }
  }
}

/**
 * Commits: the record gets the number after `after` in one step; when this throws, nothing has happened. From then on everyone sees it,
 * and `settleLog` makes it outlast a loss of power.
 * @throws UserError when another writer has committed meanwhile
 */
export function publishRecord(layout: Layout, disk: Disk, after: number, record: LogRecord): void {
  const number = after + 1;
  const temporary = join(layout.work, `record-${number}-${process.pid}.json`);
  remove(temporary);
  try {
    disk.write(temporary, [Buffer.from(envelope(JSON.stringify(record)))]);
    disk.publish(temporary, join(layout.log, recordName(number)));
  } catch (error) {
    remove(temporary);
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new UserError(
      `another program has written to ${layout.home} at the same time; nothing of this was stored`,
      'run the command again',
    );
  }
}

export function settleLog(layout: Layout, disk: Disk): StoreState {
  disk.syncFolder(layout.log);
  return readState(layout);
}

/** Takes away the records that a later one with the whole state has replaced. */
export function pruneLog(layout: Layout, before: number): void {
  for (const number of recordNumbers(layout)) {
    if (number < before) remove(join(layout.log, recordName(number)));
  }
}

function readFrom(layout: Layout, known: StoreState, numbers: readonly number[]): StoreState {
  const later: [number, LogRecord][] = [];
  let state = known;
  for (let expected = numbers.at(-1) as number; expected > known.position; expected--) {
    const record = readRecord(layout, expected);
    later.push([expected, record]);
    if (record.state) break;
  }
  for (const [number, record] of later.reverse()) state = applyRecord(state, number, record);
  return state;
}

function applyRecord(before: StoreState, number: number, record: LogRecord): StoreState {
  if (record.state) return { ...record.state, position: number };
  const gone = new Set(record.drop);
  const stays = (file: { readonly file: string }): boolean => !gone.has(file.file);
  return {
    position: number,
    loads: [
      ...before.loads.map((load) => (load.load === record.forget ? { ...load, forgotten: true } : load)),
      ...(record.load ? [record.load] : []),
    ],
    segments: [...before.segments.filter(stays), ...(record.add?.segments ?? [])],
    rows: [...before.rows.filter(stays), ...(record.add?.rows ?? [])],
  };
}

function recordNumbers(layout: Layout): number[] {
  let names: string[];
  try {
    names = readdirSync(layout.log);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
  return names
    .filter((name) => /^\d{8}\.json$/.test(name))
    .map((name) => Number(name.slice(0, 8)))
    .sort((a, b) => a - b);
}

function recordName(number: number): string {
  return `${String(number).padStart(8, '0')}.json`;
}

const HEAD = '{"sha256":"';
const MIDDLE = '","record":';

function envelope(body: string): string {
  return `${HEAD}${sha256(body)}${MIDDLE}${body}}\n`;
}

function readRecord(layout: Layout, number: number): LogRecord {
  const path = join(layout.log, recordName(number));
  const text = readText(path);
  const body = text.slice(HEAD.length + 64 + MIDDLE.length, -2);
  if (envelope(body) !== text) {
    throw new UserError(`the record ${basename(path)} of the store's log is damaged: ${path}`, LOST_RECORD);
  }
  return JSON.parse(body) as LogRecord;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? new MissingRecord(path) : error;
  }
}

const LOST_RECORD = 'restore it from a backup, or import the data again into another --home';

class MissingRecord extends UserError {
  constructor(path: string) {
    super(`the record ${basename(path)} of the store's log is missing: ${path}`, LOST_RECORD);
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
