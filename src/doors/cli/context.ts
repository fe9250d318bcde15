import type { Effects } from '../../data/effects.ts';
import type { Store } from '../../data/store/store.ts';

/** What a command is handed: the world outside, the data home of this run, standard output, and the store of that home. */
export interface CommandContext {
  readonly effects: Effects;
  readonly home: () => string;
  /** Writes to standard output; everything that is not the answer goes through `effects.log`. */
  readonly print: (text: string) => void;
  readonly openStore: () => Promise<Store>;
}
