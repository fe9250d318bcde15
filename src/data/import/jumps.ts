import type { Transform } from '../series/entry.ts';
import { Trailing } from './trailing.ts';

/** A change this many trailing standard deviations from its trailing mean is a jump. */
export const JUMP_SIGMAS = 20;
/** Previous changes that the deviation is taken over: at most, and at least. */
export const JUMP_WINDOW = 250;
export const JUMP_WARM_UP = 20;
/** A jump is undone when the next value lies within this share of it from where it began. */
export const UNDONE_WITHIN = 0.1;

/** What is already settled of a row: `fresh` rows are judged, the others were judged when they came. */
export const ROW = { fresh: 0, kept: 1, suspect: 2, withdrawn: 3 } as const;

export interface JumpVerdicts {
  /** 1 where a fresh row is a jump. */
  readonly suspect: Uint8Array;
  /** Index of the fresh row that undid the jump and so withdrew it; −1 elsewhere. */
  readonly withdrawnBy: Int32Array;
}

/**
 * Judges the jumps of one series from one source: first prints in time order.
 *
 * x_t = p_t/p_{t−1} − 1 (price), the difference (yield, spread, level) or the value (flow); a jump when |x_t − mean| > 20 sd over the previous
 * 20 to 250 changes. A jump is kept; it is withdrawn only when the very next row lies within a tenth of the jump from where it began and
 * `confirmed(t, next, x_before)` is false. Flows are never withdrawn: a flow has no level to return to. A scale of zero gives no verdict. Uses rows at or
 * before the one judged, and for a withdrawal the one after it, so that later rows change nothing.
 *
 * @param values finite first prints
 * @param settled ROW codes, one a value
 * @param confirmed whether a second source known by then has the jump too
 */
export function judgeJumps(
  values: Float64Array,
  settled: Uint8Array,
  transform: Transform,
  confirmed: (jump: number, next: number, base: number) => boolean,
): JumpVerdicts {
  const n = values.length;
  const suspect = new Uint8Array(n);
  const withdrawnBy = new Int32Array(n).fill(-1);
  const trailing = new Trailing(n, { window: JUMP_WINDOW, warmUp: JUMP_WARM_UP, sigmas: JUMP_SIGMAS });
  let last = Number.NaN;
  let pending = -1;
  let base = Number.NaN;
  for (let i = 0; i < n; i++) {
    if (settled[i] === ROW.withdrawn) continue;
    const value = values[i] as number;
    if (pending >= 0 && settled[i] === ROW.fresh && isUndone(base, values[pending] as number, value)) {
      if (!confirmed(pending, i, base)) {
        withdrawnBy[pending] = i;
        trailing.drop();
        last = base;
      }
    }
    pending = -1;
    const change = changeOf(last, value, transform);
    const jump = settled[i] === ROW.fresh ? trailing.isJump(change) : settled[i] === ROW.suspect;
    if (jump) {
      if (settled[i] === ROW.fresh) suspect[i] = 1;
      if (transform !== 'flow') [pending, base] = [i, last];
    }
    if (!Number.isNaN(change)) trailing.push(change);
    last = value;
  }
  return { suspect, withdrawnBy };
}

function changeOf(before: number, after: number, transform: Transform): number {
  if (transform === 'flow') return after;
  if (transform !== 'price') return after - before;
  return before === 0 ? Number.NaN : after / before - 1;
}

function isUndone(base: number, jumped: number, next: number): boolean {
  return Math.abs(next - base) <= UNDONE_WITHIN * Math.abs(jumped - base);
}
