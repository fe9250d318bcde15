import type { EpochDay } from '../../../../data/time.ts';

export const LAMPS = ['premium', 'flows', 'reserves'] as const;
export type LampId = (typeof LAMPS)[number];

/** Days over which each lamp looks back. */
export const LOOK_BACK = 7;

/** What one lamp reads on every day: red below 0; NaN where it is not measured. */
export type Readings = Readonly<Record<LampId, Float64Array>>;

interface Sources {
  /** Days without a gap. */
  readonly dates: Int32Array;
  /** By day; NaN where missing. */
  readonly premium: Float64Array;
  readonly reserves: Float64Array;
  readonly flowDates: Int32Array;
  readonly flows: Float64Array;
}

/**
 * premium: mean over the 7 days to t · flows: sum over the funds’ sessions dated t − 7 … t − 1, since that of t is reported after its end ·
 * reserves: R_t − R_{t−7}.
 * NaN policy: premium and reserves need every value they use; flows needs three sessions, a week with two holidays.
 */
export function lampReadings({ dates, premium, reserves, flowDates, flows }: Sources): Readings {
  const rows = [...dates.keys()];
  return {
    premium: Float64Array.from(rows, (t) => meanBack(premium, t)),
    flows: sessionSums(dates, flowDates, flows),
    reserves: Float64Array.from(rows, (t) =>
      t >= LOOK_BACK ? reserves[t]! - reserves[t - LOOK_BACK]! : Number.NaN,
    ),
  };
}

const FEWEST_SESSIONS = 3;

function meanBack(values: Float64Array, t: number): number {
  if (t < LOOK_BACK - 1) return Number.NaN;
  let sum = 0;
  for (let s = t - LOOK_BACK + 1; s <= t; s++) sum += values[s]!;
  return sum / LOOK_BACK;
}

function sessionSums(dates: Int32Array, flowDates: Int32Array, flows: Float64Array): Float64Array {
  const flowOn = new Map<EpochDay, number>();
  for (const [row, date] of flowDates.entries()) flowOn.set(date, flows[row]!);
  return Float64Array.from(dates, (date) => {
    let [sum, sessions] = [0, 0];
    for (let day = date - LOOK_BACK; day < date; day++) {
      const flow = flowOn.get(day);
      if (flow === undefined) continue;
      sum += flow;
      sessions++;
    }
    return sessions < FEWEST_SESSIONS ? Number.NaN : sum;
  });
}

/** How many of the lamps are red on every row; NaN where one of them is not measured. */
export function redCount(readings: Readings, lamps: readonly LampId[]): Float64Array {
  const first = readings.premium;
  return first.map((_, t) => {
    let count = 0;
    for (const lamp of lamps) {
      const value = readings[lamp][t]!;
      if (Number.isNaN(value)) return Number.NaN;
      if (value < 0) count++;
    }
    return count;
  });
}
