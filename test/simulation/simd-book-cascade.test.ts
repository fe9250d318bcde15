import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascadeKernel } from '../../src/math/kernels/book-cascade.ts';
import { withoutKernels } from '../../src/math/kernels/instance.ts';
import {
  type CascadeBook,
  type CascadePaths,
  simulateBookCascade as twin,
} from '../../src/simulation/book-cascade.ts';
import { simulateBookCascade } from '../../src/simulation/simd-book-cascade.ts';

/** Paths × steps from which the kernel is worth its instance. */
const WORTH = 20_000;

const ladder = fc
  .array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 5e8, noNaN: true })), { maxLength: 90 })
  .map((amounts) => {
    let sum = 0;
    return Float64Array.from([0, ...amounts], (usd) => {
      sum += usd;
      return sum;
    });
  });

const asked = fc.record({
  book: fc.record({
    drift: fc.float64Array({ min: -0.03, max: 0.03, noNaN: true, minLength: 1, maxLength: 90 }),
    volatility: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 0.02, noNaN: true })),
    impact: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 3e-6, noNaN: true })),
    decay: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0.9, max: 1, noNaN: true })),
    binWidth: fc.double({ min: 1e-4, max: 0.02, noNaN: true }),
    longs: ladder,
    shorts: ladder,
  }),
  seed: fc.nat(Number.MAX_SAFE_INTEGER),
  from: fc.oneof(fc.nat(1000), fc.constantFrom(2 ** 32 - 7, 2 ** 43 - 30_000)),
  more: fc.nat(6),
});

/** The fields whose bits differ, and the fan's. */
function differing(book: CascadeBook, seed: number, from: number, to: number): string[] {
  const size = (to - from) * book.drift.length;
  const fans = [new Float64Array(size), new Float64Array(size)];
  const [a, b] = [simulateBookCascade, twin].map((run, k) => run(book, seed, from, to, fans[k]));
  const same = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    x.length === y.length && Array.prototype.every.call(x, (value, k) => Object.is(value, y[k]));
  const fields = (Object.keys(b!) as (keyof CascadePaths)[]).filter((name) => !same(a![name], b![name]));
  return same(fans[0]!, fans[1]!) ? fields : [...fields, 'fan'];
}

describe('the SIMD kernel of the cascade', () => {
  it('is there, so that what follows compares it with something else', () => {
    const none = Float64Array.of(0);
    const book = { drift: none, volatility: 0, impact: 0, decay: 1, binWidth: 1, longs: none, shorts: none };
    expect(cascadeKernel(book, true)).toBeDefined();
  });

  it('gives every bit of its plain twin, for any number of paths, whole chunks or not', () => {
    fc.assert(
      fc.property(asked, ({ book, seed, from, more }) => {
        const paths = Math.ceil(WORTH / book.drift.length) + more;
        expect(differing(book, seed, from, from + paths)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives every bit of its plain twin when prices leave every range', () => {
    const book = {
      drift: Float64Array.from({ length: 200 }, (_, t) => (t % 2 === 0 ? -1 : 1) * 10 ** (t + 100)),
      volatility: 1e300,
      impact: 1e200,
      decay: 0.5,
      binWidth: 1e-300,
      longs: Float64Array.of(0, 1e300),
      shorts: Float64Array.of(0, 1e-300, 1e308),
    };
    expect(differing(book, 1, 0, 130)).toEqual([]);
    expect(differing({ ...book, drift: book.drift.map((r) => -r) }, 1, 0, 130)).toEqual([]);
  });

  it('leaves linear impact, small batches and machines without SIMD to its twin', () => {
    const drift = new Float64Array(100).fill(-0.001);
    const sales = Float64Array.of(0, 1e8, 3e8, 9e8);
    const book: CascadeBook = {
      drift,
      volatility: 0.002,
      impact: 1e-6,
      decay: 0.9,
      binWidth: 0.01,
      longs: sales,
      shorts: sales,
    };
    expect(differing({ ...book, law: 'linear', impact: 1e-11 }, 2, 0, 300)).toEqual([]);
    expect(differing(book, 2, 0, 3)).toEqual([]);
    expect(withoutKernels(() => differing(book, 2, 0, 300))).toEqual([]);
  });

  it('refuses what its plain twin refuses', () => {
    const none = Float64Array.of(0);
    const drift = new Float64Array(10);
    const book = { drift, volatility: 0.1, impact: 1, decay: 1, binWidth: 1, longs: none, shorts: none };
    expect(() => simulateBookCascade({ ...book, binWidth: -1 }, 1, 0, 5000)).toThrow(/bin width/);
    expect(() => simulateBookCascade({ ...book, longs: Float64Array.of(0, -1) }, 1, 0, 5000)).toThrow(
      /longs/,
    );
    expect(() => simulateBookCascade(book, -1, 0, 5000)).toThrow(/seed/);
    expect(() => simulateBookCascade(book, 1, 2 ** 43 - 1000, 2 ** 43 + 4000)).toThrow(/index/);
  });
});
