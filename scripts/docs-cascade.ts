import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withCascadeTables } from './cascade-tables.ts';

/** `npm run docs:cascade`: writes the sellers, what nobody can observe and the formulas into `docs/cascade.md`. */
const page = join(import.meta.dirname, '..', 'docs', 'cascade.md');
writeFileSync(page, await withCascadeTables(readFileSync(page, 'utf8')));
