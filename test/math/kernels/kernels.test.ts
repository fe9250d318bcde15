import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ewmaMahalanobis as plainMahalanobis } from '../../../src/math/ewma-mahalanobis.ts';
import { ewmaMahalanobis } from '../../../src/math/kernels/ewma-mahalanobis.ts';
import { kernelInstance, withoutKernels } from '../../../src/math/kernels/instance.ts';
import { correlationKernel, rollingCorrelation } from '../../../src/math/kernels/rolling-correlation.ts';
import { covarianceKernel, rollingCovariance } from '../../../src/math/kernels/rolling-covariance.ts';
import { symmetricEigenvalues } from '../../../src/math/kernels/symmetric-eigenvalues.ts';
import { rollingCorrelation as plainCorrelation } from '../../../src/math/rolling-correlation.ts';
import { rollingCovariance as plainCovariance } from '../../../src/math/rolling-covariance.ts';
import { symmetricEigenvalues as plainEigenvalues } from '../../../src/math/symmetric-eigenvalues.ts';
import { normals } from '../../measures/random.ts';

/** Enough rows for `n` columns that the kernel is worth its instance. */
const rowsFor = (n: number) => Math.ceil(200_000 / (n * n)) + 30;

/** Columns with a common part; some with holes, a row a million times the rest, or a stretch that does not vary. */
function panel(T: number, n: number, seed: number, rough: boolean): Float64Array[] {
  const common = normals(T, seed);
  const columns = Array.from({ length: n }, (_, i) =>
    normals(T, seed + 1 + i).map((x, t) => 0.01 * (x + common[t]!)),
  );
  if (rough) {
    columns[0]![Math.floor(T / 3)] = Number.NaN;
    columns[1]![Math.floor(T / 3) + 4] = Number.POSITIVE_INFINITY;
    columns[0]![Math.floor(T / 2)] = 1e6;
    columns[1]!.fill(0.25, Math.floor(0.7 * T), Math.floor(0.9 * T));
    columns[0]!.fill(Number.NaN, 0, 7);
  }
  return columns;
}

/** Where two lists differ in any bit (a zero's sign included), or −1. */
function firstDifference(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  return a.findIndex((value, k) => !Object.is(value, b[k]));
}

const shapes = {
  n: fc.integer({ min: 8, max: 31 }),
  window: fc.integer({ min: 2, max: 90 }),
  seed: fc.nat(1e6),
  rough: fc.boolean(),
};

describe('the SIMD kernel', () => {
  it('is there, so that what follows compares it with something else', () => {
    expect(kernelInstance(10)).toBeDefined();
    const columns = panel(rowsFor(9), 9, 1, false);
    expect(covarianceKernel(columns, { window: 20 })).toBeDefined();
    expect(correlationKernel(columns, 20, () => {})).toBeDefined();
  });

  it('of the rolling correlation gives every bit of its plain twin', () => {
    fc.assert(
      fc.property(fc.record(shapes), ({ n, window, seed, rough }) => {
        const columns = panel(rowsFor(n), n, seed, rough);
        const seen = [rollingCorrelation, plainCorrelation].map((roll) => {
          const out: (number | null)[] = [];
          roll(columns, window, (t, r) => (r === null ? out.push(t, null) : out.push(t, ...r)));
          return out;
        });
        expect(firstDifference(seen[0]!, seen[1]!)).toBe(-1);
      }),
      { numRuns: 12 },
    );
  });

  it('of the weighted and the equal covariance gives every bit of its plain twin', () => {
    const options = fc.record({
      ...shapes,
      halfLife: fc.option(fc.double({ min: 3, max: 100, noNaN: true }), { nil: undefined }),
      alsoAtHoles: fc.boolean(),
    });
    fc.assert(
      fc.property(options, ({ n, window, seed, rough, halfLife, alsoAtHoles }) => {
        const columns = panel(rowsFor(n), n, seed, rough);
        const asked = { window, alsoAtHoles, ...(halfLife === undefined ? {} : { halfLife }) };
        const seen = [rollingCovariance, plainCovariance].map((roll) => {
          const out: (number | null)[] = [];
          roll(columns, asked, (t, m) => {
            if (m === null) out.push(t, null);
            else out.push(t, m.rows, ...m.mean, ...m.covariance);
          });
          return out;
        });
        expect(firstDifference(seen[0]!, seen[1]!)).toBe(-1);
      }),
      { numRuns: 12 },
    );
  });

  it('of the eigenvalues gives every bit of its plain twin, at any scale and for repeated and zero values', () => {
    const matrices = fc.record({
      n: fc.integer({ min: 6, max: 60 }),
      seed: fc.nat(1e6),
      scale: fc.constantFrom(1, 1e-9, 1e150, 1e-160),
      kind: fc.constantFrom('full', 'blocks', 'equal', 'zero'),
    });
    fc.assert(
      fc.property(matrices, ({ n, seed, scale, kind }) => {
        const values = normals(n * n, seed);
        const a = new Float64Array(n * n);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j <= i; j++) {
            const value =
              kind === 'zero'
                ? 0
                : kind === 'equal'
                  ? 1
                  : kind === 'blocks' && i >> 2 !== j >> 2
                    ? 0
                    : values[i * n + j]!;
            a[i * n + j] = scale * value;
            a[j * n + i] = scale * value;
          }
        }
        expect(firstDifference([...symmetricEigenvalues(a, n)], [...plainEigenvalues(a, n)])).toBe(-1);
      }),
      { numRuns: 100 },
    );
  });

  it('of the eigenvalues is NaN throughout when a value is not finite, and refuses a wrong length', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      for (const at of [1, 7, 63]) {
        const a = new Float64Array(64).fill(0.5);
        a[at] = bad;
        expect([...symmetricEigenvalues(a, 8)]).toEqual(Array(8).fill(Number.NaN));
      }
    }
    expect(() => symmetricEigenvalues(new Float64Array(10), 8)).toThrow(RangeError);
  });

  it('of the EWMA distances gives every bit of its plain twin, and leaves the same factor', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 40 }),
        fc.double({ min: 0.9, max: 0.999, noNaN: true }),
        fc.nat(1e6),
        (n, lambda, seed) => {
          const x = normals(rowsFor(n) * n, seed);
          const start = new Float64Array(n * n);
          for (let i = 0; i < n; i++) for (let k = 0; k <= i; k++) start[i * n + k] = k === i ? 1 : 0.1;
          const [a, b] = [start.slice(), start.slice()];
          const found = ewmaMahalanobis(a, n, x, lambda);
          expect(firstDifference([...found], [...plainMahalanobis(b, n, x, lambda)])).toBe(-1);
          expect(firstDifference([...a], [...b])).toBe(-1);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('may be used again inside its own visit', () => {
    const columns = panel(rowsFor(9), 9, 3, false);
    const last = (act: () => void) => {
      let sum = 0;
      rollingCorrelation(columns, 40, (t, r) => {
        if (t === 200) act();
        sum += r![1]!;
      });
      return sum;
    };
    expect(last(() => rollingCorrelation(columns, 25, () => {}))).toBe(last(() => {}));
  });

  it('refuses what its plain twin refuses', () => {
    const columns = panel(rowsFor(9), 9, 4, false);
    expect(() => rollingCorrelation(columns, 0, () => {})).toThrow(RangeError);
    expect(() => rollingCovariance(columns, { window: 20, halfLife: -1 }, () => {})).toThrow(RangeError);
    expect(() => rollingCorrelation([columns[0]!, new Float64Array(3)], 20, () => {})).toThrow(RangeError);
    expect(() => ewmaMahalanobis(new Float64Array(4), 2, new Float64Array(4), 1)).toThrow(RangeError);
    expect(() => ewmaMahalanobis(new Float64Array(3), 2, new Float64Array(4), 0.9)).toThrow(RangeError);
  });
});

describe('without SIMD', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    ['WebAssembly is absent', undefined],
    ['its SIMD instructions are absent', { validate: () => false }],
  ])('when %s, the fronts answer the same through their twins', async (_why, api) => {
    vi.stubGlobal('WebAssembly', api);
    vi.resetModules();
    const bare = await import('../../../src/math/kernels/rolling-correlation.ts');
    const { kernelInstance: instance } = await import('../../../src/math/kernels/instance.ts');
    expect(instance(10)).toBeUndefined();
    const columns = panel(rowsFor(9), 9, 5, false);
    const seen = [bare.rollingCorrelation, rollingCorrelation].map((roll) => {
      const out: number[] = [];
      roll(columns, 30, (_t, r) => out.push(...r!));
      return out;
    });
    expect(firstDifference(seen[0]!, seen[1]!)).toBe(-1);
  });

  it('a shape beyond 512 MB is left to the twin, as is everything in withoutKernels', () => {
    expect(kernelInstance(2 ** 26)).toBeUndefined();
    expect(withoutKernels(() => kernelInstance(10))).toBeUndefined();
    expect(() =>
      withoutKernels(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(kernelInstance(10)).toBeDefined();
  });
});
