// Compiles, then runs all tests (or those that the arguments name); the last line is `N passed, N failed`, skipped ones added when there are any.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'tidemark-test-'));
const report = join(folder, 'vitest.json');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Exit code of a program of the dependencies; our own end by a signal ends it too. */
function run(script, args) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const end = { SIGINT: 130, SIGTERM: 143 };
  for (const [signal, code] of Object.entries(end)) {
    process.once(signal, () => {
      child.kill(signal);
      child.once('exit', () => process.exit(code));
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`${script}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code) => {
      for (const signal of Object.keys(end)) process.removeAllListeners(signal);
      resolve(code ?? 1);
    });
  });
}

/** Counts of a run: a file that could not be loaded is one failure, as is an error outside any test. */
function counts(exitCode) {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  const failedIn = (file) => file.assertionResults.filter((test) => test.status === 'failed').length;
  const failed = testResults
    .filter((file) => file.status === 'failed')
    .reduce((sum, file) => sum + Math.max(1, failedIn(file)), 0);
  return {
    passed: numPassedTests,
    failed: exitCode !== 0 ? Math.max(1, failed) : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

const compiled = await run('typescript/bin/tsc', ['-b']);
if (compiled !== 0) process.stderr.write('the compiler found errors: counted as one failed test\n');
const tested = await run('vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
const { passed, failed, skipped } = counts(tested);
const total = failed + (compiled === 0 ? 0 : 1);
process.stdout.write(`${passed} passed, ${total} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = tested || (total > 0 ? 1 : 0);
