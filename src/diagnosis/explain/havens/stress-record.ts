import { blockLength } from '../../../math/block-length.ts';
import { percentileBand, stationaryBootstrapIndices } from '../../../math/bootstrap.ts';
import { mean } from '../../../math/moments.ts';
import { stream } from '../../../math/random.ts';
import { wilsonInterval } from '../../../measures/wilson-interval.ts';

const SEED = 20260212;
const DRAWS = 400;

/** Fewest stress days of a record. */
export const LEAST_DAYS = 20;

export interface StressRecord {
  readonly days: number;
  readonly mean: number;
  readonly meanBand: { readonly low: number; readonly high: number };
  /** Share of the days with a return above 0. */
  readonly hit: number;
  readonly hitBand: { readonly low: number; readonly high: number };
}

/**
 * Mean return over stress days with the percentile band of the stationary bootstrap (mean block by Politis & White), and share of days
 * above 0 with Wilson's interval. The draws are the same whatever else is asked. Undefined below 20 days. `returns` without holes.
 */
export function stressRecord(returns: Float64Array, level: number): StressRecord | undefined {
  const days = returns.length;
  if (days < LEAST_DAYS) return undefined;
  const block = blockLength(returns).stationary;
  const random = stream(SEED);
  const at = new Int32Array(days);
  const draws = Float64Array.from({ length: DRAWS }, () => {
    stationaryBootstrapIndices(days, Number.isNaN(block) ? 1 : block, random, at);
    return at.reduce((sum, row) => sum + returns[row]!, 0) / days;
  });
  const hits = returns.filter((r) => r > 0).length;
  return {
    days,
    mean: mean(returns),
    meanBand: percentileBand(draws, level),
    hit: hits / days,
    hitBand: wilsonInterval(hits, days, level),
  };
}
