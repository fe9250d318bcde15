import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OBSERVATION_FLAGS, type ObservationColumns } from '../src/data/observation.ts';
import type { SeriesEntry, SourceRef } from '../src/data/series/entry.ts';
import { entryOf } from '../src/data/series/index.ts';
import { releaseOf, timeOf } from '../src/data/series/release.ts';
import { memoryView } from '../src/data/store/memory.ts';
import { type Instant, MS_PER_DAY, parseDay } from '../src/data/time.ts';
import { conversion } from '../src/data/unit.ts';
import type { View } from '../src/data/view.ts';
import { PACK } from './pack.ts';

/** Series of the pack by the catalogue, read from its CSVs for tests: no quarantine, no vintages, first prints by the release rule. */
export function packColumns(ids: readonly string[]): ObservationColumns[] {
  const folder = PACK as string;
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    series: { id: string; file: string }[];
  };
  const files = new Map(manifest.series.map((one) => [one.id, one.file]));
  return ids.flatMap((id) => {
    const entry = entryOf(id);
    if (!entry) return [];
    return entry.sources.flatMap((source) => {
      const file = source.pack && files.get(source.pack.id);
      const path = file && join(folder, file);
      return path && existsSync(path) && !source.pack?.keys ? columnsOf(entry, source, path) : [];
    });
  });
}

/** A view of the pack's series at an instant. */
export function packView(columns: readonly ObservationColumns[], instant: Instant): View {
  return memoryView(columns, instant, { entry: entryOf });
}

function columnsOf(entry: SeriesEntry, source: SourceRef, path: string): ObservationColumns[] {
  const [head, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = (head as string).trim().split(',');
  const rows = lines.map((line) => line.split(','));
  const factor = source.treatAs === undefined ? conversion(source.unit, entry.unit) : 1;
  const main = columnOf(entry, entry.id, source, rows, names.indexOf(source.pack!.column), factor);
  const bars = (source.fields ?? []).map((field) => {
    const scale = field === 'volume' ? 1 : factor;
    return columnOf(entry, `${entry.id}.${field}`, source, rows, names.indexOf(field), scale);
  });
  return [main, ...bars];
}

function columnOf(
  entry: SeriesEntry,
  id: string,
  source: SourceRef,
  rows: readonly (readonly string[])[],
  at: number,
  factor: number,
): ObservationColumns {
  const kept = rows.filter(
    (row) => row[at] !== undefined && row[at]?.trim() !== '' && Number.isFinite(Number(row[at])),
  );
  const stamps = kept.map((row) => stampOf(entry, source, row[0] as string));
  return {
    series: id,
    source: `${source.provider}:${source.symbol}`,
    dates: Int32Array.from(stamps, (stamp) => stamp.date),
    times: Float64Array.from(stamps, (stamp) => stamp.time),
    values: Float64Array.from(kept, (row) => Number(row[at]) * factor),
    knownAt: Float64Array.from(stamps, (stamp) => stamp.knownAt),
    flags: new Uint16Array(kept.length).fill(0 * OBSERVATION_FLAGS.suspect),
    rules: new Uint8Array(kept.length),
  };
}

function stampOf(entry: SeriesEntry, source: SourceRef, text: string) {
  if (entry.barMinutes !== undefined) {
    const time = Date.parse(text) + entry.barMinutes * 60_000;
    return { date: Math.floor((time - 1) / MS_PER_DAY), time, knownAt: time };
  }
  const date = parseDay(text.slice(0, 10)) + (source.shiftDays ?? 0);
  return { date, time: timeOf(entry, date), knownAt: releaseOf(entry, date) };
}
