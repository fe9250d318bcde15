import { describe, expect, it } from 'vitest';
import { isAbsent } from '../../src/measures/connectedness/absence.ts';
import {
  type VectorAutoregression,
  vectorAutoregression,
} from '../../src/measures/connectedness/vector-autoregression.ts';
import { returnNews } from '../../src/measures/return-news.ts';
import { normals } from './random.ts';

/** r_{t+1} = b x_t + u_1, x_{t+1} = φ x_t + u_2: the return is predicted by one state alone. */
function known(b: number, phi: number, rows = 400, seed = 1): VectorAutoregression {
  const draws = normals(2 * rows, seed);
  const residuals = draws.map((z, k) => (k % 2 === 0 ? 0.02 * z : 0.1 * z - 2 * 0.02 * draws[k - 1]!));
  return {
    n: 2,
    lag: 1,
    rows,
    intercept: Float64Array.of(0, 0),
    coefficients: Float64Array.of(0, b, 0, phi),
    residuals,
    sigma: Float64Array.of(1, 0, 0, 1),
  };
}

describe('the news in returns', () => {
  it('is ρ b u_2 / (1 − ρφ) of discount rates where one state alone predicts', () => {
    // λ of Campbell (1991) for A = [[0, b], [0, φ]]: first row (0, ρb/(1 − ρφ)).
    const [b, phi, rho] = [0.05, 0.9, 0.996];
    const model = known(b, phi);
    const news = returnNews(model, rho)!;
    const weight = (rho * b) / (1 - rho * phi);
    expect(news.weights[0]).toBeCloseTo(0, 14);
    expect(news.weights[1]).toBeCloseTo(weight, 12);
    for (const t of [0, 7, 399]) {
      expect(news.discountRate[t]).toBeCloseTo(weight * model.residuals[2 * t + 1]!, 13);
      // u_1 = N_CF − N_DR, eq. 1 of Campbell & Vuolteenaho.
      expect(news.cashFlow[t]! - news.discountRate[t]!).toBeCloseTo(model.residuals[2 * t]!, 15);
    }
  });

  it('has shares that add to one, and is all cash flow where nothing predicts', () => {
    const { shares } = returnNews(known(0.05, 0.9), 0.99)!;
    expect(shares.cashFlow + shares.discountRate + shares.covariance).toBe(1);
    expect(returnNews(known(0, 0.9), 0.99)!.shares).toEqual({ cashFlow: 1, discountRate: 0, covariance: 0 });
  });

  it('finds planted weights again from a simulated sample', () => {
    const rows = 20_000;
    const model = known(0.05, 0.9, rows, 5);
    const [r, x] = [new Float64Array(rows + 1), new Float64Array(rows + 1)];
    for (let t = 0; t < rows; t++) {
      r[t + 1] = 0.05 * x[t]! + model.residuals[2 * t]!;
      x[t + 1] = 0.9 * x[t]! + model.residuals[2 * t + 1]!;
    }
    const fitted = vectorAutoregression([r, x], 1);
    if (isAbsent(fitted)) throw new Error(fitted);
    const news = returnNews(fitted, 0.99)!;
    // (0.99 · 0.05)/(1 − 0.99 · 0.9); standard error of b below 0.001, of φ below 0.004.
    expect(Math.abs(news.weights[1]! - 0.0495 / 0.109)).toBeLessThan(0.03);
  });

  it('has no value for an explosive model or a return that never surprises, and refuses wrong arguments', () => {
    expect(returnNews(known(0.05, 1.05), 0.99)).toBeUndefined();
    const still = known(0.05, 0.9);
    expect(returnNews({ ...still, residuals: still.residuals.map(() => 0) }, 0.99)).toBeUndefined();
    expect(() => returnNews({ ...still, lag: 2 }, 0.99)).toThrow(RangeError);
    for (const rho of [0, 1, Number.NaN]) expect(() => returnNews(still, rho)).toThrow(RangeError);
  });
});
