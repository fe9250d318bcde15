import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EPISODES } from '../../../src/data/episodes.ts';
import { SPECIMEN_SERIES } from '../../../src/data/specimen/landmarks.ts';
import { MONEY_SOURCES } from '../../../src/data/specimen/money/publishers.ts';
import { publisherOf } from '../../../src/data/specimen/publishers.ts';
import { episodeTable, moneyTable, part, seriesTable } from './document.ts';

const PAGE = fileURLToPath(new URL('../../../docs/specimen.md', import.meta.url));

const generated = {
  episodes: episodeTable(EPISODES),
  series: seriesTable(
    SPECIMEN_SERIES.map((id) => {
      const { name, url } = publisherOf(id);
      return [id, name, url];
    }),
  ),
  money: moneyTable(MONEY_SOURCES),
};

describe('docs/specimen.md', () => {
  it.each(
    Object.keys(generated) as (keyof typeof generated)[],
  )('shows the %s as the files have them', (name) => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.REGEN === '1') writeFileSync(PAGE, part(page, name).replaced(generated[name]));
    expect(part(readFileSync(PAGE, 'utf8'), name).text, 'run with REGEN=1 to write it').toBe(generated[name]);
  });
});
