import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Result } from './measure.ts';
import { markdownTables } from './table.ts';

const PAGE = join(import.meta.dirname, '../../docs/performance.md');
const RESULTS = join(import.meta.dirname, '../results.json');

/** Writes docs/performance.md from results and, for benchmarks that did not run this time, from what bench/results.json kept of the last. */
export function writePage(results: readonly Result[]): void {
  const kept: Result[] = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : [];
  const ids = new Set(results.map(({ id }) => id));
  const all = [...kept.filter(({ id }) => !ids.has(id)), ...results].sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(RESULTS, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(PAGE, `${preamble()}\n\n${markdownTables(all)}\n`);
}

function preamble(): string {
  const processors = cpus();
  return `# Performance

This page is written by \`npm run bench -- --write\`; no figure on it is typed by hand. \`npm run -s bench -- [--json] [K…]\` prints the same
for the machine it runs on. Whole answers stand in [performance-answers.md](performance-answers.md). Made on ${processors.length} × ${processors[0]?.model.trim()}, Node ${process.versions.node}.

Every contestant of a table answers the same question on the same seeded numbers. They run in turn, one round to warm up and five that count (short ones
three times a round, and native ones too, after one more run that does not count); the figure is the median of processor time (all threads; numpy and its kin on one thread), because a wall clock on a shared machine measures the others. Ratios are of
medians of the same rounds: *× C* to native code of the same algorithm, *× ours* to the first line. *difference* is the largest relative
difference of what was found from what the first line found; too large a one fails the command. Rivals that are not on the machine are left out. Of R the one
package that distributions carry is among them (fGarch); rmgarch and ConnectednessApproach are not.

The SIMD kernels are AssemblyScript (\`kernels/\`), compiled by \`npm run build:kernels\` into \`src/math/kernels/bytes.ts\`. Their plain TypeScript twins stay: they
are the oracle, and they do the work where WebAssembly or its SIMD instructions are absent. A kernel's vectors run over results that do not depend on each
other, so every sum is taken in the twin's order and every bit agrees.`;
}
