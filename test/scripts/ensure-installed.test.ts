import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const LOCK = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'x' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/mac-only': { version: '2.0.0', optional: true },
  },
};

/** Stands for npm: like `npm ci` it empties node_modules first, takes a while, and leaves packages behind. */
const NPM = `#!/bin/sh
echo "$@" >> npm-calls
echo "npm on stdout"
rm -rf node_modules && mkdir node_modules
[ -n "$NPM_SLEEP" ] && { touch started; sleep "$NPM_SLEEP"; }
[ -n "$NPM_FAILS" ] && exit "$NPM_FAILS"
mkdir node_modules/a
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-install-'));
  mkdirSync(join(root, 'scripts'));
  mkdirSync(join(root, 'bin'));
  copyFileSync('scripts/ensure-installed.mjs', join(root, 'scripts/ensure-installed.mjs'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(LOCK));
  writeFileSync(join(root, 'bin/npm'), NPM);
  chmodSync(join(root, 'bin/npm'), 0o755);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const env = (more: Record<string, string> = {}) => ({
  ...process.env,
  PATH: `${join(root, 'bin')}:${process.env.PATH}`,
  ...more,
});
const script = () => join(root, 'scripts/ensure-installed.mjs');
const ensure = (more?: Record<string, string>) =>
  spawnSync(process.execPath, [script()], { env: env(more), encoding: 'utf8' });
const installs = () =>
  existsSync(join(root, 'npm-calls')) ? readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n') : [];

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

describe('ensuring that the dependencies are installed', () => {
  it('installs on a fresh clone, says so on standard error only, and then leaves it', () => {
    const first = ensure();
    expect(first.status).toBe(0);
    expect(first.stdout).toBe('');
    expect(first.stderr).toContain('npm on stdout');
    expect(ensure()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(installs()).toEqual(['ci --include=dev --no-audit --no-fund']);
  });

  it('installs again when the lock has changed', () => {
    ensure();
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...LOCK, lockfileVersion: 4 }));
    expect(ensure().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  it('passes the exit code of a failed install on and installs again next time', () => {
    const failed = ensure({ NPM_FAILS: '7' });
    expect(failed.status).toBe(7);
    expect(failed.stderr).toContain('hint:');
    expect(ensure().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  it('repairs an install that was killed, also when an older one had been complete', async () => {
    ensure();
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ ...LOCK, lockfileVersion: 4 }));
    const child = spawn(process.execPath, [script()], {
      env: env({ NPM_SLEEP: '30' }),
      detached: true,
      stdio: 'ignore',
    });
    await until(() => existsSync(join(root, 'started')));
    const end = ended(child);
    process.kill(-(child.pid as number), 'SIGKILL');
    await end;
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(LOCK));
    expect(existsSync(join(root, 'node_modules/a'))).toBe(false);
    expect(ensure().status).toBe(0);
    expect(existsSync(join(root, 'node_modules/a'))).toBe(true);
  });

  it('accepts an install that npm itself completed, without the registry', () => {
    mkdirSync(join(root, 'node_modules'));
    const hidden = join(root, 'node_modules/.package-lock.json');
    writeFileSync(hidden, JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(ensure({ NPM_FAILS: '1' }).status).toBe(0);
    expect(installs()).toEqual([]);
  });

  it('never empties a node_modules that is a link to a shared one', () => {
    mkdirSync(join(root, 'shared'));
    symlinkSync(join(root, 'shared'), join(root, 'node_modules'));
    expect(ensure()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(installs()).toEqual([]);
  });

  it('does not accept one that lacks a package of the lock', () => {
    mkdirSync(join(root, 'node_modules'));
    const hidden = join(root, 'node_modules/.package-lock.json');
    writeFileSync(hidden, JSON.stringify({ packages: { 'node_modules/a': { version: '0.9.0' } } }));
    expect(ensure().status).toBe(0);
    expect(installs()).toHaveLength(1);
  });
});
