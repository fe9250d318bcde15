import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGrid } from '../../src/math/grid.ts';
import { mean, standardDeviation } from '../../src/math/moments.ts';
import { empiricalCdf, recursiveRank } from '../../src/math/rank.ts';
import { rollingMean, rollingStandardDeviation } from '../../src/math/rolling.ts';
import { correlationMatrix, rollingCorrelation } from '../../src/math/rolling-correlation.ts';
import { simplexLeastSquares } from '../../src/math/simplex-least-squares.ts';
import { symmetricEigenvalues } from '../../src/math/symmetric-eigenvalues.ts';
import { normals } from '../measures/random.ts';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const numbers = fc.array(number, { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));

describe('moments', () => {
  it('has the closed form of 1 … 5', () => {
    expect(mean(Float64Array.of(1, 2, 3, 4, 5))).toBe(3);
    expect(standardDeviation(Float64Array.of(1, 2, 3, 4, 5))).toBeCloseTo(Math.sqrt(2.5), 15);
    expect(standardDeviation(Float64Array.of(1))).toBeNaN();
  });

  it('is exactly zero for a constant that no double divides evenly', () => {
    expect(standardDeviation(new Float64Array(7).fill(0.1))).toBe(0);
  });
});

describe('rolling moments', () => {
  it('agree with the slow definition on any input, holes included', () => {
    const hole = fc.oneof(
      { weight: 9, arbitrary: number },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    );
    const input = fc.array(hole, { minLength: 1, maxLength: 300 }).map((list) => Float64Array.from(list));
    fc.assert(
      fc.property(input, fc.integer({ min: 2, max: 20 }), (x, w) => {
        const [m, s] = [rollingMean(x, w), rollingStandardDeviation(x, w)];
        for (let t = 0; t < x.length; t++) {
          if (t < w - 1) {
            expect(m[t]).toBeNaN();
            continue;
          }
          const slow = mean(x, t - w + 1, t + 1);
          if (Number.isNaN(slow)) expect(m[t]).toBeNaN();
          else expect(m[t]).toBeCloseTo(slow, 9);
          const deviation = standardDeviation(x, t - w + 1, t + 1);
          if (Number.isNaN(deviation)) expect(s[t]).toBeNaN();
          else expect(Math.abs(s[t]! - deviation)).toBeLessThan(1e-8 * (1 + deviation));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are exact again after a jump a million times the rest has left the window', () => {
    const x = normals(400, 3);
    x[100] = 1e6;
    const s = rollingStandardDeviation(x, 20);
    for (let t = 120; t < 400; t++) expect(s[t]).toBeCloseTo(standardDeviation(x, t - 19, t + 1), 10);
  });

  it('refuse a window that is no whole number', () => {
    expect(() => rollingMean(Float64Array.of(1), 0)).toThrow(RangeError);
    expect(() => rollingMean(Float64Array.of(1), 2.5)).toThrow(RangeError);
  });
});

describe('rolling correlation', () => {
  it('agrees with the matrix computed from scratch on every row', () => {
    const columns = [
      normals(500, 1),
      normals(500, 2),
      normals(500, 3).map((x, t) => x + (t > 250 ? 1e3 : 0)),
    ];
    rollingCorrelation(columns, 60, (t, r) => {
      const slow = correlationMatrix(columns, t - 59, t + 1);
      slow.forEach((value, k) => {
        expect(r![k]).toBeCloseTo(value, 9);
      });
    });
  });

  it('says null where a column does not vary or a value is missing, and NaN for that column from scratch', () => {
    const flat = new Float64Array(50).fill(0.1);
    const seen: boolean[] = [];
    rollingCorrelation([normals(50, 1), flat], 10, (_t, r) => seen.push(r === null));
    expect(seen).toEqual(Array(41).fill(true));
    const matrix = correlationMatrix([normals(50, 1), flat, normals(50, 2)], 0, 50);
    expect(matrix[1]).toBeNaN();
    expect(matrix[2]).not.toBeNaN();
  });

  it('refuses columns of different lengths', () => {
    expect(() => rollingCorrelation([normals(5, 1), normals(6, 1)], 3, () => {})).toThrow(RangeError);
  });
});

describe('symmetric eigenvalues', () => {
  it('has the closed form of the second-difference matrix', () => {
    // Eigenvalues of tridiag(−1, 2, −1): 2 − 2 cos(kπ/(n+1)).
    const n = 12;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      matrix[i * n + i] = 2;
      if (i > 0) matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
    }
    const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)));
    symmetricEigenvalues(matrix, n).forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 13);
    });
  });

  it('agrees with numpy.linalg.eigvalsh on the 6×6 Hilbert matrix', () => {
    // numpy 1.24: np.linalg.eigvalsh(1/(i+j+1))[::-1]
    const expected = [
      1.6188998589243386, 0.24236087057520933, 0.016321521319875656, 6.157483541825885e-4,
      1.2570757122618823e-5, 1.0827994845354796e-7,
    ];
    const hilbert = Float64Array.from({ length: 36 }, (_, k) => 1 / (Math.floor(k / 6) + (k % 6) + 1));
    symmetricEigenvalues(hilbert, 6).forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 12);
    });
  });

  it('keeps the trace and the sum of squares of any symmetric matrix', () => {
    const square = fc.integer({ min: 1, max: 9 }).chain((n) =>
      fc.array(number, { minLength: n * n, maxLength: n * n }).map((list) => {
        const a = Float64Array.from(list);
        for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
        return { n, a };
      }),
    );
    fc.assert(
      fc.property(square, ({ n, a }) => {
        const values = symmetricEigenvalues(a, n);
        const trace = Array.from({ length: n }, (_, i) => a[i * n + i]!).reduce((x, y) => x + y, 0);
        const squares = a.reduce((sum, x) => sum + x * x, 0);
        expect(Math.abs(values.reduce((x, y) => x + y, 0) - trace)).toBeLessThan(
          1e-9 * (1 + Math.sqrt(squares)),
        );
        expect(Math.abs(values.reduce((sum, x) => sum + x * x, 0) - squares)).toBeLessThan(
          1e-9 * (1 + squares),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('answers NaN with NaN and refuses a wrong size', () => {
    expect([...symmetricEigenvalues(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
    expect(() => symmetricEigenvalues(new Float64Array(5), 2)).toThrow(RangeError);
  });
});

describe('ranks', () => {
  it('count ties in full and skip what is missing', () => {
    expect(empiricalCdf(Float64Array.of(1, 2, 2, 3), 2)).toBe(0.75);
    expect(empiricalCdf(Float64Array.of(1, Number.NaN), 1)).toBe(1);
    expect(empiricalCdf(new Float64Array(0), 1)).toBeNaN();
  });

  it('rank each value among those known by then, as a count from scratch does', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 10 }), (x, least) => {
        const rank = recursiveRank(x, least);
        for (let t = 0; t < x.length; t++) {
          if (t + 1 < least) expect(rank[t]).toBeNaN();
          else expect(rank[t]).toBe(empiricalCdf(x.subarray(0, t + 1), x[t]!));
        }
      }),
    );
  });
});

describe('simplex least squares', () => {
  function gramOf(columns: readonly Float64Array[], y: Float64Array) {
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, t) => sum + x * b[t]!, 0);
    return {
      gram: Float64Array.from(columns.flatMap((a) => columns.map((b) => dot(a, b)))),
      product: Float64Array.from(columns.map((a) => dot(a, y))),
    };
  }

  it('recovers weights that lie on the simplex', () => {
    const truth = [0.5, 0, 0.3, 0.2, 0];
    const columns = truth.map((_, k) => normals(250, 10 + k));
    const y = columns[0]!.map((_, t) => truth.reduce((sum, w, k) => sum + w * columns[k]![t]!, 0));
    const { gram, product } = gramOf(columns, y);
    simplexLeastSquares(gram, product).forEach((w, k) => {
      expect(w).toBeCloseTo(truth[k]!, 10);
    });
  });

  it('satisfies the conditions of an optimum on any data', () => {
    const list = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 7 }), list, (lists, target) => {
        const columns = lists.map((values) => Float64Array.from(values));
        const { gram, product } = gramOf(columns, Float64Array.from(target));
        const w = simplexLeastSquares(gram, product);
        const n = w.length;
        expect(w.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...w)).toBeGreaterThanOrEqual(0);
        const gradient = product.map((c, i) => w.reduce((sum, x, j) => sum + gram[i * n + j]! * x, -c));
        const level = gradient.reduce((sum, g, i) => sum + g * w[i]!, 0);
        for (const g of gradient) expect(g - level).toBeGreaterThan(-1e-8);
      }),
      { numRuns: 200 },
    );
  });

  it('answers NaN with NaN and refuses sizes that disagree', () => {
    expect(simplexLeastSquares(Float64Array.of(Number.NaN), Float64Array.of(1))[0]).toBeNaN();
    expect(() => simplexLeastSquares(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
  });
});

describe('the grid', () => {
  it('lets parts and a residual by subtraction add to the total to the last bit, in any order', () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 11 }), part, (list, raw) => {
        const [parts, total] = [list.map(toGrid), toGrid(raw)];
        const residual = total - parts.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0) + residual).toBe(total);
        expect([residual, ...parts.reverse()].reduce((a, b) => a + b, 0)).toBe(total);
        expect(Math.abs(total - raw)).toBeLessThanOrEqual(2 ** -49);
      }),
    );
  });
});
