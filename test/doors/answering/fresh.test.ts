import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { address, ending, SOURCE, start, temporaryFolder, tidemark } from '../process.ts';

const folder = temporaryFolder('fresh');
const home = join(folder, 'home');
const ends: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(ends.map((end) => end())));

/** Closes of invented prices, one a day of January 2026 up to a day. */
async function bring(name: string, days: number): Promise<void> {
  const rows = Array.from({ length: days }, (_, i) => {
    const day = `2026-01-${String(i + 1).padStart(2, '0')}`;
    return `btc-usd,${day},${90_000 - i * 100},${day}T23:59:59Z`;
  });
  const file = join(folder, name);
  writeFileSync(file, `series,date,value,known_at\n${rows.join('\n')}\n`);
  const { code, err } = await tidemark(['data', 'import', file, '--home', home]);
  expect([code, err]).toEqual([0, expect.any(String)]);
}

it('tells a page of what another process stores, and answers from it at once', async () => {
  await bring('one.csv', 10);
  const child = start(process.execPath, [...SOURCE, 'serve', '--port', '0', '--home', home]);
  ends.push(() => {
    const ended = ending(child);
    child.kill('SIGTERM');
    return ended;
  });
  const base = `${await address(child)}/api/v1`;
  const events = (await fetch(`${base}/events`)).body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () =>
    JSON.parse(/^event: data\ndata: (.*)/.exec((await events?.read())?.value ?? '')?.[1] ?? '');
  const before = await next();
  expect(before.latestClose).toMatch(/^2026-01-1/);
  const tag = (await fetch(`${base}/series/btc-usd`)).headers.get('etag');
  await bring('two.csv', 20);
  const after = await next();
  expect(after.latestClose).toMatch(/^2026-01-2/);
  expect(after.dataVersion).not.toBe(before.dataVersion);
  const now = await fetch(`${base}/series/btc-usd`, { headers: { 'if-none-match': tag ?? '' } });
  expect(now.status).toBe(200);
  const { observations } = (await now.json()) as { observations: unknown[] };
  expect(observations).toHaveLength(20);
});
