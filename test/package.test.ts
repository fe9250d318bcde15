import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../src/diagnosis/answer.ts';

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
}

function npmPack(...args: string[]): string {
  const pack = ['pack', '--json', '--ignore-scripts', ...args];
  return spawnSync('npm', pack, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout;
}

let packed: string[];

beforeAll(() => {
  const built = node('node_modules/typescript/bin/tsc', '-b');
  expect(built.stdout + built.stderr).toBe('');
  packed = JSON.parse(npmPack('--dry-run'))[0].files.map((file: { path: string }) => file.path);
});

describe('the package', () => {
  it('carries what it promises: the bin, the exports with their types, the licence and the readme', () => {
    const { types, default: main } = manifest.exports['.'];
    const promised = [manifest.bin.tidemark, types, main].map((path: string) => path.replace('./', ''));
    for (const file of [...promised, 'LICENSE', 'README.md', 'CHANGELOG.md']) expect(packed).toContain(file);
  });

  it('carries nothing else: no tests, no sources, no build state, no data', () => {
    const strange = packed.filter(
      (path) =>
        !/^dist\/.+\.(js|d\.ts)$|^dist\/page\/(index\.html|assets\/[\w.-]+\.(js|css|woff2))$|^(package\.json|LICENSE|[A-Z]+\.md)$/.test(
          path,
        ),
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

  it('unpacked elsewhere has a bin that runs and an entry that can be imported', () => {
    const away = mkdtempSync(join(tmpdir(), 'tidemark-packed-'));
    try {
      const [file] = JSON.parse(npmPack('--pack-destination', away));
      spawnSync('tar', ['-xzf', join(away, file.filename), '-C', away]);
      symlinkSync(join(root, 'node_modules'), join(away, 'node_modules'));
      mkdirSync(join(away, 'home'));
      const main = join(away, 'package', manifest.bin.tidemark);
      expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
      const version = node(main, '--version');
      expect([version.stdout, version.status]).toEqual([`${manifest.version}\n`, 0]);
      const scan = node(main, 'scan', '--home', join(away, 'home'));
      expect(scan.stderr).toContain('no data in');
      expect(scan.status).toBe(3);
      const small = ['--assets', 'btc-usd', '--paths', '4', '--draws', '4', '--horizon', '30m'];
      const inThreads = ['--threads', '2', '--specimen', '--home', join(away, 'home')];
      const cascade = node(main, 'cascade', '--json', ...small, ...inThreads);
      expect([cascade.status, JSON.parse(cascade.stdout).verb]).toEqual([0, 'cascade']);
      const entry = pathToFileURL(join(away, 'package', manifest.exports['.'].default)).href;
      const names = node('-e', `import('${entry}').then((all) => console.log(Object.keys(all).join(' ')))`);
      expect(names.stderr).toBe('');
      for (const name of ['openStore', 'scan', 'reportHtml', 'traceFigure', 'CATALOGUE']) {
        expect(names.stdout).toContain(name);
      }
    } finally {
      rmSync(away, { recursive: true, force: true });
    }
  });

  it('can be imported under its own name', () => {
    const { stdout, stderr } = node('-e', "import('tidemark').then((all) => console.log(typeof all.scan))");
    expect([stdout, stderr]).toEqual(['function\n', '']);
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
  return [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\s,]+)['"]/g)].map(
    (match) => match[1] as string,
  );
}
