import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withCascadeTables } from '../../scripts/cascade-tables.ts';
import { SELLERS } from '../../src/simulation/sellers/index.ts';

it('the page of the cascade says what the program has (npm run docs:cascade writes it)', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/cascade.md'), 'utf8');
  expect(page, 'npm run docs:cascade writes it').toBe(await withCascadeTables(page));
  for (const { id, title } of SELLERS) {
    expect(page).toContain(`### ${title.en}\n\n\`${id}\``);
  }
  expect(page).not.toMatch(/undefined|\bNaN\b|\[object/);
});
