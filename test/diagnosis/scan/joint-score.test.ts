import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributions,
  jointMove,
  MIN_CLASSES,
  restrained,
  scoreOf,
} from '../../../src/diagnosis/scan/joint-score.ts';

const NaN_ = Number.NaN;

/** Falls of five classes in σ, some not measured. */
const falls = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -40, max: 40, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(NaN_) },
  ),
  {
    minLength: 5,
    maxLength: 5,
  },
);

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) if (!Number.isNaN(value)) total += value;
  return total;
}

describe('the joint-fall score', () => {
  it('is 0 when nothing fell, 50 when every class fell by 2σ, 75 at 4σ', () => {
    // closed form: 100 (1 − 2^(−m/2))
    expect(scoreOf(jointMove([0, 0, 0, 0, 0]))).toBe(0);
    expect(scoreOf(jointMove([-1, -2, -1, 0, -3]))).toBe(0);
    expect(scoreOf(jointMove([2, 2, 2, 2, 2]))).toBe(50);
    expect(scoreOf(jointMove([4, 4, 4, 4, 4]))).toBe(75);
  });

  it('counts a lone class for 3σ at most, and in full when others fell with it', () => {
    // by hand: u = min(7, 3 + 2·0) = 3, m = 3/5; u = min(7, 3 + 2·2) = 7, m = 9/5
    expect(jointMove([0, 0, 0, 0, 7])).toBeCloseTo(0.6, 12);
    expect(jointMove([0, 0, 0, 0, 70])).toBeCloseTo(0.6, 12);
    expect(jointMove([1, 1, 0, 0, 7])).toBeCloseTo(9 / 5, 12);
    expect([...restrained([1, 0, -2, 0, 70])]).toEqual([1, 0, -2, 0, 5]);
  });

  it('leaves out classes that are not measured and has no value below three', () => {
    expect(jointMove([1, NaN_, 2, NaN_, 3])).toBe(2);
    expect(jointMove([1, NaN_, NaN_, NaN_, 3])).toBeNaN();
    expect(scoreOf(jointMove([NaN_, NaN_, NaN_, NaN_, NaN_]))).toBeNaN();
    expect([...contributions([1, NaN_, NaN_, NaN_, 3])].every(Number.isNaN)).toBe(true);
    expect(MIN_CLASSES).toBe(3);
  });

  it('lies between 0 and 100', () => {
    fc.assert(
      fc.property(falls, (moves) => {
        const score = scoreOf(jointMove(moves));
        return Number.isNaN(score) || (score >= 0 && score <= 100);
      }),
    );
  });

  it('never falls when a class falls more', () => {
    fc.assert(
      fc.property(falls, fc.nat(4), fc.double({ min: 0, max: 30, noNaN: true }), (moves, at, more) => {
        const deeper = moves.map((move, i) => (i === at ? move + more : move));
        const [before, after] = [jointMove(moves), jointMove(deeper)];
        return Number.isNaN(before) || after >= before - 1e-12;
      }),
    );
  });

  it('does not depend on the order of the classes', () => {
    fc.assert(
      fc.property(falls, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (moves, keys) => {
        const turned = moves
          .map((move, i) => ({ move, key: keys[i] as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ move }) => move);
        const [a, b] = [scoreOf(jointMove(moves)), scoreOf(jointMove(turned))];
        expect(Object.is(a, b) || Math.abs(a - b) < 1e-8).toBe(true);
      }),
    );
  });

  it('is the exact sum of its contributions, in any order', () => {
    fc.assert(
      fc.property(falls, (moves) => {
        const score = scoreOf(jointMove(moves));
        fc.pre(!Number.isNaN(score));
        const parts = [...contributions(moves)];
        expect(sum(parts)).toBe(score);
        expect(sum(parts.reverse())).toBe(score);
      }),
    );
  });

  it('gives points in proportion to the falls, negative ones to a class that rose', () => {
    const parts = contributions([2, 2, 2, 2, -2]);
    // m = 6/5, S = 100 (1 − 2^(−0.6)) = 34.0246…; shares 1/3 each of four, −1/3 of one
    expect(parts[0]).toBeCloseTo((100 * (1 - 2 ** -0.6)) / 3, 6);
    expect(parts[4]).toBeCloseTo((-100 * (1 - 2 ** -0.6)) / 3, 6);
  });
});
