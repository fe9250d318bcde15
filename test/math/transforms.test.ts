import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bfgs } from '../../src/math/bfgs.ts';
import {
  gjrStationary,
  interval,
  positive,
  sideBySide,
  sumBelowOne,
  type Transform,
  unbounded,
  unitInterval,
} from '../../src/math/transforms.ts';

const free = (size: number, limit: number) =>
  fc
    .array(fc.double({ min: -limit, max: limit, noNaN: true }), { minLength: size, maxLength: size })
    .map((list) => Float64Array.from(list));

const cases: readonly (readonly [string, Transform, (x: Float64Array) => boolean])[] = [
  ['unbounded', unbounded, () => true],
  ['positive', positive, ([x]) => x! > 0],
  ['unitInterval', unitInterval, ([x]) => x! > 0 && x! < 1],
  ['interval(-2, 5)', interval(-2, 5), ([x]) => x! > -2 && x! < 5],
  ['sumBelowOne(2)', sumBelowOne(2), ([a, b]) => a! > 0 && b! > 0 && a! + b! < 1],
  ['sumBelowOne(4)', sumBelowOne(4), (x) => x.every((xi) => xi > 0) && x.reduce((s, xi) => s + xi, 0) < 1],
  [
    'gjrStationary',
    gjrStationary,
    ([alpha, gamma, beta]) =>
      alpha! > 0 && alpha! + gamma! > 0 && beta! > 0 && alpha! + gamma! / 2 + beta! < 1,
  ],
];

describe.each(cases)('%s', (_name, transform, holds) => {
  it('gives parameters inside their bounds for any free values', () => {
    fc.assert(
      fc.property(free(transform.size, 12), (u) => {
        expect(holds(transform.constrain(u))).toBe(true);
      }),
    );
  });

  it('comes back to the free values', () => {
    fc.assert(
      fc.property(free(transform.size, 6), (u) => {
        const back = transform.free(transform.constrain(u));
        for (let i = 0; i < u.length; i++) expect(Math.abs(back[i]! - u[i]!)).toBeLessThan(1e-9);
      }),
    );
  });

  it('stays finite and within the closed bounds for free values without measure', () => {
    for (const huge of [-1e4, -700, 700]) {
      const x = transform.constrain(new Float64Array(transform.size).fill(huge));
      expect(x.every(Number.isFinite)).toBe(true);
    }
  });

  it('leaves its argument as it was', () => {
    const u = new Float64Array(transform.size).fill(0.3);
    transform.free(transform.constrain(u));
    expect(u.every((ui) => ui === 0.3)).toBe(true);
  });
});

describe('transforms', () => {
  it('have the closed forms', () => {
    expect(positive.constrain(Float64Array.of(2))[0]).toBe(Math.exp(2));
    expect(unitInterval.constrain(Float64Array.of(0))[0]).toBe(0.5);
    expect(interval(-2, 5).constrain(Float64Array.of(0))[0]).toBe(1.5);
    // α = β = 1/3 at u = 0
    expect([...sumBelowOne(2).constrain(Float64Array.of(0, 0))]).toEqual([1 / 3, 1 / 3]);
  });

  it('keep a tiny distance from either bound', () => {
    expect(unitInterval.constrain(Float64Array.of(-300))[0]).toBe(Math.exp(-300));
    expect(unitInterval.free(Float64Array.of(1e-200))[0]).toBeCloseTo(Math.log(1e-200), 9);
  });

  it('stand side by side, each on its own values', () => {
    const all = sideBySide(unbounded, positive, sumBelowOne(2));
    expect(all.size).toBe(4);
    const x = Float64Array.of(-3, 0.01, 0.1, 0.85);
    const back = all.constrain(all.free(x));
    for (let i = 0; i < 4; i++) expect(back[i]).toBeCloseTo(x[i]!, 14);
    expect(() => all.free(Float64Array.of(1, 2))).toThrow('expected 4 values, came 2');
  });

  it('refuse parameters on or outside their bounds', () => {
    expect(() => positive.free(Float64Array.of(0))).toThrow('positive');
    expect(() => positive.free(Float64Array.of(Number.NaN))).toThrow(RangeError);
    expect(() => unbounded.free(Float64Array.of(Number.POSITIVE_INFINITY))).toThrow('finite');
    expect(() => unitInterval.free(Float64Array.of(1))).toThrow('between 0 and 1');
    expect(() => sumBelowOne(2).free(Float64Array.of(0.5, 0.5))).toThrow('below 1 in sum');
    expect(() => sumBelowOne(2).free(Float64Array.of(-0.1, 0.5))).toThrow('positive');
    expect(() => gjrStationary.free(Float64Array.of(0.1, -0.2, 0.5))).toThrow(RangeError);
    expect(() => sumBelowOne(0)).toThrow(RangeError);
    expect(() => interval(1, 1)).toThrow(RangeError);
    expect(() => interval(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it('let an unconstrained minimiser find an optimum inside the bounds', () => {
    // The point of α + β < 1 nearest to (0.2, 0.7) is that point itself.
    const region = sumBelowOne(2);
    const found = bfgs(
      (u) => {
        const [a, b] = region.constrain(u);
        return (a! - 0.2) ** 2 + (b! - 0.7) ** 2;
      },
      region.free(Float64Array.of(0.1, 0.1)),
    );
    expect(found.converged).toBe(true);
    const [a, b] = region.constrain(found.x);
    expect(a).toBeCloseTo(0.2, 5);
    expect(b).toBeCloseTo(0.7, 5);
  });
});
