import { civil, MONDAY, monthStart, onOrBefore } from '../../../../data/calendars/dates.ts';
import type { EpochDay } from '../../../../data/time.ts';

export interface Period {
  /** First day. */
  readonly start: EpochDay;
  readonly flow: number;
  readonly sessions: number;
}

/** First day of the month of a date. */
export function monthOf(day: EpochDay): EpochDay {
  const [year, month] = civil(day);
  return monthStart(year, month);
}

/** Monday of the week of a date. */
export function weekOf(day: EpochDay): EpochDay {
  return onOrBefore(day, MONDAY);
}

/** First day of the month after that of a date. */
export function nextMonth(day: EpochDay): EpochDay {
  const [year, month] = civil(day);
  return monthStart(year, month + 1);
}

/** Flows summed by period, ascending, NaN left out; the last may not be over. `startOf` gives the first day of the period of a date. */
export function periodsOf(
  dates: Int32Array,
  flows: Float64Array,
  startOf: (day: EpochDay) => EpochDay,
): readonly Period[] {
  const periods: Period[] = [];
  for (let row = 0; row < dates.length; row++) {
    if (Number.isNaN(flows[row]!)) continue;
    const start = startOf(dates[row]!);
    const last = periods.at(-1);
    if (last?.start === start) {
      periods[periods.length - 1] = { start, flow: last.flow + flows[row]!, sessions: last.sessions + 1 };
    } else periods.push({ start, flow: flows[row]!, sessions: 1 });
  }
  return periods;
}

export interface AgainstRecord {
  /** The earlier period that went furthest to the same side; undefined when none did. */
  readonly record: Period | undefined;
  /** 1: this one goes furthest. */
  readonly rank: number;
}

/** The last period against the earlier ones, on the side of its own sign. */
export function againstRecord(periods: readonly Period[]): AgainstRecord {
  const now = periods.at(-1);
  if (!now || now.flow === 0) return { record: undefined, rank: Number.NaN };
  const sign = Math.sign(now.flow);
  const earlier = periods.slice(0, -1).filter(({ flow }) => flow * sign > 0);
  const record = [...earlier].sort((a, b) => (b.flow - a.flow) * sign)[0];
  return { record, rank: 1 + earlier.filter(({ flow }) => flow * sign > now.flow * sign).length };
}

/** The period's flow if its other sessions go as those so far did: sum × (sessions so far + left) / sessions so far. */
export function projected({ flow, sessions }: Period, left: number): number {
  return (flow * (sessions + left)) / sessions;
}
