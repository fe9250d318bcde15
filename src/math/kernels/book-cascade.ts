import { streamWords } from '../random.ts';
import { TAIL_START, ziggurat } from '../ziggurat.ts';
import { kernelInstance } from './instance.ts';

/** Values that the kernel leaves for a path: lowest, highest, final, step of the lowest, sold, bought. */
export const PATH_VALUES = 6;

/** Paths taken into the memory of the kernel at a time. */
const CHUNK = 256;

export interface CascadeKernel {
  /**
   * Paths from…to) of a seed: gives `take` as many rows of `PATH_VALUES` values as there are paths, a chunk at a time, and y after every step
   * to `fan`, (to − from)×steps, when given.
   */
  walk(
    seed: number,
    from: number,
    to: number,
    take: (at: number, values: Float64Array) => void,
    fan?: Float64Array,
  ): void;
}

/**
 * The kernel for one book with square-root impact; undefined where SIMD is absent or the shape too large.
 * @see src/simulation/book-cascade.ts, the plain twin.
 */
export function cascadeKernel(
  book: {
    readonly drift: Float64Array;
    readonly volatility: number;
    readonly impact: number;
    readonly decay: number;
    readonly binWidth: number;
    readonly longs: Float64Array;
    readonly shorts: Float64Array;
  },
  withFan: boolean,
): CascadeKernel | undefined {
  const steps = book.drift.length;
  const fanValues = withFan ? CHUNK * steps : 0;
  const ladders = book.longs.length + book.shorts.length;
  const instance = kernelInstance(768 + 5 * steps + ladders + 18 + CHUNK * (PATH_VALUES + 2) + fanValues);
  if (instance === undefined) return undefined;
  const { exports, place } = instance;
  const copy = (values: Float64Array) => {
    const placed = place(values.length);
    placed.set(values);
    return placed.byteOffset;
  };
  const [tables, drift, longs, shorts] = [boxes(), book.drift, book.longs, book.shorts].map(copy);
  const [prices, work] = [place(4 * steps), place(18)];
  exports.cascadeSetup(
    steps,
    book.longs.length - 1,
    book.shorts.length - 1,
    book.volatility,
    book.impact,
    book.decay,
    1 / book.binWidth,
    TAIL_START,
    tables!,
    drift!,
    longs!,
    shorts!,
    prices.byteOffset,
    work.byteOffset,
  );
  const words = place(2 * CHUNK);
  const out = place(PATH_VALUES * CHUNK);
  const rows = place(fanValues);
  return {
    walk(seed, from, to, take, fan) {
      for (let first = from; first < to; first += CHUNK) {
        const count = Math.min(CHUNK, to - first);
        putWords(new Int32Array(words.buffer, words.byteOffset, 3 * CHUNK), seed, first, count);
        const even = 4 * Math.ceil(count / 4);
        exports.cascadeWalk(even, words.byteOffset, out.byteOffset, fan === undefined ? 0 : rows.byteOffset);
        take(first - from, out.subarray(0, count * PATH_VALUES));
        fan?.set(rows.subarray(0, count * steps), (first - from) * steps);
      }
    },
  };
}

/** Width and inner edge of each box side by side, then the heights. */
function boxes(): Float64Array {
  const { width, inner, height } = ziggurat;
  const out = new Float64Array(768);
  for (let i = 0; i < 256; i++) {
    out[2 * i] = width[i]!;
    out[2 * i + 1] = inner[i]!;
  }
  out.set(height, 512);
  return out;
}

/** Four a, four b, four c; then those of the next four paths. */
function putWords(words: Int32Array, seed: number, first: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const [a, b, c] = streamWords(seed, first + i);
    const at = 12 * (i >> 2) + (i & 3);
    words[at] = a;
    words[at + 4] = b;
    words[at + 8] = c;
  }
}
