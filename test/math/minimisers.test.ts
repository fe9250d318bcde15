import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bfgs } from '../../src/math/bfgs.ts';
import type { Objective } from '../../src/math/minimum.ts';
import { nelderMead } from '../../src/math/nelder-mead.ts';

/** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²; minimum 0 at (1, …, 1). */
const rosenbrock: Objective = (x) => {
  let sum = 0;
  for (let i = 0; i + 1 < x.length; i++) sum += 100 * (x[i + 1]! - x[i]! ** 2) ** 2 + (1 - x[i]!) ** 2;
  return sum;
};

const rosenbrockGradient = (x: Float64Array) =>
  Float64Array.of(-400 * x[0]! * (x[1]! - x[0]! ** 2) - 2 * (1 - x[0]!), 200 * (x[1]! - x[0]! ** 2));

/** Powell’s singular function: the Hessian at the minimum 0 has rank two. */
const powell: Objective = (x) =>
  (x[0]! + 10 * x[1]!) ** 2 + 5 * (x[2]! - x[3]!) ** 2 + (x[1]! - 2 * x[2]!) ** 4 + 10 * (x[0]! - x[3]!) ** 4;

const distance = (a: Float64Array, b: ArrayLike<number>) =>
  a.reduce((most, ai, i) => Math.max(most, Math.abs(ai - b[i]!)), 0);

describe.each([
  ['bfgs', bfgs],
  ['nelderMead', nelderMead],
] as const)('%s', (_name, minimise) => {
  it('finds the bottom of Rosenbrock’s valley from the usual start', () => {
    const found = minimise(rosenbrock, Float64Array.of(-1.2, 1));
    expect(found.converged).toBe(true);
    expect(distance(found.x, [1, 1])).toBeLessThan(1e-5);
    expect(found.value).toBe(rosenbrock(found.x));
  });

  it('finds the minimum of any positive definite quadratic', () => {
    const number = fc.double({ min: -3, max: 3, noNaN: true });
    const triple = fc.tuple(number, number, number);
    fc.assert(
      fc.property(triple, triple, (centre, start) => {
        const f: Objective = (x) => {
          const [a, b, c] = x.map((xi, i) => xi - centre[i]!);
          return a! * a! + 2 * b! * b! + 5 * c! * c! + a! * b! - b! * c! - 7;
        };
        const found = minimise(f, Float64Array.from(start));
        expect(found.converged).toBe(true);
        expect(distance(found.x, centre)).toBeLessThan(1e-5);
        expect(found.value).toBeCloseTo(-7, 9);
      }),
      { numRuns: 40 },
    );
  });

  // Moré, Garbow & Hillstrom (1981), Testing Unconstrained Optimization Software, ACM TOMS 7(1): problems 5, 14, 4 and 7.
  const published: readonly (readonly [string, Objective, readonly number[], readonly number[]])[] = [
    [
      'Beale',
      ([x, y]) =>
        (1.5 - x! * (1 - y!)) ** 2 + (2.25 - x! * (1 - y! ** 2)) ** 2 + (2.625 - x! * (1 - y! ** 3)) ** 2,
      [1, 1],
      [3, 0.5],
    ],
    [
      'Wood',
      ([a, b, c, d]) =>
        100 * (b! - a! * a!) ** 2 +
        (1 - a!) ** 2 +
        90 * (d! - c! * c!) ** 2 +
        (1 - c!) ** 2 +
        10 * (b! + d! - 2) ** 2 +
        0.1 * (b! - d!) ** 2,
      [-3, -1, -3, -1],
      [1, 1, 1, 1],
    ],
    [
      'Brown badly scaled',
      ([x, y]) => (x! - 1e6) ** 2 + (y! - 2e-6) ** 2 + (x! * y! - 2) ** 2,
      [1, 1],
      [1e6, 2e-6],
    ],
    [
      'helical valley',
      ([x, y, z]) => {
        const turn = Math.atan(y! / x!) / (2 * Math.PI) + (x! > 0 ? 0 : 0.5);
        return 100 * ((z! - 10 * turn) ** 2 + (Math.hypot(x!, y!) - 1) ** 2) + z! * z!;
      },
      [-1, 0, 0],
      [1, 0, 0],
    ],
  ];

  it.each(published)('solves the published test problem %s', (_problem, f, start, solution) => {
    const found = minimise(f, Float64Array.from(start));
    expect(found.converged).toBe(true);
    expect(found.value).toBeLessThan(1e-7);
    for (const [i, x] of solution.entries()) {
      expect(Math.abs(found.x[i]! - x)).toBeLessThan(1e-4 * Math.max(1, Math.abs(x)));
    }
  });

  it('minimises in one dimension', () => {
    const found = minimise((x) => Math.cosh(x[0]! - 2), Float64Array.of(0));
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(2, 6);
  });

  it('reports that it ran out of iterations instead of passing for converged', () => {
    const found = minimise(rosenbrock, Float64Array.of(-1.2, 1), { maxIterations: 3 });
    expect(found.converged).toBe(false);
    expect(found.reason).toBe('max-iterations');
    expect(found.iterations).toBe(3);
    expect(found.value).toBeLessThan(rosenbrock(Float64Array.of(-1.2, 1)));
  });

  it('keeps to where the objective is finite, with NaN and infinity for forbidden ground', () => {
    for (const forbidden of [Number.NaN, Number.POSITIVE_INFINITY]) {
      // Minimum of x − ln x at 1.
      const found = minimise((x) => (x[0]! <= 0 ? forbidden : x[0]! - Math.log(x[0]!)), Float64Array.of(9));
      expect(found.converged).toBe(true);
      expect(found.x[0]).toBeCloseTo(1, 5);
    }
  });

  it('says so when the objective has no value anywhere near the start', () => {
    for (const nothing of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const found = minimise(() => nothing, Float64Array.of(1, 2));
      expect(found.converged).toBe(false);
      expect(found.reason).toBe('non-finite-start');
    }
  });

  it('says so when the objective falls to minus infinity', () => {
    const found = minimise((x) => (x[0]! > 100 ? Number.NEGATIVE_INFINITY : -x[0]!), Float64Array.of(1));
    expect(found.converged).toBe(false);
    expect(found.reason).toBe('unbounded');
  });

  it('does not converge on a function without a minimum', () => {
    const found = minimise((x) => -Math.exp(x[0]! / 10) + x[1]! ** 2, Float64Array.of(0, 1));
    expect(found.converged).toBe(false);
  });

  it('leaves the start as it was and answers the same again', () => {
    const start = Float64Array.of(-1.2, 1);
    const first = minimise(rosenbrock, start);
    expect([...start]).toEqual([-1.2, 1]);
    expect(minimise(rosenbrock, start)).toEqual(first);
  });

  it('counts every call of the objective', () => {
    let calls = 0;
    const counting: Objective = (x) => {
      calls++;
      return rosenbrock(x);
    };
    expect(minimise(counting, Float64Array.of(-1.2, 1)).evaluations).toBe(calls);
  });

  it('refuses a start or a limit that makes no sense', () => {
    expect(() => minimise(rosenbrock, new Float64Array(0))).toThrow(RangeError);
    expect(() => minimise(rosenbrock, Float64Array.of(1, Number.NaN))).toThrow('NaN at 1');
    expect(() => minimise(rosenbrock, Float64Array.of(1, Number.POSITIVE_INFINITY))).toThrow(RangeError);
    for (const tolerance of [0, -1, Number.NaN]) {
      expect(() => minimise(rosenbrock, Float64Array.of(1, 2), { tolerance })).toThrow('tolerance');
    }
    for (const maxIterations of [0, 1.5, Number.NaN]) {
      expect(() => minimise(rosenbrock, Float64Array.of(1, 2), { maxIterations })).toThrow('maxIterations');
    }
  });
});

describe('bfgs', () => {
  it('needs few iterations with an exact gradient and gets all digits', () => {
    const found = bfgs(rosenbrock, Float64Array.of(-1.2, 1), {
      gradient: rosenbrockGradient,
      tolerance: 1e-10,
    });
    expect(found.converged).toBe(true);
    expect(distance(found.x, [1, 1])).toBeLessThan(1e-9);
    expect(found.gradientNorm).toBeLessThanOrEqual(1e-10);
    // scipy.optimize.minimize(rosen, [-1.2, 1], jac=rosen_der, method='BFGS').nit == 32
    expect(found.iterations).toBeLessThan(50);
  });

  it('crosses a valley of ten dimensions', () => {
    const found = bfgs(rosenbrock, new Float64Array(10).fill(-1));
    expect(found.reason).toBe('gradient');
    expect(found.value).toBeLessThan(1e-8);
  });

  it('settles where the Hessian is singular', () => {
    const found = bfgs(powell, Float64Array.of(3, -1, 0, 1), { tolerance: 1e-8 });
    expect(found.converged).toBe(true);
    expect(found.value).toBeLessThan(1e-8);
  });

  it('has converged at once when it starts at the minimum', () => {
    const found = bfgs(rosenbrock, Float64Array.of(1, 1), { gradient: rosenbrockGradient });
    expect(found.iterations).toBe(0);
    expect(found.gradientNorm).toBe(0);
  });

  it('says that nothing decreases when the gradient it is given points the wrong way', () => {
    const found = bfgs(rosenbrock, Float64Array.of(-1.2, 1), {
      gradient: (x) => rosenbrockGradient(x).map((g) => -g),
    });
    expect(found.converged).toBe(false);
    expect(found.reason).toBe('no-decrease');
    expect([...found.x]).toEqual([-1.2, 1]);
  });

  it('does not pass for converged at a kink, where no gradient vanishes', () => {
    const found = bfgs(([x, y]) => Math.abs(x! - 1) + 2 * Math.abs(y!), Float64Array.of(3, 2.3), {
      gradient: ([x, y]) => Float64Array.of(x! > 1 ? 1 : -1, y! > 0 ? 2 : -2),
    });
    expect(found.converged).toBe(false);
    expect(found.gradientNorm).toBeGreaterThanOrEqual(1);
  });

  it('finds the maximum likelihood of a normal sample', () => {
    // Closed form: mean 3, variance (ML) 2.
    const sample = [1, 2, 3, 4, 5];
    const f: Objective = ([mean, logScale]) =>
      sample.reduce((sum, x) => sum + logScale! + (x - mean!) ** 2 / (2 * Math.exp(2 * logScale!)), 0);
    const found = bfgs(f, Float64Array.of(0, 0));
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(3, 6);
    expect(Math.exp(2 * found.x[1]!)).toBeCloseTo(2, 6);
  });

  it('refuses a gradient of another length', () => {
    expect(() => bfgs(rosenbrock, Float64Array.of(0, 0), { gradient: () => new Float64Array(3) })).toThrow(
      'gradient must have 2 values, came 3',
    );
  });

  it('says so when the gradient is NaN at the start', () => {
    const found = bfgs(rosenbrock, Float64Array.of(0, 0), {
      gradient: () => Float64Array.of(Number.NaN, 1),
    });
    expect(found.reason).toBe('non-finite-start');
  });
});

describe('nelderMead', () => {
  it('is not caught in a flat simplex by a start that is nearly zero', () => {
    const found = nelderMead(([x, y]) => (x! - 1) ** 2 + (y! + 2) ** 2, Float64Array.of(5e-324, -1e-300));
    expect(found.converged).toBe(true);
    expect(distance(found.x, [1, -2])).toBeLessThan(1e-6);
  });

  it('needs no derivative: it finds the corner of a sum of absolute values', () => {
    const found = nelderMead((x) => Math.abs(x[0]! - 1) + 2 * Math.abs(x[1]! + 3), Float64Array.of(0, 0));
    expect(found.converged).toBe(true);
    expect(distance(found.x, [1, -3])).toBeLessThan(1e-6);
    expect(found.spread.value).toBeLessThan(1e-6);
  });

  it('does not stay where McKinnon’s function makes a single descent stop', () => {
    // McKinnon (1998), SIAM J. Optim. 9(1), eq. 1.1 with tau = 2, theta = 6, phi = 60: minimum −0.25 at (0, −0.5), false limit (0, 0).
    const f: Objective = ([x, y]) => (x! <= 0 ? 360 * x! * x! : 6 * x! * x!) + y! + y! * y!;
    const found = nelderMead(f, Float64Array.of(0, 0), { step: Float64Array.of(1, 1) });
    expect(found.value).toBeCloseTo(-0.25, 8);
  });

  it('works in eight dimensions', () => {
    const found = nelderMead(
      (x) => x.reduce((sum, xi, i) => sum + (i + 1) * (xi - i) ** 2, 0),
      new Float64Array(8),
      { step: new Float64Array(8).fill(1), maxIterations: 20_000 },
    );
    expect(found.converged).toBe(true);
    expect(distance(found.x, [0, 1, 2, 3, 4, 5, 6, 7])).toBeLessThan(1e-3);
  });

  it('refuses steps of zero, of another number, and a fraction of a restart', () => {
    const start = Float64Array.of(1, 2);
    expect(() => nelderMead(rosenbrock, start, { step: Float64Array.of(1, 0) })).toThrow('step');
    expect(() => nelderMead(rosenbrock, start, { step: Float64Array.of(1) })).toThrow('step');
    expect(() => nelderMead(rosenbrock, start, { restarts: 0.5 })).toThrow('restarts');
  });
});
