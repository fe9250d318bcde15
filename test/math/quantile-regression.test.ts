import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solve } from '../../src/math/lu.ts';
import { quantileRegression } from '../../src/math/quantile-regression.ts';
import { relativeDifference, trigonometricDesign } from './matrices.ts';

const loss = (e: number, tau: number) => e * (e < 0 ? tau - 1 : tau);

/** Least Σ ρ_τ over all planes through k of the T points: an optimum is always among them. */
function bestOfAllVertices(y: Float64Array, x: Float64Array, T: number, k: number, tau: number): number {
  let best = Number.POSITIVE_INFINITY;
  const visit = (rows: number[]) => {
    if (rows.length < k) {
      for (let i = (rows.at(-1) ?? -1) + 1; i < T; i++) visit([...rows, i]);
      return;
    }
    const a = Float64Array.from(rows.flatMap((i) => [...x.subarray(i * k, i * k + k)]));
    const beta = solve(
      a,
      k,
      Float64Array.from(rows, (i) => y[i]!),
    );
    if (!beta) return;
    let sum = 0;
    for (let t = 0; t < T; t++) sum += loss(y[t]! - beta.reduce((s, b, p) => s + b * x[t * k + p]!, 0), tau);
    best = Math.min(best, sum);
  };
  visit([]);
  return best;
}

describe('quantile regression', () => {
  it('on a constant is a sample quantile, flagged where an interval of them is optimal', () => {
    const y = Float64Array.of(5, 1, 4, 2, 3);
    const ones = new Float64Array(5).fill(1);
    expect(quantileRegression(y, ones, 5, 1, 0.5)).toMatchObject({ beta: Float64Array.of(3), unique: true });
    expect(quantileRegression(y, ones, 5, 1, 0.3)!.beta[0]).toBe(2);
    const even = quantileRegression(y.subarray(1), ones.subarray(1), 4, 1, 0.5)!;
    expect(even.unique).toBe(false);
    expect([2, 3]).toContain(even.beta[0]);
    expect(even.objective).toBe(2);
  });

  it('agrees with the published median regression of the stack-loss data', () => {
    // Brownlee (1965), 21 days of a plant; l1 fit printed in the documentation of R's quantreg:
    // rq(stack.loss ~ stack.x, .5): −39.68985507, 0.83188406, 0.57391304, −0.06086957.
    const rows = [
      [42, 80, 27, 89],
      [37, 80, 27, 88],
      [37, 75, 25, 90],
      [28, 62, 24, 87],
      [18, 62, 22, 87],
      [18, 62, 23, 87],
      [19, 62, 24, 93],
      [20, 62, 24, 93],
      [15, 58, 23, 87],
      [14, 58, 18, 80],
      [14, 58, 18, 89],
      [13, 58, 17, 88],
      [11, 58, 18, 82],
      [12, 58, 19, 93],
      [8, 50, 18, 89],
      [7, 50, 18, 86],
      [8, 50, 19, 72],
      [8, 50, 19, 79],
      [9, 50, 20, 80],
      [15, 56, 20, 82],
      [15, 70, 20, 91],
    ];
    const y = Float64Array.from(rows, (row) => row[0]!);
    const x = Float64Array.from(rows.flatMap((row) => [1, ...row.slice(1)]));
    const { beta, basis, residuals } = quantileRegression(y, x, 21, 4, 0.5)!;
    const published = [-39.68985507, 0.83188406, 0.57391304, -0.06086957];
    published.forEach((value, p) => {
      expect(beta[p]).toBeCloseTo(value, 8);
    });
    for (const i of basis) expect(residuals[i]).toBe(0);
    // scipy 1.10: linprog(method='highs') reaches 16.625 at τ = 0.25 and 16.252155172413786 at 0.75.
    expect(quantileRegression(y, x, 21, 4, 0.25)!.objective).toBeCloseTo(16.625, 12);
    expect(quantileRegression(y, x, 21, 4, 0.75)!.objective).toBeCloseTo(16.252155172413786, 12);
  });

  // scipy 1.10 on the design of regression.test.ts (T = 300, k = 4):
  // linprog(np.r_[0×2k, τ×T, (1−τ)×T], A_eq=[X, −X, I, −I], b_eq=y, method='highs')
  it.each([
    [
      0.05,
      [-1.156658897935196, 0.9936572869080064, 1.5584410658751326, 2.0552004432671076],
      26.657838213492404,
    ],
    [
      0.5,
      [0.5896810754538567, 0.9281579548644818, 1.5383193264289377, 1.8738467938018233],
      143.49834285984412,
    ],
    [0.9, [1.8926360151552017, 1.071201243873384, 1.4346469436524105, 2.069846786614124], 46.63237188624004],
  ])('agrees with the linear programme solved by HiGHS at τ = %d', (tau, beta, objective) => {
    const { x, y } = trigonometricDesign(300, 4);
    const fit = quantileRegression(y, x, 300, 4, tau)!;
    expect(relativeDifference(fit.beta, beta)).toBeLessThan(1e-12);
    expect(fit.objective).toBeCloseTo(objective, 11);
    expect(fit.unique).toBe(true);
  });

  it('is never beaten by any plane through k points, ties and repeated rows included', () => {
    const whole = fc.integer({ min: -3, max: 3 });
    const problem = fc.tuple(
      fc.array(fc.tuple(whole, whole, whole), { minLength: 3, maxLength: 9 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(0.05, 0.25, 1 / 3, 0.5, 0.8),
    );
    fc.assert(
      fc.property(problem, ([rows, k, tau]) => {
        const y = Float64Array.from(rows, (row) => row[0]);
        const x = Float64Array.from(rows.flatMap((row) => [1, row[1], row[2]].slice(0, k)));
        const fit = quantileRegression(y, x, rows.length, k, tau);
        const best = bestOfAllVertices(y, x, rows.length, k, tau);
        if (fit) expect(Math.abs(fit.objective - best)).toBeLessThan(1e-12);
        else expect(best).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 400 },
    );
  });

  it('is equivariant: scale, shift and reflection of y go through to the coefficients', () => {
    const { x, y } = trigonometricDesign(60, 3);
    const betaOf = (target: Float64Array, tau: number) => quantileRegression(target, x, 60, 3, tau)!.beta;
    const base = betaOf(y, 0.2);
    expect(
      relativeDifference(
        betaOf(
          y.map((value) => 3 * value),
          0.2,
        ),
        base.map((b) => 3 * b),
      ),
    ).toBeLessThan(1e-13);
    expect(
      relativeDifference(
        betaOf(
          y.map((value) => -value),
          0.8,
        ),
        base.map((b) => -b),
      ),
    ).toBeLessThan(1e-13);
    const moved = base.map((b, p) => b + [1, -2, 5][p]!);
    const shifted = y.map((value, t) => value + x[t * 3]! - 2 * x[t * 3 + 1]! + 5 * x[t * 3 + 2]!);
    expect(relativeDifference(betaOf(shifted, 0.2), moved)).toBeLessThan(1e-13);
  });

  it('does not lose the optimum to a level of a million or to units of 1e-8', () => {
    const { x, y } = trigonometricDesign(300, 3);
    const level = x.map((value, at) => (at % 3 === 1 ? 1e6 + value : at % 3 === 2 ? 1e-8 * value : value));
    const [plain, moved] = [x, level].map((design) => quantileRegression(y, design, 300, 3, 0.3)!);
    expect(Math.abs(moved!.objective / plain!.objective - 1)).toBeLessThan(1e-9);
    expect([...moved!.basis].sort()).toEqual([...plain!.basis].sort());
  });

  it('settles on data with nothing but ties', () => {
    const dummy = Float64Array.from({ length: 80 }, (_, at) => (at % 2 === 0 ? 1 : Math.floor(at / 6) % 2));
    expect(quantileRegression(new Float64Array(40), dummy, 40, 2, 0.05)!.objective).toBe(0);
    const steps = new Float64Array(40).map((_, t) => (t % 5 === 0 ? 1 : 0));
    expect(quantileRegression(steps, dummy, 40, 2, 0.5)!.objective).toBe(4);
  });

  it('is undefined for dependent columns, too few rows, or a value that is not finite', () => {
    const ones = new Float64Array(4).fill(1);
    expect(quantileRegression(Float64Array.of(1, 2), ones, 2, 2, 0.5)).toBeUndefined();
    expect(quantileRegression(Float64Array.of(1), Float64Array.of(1, 2), 1, 2, 0.5)).toBeUndefined();
    expect(quantileRegression(Float64Array.of(1, Number.NaN), ones.subarray(2), 2, 1, 0.5)).toBeUndefined();
    const infinite = Float64Array.of(1, Number.POSITIVE_INFINITY);
    expect(quantileRegression(Float64Array.of(1, 2), infinite, 2, 1, 0.5)).toBeUndefined();
  });

  it('refuses a τ outside (0, 1) and lengths that disagree', () => {
    for (const tau of [0, 1, -0.5, Number.NaN]) {
      expect(() => quantileRegression(Float64Array.of(1), Float64Array.of(1), 1, 1, tau)).toThrow(RangeError);
    }
    expect(() => quantileRegression(Float64Array.of(1), Float64Array.of(1, 2), 2, 1, 0.5)).toThrow(
      RangeError,
    );
  });
});
