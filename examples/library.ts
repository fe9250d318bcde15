import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CORE_UNIVERSE,
  entryOf,
  openStore,
  parseInstant,
  SILENT_PROGRESS,
  scan,
  writeSpecimen,
} from 'tidemark';

// Tidemark as a library: a scan of the specimen, a generated market, as known at an instant. The clock, the log and the progress bar are
// handed in; nothing below reads them from elsewhere.
const effects = {
  now: () => Date.now(),
  log: (line: string) => void process.stderr.write(`${line}\n`),
  progress: () => SILENT_PROGRESS,
};

const home = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'tidemark-library-')));
const store = await openStore({ home, effects, entry: entryOf });
try {
  await writeSpecimen(store, effects);
  const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
  const answer = await scan(view, { universe: CORE_UNIVERSE, universeName: 'core', window: '1d' });
  const { score } = answer.joint;
  process.stdout.write(`${answer.asOf} ${answer.simulated ? 'SIMULATED ' : ''}${score.value} ${score.id}\n`);
} finally {
  await store.close();
  if (process.argv[2] === undefined) await rm(home, { recursive: true, force: true });
}
