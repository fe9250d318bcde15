import type { Figure } from '../../data/figure.ts';
import type { SeriesEntry } from '../../data/series/entry.ts';
import type { VOLUME_VERDICTS } from './levels-answer.ts';

/** Volume over its 20-session mean below which a move is thin, and from which volume confirms it. */
const THIN = 0.8;
const CONFIRMED = 1.3;

/**
 * S1.29: what the volume says of the move; undefined where there is none, and for a front future: its volume is of one contract month, and
 * falls and jumps with the roll.
 */
export function volumeVerdict(
  ratio: Figure | undefined,
  { volumeUnit }: Pick<SeriesEntry, 'volumeUnit'>,
): (typeof VOLUME_VERDICTS)[number] | undefined {
  if (!ratio || ratio.value === null || volumeUnit === 'contracts') return undefined;
  if (ratio.value >= CONFIRMED) return 'confirmed';
  return ratio.value < THIN ? 'thin' : 'ordinary';
}
