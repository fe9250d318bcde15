import { describe, expect, it } from 'vitest';
import {
  checkAllFinite,
  checkFinite,
  checkNotNegative,
  checkPositive,
  checkSameLength,
  checkWhole,
  checkWithin,
} from '../../src/math/arguments.ts';

const strange = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe('checks of arguments', () => {
  it('let through what is allowed', () => {
    checkFinite('x', -1);
    checkPositive('x', Number.MIN_VALUE);
    checkNotNegative('x', 0);
    checkWithin('x', 1, 0, 1);
    checkWhole('n', 3, 3);
    checkSameLength('lists', [1], new Float64Array(1));
    expect(() => checkAllFinite('x', [])).not.toThrow();
  });

  it('say the name, what came and what is allowed', () => {
    expect(() => checkFinite('rate', Number.NaN)).toThrow(
      new RangeError('rate must be a finite number, came NaN'),
    );
    expect(() => checkPositive('price', 0)).toThrow(
      new RangeError('price must be finite and above 0, came 0'),
    );
    expect(() => checkWhole('lag', 1.5, 0)).toThrow(
      new RangeError('lag must be a whole number of at least 0, came 1.5'),
    );
    expect(() => checkSameLength('lists', [1], [])).toThrow(/came 1 and 0/);
    expect(() => checkAllFinite('x', [0, Number.NaN])).toThrow(/x\[1\]/);
  });

  it('refuse NaN and infinity everywhere', () => {
    for (const value of strange) {
      for (const check of [checkFinite, checkPositive, checkNotNegative])
        expect(() => check('x', value)).toThrow(RangeError);
      expect(() => checkWithin('x', value, 0, 1)).toThrow(RangeError);
      expect(() => checkWhole('x', value, 0)).toThrow(RangeError);
    }
  });
});
