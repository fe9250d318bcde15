import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asJson, compare } from '../scripts/case-kit/compare.ts';
import { caseFolders, describeCase, loadRunners, runCase } from '../scripts/case-kit/run.ts';
import type { CaseInput, CaseRunner } from '../scripts/case-kit/runner.ts';
import { parseTable } from '../scripts/case-kit/table.ts';
import { CASES, describeWithCases } from './measures/cases.ts';

const exact = { default: { abs: 0, rel: 0 } };

describe('the comparison of a result with what is expected', () => {
  it('counts a leaf for every number, text, boolean and null, and none for a container', () => {
    const value = { a: [1, 2, [3]], b: { c: null, d: 'x', e: true, f: [], g: {} } };
    expect(compare(value, value, exact)).toEqual({ leaves: 6, bad: [] });
  });

  it('takes null for null only, never for 0, NaN, false, empty text or nothing at all', () => {
    expect(compare({ a: null }, { a: null }, exact).bad).toEqual([]);
    for (const got of [0, Number.NaN, false, '', undefined, [], {}]) {
      expect(compare({ a: null }, { a: got }, exact).bad).toHaveLength(1);
    }
  });

  it('takes no null, NaN, text, boolean or absence for a number', () => {
    for (const got of [null, Number.NaN, '0', false, undefined, [0]]) {
      expect(compare({ a: 0 }, { a: got }, { default: { abs: 10, rel: 10 } }).bad).toHaveLength(1);
    }
  });

  it('lets a number differ by abs + rel·|expected| and no more', () => {
    const tolerance = { default: { abs: 0.5, rel: 0.25 } };
    expect(compare([-4, -4], [-5.5, -2.5], tolerance).bad).toEqual([]);
    expect(compare([-4, -4], [-5.500001, -2.499999], tolerance).bad).toHaveLength(2);
  });

  it('applies the longest dotted prefix, whole names only', () => {
    const tolerance = { ...exact, fit: { abs: 1, rel: 0 }, 'fit.loglik': { abs: 0.1, rel: 0 } };
    const expected = { fit: { a: [0], loglik: 0, loglik2: 0 }, fitted: 0 };
    const got = { fit: { a: [1], loglik: 0.5, loglik2: 0.5 }, fitted: 0.05 };
    expect(compare(expected, got, tolerance).bad.map(({ path }) => path)).toEqual(['fit.loglik', 'fitted']);
  });

  it('refuses a list of another length as one bad leaf', () => {
    expect(compare({ a: [1, 2] }, { a: [1] }, exact)).toEqual({
      leaves: 0,
      bad: [{ path: 'a', expected: 'a list of 2', got: 'a list of 1' }],
    });
    expect(compare({ a: [1, 2] }, { a: { 0: 1, 1: 2 } }, exact).bad).toHaveLength(1);
  });

  it('does not look at what the result has beyond the expected', () => {
    expect(compare({ a: 1 }, { a: 1, b: 2 }, exact)).toEqual({ leaves: 1, bad: [] });
  });

  it('finds every leaf bad when the result is not there', () => {
    expect(compare({ a: 1, b: { c: 'x' } }, undefined, exact)).toMatchObject({
      leaves: 2,
      bad: [{ path: 'a' }, { path: 'b.c' }],
    });
  });

  it('never takes a name of the prototype for a result', () => {
    expect(compare({ toString: null, constructor: 1 }, {}, exact).bad).toHaveLength(2);
  });

  it('stops when no tolerance holds', () => {
    expect(() => compare({ a: 1 }, { a: 1 }, { b: { abs: 0, rel: 0 } })).toThrow(/no tolerance holds for a/);
  });
});

describe('a result as JSON', () => {
  it('writes NaN and nothing as null, an infinite number as text, a typed array as a list', () => {
    const result = {
      a: Float64Array.of(1, Number.NaN),
      b: undefined,
      c: Number.NEGATIVE_INFINITY,
      d: new Map([['k', -0]]),
    };
    expect(asJson(result)).toEqual({ a: [1, null], b: null, c: '-Infinity', d: { k: -0 } });
  });
});

describe('a table of a case', () => {
  it('reads numbers, blanks as NaN, and keeps text', () => {
    const table = parseTable('date,x,id\r\n2021-01-04,1e-3,T0\r\n2021-01-05,,T1\r\n');
    expect(table.numeric.map(({ name }) => name)).toEqual(['x']);
    expect([...table.column('x')]).toEqual([0.001, Number.NaN]);
    expect(table.text('id')).toEqual(['T0', 'T1']);
    expect(table.text('date')).toEqual(['2021-01-04', '2021-01-05']);
    expect(() => table.column('id')).toThrow(RangeError);
  });

  it('reads a blank line of a one-column file as a missing value', () => {
    expect([...parseTable('x\n1\n\n3\n').column('x')]).toEqual([1, Number.NaN, 3]);
  });

  it('reads a column without any number as missing throughout', () => {
    expect([...parseTable('a,b\n1,\n2,NaN\n').column('b')]).toEqual([Number.NaN, Number.NaN]);
  });

  it('refuses a line of another length', () => {
    expect(() => parseTable('a,b\n1,2\n3\n')).toThrow('data line 2 has 1 cells, the header has 2');
  });
});

const temporary = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(temporary, { recursive: true }));

function writeCase(name: string, method: string, expected: unknown): string {
  const folder = join(temporary, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'input.csv'), 'x\n1\n2\n');
  writeFileSync(
    join(folder, 'expected.json'),
    JSON.stringify({ method, params: { k: 3 }, expected, tolerance: exact }),
  );
  return folder;
}

describe('a run of a case', () => {
  let seen: CaseInput | undefined;
  const scale: CaseRunner = {
    methods: ['scale'],
    run(input) {
      seen = input;
      return {
        y: input
          .file()
          .column('x')
          .map((x) => x * (input.params.k as number)),
      };
    },
  };
  const runners = new Map([
    ['scale', scale],
    [
      'broken',
      {
        methods: ['broken'],
        run: () => {
          throw new RangeError('no column of that name');
        },
      },
    ],
  ]);

  it('hands a runner parameters and files, and nothing that is expected', async () => {
    const result = await runCase(writeCase('any-name', 'scale', { y: [3, 6] }), runners);
    expect(describeCase(result)).toBe('any-name: 2 leaves, 0 bad');
    expect(Object.keys(seen ?? {}).sort()).toEqual(['file', 'files', 'method', 'params']);
    expect(seen?.files).toEqual(['input.csv']);
  });

  it('prints what is bad below the line of the case', async () => {
    const result = await runCase(writeCase('off', 'scale', { y: [3, 7] }), runners);
    expect(describeCase(result)).toBe('off: 2 leaves, 1 bad\n   y.1: expected 7, got 6');
  });

  it('says so when a method has no runner, and when a runner throws', async () => {
    expect(describeCase(await runCase(writeCase('new', 'unheard-of', {}), runners))).toBe(
      'new: no runner for the method unheard-of',
    );
    const failed = await runCase(writeCase('bad', 'broken', {}), runners);
    expect(describeCase(failed)).toMatch(/^bad: failed\n {3}RangeError: no column of that name/);
  });

  it('exits with 1 when a case has no runner, and with 2 when there is nothing to run', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'scripts/cases.ts', ...args], { encoding: 'utf8' });
    writeCase('alone/one', 'unheard-of', {});
    const one = run(join(temporary, 'alone'));
    expect([one.stdout, one.status]).toEqual(['one: no runner for the method unheard-of\n', 1]);
    expect(run(join(temporary, 'nowhere')).status).toBe(2);
    expect(run().status).toBe(2);
  });
});

const runners = await loadRunners();

describeWithCases('the reference cases', () => {
  const folders = CASES === undefined ? [] : caseFolders(CASES);
  for (const folder of folders) {
    it(`agrees with ${basename(folder)} on every leaf, or has no runner for its method`, async ({ skip }) => {
      const result = await runCase(folder, runners);
      if (result.state === 'no-runner') {
        process.stderr.write(`${describeCase(result)}\n`);
        skip();
      }
      expect(describeCase(result)).toMatch(/^\S+: [1-9]\d* leaves, 0 bad$/);
    });
  }
});
