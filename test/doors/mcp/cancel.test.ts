import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Progress } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, describe, expect, it } from 'vitest';
import { Cancelled, type How } from '../../../src/doors/how.ts';
import type { Desk } from '../../../src/doors/mcp/desk.ts';
import { createServer } from '../../../src/doors/mcp/server.ts';
import type { Questions } from '../../../src/doors/questions.ts';

/** A server whose explanation tells one stage and then waits until it is given up. */
async function waiting() {
  const heard: { how: How | undefined; gaveUp: boolean } = { how: undefined, gaveUp: false };
  const explain = (_: unknown, how: How = {}) =>
    new Promise<never>((_resolve, reject) => {
      heard.how = how;
      how.progress?.('explaining', 4).update(1, '1/4');
      how.signal?.addEventListener('abort', () => {
        heard.gaveUp = true;
        reject(new Cancelled());
      });
    });
  const desk = {
    language: 'en',
    questions: async () => ({ explain }) as unknown as Questions,
  } as unknown as Desk;
  const logged: string[] = [];
  const server = createServer({ desk, version: '0', log: (line) => logged.push(line) });
  const client = new Client({ name: 'test', version: '0' });
  const [one, other] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(one), client.connect(other)]);
  return { client, heard, logged };
}

let open: Client | undefined;
afterEach(() => open?.close());

describe('a tool that is given up', () => {
  it('ends the question behind it, and is no fault of the program', async () => {
    const { client, heard, logged } = await waiting();
    open = client;
    const leaver = new AbortController();
    const call = client.callTool({ name: 'explain', arguments: {} }, undefined, { signal: leaver.signal });
    await expect.poll(() => heard.how).toBeDefined();
    expect(heard.gaveUp).toBe(false);
    leaver.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(() => heard.gaveUp).toBe(true);
    expect(logged).toEqual([]);
  });

  it('tells its stages in the language asked for', async () => {
    const { client } = await waiting();
    open = client;
    const told: Progress[] = [];
    const leaver = new AbortController();
    const call = client.callTool({ name: 'explain', arguments: { lang: 'zh-Hant' } }, undefined, {
      signal: leaver.signal,
      onprogress: (progress) => told.push(progress),
    });
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toMatchObject({ progress: 1, total: 4, message: '正在解釋 1/4' });
    leaver.abort();
    await expect(call).rejects.toThrow();
  });
});
