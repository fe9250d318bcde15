import { expect, it } from 'vitest';
import { baseUnit, conversion } from '../../src/data/unit.ts';

it('states a price effect for a billion dollars', () => {
  // 3.4 % for 10⁹ dollars is 0.000034 for 10⁶ and 3.4e-11 for one
  expect(3.4e-11 * conversion('fraction-per-usd', 'fraction-per-1e9-usd')).toBeCloseTo(0.034, 15);
  expect(3.4e-5 * conversion('fraction-per-usd-mn', 'fraction-per-1e9-usd')).toBeCloseTo(0.034, 15);
  expect(baseUnit('fraction-per-usd')).toBe('fraction-per-1e9-usd');
  expect(() => conversion('fraction', 'fraction-per-1e9-usd')).toThrow(/measure different things/);
});
