import { ASSET_CLASSES, type AssetClass } from '../../../data/series/entry.ts';
import type { ScanInstrument } from '../../../diagnosis/scan/answer.ts';
import { type Desk, hasValue, isPrice } from '../../desk.ts';

/** A fall is rare when at most this share of the days of its history fell as much. */
const RARE_SHARE = 0.01;

/** Members from which a class can be rare as a class. */
const FEWEST_MEMBERS = 2;
const MOST_SINGLES = 2;

export interface RareFalls {
  /** Classes of which at least half the members fell rarely. */
  readonly classes: readonly AssetClass[];
  /** The rarest falls of the other classes, the rarest first. */
  readonly singles: readonly ScanInstrument[];
  /** Whether the fall of any equity index was rare; undefined where no index is measured. */
  readonly indices: boolean | undefined;
}

/** Whether an instrument fell, and at most one day in a hundred of its history fell as much. */
export function fellRarely({ change, percentile }: ScanInstrument): boolean {
  return (
    hasValue(change.day) && change.day.value < 0 && hasValue(percentile) && percentile.value <= RARE_SHARE
  );
}

/** Which falls of the day are rare: whole classes first, then single instruments, and whether the equity indices are among them. */
export function rareFalls(desk: Desk): RareFalls {
  const measured = desk.answer.instruments.filter((one) => isPrice(one) && hasValue(one.percentile));
  const classes = ASSET_CLASSES.filter((assetClass) => {
    const members = measured.filter((one) => one.assetClass === assetClass);
    return members.length >= FEWEST_MEMBERS && 2 * members.filter(fellRarely).length >= members.length;
  });
  const singles = measured
    .filter((one) => fellRarely(one) && !classes.includes(one.assetClass))
    .sort((a, b) => (a.percentile.value ?? 1) - (b.percentile.value ?? 1))
    .slice(0, MOST_SINGLES);
  const indices = measured.filter(({ indexClose }) => indexClose !== undefined);
  return { classes, singles, indices: indices.length === 0 ? undefined : indices.some(fellRarely) };
}
