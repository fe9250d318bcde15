import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { derivedPage, type Readings, readingsIn } from './derived-pages/page.ts';
import { derivedPictures } from './derived-pages/pictures.ts';
import { readingsOf } from './derived-pages/readings.ts';
import { withTables } from './derived-tables.ts';
import { packStore } from './pack-store.ts';

/**
 * `npm run docs:derived [-- --pack DIR]`: writes the functions into `docs/derived.md`, and the series with their pictures into
 * `docs/derived`; what the real data say is computed from a pack, or kept as it stood.
 */
const docs = join(import.meta.dirname, '..', 'docs');
const page = join(docs, 'derived.md');
writeFileSync(page, withTables(readFileSync(page, 'utf8')));

const folder = join(docs, 'derived');
const { pack } = parseArgs({ options: { pack: { type: 'string' } } }).values;
const readings =
  pack === undefined ? readingsIn(readFileSync(join(folder, 'README.md'), 'utf8')) : await fromPack(pack);
const pictures = await derivedPictures();
for (const name of readdirSync(folder)) if (name !== 'README.md') rmSync(join(folder, name));
for (const [id, svg] of pictures) writeFileSync(join(folder, `${id}.svg`), svg);
writeFileSync(join(folder, 'README.md'), derivedPage(readings, new Set(pictures.keys())));

async function fromPack(dir: string): Promise<Readings> {
  const home = mkdtempSync(join(tmpdir(), 'tidemark-docs-'));
  try {
    const store = await packStore(dir, home);
    const found = await readingsOf(store);
    await store.close();
    return found;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
