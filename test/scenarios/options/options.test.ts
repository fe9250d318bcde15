import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { blackScholes, blackScholesPrice } from '../../../src/measures/options/black-scholes.ts';
import type { EuropeanOption } from '../../../src/measures/options/european-option.ts';
import {
  bachelierPrice,
  black76Price,
  forwardPrice,
} from '../../../src/scenarios/options/forward-options.ts';
import { impliedVolatility } from '../../../src/scenarios/options/implied-volatility.ts';

/** Hull, Options, Futures and Other Derivatives, example 15.6. */
const hull: EuropeanOption = {
  kind: 'call',
  spot: 42,
  strike: 40,
  years: 0.5,
  rate: 0.1,
  dividend: 0,
  volatility: 0.2,
};

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const options = fc.record({
  kind: fc.constantFrom<'call' | 'put'>('call', 'put'),
  spot: number(20, 200),
  strike: number(20, 200),
  years: number(0.02, 3),
  rate: number(-0.02, 0.1),
  dividend: number(0, 0.06),
  volatility: number(0.05, 1.5),
});

describe('Black–Scholes', () => {
  it('agrees with the published examples', () => {
    // Hull, example 15.6: 4.76 and 0.81; further digits scipy.stats.norm.cdf in the closed form.
    expect(blackScholesPrice(hull)).toBeCloseTo(4.759422392871532, 12);
    expect(blackScholesPrice({ ...hull, kind: 'put' })).toBeCloseTo(0.8085993729000922, 12);
    // Hull, example 17.1: an index at 930 with a dividend yield of 3 %, 51.83.
    const index = { ...hull, spot: 930, strike: 900, years: 2 / 12, rate: 0.08, dividend: 0.03 };
    expect(blackScholesPrice(index)).toBeCloseTo(51.83295679649086, 10);
  });

  it.prop([options])('keeps put–call parity, and bounds', (option) => {
    const [call, put] = (['call', 'put'] as const).map((kind) => blackScholes({ ...option, kind }));
    const [asset, cash] = [
      option.spot * Math.exp(-option.dividend * option.years),
      option.strike * Math.exp(-option.rate * option.years),
    ];
    expect(call!.price - put!.price).toBeCloseTo(asset - cash, 9);
    expect(call!.delta - put!.delta).toBeCloseTo(Math.exp(-option.dividend * option.years), 10);
    expect([call!.gamma, call!.vega]).toEqual([put!.gamma, put!.vega]);
    expect(call!.price).toBeGreaterThanOrEqual(Math.max(0, asset - cash) - 1e-9);
    expect(call!.price).toBeLessThanOrEqual(asset + 1e-9);
  });

  it.prop([options])('has the slopes of its price', (option) => {
    const value = blackScholes(option);
    const slope = (name: 'spot' | 'volatility' | 'rate' | 'years', h: number) =>
      (blackScholesPrice({ ...option, [name]: option[name] + h }) -
        blackScholesPrice({ ...option, [name]: option[name] - h })) /
      (2 * h);
    const near = (got: number, want: number, scale: number) =>
      expect(Math.abs(got - want)).toBeLessThan(1e-4 * scale);
    near(slope('spot', 1e-4 * option.spot), value.delta, 1);
    near(slope('volatility', 1e-5), value.vega, option.spot);
    near(slope('rate', 1e-5), value.rho, option.spot * 3);
    near(-slope('years', 1e-5), value.theta, option.spot * 3);
    const delta = (volatility: number) => blackScholes({ ...option, volatility }).delta;
    near((delta(option.volatility + 1e-5) - delta(option.volatility - 1e-5)) / 2e-5, value.vanna, 10);
  });

  it.prop([options])('satisfies its own differential equation', (option) => {
    const { price, delta, gamma, theta } = blackScholes(option);
    const { spot, rate, dividend, volatility } = option;
    const sum =
      theta + 0.5 * volatility ** 2 * spot ** 2 * gamma + (rate - dividend) * spot * delta - rate * price;
    expect(Math.abs(sum)).toBeLessThan(1e-9 * spot);
  });

  it('is the intrinsic value at expiry, and the discounted forward’s without volatility', () => {
    const expired = blackScholes({ ...hull, years: 0 });
    expect(expired).toMatchObject({
      price: 2,
      delta: 1,
      gamma: 0,
      vega: 0,
      theta: 0,
      rho: 0,
      probabilityInTheMoney: 1,
    });
    expect(blackScholes({ ...hull, kind: 'put', years: -1 })).toMatchObject({ price: 0, delta: 0 });
    const still = blackScholes({ ...hull, volatility: 0 });
    expect(still.price).toBeCloseTo(42 - 40 * Math.exp(-0.05), 12);
    expect(still).toMatchObject({ delta: 1, gamma: 0, vega: 0 });
    expect(blackScholesPrice({ ...hull, volatility: 1e-9 })).toBeCloseTo(still.price, 10);
    expect(blackScholes({ ...hull, kind: 'put', volatility: 0 }).price).toBe(0);
    expect(
      Object.values(blackScholes({ ...hull, years: 1e-200, volatility: 1e-300 })).every(Number.isFinite),
    ).toBe(true);
  });

  it('keeps its digits far out of the money', () => {
    // mpmath, 40 digits: call 100/250, T 0.25, r 0.01, q 0, σ 0.2.
    const far = { ...hull, spot: 100, strike: 250, years: 0.25, rate: 0.01 };
    const price = blackScholesPrice(far);
    expect(Math.abs(price / FAR_CALL - 1)).toBeLessThan(1e-9);
  });

  it('refuses what is no option', () => {
    for (const wrong of [
      { spot: 0 },
      { strike: -1 },
      { volatility: -0.1 },
      { rate: Number.NaN },
      { years: Number.POSITIVE_INFINITY },
    ]) {
      expect(() => blackScholes({ ...hull, ...wrong })).toThrow(RangeError);
    }
    expect(() => blackScholes({ ...hull, kind: 'straddle' as 'call' })).toThrow(/call or a put/);
  });
});

/** mpmath.mp.dps = 40, the closed form with mp.ncdf. */
const FAR_CALL = 5.370681991155011e-20;

describe('options on forwards', () => {
  const future = {
    kind: 'put',
    forward: 20,
    strike: 20,
    years: 4 / 12,
    rate: 0.09,
    volatility: 0.25,
  } as const;

  it('agree with Hull’s example of a futures option', () => {
    // Hull, example 18.6: 1.12; further digits from scipy.
    expect(black76Price(future)).toBeCloseTo(1.1166414565589449, 12);
  });

  it('are the Black–Scholes price of the asset whose forward it is', () => {
    const forward = forwardPrice(42, 0.5, 0.1, 0.02);
    expect(
      black76Price({ kind: 'call', forward, strike: 40, years: 0.5, rate: 0.1, volatility: 0.2 }),
    ).toBeCloseTo(blackScholesPrice({ ...hull, dividend: 0.02 }), 12);
  });

  it('have a normal price that allows a forward below 0', () => {
    // At the money s/√(2π), discounted.
    const normal = { kind: 'call', forward: -37, strike: -37, years: 1, rate: 0.02, volatility: 5 } as const;
    expect(bachelierPrice(normal)).toBeCloseTo((Math.exp(-0.02) * 5) / Math.sqrt(2 * Math.PI), 12);
    const [call, put] = (['call', 'put'] as const).map((kind) =>
      bachelierPrice({ ...normal, kind, strike: -30 }),
    );
    expect(call! - put!).toBeCloseTo(Math.exp(-0.02) * (-37 + 30), 12);
  });

  it('are worth their intrinsic value at expiry and without volatility', () => {
    const inside = { ...future, strike: 25 };
    expect(bachelierPrice({ ...inside, years: 0 })).toBe(5);
    expect(bachelierPrice({ ...inside, volatility: 0 })).toBeCloseTo(5 * Math.exp(-0.03), 12);
    expect(() => bachelierPrice({ ...future, volatility: -1 })).toThrow(RangeError);
    expect(() => bachelierPrice({ ...future, forward: Number.NaN })).toThrow(RangeError);
    expect(() => black76Price({ ...future, forward: -1 })).toThrow(RangeError);
  });
});

describe('implied volatility', () => {
  it('agrees with Hull’s example', () => {
    // Hull, section 15.11: a call at 1.875 with S 21, K 20, r 0.1, T 0.25 implies 23.5 %.
    const found = impliedVolatility(
      { kind: 'call', spot: 21, strike: 20, years: 0.25, rate: 0.1, dividend: 0 },
      1.875,
    );
    expect(found.volatility).toBeCloseTo(0.235, 3);
  });

  it.prop([options])('is the volatility that made the price, wherever the price tells', (option) => {
    const { price, vega } = blackScholes(option);
    const { volatility, why } = impliedVolatility(option, price);
    if (vega < 1e-3 || price < 1e-6) expect(volatility).toBeNull();
    else expect([why, Math.abs(volatility! - option.volatility) < 1e-8]).toEqual([undefined, true]);
  });

  it('says why there is none', () => {
    const call = { kind: 'call', spot: 100, strike: 80, years: 0.5, rate: 0.02, dividend: 0 } as const;
    const why = (price: number, contract: Parameters<typeof impliedVolatility>[0] = call) =>
      impliedVolatility(contract, price).why;
    expect(why(15)).toBe('below-lower-bound');
    expect(why(100)).toBe('above-upper-bound');
    expect(why(85, { ...call, kind: 'put' })).toBe('above-upper-bound');
    expect(why(Number.NaN)).toBe('missing-price');
    expect(why(20, { ...call, years: 0 })).toBe('expired');
    expect(why(1e-7, { ...call, strike: 300 })).toBe('not-identified');
    expect(why(99.99999)).toBe('outside-search');
    expect(why(-1)).toBe('below-lower-bound');
    expect(() => impliedVolatility({ ...call, spot: 0 }, 1)).toThrow(RangeError);
  });
});
