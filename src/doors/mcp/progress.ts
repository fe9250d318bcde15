import type { Effects } from '../../data/effects.ts';

/** Tells the one who asked how far the work is. */
export type Tell = (done: number, total: number, message: string) => void;

/** Bars told to the request that they are drawn for. */
export function progressTo(tell: Tell): Effects['progress'] {
  return (title, total) => ({
    update: (done, detail = '') => tell(done, total, `${title} ${detail}`.trimEnd()),
    end() {},
  });
}
