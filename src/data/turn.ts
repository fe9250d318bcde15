import { setImmediate } from 'node:timers/promises';

/** Lets the event loop turn once, so that a long computation does not keep a server from hearing others. */
export function turn(): Promise<void> {
  return setImmediate();
}
