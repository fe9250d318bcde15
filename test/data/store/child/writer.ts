import { loadBatch, openSmall } from './batches.ts';

/** `writer.ts HOME FIRST COUNT`: loads batches one after the other and prints the number of each when it is committed. */
const [home, first, count] = process.argv.slice(2) as [string, string, string];
const store = await openSmall(home);
process.stdout.write('open\n');
for (let n = Number(first); n < Number(first) + Number(count); n++) {
  await loadBatch(store, n);
  process.stdout.write(`${n}\n`);
}
await store.close();
