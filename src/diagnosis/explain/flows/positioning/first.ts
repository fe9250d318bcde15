import { grangerTest } from '../../../../measures/granger.ts';
import { isRefused } from '../../../../measures/refused.ts';

export const GROUPS = ['funds', 'coinbase', 'bitfinex'] as const;
export type GroupId = (typeof GROUPS)[number];

export const FIRST_LAGS = 5;

/** Whether what one group did helps to foretell what another does. */
export interface Precedes {
  readonly first: GroupId;
  readonly second: GroupId;
  readonly F: number;
  readonly p: number;
  readonly rows: number;
}

/** Granger's test of every ordered pair of the groups, rows of one session each; pairs that are refused have p NaN. */
export function whoIsFirst(moves: Readonly<Record<GroupId, Float64Array>>): Precedes[] {
  return GROUPS.flatMap((first) =>
    GROUPS.filter((second) => second !== first).map((second) => {
      const test = grangerTest(moves[first], moves[second], FIRST_LAGS);
      if (isRefused(test)) return { first, second, F: Number.NaN, p: Number.NaN, rows: 0 };
      return { first, second, F: test.F, p: test.p, rows: test.rows };
    }),
  );
}

/** Holm's step-down: which of the tests hold together at a level; NaN never holds. */
export function holm(p: readonly number[], level: number): boolean[] {
  const known = [...p.keys()].filter((k) => Number.isFinite(p[k]!)).sort((a, b) => p[a]! - p[b]!);
  const holds = p.map(() => false);
  for (const [step, k] of known.entries()) {
    if (p[k]! > level / (known.length - step)) break;
    holds[k] = true;
  }
  return holds;
}
