import { describe, expect, test } from 'vitest';
import { CALENDAR_IDS, calendar } from '../../src/data/calendar.ts';
import { ASSET_CLASSES, LANGUAGES, type SeriesEntry } from '../../src/data/series/entry.ts';
import { byPack, CATALOGUE, entryOf } from '../../src/data/series/index.ts';
import { releaseOf, timeOf, timeOfBar } from '../../src/data/series/release.ts';
import { ALL_UNIVERSE, CORE_UNIVERSE } from '../../src/data/series/universe.ts';
import { UNMAPPED } from '../../src/data/series/unmapped.ts';
import { epochDay, type Instant } from '../../src/data/time.ts';
import { baseUnit, conversion, isUnit, type Unit } from '../../src/data/unit.ts';
import { packManifest, packTable } from '../data/pack-dates.ts';
import { describeWithPack } from '../pack.ts';
import { foreignCharacters } from './scripts.ts';

function sampleDays(entry: SeriesEntry): number[] {
  const { sessions } = calendar(entry.calendar);
  const years = [2003, 2011, 2018, 2020, 2025].flatMap((year) => [
    ...sessions(epochDay(year, 1, 1), epochDay(year, 1, 12)),
    ...sessions(epochDay(year, 7, 1), epochDay(year, 7, 8)),
    ...sessions(epochDay(year, 11, 24), epochDay(year, 12, 31)),
  ]);
  return [...years, ...sessions(epochDay(2026, 1, 1), epochDay(2026, 2, 28))];
}

function baseOf(unit: Unit): string {
  return baseUnit(unit);
}

describe('the catalogue of series', () => {
  test('has each id once', () => {
    expect(new Set(CATALOGUE.map((entry) => entry.id)).size).toBe(CATALOGUE.length);
  });

  test('offers no two series the same column of the same file', () => {
    const places = CATALOGUE.flatMap((entry) => entry.sources)
      .filter((source) => source.pack)
      .map((source) => JSON.stringify(source.pack));
    const twice = places.filter((place, k) => places.indexOf(place) !== k);
    expect(twice).toEqual([]);
  });

  test('finds an entry by its id and nothing by another', () => {
    expect(entryOf('gold-front')?.venue).toBe('COMEX');
    for (const id of [
      '',
      '.',
      'gold',
      'gold-front.',
      '.high',
      'gold-front.close',
      'vix.volume',
      '__proto__',
    ]) {
      expect(entryOf(id)).toBeUndefined();
    }
  });

  test('derives the entry of a bar column from that of its bar', () => {
    const high = entryOf('gold-front.high');
    expect(high).toMatchObject({
      id: 'gold-front.high',
      unit: 'usd-per-oz',
      transform: 'price',
      calendar: 'cme',
    });
    expect(high?.sources[0]?.pack).toEqual({ id: 'ohlcv/GC', column: 'high' });
    expect(entryOf('gold-front.volume')).toMatchObject({ unit: 'contracts', transform: 'flow' });
    expect(entryOf('btc-usd.volume')).toMatchObject({ unit: 'btc', transform: 'flow' });
    expect(entryOf('btc-usd.volume')?.sources.map((source) => source.provider)).toEqual(['binance']);
    expect(entryOf('btc-usd.volume')?.sources[0]?.treatAs).toBeUndefined();
    expect(entryOf('btc-usd.low')?.sources[0]).toMatchObject({ unit: 'usdt', treatAs: 'usd' });
  });

  test('prefers Binance for bitcoin and states its quote', () => {
    expect(entryOf('btc-usd')).toMatchObject({ venue: 'Binance', quote: 'USDT', unit: 'usd' });
    expect(entryOf('btc-usd')?.sources[0]).toMatchObject({
      provider: 'binance',
      unit: 'usdt',
      treatAs: 'usd',
    });
    expect(entryOf('btc-usd')?.note?.en).toMatch(/USDT/);
  });

  test('holds every id of the default universe, all of them daily and able to fall', () => {
    expect(new Set(CORE_UNIVERSE).size).toBe(CORE_UNIVERSE.length);
    expect(CORE_UNIVERSE.length).toBeGreaterThanOrEqual(60);
    for (const id of CORE_UNIVERSE) {
      expect(entryOf(id)).toMatchObject({ frequency: 'daily' });
      expect(ALL_UNIVERSE).toContain(id);
    }
  });
});

describe.each(CATALOGUE.map((entry) => [entry.id, entry] as const))('series %s', (id, entry) => {
  test('is well formed', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(ASSET_CLASSES).toContain(entry.assetClass);
    expect(CALENDAR_IDS).toContain(entry.calendar);
    expect(baseUnit(entry.unit)).toBe(entry.unit);
    expect(entry.fields?.includes('volume') ? entry.volumeUnit : 'shares').toBeDefined();
    expect(entry.barMinutes === undefined || entry.frequency === 'intraday').toBe(true);
  });

  test('has its words in three languages, each in its own script', () => {
    for (const words of entry.note ? [entry.title, entry.note] : [entry.title]) {
      for (const language of LANGUAGES) expect(words[language].trim()).not.toBe('');
      expect(foreignCharacters(words)).toEqual([]);
    }
  });

  test('has sources whose unit converts to its own, or is taken at par and said to be', () => {
    expect(entry.sources.length).toBeGreaterThan(0);
    for (const source of entry.sources) {
      expect(isUnit(source.unit)).toBe(true);
      expect(conversion(source.treatAs ?? source.unit, entry.unit)).toBeGreaterThan(0);
      if (source.treatAs) {
        expect(baseOf(source.treatAs)).not.toBe(baseOf(source.unit));
        expect(entry.note?.en).toMatch(/USDT/);
      }
      expect(source.licence).not.toBe('');
      expect(source.fields ?? []).toEqual(
        (entry.fields ?? []).filter((field) => source.fields?.includes(field)),
      );
    }
  });

  test('is known no earlier than it is true', () => {
    for (const day of sampleDays(entry)) {
      const [time, release] = [timeOf(entry, day), releaseOf(entry, day)];
      expect(Number.isFinite(time)).toBe(true);
      expect(Number.isNaN(release) || release >= time).toBe(true);
    }
  });
});

describe('an intraday bar', () => {
  test('is dated with its close', () => {
    const fourHours = entryOf('btc-usd-4h') as SeriesEntry;
    const opening: Instant = Date.UTC(2026, 1, 5, 20);
    expect(timeOfBar(fourHours, opening)).toBe(Date.UTC(2026, 1, 6));
  });

  test('without a length is dated with its stamp', () => {
    const funding = entryOf('btc-funding-binance') as SeriesEntry;
    expect(timeOfBar(funding, 42)).toBe(42);
  });
});

describeWithPack('the catalogue against the data pack', () => {
  test('maps every file of the manifest, or says why not', () => {
    const ids = packManifest().map((entry) => entry.id);
    const mapped = ids.filter((id) => byPack(id).length > 0);
    expect(ids.filter((id) => byPack(id).length === 0).sort()).toEqual(Object.keys(UNMAPPED).sort());
    expect(mapped.filter((id) => UNMAPPED[id])).toEqual([]);
  });

  test('names only files that the manifest has', () => {
    const ids = new Set(packManifest().map((entry) => entry.id));
    const packs = CATALOGUE.flatMap((entry) => entry.sources.flatMap((source) => source.pack?.id ?? []));
    expect(packs.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('names only columns and keys that the files have', () => {
    for (const { id } of packManifest()) {
      for (const { entry, source } of byPack(id)) {
        const { header, rows } = packTable(id);
        const { column, keys = {} } = source.pack ?? { column: '' };
        expect(header, entry.id).toEqual(
          expect.arrayContaining([column, ...(source.fields ?? []), ...Object.keys(keys)]),
        );
        const matching = rows.some((cells) =>
          Object.entries(keys).every(([key, value]) => cells[header.indexOf(key)] === value),
        );
        expect(matching, entry.id).toBe(true);
      }
    }
  });
});
