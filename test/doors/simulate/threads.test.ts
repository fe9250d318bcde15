import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cascadeAnswer } from '../../../src/simulation/cascade/answer.ts';
import { ending, SOURCE, start, temporaryFolder, tidemark } from '../process.ts';

const JOBS = join(import.meta.dirname, 'child/jobs.ts');
const home = join(temporaryFolder('threads'), 'home');
const SPECIMEN = ['--specimen', '--home', home];
const MARKET = ['--assets', 'btc-usd,eth-usd', '--sellers', 'perpetuals,leveraged-funds'];
const SMALL = [...MARKET, '--paths', '8', '--draws', '4', '--horizon', '1h'];

async function jobs(threads: number, kind = 'good') {
  const child = start(process.execPath, [...SOURCE.slice(0, 2), JOBS, String(threads), kind]);
  const { out, err, code } = await ending(child);
  expect([err, code]).toEqual(['', 0]);
  return JSON.parse(out) as Record<string, unknown> & { bars: number[] };
}

describe('jobs', () => {
  it('have the same results in this thread, in two and in three', async () => {
    const [one, two, three] = [await jobs(1), await jobs(2), await jobs(3)];
    expect(two.results).toEqual(one.results);
    expect(three.results).toEqual(one.results);
    expect(JSON.stringify(one.results)).toContain('Float64Array');
    for (const { bars } of [one, two, three]) {
      expect(bars.slice(-2)).toEqual([1, -1]);
      expect(bars).toHaveLength(7);
    }
  });

  it.each([1, 2])('of which one fails end with its error and close the bar, in %i', async (threads) => {
    const { range, message, stack, bars } = await jobs(threads, 'bad');
    expect(range).toBe(true);
    expect(message).toContain('netAssets');
    expect(stack).toContain('job.ts');
    expect(bars.at(-1)).toBe(-1);
  });
});

describe('threads that are kept', () => {
  it('answer as this one does, also after a question that was given up and one that failed, and let the process end', async () => {
    const child = start(process.execPath, [
      ...SOURCE.slice(0, 2),
      join(import.meta.dirname, 'child/kept.ts'),
    ]);
    const { out, err, code } = await ending(child);
    expect([err, code]).toEqual(['', 0]);
    expect(JSON.parse(out)).toEqual(['the same', 'the same', 'Cancelled', 'RangeError', 'the same']);
  });
});

describe('tidemark cascade on the specimen', () => {
  beforeAll(async () => {
    expect((await tidemark(['data', 'list', ...SPECIMEN])).code).toBe(0);
  });

  it('prints the same bytes for 1, 2 and 3 threads, which its schema accepts', async () => {
    const args = ['cascade', '--json', '--fresh', '--as-of', '2026-02-06', ...SMALL, ...SPECIMEN];
    const one = await tidemark([...args, '--threads', '1']);
    expect(one.code).toBe(0);
    expect(one.err).toMatch(/^tidemark: \d+ of \d+ inputs are priors/m);
    const answer = cascadeAnswer.parse(JSON.parse(one.out));
    expect(answer.simulated).toBe(true);
    expect(answer.parameters).not.toHaveProperty('threads');
    for (const threads of ['2', '3']) {
      const other = await tidemark([...args, '--threads', threads]);
      expect(other.out).toBe(one.out);
    }
    const traced = await tidemark(['trace', '--json', answer.forced.total.id, ...SPECIMEN]);
    expect(traced.code).toBe(0);
    const trace = JSON.parse(traced.out);
    expect(trace.figure).toEqual(answer.forced.total);
    expect(trace.formula.id).toBe('cascade-forced');
    expect(trace.changed).toBe(false);
  });

  it.each([1, 2])('ends with 130 soon after it is interrupted, with %i thread(s)', async (threads) => {
    const long = ['--paths', '100000', '--draws', '4', ...MARKET];
    const args = ['cascade', ...long, '--threads', String(threads), ...SPECIMEN];
    const child = start(process.execPath, [...SOURCE, ...args]);
    const ended = ending(child);
    await new Promise<void>((resolve) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('simulating')) resolve();
      });
    });
    child.kill('SIGINT');
    const { code, out } = await ended;
    expect([code, out]).toEqual([130, '']);
  });

  it('says what a claim requires against what the funds have', async () => {
    const claim = ['--claim', 'leveraged-funds=18bn@-1.59%'];
    const { out, code } = await tidemark([
      'cascade',
      ...claim,
      '--assets',
      'nasdaq-100,btc-usd',
      ...SMALL.slice(2),
      ...SPECIMEN,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('$1,132.1');
    expect(out).toContain('SIMULATED');
  });

  it.each([
    [['--shock', 'gold=-3%'], 2, /no such asset in the simulation: "gold"/, /did you mean|allowed/],
    [['--sellers', 'perpetual'], 2, /no such seller/, /did you mean perpetuals/],
    [['--as-of', '1999-12-31'], 3, /nothing was known/, /latest close/],
  ])('with %j ends with %i, one error and a hint', async (args, code, message, hint) => {
    const ended = await tidemark(['cascade', ...args, ...SPECIMEN]);
    expect(ended.err).toMatch(message);
    expect(ended.err).toMatch(hint);
    expect(ended.err).not.toMatch(/^\s+at /m);
    expect([ended.out, ended.code]).toEqual(['', code]);
  });
});
