import type { ObservationColumns } from '../../src/data/observation.ts';
import type { LoadReceipt, Store } from '../../src/data/store/store.ts';
import { type Instant, MS_PER_DAY, parseInstant } from '../../src/data/time.ts';

/** Rows with other values and others without one, known from after the instant: revisions, withdrawals. */
export function alteredLater(column: ObservationColumns, instant: Instant): ObservationColumns {
  return {
    ...column,
    values: column.values.map((value, k) => (k % 3 === 0 ? Number.NaN : value * (1.5 + (k % 7)) + 1)),
    knownAt: column.knownAt.map((known) => Math.max(known, instant) + 1),
  };
}

/** Rows of another source on days and hours that had none, known from after the instant. */
export function addedLater(column: ObservationColumns, instant: Instant): ObservationColumns {
  return {
    ...column,
    source: `${column.source}-added`,
    times: column.times.map((time) => time - 1),
    knownAt: column.knownAt.map(() => instant + MS_PER_DAY),
  };
}

export function reversed(column: ObservationColumns): ObservationColumns {
  return {
    ...column,
    dates: column.dates.slice().reverse(),
    times: column.times.slice().reverse(),
    values: column.values.slice().reverse(),
    knownAt: column.knownAt.slice().reverse(),
    flags: column.flags.slice().reverse(),
    rules: column.rules.slice().reverse(),
  };
}

/** The rows that were known at an instant. */
export function knownUntil(column: ObservationColumns, instant: Instant): ObservationColumns {
  const keep = (_: number, k: number) => column.knownAt[k]! <= instant;
  return {
    ...column,
    dates: column.dates.filter(keep),
    times: column.times.filter(keep),
    values: column.values.filter(keep),
    knownAt: column.knownAt.filter(keep),
    flags: column.flags.filter(keep),
    rules: column.rules.filter(keep),
  };
}

/** The last rows, which are those that an answer reads most. */
function lastRows(column: ObservationColumns, n: number): ObservationColumns {
  return {
    ...column,
    dates: column.dates.slice(-n),
    times: column.times.slice(-n),
    values: column.values.slice(-n),
    knownAt: column.knownAt.slice(-n),
    flags: column.flags.slice(-n),
    rules: column.rules.slice(-n),
  };
}

/** Loads rows known after the instant over some series and all tables: other values, withdrawals, other sources, other rows. */
export async function loadLater(
  store: Store,
  ids: readonly string[],
  instant: Instant,
): Promise<LoadReceipt> {
  const load = await store.beginLoad('later rows');
  const existing = await store.existing(ids);
  for (const column of [...existing.values()].flat()) {
    const last = lastRows(column, 600);
    await load.add(alteredLater(last, instant));
    await load.add(addedLater(last, instant));
  }
  const view = await store.asOf(parseInstant('2100-01-01T00:00Z'));
  for (const { id } of (await store.health()).tables) {
    const rows = (await view.table(id)).map((row) => ({ ...row, knownAt: instant + 1 }));
    await load.addTable({ table: id, source: 'test:later', rows });
  }
  return load.commit();
}
