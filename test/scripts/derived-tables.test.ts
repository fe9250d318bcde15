import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { derivedPage, readingsIn } from '../../scripts/derived-pages/page.ts';
import { derivedPictures } from '../../scripts/derived-pages/pictures.ts';
import { readingsOf } from '../../scripts/derived-pages/readings.ts';
import { withTables } from '../../scripts/derived-tables.ts';
import { INSTANTS } from '../../scripts/explain-pages/findings.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { DERIVED, FUNCTIONS, needsOf } from '../../src/measures/derived/index.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

const docs = join(import.meta.dirname, '../../docs');
const folder = join(docs, 'derived');
const read = (...names: string[]) => readFileSync(join(docs, ...names), 'utf8');
const hint = 'npm run docs:derived -- --pack DIR writes it';

it('the page of the language has the functions of the program (npm run docs:derived)', () => {
  const page = read('derived.md');
  expect(page, hint).toBe(withTables(page));
  for (const id of FUNCTIONS.keys()) expect(page).toContain(`| \`${id}(`);
});

describe('docs/derived', () => {
  it('says of each series what the catalogue says, with a picture where the specimen has its inputs', async () => {
    const pictures = await derivedPictures();
    const page = read('derived', 'README.md');
    expect(page, hint).toBe(derivedPage(readingsIn(page), new Set(pictures.keys())));
    expect(readdirSync(folder).sort(), hint).toEqual(
      ['README.md', ...[...pictures.keys()].map((id) => `${id}.svg`)].sort(),
    );
    for (const [id, svg] of pictures) {
      expect(svg, id).toContain('SIMULATED');
      expect(svg, id).not.toMatch(/NaN|undefined/);
      expect(numbersOf(read('derived', `${id}.svg`)).length, `${id}: ${hint}`).toBe(numbersOf(svg).length);
    }
    for (const { id } of DERIVED) expect(page, hint).toContain(`\`${id}\``);
  });

  it('says of a series that needs a file which, and what the real data say of one that needs none', () => {
    const page = read('derived', 'README.md');
    const readings = readingsIn(page);
    for (const entry of DERIVED) {
      const packed = needsOf(entry, DERIVED, entryOf).length === 0;
      expect(readings.has(entry.id), `${entry.id}: ${hint}`).toBe(packed);
      for (const line of readings.get(entry.id) ?? []) {
        expect(
          INSTANTS.some((instant) => line.startsWith(`${instant}: `)),
          line,
        ).toBe(true);
      }
    }
  });
});

describeWithPack('docs/derived on the real pack', () => {
  it('says what the data say', async () => {
    const store = await openPack();
    expect(readingsIn(read('derived', 'README.md')), hint).toEqual(await readingsOf(store));
    await store.close();
  }, 120_000);
});

/** Coordinates of a picture; another engine may round one to the next pixel. */
function numbersOf(svg: string): number[] {
  return (svg.match(/d="[^"]*"/g) ?? []).join(' ').match(/\d+/g)?.map(Number) ?? [];
}
