import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withTables } from '../../scripts/derived-tables.ts';
import { DERIVED, FUNCTIONS } from '../../src/measures/derived/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/derived.md'), 'utf8');

it('the page of derived series has the functions and series of the program (npm run docs:derived)', () => {
  expect(page).toBe(withTables(page));
  for (const id of FUNCTIONS.keys()) expect(page).toContain(`| \`${id}(`);
  for (const { id } of DERIVED) expect(page).toContain(`| \`${id}\` |`);
});
