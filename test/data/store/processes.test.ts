import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { batchesIn, loadBatch, openSmall } from './child/batches.ts';
import { newFolder } from './home.ts';

const here = dirname(fileURLToPath(import.meta.url));
const KILLS = 20;

interface Child {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Lines printed so far. */
  readonly lines: string[];
  /** Resolves when it has ended, with what it wrote on standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
  /** Resolves when it has printed n lines, or has ended. */
  printed(n: number): Promise<void>;
}

function start(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', join(here, 'child', script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  let wake = (): void => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line !== ''));
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => {
      wake = () => undefined;
      resolve({ code, errors });
    });
  });
  const printed = async (n: number): Promise<void> => {
    while (lines.length < n && child.exitCode === null && child.signalCode === null) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([ended, woken]);
    }
  };
  return { process: child, lines, ended, printed };
}

describe('a writer that is killed', () => {
  it(`loses nothing it acknowledged and shows nothing by halves, ${KILLS} times over`, async () => {
    const home = newFolder();
    const random = xoroshiro128plus(20251010);
    const draw = (n: number): number => (random.next() >>> 0) % n;
    let next = 1;
    let unacknowledged = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const writer = start('writer.ts', home, String(next), '1000');
      await writer.printed(1 + draw(4));
      await new Promise((resolve) => setTimeout(resolve, draw(60)));
      writer.process.kill('SIGKILL');
      const { errors } = await writer.ended;
      expect(errors).toBe('');
      const acknowledged = writer.lines.slice(1).map(Number);
      const store = await openSmall(home);
      const there = await batchesIn(store);
      for (const batch of acknowledged) expect(there).toContain(batch);
      expect(there).toEqual(Array.from({ length: there.length }, (_, i) => i + 1));
      unacknowledged += there.length - (acknowledged.at(-1) ?? next - 1);
      next = there.length + 1;
      if (kill % 4 === 3) await loadBatch(store, next++);
      expect((await store.health()).damaged).toEqual([]);
      await store.close();
    }
    expect(next).toBeGreaterThan(KILLS);
    expect(unacknowledged).toBeLessThanOrEqual(KILLS);
  }, 240_000);
});

describe('one writer and three readers in processes of their own', () => {
  it('see whole loads only, never fewer than before, through many compactions', async () => {
    const home = newFolder();
    const store = await openSmall(home);
    await loadBatch(store, 1);
    const last = 40;
    const readers = [1, 2, 3].map(() => start('reader.ts', home, String(last)));
    await Promise.all(readers.map((reader) => reader.printed(1)));
    for (let n = 2; n <= last; n++) await loadBatch(store, n);
    const ends = await Promise.all(readers.map((reader) => reader.ended));
    expect(ends).toEqual(ends.map(() => ({ code: 0, errors: '' })));
    expect(readers.every((reader) => Number(reader.lines.at(-1)) > 0)).toBe(true);
    expect(await batchesIn(store)).toHaveLength(last);
    await store.close();
  }, 120_000);

  it('writes in turn with another writer, losing nothing', async () => {
    const home = newFolder();
    const [one, two] = [start('writer.ts', home, '1', '8'), start('writer.ts', home, '101', '8')];
    const ends = await Promise.all([one.ended, two.ended]);
    expect(ends).toEqual(ends.map(() => ({ code: 0, errors: '' })));
    const store = await openSmall(home);
    expect(await batchesIn(store)).toHaveLength(16);
    expect((await store.health()).loads).toHaveLength(16);
    await store.close();
  }, 120_000);
});
