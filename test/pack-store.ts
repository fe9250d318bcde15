import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packStore } from '../scripts/pack-store.ts';
import type { Store } from '../src/data/store/store.ts';
import { PACK } from './pack.ts';

/** Home of the imported pack that all test processes of one run share; taken away by the global set-up. */
export function packHome(runner: number): string {
  return join(tmpdir(), `tidemark-tests-${runner}`);
}

/** The real data pack through the importer and the store; the first test file of a run that asks pays for the import. */
export function openPack(): Promise<Store> {
  return packStore(PACK as string, packHome(process.ppid));
}
