import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, transpose } from '../../../src/math/matrix.ts';
import {
  forecastErrorShares,
  sharesRoom,
} from '../../../src/measures/connectedness/forecast-error-shares.ts';
import {
  generalisedDecomposition,
  normaliseRows,
  orthogonalisedDecomposition,
  woldCoefficients,
} from '../../../src/measures/connectedness/variance-decomposition.ts';
import { vectorAutoregression } from '../../../src/measures/connectedness/vector-autoregression.ts';
import { autoregressive, distance, present } from './series.ts';

const model = present(vectorAutoregression(autoregressive(150, 3, 2024), 2));
const wold = woldCoefficients(model.coefficients, 3, 2, 10);

describe('the decomposition of the forecast-error variance', () => {
  it('agrees with a numpy computation on the coefficients of statsmodels', () => {
    // numpy: num = sum((P @ S)**2) / diag(S); den = sum(diag(P @ S @ P.T)); theta = num / den[:, None], H = 10.
    const theta = generalisedDecomposition(wold, model.sigma, 3);
    const reference = [
      0.8229978699197259, 0.40131514498549364, 0.0916060597798166, 0.15951361933756647, 0.9754783133537015,
      0.2458065964085619, 0.17895242206327064, 0.2319490496084194, 0.9164636686658135,
    ];
    expect(distance(theta, reference)).toBeLessThan(1e-12);
  });

  it('agrees with the orthogonalised decomposition of statsmodels', () => {
    // statsmodels 0.13 VAR(y).fit(2).fevd(10).decomp[:, -1, :]
    const reference = [
      0.8229978699197267, 0.16471322089174087, 0.012288909188533047, 0.1595136193375664, 0.8279784477389042,
      0.012507932923529556, 0.17895242206327053, 0.12280693964407988, 0.6982406382926496,
    ];
    expect(distance(orthogonalisedDecomposition(wold, model.sigma, 3)!, reference)).toBeLessThan(1e-12);
  });

  it('is R² of one shock on another when nothing is lagged', () => {
    // Ψ_0 = I alone: θ_ij = σ_ij² / (σ_ii σ_jj).
    const theta = generalisedDecomposition(Float64Array.of(1, 0, 0, 1), Float64Array.of(4, 3, 3, 9), 2);
    expect(distance(theta, [1, 0.25, 0.25, 1])).toBeLessThan(1e-15);
    expect(distance(normaliseRows(theta, 2), [0.8, 0.2, 0.2, 0.8])).toBeLessThan(1e-15);
  });

  it('has the closed form of a first-order system with one link', () => {
    // A = [a b; 0 a], Σ = I, H = 2: θ_12 = b²/(1 + a² + b²), θ_21 = 0.
    const [a, b] = [0.5, 0.4];
    const psi = woldCoefficients(Float64Array.of(a, b, 0, a), 2, 1, 2);
    const theta = generalisedDecomposition(psi, Float64Array.of(1, 0, 0, 1), 2);
    const whole = 1 + a * a + b * b;
    expect(distance(theta, [(1 + a * a) / whole, (b * b) / whole, 0, 1])).toBeLessThan(1e-15);
  });

  it('has moving-average coefficients that are powers of the matrix of a first-order system', () => {
    const a = Float64Array.of(0.5, 0.2, -0.1, 0.3);
    const psi = woldCoefficients(a, 2, 1, 4);
    expect(distance(psi.subarray(8, 12), multiply(a, a, 2, 2, 2))).toBeLessThan(1e-16);
    expect(() => woldCoefficients(a, 2, 1, 0)).toThrow(RangeError);
    expect(() => woldCoefficients(a, 2, 2, 3)).toThrow(RangeError);
  });

  it('is undefined by Cholesky when the errors are dependent, and NaN where one does not vary', () => {
    const one = Float64Array.of(1, 0, 0, 1);
    expect(orthogonalisedDecomposition(one, Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
    expect(generalisedDecomposition(one, Float64Array.of(1, 0, 0, 0), 2)[3]).toBeNaN();
  });
});

const system = fc
  .record({
    n: fc.integer({ min: 1, max: 5 }),
    lag: fc.integer({ min: 1, max: 3 }),
    horizon: fc.integer({ min: 1, max: 12 }),
    values: fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 100, maxLength: 100 }),
  })
  .map(({ n, lag, horizon, values }) => {
    const coefficients = Float64Array.from(values.slice(0, n * n * lag), (value) => value / (n * lag));
    const root = Float64Array.from(values.slice(75, 75 + n * n));
    for (let i = 0; i < n; i++) root[i * n + i] = 1 + Math.abs(root[i * n + i]!);
    return { n, lag, horizon, coefficients, sigma: multiply(root, transpose(root, n, n), n, n, n) };
  });

describe('row-normalised shares', () => {
  it('are the same by the recursion on responses as by moving-average coefficients', () => {
    fc.assert(
      fc.property(system, ({ n, lag, horizon, coefficients, sigma }) => {
        const blocks = new Float64Array(n * n * lag);
        for (let i = 0; i < n; i++) {
          for (let k = 0; k < n * lag; k++) {
            blocks[i * n * lag + k] = coefficients[(Math.floor(k / n) * n + i) * n + (k % n)]!;
          }
        }
        const fast = new Float64Array(n * n);
        expect(forecastErrorShares(sharesRoom(n, lag, horizon), blocks, sigma, fast)).toBe(true);
        const psi = woldCoefficients(coefficients, n, lag, horizon);
        const slow = normaliseRows(generalisedDecomposition(psi, sigma, n), n);
        expect(distance(fast, slow)).toBeLessThan(1e-12);
      }),
    );
  });

  it('do not depend on the scale of a series or on the order of the series', () => {
    fc.assert(
      fc.property(system, ({ n, lag, horizon, coefficients, sigma }) => {
        const shares = (a: Float64Array, s: Float64Array) =>
          normaliseRows(generalisedDecomposition(woldCoefficients(a, n, lag, horizon), s, n), n);
        const before = shares(coefficients, sigma);
        const scale = (i: number) => 10 ** (i - 2);
        const scaled = shares(
          coefficients.map((value, k) => (value * scale(Math.floor(k / n) % n)) / scale(k % n)),
          sigma.map((value, k) => value * scale(Math.floor(k / n)) * scale(k % n)),
        );
        expect(distance(scaled, before)).toBeLessThan(1e-10);
        const back = (k: number) => {
          const block = Math.floor(k / (n * n));
          const [i, j] = [Math.floor(k / n) % n, k % n];
          return block * n * n + (n - 1 - i) * n + (n - 1 - j);
        };
        const turned = shares(
          coefficients.map((_, k) => coefficients[back(k)]!),
          sigma.map((_, k) => sigma[back(k)]!),
        );
        expect(
          distance(
            turned.map((_, k) => turned[back(k)]!),
            before,
          ),
        ).toBeLessThan(1e-10);
      }),
    );
  });

  it('are refused when a variance is 0', () => {
    const out = new Float64Array(4);
    const sigma = Float64Array.of(1, 0, 0, 0);
    expect(forecastErrorShares(sharesRoom(2, 1, 3), new Float64Array(4), sigma, out)).toBe(false);
  });
});
