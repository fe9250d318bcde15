import { AsyncLocalStorage } from 'node:async_hooks';
import { type Effects, type Progress, SILENT_PROGRESS } from '../../data/effects.ts';

/** Tells the one who asked how far the work is. */
export type Tell = (done: number, total: number, message: string) => void;

const listening = new AsyncLocalStorage<Tell>();

/** Runs the work of one request; bars drawn by it are told instead. */
export function telling<T>(tell: Tell | undefined, work: () => Promise<T>): Promise<T> {
  return tell ? listening.run(tell, work) : work();
}

/** Bars told to the request that they are drawn for; silent for one that did not ask. */
export const toldProgress: Pick<Effects, 'progress'> = {
  progress(title, total): Progress {
    const tell = listening.getStore();
    if (!tell) return SILENT_PROGRESS;
    return {
      update: (done, detail = '') => tell(done, total, `${title} ${detail}`.trimEnd()),
      end() {},
    };
  },
};
