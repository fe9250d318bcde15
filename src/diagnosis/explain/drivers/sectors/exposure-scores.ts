import type { TableRow } from '../../../../data/observation.ts';

/** Name of the table that a user supplies: `date`, `series` of the catalogue, `score` from −1 (loses by it) to 1 (gains by it). */
export const EXPOSURE_TABLE = 'ai_exposure';

export interface Exposure {
  readonly series: string;
  readonly score: number;
}

/** Scores of our own, by what a sector sells: an assumption that nobody has tested. */
export const ASSUMED: readonly Exposure[] = [
  { series: 'smh', score: 1 },
  { series: 'xlu', score: 0.5 },
  { series: 'xli', score: 0.25 },
  { series: 'igv', score: -1 },
  { series: 'xlf', score: -0.5 },
  { series: 'xlre', score: -0.5 },
  { series: 'xlc', score: -0.5 },
];

/** Latest score of each series of the table, by id, and how many rows were none. */
export function exposuresIn(
  rows: readonly TableRow[],
  known: (series: string) => boolean,
): { readonly scores: readonly Exposure[]; readonly refused: number } {
  const found = new Map<string, number>();
  let refused = 0;
  for (const { cells } of [...rows].sort((a, b) => a.time - b.time)) {
    const { series, score } = cells;
    if (
      typeof series !== 'string' ||
      typeof score !== 'number' ||
      !(Math.abs(score) <= 1) ||
      !known(series)
    ) {
      refused++;
    } else found.set(series, score);
  }
  const scores = [...found].map(([series, score]) => ({ series, score })).filter(({ score }) => score !== 0);
  return { scores: scores.sort((a, b) => b.score - a.score || (a.series < b.series ? -1 : 1)), refused };
}
