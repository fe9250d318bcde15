import type { Absence } from '../windows.ts';

export type { Absence };

/** True when a result is the reason why there is none. */
export function isAbsent<T>(result: T | Absence): result is Absence {
  return typeof result === 'string';
}
