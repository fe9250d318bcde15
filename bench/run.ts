import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, type Result } from './frame/measure.ts';
import { writePage } from './frame/page.ts';
import { plainTable } from './frame/table.ts';
import { K1 } from './kernels/K1.ts';
import { K2 } from './kernels/K2.ts';
import { K3 } from './kernels/K3.ts';
import { K4 } from './kernels/K4.ts';
import { K5 } from './kernels/K5.ts';

// Each kernel at its reference size against the rivals that are on this machine: `npm run -s bench -- [--json] [--write] [K…]`.
const BENCHMARKS = [K1, K2, K3, K4, K5];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, write: { type: 'boolean' } },
});
const unknown = positionals.filter((id) => !BENCHMARKS.some((one) => one.id === id));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${BENCHMARKS.map(({ id }) => id).join(', ')}`);
  process.exit(2);
}
const workspace = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
try {
  const results: Result[] = [];
  for (const one of BENCHMARKS) {
    if (positionals.length > 0 && !positionals.includes(one.id)) continue;
    const result = await measure(one, workspace);
    results.push(result);
    if (!values.json) console.log(`${plainTable([result])}\n`);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
  if (values.write) writePage(results);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
