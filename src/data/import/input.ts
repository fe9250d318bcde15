import type { Instant } from '../time.ts';
import type { CsvFile } from './csv.ts';
import type { PackFile } from './manifest.ts';
import type { Mapping } from './plan.ts';

/** One file to import: what is said of it, which series it feeds, and itself when it is wanted. */
export interface InputFile {
  readonly meta: PackFile;
  /** As it is named to the user and in quarantine. */
  readonly name: string;
  readonly mappings: readonly Mapping[];
  /** Whether columns that the catalogue does not know are kept under the file's own id. */
  readonly keepRest: boolean;
  /** Instant by which its values had been seen; undefined when nothing says. */
  readonly seen: Instant | undefined;
  open(): Promise<CsvFile>;
  /** Dated copies of the same series: `vintage_seen,date,value`. */
  openVintages?(): Promise<CsvFile>;
}

/**
 * Files in groups that share no series: two sources of one series stand in one group, so that each can be asked whether it has the jump of the
 * other. Order of first appearance.
 */
export function bySharedSeries(files: readonly InputFile[]): readonly (readonly InputFile[])[] {
  const groupOf = new Map<string, InputFile[]>();
  const groups = new Set<InputFile[]>();
  for (const file of files) {
    const ids = file.mappings.map(({ entry }) => entry.id);
    const joined = [...new Set(ids.map((id) => groupOf.get(id)).filter((group) => group !== undefined))];
    const group = joined[0] ?? [];
    for (const other of joined.slice(1)) {
      group.push(...other);
      groups.delete(other);
    }
    group.push(file);
    groups.add(group);
    for (const member of group) for (const { entry } of member.mappings) groupOf.set(entry.id, group);
  }
  return [...groups];
}
