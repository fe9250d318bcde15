import { batchesIn, openSmall } from './batches.ts';

/** `reader.ts HOME LAST`: reads until batch LAST is there; fails when a batch is there in part or one has gone. */
const [home, last] = process.argv.slice(2) as [string, string];
const store = await openSmall(home);
let before: number[] = [];
let reads = 0;
process.stdout.write('open\n');
while (!before.includes(Number(last))) {
  const now = await batchesIn(store);
  if (before.some((batch) => !now.includes(batch))) throw new Error(`of ${before} there is only ${now}`);
  before = now;
  reads++;
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await store.close();
process.stdout.write(`${reads}\n`);
