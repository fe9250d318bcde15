import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brentMinimum, brentRoot } from '../../src/math/brent.ts';

describe('brentRoot', () => {
  it('solves x³ − 2x − 5 = 0, Wallis’s example', () => {
    const found = brentRoot((x) => x ** 3 - 2 * x - 5, 2, 3);
    expect(found.converged).toBe(true);
    expect(found.x).toBeCloseTo(2.0945514815423265, 11);
    expect(found.iterations).toBeLessThan(12);
  });

  it('finds the root of any increasing cubic from either side', () => {
    const root = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(root, fc.double({ min: 0, max: 100, noNaN: true }), fc.boolean(), (r, slope, turned) => {
        const f = (x: number) => (x - r) ** 3 + (slope + 1e-3) * (x - r);
        const found = turned ? brentRoot(f, 80, -90) : brentRoot(f, -90, 80);
        expect(found.converged).toBe(true);
        expect(Math.abs(found.x - r)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(r)) + 1e-14);
      }),
    );
  });

  it('closes in on a jump as on a root', () => {
    const found = brentRoot((x) => (x < Math.E ? -1 : 3), 0, 10);
    expect(found.converged).toBe(true);
    expect(found.x).toBeCloseTo(Math.E, 11);
  });

  it('copes with infinite values at the ends', () => {
    const found = brentRoot((x) => Math.log(x / (1 - x)), 0, 1);
    expect(found.x).toBeCloseTo(0.5, 11);
  });

  it('takes an end that is a root already', () => {
    expect(brentRoot((x) => x, 0, 5)).toMatchObject({ x: 0, value: 0, iterations: 0, converged: true });
    expect(brentRoot((x) => x, -5, 0)).toMatchObject({ x: 0, value: 0, iterations: 0, converged: true });
  });

  it('does not take the signs of values that underflow when multiplied for equal', () => {
    expect(brentRoot((x) => 1e-300 * (x - 1), 0, 3).x).toBeCloseTo(1, 11);
  });

  it('reports that it ran out of iterations', () => {
    const found = brentRoot((x) => Math.exp(x) - 5, -100, 100, { maxIterations: 3 });
    expect(found.converged).toBe(false);
    expect(found.reason).toBe('max-iterations');
  });

  it('refuses ends without a change of sign, infinite ends and NaN', () => {
    expect(() => brentRoot((x) => x * x + 1, -1, 1)).toThrow('change sign');
    expect(() => brentRoot((x) => x, -1, Number.POSITIVE_INFINITY)).toThrow('finite');
    expect(() => brentRoot((x) => Math.sqrt(x), -1, 1)).toThrow('NaN at -1');
    expect(() => brentRoot((x) => x, -1, 1, { tolerance: 0 })).toThrow('tolerance');
  });
});

describe('brentMinimum', () => {
  it('has the minimum of x ln x at 1/e', () => {
    const found = brentMinimum((x) => x * Math.log(x), 0, 3);
    expect(found.converged).toBe(true);
    expect(found.x).toBeCloseTo(Math.exp(-1), 7);
    expect(found.value).toBeCloseTo(-Math.exp(-1), 14);
  });

  it('finds the bottom of any parabola, also at an end', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (centre) => {
        const found = brentMinimum((x) => (x - centre) ** 2, -10, 10);
        expect(found.converged).toBe(true);
        expect(Math.abs(found.x - Math.min(10, Math.max(-10, centre)))).toBeLessThan(1e-5);
      }),
    );
  });

  it('finds a kink', () => {
    expect(brentMinimum((x) => Math.abs(x - 0.123), -1, 2).x).toBeCloseTo(0.123, 7);
  });

  it('keeps to where the function is finite and says when it is so nowhere', () => {
    expect(brentMinimum((x) => (x < 1 ? Number.NaN : x), -4, 9).x).toBeCloseTo(1, 5);
    const nowhere = brentMinimum(() => Number.NaN, 0, 1);
    expect(nowhere.converged).toBe(false);
    expect(nowhere.reason).toBe('non-finite-start');
  });

  it('reports that it ran out of iterations', () => {
    const found = brentMinimum((x) => (x - 0.3) ** 4, -1e6, 1e6, { maxIterations: 2 });
    expect(found.converged).toBe(false);
    expect(found.reason).toBe('max-iterations');
    expect(found.iterations).toBe(2);
  });

  it('refuses ends in the wrong order or without end', () => {
    expect(() => brentMinimum((x) => x, 1, 1)).toThrow('below');
    expect(() => brentMinimum((x) => x, Number.NaN, 1)).toThrow('finite');
  });
});
