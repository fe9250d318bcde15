import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A server in a process of its own. */
export interface Served {
  readonly base: string;
  readonly pid: number;
}

interface ServedFrom {
  /** Nothing said: the source. */
  readonly program?: string | undefined;
  /** A data home; nothing said: a specimen of its own, in which the latest scan is kept. */
  readonly home?: string | undefined;
}

/** Runs something against a server, which ends with it. */
export async function withServer(
  { program, home }: ServedFrom,
  run: (served: Served) => Promise<void>,
): Promise<void> {
  const own = home === undefined ? mkdtempSync(join(tmpdir(), 'tidemark-bench-')) : undefined;
  const entry = resolve(program ?? join(import.meta.dirname, '../../src/doors/cli/main.ts'));
  const tidemark = ['--import', 'tsx', entry];
  const place = own === undefined ? ['--home', String(home)] : ['--specimen', '--home', own];
  try {
    if (own !== undefined)
      execFileSync(process.execPath, [...tidemark, 'scan', ...place], { stdio: 'ignore' });
    const server = spawn(process.execPath, [...tidemark, 'serve', '--port', '0', ...place], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((done) => server.once('close', done));
    try {
      await run({ base: await addressOf(server.stdout), pid: server.pid as number });
    } finally {
      server.kill('SIGTERM');
      await ended;
    }
  } finally {
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}

function addressOf(out: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, lost) => {
    let text = '';
    out.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [address] = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(text) ?? [];
      if (address !== undefined) found(address);
    });
    out.once('end', () => lost(new Error('the server ended before it printed its address')));
  });
}
