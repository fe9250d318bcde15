import { TAIL_START, ziggurat } from './ziggurat.ts';

/** Draws thrown away after seeding, so that neighbouring seeds and indices have nothing in common. */
const WARM_UP = 20;

const MAX_INDEX = 2 ** 43 - 1;

const { width, inner, height } = ziggurat;

/**
 * The stream of random numbers number `index` of a `seed`: the same numbers for the same pair, whatever else is drawn, in whatever order
 * and by whichever worker. Different pairs start from different states of the generator (sfc32, counter 1), so two streams share no run
 * within their first 2³² draws.
 * @throws RangeError unless seed is a whole number in [0, 2⁵³ − 1] and index one in [0, 2⁴³ − 1]
 * @see Doty-Humphrey, PractRand (sfc32); Salmon et al. (2011), Parallel random numbers: as easy as 1, 2, 3
 */
export function stream(seed: number, index = 0): RandomStream {
  return new RandomStream(...streamWords(seed, index));
}

/** The words from which the stream of a seed and an index starts, for generators elsewhere. @throws RangeError as `stream`. */
export function streamWords(seed: number, index: number): [number, number, number] {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`seed must be a whole number in [0, 2^53 - 1], came ${seed}`);
  }
  if (!Number.isInteger(index) || index < 0 || index > MAX_INDEX) {
    throw new RangeError(`index must be a whole number in [0, 2^43 - 1], came ${index}`);
  }
  const high = Math.floor(seed / 2 ** 32) + Math.floor(index / 2 ** 32) * 2 ** 21;
  return [seed, index, high];
}

/** One stream of random numbers; made by `stream`. Every draw moves it on. */
export class RandomStream {
  /** a, b, c and the counter of sfc32; a typed array, because fields cost twice the time. */
  readonly #state: Int32Array;
  /** The draw in doubt at which `#undoubted` stopped. */
  #low = 0;
  #u = 0;

  /** The state of sfc32 from three 32-bit words. */
  constructor(a: number, b: number, c: number) {
    const state = new Int32Array(4);
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = 1;
    this.#state = state;
    for (let i = 0; i < WARM_UP; i++) this.bits();
  }

  /** 32 random bits as a signed whole number. */
  bits(): number {
    const state = this.#state;
    const b = state[1]!;
    const c = state[2]!;
    const counter = state[3]!;
    const sum = (((state[0]! + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum;
  }

  /** Uniform on [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number {
    const high = this.bits() >>> 5;
    return (high * 2 ** 26 + (this.bits() >>> 6)) * 2 ** -53;
  }

  /** Whole number, uniform on [0, bound), without bias. @throws RangeError unless bound is a whole number in [1, 2⁵³]. */
  integer(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 53) {
      throw new RangeError(`bound must be a whole number in [1, 2^53], came ${bound}`);
    }
    const wide = bound > 2 ** 32;
    const range = wide ? 2 ** 53 : 2 ** 32;
    const fair = range - (range % bound);
    for (;;) {
      const draw = wide ? this.uniform() * 2 ** 53 : this.bits() >>> 0;
      if (draw < fair) return draw % bound;
    }
  }

  /**
   * Row numbers of blocks into `out`: from one drawn by `integer(n)` on to the next row modulo n, or, with probability `restart`, to one drawn
   * anew. The draws are those of `uniform` and `integer`; a loop without a call, with the state in variables, takes a third of their time.
   * @throws RangeError unless n is a whole number in [1, 2³²].
   */
  blocks(n: number, restart: number, out: Int32Array): void {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      throw new RangeError(`n must be a whole number in [1, 2^32], came ${n}`);
    }
    const fair = 2 ** 32 - (2 ** 32 % n);
    const state = this.#state;
    let at = this.integer(n);
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let counter = state[3]!;
    for (let t = 0; t < out.length; t++) {
      out[t] = at;
      const high = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      const low = (((a + b) | 0) + counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      counter = (counter + 2) | 0;
      if (((high >>> 5) * 2 ** 26 + (low >>> 6)) * 2 ** -53 < restart) {
        let draw: number;
        do {
          const bits = (((a + b) | 0) + counter) | 0;
          a = b ^ (b >>> 9);
          b = (c + (c << 3)) | 0;
          c = (((c << 21) | (c >>> 11)) + bits) | 0;
          counter = (counter + 1) | 0;
          draw = bits >>> 0;
        } while (draw >= fair);
        at = draw % n;
      } else at = at + 1 === n ? 0 : at + 1;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }

  /** Standard normal, by the ziggurat with 52-bit abscissae drawn apart from the box. */
  normal(): number {
    const low = this.bits();
    const u = (this.bits() >>> 0) * 2 ** 20 + (low >>> 12);
    const box = low & 255;
    return u < inner[box]! ? signOf(low) * (u * width[box]!) : this.#outside(low, u);
  }

  /** As many standard normals as `out` holds: those that `normal` would draw. */
  normals(out: Float64Array): void {
    for (let i = this.#undoubted(out, 0); i < out.length; i = this.#undoubted(out, i + 1)) {
      out[i] = this.#outside(this.#low, this.#u);
    }
  }

  /**
   * Fills `out` from an index on up to a draw that may lie above the curve; the index of that one. A loop without a call, with the state in
   * variables, takes half the time of `normal`.
   */
  #undoubted(out: Float64Array, from: number): number {
    const state = this.#state;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let counter = state[3]!;
    let i = from;
    for (; i < out.length; i++) {
      const low = (((a + b) | 0) + counter) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + low) | 0;
      const high = (((a + b) | 0) + counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + high) | 0;
      counter = (counter + 2) | 0;
      const u = (high >>> 0) * 2 ** 20 + (low >>> 12);
      const box = low & 255;
      const x = u * width[box]!;
      if (!(u < inner[box]!)) {
        this.#low = low;
        this.#u = u;
        break;
      }
      out[i] = signOf(low) * x;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
    return i;
  }

  /** What becomes of a draw that may lie above the curve: itself, one of the tail, or another. */
  #outside(low: number, u: number): number {
    const box = low & 255;
    if (box === 0) return signOf(low) * this.#normalTail();
    const x = u * width[box]!;
    const y = height[box]! + this.uniform() * (height[box - 1]! - height[box]!);
    return y < Math.exp((-x * x) / 2) ? signOf(low) * x : this.normal();
  }

  /** @see Marsaglia (1964), Generating a variable from the tail of the normal distribution, Technometrics 6(1) */
  #normalTail(): number {
    for (;;) {
      const x = this.exponential() / TAIL_START;
      if (2 * this.exponential() >= x * x) return TAIL_START + x;
    }
  }

  /** Exponential with mean 1: −ln(1 − U). */
  exponential(): number {
    return -Math.log1p(-this.uniform());
  }

  /**
   * Gamma with shape k > 0 and scale 1. @throws RangeError unless the shape is positive and finite.
   * @see Marsaglia & Tsang (2000), A simple method for generating gamma variables, ACM TOMS 26(3)
   */
  gamma(shape: number): number {
    if (!(shape > 0) || shape === Number.POSITIVE_INFINITY) {
      throw new RangeError(`shape must be positive and finite, came ${shape}`);
    }
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = 1 - this.uniform();
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (Math.log(u) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  /** Student t with ν > 0 degrees of freedom: Z / √(χ²_ν / ν). @throws RangeError unless ν is positive and finite. */
  studentT(df: number): number {
    return this.normal() / Math.sqrt((2 * this.gamma(df / 2)) / df);
  }

  /** The numbers 0 … n − 1 in random order (Fisher–Yates). @throws RangeError unless n is a whole number in [0, 2³¹ − 1]. */
  permutation(n: number): Int32Array {
    if (!Number.isInteger(n) || n < 0 || n > 2 ** 31 - 1) {
      throw new RangeError(`n must be a whole number in [0, 2^31 - 1], came ${n}`);
    }
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    return order;
  }
}

/** 1 or −1 by arithmetic instead of a branch, which would be predicted wrongly half the time. */
function signOf(low: number): number {
  return 1 - ((low >>> 7) & 2);
}
