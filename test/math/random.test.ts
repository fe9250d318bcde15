import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareUpperTail,
  normalCdf,
  regularisedGamma,
  studentTCdf,
} from '../../src/math/distributions.ts';
import { RandomStream, stream } from '../../src/math/random.ts';

const N = 100_000;

const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);

/** p-value of the Kolmogorov–Smirnov test, asymptotic: 2 Σ (−1)^{k−1} exp(−2k²λ²), λ = (√n + 0.12 + 0.11/√n) D. */
function kolmogorovSmirnov(sample: Float64Array, cdf: (x: number) => number): number {
  const sorted = sample.slice().sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const p = cdf(sorted[i]!);
    distance = Math.max(distance, p - i / n, (i + 1) / n - p);
  }
  const lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
  let sum = 0;
  for (let k = 1; k < 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return sum;
}

/** p-value of the chi-square test that all cells are equally likely. */
function evenness(counts: ArrayLike<number>): number {
  const cells = Array.from(counts);
  const expected = cells.reduce((a, b) => a + b, 0) / cells.length;
  const statistic = cells.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
  return chiSquareUpperTail(statistic, cells.length - 1);
}

function moments(sample: Float64Array) {
  const n = sample.length;
  const mean = sample.reduce((a, b) => a + b, 0) / n;
  const central = (k: number) => sample.reduce((sum, x) => sum + (x - mean) ** k, 0) / n;
  const variance = central(2);
  return { mean, variance, skewness: central(3) / variance ** 1.5, kurtosis: central(4) / variance ** 2 };
}

function correlation(x: Float64Array, y: Float64Array): number {
  const [a, b] = [moments(x), moments(y)];
  const product = x.reduce((sum, xi, i) => sum + (xi - a.mean) * (y[i]! - b.mean), 0) / x.length;
  return product / Math.sqrt(a.variance * b.variance);
}

/** p-values of fixed seeds: a sound generator gives one below 1e−4 once in 10,000 tests. */
const SOUND = 1e-4;

describe('a random stream', () => {
  it('draws as many normals at a time as one by one, and goes on from there', () => {
    const [one, many] = [stream(5, 9), stream(5, 9)];
    for (const count of [0, 1, 7, 5000]) {
      const out = new Float64Array(count);
      many.normals(out);
      expect([...out]).toEqual([...draws(count, () => one.normal())]);
    }
    expect(many.bits()).toBe(one.bits());
  });

  it('is sfc32 as its author published it', () => {
    // An independent transcription in Python of PractRand’s sfc32 with 32-bit masks:
    // a, b, c, d = 1, 2, 3, 1; for each draw: t = (a+b+d) & M; d = (d+1) & M; a = b ^ (b >> 9); b = (c + (c << 3)) & M;
    // c = (((c << 21) | (c >> 11)) + t) & M; draws 21 to 26 (20 thrown away)
    const random = new RandomStream(1, 2, 3);
    expect(Array.from({ length: 6 }, () => random.bits() >>> 0)).toEqual([
      428635494, 4270309710, 745528127, 1639605102, 464776583, 2356753657,
    ]);
  });

  it('gives the same numbers for the same seed and index, whatever was drawn before', () => {
    const first = draws(50, () => 0);
    const plain = stream(7, 3);
    for (let i = 0; i < 50; i++) first[i] = plain.normal();
    const others = [stream(7, 2), stream(7, 4), stream(8, 3)];
    const again = stream(7, 3);
    for (let i = 0; i < 50; i++) {
      for (const other of others) other.normal();
      expect(again.normal()).toBe(first[i]);
    }
  });

  it('differs when seed and index differ, and when they change places', () => {
    const pair = fc.tuple(fc.maxSafeNat(), fc.integer({ min: 0, max: 2 ** 43 - 1 }));
    const head = ([seed, index]: readonly [number, number]) => {
      const random = stream(seed, index);
      return [random.bits(), random.bits(), random.bits(), random.bits()].join();
    };
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        fc.pre(a[0] !== b[0] || a[1] !== b[1]);
        expect(head(a)).not.toBe(head(b));
      }),
    );
    expect(head([1, 2])).not.toBe(head([2, 1]));
    expect(head([2 ** 32, 0])).not.toBe(head([0, 2 ** 32]));
    expect(head([2 ** 53 - 1, 2 ** 43 - 1])).not.toBe(head([2 ** 53 - 1, 2 ** 42 - 1]));
  });

  it('is even over the first draws of neighbouring indices and of neighbouring seeds', () => {
    for (const next of [(i: number) => stream(1, i), (i: number) => stream(i, 0)]) {
      for (const skip of [0, 1, 5]) {
        const sample = Float64Array.from({ length: 20_000 }, (_, i) => {
          const random = next(i);
          for (let s = 0; s < skip; s++) random.uniform();
          return random.uniform();
        });
        expect(kolmogorovSmirnov(sample, (u) => u)).toBeGreaterThan(SOUND);
        expect(Math.abs(correlation(sample.subarray(1), sample.subarray(0, -1)))).toBeLessThan(
          4 / Math.sqrt(20_000),
        );
      }
    }
  });

  it('sets each of its bits half the time at any distance between streams', () => {
    const ones = new Float64Array(32);
    const changed = new Float64Array(32);
    for (let i = 0; i < 20_000; i++) {
      const bits = stream(9, i).bits();
      const difference = bits ^ stream(9, i + 1).bits();
      for (let k = 0; k < 32; k++) {
        ones[k]! += (bits >>> k) & 1;
        changed[k]! += (difference >>> k) & 1;
      }
    }
    for (let k = 0; k < 32; k++) {
      expect(Math.abs(ones[k]! - 10_000)).toBeLessThan(4.5 * Math.sqrt(5_000));
      expect(Math.abs(changed[k]! - 10_000)).toBeLessThan(4.5 * Math.sqrt(5_000));
    }
  });

  it('is not correlated with its neighbours', () => {
    const paths = [0, 1, 2, 3].map((index) => {
      const random = stream(2024, index);
      return draws(N, () => random.normal());
    });
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < i; j++) {
        expect(Math.abs(correlation(paths[i]!, paths[j]!))).toBeLessThan(4.5 / Math.sqrt(N));
      }
    }
  });

  it('refuses a seed or an index that does not fit', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => stream(seed, 0)).toThrow('seed');
    for (const index of [-1, 0.5, Number.NaN, 2 ** 43]) expect(() => stream(0, index)).toThrow('index');
  });
});

describe('uniform', () => {
  it('is even on [0, 1), with mean ½, variance 1/12 and no memory', () => {
    const random = stream(1);
    const sample = draws(N, () => random.uniform());
    expect(kolmogorovSmirnov(sample, (u) => u)).toBeGreaterThan(SOUND);
    const { mean, variance } = moments(sample);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / N));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / N));
    for (const lag of [1, 2, 7]) {
      expect(Math.abs(correlation(sample.subarray(lag), sample.subarray(0, N - lag)))).toBeLessThan(
        4 / Math.sqrt(N),
      );
    }
    expect(sample.every((u) => u >= 0 && u < 1)).toBe(true);
  });

  it('fills all 53 bits', () => {
    const random = stream(2);
    let last = 0;
    for (let i = 0; i < 2_000; i++) last += (random.uniform() * 2 ** 53) % 2;
    expect(Math.abs(last - 1_000)).toBeLessThan(4.5 * Math.sqrt(500));
  });
});

describe('normal', () => {
  const random = stream(3);
  const sample = draws(4 * N, () => random.normal());

  it('has the normal distribution function', () => {
    expect(kolmogorovSmirnov(sample, normalCdf)).toBeGreaterThan(SOUND);
  });

  it('has mean 0, variance 1, skewness 0 and kurtosis 3', () => {
    const { mean, variance, skewness, kurtosis } = moments(sample);
    const n = sample.length;
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
    expect(Math.abs(skewness)).toBeLessThan(4 * Math.sqrt(6 / n));
    expect(Math.abs(kurtosis - 3)).toBeLessThan(4 * Math.sqrt(24 / n));
  });

  it('has the right share in each tail, also beyond the last box of the ziggurat', () => {
    for (const edge of [2, 3, 3.5, 3.6541528853610088, 4]) {
      const expected = sample.length * normalCdf(-edge);
      for (const side of [1, -1]) {
        const count = sample.filter((x) => side * x > edge).length;
        expect(Math.abs(count - expected)).toBeLessThan(4.5 * Math.sqrt(expected) + 1);
      }
    }
  });

  it('is even over 1,000 cells of equal probability', () => {
    const counts = new Int32Array(1_000);
    for (const x of sample) counts[Math.min(999, Math.floor(normalCdf(x) * 1_000))]!++;
    expect(evenness(counts)).toBeGreaterThan(SOUND);
  });
});

describe('exponential, gamma and Student’s t', () => {
  it('have their distribution functions', () => {
    const random = stream(4);
    expect(
      kolmogorovSmirnov(
        draws(N, () => random.exponential()),
        (x) => -Math.expm1(-x),
      ),
    ).toBeGreaterThan(SOUND);
    for (const shape of [0.3, 1, 2.5, 40]) {
      const sample = draws(20_000, () => random.gamma(shape));
      expect(kolmogorovSmirnov(sample, (x) => regularisedGamma(shape, x))).toBeGreaterThan(SOUND);
    }
    for (const df of [1, 3, 8]) {
      const sample = draws(20_000, () => random.studentT(df));
      expect(kolmogorovSmirnov(sample, (x) => studentTCdf(x, df))).toBeGreaterThan(SOUND);
    }
  });

  it('refuse a shape or degrees of freedom that are not positive and finite', () => {
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => stream(1).gamma(bad)).toThrow('shape');
      expect(() => stream(1).studentT(bad)).toThrow(RangeError);
    }
  });
});

describe('integer and permutation', () => {
  it('are even, also where the bound does not divide the range', () => {
    const random = stream(5);
    for (const bound of [2, 6, 1_000]) {
      const counts = new Int32Array(bound);
      for (let i = 0; i < N; i++) counts[random.integer(bound)]!++;
      expect(evenness(counts)).toBeGreaterThan(SOUND);
    }
    const bound = 3 * 2 ** 30;
    const thirds = new Int32Array(3);
    for (let i = 0; i < N; i++) thirds[Math.floor(random.integer(bound) / 2 ** 30)]!++;
    expect(evenness(thirds)).toBeGreaterThan(SOUND);
    const wide = new Int32Array(5);
    for (let i = 0; i < N; i++) wide[Math.floor(random.integer(5 * 2 ** 50) / 2 ** 50)]!++;
    expect(evenness(wide)).toBeGreaterThan(SOUND);
    expect(random.integer(1)).toBe(0);
  });

  it('make every order of four things equally likely', () => {
    const random = stream(6);
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = random.permutation(4).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(evenness([...counts.values()])).toBeGreaterThan(SOUND);
  });

  it('permute: every number comes once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.nat(), (n, seed) => {
        expect([...stream(seed).permutation(n)].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
      }),
    );
  });

  it('refuse a bound that is not a whole number in range', () => {
    for (const bad of [0, -1, 1.5, Number.NaN, 2 ** 53 + 2]) {
      expect(() => stream(1).integer(bad)).toThrow('bound');
    }
    expect(() => stream(1).permutation(-1)).toThrow('n must be');
  });
});

describe('blocks', () => {
  it('are the rows that uniform and integer draw one by one, and leave the stream where these do', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (seed, n, restart) => {
          const [fast, plain] = [stream(seed), stream(seed)];
          const rows = new Int32Array(n);
          fast.blocks(n, restart, rows);
          // By the definition: a block goes on to the next row modulo n unless it begins anew.
          const expected = new Int32Array(n);
          let at = plain.integer(n);
          for (let t = 0; t < n; t++) {
            expected[t] = at;
            at = plain.uniform() < restart ? plain.integer(n) : (at + 1) % n;
          }
          expect(rows).toEqual(expected);
          expect(fast.bits()).toBe(plain.bits());
        },
      ),
    );
  });

  it.each([0, 1.5, 2 ** 33, Number.NaN])('refuses %s rows', (n) => {
    expect(() => stream(1).blocks(n, 0.5, new Int32Array(3))).toThrow(RangeError);
  });
});
