import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/data/figure.ts';
import { parseInstant } from '../../src/data/time.ts';
import { figuresOf } from '../../src/data/trace.ts';
import { Cancelled } from '../../src/doors/how.ts';
import { parseWindow, questions, UnknownFigure, viewAt } from '../../src/doors/questions.ts';
import { fakeWorld, memoryStore } from './fakes.ts';
import { MARKET } from './market.ts';

const store = memoryStore('/full', MARKET);

function asked() {
  const world = fakeWorld();
  return { world, ask: questions({ store, parts: world.parts }) };
}

describe('a question without an instant', () => {
  it('is about the latest close in the store, never the clock', async () => {
    const answer = await asked().ask.scan({});
    expect(answer.asOf).toBe('2026-02-06T00:00Z');
  });
});

describe('a question about an instant', () => {
  it('sees what was known then', async () => {
    const { ask } = asked();
    const early = await ask.scan({ asOf: parseInstant('2026-02-04') });
    // 75000 / 80000 − 1
    expect(early.joint.score.value).toBeCloseTo(-0.0625, 12);
  });

  it('before anything was known has no answer, and says when there is one', async () => {
    await expect(viewAt(store, parseInstant('2001-01-01'))).rejects.toMatchObject({
      exitCode: 3,
      message: 'nothing was known at 2001-01-02T00:00Z',
      hint: expect.stringContaining('2026-02-06T00:00Z'),
    });
  });

  it('to an empty home names both ways to data', async () => {
    await expect(viewAt(memoryStore('/empty', []), undefined)).rejects.toMatchObject({
      exitCode: 3,
      message: 'no data in /empty',
      hint: expect.stringMatching(/tidemark data import DIR.*--specimen/),
    });
  });

  it('asked twice is answered once, while the data stay the same', async () => {
    const { ask, world } = asked();
    const [one, two] = [await ask.scan({}), await ask.scan({ universe: 'core', window: '1d' })];
    expect(two).toBe(one);
    expect(world.scans).toHaveLength(1);
    await ask.scan({ window: '5d' });
    expect(world.scans.map((scan) => scan.window)).toEqual(['1d', '5d']);
  });

  it('is answered once by each verb, the report from both', async () => {
    const { ask, world } = asked();
    const { scan, explain } = await ask.report({});
    expect(await ask.scan({})).toBe(scan);
    expect(await ask.explain({ window: '5d' })).toBe(explain);
    await ask.explain({ section: 'flows' });
    // One more of each for the instant that the report is compared with.
    expect([world.scans.length, world.explained.length]).toEqual([2, 3]);
  });

  it('of a report supposes in the explanation only, as the explanation asked for alone does', async () => {
    const { ask, world } = asked();
    const { scan, explain } = await ask.report({ assume: 'fed=40' });
    expect(await ask.scan({})).toBe(scan);
    expect(await ask.explain({ assume: 'fed:40.0' })).toBe(explain);
    expect(explain).not.toBe((await ask.report({})).explain);
    expect(world.scans).toHaveLength(2);
  });

  it('of a report is compared with a session of New York earlier, in the parts that change', async () => {
    const { ask, world } = asked();
    const since = async (asOf: string) => (await ask.report({ asOf: parseInstant(asOf) })).since?.scan.asOf;
    // After Monday's session: a day before, when Friday's was the latest.
    expect(await since('2026-02-10T01:00Z')).toBe('2026-02-09T01:00Z');
    expect(world.explained.at(-1)).toMatchObject({
      part: ['liquidity-state', 'net-liquidity', 'three-lamps', 'cash-regime'],
    });
    // In Monday's session, and before it: the last session is Friday's, and Thursday's was it in Friday's session.
    expect(await since('2026-02-09T17:00Z')).toBe('2026-02-06T17:00Z');
    expect(await since('2026-02-08T22:00Z')).toBe('2026-02-05T22:00Z');
    const named = await ask.report({ since: parseInstant('2026-02-04T12:00Z') });
    expect(named.since?.scan.asOf).toBe('2026-02-04T12:00Z');
  });

  it('of a report compared with nothing known leaves the comparison out, and with what is not earlier is refused', async () => {
    const { ask } = asked();
    expect((await ask.report({ since: parseInstant('2001-01-01T00:00Z') })).since).toBeUndefined();
    const asOf = parseInstant('2026-02-04T00:00Z');
    await expect(ask.report({ asOf, since: asOf })).rejects.toMatchObject({
      exitCode: 2,
      message: '--since: not before the report: 2026-02-04T00:00Z',
      hint: 'allowed: an instant before 2026-02-04T00:00Z',
    });
  });

  it('that failed is asked again', async () => {
    const world = fakeWorld();
    let calls = 0;
    const scan = () => {
      calls += 1;
      return Promise.reject(new Error('once'));
    };
    const ask = questions({ store, parts: { ...world.parts, scan } });
    await expect(ask.scan({})).rejects.toThrow('once');
    await expect(ask.scan({})).rejects.toThrow('once');
    expect(calls).toBe(2);
  });
});

describe('an answer that is kept on disk', () => {
  const shelf = () => {
    const kept = new Map<string, object>();
    return {
      kept,
      read: async (asked: readonly unknown[]) => kept.get(JSON.stringify(asked)),
      write: async (asked: readonly unknown[], answer: object) =>
        void kept.set(JSON.stringify(asked), structuredClone(answer)),
    };
  };

  it('is not computed by another process, and says the same', async () => {
    const [disk, before, after] = [shelf(), fakeWorld(), fakeWorld()];
    const made = await questions({ store, parts: before.parts, kept: disk }).report({});
    const found = await questions({ store, parts: after.parts, kept: disk }).report({});
    expect(JSON.stringify(found)).toBe(JSON.stringify(made));
    expect([before, after].map((world) => world.scans.length + world.explained.length)).toEqual([4, 0]);
    expect(disk.kept.size).toBe(5);
  });

  it('is never one part of an explanation, made for a trace', async () => {
    const [disk, { parts }] = [shelf(), fakeWorld()];
    await questions({ store, parts, kept: disk }).trace('explain:balance.assets@2026-02-06T00:00Z#000000');
    expect(disk.kept.size).toBe(0);
  });

  it('is another after a commit, though all that can be seen is the same', async () => {
    const [disk, { parts, scans }] = [shelf(), fakeWorld()];
    for (const commit of ['1.0', '2.0']) {
      await questions({ store: { ...store, latestCommit: async () => commit }, parts, kept: disk }).scan({});
    }
    expect(scans).toHaveLength(2);
  });

  it('is not kept when something was committed while its view was opened', async () => {
    let commits = 0;
    const busy = { ...store, latestCommit: async () => String(commits++) };
    const disk = shelf();
    await questions({ store: busy, parts: fakeWorld().parts, kept: disk }).scan({});
    expect(disk.kept.size).toBe(0);
  });
});

describe('an explanation that is given up', () => {
  it('stops before its next part, and is told as cancelled', async () => {
    const done: number[] = [];
    const leaver = new AbortController();
    const { parts } = fakeWorld();
    const explain: typeof parts.explain = async (_view, _options, beforePart = async () => {}) => {
      for (let part = 0; part < 9; part++) {
        await beforePart(part, 9);
        if (part === 3) leaver.abort();
      }
      throw new Error('it went on');
    };
    const progress = () => ({ update: (part: number) => void done.push(part), end() {} });
    const ask = questions({ store, parts: { ...parts, explain } });
    await expect(ask.explain({}, { signal: leaver.signal, progress })).rejects.toBeInstanceOf(Cancelled);
    expect(done).toEqual([0, 1, 2, 3]);
  });
});

describe('a cascade', () => {
  it('beyond what is allowed here is refused before anything is simulated, also through an id', async () => {
    const world = fakeWorld();
    const limits = { paths: 100, draws: 10, steps: 576 };
    const ask = questions({ store, parts: world.parts, limits });
    await expect(ask.cascade({ paths: '101', draws: '10' })).rejects.toMatchObject({
      exitCode: 2,
      message: 'paths: too many here: 101',
      hint: 'allowed: at most 100; more at the command line',
    });
    await expect(ask.trace('cascade:forced@2026-02-06T00:00Z;paths=5000#000000')).rejects.toMatchObject({
      exitCode: 2,
    });
    expect(world.cascades).toEqual([]);
    await ask.cascade({ paths: '100', draws: '10' });
    expect(world.cascades).toHaveLength(1);
    expect(world.simulated).toMatchObject([{ threads: 1 }]);
  });
});

describe('a window', () => {
  it.each(['1d', '5d', '20d', '2600d'])('may be %s', (text) => {
    expect(parseWindow(text)).toBe(text);
  });

  it('is written in one way only', () => {
    expect(parseWindow('005d')).toBe('5d');
  });

  it.each(['', '0d', '5', 'd', '-1d', '1.5d', '2601d', '5w', '99999d', '5d;x=1'])('is not %j', (text) => {
    expect(() => parseWindow(text)).toThrow(
      expect.objectContaining({ exitCode: 2, hint: 'allowed: 1d, 5d, 20d … 2600d' }),
    );
  });
});

describe('a trace by id', () => {
  it('redoes the answer at the instant and with the parameters of the id', async () => {
    const { ask, world } = asked();
    const answer = await ask.scan({ asOf: parseInstant('2026-02-05'), universe: 'btc-usd,fed-assets' });
    const trace = await ask.trace(answer.joint.score.id);
    expect(trace.figure).toEqual(answer.joint.score);
    expect(trace.changed).toBe(false);
    expect(trace.worked).toBe('60000 / 75000 − 1');
    expect(world.scans.at(-1)?.universe).toEqual(['btc-usd', 'fed-assets']);
  });

  it('redoes the answer with the window and the event of the id', async () => {
    const { ask, world } = asked();
    const id = 'scan:none@2026-02-06T00:00Z;window=5d;event=2026-02-04T19:00Z#000000';
    await expect(ask.trace(id)).rejects.toBeInstanceOf(UnknownFigure);
    expect(world.scans.at(-1)).toMatchObject({ window: '5d', event: parseInstant('2026-02-04T19:00Z') });
  });

  it('redoes only the part of an explanation that the figure belongs to', async () => {
    const { ask, world } = asked();
    const answer = await ask.explain({ asset: 'btc-usd', window: '20d', assume: 'flow=-3,fed=40' });
    const [figure] = figuresOf(answer) as [Figure];
    expect(figure.id).toContain(';assume=fed:40,flow:-3#');
    const trace = await ask.trace(figure.id);
    expect(trace.figure).toEqual(figure);
    expect(world.explained.at(-1)).toEqual({
      asset: 'btc-usd',
      window: '20d',
      assume: { fed: 40e9, flow: -3e9 },
      section: undefined,
      part: 'balance',
    });
    await expect(ask.trace('explain:tides.x@2026-02-06T00:00Z#000000')).rejects.toMatchObject({
      message: 'an explanation has no part "tides"',
      hint: 'ids stand in `tidemark explain --json`',
    });
    await expect(ask.trace('explain:balance.asset@2026-02-06T00:00Z#000000')).rejects.toMatchObject({
      hint: 'did you mean balance.assets?',
    });
  });

  it('explains one part alone when a page asks for it', async () => {
    const { ask, world } = asked();
    await ask.explain({ part: 'balance' });
    expect(world.explained.at(-1)).toMatchObject({ section: undefined, part: 'balance' });
  });

  it('redoes a cascade with all that its id holds', async () => {
    const { ask, world } = asked();
    const answer = await ask.cascade({
      shock: 'btc-usd=-8%',
      paths: '50',
      sellers: 'perpetuals',
      step: '15m',
    });
    const { id } = answer.forced.total;
    expect(id).toContain(';shock=btc-usd:-0.08;sellers=perpetuals;paths=50;stepMinutes=15#');
    const again = asked();
    const trace = await again.ask.trace(id);
    expect(trace.figure).toEqual(answer.forced.total);
    expect(again.world.cascades).toEqual(world.cascades);
    await ask.trace(id);
    expect(world.cascades).toHaveLength(1);
  });

  it('finds the figure also when the data have changed since, and says so', async () => {
    const { ask } = asked();
    const trace = await ask.trace('scan:joint.score@2026-02-06T00:00Z#000000');
    expect(trace.changed).toBe(true);
    expect(trace.figure.value).toBeCloseTo(-0.2, 12);
  });

  it('names the nearest figures when there is none of that name', async () => {
    const trace = asked().ask.trace('scan:joint.scor@2026-02-06T00:00Z#000000');
    await expect(trace).rejects.toBeInstanceOf(UnknownFigure);
    await expect(trace).rejects.toMatchObject({ hint: 'did you mean joint.score?' });
  });

  it.each([
    'foo',
    'stress:x@2026-02-06T00:00Z#000000',
    'scan:x@yesterday#000000',
    'scan:x@2026-02-06#00000',
    'scan:x@2026-02-06;universe=nope#000000',
    'scan:x@2026-02-06;window=9w#000000',
    'scan:x@2026-02-06;event=soon#000000',
    'cascade:x@2026-02-06;paths=many#000000',
    'cascade:x@2026-02-06;shock=btc-usd#000000',
    'cascade:x@2026-02-06;claim=much#000000',
  ])('refuses %s as wrong usage', async (id) => {
    await expect(asked().ask.trace(id)).rejects.toMatchObject({ exitCode: 2 });
  });
});
