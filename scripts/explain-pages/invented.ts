import { calendar } from '../../src/data/calendar.ts';
import { OBSERVATION_FLAGS, type ObservationColumns } from '../../src/data/observation.ts';
import type { SeriesEntry } from '../../src/data/series/entry.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { releaseOf, timeOf } from '../../src/data/series/release.ts';
import { SPECIMEN_FROM, SPECIMEN_TO, specimenColumns } from '../../src/data/specimen/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { type EpochDay, MS_PER_DAY, weekdayOf } from '../../src/data/time.ts';
import type { View } from '../../src/data/view.ts';
import { stream } from '../../src/math/random.ts';

/** Levels about which a walk is drawn, in the unit of the series. */
const LEVELS: Readonly<Record<string, number>> = {
  'fed-assets': 6.6e12,
  tga: 0.8e12,
  'tga-daily': 0.8e12,
  'fed-rrp': 0.2e12,
  'bank-reserves': 3e12,
  'bank-assets': 24e12,
};
const UNIT_LEVELS: Readonly<Record<string, number>> = { usd: 5e11, 'fraction-per-year': 0.04, fraction: 0.1 };

const WEDNESDAY = 3;

/** The specimen with a seeded walk for each other series of a list that is kept by the day, week, month or quarter. */
export function inventedView(ids: readonly string[]): View {
  const specimen = specimenColumns();
  const there = new Set(specimen.map(({ series }) => series));
  const missing = ids.filter((id) => !there.has(id));
  const walks = missing.flatMap((id, seed) => walkOf(entryOf(id) as SeriesEntry, seed));
  return memoryView([...specimen, ...walks], (SPECIMEN_TO + 1) * MS_PER_DAY, { entry: entryOf });
}

function daysOf({ frequency, calendar: id }: SeriesEntry): readonly EpochDay[] {
  const days = Array.from({ length: SPECIMEN_TO - SPECIMEN_FROM }, (_, k) => SPECIMEN_FROM + k);
  const dayOfMonth = (day: EpochDay) => new Date(day * MS_PER_DAY).getUTCDate();
  const month = (day: EpochDay) => new Date(day * MS_PER_DAY).getUTCMonth();
  switch (frequency) {
    case 'daily':
      return Array.from(calendar(id).sessions(SPECIMEN_FROM, SPECIMEN_TO));
    case 'weekly':
      return days.filter((day) => weekdayOf(day) === WEDNESDAY);
    case 'monthly':
      return days.filter((day) => dayOfMonth(day) === 1);
    case 'quarterly':
      return days.filter((day) => dayOfMonth(day) === 1 && month(day) % 3 === 0);
    default:
      return [];
  }
}

/** A level that wanders by a twentieth about its base; a flow comes and goes about nothing. */
function walkOf(entry: SeriesEntry, seed: number): readonly ObservationColumns[] {
  const days = daysOf(entry);
  if (days.length === 0) return [];
  const base = LEVELS[entry.id] ?? UNIT_LEVELS[entry.unit] ?? 100;
  const random = stream(1, seed);
  let state = 0;
  const values = Float64Array.from(days, () => {
    const draw = random.normal();
    state = 0.98 * state + 0.01 * draw;
    return /flow/.test(entry.id) ? 2e8 * draw : base * (1 + state);
  });
  return [
    {
      series: entry.id,
      source: `specimen:${entry.id}`,
      dates: Int32Array.from(days),
      times: Float64Array.from(days, (day) => timeOf(entry, day)),
      values,
      knownAt: Float64Array.from(days, (day) => releaseOf(entry, day)),
      flags: new Uint16Array(days.length).fill(OBSERVATION_FLAGS.simulated),
      rules: new Uint8Array(days.length),
    },
  ];
}
