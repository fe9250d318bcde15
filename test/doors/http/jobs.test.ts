import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Cancelled, type How } from '../../../src/doors/how.ts';
import { NoAnswerYet, TooManyJobs, UnknownJob } from '../../../src/doors/http/api/job-refusals.ts';
import { type Jobs, jobsOf } from '../../../src/doors/http/api/jobs.ts';
import type { Sent } from '../../../src/doors/http/api/sent.ts';
import { problemOf } from '../../../src/doors/http/problem.ts';

const SENT: Sent = { type: 'text/plain', plain: new TextEncoder().encode('the answer') };

function jobs(more: Partial<Parameters<typeof jobsOf>[0]> = {}): Jobs {
  return jobsOf({ problemOf: (error) => problemOf(error, { names: [], texts: {} }), ...more });
}

/** Work that says how far it is and ends when it is told to, or given up. */
function work() {
  let [finish, fail]: [(sent: Sent) => void, (error: Error) => void] = [() => {}, () => {}];
  let how: How = {};
  return {
    run: (given: How) => {
      how = given;
      return new Promise<Sent>((resolve, reject) => {
        [finish, fail] = [resolve, reject];
        given.signal?.addEventListener('abort', () => reject(new Cancelled()));
      });
    },
    stage: (title: string, total: number) => how.progress?.(title, total),
    signal: () => how.signal,
    finish: () => finish(SENT),
    fail: (error: Error) => fail(error),
  };
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

/** Names and data of the events of a stream. */
function eventsIn(text: string): [string, unknown][] {
  const blocks = text.split('\n\n').filter((one) => one.startsWith('id: '));
  return blocks.map((block) => {
    const [, name, data] = /^id: \d+\nevent: (\w+)\ndata: (.*)$/.exec(block) as unknown as [
      string,
      string,
      string,
    ];
    return [name, (JSON.parse(data) as { progress: unknown }).progress];
  });
}

describe('a job', () => {
  it('tells how far it is until it is done, and then gives its answer', async () => {
    const [all, one] = [jobs(), work()];
    const { id, state } = all.start('explain', one.run);
    expect(state).toBe('running');
    await wait();
    const stream = textOf(all.events(id, 0));
    const bar = one.stage('explaining', 2);
    bar?.update(1);
    await expect(all.answer(id)).rejects.toBeInstanceOf(NoAnswerYet);
    one.finish();
    expect(await all.answer(id).catch(() => wait().then(() => all.answer(id)))).toBe(SENT);
    expect(all.state(id)).toMatchObject({ state: 'done', verb: 'explain', problem: null });
    expect(eventsIn(await stream)).toEqual([
      ['progress', null],
      ['progress', { title: 'explaining', done: 0, total: 2 }],
      ['progress', { title: 'explaining', done: 1, total: 2 }],
      ['done', { title: 'explaining', done: 1, total: 2 }],
    ]);
  });

  it('that is over says so to one who listens late, and no more than that to one who comes again', async () => {
    const [all, one] = [jobs(), work()];
    const { id } = all.start('scan', one.run);
    await wait();
    one.stage('scanning', 1);
    one.finish();
    await wait();
    const text = await textOf(all.events(id, 0));
    expect(eventsIn(text).map(([name]) => name)).toEqual(['done']);
    const last = Number(/id: (\d+)/.exec(text)?.[1]);
    expect(await textOf(all.events(id, last))).toBe('');
  });

  it('that is cancelled stops its work, and has no answer', async () => {
    const [all, one] = [jobs(), work()];
    const { id } = all.start('cascade', one.run);
    await wait();
    const stream = textOf(all.events(id, 0));
    expect(all.cancel(id).state).toBe('cancelled');
    expect(one.signal()?.aborted).toBe(true);
    await expect(all.answer(id)).rejects.toBeInstanceOf(Cancelled);
    expect(eventsIn(await stream).map(([name]) => name)).toEqual(['progress', 'cancelled']);
    expect(all.cancel(id).state).toBe('cancelled');
  });

  it('that fails keeps its problem', async () => {
    const [all, one] = [jobs(), work()];
    const { id } = all.start('scan', one.run);
    await wait();
    one.fail(new RangeError('boom'));
    await wait();
    expect(all.state(id)).toMatchObject({ state: 'failed', problem: { status: 500, detail: /boom/ } });
    await expect(all.answer(id)).rejects.toThrow('boom');
  });

  it('is one of a few at once', async () => {
    const all = jobs({ mostRunning: 2 });
    const two = [work(), work()];
    const [first] = two.map(({ run }) => all.start('scan', run));
    expect(() => all.start('scan', work().run)).toThrow(TooManyJobs);
    await wait();
    all.cancel(first?.id as string);
    expect(all.start('scan', work().run).state).toBe('running');
  });

  it('is forgotten when it is long over, and before that when many came since', async () => {
    const all = jobs({ rememberedMs: 5, mostKnown: 2 });
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      ids.push(all.start('scan', async () => SENT).id);
      await Promise.resolve()
        .then(() => {})
        .then(() => {})
        .then(() => {});
    }
    expect(() => all.state(ids[0] as string)).toThrow(UnknownJob);
    expect(all.state(ids[2] as string).state).toBe('done');
    await wait(30);
    expect(() => all.state(ids[2] as string)).toThrow(UnknownJob);
  });

  it('that nobody started is unknown', async () => {
    for (const ask of [() => jobs().state('x'), () => jobs().cancel('x'), () => jobs().events('x', 0)]) {
      expect(ask).toThrow(UnknownJob);
    }
    await expect(jobs().answer('x')).rejects.toBeInstanceOf(UnknownJob);
  });
});
