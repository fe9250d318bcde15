import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gram } from '../../src/math/matrix.ts';
import { ols } from '../../src/math/regression.ts';
import { shapleyMove, shapleyMoveOfGroups } from '../../src/measures/shapley-move.ts';
import { normals } from './random.ts';

const NONE = { prior: 0, weight: 1 };

/** T×(K + 1) rows: K correlated factors and a response of them. */
function sample(T: number, K: number, seed: number): Float64Array {
  const draws = normals(T * (K + 2), seed);
  const rows = new Float64Array(T * (K + 1));
  for (let t = 0; t < T; t++) {
    const own = (j: number) => draws[t * (K + 2) + j]!;
    let y = 0.5 * own(K + 1);
    for (let j = 0; j < K; j++) {
      const x = own(j) + 0.7 * own(K);
      rows[t * (K + 1) + j] = x;
      y += (j - 1) * x;
    }
    rows[t * (K + 1) + K] = y;
  }
  return rows;
}

/** The definition in words: the mean over all orders of what a factor adds to the regression's prediction when it comes in. */
function byOrders(rows: Float64Array, moved: Float64Array): number[] {
  const K = moved.length;
  const T = rows.length / (K + 1);
  const y = Float64Array.from({ length: T }, (_, t) => rows[t * (K + 1) + K]!);
  const expected = (set: readonly number[]) => {
    if (set.length === 0) return 0;
    const x = Float64Array.from(
      { length: T * set.length },
      (_, at) => rows[Math.floor(at / set.length) * (K + 1) + set[at % set.length]!]!,
    );
    return ols(y, x, T, set.length)!.beta.reduce((sum, b, i) => sum + b * moved[set[i]!]!, 0);
  };
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0 ? [[]] : left.flatMap((j) => orders(left.filter((i) => i !== j)).map((o) => [j, ...o]));
  const all = orders([...moved.keys()]);
  const sums = new Array<number>(K).fill(0);
  for (const order of all) {
    for (const [i, j] of order.entries())
      sums[j]! += expected(order.slice(0, i + 1)) - expected(order.slice(0, i));
  }
  return sums.map((sum) => sum / all.length);
}

it('has the closed form of two factors', () => {
  // G = [[4, 1], [1, 1]], g = [3, 2], F = [1, −1]: v(1) = 3/4, v(2) = −2, β = G⁻¹g = [1/3, 5/3], v(12) = −4/3;
  // φ_1 = (3/4 + (−4/3 + 2))/2 = 17/24, φ_2 = (−2 + (−4/3 − 3/4))/2 = −49/24.
  const found = shapleyMove(Float64Array.of(4, 1, 3, 1, 1, 2, 3, 2, 9), Float64Array.of(1, -1), NONE);
  expect(found[0]).toBeCloseTo(17 / 24, 12);
  expect(found[1]).toBeCloseTo(-49 / 24, 12);
});

it('is the mean over all orders of what a factor adds to the prediction', () => {
  const rows = sample(60, 4, 3);
  const moved = Float64Array.of(1, -2, 0, 0.5);
  const found = shapleyMove(gram(rows, 60, 5), moved, NONE);
  for (const [j, value] of byOrders(rows, moved).entries()) expect(found[j]).toBeCloseTo(value, 10);
});

it('gives β_j F_j where factors are orthogonal, shrunk by W/(W + κ)', () => {
  const found = shapleyMove(Float64Array.of(2, 0, 4, 0, 5, -5, 4, -5, 20), Float64Array.of(3, 1), {
    prior: 25,
    weight: 75,
  });
  expect(found[0]).toBeCloseTo(6 * 0.75, 12);
  expect(found[1]).toBeCloseTo(-0.75, 12);
});

it('shares equally between two factors that are one, and gives nothing to one that does not vary', () => {
  const one = sample(40, 1, 9);
  const rows = Float64Array.from({ length: 160 }, (_, at) =>
    at % 4 === 3 ? one[2 * Math.floor(at / 4) + 1]! : at % 4 === 2 ? 0 : one[2 * Math.floor(at / 4)]!,
  );
  const single = shapleyMove(gram(one, 40, 2), Float64Array.of(2), NONE)[0]!;
  const found = shapleyMove(gram(rows, 40, 4), Float64Array.of(2, 2, 1), NONE);
  expect(found[0]).toBeCloseTo(single / 2, 12);
  expect(found[1]).toBeCloseTo(single / 2, 12);
  expect(found[2]).toBe(0);
});

it('does not depend on the order or the units of the factors', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (seed, unit) => {
        const rows = sample(40, 3, seed);
        const moved = Float64Array.of(0.3, -1, 2);
        const turned = Float64Array.from(rows, (_, at) => {
          const [row, j] = [at - (at % 4), at % 4];
          return j === 0 ? unit * rows[row + 2]! : j === 3 ? rows[row + 3]! : rows[row + j - 1]!;
        });
        const how = { prior: 5, weight: 40 };
        const [a, b, c] = shapleyMove(gram(rows, 40, 4), moved, how);
        const found = shapleyMove(gram(turned, 40, 4), Float64Array.of(2 * unit, 0.3, -1), how);
        expect(found[0]).toBeCloseTo(c!, 8);
        expect(found[1]).toBeCloseTo(a!, 8);
        expect(found[2]).toBeCloseTo(b!, 8);
      },
    ),
    { numRuns: 50 },
  );
});

it('gives NaN for NaN, nothing for no factor, and refuses what it cannot share', () => {
  expect(shapleyMove(Float64Array.of(1), new Float64Array(0), NONE)).toEqual(new Float64Array(0));
  expect(shapleyMove(Float64Array.of(1, 1, 1, 1), Float64Array.of(Number.NaN), NONE)[0]).toBeNaN();
  expect(() => shapleyMove(new Float64Array(4), Float64Array.of(1, 1), NONE)).toThrow(RangeError);
  expect(() =>
    shapleyMove(Float64Array.of(1, 1, 1, 1), Float64Array.of(1), { prior: -1, weight: 1 }),
  ).toThrow('prior must be at least 0');
});

it('among groups of one factor is the value of the factors, and of one group of all the expected move', () => {
  const rows = sample(200, 4, 3);
  const [moments, moved] = [gram(rows, 200, 5), Float64Array.of(1, -0.5, 2, 0.3)];
  const alone = shapleyMove(moments, moved, NONE);
  const groups = shapleyMoveOfGroups(moments, moved, [[0], [1], [2], [3]], NONE);
  for (const [j, value] of alone.entries()) expect(groups[j]).toBeCloseTo(value, 12);
  const [all] = shapleyMoveOfGroups(moments, moved, [[3, 1, 0, 2]], NONE);
  expect(all).toBeCloseTo(
    alone.reduce((sum, one) => sum + one, 0),
    12,
  );
});

it('among groups has the closed form of the quotient game', () => {
  // The third factor goes with nothing, so that {0} and {1, 2} share as the two factors of the closed form above.
  const moments = Float64Array.of(4, 1, 0, 3, 1, 1, 0, 2, 0, 0, 1, 0, 3, 2, 0, 9);
  const found = shapleyMoveOfGroups(moments, Float64Array.of(1, -1, 5), [[0], [1, 2]], NONE);
  expect(found[0]).toBeCloseTo(17 / 24, 12);
  expect(found[1]).toBeCloseTo(-49 / 24, 12);
  expect(() => shapleyMoveOfGroups(moments, Float64Array.of(1, -1, 5), [[3]], NONE)).toThrow(
    'factors are 0 to 2',
  );
});
