import type { Series } from '../../../../data/observation.ts';
import type { EpochDay } from '../../../../data/time.ts';
import { findRecord } from '../../../scan/record.ts';

/** What is read of a statistic: its level, or the change of its level from the period before. */
export type Shown = 'level' | 'change';

export interface Headlines {
  readonly dates: Int32Array;
  /** NaN where the period before has no value. */
  readonly values: Float64Array;
  /** From the period before. */
  readonly changes: Float64Array;
}

const LONGEST: Readonly<Record<'weekly' | 'monthly', number>> = { weekly: 7, monthly: 31 };

/** The figures as they are announced. A period that is missing leaves the next without a change. */
export function headlinesOf({ dates, values, entry }: Series, shown: Shown): Headlines {
  const step = LONGEST[entry.frequency as 'monthly'] ?? LONGEST.monthly;
  const follows = (t: number) => t > 0 && dates[t]! - dates[t - 1]! <= step;
  const differences = (of: Float64Array) =>
    of.map((value, t) => (follows(t) ? value - of[t - 1]! : Number.NaN));
  const headline = shown === 'level' ? Float64Array.from(values) : differences(values);
  return { dates, values: headline, changes: differences(headline) };
}

/** Latest change over the root mean square of the three years of changes before it; NaN with fewer than two years of them. */
export function changeScore({ changes }: Headlines, perYear: number): number {
  const before = changes.subarray(0, -1).subarray(-3 * perYear);
  const known = before.filter((value) => !Number.isNaN(value));
  if (known.length < 2 * perYear) return Number.NaN;
  const scale = Math.sqrt(known.reduce((sum, value) => sum + value * value, 0) / known.length);
  return scale > 0 ? changes.at(-1)! / scale : Number.NaN;
}

/** When the statistic was last as weak as now, looking the weak way; null when never. Undefined without a latest value. */
export function weakestSince(
  { dates, values }: Headlines,
  weak: 'fall' | 'rise',
): EpochDay | null | undefined {
  return values.length === 0 ? undefined : findRecord(values, dates, values.length - 1, weak)?.since;
}
