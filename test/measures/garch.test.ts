import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericalGradient } from '../../src/math/numerical-derivatives.ts';
import { forecastVariance, garchFilter, unconditionalVariance } from '../../src/measures/garch.ts';
import { constantMeanLikelihood } from '../../src/measures/garch-constant-mean.ts';
import { fitGarch, fitGarchRegression, type GarchRegressionFit } from '../../src/measures/garch-fit.ts';
import { garchLikelihood } from '../../src/measures/garch-likelihood.ts';
import { garchPath } from '../../src/measures/garch-path.ts';
import { garchStandardErrors } from '../../src/measures/garch-standard-errors.ts';
import { garchVolatility } from '../../src/measures/garch-volatility.ts';
import { panelOf } from './panel-of.ts';
import { gjrReturns, parkMiller } from './park-miller.ts';
import { normals } from './random.ts';

const returns = gjrReturns(600, 20260225);
const symmetric = { mu: 0.01, omega: 0.06, alpha: 0.07, beta: 0.88 };
const asymmetric = { mu: 0.01, omega: 0.06, alpha: 0.04, beta: 0.88, gamma: 0.06 };

function fitted(values: Float64Array, options = {}): GarchRegressionFit {
  const fit = fitGarch(values, options);
  if ('refused' in fit) throw new Error(fit.refused);
  return fit;
}

describe('the GARCH filter', () => {
  // numpy: h[0] = mean(e²); h[t+1] = om + (al + ga·(e[t] < 0))·e[t]² + be·h[t]; -0.5·sum(log(2π) + log h + e²/h).
  it('gives the variances and the likelihood of an independent computation', () => {
    const { variance, next, logLikelihood } = garchFilter(returns, symmetric);
    expect(logLikelihood).toBeCloseTo(-791.4539326408676, 9);
    const shown = [variance[0], variance[1], variance[2], variance[599], next];
    const expected = [
      0.9014596138232385, 0.8590390649400605, 0.9813467073326838, 0.7292261952062379, 0.7152050220811857,
    ];
    for (const [i, h] of expected.entries()) expect(shown[i]).toBeCloseTo(h, 12);
  });

  it('weighs falls more in the asymmetric model', () => {
    const { variance, next, logLikelihood } = garchFilter(returns, asymmetric);
    expect(logLikelihood).toBeCloseTo(-788.8192960841143, 9);
    expect(variance[599]).toBeCloseTo(0.7545301467035204, 12);
    expect(next).toBeCloseTo(0.7316927978417817, 12);
  });

  it('can start from a presample row at the mean square', () => {
    expect(garchFilter(returns, symmetric, 'presample').logLikelihood).toBeCloseTo(-791.4595302599288, 9);
  });

  it('is a Gaussian likelihood with one variance when nothing is remembered', () => {
    // α = β = 0, ω = 2, h_1 = 2: −½ Σ (ln 2π + ln 2 + r²/2).
    const r = Float64Array.of(1, -2, 3);
    const { logLikelihood } = garchFilter(r, { mu: 0, omega: 2, alpha: 0, beta: 0 }, 2);
    expect(logLikelihood).toBeCloseTo(-0.5 * (3 * Math.log(4 * Math.PI) + 14 / 2), 14);
  });

  it('carries a missing row at its expectation and lets it add nothing', () => {
    const { variance, residuals, next } = garchFilter(Float64Array.of(1, Number.NaN), symmetric, 1);
    const h = 0.06 + 0.07 * 0.99 ** 2 + 0.88;
    expect(variance[1]).toBeCloseTo(h, 15);
    expect(residuals[1]).toBeNaN();
    expect(next).toBeCloseTo(0.06 + 0.95 * h, 15);
  });

  it('forecasts towards the unconditional variance', () => {
    const path = forecastVariance(symmetric, 3, 500);
    expect(path[0]).toBe(3);
    expect(path[1]).toBeCloseTo(0.06 + 0.95 * 3, 15);
    expect(path[499]).toBeCloseTo(unconditionalVariance(symmetric), 9);
    expect(unconditionalVariance({ ...symmetric, beta: 0.93 })).toBeNaN();
  });

  it('refuses parameters out of bounds, a start of 0 and an infinite return', () => {
    for (const bad of [
      { omega: 0 },
      { alpha: -0.1 },
      { beta: Number.NaN },
      { gamma: -0.2 },
      { mu: Infinity },
    ]) {
      expect(() => garchFilter(returns, { ...symmetric, ...bad })).toThrow(RangeError);
    }
    expect(() => garchFilter(returns, symmetric, 0)).toThrow(RangeError);
    expect(() => garchFilter(Float64Array.of(1, Number.NEGATIVE_INFINITY), symmetric)).toThrow(RangeError);
    expect(() => forecastVariance(symmetric, 1, 0)).toThrow(RangeError);
  });
});

describe('the GARCH likelihood', () => {
  const holes = returns.map((r, t) => (t % 37 === 5 ? Number.NaN : r));
  const x = new Float64Array(1200).map((_, at) => (at % 2 === 0 ? 1 : Math.sin(at)));

  it('has the value of the filter and the gradient of differences, with holes, regressors and either start', () => {
    for (const start of ['mean-square', 'presample'] as const) {
      for (const y of [returns, holes]) {
        for (const wide of [false, true]) {
          const data = {
            y,
            x: wide ? x : new Float64Array(600).fill(1),
            k: wide ? 2 : 1,
            asymmetric: true,
            start,
          };
          const theta = Float64Array.of(0.01, ...(wide ? [0.2] : []), 0.06, 0.04, 0.88, 0.06);
          const { gradient, logLikelihood } = garchLikelihood(data, theta);
          const slope = numericalGradient((at) => garchLikelihood(data, at).logLikelihood, theta, {
            order: 4,
          });
          for (const [i, g] of gradient.entries())
            expect(Math.abs(g - slope[i]!)).toBeLessThan(1e-5 * (1 + Math.abs(g)));
          if (!wide) expect(logLikelihood).toBeCloseTo(garchFilter(y, asymmetric, start).logLikelihood, 8);
        }
      }
    }
  });

  it('is the same in scalars for a constant mean', () => {
    const bounded = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 80 }),
        fc.integer({ min: 1, max: 1e6 }),
        bounded(-0.5, 0.5),
        bounded(0.01, 2),
        bounded(0, 0.4),
        bounded(0, 0.9),
        fc.option(bounded(0, 0.3), { nil: undefined }),
        fc.constantFrom('mean-square' as const, 'presample' as const),
        (n, seed, mu, omega, alpha, beta, gamma, start) => {
          const y = normals(n, seed).map((r, t) => (t > 1 && (t * seed) % 11 === 0 ? Number.NaN : r));
          const gradient = new Float64Array(5);
          const value = constantMeanLikelihood(y, start, mu, omega, alpha, beta, gamma, gradient);
          const asymmetric = gamma !== undefined;
          const data = { y, x: new Float64Array(n).fill(1), k: 1, asymmetric, start };
          const theta = [mu, omega, alpha, beta, ...(asymmetric ? [gamma] : [])];
          const oracle = garchLikelihood(data, Float64Array.from(theta));
          expect(value).toBeCloseTo(oracle.logLikelihood, 9);
          for (const [i, g] of oracle.gradient.entries()) {
            expect(Math.abs(gradient[i]! - g)).toBeLessThan(1e-9 * (1 + Math.abs(g)));
          }
        },
      ),
    );
  });
});

describe('a GARCH fit', () => {
  it('reaches the likelihood that a simplex search of scipy reaches, and its parameters', () => {
    // scipy.optimize.minimize(method="Nelder-Mead", xatol=1e-10, fatol=1e-11) from three starts, twice.
    const garch = fitted(returns);
    expect(garch.converged).toBe(true);
    expect(garch.logLikelihood).toBeGreaterThan(-779.2240974712738 - 1e-6);
    expect(garch.parameters.alpha).toBeCloseTo(0.1009738, 4);
    expect(garch.parameters.beta).toBeCloseTo(0.87949359, 4);
    const gjr = fitted(returns, { model: 'gjr' });
    expect(gjr.logLikelihood).toBeGreaterThan(-779.0255222769438 - 1e-6);
    expect(gjr.parameters.gamma).toBeCloseTo(0.02568897, 4);
    expect(gjr.logLikelihood).toBeCloseTo(garchFilter(returns, gjr.parameters).logLikelihood, 8);
  });

  it('does not depend on the unit of the returns', () => {
    const percent = fitted(returns);
    const fraction = fitted(returns.map((r) => r / 100));
    expect(fraction.parameters.omega).toBeCloseTo(percent.parameters.omega / 1e4, 9);
    expect(fraction.parameters.alpha).toBeCloseTo(percent.parameters.alpha, 6);
    expect(fraction.logLikelihood).toBeCloseTo(percent.logLikelihood + 600 * Math.log(100), 6);
  });

  it('stays inside the bounds, and says when the persistence is 1', () => {
    // A variance that grows throughout has no level to return to.
    const growing = parkMiller(600, 5).map((u, t) => u * Math.exp(t / 120));
    const fit = fitted(growing);
    expect(fit.igarch).toBe(true);
    expect(fit.persistence).toBeLessThanOrEqual(1);
    const calm = fitted(parkMiller(600, 6), { model: 'gjr' });
    expect(calm.igarch).toBe(false);
    expect(calm.parameters.alpha).toBeGreaterThanOrEqual(0);
    expect(calm.parameters.alpha + calm.parameters.gamma!).toBeGreaterThanOrEqual(0);
  });

  it('keeps ω above 0 where the likelihood rises all the way to it', () => {
    const fading = normals(320, 12).subarray(0, 280);
    const fit = fitted(fading);
    expect(fit.parameters.omega).toBeGreaterThan(0);
    expect(fit.parameters.omega).toBeLessThan(1e-9);
    expect(garchFilter(fading, fit.parameters).logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
  });

  it('says that it has not converged when it runs out of iterations', () => {
    const fit = fitted(returns, { maxIterations: 1 });
    expect(fit.converged).toBe(false);
    expect(fit.reason).toBe('max-iterations');
  });

  it('skips holes', () => {
    const holed = returns.map((r, t) => (t === 300 ? Number.NaN : r));
    const fit = fitted(holed);
    expect(fit.rows).toBe(599);
    expect(fit.logLikelihood).toBeCloseTo(garchFilter(holed, fit.parameters).logLikelihood, 8);
  });

  it('is refused for short, constant and empty series and for dependent regressors', () => {
    expect(fitGarch(returns.slice(0, 249))).toEqual({ refused: 'insufficient_data' });
    expect(fitGarch(new Float64Array(0))).toEqual({ refused: 'insufficient_data' });
    expect(fitGarch(new Float64Array(600).fill(Number.NaN))).toEqual({ refused: 'insufficient_data' });
    expect(fitGarch(new Float64Array(600))).toEqual({ refused: 'constant_series' });
    expect(fitGarch(new Float64Array(600).fill(1e5))).toEqual({ refused: 'constant_series' });
    expect(fitGarchRegression(returns, new Float64Array(1200).fill(1), 2)).toEqual({ refused: 'collinear' });
    expect(() => fitGarch(Float64Array.of(1, Number.POSITIVE_INFINITY))).toThrow(RangeError);
    expect(() => fitGarchRegression(returns, new Float64Array(7), 2)).toThrow(RangeError);
  });

  it('has standard errors like the spread of estimates over samples', () => {
    // Sixty samples of 1500 rows: the mean robust standard error of β against the standard deviation of its estimates.
    const fits = Array.from({ length: 60 }, (_, k) => {
      const sample = gjrReturns(1500, 100 + k);
      const fit = fitted(sample);
      return { beta: fit.parameters.beta, error: garchStandardErrors(sample, fit).robust[3]! };
    });
    const mean = fits.reduce((sum, { beta }) => sum + beta, 0) / 60;
    const spread = Math.sqrt(fits.reduce((sum, { beta }) => sum + (beta - mean) ** 2, 0) / 59);
    const error = fits.map(({ error }) => error).sort((p, q) => p - q)[30]!;
    expect(mean).toBeCloseTo(0.85, 1);
    expect(error / spread).toBeGreaterThan(0.6);
    expect(error / spread).toBeLessThan(1.6);
  });
});

describe('the volatility of the next row', () => {
  it('states the row of each estimation and uses its parameters until the next', () => {
    const { next, estimates } = garchPath(returns, 299, { model: 'garch', train: 300, refit: 200 });
    expect(estimates.map(({ kind, row, until }) => [kind, row, until])).toEqual([
      ['ewma', 0, 299],
      ['garch', 299, 499],
      ['garch', 499, 600],
    ]);
    const { fit } = estimates[1] as { fit: GarchRegressionFit };
    expect(fit.parameters).toEqual(fitted(returns.slice(0, 300)).parameters);
    const filtered = garchFilter(returns.slice(0, 499), fit.parameters, 1);
    expect(next[498]).toBeCloseTo(filtered.next, 6);
  });

  it('falls back to RiskMetrics, flagged, on too few rows and shows nothing for a constant series', () => {
    const short = garchPath(returns.slice(0, 200), 300, { model: 'garch', train: 300, refit: 200 });
    expect(short.estimates).toEqual([{ row: 0, until: 200, kind: 'ewma', reason: 'insufficient_data' }]);
    expect(short.next[199]).toBeGreaterThan(0);
    expect(short.next[10]).toBeNaN();
    const flat = garchPath(new Float64Array(400), 300, { model: 'garch', train: 300, refit: 200 });
    expect(flat.estimates[1]).toMatchObject({ kind: 'ewma', reason: 'constant_series' });
    expect(flat.next[399]).toBeNaN();
  });

  it('has no value for a price that does not move or moves only once', () => {
    const flat = panelOf([new Float64Array(700).fill(100)]);
    const step = panelOf([new Float64Array(700).fill(100).fill(101, 650)]);
    const params = garchVolatility.params.parse({});
    for (const panel of [flat, step]) {
      expect(garchVolatility.compute(panel, params).every(Number.isNaN)).toBe(true);
    }
  });
});
