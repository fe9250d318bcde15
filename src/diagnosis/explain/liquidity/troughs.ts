import { type TurningPoint, turningPoints, WEEKLY_CYCLE } from '../../../measures/bry-boschan.ts';

/** Weeks that a low must stand before anyone would call it a trough. */
export const STANDS = 4;
/** Weeks after which the rule itself can call it one. */
export const CONFIRMS = WEEKLY_CYCLE.window;

export interface Trough {
  readonly row: number;
  /** Weeks without a lower value, so far or until it was undercut. */
  readonly stood: number;
  /** Row of the first lower value after it. */
  readonly undercut: number | undefined;
  /** The rule of Bry and Boschan has it. */
  readonly confirmed: boolean;
}

/**
 * Every trough that one could believe in at the end of the values: those of Bry and Boschan, and after the last of their turning points the
 * lows below which nothing fell for at least four weeks. In order of time; NaN rows are passed over.
 */
export function troughsOf(values: Float64Array): readonly Trough[] {
  const points = turningPoints(values, WEEKLY_CYCLE);
  const confirmed = points
    .filter(({ kind }) => kind === 'trough')
    .map(({ row }) => ({ row, confirmed: true, ...fateOf(values, row) }));
  return [...confirmed, ...lowsAfter(values, points.at(-1)).filter(({ stood }) => stood >= STANDS)];
}

function fateOf(values: Float64Array, row: number): Pick<Trough, 'stood' | 'undercut'> {
  let t = row + 1;
  while (t < values.length && !(values[t]! < values[row]!)) t++;
  return t < values.length
    ? { stood: t - row, undercut: t }
    : { stood: values.length - 1 - row, undercut: undefined };
}

/** Running lows after the last turning point; after a trough, after the highest value that came since. */
function lowsAfter(values: Float64Array, last: TurningPoint | undefined): readonly Trough[] {
  const from = last?.kind === 'peak' ? last.row : highestFrom(values, (last?.row ?? -1) + 1);
  const lows: Trough[] = [];
  for (let t = from + 1; t < values.length; ) {
    if (Number.isNaN(values[t]!)) {
      t++;
      continue;
    }
    const fate = fateOf(values, t);
    lows.push({ row: t, confirmed: false, ...fate });
    t = fate.undercut ?? values.length;
  }
  return lows;
}

function highestFrom(values: Float64Array, from: number): number {
  let row = from;
  for (let t = from; t < values.length; t++)
    if (!(values[t]! <= values[row]!) && !Number.isNaN(values[t]!)) row = t;
  return row;
}
