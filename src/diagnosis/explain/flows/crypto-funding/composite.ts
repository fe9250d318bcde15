import type { EpochDay } from '../../../../data/time.ts';
import { toGrid } from '../../../../math/grid.ts';
import { mean, standardDeviation } from '../../../../math/moments.ts';
import { rowAtOrBefore } from '../../../history.ts';

export const GAUGES = ['funding', 'basis', 'stablecoins', 'etf-flow', 'borrowing'] as const;
export type GaugeId = (typeof GAUGES)[number];

/** Weight of every gauge: none has a better claim. */
export const WEIGHT = 1 / GAUGES.length;
/** Least share of the weights that must be measured. */
export const LEAST_WEIGHT = 0.6;
/** Days for which a value still counts as of now: a long weekend. */
export const FRESH = 5;
const YEAR = 365;
/** Values of the year before without which a value is not standardised. */
const FEWEST = 200;

/** One gauge on its own dates; `delay` days after its date a value is known. */
export interface Gauge {
  readonly dates: Int32Array;
  readonly values: Float64Array;
  readonly delay: number;
}

export interface Standardised {
  readonly row: number;
  readonly value: number;
  readonly z: number;
}

/**
 * z of the latest value known on a day, against the values dated within the 365 days before its own date: (x − m)/s, s with ddof 1.
 * Undefined when that value is older than 5 days past its delay, when the year has fewer than 200 values, or when they do not vary.
 * NaN policy: `values` has none.
 */
export function standardised({ dates, values, delay }: Gauge, day: EpochDay): Standardised | undefined {
  const row = rowAtOrBefore(dates, day - delay);
  if (row < 0 || day - delay - dates[row]! > FRESH) return undefined;
  const from = rowAtOrBefore(dates, dates[row]! - YEAR - 1) + 1;
  if (row - from < FEWEST) return undefined;
  const s = standardDeviation(values, from, row);
  return s > 0 ? { row, value: values[row]!, z: (values[row]! - mean(values, from, row)) / s } : undefined;
}

export interface Composite {
  /** Sum of the contributions; NaN below the least weight. */
  readonly value: number;
  /** Share of the weights that is measured. */
  readonly weight: number;
  /** w z / Σ w of the measured gauges, on a grid that makes their sum exact. */
  readonly contributions: ReadonlyMap<GaugeId, number>;
}

/** Weighted mean of the z-scores that are measured; contributions sum to it to the last bit. */
export function composite(scores: ReadonlyMap<GaugeId, number>): Composite {
  const weight = scores.size * WEIGHT;
  const contributions = new Map([...scores].map(([id, z]) => [id, toGrid(z / scores.size)]));
  const sum = [...contributions.values()].reduce((total, one) => total + one, 0);
  // A weight of three fifths is not lost to rounding.
  return { value: weight >= LEAST_WEIGHT - 1e-9 ? sum : Number.NaN, weight, contributions };
}

/** The composite on every day from … to, NaN where too little is measured. */
export function compositePath(
  gauges: ReadonlyMap<GaugeId, Gauge>,
  from: EpochDay,
  to: EpochDay,
): Float64Array {
  return Float64Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => {
    const scores = [...gauges].flatMap(([id, gauge]) => {
      const found = standardised(gauge, from + k);
      return found ? [[id, found.z] as const] : [];
    });
    return composite(new Map(scores)).value;
  });
}
