import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cascadeValidation } from './cascade-validation.ts';
import { explainValidation } from './explain-validation.ts';
import { measuresValidation } from './measures-validation.ts';
import { packStore } from './pack-store.ts';
import { scanValidation } from './scan-validation.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const pack = resolve(root, process.env.TIDEMARK_PACK ?? '../shared/data');

if (!existsSync(join(pack, 'manifest.json'))) {
  process.stderr.write(`no manifest.json in ${pack}; set TIDEMARK_PACK to a data pack\n`);
  process.exit(3);
}

const PAGES = {
  scan: scanValidation,
  measures: measuresValidation,
  explain: explainValidation,
  cascade: cascadeValidation,
};
/** Pages asked for by name, else all. */
const asked = process.argv.slice(2);

const home = mkdtempSync(join(tmpdir(), 'tidemark-validate-'));
try {
  const store = await packStore(pack, home);
  const folder = join(root, 'docs', 'validation');
  mkdirSync(folder, { recursive: true });
  for (const [name, page] of Object.entries(PAGES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    writeFileSync(join(folder, `${name}.md`), await page(store, home));
    process.stderr.write(`wrote docs/validation/${name}.md\n`);
  }
  await store.close();
} finally {
  rmSync(home, { recursive: true, force: true });
}
