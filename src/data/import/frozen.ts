import { type EpochDay, parseDay } from '../time.ts';

/** What a manifest's known problems say of a feed that stood still: numbers that a frozen row repeats, and days with a stale value. */
export interface Frozen {
  readonly numbers: readonly number[];
  readonly days: ReadonlySet<EpochDay>;
}

/**
 * Reads "the value 17.654 BTC / 2142547.0931 USDT is repeated ... frozen" and "a stale value on 17 days ...: 2013-01-22, 2013-02-27".
 * A row is frozen when it holds every one of the numbers, or when it is dated on one of the days.
 */
export function frozenOf(knownProblems: string): Frozen {
  const repeated = /the value ([^;]*?) is repeated\b.*\bfrozen\b/i.exec(knownProblems)?.[1] ?? '';
  const stale = /stale value on \d+ days[^:;]*:((?:\s*\d{4}-\d{2}-\d{2},?)+)/i.exec(knownProblems)?.[1] ?? '';
  return {
    numbers: (repeated.match(/-?\d+(\.\d+)?/g) ?? []).map(Number),
    days: new Set((stale.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(parseDay)),
  };
}

/** True when the row holds each of the frozen numbers. NaN cells hold none. */
export function holdsFrozen(frozen: Frozen, cells: readonly number[]): boolean {
  return frozen.numbers.length > 0 && frozen.numbers.every((number) => cells.includes(number));
}
