import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapleyValues } from '../../src/measures/shapley-values.ts';

describe('shapleyValues', () => {
  it('gives the glove game its known value', () => {
    // Players 0 and 1 hold left gloves, player 2 a right one; a pair is worth 1. Known value: (1/6, 1/6, 4/6).
    const values = Float64Array.of(0, 0, 0, 0, 0, 1, 1, 1);
    const [a, b, c] = shapleyValues(values, 3);
    expect(a).toBeCloseTo(1 / 6, 15);
    expect(b).toBeCloseTo(1 / 6, 15);
    expect(c).toBeCloseTo(4 / 6, 15);
  });

  it('adds to what all are worth beyond none, whatever the game', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }),
        (v) => {
          const shares = shapleyValues(Float64Array.from(v), 4);
          expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(v[15]! - v[0]!, 10);
        },
      ),
    );
  });

  it('refuses sizes that disagree', () => {
    expect(() => shapleyValues(new Float64Array(3), 2)).toThrow('2 players need 4 values, came 3');
    expect(() => shapleyValues(new Float64Array(1), 13)).toThrow('players must be');
  });
});
