import type { ObservationColumns, Quarantined } from '../observation.ts';
import { formatDay, type Instant } from '../time.ts';
import type { Arrivals, GroupArrivals } from './arrivals.ts';
import type { ReadFile } from './read-input.ts';
import { type SettleContext, settle, type Withdrawal, withdrawFields } from './settle.ts';

type Stored = ReadonlyMap<string, readonly ObservationColumns[]>;

/** Columns to store from files that share series; a jump that was undone is quarantined as well as withdrawn. */
export function* settleFiles(
  files: readonly ReadFile[],
  stored: Stored,
  now: Instant,
  quarantine: (row: Quarantined) => void,
): Generator<ObservationColumns> {
  const witnesses = new Witnesses(files, stored);
  for (const file of files) {
    for (const one of file.arrivals) yield* settleGroup(one, file, stored, now, witnesses, quarantine);
  }
}

function* settleGroup(
  one: GroupArrivals,
  file: ReadFile,
  stored: Stored,
  now: Instant,
  witnesses: Witnesses,
  quarantine: (row: Quarantined) => void,
): Generator<ObservationColumns> {
  const { entry, source } = one.group;
  const storedOf = (series: string) => stored.get(series)?.find((columns) => columns.source === source);
  const context = (arrivals: Arrivals, judged: boolean): SettleContext => ({
    entry,
    source,
    now,
    seen: file.seen,
    vintages: judged ? (file.vintages.get(arrivals.series) ?? []) : [],
    stored: storedOf(arrivals.series),
    judged,
    confirmed: (time, base, value, knownAt) =>
      witnesses.confirm(entry.id, source, time, base, value, knownAt),
  });
  const main = settle(one.main, context(one.main, true));
  yield main.columns;
  for (const withdrawal of main.withdrawals) quarantine(revertedJump(one, file, withdrawal));
  for (const field of one.fields) {
    const settled = settle(field, context(field, false));
    yield withdrawFields(settled.columns, storedOf(field.series), main.withdrawals);
  }
}

function revertedJump(one: GroupArrivals, file: ReadFile, { time, date }: Withdrawal): Quarantined {
  const at = one.main.times.indexOf(time);
  const value = at < 0 ? '' : String(one.main.values[at]);
  return {
    series: one.main.series,
    file: file.name,
    line: 0,
    date: formatDay(date),
    text: value,
    reason: 'reverted-jump',
  };
}

/** A second source has the jump when its value lies within this share of the jump from the jumped value. */
const AGREES_WITHIN = 0.2;

/** What other sources say of a value: those stored, and those in the same group of files. */
class Witnesses {
  readonly #files: readonly ReadFile[];
  readonly #stored: Stored;

  constructor(files: readonly ReadFile[], stored: Stored) {
    this.#files = files;
    this.#stored = stored;
  }

  confirm(
    series: string,
    source: string,
    time: Instant,
    base: number,
    value: number,
    knownAt: Instant,
  ): boolean {
    const near = (other: number | undefined) =>
      other !== undefined && Math.abs(other - value) <= AGREES_WITHIN * Math.abs(value - base);
    return (
      this.#arriving(series, source, time, knownAt).some(near) ||
      this.#known(series, source, time, knownAt).some(near)
    );
  }

  #arriving(series: string, source: string, time: Instant, knownAt: Instant): number[] {
    const others = this.#files
      .flatMap((file) => file.arrivals)
      .filter(({ group }) => group.entry.id === series && group.source !== source);
    return others.flatMap(({ main }) => {
      const at = main.times.indexOf(time);
      return at >= 0 && (main.release[at] as number) <= knownAt ? [main.values[at] as number] : [];
    });
  }

  #known(series: string, source: string, time: Instant, knownAt: Instant): number[] {
    const others = (this.#stored.get(series) ?? []).filter((columns) => columns.source !== source);
    return others.flatMap((columns) =>
      [...columns.times.keys()]
        .filter((i) => columns.times[i] === time && (columns.knownAt[i] as number) <= knownAt)
        .map((i) => columns.values[i] as number),
    );
  }
}
