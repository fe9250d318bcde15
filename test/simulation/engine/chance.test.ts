import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/math/random.ts';
import { Chance } from '../../../src/simulation/engine/chance.ts';

/** Draws of some steps, step after step, in units of one standard deviation of five minutes. */
function drawn(stepMinutes: number, steps: number, assets = 2, seed = 5, path = 3): number[][] {
  const chance = new Chance(assets, stepMinutes);
  const draws = new Float64Array(assets);
  chance.begin(seed, path);
  return Array.from({ length: steps }, () => {
    chance.next(draws);
    return Array.from(draws, (z) => z * Math.sqrt(stepMinutes / 5));
  });
}

const sums = (rows: readonly number[][], every: number) =>
  Array.from({ length: rows.length / every }, (_, g) =>
    rows[0]!.map((_, a) => rows.slice(g * every, (g + 1) * every).reduce((sum, row) => sum + row[a]!, 0)),
  );

describe('chance', () => {
  it('is the stream of the path at steps of five minutes', () => {
    const random = stream(5, 3);
    expect(drawn(5, 20).flat()).toEqual(Array.from({ length: 40 }, () => random.normal()));
  });

  it('meets at the same prices every five minutes, or every step, whatever the step', () => {
    const base = drawn(5, 24);
    for (const step of [2.5, 1.25, 1, 0.625]) {
      const found = sums(drawn(step, 24 * (5 / step)), 5 / step);
      for (const [g, row] of base.entries()) {
        for (const [a, z] of row.entries()) expect(found[g]![a]).toBeCloseTo(z, 12);
      }
    }
    for (const step of [10, 15, 30, 60]) {
      const found = drawn(step, 120 / step);
      for (const [s, row] of sums(base, step / 5).entries()) {
        for (const [a, z] of row.entries()) expect(found[s]![a]).toBeCloseTo(z, 12);
      }
    }
  });

  it('is standard normal and independent from step to step within the grid, and in steps that do not fit it', () => {
    for (const step of [1, 3, 7, 20]) {
      const z = Array.from({ length: 400 }, (_, path) =>
        drawn(step, 50, 1, 9, path).map(([x]) => x! / Math.sqrt(step / 5)),
      );
      const n = 400 * 50;
      const mean = z.flat().reduce((sum, x) => sum + x, 0) / n;
      const variance = z.flat().reduce((sum, x) => sum + x * x, 0) / n;
      const next = z.flatMap((row) => row.slice(1).map((x, t) => x * row[t]!));
      // Four standard errors: 1/√n, √2/√n, 1/√n.
      expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(n));
      expect(Math.abs(variance - 1)).toBeLessThan((4 * Math.SQRT2) / Math.sqrt(n));
      expect(Math.abs(next.reduce((sum, x) => sum + x, 0) / next.length)).toBeLessThan(4 / Math.sqrt(n));
    }
  });

  it('does not depend on what was drawn before', () => {
    const chance = new Chance(1, 1);
    const draws = new Float64Array(1);
    const first = (path: number) => {
      chance.begin(1, path);
      return Array.from({ length: 7 }, () => {
        chance.next(draws);
        return draws[0]!;
      });
    };
    const before = first(4);
    first(5);
    expect(first(4)).toEqual(before);
  });
});
