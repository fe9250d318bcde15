import { UserError } from '../errors.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { Instant } from '../time.ts';
import type { Duck } from './duck.ts';
import { type Image, ImageDamaged, type Scratch } from './image.ts';
import { hashKnown, type KnownIndex } from './known-index.ts';
import type { Layout } from './layout.ts';
import { type RunRecord, readState, type SegmentRecord, type StoreState } from './log.ts';
import { type Resolved, resolveRun } from './resolve.ts';
import { addHash, hashSum, parseHash, versionOf } from './row-hash.ts';
import { mergeRuns, type Run } from './run.ts';
import { openSegment, rebuildImage } from './segment.ts';
import { stackRun } from './stacked.ts';

/** A segment at hand: its image, or the reason why it cannot be read. */
export interface OpenSegment {
  readonly record: SegmentRecord;
  image: Image | UserError;
  index?: KnownIndex;
}

/** Where rows of a series stand. */
export interface RunRef {
  readonly segment: OpenSegment;
  readonly k: number;
  readonly record: RunRecord;
}

/** The store at one position of its log, its files held open: what others write or take away changes nothing here. */
export interface Snapshot {
  readonly layout: Layout;
  readonly state: StoreState;
  readonly segments: readonly OpenSegment[];
  readonly refs: ReadonlyMap<string, readonly RunRef[]>;
  readonly described: ReadonlyMap<string, SeriesEntry>;
  readonly duck: () => Promise<Duck>;
}

/** The last position; what the snapshot before has open already is taken over. */
export async function openSnapshot(
  layout: Layout,
  duck: () => Promise<Duck>,
  before?: Snapshot,
): Promise<Snapshot> {
  let state = readState(layout, before?.state);
  if (before && state === before.state) return before;
  for (;;) {
    const segments: OpenSegment[] = [];
    for (const record of state.segments) {
      const open = before?.segments.find((segment) => segment.record.sha256 === record.sha256);
      segments.push(open ?? { record, image: await tryOpen(layout, record, duck) });
    }
    // A file that is gone may have been replaced by a compaction since the log was read.
    const now = segments.some((segment) => segment.image instanceof UserError)
      ? readState(layout, state)
      : state;
    if (now === state) {
      return { layout, state, segments, refs: refsOf(segments), described: describedIn(state), duck };
    }
    state = now;
  }
}

/**
 * The rows of a series, one run a source.
 * @throws UserError when a segment of the series cannot be read
 */
export async function readSources(snapshot: Snapshot, series: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (const refs of refsBySource(snapshot, series)) runs.push(await readMerged(snapshot, refs));
  return runs;
}

/**
 * What the sources of a series say as of an instant.
 * @throws UserError when a segment of the series cannot be read
 */
export async function cutSources(
  snapshot: Snapshot,
  series: string,
  instant: Instant,
  scratch: Scratch,
): Promise<Resolved[]> {
  const cuts: Resolved[] = [];
  for (const refs of refsBySource(snapshot, series)) {
    const only = refs.length === 1 ? refs[0] : undefined;
    cuts.push(
      only
        ? await reading(snapshot, only.segment, (image) =>
            resolveRun(image.stacked(only.k, scratch), instant),
          )
        : resolveRun(stackRun(await readMerged(snapshot, refs)), instant),
    );
  }
  return cuts;
}

function refsBySource(snapshot: Snapshot, series: string): Iterable<readonly RunRef[]> {
  const bySource = new Map<string, RunRef[]>();
  for (const ref of snapshot.refs.get(series) ?? []) {
    const refs = bySource.get(ref.record.source);
    if (refs) refs.push(ref);
    else bySource.set(ref.record.source, [ref]);
  }
  return bySource.values();
}

async function readMerged(snapshot: Snapshot, refs: readonly RunRef[]): Promise<Run> {
  const runs: Run[] = [];
  for (const { segment, k } of refs) runs.push(await reading(snapshot, segment, (image) => image.run(k)));
  return mergeRuns(runs);
}

/** Data version at an instant: the sum over all rows known by then. A segment that cannot be read and is not wholly known adds nothing. */
export async function versionAt(snapshot: Snapshot, instant: Instant): Promise<string> {
  const total = hashSum();
  for (const segment of snapshot.segments) {
    const { record } = segment;
    if (record.firstKnown > instant) continue;
    const whole = record.lastKnown <= instant;
    if (!whole && segment.image instanceof UserError) continue;
    const sum = whole ? parseHash(record.hash) : hashKnown(await indexOf(snapshot, segment), instant);
    addHash(total, sum.high, sum.low);
  }
  return versionOf(total);
}

async function indexOf(snapshot: Snapshot, segment: OpenSegment): Promise<KnownIndex> {
  segment.index ??= await reading(snapshot, segment, (image) => image.knownIndex());
  return segment.index;
}

async function reading<T>(snapshot: Snapshot, segment: OpenSegment, read: (image: Image) => T): Promise<T> {
  if (segment.image instanceof UserError) throw segment.image;
  try {
    return read(segment.image);
  } catch (error) {
    if (!(error instanceof ImageDamaged)) throw error;
  }
  segment.image = await rebuildImage(snapshot.layout, segment.record, await snapshot.duck());
  return read(segment.image);
}

async function tryOpen(
  layout: Layout,
  record: SegmentRecord,
  duck: () => Promise<Duck>,
): Promise<Image | UserError> {
  try {
    return await openSegment(layout, record, duck);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function refsOf(segments: readonly OpenSegment[]): Map<string, RunRef[]> {
  const refs = new Map<string, RunRef[]>();
  for (const segment of segments) {
    for (const [k, record] of segment.record.runs.entries()) {
      const list = refs.get(record.series);
      if (list) list.push({ segment, k, record });
      else refs.set(record.series, [{ segment, k, record }]);
    }
  }
  return refs;
}

function describedIn(state: StoreState): Map<string, SeriesEntry> {
  const live = state.loads.filter((load) => !load.forgotten);
  return new Map(live.flatMap((load) => load.described.map((entry) => [entry.id, deepFreeze(entry)])));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
