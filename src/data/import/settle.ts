import { OBSERVATION_FLAGS, type ObservationColumns } from '../observation.ts';
import type { SeriesEntry } from '../series/entry.ts';
import type { EpochDay, Instant } from '../time.ts';
import type { Arrivals } from './arrivals.ts';
import { type JumpVerdicts, judgeJumps, ROW } from './jumps.ts';
import { firstRows, halfStepOf, type KnownRow, knownRows, ruleIndex, type Sighting } from './known-at.ts';

/** A value that a later row took back: the instant it is about, its date, and when that became known. */
export interface Withdrawal {
  readonly time: Instant;
  readonly date: EpochDay;
  readonly knownAt: Instant;
}

export interface SettleContext {
  readonly entry: SeriesEntry;
  readonly source: string;
  readonly now: Instant;
  /** When the file's values had been seen; undefined when nothing says. */
  readonly seen: Instant | undefined;
  /** Dated vintages of the same series and source. */
  readonly vintages: readonly VintageRow[];
  /** Live rows of the same series and source. */
  readonly stored: ObservationColumns | undefined;
  /** Whether jumps are judged: main values are, bar columns are not. */
  readonly judged: boolean;
  /** Whether a second source known at `knownAt` has the jump from `base` to `value` at `time`. */
  readonly confirmed: (time: Instant, base: number, value: number, knownAt: Instant) => boolean;
}

/** A value of a dated vintage, in the base unit. */
export interface VintageRow {
  readonly date: EpochDay;
  readonly time: Instant;
  readonly release: Instant;
  readonly value: number;
  readonly seen: Instant;
  readonly halfStep: number;
}

export interface Settled {
  readonly columns: ObservationColumns;
  readonly withdrawals: readonly Withdrawal[];
}

/** Everything known of one time: what is stored, what is to be added, and the first print, by which jumps are judged. */
interface Moment {
  readonly date: EpochDay;
  readonly time: Instant;
  readonly first: number;
  readonly firstKnownAt: Instant;
  readonly settled: number;
  readonly added: readonly KnownRow[];
}

interface StoredRow {
  readonly date: EpochDay;
  readonly value: number;
  readonly knownAt: Instant;
  readonly flags: number;
}

/**
 * Rows to store for one series from one source: what arrives, its vintages and what is stored already, made into first values, revisions and
 * withdrawals. Rows already stored are never changed and never judged again.
 */
export function settle(arrivals: Arrivals, context: SettleContext): Settled {
  const isNew = !context.stored || context.stored.times.length === 0;
  if (context.vintages.length > 0) return settleMoments(arrivals, context);
  if (isNew) return settleFresh(arrivals, context);
  return addsNothing(arrivals, context.stored)
    ? nothing(arrivals, context)
    : settleMoments(arrivals, context);
}

/** The first import of a file, on columns alone. */
function settleFresh(arrivals: Arrivals, context: SettleContext): Settled {
  const { seen, now, entry } = context;
  const { series, dates, times, values } = arrivals;
  const { knownAt, rules, flags } = firstRows(arrivals.release, seen, { revised: entry.revised, now });
  for (let i = 0; i < flags.length; i++) flags[i] = (flags[i] as number) | (arrivals.flags[i] as number);
  const columns = { series, source: context.source, dates, times, values, knownAt, flags, rules };
  if (!context.judged) return { columns, withdrawals: [] };
  const verdicts = judgeJumps(
    values,
    new Uint8Array(values.length),
    entry.transform,
    (jump, next, base) =>
      !isQuote(entry) ||
      context.confirmed(times[jump] as number, base, values[jump] as number, knownAt[next] as number),
  );
  const withdrawals: Withdrawal[] = [];
  for (let i = 0; i < values.length; i++) {
    if (verdicts.suspect[i] === 1) flags[i] = (flags[i] as number) | OBSERVATION_FLAGS.suspect;
    const by = verdicts.withdrawnBy[i] as number;
    if (by < 0) continue;
    const moment = { time: times[i] as number, date: dates[i] as number, firstKnownAt: knownAt[i] as number };
    withdrawals.push(withdrawalOf(moment, knownAt[by] as number));
  }
  return { columns: append(columns, withdrawals.map(withdrawnRow)), withdrawals };
}

/**
 * Whether a jump that the next row undoes may be a bad print: of quotes, which no one corrects once the next one is out. A statistic that an
 * office publishes later is corrected by a revision, and an amount (a facility drawn for a night) has no level to return to.
 */
function isQuote(entry: SeriesEntry): boolean {
  return entry.release.kind === 'at-close' && entry.transform !== 'flow' && entry.transform !== 'level';
}

/** True when every value that arrives is the value stored last for its time. */
function addsNothing(arrivals: Arrivals, stored: ObservationColumns | undefined): boolean {
  const latest = new Map<number, number>();
  const knownAt = new Map<number, number>();
  stored?.times.forEach((time, i) => {
    const value = stored.values[i] as number;
    const known = stored.knownAt[i] as number;
    if (Number.isNaN(value) || known < (knownAt.get(time) ?? Number.NEGATIVE_INFINITY)) return;
    latest.set(time, value);
    knownAt.set(time, known);
  });
  return arrivals.times.every((time, i) => {
    const value = latest.get(time);
    return value === arrivals.values[i];
  });
}

function nothing({ series }: Arrivals, { source }: SettleContext): Settled {
  return { columns: toColumns(series, source, []), withdrawals: [] };
}

function settleMoments(arrivals: Arrivals, context: SettleContext): Settled {
  const moments = momentsOf(arrivals, context);
  const verdicts = context.judged ? judge(moments, context) : undefined;
  const rows: Row[] = [];
  const withdrawals: Withdrawal[] = [];
  moments.forEach((moment, i) => {
    moment.added.forEach((row, k) => {
      const suspect = k === 0 && verdicts?.suspect[i] === 1 ? OBSERVATION_FLAGS.suspect : 0;
      rows.push({ ...row, date: moment.date, time: moment.time, flags: row.flags | suspect });
    });
    const by = verdicts?.withdrawnBy[i] ?? -1;
    if (by < 0) return;
    const withdrawal = withdrawalOf(moment, (moments[by] as Moment).firstKnownAt);
    withdrawals.push(withdrawal);
    rows.push(withdrawnRow(withdrawal));
  });
  return { columns: toColumns(arrivals.series, context.source, rows), withdrawals };
}

/** Rows that take back the bar columns of bars whose close was taken back; those without a value there have nothing to take back. */
export function withdrawFields(
  columns: ObservationColumns,
  stored: ObservationColumns | undefined,
  withdrawals: readonly Withdrawal[],
): ObservationColumns {
  if (withdrawals.length === 0) return columns;
  const times = new Set([...columns.times, ...(stored?.times ?? [])]);
  const rows = withdrawals.filter(({ time }) => times.has(time)).map(withdrawnRow);
  return append(columns, rows);
}

function momentsOf(arrivals: Arrivals, context: SettleContext): Moment[] {
  const stored = storedByTime(context.stored);
  const vintages = vintagesByTime(context.vintages);
  const files = filesByTime(arrivals, context);
  const times = [...new Set([...files.keys(), ...vintages.keys(), ...stored.keys()])].sort((a, b) => a - b);
  return times.map((time) =>
    momentAt(time, files.get(time), vintages.get(time) ?? [], stored.get(time) ?? [], context),
  );
}

/** A value that the file itself has for a time. */
interface FileValue {
  readonly date: EpochDay;
  readonly release: Instant;
  readonly flags: number;
  readonly sighting: Sighting;
}

function filesByTime(arrivals: Arrivals, { seen }: SettleContext): Map<number, FileValue> {
  const halfStep = halfStepOf(arrivals.values);
  const byTime = new Map<number, FileValue>();
  arrivals.times.forEach((time, i) => {
    byTime.set(time, {
      date: arrivals.dates[i] as number,
      release: arrivals.release[i] as number,
      flags: arrivals.flags[i] as number,
      sighting: { value: arrivals.values[i] as number, seen, kind: 'file', halfStep },
    });
  });
  return byTime;
}

function momentAt(
  time: Instant,
  file: FileValue | undefined,
  vintages: readonly VintageRow[],
  stored: readonly StoredRow[],
  { entry, now }: SettleContext,
): Moment {
  const sightings: Sighting[] = vintages.map((row) => ({ ...row, kind: 'vintage' }));
  if (file) sightings.push(file.sighting);
  const release = (file ?? vintages[0])?.release ?? Number.NaN;
  const added = knownRows(sightings, stored, { release, revised: entry.revised, now });
  const [head] = added;
  if (head && file && stored.length === 0) added[0] = { ...head, flags: head.flags | file.flags };
  const first = stored.find((row) => !Number.isNaN(row.value)) ?? added[0];
  return {
    date: (file ?? vintages[0] ?? stored[0])?.date ?? Number.NaN,
    time,
    first: first?.value ?? Number.NaN,
    firstKnownAt: first?.knownAt ?? Number.NaN,
    settled: settledCode(stored),
    added,
  };
}

function settledCode(stored: readonly StoredRow[]): number {
  if (stored.length === 0) return ROW.fresh;
  if (stored.some((row) => Number.isNaN(row.value))) return ROW.withdrawn;
  return ((stored[0] as StoredRow).flags & OBSERVATION_FLAGS.suspect) === 0 ? ROW.kept : ROW.suspect;
}

function vintagesByTime(rows: readonly VintageRow[]): Map<number, VintageRow[]> {
  const byTime = new Map<number, VintageRow[]>();
  for (const row of rows) {
    const known = byTime.get(row.time);
    if (known) known.push(row);
    else byTime.set(row.time, [row]);
  }
  return byTime;
}

function storedByTime(stored: ObservationColumns | undefined): Map<number, StoredRow[]> {
  const byTime = new Map<number, StoredRow[]>();
  stored?.times.forEach((time, i) => {
    const row = {
      date: stored.dates[i] as number,
      value: stored.values[i] as number,
      knownAt: stored.knownAt[i] as number,
      flags: stored.flags[i] as number,
    };
    const rows = byTime.get(time);
    if (rows) rows.push(row);
    else byTime.set(time, [row]);
  });
  for (const rows of byTime.values()) rows.sort((a, b) => a.knownAt - b.knownAt);
  return byTime;
}

function judge(moments: readonly Moment[], context: SettleContext): JumpVerdicts {
  const values = Float64Array.from(moments, (moment) => moment.first);
  const settled = Uint8Array.from(moments, (moment) =>
    Number.isNaN(moment.first) ? ROW.withdrawn : moment.settled,
  );
  return judgeJumps(values, settled, context.entry.transform, (jump, next, base) => {
    const moment = moments[jump] as Moment;
    return (
      !isQuote(context.entry) ||
      context.confirmed(moment.time, base, moment.first, (moments[next] as Moment).firstKnownAt)
    );
  });
}

interface Row extends KnownRow {
  readonly date: EpochDay;
  readonly time: Instant;
}

/** Known with the row that undid it, and never before the value that it takes back. */
function withdrawalOf(moment: Pick<Moment, 'time' | 'date' | 'firstKnownAt'>, knownAt: Instant): Withdrawal {
  return { time: moment.time, date: moment.date, knownAt: Math.max(knownAt, moment.firstKnownAt + 1) };
}

function withdrawnRow(withdrawal: Withdrawal): Row {
  return { ...withdrawal, value: Number.NaN, rule: 'withdrawn', flags: 0 };
}

function toColumns(series: string, source: string, rows: readonly Row[]): ObservationColumns {
  return {
    series,
    source,
    dates: Int32Array.from(rows, (row) => row.date),
    times: Float64Array.from(rows, (row) => row.time),
    values: Float64Array.from(rows, (row) => row.value),
    knownAt: Float64Array.from(rows, (row) => row.knownAt),
    flags: Uint16Array.from(rows, (row) => row.flags),
    rules: Uint8Array.from(rows, (row) => ruleIndex(row.rule)),
  };
}

function append(columns: ObservationColumns, rows: readonly Row[]): ObservationColumns {
  if (rows.length === 0) return columns;
  const tail = toColumns(columns.series, columns.source, rows);
  const joined = <T extends Int32Array | Float64Array | Uint16Array | Uint8Array>(into: T, a: T, b: T): T => {
    into.set(a);
    into.set(b, a.length);
    return into;
  };
  const n = columns.times.length + rows.length;
  return {
    series: columns.series,
    source: columns.source,
    dates: joined(new Int32Array(n), columns.dates, tail.dates),
    times: joined(new Float64Array(n), columns.times, tail.times),
    values: joined(new Float64Array(n), columns.values, tail.values),
    knownAt: joined(new Float64Array(n), columns.knownAt, tail.knownAt),
    flags: joined(new Uint16Array(n), columns.flags, tail.flags),
    rules: joined(new Uint8Array(n), columns.rules, tail.rules),
  };
}
