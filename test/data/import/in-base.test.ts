import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { inBase } from '../../../src/data/import/in-base.ts';

describe('inBase', () => {
  const decimal = fc
    .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.nat(6))
    .map(([digits, places]) => Number(`${digits}e-${places}`));

  test.prop([decimal, fc.constantFrom(-4, -2, 3, 6, 8, 9)], { numRuns: 3000 })(
    'moves the point of a decimal as writing it anew does',
    (value, places) => {
      expect(inBase(value, Number(`1e${places}`))).toBe(Number(`${value === 0 ? 0 : value}e${places}`) + 0);
    },
  );

  it('multiplies by what is no power of ten, and by values too long to be decimals', () => {
    expect(inBase(3, 0.25)).toBe(0.75);
    expect(inBase(1 / 3, 0.01)).toBeCloseTo(1 / 300, 15);
    expect(inBase(Number.NaN, 0.01)).toBeNaN();
  });
});
