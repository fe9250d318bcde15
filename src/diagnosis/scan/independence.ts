import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { jointMove } from './joint-score.ts';

/** Sessions a year, for rates. */
export const SESSIONS_PER_YEAR = 252;

export interface IndependentRate {
  readonly perYear: number;
  /** 95 % band of the simulation, not of history. */
  readonly low: number;
  readonly high: number;
}

/**
 * Days a year with a joint move of at least `threshold` if the classes had nothing to do with one another: each class is turned round its
 * own history by a random number of sessions (circular shift), which keeps its distribution and its runs and breaks what binds it to the
 * others. rate = 252 · mean over draws of #{t: m_t ≥ threshold} / n.
 * Symbols: falls by class in σ, equal lengths, rows from `first`; threshold in σ. When no draw has such a day the rate is 0 and the band
 * ends at the rule of three, 3 / (years simulated).
 * NaN policy: rows on which a class is not measured stay so; a row counts when the joint move has a value.
 * @throws RangeError when draws is not a whole number of at least 2
 */
export function independentRate(
  falls: readonly Float64Array[],
  first: number,
  threshold: number,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): IndependentRate {
  if (!Number.isInteger(draws) || draws < 2) {
    throw new RangeError(`draws must be a whole number of at least 2, came ${draws}`);
  }
  const random = xoroshiro128plus(seed);
  const measured = falls.map((fall) => measuredRows(fall, first));
  const turned = falls.map((fall) => fall.slice());
  const rates: number[] = [];
  let days = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (let c = 0; c < falls.length; c++) {
      const rows = measured[c] as Int32Array;
      if (rows.length === 0) continue;
      turn(falls[c] as Float64Array, rows, uniformInt(random, 0, rows.length - 1), turned[c] as Float64Array);
    }
    const { joint, n } = count(turned, first, threshold);
    rates.push(n === 0 ? 0 : (SESSIONS_PER_YEAR * joint) / n);
    days += n;
  }
  return rateOf(rates, days);
}

function measuredRows(fall: Float64Array, first: number): Int32Array {
  const rows: number[] = [];
  for (let t = first; t < fall.length; t++) if (!Number.isNaN(fall[t] as number)) rows.push(t);
  return Int32Array.from(rows);
}

function turn(from: Float64Array, rows: Int32Array, by: number, to: Float64Array): void {
  for (let i = 0, j = by; i < rows.length; i++, j++) {
    if (j === rows.length) j = 0;
    to[rows[i] as number] = from[rows[j] as number] as number;
  }
}

function count(
  falls: readonly Float64Array[],
  first: number,
  threshold: number,
): { joint: number; n: number } {
  const moves = new Float64Array(falls.length);
  let joint = 0;
  let n = 0;
  for (let t = first; t < (falls[0]?.length ?? 0); t++) {
    for (let c = 0; c < falls.length; c++) moves[c] = (falls[c] as Float64Array)[t] as number;
    const move = jointMove(moves);
    if (Number.isNaN(move)) continue;
    n++;
    if (move >= threshold) joint++;
  }
  return { joint, n };
}

function rateOf(rates: readonly number[], days: number): IndependentRate {
  const n = rates.length;
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / n;
  if (mean === 0) return { perYear: 0, low: 0, high: (3 * SESSIONS_PER_YEAR) / days };
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (n - 1);
  const half = 1.96 * Math.sqrt(variance / n);
  return { perYear: mean, low: Math.max(0, mean - half), high: mean + half };
}
