import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agree,
  combine,
  dimensionsName,
  dimensionsOf,
  NUMBER,
  plain,
  sizeOf,
} from '../../src/data/dimensions.ts';
import { baseUnit, UNITS, type Unit } from '../../src/data/unit.ts';

const anyUnit = fc.constantFrom<Unit>(...UNITS);
const anyDimensions = fc.oneof(anyUnit.map(dimensionsOf), fc.constant(NUMBER));

describe('dimensions', () => {
  it.each([
    ['usd', 'usd'],
    ['usd-bn', 'usd'],
    ['usd-2017', 'usd-2017'],
    ['usd-per-oz', 'usd/oz'],
    ['percent-per-year', '1/year'],
    ['fraction-per-8h', '1/8h'],
    ['fraction-per-1e9-usd', '1/usd'],
    ['housing-units-k', 'housing-units'],
    ['percent', 'fraction'],
    ['ratio', 'fraction'],
    ['score', 'score'],
  ] as const)('of %s are %s', (unit, name) => {
    expect(dimensionsName(dimensionsOf(unit))).toBe(name);
  });

  it('cancel in a quotient and add in a product', () => {
    const [copper, gold] = [dimensionsOf('usd-per-lb'), dimensionsOf('usd-per-oz')];
    expect(dimensionsName(combine(copper, gold, -1))).toBe('oz/lb');
    expect(dimensionsName(combine(gold, gold, 1))).toBe('usd^2/oz^2');
    expect(agree(combine(copper, gold, -1), dimensionsOf('oz-per-lb'))).toBe(true);
    expect(agree(combine(gold, gold, -1), dimensionsOf('ratio'))).toBe(true);
  });

  it('tell a score from a fraction and a dollar from a dollar of 2017, and let a number go with any plain one', () => {
    expect(agree(dimensionsOf('score'), dimensionsOf('fraction'))).toBe(false);
    expect(agree(dimensionsOf('usd'), dimensionsOf('usd-2017'))).toBe(false);
    expect(agree(NUMBER, plain('score'))).toBe(true);
    expect(agree(NUMBER, dimensionsOf('usd'))).toBe(false);
  });

  it('keep the kind of a scaled number, and make a fraction of a quotient of two of a kind', () => {
    expect(combine(plain('score'), NUMBER, 1).kind).toBe('score');
    expect(combine(NUMBER, plain('sigma'), 1).kind).toBe('sigma');
    expect(combine(plain('fraction'), plain('score'), 1).kind).toBe('score');
    expect(combine(plain('score'), plain('score'), -1).kind).toBe('fraction');
  });

  it('have one size but for units that count many of their atom', () => {
    expect(UNITS.map(baseUnit).filter((unit) => sizeOf(unit) !== 1)).toEqual([
      ...UNITS.filter((unit) => baseUnit(unit) === 'fraction-per-1e9-usd').map(baseUnit),
    ]);
    expect(sizeOf('fraction-per-1e9-usd')).toBe(1e-9);
  });

  it('agree for every two units that convert, and multiply back what was divided', () => {
    fc.assert(fc.property(anyUnit, (unit) => agree(dimensionsOf(unit), dimensionsOf(baseUnit(unit)))));
    fc.assert(
      fc.property(anyDimensions, anyDimensions, (a, b) => {
        const back = combine(combine(a, b, -1), b, 1);
        return a.powers.size === 0 || (agree(back, a) && agree(combine(a, b, 1), combine(b, a, 1)));
      }),
    );
  });
});
