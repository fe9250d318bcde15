import type { Series } from '../../../../data/observation.ts';
import type { Instant } from '../../../../data/time.ts';
import { valuesAt } from '../../../../math/values-at.ts';

type Bars = Pick<Series, 'times' | 'values'>;

/** Two series on the closes that both have, later than `from`. */
interface Joined {
  readonly times: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** The rows of a series that come from a provider. */
export function ofProvider({ times, values, source, sources }: Series, provider: string): Bars {
  const rows = [...times.keys()].filter((row) => sources[source[row]!]!.startsWith(`${provider}:`));
  return {
    times: valuesAt(times, rows),
    values: valuesAt(values, rows),
  };
}

export function joinByTime(a: Bars, b: Bars, from: Instant): Joined {
  const rows: [number, number][] = [];
  for (let i = 0, j = 0; i < a.times.length && j < b.times.length; ) {
    const [p, q] = [a.times[i]!, b.times[j]!];
    if (p === q && p > from) rows.push([i, j]);
    if (p <= q) i++;
    if (q <= p) j++;
  }
  return {
    times: Float64Array.from(rows, ([i]) => a.times[i]!),
    first: Float64Array.from(rows, ([i]) => a.values[i]!),
    second: Float64Array.from(rows, ([, j]) => b.values[j]!),
  };
}

/** Log returns between closes that are one bar apart; NaN over a gap and in the first row. */
export function barReturns(times: Float64Array, prices: Float64Array, bar: number): Float64Array {
  return prices.map((price, t) =>
    t > 0 && times[t]! - times[t - 1]! === bar ? Math.log(price / prices[t - 1]!) : Number.NaN,
  );
}

/** Values one row back; NaN in the first and where more than one bar lies between. */
export function barBefore(times: Float64Array, values: Float64Array, bar: number): Float64Array {
  return values.map((_, t) => (t > 0 && times[t]! - times[t - 1]! === bar ? values[t - 1]! : Number.NaN));
}
