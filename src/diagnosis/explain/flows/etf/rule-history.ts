import { wilsonInterval } from '../../../../measures/wilson-interval.ts';

/** Share of triggers after which the price rose, beside the same share of all sessions. */
export interface TrackRecord {
  readonly horizon: number;
  /** Triggers whose horizon is over. */
  readonly triggers: number;
  readonly rises: number;
  readonly meanReturn: number;
  readonly rate: number;
  readonly band: { readonly low: number; readonly high: number };
  /** Of all sessions with a full horizon. */
  readonly baseRate: number;
  readonly baseMean: number;
  readonly sessions: number;
}

/** Rows at which a rule begins to hold: it holds, and did not on the row before. A first row or one after NaN is no beginning. */
export function triggersOf(values: Float64Array, holds: (value: number) => boolean): readonly number[] {
  const rows: number[] = [];
  for (let t = 1; t < values.length; t++) {
    const [before, now] = [values[t - 1]!, values[t]!];
    if (Number.isFinite(before) && Number.isFinite(now) && !holds(before) && holds(now)) rows.push(t);
  }
  return rows;
}

/**
 * Return over `horizon` sessions after a row, from the close of the session that follows it: a flow is known only after the close of its
 * own. NaN when it is not over or a price is missing.
 */
export function returnAfter(price: Float64Array, t: number, horizon: number): number {
  const [start, end] = [price[t + 1], price[t + 1 + horizon]];
  return start !== undefined && end !== undefined && start > 0 ? end / start - 1 : Number.NaN;
}

/** How often the price rose after the triggers, and after any session from the first on which the rule could be asked. */
export function trackRecord(
  price: Float64Array,
  triggers: readonly number[],
  asked: readonly number[],
  horizon: number,
  level: number,
): TrackRecord {
  const after = (rows: readonly number[]) =>
    rows.map((t) => returnAfter(price, t, horizon)).filter(Number.isFinite);
  const [hit, all] = [after(triggers), after(asked)];
  const rises = hit.filter((r) => r > 0).length;
  return {
    horizon,
    triggers: hit.length,
    rises,
    meanReturn: meanOf(hit),
    rate: rises / hit.length,
    band: wilsonInterval(rises, hit.length, level),
    baseRate: all.filter((r) => r > 0).length / all.length,
    baseMean: meanOf(all),
    sessions: all.length,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
