import type { Language } from '../../data/series/entry.ts';
import type { Store } from '../../data/store/store.ts';
import type { Parts } from '../parts.ts';
import type { Questions } from '../questions.ts';

/** What every request of the protocol is answered from. */
export interface Desk {
  readonly parts: Parts;
  /** Opened by the first request that needs it. */
  readonly store: () => Promise<Store>;
  readonly questions: () => Promise<Questions>;
  /** Language of a request that asks for none. */
  readonly language: Language;
}
