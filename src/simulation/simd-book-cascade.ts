import { cascadeKernel, PATH_VALUES } from '../math/kernels/book-cascade.ts';
import {
  type CascadeBook,
  type CascadePaths,
  checkCascade,
  emptyPaths,
  simulateBookCascade as twin,
} from './book-cascade.ts';

/** Steps of all paths below which making an instance costs more than it saves. */
const WORTHWHILE = 20_000;

/**
 * `simulateBookCascade` of `./book-cascade.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results and errors.
 */
export function simulateBookCascade(
  book: CascadeBook,
  seed: number,
  from: number,
  to: number,
  fan?: Float64Array,
): CascadePaths {
  checkCascade(book, from, to, fan);
  const worthwhile = book.law !== 'linear' && (to - from) * book.drift.length >= WORTHWHILE;
  const kernel = worthwhile ? cascadeKernel(book, fan !== undefined) : undefined;
  if (kernel === undefined) return twin(book, seed, from, to, fan);
  const out = emptyPaths(to - from);
  kernel.walk(seed, from, to, (first, values) => takePaths(out, first, values), fan);
  return out;
}

function takePaths(out: CascadePaths, first: number, values: Float64Array): void {
  for (let i = first, at = 0; at < values.length; i++, at += PATH_VALUES) {
    out.lowest[i] = values[at]!;
    out.highest[i] = values[at + 1]!;
    out.final[i] = values[at + 2]!;
    out.stepOfLowest[i] = values[at + 3]!;
    out.sold[i] = values[at + 4]!;
    out.bought[i] = values[at + 5]!;
  }
}
