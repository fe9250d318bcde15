import { parentPort } from 'node:worker_threads';
import { simulateBookCascade } from '../src/simulation/simd-book-cascade.ts';
import { referenceBook, SEED } from './frame/cascade.ts';

// A worker of K8b: walks the paths it is sent, and says when it is done.
const book = referenceBook();
parentPort!.on('message', ([from, to]: [number, number]) => {
  const { lowest } = simulateBookCascade(book, SEED, from, to);
  parentPort!.postMessage(lowest.reduce((sum, y) => sum + y, 0));
});
