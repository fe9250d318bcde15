import { describe, expect, it } from 'vitest';
import { vectorAutoregression } from '../../src/measures/connectedness/vector-autoregression.ts';
import { historicalDecomposition } from '../../src/measures/historical-decomposition.ts';
import { normals } from './random.ts';

/** y_1 = u_1; y_2,t = 0.5 u_1,t + u_2,t + 0.4 y_1,t−1: one lag, Σ = P P′ with P = [[1, 0], [0.5, 1]]. */
const KNOWN = {
  n: 2,
  lag: 1,
  intercept: Float64Array.of(0.1, -0.2),
  coefficients: Float64Array.of(0, 0, 0.4, 0),
  sigma: Float64Array.of(1, 0.5, 0.5, 1.25),
};

function simulated(rows: number) {
  const [u, v] = [normals(rows, 1), normals(rows, 2)];
  const first = u.map((shock) => 0.1 + shock);
  const second = v.map((shock, t) => (t === 0 ? 0 : -0.2 + 0.5 * u[t]! + shock + 0.4 * first[t - 1]!));
  return { columns: [first, second], u, v };
}

describe('historical decomposition', () => {
  it('finds the shocks that made the series', () => {
    const { columns, u, v } = simulated(50);
    const [sent, own] = historicalDecomposition(columns, KNOWN, 1)!;
    for (let t = 2; t < 50; t++) {
      // 0.5 u_t of the same row, 0.4 u of the row before.
      expect(sent![t]).toBeCloseTo(0.5 * u[t]! + 0.4 * u[t - 1]!, 12);
      expect(own![t]).toBeCloseTo(v[t]!, 12);
    }
  });

  it('leaves nothing of the later series to the first', () => {
    const { columns } = simulated(50);
    const [, own] = historicalDecomposition(columns, KNOWN, 0)!;
    for (const value of own!) expect(value).toBe(0);
  });

  it('adds to the series but for constants and first rows, whatever the sample', () => {
    const { columns } = simulated(300);
    const model = vectorAutoregression(columns, 2);
    if (typeof model === 'string') throw new Error(model);
    const parts = historicalDecomposition(columns, model, 1)!;
    const base = columns[1]!.map((value, t) => value - parts[0]![t]! - parts[1]![t]!);
    // What is left follows the model without shocks: it settles at its mean.
    expect(base[299]).toBeCloseTo(base[298]!, 10);
  });

  it('refuses a sample of another size, and has no answer for dependent errors', () => {
    const { columns } = simulated(50);
    expect(() => historicalDecomposition(columns.slice(0, 1), KNOWN, 0)).toThrow(RangeError);
    expect(() => historicalDecomposition(columns, KNOWN, 2)).toThrow(RangeError);
    const dependent = { ...KNOWN, sigma: Float64Array.of(1, 1, 1, 1) };
    expect(historicalDecomposition(columns, dependent, 0)).toBeUndefined();
  });
});
