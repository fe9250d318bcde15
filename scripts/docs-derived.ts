import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './derived-tables.ts';

/** `npm run docs:derived`: writes the tables of `docs/derived.md` anew. */
const page = join(import.meta.dirname, '../docs/derived.md');
writeFileSync(page, withTables(readFileSync(page, 'utf8')));
