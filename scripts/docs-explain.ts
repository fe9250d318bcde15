import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SECTION_IDS, type SectionId } from '../src/diagnosis/explain/answer.ts';
import { findingsOf } from './explain-pages/findings.ts';
import { type Findings, findingsIn, page } from './explain-pages/page.ts';
import { picturesOf } from './explain-pages/pictures.ts';
import { packStore } from './pack-store.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'explain');
const { pack } = parseArgs({ options: { pack: { type: 'string' } } }).values;
const fresh = pack === undefined ? undefined : await fromPack(pack);
const files = new Map<string, string>();
for (const section of SECTION_IDS) {
  const pictures = await picturesOf(section);
  for (const [id, svg] of pictures) files.set(`${id}.svg`, svg);
  const findings = fresh?.get(section) ?? kept(section);
  files.set(`${section}.md`, page(section, findings, new Set(pictures.keys())));
}
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
for (const [name, text] of files) writeFileSync(join(folder, name), text);
process.stdout.write(`${files.size} files in docs/explain${fresh ? '' : ', real data as they stood'}\n`);

async function fromPack(dir: string): Promise<ReadonlyMap<SectionId, Findings>> {
  const home = mkdtempSync(join(tmpdir(), 'tidemark-docs-'));
  try {
    const store = await packStore(dir, home);
    const found = await findingsOf(store);
    await store.close();
    return found;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function kept(section: SectionId): Findings {
  const path = join(folder, `${section}.md`);
  return existsSync(path) ? findingsIn(readFileSync(path, 'utf8')) : new Map();
}
