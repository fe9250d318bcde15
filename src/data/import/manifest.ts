import { z } from 'zod';
import { UserError } from '../errors.ts';
import { type EpochDay, type Instant, parseDay } from '../time.ts';

const origin = z.object({ commit_date: z.string().optional() });

const packFile = z.object({
  id: z.string().min(1),
  file: z.string().min(1),
  title: z.string().default(''),
  unit: z.string().default(''),
  frequency: z.string().default(''),
  columns: z.array(z.string()).optional(),
  upstream: z.string().default(''),
  license: z.string().default('none stated'),
  known_problems: z.string().default(''),
  source: z.union([z.string(), z.array(origin)]).optional(),
});

const manifest = z.object({ cut: z.string().optional(), series: z.array(packFile) });

/** One file of a data pack, as its manifest describes it. */
export type PackFile = z.infer<typeof packFile>;

export interface Manifest {
  /** First day that the pack leaves out; undefined when it says none. */
  readonly cut: EpochDay | undefined;
  readonly files: readonly PackFile[];
}

/**
 * The manifest of a data pack.
 * @throws UserError that names the entry and the key that is wrong.
 */
export function parseManifest(text: string, path: string): Manifest {
  const parsed = manifest.safeParse(json(text, path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UserError(
      `cannot read ${path}: ${issue?.path.join('.')}: ${issue?.message}`,
      'A manifest is {"cut": text, "series": [{"id", "file", "unit", "frequency", ...}]}; see docs/data-packs.md.',
    );
  }
  return { cut: cutOf(parsed.data.cut), files: parsed.data.series };
}

/** Instant by which the file's values had been seen: the last commit among its origins; undefined when none is dated. */
export function vintageOf(file: PackFile): Instant | undefined {
  if (!Array.isArray(file.source)) return undefined;
  const seen = file.source.map((one) => Date.parse(one.commit_date ?? '')).filter(Number.isFinite);
  return seen.length > 0 ? Math.max(...seen) : undefined;
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`cannot read ${path}: ${(error as Error).message}`, 'The manifest must be JSON.');
  }
}

/** The day in "observations before 2026-03-01", or a bare date. */
function cutOf(cut: string | undefined): EpochDay | undefined {
  const day = parseDay(/\d{4}-\d{2}-\d{2}/.exec(cut ?? '')?.[0] ?? '');
  return Number.isNaN(day) ? undefined : day;
}
