import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { type Answering, Refused } from '../../../src/doors/answering/answering.ts';
import { dataQuestions } from '../../../src/doors/data-questions.ts';
import { Cancelled, type How } from '../../../src/doors/how.ts';
import { createApp } from '../../../src/doors/http/app.ts';
import { listen } from '../../../src/doors/http/listen.ts';
import { pageQuestions } from '../../../src/doors/pages.ts';
import { questions } from '../../../src/doors/questions.ts';
import { fakeWorld, memoryStore } from '../fakes.ts';
import { MARKET } from '../market.ts';

const servers: { close: () => void }[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A server whose computations end when the test says so. */
async function served() {
  const world = fakeWorld();
  const store = memoryStore('/full', MARKET);
  const asked: { operation: string; how: How; finish: (text: string) => void }[] = [];
  const begun = new EventTarget();
  const logged: string[] = [];
  const answering: Answering = {
    answer: (operation, _asked, how) =>
      new Promise((resolve, reject) => {
        how.signal?.addEventListener('abort', () => reject(new Cancelled()));
        const finish = (text: string) =>
          text.startsWith('{')
            ? resolve({ type: 'application/json', plain: new TextEncoder().encode(text) })
            : reject(
                new Refused({ type: 'x', title: 't', status: 500, detail: text, hint: 'h' }, `at ${text}`),
              );
        asked.push({ operation, how, finish });
        begun.dispatchEvent(new Event('begun'));
      }),
  };
  const ask = questions({ store, parts: world.parts });
  const data = dataQuestions(store, world.parts);
  const app = await createApp({
    questions: ask,
    data,
    parts: world.parts,
    asOf: undefined,
    language: 'en',
    languageIsChosen: true,
    pages: pageQuestions({ questions: ask, data, parts: world.parts }),
    fontFolders: [],
    built: { entry: { plain: new Uint8Array(), zipped: undefined, type: 'text/html' }, files: new Map() },
    answering,
    log: (line) => logged.push(line),
  });
  const server = await listen(app, [0]);
  servers.push(server);
  const base = `http://127.0.0.1:${server.port}/api/v1`;
  return { base, asked, logged, begun: () => once(begun, 'begun') };
}

describe('a server whose answers are computed elsewhere', () => {
  it('asks once for several readers, and never again while the data stay the same', async () => {
    const { base, asked, begun } = await served();
    const first = begun();
    const readers = [1, 2, 3].map(async () => (await fetch(`${base}/scan`)).json());
    await first;
    asked[0]?.finish('{"n":1}');
    expect(await Promise.all(readers)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
    expect(await (await fetch(`${base}/scan`)).json()).toEqual({ n: 1 });
    expect(asked).toHaveLength(1);
  });

  it('ends the computation when the last reader has gone, not before', async () => {
    const { base, asked, begun, logged } = await served();
    const leavers = [new AbortController(), new AbortController()];
    const first = begun();
    const readers = leavers.map(({ signal }) => fetch(`${base}/explain`, { signal }).catch(() => 'gone'));
    await first;
    const signal = asked[0]?.how.signal as AbortSignal;
    leavers[0]?.abort();
    expect(await readers[0]).toBe('gone');
    // The other is still served when the server has heard of the first.
    expect((await fetch(`${base}/health`)).status).toBe(200);
    expect(signal.aborted).toBe(false);
    leavers[1]?.abort();
    await expect.poll(() => signal.aborted).toBe(true);
    expect(asked).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('answers a fault from there with 500 and logs its stack', async () => {
    const { base, asked, begun, logged } = await served();
    const first = begun();
    const reader = fetch(`${base}/scan`);
    await first;
    asked[0]?.finish('broken');
    const response = await reader;
    expect([response.status, await response.json()]).toMatchObject([500, { detail: 'broken' }]);
    expect(logged).toEqual(['/api/v1/scan: at broken']);
  });

  it('computes a job as its route would, once for both, and sends the same bytes', async () => {
    const { base, asked, begun } = await served();
    const first = begun();
    const started = await fetch(`${base}/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verb: 'scan', parameters: { window: '5d' } }),
    });
    const place = started.headers.get('location') as string;
    expect([started.status, await started.json()]).toMatchObject([202, { state: 'running', verb: 'scan' }]);
    await first;
    const events = fetch(`${base.replace('/api/v1', '')}${place}/events`);
    const reader = fetch(`${base}/scan?window=5d`);
    const early = await fetch(`${base.replace('/api/v1', '')}${place}/answer`);
    expect([early.status, await early.json()]).toMatchObject([409, { type: '/api/v1/#not-ready' }]);
    asked[0]?.finish('{"window":5}');
    expect(await (await reader).json()).toEqual({ window: 5 });
    expect((await events).headers.get('content-type')).toBe('text/event-stream');
    expect(await (await events).text()).toMatch(/event: progress\n.*event: done\n/s);
    const answer = await fetch(`${base.replace('/api/v1', '')}${place}/answer`);
    expect(await answer.json()).toEqual({ window: 5 });
    expect(asked.map(({ operation }) => operation)).toEqual(['scan']);
  });

  it('cancels a job that is deleted', async () => {
    const { base, asked, begun } = await served();
    const first = begun();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ verb: 'explain' });
    const { id } = (await (await fetch(`${base}/jobs`, { method: 'POST', headers, body })).json()) as {
      id: string;
    };
    await first;
    const gone = await fetch(`${base}/jobs/${id}`, { method: 'DELETE' });
    expect([gone.status, await gone.json()]).toMatchObject([200, { state: 'cancelled' }]);
    expect(asked[0]?.how.signal?.aborted).toBe(true);
    const answer = await fetch(`${base}/jobs/${id}/answer`);
    expect([answer.status, await answer.json()]).toMatchObject([409, { type: '/api/v1/#cancelled' }]);
  });

  it.each([
    [{ verb: 'weather' }, 400, 'verb'],
    [{}, 400, 'verb'],
    [{ verb: 'scan', parameters: { window: 'tomorrow' } }, 400, 'window'],
    [{ verb: 'scan', parameters: { shock: 'x' } }, 400, 'shock'],
    [{ verb: 'scan', parameters: 7 }, 400, 'parameters'],
    [{ verb: 'scan', wish: 1 }, 400, 'wish'],
    ['no object', 400, undefined],
  ])('refuses the job %j with %i and names %s', async (asked, status, field) => {
    const { base } = await served();
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const response = await fetch(`${base}/jobs`, { method: 'POST', headers, body: JSON.stringify(asked) });
    const found = (await response.json()) as { field?: string; hint: string };
    expect([response.status, field && found.field]).toEqual([status, field]);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([
    ['POST', { origin: 'https://evil.example', 'content-type': 'application/json' }, 403],
    ['POST', { origin: 'null', 'content-type': 'application/json' }, 403],
    ['POST', { origin: 'http://127.0.0.1.evil.example', 'content-type': 'application/json' }, 403],
    ['POST', { 'content-type': 'text/plain' }, 415],
    ['POST', { origin: 'http://localhost:5173', 'content-type': 'application/json' }, 202],
    ['DELETE', { origin: 'https://evil.example' }, 403],
  ])('answers %s with %j with %i: a foreign page starts and ends no work', async (method, headers, status) => {
    const { base, asked } = await served();
    const body = method === 'POST' ? { body: '{"verb":"scan"}' } : {};
    const path = method === 'POST' ? '/jobs' : '/jobs/x';
    const response = await fetch(`${base}${path}`, { method, headers, ...body });
    expect(response.status).toBe(status);
    if (status !== 202) expect(asked).toEqual([]);
  });
});
