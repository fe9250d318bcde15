// Installs the locked dependencies when node_modules does not match the lock, this Node and this platform.
// The stamp lies inside node_modules and is written last, so an install that was cut off is done again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.tidemark-installed');
const wanted = createHash('sha256')
  .update(readFileSync(lockFile))
  .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
  .digest('hex');

/** A linked node_modules is shared: who made it keeps it, and npm ci would empty it under the others. */
function isShared() {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Whether an install made by npm itself, without our stamp, holds every package of the lock at its version. */
function isCompleteInstall() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(stampFile) || !existsSync(hidden)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packages(hidden);
  return Object.entries(packages(lockFile)).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  );
}

function install() {
  process.stderr.write('Installing dependencies (npm ci) …\n');
  rmSync(stampFile, { force: true });
  const isWindows = process.platform === 'win32';
  const { status, signal, error } = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['ci', '--include=dev', '--no-audit', '--no-fund'],
    { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows },
  );
  if (status === 0) return;
  const why = error ? error.message : 'see above';
  process.stderr.write(
    `npm ci failed: ${why}\n  hint: the package registry must be reachable; run it again\n`,
  );
  process.exit(status ?? (signal ? 128 + constants.signals[signal] : 1));
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  process.stderr.write(`Node ${LEAST_NODE.join('.')} or later is needed; this is ${process.versions.node}\n`);
  process.exit(1);
}
const installed = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
if (installed !== wanted && !isShared()) {
  if (!isCompleteInstall()) install();
  writeFileSync(stampFile, wanted);
}
