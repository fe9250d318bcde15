import { join } from 'node:path';
import { type Disk, remove } from './disk.ts';
import type { Duck } from './duck.ts';
import type { Image } from './image.ts';
import type { Layout } from './layout.ts';
import type { SegmentRecord } from './log.ts';
import { mergeRuns, type Run, sortRun, withoutRows } from './run.ts';
import { imagePath, openSegment, writeSegment } from './segment.ts';

export interface BuilderOptions {
  readonly layout: Layout;
  readonly disk: Disk;
  readonly duck: () => Promise<Duck>;
  /** Begin of the file names: `load-7`, `compact-9`. */
  readonly name: string;
  /** Rows after which a segment is written. */
  readonly segmentRows: number;
  /** Rows of a series and source that the store has already; they are not stored again. */
  readonly existing: (series: string, source: string) => Promise<readonly Run[]>;
}

/** Gathers runs and writes them as segments of at most about `segmentRows` rows, each row once. */
export interface SegmentBuilder {
  add(run: Run): Promise<void>;
  /** Writes what is left; the segments are durable and wait for a record that names them. */
  finish(): Promise<readonly SegmentRecord[]>;
  /** Takes away what was written. */
  discard(): void;
}

export function segmentBuilder(options: BuilderOptions): SegmentBuilder {
  const written: Written[] = [];
  let waiting = new Map<string, Run[]>();
  let rows = 0;
  const flush = async (): Promise<void> => {
    const runs: Run[] = [];
    for (const key of [...waiting.keys()].sort()) {
      const run = await newRows(options, written, waiting.get(key) as Run[]);
      if (run.times.length > 0) runs.push(run);
    }
    waiting = new Map();
    rows = 0;
    if (runs.length === 0) return;
    const { layout, disk, duck, name } = options;
    const file = `${name}-${written.length + 1}.parquet`;
    written.push({ record: await writeSegment(layout, disk, await duck(), file, runs) });
  };
  return {
    add: async (run) => {
      if (run.times.length === 0) return;
      const key = `${run.series}\u0000${run.source}`;
      const others = waiting.get(key);
      if (others) others.push(run);
      else waiting.set(key, [run]);
      rows += run.times.length;
      if (rows >= options.segmentRows) await flush();
    },
    finish: async () => {
      await flush();
      return written.map(({ record }) => record);
    },
    discard: () => {
      waiting = new Map();
      for (const { record } of written) {
        remove(join(options.layout.segments, record.file));
        remove(imagePath(options.layout, record));
      }
    },
  };
}

interface Written {
  readonly record: SegmentRecord;
  image?: Image;
}

/** One run of those given, without what the store or an earlier segment of the same load has. */
async function newRows(
  options: BuilderOptions,
  written: readonly Written[],
  runs: readonly Run[],
): Promise<Run> {
  let run = mergeRuns(runs.map(sortRun));
  for (const other of await options.existing(run.series, run.source)) run = withoutRows(run, other);
  for (const segment of written) {
    const k = segment.record.runs.findIndex((one) => one.series === run.series && one.source === run.source);
    if (k < 0) continue;
    segment.image ??= await openSegment(options.layout, segment.record, options.duck);
    run = withoutRows(run, segment.image.run(k));
  }
  return run;
}
