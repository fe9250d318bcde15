import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fingerprint, hashOfProgram } from '../../src/doors/fingerprint.ts';
import { keptAnswers } from '../../src/doors/kept-answers.ts';
import { temporaryFolder, tidemark } from './process.ts';

const root = temporaryFolder('kept');
let homes = 0;

function home(): string {
  const folder = join(root, String(homes++));
  mkdirSync(folder);
  return folder;
}

const of = (name: string) => ({ fingerprint: async () => name });
const ANSWER = { verb: 'scan', zero: -0, none: undefined, odd: Number.NaN, 名: '收益率', list: [1, 2.5] };

describe('an answer kept on disk', () => {
  it('comes back with every bit, also what JSON cannot say', async () => {
    const folder = home();
    await keptAnswers(folder, of('p')).write(['scan', 1], ANSWER);
    const found = await keptAnswers(folder, of('p')).read(['scan', 1]);
    expect(found).toStrictEqual(ANSWER);
    expect(Object.is((found as typeof ANSWER).zero, -0)).toBe(true);
  });

  it('is found by the same question of the same program only', async () => {
    const folder = home();
    await keptAnswers(folder, of('p')).write(['scan', 1], ANSWER);
    expect(await keptAnswers(folder, of('p')).read(['scan', 2])).toBeUndefined();
    expect(await keptAnswers(folder, of('q')).read(['scan', 1])).toBeUndefined();
  });

  it('is passed over, and replaced, where it is to be computed anew', async () => {
    const folder = home();
    await keptAnswers(folder, of('p')).write(['a'], { n: 1 });
    const fresh = keptAnswers(folder, { ...of('p'), fresh: true });
    expect(await fresh.read(['a'])).toBeUndefined();
    await fresh.write(['a'], { n: 2 });
    expect(await keptAnswers(folder, of('p')).read(['a'])).toEqual({ n: 2 });
  });

  it.each([
    ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['changed', (bytes: Buffer) => bytes.fill(7, bytes.length - 12, bytes.length - 8)],
    ['empty', () => Buffer.alloc(0)],
    ['another', () => Buffer.from('no gzip')],
  ])('that is %s on the disk is as if it were not there', async (_how, damage) => {
    const folder = home();
    const kept = keptAnswers(folder, of('p'));
    await kept.write(['a'], ANSWER);
    const [name] = readdirSync(join(folder, 'answers')) as [string];
    const file = join(folder, 'answers', name);
    writeFileSync(file, damage(readFileSync(file)));
    expect(await kept.read(['a'])).toBeUndefined();
    await kept.write(['a'], ANSWER);
    expect(await kept.read(['a'])).toStrictEqual(ANSWER);
  });

  it('makes room for itself: those not asked for longest go, and what an ended process left', async () => {
    const folder = home();
    const kept = keptAnswers(folder, { ...of('p'), mostBytes: 250 });
    // The sizes of these on disk lie near 120 bytes: two have room, a third has not.
    const noise = (seed: number) => ({ text: Array.from({ length: 8 }, (_, i) => Math.sin(seed * 100 + i)) });
    for (const n of [1, 2]) {
      await kept.write([n], noise(n));
      for (const name of readdirSync(join(folder, 'answers'))) {
        const seconds = Date.now() / 1000 - 10_000 * (3 - n);
        utimesSync(join(folder, 'answers', name), seconds, seconds);
      }
    }
    await kept.read([1]);
    writeFileSync(join(folder, 'answers', '.left'), '');
    utimesSync(join(folder, 'answers', '.left'), 1, 1);
    await kept.write([3], noise(3));
    expect(await kept.read([2])).toBeUndefined();
    expect(await kept.read([1])).toEqual(noise(1));
    expect(await kept.read([3])).toEqual(noise(3));
    expect(readdirSync(join(folder, 'answers'))).toHaveLength(2);
  });

  it('needs a home that is there, and makes none', async () => {
    const nowhere = join(root, 'nowhere');
    const kept = keptAnswers(nowhere, of('p'));
    await kept.write(['a'], ANSWER);
    expect(await kept.read(['a'])).toBeUndefined();
    expect(readdirSync(root)).not.toContain('nowhere');
  });

  it('is not kept where there can be no folder, and that is no failure', async () => {
    const folder = home();
    writeFileSync(join(folder, 'file'), '');
    const kept = keptAnswers(join(folder, 'file'), of('p'));
    await kept.write(['a'], ANSWER);
    expect(await kept.read(['a'])).toBeUndefined();
  });
});

describe('a scan of the specimen', () => {
  it('is the same bytes kept and computed anew, in words and as JSON', async () => {
    const base = ['scan', '--specimen', '--home', home(), '--as-of', '2026-02-06T01:00Z'];
    const first = await tidemark([...base, '--json']);
    expect(first.code).toBe(0);
    const folder = join(base[3] as string, 'specimen', 'answers');
    expect(readdirSync(folder)).toHaveLength(1);
    expect((await tidemark([...base, '--json'])).out).toBe(first.out);
    const [kept, anew] = [await tidemark(base), await tidemark([...base, '--fresh'])];
    expect(kept.out).toBe(anew.out);
    expect((await tidemark([...base, '--fresh', '--json'])).out).toBe(first.out);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});

describe('the fingerprint of the program', () => {
  it('is one for the whole process', async () => {
    const one = await fingerprint();
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint()).toBe(one);
  });

  it('is another after any change of a file that makes answers, and of none that only shows them', () => {
    const folder = home();
    const write = (path: string, text: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const room of ['math', 'data', 'measures', 'diagnosis', 'simulation', 'report']) {
      write(`src/${room}/a/one.ts`, 'export const one = 1;');
    }
    write('package-lock.json', '{}');
    const hash = () => hashOfProgram(join(folder, 'src'), '.ts');
    const seen = [hash()];
    write('src/report/a/one.ts', 'export const one = 2;');
    expect(hash()).toBe(seen[0]);
    write('src/math/a/one.ts', 'export const one = 2;');
    seen.push(hash());
    write('src/diagnosis/a/two.ts', '');
    seen.push(hash());
    write('package-lock.json', '{"a":1}');
    seen.push(hash());
    write('src/doors/questions.ts', 'x');
    seen.push(hash());
    expect(new Set(seen).size).toBe(5);
  });
});
