import { rmSync } from 'node:fs';
import { packHome } from './pack-store.ts';

/** Takes away, after the run, what test processes share. */
export function teardown(): void {
  rmSync(packHome(process.pid), { recursive: true, force: true });
}
