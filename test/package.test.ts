import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../src/diagnosis/answer.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

let packed: string[];

beforeAll(() => {
  const built = node('node_modules/typescript/bin/tsc', '-b');
  expect(built.stdout + built.stderr).toBe('');
  const listed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  packed = JSON.parse(listed.stdout)[0].files.map((file: { path: string }) => file.path);
});

describe('the package', () => {
  it('carries what it promises: the bin, the exports with their types, the licence and the readme', () => {
    const { types, default: main } = manifest.exports['.'];
    const promised = [manifest.bin.tidemark, types, main].map((path: string) => path.replace('./', ''));
    for (const file of [...promised, 'LICENSE', 'README.md', 'CHANGELOG.md']) expect(packed).toContain(file);
  });

  it('carries nothing else: no tests, no sources, no build state, no data', () => {
    const strange = packed.filter(
      (path) => !/^dist\/.+\.(js|d\.ts)$|^(package\.json|LICENSE|[A-Z]+\.md)$/.test(path),
    );
    expect(strange).toEqual([]);
  });

  it('imports only what it carries or declares', () => {
    const carried = new Set(packed);
    const declared = new Set(Object.keys(manifest.dependencies));
    const missing = packed
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => specifiers(readFileSync(join(root, path), 'utf8')).map((to) => [path, to] as const))
      .filter(([path, to]) => {
        if (to.startsWith('node:')) return false;
        if (to.startsWith('.')) return !carried.has(join(dirname(path), to));
        return !declared.has(
          to.startsWith('@') ? to.split('/').slice(0, 2).join('/') : (to.split('/')[0] as string),
        );
      });
    expect(missing).toEqual([]);
  });

  it('has a bin that runs, with its shebang, and says the version of the manifest', () => {
    expect(readFileSync(join(root, manifest.bin.tidemark), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const { stdout, status } = node(manifest.bin.tidemark, '--version');
    expect([stdout, status]).toEqual([`${manifest.version}\n`, 0]);
  });

  it('can be imported under its own name', () => {
    const script = "import('tidemark').then((m) => console.log(Object.keys(m).join(' ')))";
    const { stdout, stderr } = node('-e', script);
    expect(stderr).toBe('');
    for (const name of ['openStore', 'scan', 'reportHtml', 'traceFigure', 'CATALOGUE'])
      expect(stdout).toContain(name);
  });

  it('says one version everywhere', () => {
    expect(ENGINE_VERSION).toBe(manifest.version);
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(lock.version).toBe(manifest.version);
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## [${manifest.version}]`);
  });

  it('names no registry host in its lock', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
    expect(existsSync(join(root, '.npmrc'))).toBe(true);
  });
});

function specifiers(code: string): string[] {
  return [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map((match) => match[1] as string);
}
