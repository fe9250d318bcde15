import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kMeans } from '../../src/math/kmeans.ts';
import { stream } from '../../src/math/random.ts';

/** Smallest Σ of squared distances over all ways to cut sorted numbers into k runs: the exact optimum in one dimension. */
function optimalInertia(sorted: readonly number[], k: number): number {
  const cost = (from: number, to: number) => {
    const part = sorted.slice(from, to);
    const centre = part.reduce((a, b) => a + b, 0) / part.length;
    return part.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  };
  let best = sorted.map((_, i) => cost(0, i + 1));
  for (let c = 1; c < k; c++) {
    best = sorted.map((_, i) => {
      let least = best[i]!;
      for (let cut = 1; cut <= i; cut++) least = Math.min(least, best[cut - 1]! + cost(cut, i + 1));
      return least;
    });
  }
  return best[sorted.length - 1]!;
}

describe('kMeans', () => {
  it('finds three clusters that lie apart and numbers them from the left', () => {
    const random = stream(1);
    const centres = [5, 5, -5, 0, 20, -3];
    const points = new Float64Array(600);
    for (let i = 0; i < 300; i++) {
      points[2 * i] = centres[2 * (i % 3)]! + random.normal();
      points[2 * i + 1] = centres[2 * (i % 3) + 1]! + random.normal();
    }
    const found = kMeans(points, 2, 3, stream(2));
    expect(found.converged).toBe(true);
    for (const [i, c] of [-5, 0, 5, 5, 20, -3].entries()) {
      expect(Math.abs(found.centres[i]! - c)).toBeLessThan(0.5);
    }
    expect([...found.labels.subarray(0, 6)]).toEqual([1, 0, 2, 1, 0, 2]);
  });

  it('comes close to the exact optimum in one dimension', () => {
    const value = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 4, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (list, k) => {
          const sorted = list.sort((a, b) => a - b);
          const found = kMeans(Float64Array.from(sorted), 1, k, stream(3), { starts: 50 });
          expect(found.inertia).toBeLessThanOrEqual(optimalInertia(sorted, k) * 1.2 + 1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('puts each point with its nearest centre, each centre in the middle of its points, and adds up the inertia', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, k) => {
        const random = stream(seed);
        const points = Float64Array.from({ length: 120 }, () => random.normal());
        const { centres, labels, inertia } = kMeans(points, 3, k, random);
        const distance = (i: number, c: number) =>
          [0, 1, 2].reduce((sum, j) => sum + (points[3 * i + j]! - centres[3 * c + j]!) ** 2, 0);
        let sum = 0;
        for (const [i, label] of labels.entries()) {
          for (let c = 0; c < k; c++) expect(distance(i, label)).toBeLessThanOrEqual(distance(i, c));
          sum += distance(i, label);
        }
        expect(inertia).toBeCloseTo(sum, 9);
        for (let c = 0; c < k; c++) {
          const own = [...labels.keys()].filter((i) => labels[i] === c);
          const middle = own.reduce((total, i) => total + points[3 * i]!, 0) / own.length;
          expect(centres[3 * c]).toBeCloseTo(middle, 12);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same answer for the same stream and leaves the points as they were', () => {
    const points = Float64Array.from({ length: 50 }, (_, i) => Math.sin(i * i));
    const before = points.slice();
    expect(kMeans(points, 1, 4, stream(7))).toEqual(kMeans(points, 1, 4, stream(7)));
    expect(points).toEqual(before);
  });

  it('copes with fewer different points than centres', () => {
    const found = kMeans(new Float64Array(12).fill(3), 2, 4, stream(1));
    expect(found.inertia).toBe(0);
    expect(found.centres.every((c) => c === 3)).toBe(true);
    const two = kMeans(Float64Array.of(1, 1, 1, 9, 9), 1, 3, stream(1));
    expect(two.inertia).toBe(0);
    expect(two.converged).toBe(true);
  });

  it('has no inertia when every point is a centre, and the variance when there is one', () => {
    expect(kMeans(Float64Array.of(3, 1, 2), 1, 3, stream(1)).inertia).toBe(0);
    const one = kMeans(Float64Array.of(1, 2, 3, 6), 1, 1, stream(1));
    expect([...one.centres]).toEqual([3]);
    expect(one.inertia).toBe(14);
  });

  it('reports when it was stopped before it settled', () => {
    const points = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i * i));
    expect(kMeans(points, 1, 5, stream(1), { starts: 1, maxIterations: 1 }).converged).toBe(false);
  });

  it('refuses sizes and values that make no sense', () => {
    const points = Float64Array.of(1, 2, 3, 4);
    expect(() => kMeans(points, 2, 3, stream(1))).toThrow('k must be at most the 2 points');
    expect(() => kMeans(points, 3, 1, stream(1))).toThrow('multiple of 3');
    expect(() => kMeans(points, 1, 0, stream(1))).toThrow('k must be');
    expect(() => kMeans(points, 1, 1, stream(1), { starts: 0 })).toThrow('starts');
    expect(() => kMeans(Float64Array.of(1, Number.NaN), 1, 1, stream(1))).toThrow('NaN at 1');
    expect(() => kMeans(Float64Array.of(1, Number.POSITIVE_INFINITY), 1, 1, stream(1))).toThrow('finite');
  });
});
