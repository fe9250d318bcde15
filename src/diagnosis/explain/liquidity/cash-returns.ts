import { type Reading, readAs } from '../../scan/basket.ts';

/** How many classes beat cash. */
export interface ClassShare {
  /** Classes whose mean return beat cash, of those measured. */
  readonly beat: number;
  readonly measured: number;
}

/** Instruments side by side on the same dates; `values` NaN where there is none. */
export interface Holding {
  readonly member: { readonly assetClass: string; readonly reading: Reading };
  readonly values: Float64Array;
}

/**
 * Return of a holding over the `sessions` rows to `row`: p_t / p_{t−n} − 1, or what a change of its spread means for its holder. A hole at
 * an end takes the last value of the four rows before it. NaN without one.
 */
export function returnOver({ member, values }: Holding, row: number, sessions: number): number {
  const now = lastNear(values, row);
  const before = lastNear(values, row - sessions);
  const change = member.reading === 'spread' ? now - before : now / before - 1;
  return readAs(member.reading, change);
}

const NEAR = 4;

function lastNear(values: Float64Array, row: number): number {
  for (let t = row; t >= Math.max(0, row - NEAR); t--) if (!Number.isNaN(values[t]!)) return values[t]!;
  return Number.NaN;
}

/**
 * Return of three-month bills held from one day to another at the yields of the days between: Σ y_d · Δdays / 365.
 * `dates` ascending epoch days, `yields` fractions a year at those days, NaN where there is none (the last one stands).
 */
export function cashIndex(dates: Int32Array, yields: Float64Array): Float64Array {
  const out = new Float64Array(dates.length).fill(Number.NaN);
  let rate = Number.NaN;
  let sum = 0;
  for (let t = 0; t < dates.length; t++) {
    if (!Number.isNaN(rate)) sum += (rate * (dates[t]! - dates[t - 1]!)) / 365;
    if (!Number.isNaN(yields[t]!)) rate = yields[t]!;
    if (!Number.isNaN(rate)) out[t] = sum;
  }
  return out;
}

/** Mean return over `sessions` of each class, in the order of `classes`; NaN without a measured holding. */
export function classReturns(
  holdings: readonly Holding[],
  classes: readonly string[],
  row: number,
  sessions: number,
): number[] {
  return classes.map((assetClass) => {
    const returns = holdings
      .filter(({ member }) => member.assetClass === assetClass)
      .map((holding) => returnOver(holding, row, sessions))
      .filter((value) => !Number.isNaN(value));
    return returns.length === 0
      ? Number.NaN
      : returns.reduce((sum, value) => sum + value, 0) / returns.length;
  });
}

/** Of the classes that are measured, those that beat cash. */
export function shareBeating(returns: readonly number[], cash: number): ClassShare {
  const measured = returns.filter((value) => !Number.isNaN(value));
  return { beat: measured.filter((value) => value > cash).length, measured: measured.length };
}
