import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutKernels } from '../../../src/math/kernels/instance.ts';
import { windowRegression } from '../../../src/math/kernels/window-regression.ts';
import type { Absence } from '../../../src/measures/connectedness/absence.ts';
import { rollingConnectedness as plain } from '../../../src/measures/connectedness/rolling-connectedness.ts';
import { rollingConnectedness } from '../../../src/measures/connectedness/simd-rolling-connectedness.ts';
import { tvpVarConnectedness } from '../../../src/measures/connectedness/tvp-var-connectedness.ts';
import { normals } from '../../measures/random.ts';

/** A rough panel has a hole, an outlier of 10⁶ σ and a stretch that does not vary. */
function panel(T: number, n: number, seed: number, rough: boolean): Float64Array[] {
  const common = normals(T, seed);
  const columns = Array.from({ length: n }, (_, i) => normals(T, seed + 1 + i).map((x, t) => x + common[t]!));
  if (!rough) return columns;
  columns[0]![Math.floor(T / 2)] = Number.NaN;
  columns[1]![Math.floor(T / 2) + 30] = 1e6;
  columns[0]!.fill(3, Math.floor(0.7 * T), Math.floor(0.9 * T));
  return columns;
}

function recorder() {
  const seen: (number | string)[] = [];
  const visit = (_t: number, shares: Float64Array | Absence) => {
    if (typeof shares === 'string') seen.push(shares);
    else seen.push(...shares);
  };
  return { seen, visit };
}

/** Where the two differ in any bit, or in what is refused; −1 when nowhere. */
function firstDifference(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  if (a.length !== b.length) return Math.min(a.length, b.length);
  return a.findIndex((value, k) => !Object.is(value, b[k]));
}

it('rolling connectedness through the SIMD kernel gives every bit of its plain twin', () => {
  const shapes = fc.record({
    n: fc.integer({ min: 5, max: 11 }),
    lag: fc.integer({ min: 1, max: 3 }),
    horizon: fc.integer({ min: 1, max: 12 }),
    window: fc.integer({ min: 80, max: 150 }),
    seed: fc.nat(1e6),
    rough: fc.boolean(),
  });
  fc.assert(
    fc.property(shapes, ({ n, lag, horizon, window, seed, rough }) => {
      const width = 1 + n * (lag + 1);
      const T = Math.max(window + 60, Math.ceil(200_000 / (width * width)) + 3);
      const columns = panel(T, n, seed, rough);
      const [a, b] = [recorder(), recorder()];
      rollingConnectedness(columns, { window, lag, horizon }, a.visit);
      plain(columns, { window, lag, horizon }, b.visit);
      expect(firstDifference(a.seen, b.seen)).toBe(-1);
    }),
    { numRuns: 12 },
  );
  expect(windowRegression(normals(3000 * 5, 1), 5, 1, 10)).toBeDefined();
});

it('rolling connectedness through the SIMD kernel refuses what its plain twin refuses', () => {
  const columns = panel(300, 6, 1, false);
  for (const bad of [{ window: 0 }, { lag: 0 }, { horizon: 1.5 }]) {
    const options = { window: 100, lag: 1, horizon: 10, ...bad };
    expect(() => rollingConnectedness(columns, options, () => {})).toThrow(RangeError);
  }
  expect(() => rollingConnectedness([], { window: 100, lag: 1, horizon: 10 }, () => {})).toThrow(RangeError);
});

it('time-varying connectedness through the SIMD kernel gives every bit of its plain twin, for even and odd numbers of slopes', () => {
  const shapes = fc.record({
    n: fc.integer({ min: 1, max: 7 }),
    lag: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(1e6),
    rough: fc.boolean(),
  });
  fc.assert(
    fc.property(shapes, ({ n, lag, seed, rough }) => {
      const columns = panel(220, n, seed, rough && n > 1);
      const options = {
        lag,
        horizon: 8,
        training: 90,
        prior: 'least-squares',
        kappa1: 0.99,
        kappa2: 0.96,
      } as const;
      const [a, b] = [recorder(), recorder()];
      tvpVarConnectedness(columns, options, a.visit);
      withoutKernels(() => tvpVarConnectedness(columns, options, b.visit));
      expect(a.seen.some((value) => typeof value === 'number')).toBe(true);
      expect(firstDifference(a.seen, b.seen)).toBe(-1);
    }),
    { numRuns: 20 },
  );
});
