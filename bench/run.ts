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
import { K6 } from './kernels/K6.ts';
import { K7 } from './kernels/K7.ts';
import { K8 } from './kernels/K8.ts';
import { K9 } from './kernels/K9.ts';

// Each kernel at its reference size against the rivals that are on this machine: `npm run -s bench -- [--json] [--write] [K…]`.
const BENCHMARKS: Record<string, (workspace: string) => Result[] | Promise<Result[]>> = {
  ...Object.fromEntries(
    [K1, K2, K3, K4, K5, K6].map((one) => [one.id, async (at: string) => [await measure(one, at)]]),
  ),
  K7: async (at) => {
    const results: Result[] = [];
    for (const one of K7) results.push(await measure(one, at));
    return results;
  },
  K8,
  K9,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, write: { type: 'boolean' } },
});
const unknown = positionals.filter((id) => !(id in BENCHMARKS));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
  process.exit(2);
}
const workspace = mkdtempSync(join(tmpdir(), 'tidemark-bench-'));
try {
  const results: Result[] = [];
  for (const [id, run] of Object.entries(BENCHMARKS)) {
    if (positionals.length > 0 && !positionals.includes(id)) continue;
    const found = await run(workspace);
    results.push(...found);
    if (!values.json) console.log(`${plainTable(found)}\n`);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
  if (values.write) writePage(results);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
