import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-test-script-'));
  for (const folder of ['scripts', 'node_modules/typescript/bin', 'node_modules/vitest']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  copyFileSync('scripts/test.mjs', join(root, 'scripts/test.mjs'));
  compiler(0);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function compiler(code: number): void {
  const file = join(root, 'node_modules/typescript/bin/tsc');
  writeFileSync(file, `console.log('a.ts: error TS1'); process.exit(${code});`);
}

type Status = 'passed' | 'failed' | 'pending';

/** Stands for vitest: writes the report that the arguments name, as its JSON reporter does, and ends with a code. */
function runner(files: readonly (readonly Status[])[], code: number, before = ''): void {
  const count = (status: Status) => files.flat().filter((one) => one === status).length;
  const report = {
    numPassedTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: 0,
    testResults: files.map((tests) => ({
      status: tests.length === 0 || tests.includes('failed') ? 'failed' : 'passed',
      assertionResults: tests.map((status) => ({ status })),
    })),
  };
  writeFileSync(
    join(root, 'node_modules/vitest/vitest.mjs'),
    `import { writeFileSync } from 'node:fs';
     writeFileSync('args', process.argv.slice(2).join(' '));
     ${before}
     const file = process.argv.find((arg) => arg.startsWith('--outputFile.json=')).slice(18);
     writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});
     console.log('many lines');
     process.exit(${code});`,
  );
}

function test(...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/test.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the test command', () => {
  it('ends with the counts of what ran', () => {
    runner([['passed', 'passed'], ['passed']], 0);
    expect(test()).toEqual({ status: 0, last: '3 passed, 0 failed' });
  });

  it('names skipped tests only when there are any', () => {
    runner([['passed', 'pending']], 0);
    expect(test()).toEqual({ status: 0, last: '1 passed, 0 failed, 1 skipped' });
  });

  it('counts a file that could not be loaded as one failure', () => {
    runner([['passed', 'failed', 'failed'], []], 1);
    expect(test()).toEqual({ status: 1, last: '1 passed, 3 failed' });
  });

  it('counts an error outside any test', () => {
    runner([['passed']], 1);
    expect(test()).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('counts a compile error as one failure even when all tests pass', () => {
    compiler(2);
    runner([['passed']], 0);
    expect(test()).toEqual({ status: 1, last: '1 passed, 1 failed' });
  });

  it('counts a runner that died without a report as one failure', () => {
    runner([['passed']], 0, 'process.exit(9);');
    expect(test()).toEqual({ status: 9, last: '0 passed, 1 failed' });
  });

  it('hands its arguments to the runner', () => {
    runner([], 0);
    test('test/data', '-t', 'name');
    expect(readFileSync(join(root, 'args'), 'utf8')).toMatch(/^run .* test\/data -t name$/);
  });

  it('ends with 143 when it is told to end', async () => {
    runner([], 0, 'await new Promise((resolve) => setTimeout(resolve, 60_000));');
    const child = spawn(process.execPath, [join(root, 'scripts/test.mjs')], { stdio: 'ignore' });
    while (!existsSync(join(root, 'args'))) await new Promise((resolve) => setTimeout(resolve, 10));
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await code).toBe(143);
  });
});
