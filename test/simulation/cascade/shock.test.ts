import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { CASCADE_DEFAULTS, checkOptions } from '../../../src/simulation/cascade/options.ts';
import { outerMoves, parseShock, shockText } from '../../../src/simulation/cascade/shock.ts';
import { assetOf, marketOf } from '../market-example.ts';

describe('a shock that is asked for', () => {
  it('is read in percent and in fractions, for several assets', () => {
    expect(parseShock('btc-usd=-5%, gold-front=+0.02')).toEqual({ 'btc-usd': -0.05, 'gold-front': 0.02 });
    expect(shockText(parseShock('gold-front=2%,btc-usd=-5%'))).toBe('btc-usd:-0.05,gold-front:0.02');
  });

  it.each([
    ['btc-usd=-120%', /-120 % of btc-usd is not possible/],
    ['btc-usd=-1', /-100 % of btc-usd is not possible/],
    ['btc-usd=1000%', /1000 % of btc-usd is not possible/],
    ['btc-usd=-5%,btc-usd=-6%', /btc-usd is named twice/],
    ['btc-usd', /cannot read "btc-usd"/],
    ['btc-usd=NaN', /cannot read/],
    ['', /cannot read ""/],
    ['btc-usd=-5%;eth-usd=-5%', /cannot read/],
  ])('is refused as %s, with what is allowed', (text, message) => {
    const refuse = () => parseShock(text);
    expect(refuse).toThrow(UserError);
    expect(refuse).toThrow(message);
  });

  it('takes an asset of any name, also one that every object has', () => {
    expect(parseShock('constructor=-5%')).toEqual({ constructor: -0.05 });
  });

  it('is refused as a number too, naming the asset', () => {
    for (const change of [-1.2, -1, Number.NaN, 10]) {
      const options = { ...CASCADE_DEFAULTS, shock: { 'btc-usd': change }, calibration: 'prior' };
      expect(() => checkOptions(options)).toThrow(
        new RangeError(`shock.btc-usd must be a fraction above -1 and at most 9, came ${change}`),
      );
    }
  });
});

describe('what comes from outside', () => {
  const asset = (id: string, volatility: number) => assetOf({ id, volatility });
  const [a, b, c] = [asset('a', 0.04), asset('b', 0.02), asset('c', 0.01)];

  it('moves the others by their expectation: ρ·σ_b/σ_a of the log return of the one that is named', () => {
    const market = marketOf([a, b], {
      correlation: [
        [1, 0.6],
        [0.6, 1],
      ],
    });
    const [named, other] = outerMoves(market, { a: -0.1 });
    expect(named).toBeCloseTo(Math.log(0.9), 15);
    expect(other).toBeCloseTo(((0.6 * 0.02) / 0.04) * Math.log(0.9), 14);
    expect(outerMoves(market, { a: -0.1 }, true)).toEqual([named, 0]);
    expect(outerMoves(market, {})).toEqual([0, 0]);
  });

  it('is the regression on both where two are named', () => {
    // β = [ρ_ac − ρ_ab·ρ_bc, ρ_bc − ρ_ab·ρ_ac]/(1 − ρ_ab²), times σ_c/σ of each.
    const [ab, ac, bc] = [0.5, 0.4, 0.3];
    const market = marketOf([a, b, c], {
      correlation: [
        [1, ab, ac],
        [ab, 1, bc],
        [ac, bc, 1],
      ],
    });
    const moves = outerMoves(market, { a: -0.1, b: 0.05 });
    const wanted =
      ((ac - ab * bc) / (1 - ab * ab)) * (0.01 / 0.04) * Math.log(0.9) +
      ((bc - ab * ac) / (1 - ab * ab)) * (0.01 / 0.02) * Math.log(1.05);
    expect(moves[2]).toBeCloseTo(wanted, 14);
  });

  it('leaves the others where they are when the named ones are one and the same', () => {
    const market = marketOf([a, b, c], {
      correlation: [
        [1, 1, 0.5],
        [1, 1, 0.5],
        [0.5, 0.5, 1],
      ],
    });
    expect(outerMoves(market, { a: -0.1, b: -0.1 })[2]).toBe(0);
  });
});
