import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Objective } from '../../src/math/minimum.ts';
import {
  numericalGradient,
  numericalHessian,
  numericalJacobian,
} from '../../src/math/numerical-derivatives.ts';

/** f = eˣ sin y + x² y³ */
const f: Objective = ([x, y]) => Math.exp(x!) * Math.sin(y!) + x! ** 2 * y! ** 3;
const gradient = (x: number, y: number) => [
  Math.exp(x) * Math.sin(y) + 2 * x * y ** 3,
  Math.exp(x) * Math.cos(y) + 3 * x ** 2 * y ** 2,
];
const hessian = (x: number, y: number) => {
  const cross = Math.exp(x) * Math.cos(y) + 6 * x * y ** 2;
  return [Math.exp(x) * Math.sin(y) + 2 * y ** 3, cross, cross, -Math.exp(x) * Math.sin(y) + 6 * x ** 2 * y];
};

const worst = (came: Float64Array, expected: readonly number[]) =>
  came.reduce((most, g, i) => Math.max(most, Math.abs(g - expected[i]!)), 0);

const at = Float64Array.of(0.7, -1.3);

describe('numerical derivatives', () => {
  it('come close to the closed form, and closer by extrapolation', () => {
    expect(worst(numericalGradient(f, at), gradient(0.7, -1.3))).toBeLessThan(1e-9);
    expect(worst(numericalGradient(f, at, { order: 4 }), gradient(0.7, -1.3))).toBeLessThan(1e-11);
    expect(worst(numericalHessian(f, at), hessian(0.7, -1.3))).toBeLessThan(1e-6);
    expect(worst(numericalHessian(f, at, { order: 4 }), hessian(0.7, -1.3))).toBeLessThan(1e-8);
  });

  it('are exact to rounding for a quadratic form', () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const place = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, number, place, place, (a, b, c, x, y) => {
        const form: Objective = ([u, v]) => a * u! * u! + b * u! * v! + c * v! * v!;
        const point = Float64Array.of(x, y);
        expect(worst(numericalGradient(form, point), [2 * a * x + b * y, b * x + 2 * c * y])).toBeLessThan(
          1e-7,
        );
        expect(worst(numericalHessian(form, point), [2 * a, b, b, 2 * c])).toBeLessThan(1e-4);
      }),
    );
  });

  it('differ row by row in a Jacobian as the gradients of its rows', () => {
    const rows = [f, (x: Float64Array) => x[0]! / x[1]!, (x: Float64Array) => x[1]! ** 2] as const;
    for (const order of [2, 4] as const) {
      const jacobian = numericalJacobian((x) => Float64Array.from(rows, (row) => row(x)), at, { order });
      for (const [k, row] of rows.entries()) {
        expect(
          worst(jacobian.subarray(2 * k, 2 * k + 2), [...numericalGradient(row, at, { order })]),
        ).toBeLessThan(1e-12);
      }
    }
  });

  it('use one side where the other is not allowed, and NaN where none is', () => {
    const root: Objective = ([x]) => (x! < 1 ? Number.NaN : (x! - 1) ** 2 + x!);
    expect(numericalGradient(root, Float64Array.of(1))[0]).toBeCloseTo(1, 4);
    expect(numericalGradient((x) => root(x.map((xi) => -xi)), Float64Array.of(-1))[0]).toBeCloseTo(-1, 4);
    expect(numericalGradient(() => Number.NaN, Float64Array.of(1))[0]).toBeNaN();
    expect(numericalHessian(root, Float64Array.of(1))[0]).toBeNaN();
  });

  it('leave the point as it was', () => {
    const point = at.slice();
    numericalGradient(f, point);
    numericalHessian(f, point);
    numericalJacobian((x) => Float64Array.of(f(x)), point);
    expect([...point]).toEqual([...at]);
  });

  it('scale the step with the parameter, so that a tiny and a huge one both come out', () => {
    // f = ln x: f′ = 1/x, f″ = −1/x²
    const log: Objective = ([x]) => Math.log(x!);
    expect(numericalGradient(log, Float64Array.of(1e9))[0]! * 1e9).toBeCloseTo(1, 8);
    expect(numericalGradient(log, Float64Array.of(1e-9), { floor: 1e-9 })[0]! * 1e-9).toBeCloseTo(1, 8);
    expect(numericalHessian(log, Float64Array.of(1e-9), { floor: 1e-9 })[0]! * 1e-18).toBeCloseTo(-1, 5);
  });

  it('refuse a step or a floor that is not positive, and a function of changing length', () => {
    expect(() => numericalGradient(f, at, { step: 0 })).toThrow('step');
    expect(() => numericalHessian(f, at, { floor: -1 })).toThrow('floor');
    let length = 1;
    expect(() => numericalJacobian(() => new Float64Array(length++), at)).toThrow('f must return 1 values');
  });
});
