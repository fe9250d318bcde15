// Builds the page when the build there is was not made from the sources that are here.
// The stamp is written last, so that a build that was cut off is made again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'dist', 'page', 'index.html');
const stampFile = join(root, 'dist', '.page-built');
/** The page, what it takes from the rooms below, and the packages. */
const SOURCES = [
  'src/doors/page',
  'src/report/render/style.ts',
  'src/report/tokens.ts',
  'src/data/series/entry.ts',
  'package-lock.json',
];

function filesOf(path) {
  const full = join(root, path);
  const found = readdirSync(dirname(full), { withFileTypes: true }).find(
    (one) => join(dirname(full), one.name) === full,
  );
  if (!found?.isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesOf(join(path, name)));
}

const hash = createHash('sha256');
for (const file of SOURCES.flatMap(filesOf).sort())
  hash
    .update(file)
    .update('\0')
    .update(readFileSync(join(root, file)));
const wanted = hash.digest('hex');

if (!existsSync(entry) || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  process.stderr.write('Building the page …\n');
  const config = join(root, 'src', 'doors', 'page', 'vite.config.ts');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--config', config], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
