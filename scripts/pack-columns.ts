import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ObservationColumns } from '../src/data/observation.ts';
import { entryOf } from '../src/data/series/index.ts';
import { releaseOf, timeOf } from '../src/data/series/release.ts';
import { parseDay } from '../src/data/time.ts';
import { conversion } from '../src/data/unit.ts';

interface Manifest {
  readonly series: readonly { readonly id: string; readonly file: string }[];
}

/**
 * Daily values of some catalogue series straight from the CSV files of a data pack, known by their release rules: enough for studies and
 * tests of one diagnosis. The importer of the program does far more (quarantine, revisions, vintages).
 */
export function packColumns(folder: string, ids: readonly string[]): ObservationColumns[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = new Map(manifest.series.map(({ id, file }) => [id, join(folder, file)]));
  return ids.flatMap((id) => {
    const entry = entryOf(id);
    if (!entry) throw new RangeError(`not in the catalogue: ${id}`);
    return entry.sources.flatMap(({ provider, symbol, unit, treatAs, shiftDays = 0, pack }) => {
      const file = pack && !pack.keys ? files.get(pack.id) : undefined;
      if (!file || !pack) return [];
      const factor = conversion(treatAs ?? unit, entry.unit);
      const rows = valuesOf(file, pack.column);
      const dates = Int32Array.from(rows, ([date]) => date + shiftDays);
      return {
        series: id,
        source: `${provider}:${symbol}`,
        dates,
        times: Float64Array.from(dates, (date) => timeOf(entry, date)),
        values: Float64Array.from(rows, ([, value]) => value * factor),
        knownAt: Float64Array.from(dates, (date) => releaseOf(entry, date)),
        flags: new Uint16Array(rows.length),
        rules: new Uint8Array(rows.length),
      };
    });
  });
}

function valuesOf(file: string, column: string): [date: number, value: number][] {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const names = (head as string).trim().split(',');
  const at = names.indexOf(column);
  if (at < 0) throw new RangeError(`no column ${column} in ${file}: ${names.join(', ')}`);
  return lines.flatMap((line) => {
    const cells = line.trim().split(',');
    const [date, value] = [parseDay((cells[0] as string).slice(0, 10)), Number.parseFloat(cells[at] ?? '')];
    return Number.isFinite(date) && Number.isFinite(value) ? [[date, value] as [number, number]] : [];
  });
}
