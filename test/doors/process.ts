import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

export const ROOT = join(import.meta.dirname, '../..');
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Arguments of Node for the command line from source, in any folder. */
export const SOURCE = ['--import', TSX, join(ROOT, 'src/doors/cli/main.ts')];

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of this test file, gone at its end. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `tidemark-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { TIDEMARK_HOME: _home, TIDEMARK_LANG: _lang, ...rest } = process.env;
  return { ...rest, LANG: 'C', LC_ALL: 'C', XDG_DATA_HOME: '/nonexistent', ...more };
}

/** Starts a program in the root of the repository. */
export function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(command, args, { cwd: ROOT, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a started program wrote and how it ended. */
export function ending(child: ChildProcess): Promise<Ended> {
  const [out, err]: Buffer[][] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => out?.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err?.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({
        code,
        signal,
        out: Buffer.concat(out ?? []).toString(),
        err: Buffer.concat(err ?? []).toString(),
      }),
    );
  });
}

/** The command line from source, as a process of its own. */
export function tidemark(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return ending(start(process.execPath, [...SOURCE, ...args], env));
}

/** The same through a shell, for pipes and redirections. */
export function shell(script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return ending(start('/bin/bash', ['-c', script], env));
}

export const TIDEMARK = [process.execPath, ...SOURCE].map((word) => `'${word}'`).join(' ');

/** The address that a server prints; rejects when it ends before. */
export function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(text);
      if (found) resolve(found[0]);
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
