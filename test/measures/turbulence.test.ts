import { describe, expect, it } from 'vitest';
import { ewmaTurbulenceByRefactoring, ewmaTurbulencePath } from '../../src/measures/ewma-turbulence.ts';
import { ridged, turbulenceFullSample, turbulenceOf, turbulencePath } from '../../src/measures/turbulence.ts';
import { normals } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);
const columns = [1, 2, 3, 4].map((seed) => normals(600, seed).map((x) => 0.01 * seed * x));

describe('turbulence', () => {
  it('is the squared standardised move when nothing is correlated', () => {
    // (2² / 1 + 6² / 9) = 8
    const found = turbulenceOf(of(2, 6), of(0, 0), of(1, 0, 0, 9), 0);
    expect(found).toEqual({ distance: 8, magnitude: 4, correlationSurprise: 1, regularised: false });
  });

  it('is larger for a move against the correlation than along it', () => {
    // Σ⁻¹ of correlation ½: along (1, 1): 2 / 1.5 = 4/3; against (1, −1): 2 / 0.5 = 4
    const correlated = of(1, 0.5, 0.5, 1);
    const along = turbulenceOf(of(1, 1), of(0, 0), correlated, 0);
    const against = turbulenceOf(of(1, -1), of(0, 0), correlated, 0);
    expect(along.distance).toBeCloseTo(4 / 3, 14);
    expect(against.distance).toBeCloseTo(4, 14);
    expect(along.correlationSurprise).toBeCloseTo(2 / 3, 14);
    expect(against.correlationSurprise).toBeCloseTo(2, 14);
  });

  it('sums to (T − 1) N over the full sample', () => {
    const { distance } = turbulenceFullSample(columns);
    expect(distance.reduce((sum, d) => sum + d, 0)).toBeCloseTo(599 * 4, 8);
  });

  it('shrinks a singular covariance, says so, and has no value without a ridge', () => {
    const twins = of(1, 1, 1, 1);
    // 0.95 Σ + 0.05 I has the inverse with 1/1.95 along (1, 1)/√2 and 1/0.05 against it: (3²/2)/1.95 + (1²/2)/0.05
    const found = turbulenceOf(of(2, 1), of(0, 0), twins, 0.05);
    expect(found.regularised).toBe(true);
    expect(found.distance).toBeCloseTo(4.5 / 1.95 + 0.5 / 0.05, 10);
    expect(turbulenceOf(of(2, 1), of(0, 0), twins, 0).distance).toBeNaN();
    expect([...ridged(of(2, 1, 1, 4), 2, 0.5)]).toEqual([2.5, 0.5, 0.5, 3.5]);
    expect(() => turbulenceOf(of(1), of(0), of(1), 2)).toThrow(RangeError);
  });

  it('shrinks the covariance of as many columns as rows, though rounding hides that it is singular', () => {
    const wide = Array.from({ length: 60 }, (_, k) => normals(100, 7 + k));
    const { distance, regularised } = turbulencePath(wide, 60);
    expect(regularised.subarray(60).every((flag) => flag === 1)).toBe(true);
    expect(Math.max(...distance.subarray(60))).toBeLessThan(1e4);
    expect(turbulencePath(wide, 60, 0).distance.every(Number.isNaN)).toBe(true);
  });

  it('scores a day against the rows before it only, so that a crash is not hidden by itself', () => {
    const crash = columns.map((column) => column.map((x, t) => (t === 400 ? 1000 * x : x)));
    const { distance } = turbulencePath(crash, 100);
    expect(distance[400]).toBeGreaterThan(1e5);
    expect(distance[399]).toBe(turbulencePath(columns, 100).distance[399]);
    // With the day itself in the window d could not exceed (w − 1)² / w.
    expect(distance[400]).toBeGreaterThan(99 ** 2 / 100);
  });

  it('leaves a day with a hole without a value and goes on after it', () => {
    const holed = columns.map((column, k) => column.map((x, t) => (k === 2 && t === 300 ? Number.NaN : x)));
    const { distance, regularised } = turbulencePath(holed, 100);
    expect(distance[300]).toBeNaN();
    expect(distance[301]).toBeGreaterThan(0);
    expect(distance.subarray(100, 300).every((d) => d >= 0)).toBe(true);
    expect(regularised.every((flag) => flag === 0)).toBe(true);
  });

  it('flags every day on which two columns are the same', () => {
    const { regularised, distance } = turbulencePath([columns[0]!, columns[0]!, columns[1]!], 100);
    expect(regularised.subarray(100).every((flag) => flag === 1)).toBe(true);
    expect(distance.subarray(100).every(Number.isFinite)).toBe(true);
  });

  it('has no value anywhere for an empty column or one observation', () => {
    const empty = [columns[0]!, new Float64Array(600).fill(Number.NaN)];
    expect(turbulencePath(empty, 100).distance.every(Number.isNaN)).toBe(true);
    expect(turbulenceFullSample(empty).distance.every(Number.isNaN)).toBe(true);
    expect(turbulenceFullSample([of(1), of(2)]).distance.every(Number.isNaN)).toBe(true);
    expect(() => turbulencePath(columns, 1)).toThrow(RangeError);
  });
});

describe('exponentially weighted turbulence', () => {
  it('updates its factor by rank one to what a factorisation a row gives', () => {
    const [fast, slow] = [
      ewmaTurbulencePath(columns, 0.97, 60),
      ewmaTurbulenceByRefactoring(columns, 0.97, 60),
    ];
    for (let t = 60; t < 600; t++) expect(fast[t]! / slow[t]!).toBeCloseTo(1, 10);
    expect(fast.subarray(0, 60).every(Number.isNaN)).toBe(true);
  });

  it('has no value when the starting moments are singular', () => {
    const twins = [columns[0]!, columns[0]!];
    expect(ewmaTurbulencePath(twins, 0.97, 60).every(Number.isNaN)).toBe(true);
    expect(() => ewmaTurbulencePath(columns, 1, 60)).toThrow(RangeError);
  });
});
