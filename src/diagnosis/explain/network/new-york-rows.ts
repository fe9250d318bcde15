import type { EpochDay } from '../../../data/time.ts';
import type { View } from '../../../data/view.ts';
import { type Rows, rowsOf } from '../../scan/rows.ts';
import { atNewYorkCloses } from '../new-york-closes.ts';

/** Years that the history of a network reaches back. */
const REACH = 3800;

/** Series of the bars from which a coin's price at the New York close is taken. */
export function closeBarsOf(id: string): string {
  return `${id}-4h`;
}

export interface NewYorkRows extends Rows {
  /** Coins that stand with their UTC day, for want of bars at the New York close. */
  readonly utcDays: readonly string[];
}

/**
 * Returns of the ids on common New York sessions up to `session`: coins at the New York close where their bars of four hours reach it,
 * all others with their own close of the day.
 */
export async function newYorkRows(
  view: View,
  ids: readonly string[],
  session: EpochDay,
  least: number,
): Promise<NewYorkRows> {
  const known = ids.filter((id) => view.entry(id) !== undefined);
  const coins = known.filter((id) => view.entry(id)!.calendar === 'utc');
  const bars = coins.map(closeBarsOf).filter((id) => view.entry(id) !== undefined);
  const read = await view.seriesMany([...known, ...bars]);
  const used = new Map(known.map((id) => [id, read.get(id)!]));
  const utcDays: string[] = [];
  for (const id of coins) {
    const found = read.get(closeBarsOf(id));
    const cut = found && atNewYorkCloses(found, view.entry(id)!, session);
    if (cut?.dates.at(-1) === session) used.set(id, cut);
    else utcDays.push(id);
  }
  const rows = rowsOf(used, ids, { from: session - REACH, to: session, least });
  return { ...rows, utcDays: utcDays.filter((id) => rows.ids.includes(id)) };
}
