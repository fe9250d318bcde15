import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EPISODES } from '../../../src/data/episodes.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { landmarksOf, SPECIMEN_SERIES, type SpecimenSeries } from '../../../src/data/specimen/landmarks.ts';
import { MONEY_SOURCES } from '../../../src/data/specimen/money/publishers.ts';
import { publisherOf } from '../../../src/data/specimen/publishers.ts';
import { RECIPES } from '../../../src/data/specimen/recipes.ts';
import { specimenColumns } from '../../../src/data/specimen/specimen.ts';
import { formatDay, parseDay } from '../../../src/data/time.ts';
import { conversion } from '../../../src/data/unit.ts';
import { describeWithPack, PACK } from '../../pack.ts';

const moves = EPISODES.flatMap((episode) =>
  Object.entries(episode.days).flatMap(([date, series]) =>
    Object.entries(series).map(([id, move]) => ({ episode: episode.id, date, id, move })),
  ),
);

describe('the episodes', () => {
  it('stand oldest first, with ids of their own', () => {
    const dates = EPISODES.map((episode) => episode.date);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(EPISODES.map((episode) => episode.id)).size).toBe(EPISODES.length);
  });

  it('hold every day that the scan must know', () => {
    // named joint falls, and the controls that were none
    const named =
      '2008-09-29 2008-10-15 2010-05-06 2011-08-08 2013-06-20 2015-08-24 2018-02-05 2020-03-09 2020-03-11 2020-03-12 2020-03-16 ' +
      '2020-03-18 2020-04-20 2021-05-19 2022-05-09 2022-05-10 2022-05-11 2022-05-12 2022-06-13 2022-11-08 2022-11-09 2023-03-10 ' +
      '2024-08-05 2025-04-03 2025-04-04 2025-10-10 2025-11-20 2026-01-30 2026-02-05 2026-02-12';
    const days = new Set(EPISODES.flatMap((episode) => Object.keys(episode.days)));
    expect(named.split(' ').filter((day) => !days.has(day))).toEqual([]);
  });

  it.each(EPISODES)('$id says what happened in three languages, with a source', (episode) => {
    for (const words of [episode.title, episode.fact]) {
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
      expect(words.en).toMatch(/^[\x20-\x7e–−’]+$/);
      expect(words['zh-Hans']).toMatch(/\p{Script=Han}/u);
      expect(words['zh-Hant']).toMatch(/\p{Script=Han}/u);
    }
    expect(episode.source.text).not.toBe('');
    expect(episode.source.url).toMatch(/^https:\/\/[^ ]+$/);
  });

  it.each(EPISODES)('$id has its days in order, from its date to its last date', (episode) => {
    const days = Object.keys(episode.days);
    expect(days).toEqual([...days].sort());
    expect(days[0]).toBe(episode.date);
    expect(days.at(-1)).toBe(episode.lastDate ?? episode.date);
    for (const day of days) expect(parseDay(day)).not.toBeNaN();
  });

  it('name series of the catalogue, and a yield or spread always with its level', () => {
    for (const { id, move } of moves) {
      const entry = entryOf(id);
      expect(entry, id).toBeDefined();
      if (entry?.transform !== 'price') expect(move.close, id).toBeDefined();
    }
  });
});

describe('the simulated series', () => {
  it('are in the catalogue, have a recipe behind all that drive it, and a publisher', () => {
    const seen = new Set<string>();
    for (const recipe of RECIPES) {
      expect(entryOf(recipe.id), recipe.id).toBeDefined();
      for (const driver of recipe.drivers)
        expect(seen.has(driver.of), `${recipe.id} ← ${driver.of}`).toBe(true);
      expect(publisherOf(recipe.id)?.url).toMatch(/^https:/);
      seen.add(recipe.id);
    }
    expect([...seen].sort()).toEqual([...SPECIMEN_SERIES].sort());
  });

  it.each(SPECIMEN_SERIES)('%s has ascending landmarks', (id) => {
    const landmarks = landmarksOf(id);
    landmarks.forEach(({ day, level }, i) => {
      expect(day, id).not.toBeNaN();
      expect(Number.isFinite(level)).toBe(true);
      if (i > 0) expect(day).toBeGreaterThan((landmarks[i - 1] as { day: number }).day);
    });
  });
});

type Rows = { readonly days: readonly string[]; readonly values: ReadonlyMap<string, number> };

describeWithPack('the facts against the data pack', () => {
  const files = new Map<string, string>();
  const read = new Map<string, Rows>();

  function rows(file: string, column: string): Rows {
    const known = read.get(`${file} ${column}`);
    if (known) return known;
    const [head, ...lines] = readFileSync(join(PACK as string, file), 'utf8')
      .trim()
      .split(/\r?\n/);
    const at = (head as string).split(',').indexOf(column);
    const values = new Map<string, number>();
    for (const line of lines) {
      const cells = line.split(',');
      if (cells[at]) values.set((cells[0] as string).slice(0, 10), Number(cells[at]));
    }
    const found = { days: [...values.keys()], values };
    read.set(`${file} ${column}`, found);
    return found;
  }

  /** Rows of every source of a series that the pack holds, in order of preference, in the unit of the catalogue. */
  function sources(id: string): readonly (Rows & { readonly factor: number })[] {
    if (files.size === 0) {
      const manifest = JSON.parse(readFileSync(join(PACK as string, 'manifest.json'), 'utf8'));
      for (const series of manifest.series) files.set(series.id, series.file);
    }
    const entry = entryOf(id);
    return (entry?.sources ?? []).flatMap((source) => {
      const file = source.pack && !source.pack.keys ? files.get(source.pack.id) : undefined;
      if (!file || !source.pack || !entry) return [];
      return [
        { ...rows(file, source.pack.column), factor: conversion(source.treatAs ?? source.unit, entry.unit) },
      ];
    });
  }

  it('every stated move and close is the published one, to its rounding', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { id, date, move } of moves) {
      const source = sources(id).find((rows) => rows.values.has(date) && rows.days.indexOf(date) > 0);
      if (!source) continue;
      const close = (source.values.get(date) as number) * source.factor;
      const before =
        (source.values.get(source.days[source.days.indexOf(date) - 1] as string) as number) * source.factor;
      const isPrice = entryOf(id)?.transform === 'price';
      const change = isPrice ? close / before - 1 : close - before;
      checked++;
      if (Math.abs(change - move.move) > (isPrice ? 6e-5 : 1e-9))
        wrong.push(`${id} ${date} ${move.move} ≠ ${change}`);
      if (move.close !== undefined && Math.abs(move.close / close - 1) > 1e-5)
        wrong.push(`${id} ${date} close ${close}`);
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(0.95 * moves.length);
  });

  it('every landmark is the published close, to four digits', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const id of SPECIMEN_SERIES as readonly SpecimenSeries[]) {
      for (const { day, level } of landmarksOf(id)) {
        const date = formatDay(day);
        const found = sources(id).flatMap((rows) => {
          const value = rows.values.get(date);
          return value === undefined ? [] : [value * rows.factor];
        });
        if (found.length === 0) continue;
        checked++;
        const near = found.some(
          (value) => Math.abs(level / value - 1) <= 5.1e-4 || Math.abs(level - value) <= 5e-5,
        );
        if (!near) wrong.push(`${id} ${date} ${level} ≠ ${found.join(' ')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(800);
  });

  const made = new Map(specimenColumns().map((column) => [column.series, column]));

  /** Simulated and published value of the days that both have. */
  function pairs(id: string): readonly (readonly [day: string, simulated: number, published: number])[] {
    const { dates, values } = made.get(id) as ObservationColumns;
    const [source] = sources(id);
    return [...dates].flatMap((day, row) => {
      const published = source?.values.get(formatDay(day));
      return source && published !== undefined
        ? [[formatDay(day), values[row] as number, published * source.factor] as const]
        : [];
    });
  }

  it.each([
    'fed-target-upper',
    'fed-target-lower',
    'iorb',
    'ecb-deposit-rate',
    'boj-policy-rate',
  ])('%s is the published rate on every day, to a day around its changes', (id) => {
    const all = pairs(id);
    const wrong = all.filter(([, simulated, published], row) => {
      const near = [all[row - 1], all[row], all[row + 1]].flatMap((pair) => (pair ? [pair[1]] : []));
      return (
        Math.abs(simulated - published) > 1e-9 && !near.some((rate) => Math.abs(rate - published) < 1e-9)
      );
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(1500);
  });

  // median distance from what was published: levels are near, days are not
  it.each([
    ['fed-assets', 0.01],
    ['fed-treasuries', 0.02],
    ['fed-mbs', 0.02],
    ['fed-reserves', 0.06],
    ['tga', 0.25],
    ['bank-credit', 0.02],
    ['bank-deposits', 0.02],
    ['m2', 0.02],
    ['cpi', 0.02],
    ['gdp', 0.02],
    ['ecb-assets', 0.03],
    ['boj-assets', 0.03],
    ['sofr', 0.05],
    ['effr', 0.05],
    ['stablecoin-supply', 0.1],
    ['strategy-btc-held', 0.05],
    ['skew', 0.15],
  ] as const)('%s is of the size of what was published', (id, most) => {
    const distances = pairs(id)
      .map(([, simulated, published]) => Math.abs(simulated / published - 1))
      .sort((a, b) => a - b);
    expect(distances.length).toBeGreaterThan(30);
    expect(distances[Math.floor(distances.length / 2)]).toBeLessThan(most);
  });

  it('no drawn series repeats what was published', () => {
    for (const id of [...MONEY_SOURCES.keys()]) {
      if (/rate|target|iorb|sofr|tgcr|effr|us-3m|srf|strategy|cpi/.test(id)) continue;
      const all = pairs(id).filter(([, , published]) => published !== 0);
      const equal = all.filter(([, simulated, published]) => Math.abs(simulated / published - 1) < 1e-5);
      expect(equal.length, id).toBeLessThanOrEqual(0.01 * all.length + 1);
    }
  });
});
