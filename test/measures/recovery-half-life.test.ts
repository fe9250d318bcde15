import { expect, it } from 'vitest';
import { recoveryHalfLife } from '../../src/measures/recovery-half-life.ts';
import { isRefused } from '../../src/measures/refused.ts';
import { normals } from './random.ts';

const times = Float64Array.from({ length: 200 }, (_, t) => 5 + t / 100);

/** Back to 100 from 10 at rate k. */
function recovering(k: number, noise = 0): Float64Array {
  const draws = normals(times.length, 7);
  return times.map((time, t) => 100 - 90 * Math.exp(-k * (time - 5)) + noise * draws[t]!);
}

function measured(values: Float64Array, at = times) {
  const found = recoveryHalfLife(at, values, 100);
  if (isRefused(found)) throw new Error(found.refused);
  return found;
}

it('finds the half-life of an exact recovery', () => {
  // closed form: ln 2/k
  for (const k of [0.1, 1, 20]) {
    const found = measured(recovering(k));
    expect((found.halfLife * k) / Math.LN2).toBeCloseTo(1, 5);
    expect(found.gap).toBeCloseTo(90, 4);
  }
});

it('covers the true half-life of a noisy recovery and holds its interval near it', () => {
  const found = measured(recovering(1.5, 4));
  expect(found.low).toBeLessThan(Math.LN2 / 1.5);
  expect(found.high).toBeGreaterThan(Math.LN2 / 1.5);
  expect(found.high - found.low).toBeLessThan(0.1);
});

it('measures in the unit of the times, whatever their beginning', () => {
  const hours = times.map((time) => (time - 5) * 24 + 1000);
  expect(measured(recovering(1), hours).halfLife).toBeCloseTo(24 * Math.LN2, 5);
});

it('leaves rows with a hole out, and refuses what it cannot carry', () => {
  const holes = recovering(1).map((value, t) => (t % 3 === 1 ? Number.NaN : value));
  expect(measured(holes).halfLife).toBeCloseTo(Math.LN2, 6);
  expect(recoveryHalfLife(times.subarray(0, 19), holes.subarray(0, 19), 100)).toEqual({
    refused: 'insufficient_data',
  });
  expect(
    recoveryHalfLife(
      times,
      times.map(() => 3),
      100,
    ),
  ).toEqual({ refused: 'constant_series' });
  expect(() => recoveryHalfLife(times, holes.subarray(1), 100)).toThrow(RangeError);
  expect(() => recoveryHalfLife(times, holes, Number.NaN)).toThrow(RangeError);
});
