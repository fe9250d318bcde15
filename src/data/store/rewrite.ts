import { UserError } from '../errors.ts';
import type { SegmentBuilder } from './builder.ts';
import type { Disk } from './disk.ts';
import type { Image } from './image.ts';
import type { RowsRecord, SegmentRecord } from './log.ts';
import { readRowsFile, type StoredQuarantine, type StoredTableRow, writeRowsFile } from './rows-file.ts';
import { mergeRuns, type Run, withoutLoad } from './run.ts';
import { openSavedImage } from './segment.ts';
import type { OpenSegment, Snapshot } from './snapshot.ts';

/** Merges segments into new ones through the builder, series by series, without the rows of `except`. */
export async function rewriteSegments(
  snapshot: Snapshot,
  segments: readonly OpenSegment[],
  builder: SegmentBuilder,
  except?: number,
): Promise<readonly SegmentRecord[]> {
  const places = new Map<string, { image: Image; k: number }[]>();
  for (const segment of segments) {
    const image = salvage(snapshot, segment);
    for (const [k, { series, source }] of segment.record.runs.entries()) {
      const key = `${series}\u0000${source}`;
      const list = places.get(key);
      if (list) list.push({ image, k });
      else places.set(key, [{ image, k }]);
    }
  }
  for (const key of [...places.keys()].sort()) {
    const runs = (places.get(key) as { image: Image; k: number }[]).map(({ image, k }): Run => image.run(k));
    const merged = mergeRuns(runs);
    await builder.add(except === undefined ? merged : withoutLoad(merged, except));
  }
  return await builder.finish();
}

/**
 * Image of a segment; of a damaged one the copy in the cache, which holds the same rows.
 * @throws UserError when that is not there either
 */
export function salvage(snapshot: Snapshot, segment: OpenSegment): Image {
  if (!(segment.image instanceof UserError)) return segment.image;
  try {
    return openSavedImage(snapshot.layout, segment.record);
  } catch {
    throw segment.image;
  }
}

/** Merges files of table rows and of quarantined rows, one file a table, without the rows of `except`. */
export function rewriteRows(
  snapshot: Snapshot,
  disk: Disk,
  name: string,
  files: readonly RowsRecord[],
  except?: number,
): RowsRecord[] {
  const written: RowsRecord[] = [];
  const tables = new Set(files.map((file) => file.table));
  for (const table of tables) {
    const rows = files
      .filter((file) => file.table === table)
      .flatMap((file) => readRowsFile(snapshot.layout, file))
      .filter((row: StoredTableRow | StoredQuarantine) => row.load !== except);
    if (rows.length === 0) continue;
    written.push(
      writeRowsFile(snapshot.layout, disk, `${name}-rows-${written.length + 1}.jsonl.gz`, rows, table),
    );
  }
  return written;
}
