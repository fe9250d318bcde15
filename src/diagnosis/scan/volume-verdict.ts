import type { Figure } from '../../data/figure.ts';
import type { VOLUME_VERDICTS } from './levels-answer.ts';

/** Volume over its 20-session mean below which a move is thin, and from which volume confirms it. */
const THIN = 0.8;
const CONFIRMED = 1.3;

/** S1.29: what the volume says of the move; undefined where there is none. */
export function volumeVerdict(ratio: Figure | undefined): (typeof VOLUME_VERDICTS)[number] | undefined {
  if (!ratio || ratio.value === null) return undefined;
  if (ratio.value >= CONFIRMED) return 'confirmed';
  return ratio.value < THIN ? 'thin' : 'ordinary';
}
