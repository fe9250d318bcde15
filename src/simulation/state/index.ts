import { readPerpetuals } from './perpetuals.ts';
import type { StateReader } from './reading.ts';

/** What each seller starts from, by its id. */
export const READERS: Readonly<Record<string, StateReader<unknown>>> = { perpetuals: readPerpetuals };
