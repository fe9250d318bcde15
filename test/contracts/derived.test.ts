import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { agree, dimensionsOf } from '../../src/data/dimensions.ts';
import type { ObservationColumns, Series } from '../../src/data/observation.ts';
import { LANGUAGES, type SeriesEntry } from '../../src/data/series/entry.ts';
import { CATALOGUE, entryOf } from '../../src/data/series/index.ts';
import { memoryView } from '../../src/data/store/memory.ts';
import { formatDay, MS_PER_DAY, parseDay, weekdayOf } from '../../src/data/time.ts';
import { baseUnit } from '../../src/data/unit.ts';
import {
  compile,
  DERIVED,
  derivedCatalogue,
  rootsOf,
  withDerived,
} from '../../src/measures/derived/index.ts';
import { slowly } from '../measures/derived/oracle.ts';
import { foreignCharacters } from './scripts.ts';

const world = { entry: entryOf, ids: CATALOGUE.map(({ id }) => id) };
const built = derivedCatalogue(DERIVED, world);

describe('the catalogue of derived series', () => {
  it('has each id once, in the form of the others, and none of the catalogue of series', () => {
    const ids = DERIVED.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(entryOf(id), id).toBeUndefined();
    }
  });

  it('compiles whole', () => {
    expect(built.refused.map(({ id, error }) => `${id}: ${error.message}`)).toEqual([]);
    expect(built.series.size).toBe(DERIVED.length);
  });
});

const FROM = parseDay('2021-01-01');
const DAYS = 3 * 365;

function labels({ frequency }: SeriesEntry): number[] {
  const days = Array.from({ length: DAYS }, (_, i) => FROM + i);
  if (frequency === 'weekly') return days.filter((day) => weekdayOf(day) === 3);
  if (frequency === 'monthly') return days.filter((day) => formatDay(day).endsWith('-01'));
  if (frequency === 'quarterly') return days.filter((day) => /-(01|04|07|10)-01$/.test(formatDay(day)));
  return days;
}

/** A random walk above zero with some dates missing, some values late and some revised. */
function randomRows(id: string, seed: number): ObservationColumns {
  const generator = xoroshiro128plus(seed);
  const next = () => uniformFloat64(generator);
  const rows: { day: number; value: number; lag: number }[] = [];
  let level = 50 + 50 * next();
  for (const day of labels(entryOf(id)!)) {
    level *= Math.exp(0.1 * (next() - 0.5));
    if (next() < 0.05) continue;
    rows.push({ day, value: level, lag: next() < 0.1 ? 30 * next() : 0 });
    if (next() < 0.05) rows.push({ day, value: level * 1.01, lag: 100 + 200 * next() });
  }
  const times = rows.map(({ day }) => (day + 1) * MS_PER_DAY);
  return {
    series: id,
    source: 'test:random',
    dates: Int32Array.from(rows, ({ day }) => day),
    times: Float64Array.from(times),
    values: Float64Array.from(rows, ({ value }) => value),
    knownAt: Float64Array.from(rows, ({ lag }, i) => times[i]! + Math.round(lag) * MS_PER_DAY),
    flags: new Uint16Array(rows.length),
    rules: new Uint8Array(rows.length),
  };
}

const LATER = Date.UTC(2100, 0, 1);

describe.each(DERIVED.map((entry) => [entry.id, entry] as const))('derived series %s', (id, entry) => {
  const rows = rootsOf(entry, DERIVED).map((root, k) => randomRows(root, 7 + k));
  const at = (instant: number, more: readonly ObservationColumns[] = []) =>
    withDerived(memoryView([...rows, ...more], instant, { entry: entryOf }), DERIVED);

  it('states the unit that its formula has, a base unit', () => {
    const { compiled, entry: series } = built.series.get(id)!;
    expect(agree(compiled.expression.dimensions, dimensionsOf(entry.unit))).toBe(true);
    expect(baseUnit(entry.unit)).toBe(entry.unit);
    expect(series).toMatchObject({ id, unit: entry.unit });
    expect(() =>
      compile(
        { ...entry, unit: 'coin-days' },
        { ...world, entry: (one) => built.series.get(one)?.entry ?? entryOf(one) },
      ),
    ).toThrow(/the entry states coin-days/);
  });

  it('has title, meaning and reading in three languages, each in its own script, and a source', () => {
    for (const words of [entry.title, entry.meaning, entry.reading]) {
      for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
      expect(foreignCharacters(words)).toEqual([]);
    }
    expect(entry.source.trim()).not.toBe('');
  });

  it('is what its formula says, row by row', async () => {
    const view = at(LATER);
    const found = await view.series(id);
    const wanted = slowly(entry, await view.seriesMany(Object.values(entry.of)));
    expect([...found.dates]).toEqual([...wanted.keys()]);
    for (const [i, day] of found.dates.entries()) {
      const value = wanted.get(day)!;
      expect(Math.abs(found.values[i]! - value), formatDay(day)).toBeLessThan(
        1e-6 * Math.max(1e-3, Math.abs(value)),
      );
    }
  });

  it('has finite values on ascending dates, known no earlier than true', async () => {
    const { dates, times, values, knownAt } = await at(LATER).series(id);
    for (let i = 0; i < dates.length; i++) {
      expect(Number.isFinite(values[i])).toBe(true);
      expect(knownAt[i]).toBeGreaterThanOrEqual(times[i]!);
      if (i > 0) expect(dates[i]).toBeGreaterThan(dates[i - 1]!);
    }
  });

  it('says the same of a row at every instant from which it is known', async () => {
    const later = await at(LATER).series(id);
    for (const share of [0.3, 0.6, 0.9]) {
      const instant = (FROM + Math.round(share * DAYS)) * MS_PER_DAY;
      const then = await at(instant).series(id);
      const known = rowsUntil(later, instant);
      const now = new Map([...then.dates].map((day, i) => [day, [then.values[i], then.knownAt[i]]]));
      expect([...then.knownAt].every((one) => one <= instant)).toBe(true);
      for (const [day, row] of known) expect(now.get(day), formatDay(day)).toEqual(row);
      const noise = rows.map((one) => ({ ...one, knownAt: one.knownAt.map(() => instant + 1) }));
      expect(await at(instant, noise).series(id)).toEqual(then);
    }
  });
});

function rowsUntil({ dates, values, knownAt }: Series, instant: number) {
  return [...dates]
    .map((day, i) => [day, [values[i], knownAt[i]]] as const)
    .filter(([, [, known]]) => known! <= instant);
}
