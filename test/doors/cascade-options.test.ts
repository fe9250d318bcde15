import { describe, expect, it } from 'vitest';
import { PAGE_LIMITS, refuseBeyond } from '../../src/doors/cascade-limits.ts';
import { type CascadeTexts, cascadeOptions, parseMinutes } from '../../src/doors/cascade-options.ts';
import { idParameters } from '../../src/simulation/cascade/id-parameters.ts';

describe('a cascade asked for in texts', () => {
  it('that say nothing is the one of the defaults', () => {
    expect(cascadeOptions({})).toMatchObject({
      shock: { 'btc-usd': -0.05 },
      paths: 400,
      draws: 40,
      stepMinutes: 2.5,
      horizonMinutes: 1440,
      over: 60,
    });
    expect(idParameters(cascadeOptions({}))).toEqual({});
  });

  it('may switch every seller off', () => {
    expect(cascadeOptions({ sellers: 'none' }).sellers).toEqual([]);
    expect(cascadeOptions({ sellers: 'all' }).sellers).toBeUndefined();
  });

  it('is read: percent, minutes, hours and days, lists in one order', () => {
    expect(
      cascadeOptions({
        shock: 'silver-front=-10%,btc-usd=-0.08',
        over: '4h',
        step: '15m',
        horizon: '2d',
        sellers: 'trend-followers, perpetuals,perpetuals',
        assets: 'all',
        paths: '100',
        draws: '10',
        seed: '7',
        alone: true,
        calibration: 'prior',
        causes: 'none',
        claim: 'leveraged-funds=18bn@-2%',
      }),
    ).toEqual({
      shock: { 'btc-usd': -0.08, 'silver-front': -0.1 },
      over: 240,
      stepMinutes: 15,
      horizonMinutes: 2880,
      sellers: ['perpetuals', 'trend-followers'],
      assets: undefined,
      paths: 100,
      draws: 10,
      seed: 7,
      alone: true,
      calibration: 'prior',
      causes: 'none',
      claim: { trade: 18e9, move: -0.02 },
    });
  });

  it('comes within a horizon that is shorter than the shock takes otherwise', () => {
    expect(cascadeOptions({ horizon: '30m' }).over).toBe(30);
    expect(() => cascadeOptions({ horizon: '30m', over: '1h' })).toThrow(/within the horizon of 30 minutes/);
  });

  it('has no more draws than paths unless draws are asked for', () => {
    expect(cascadeOptions({ paths: '12' }).draws).toBe(12);
    expect(() => cascadeOptions({ paths: '12', draws: '13' })).toThrow(/draws.*from 1 to 12.*13/);
  });

  it.each([
    [{ shock: 'btc-usd=-120%' }, /--shock.*-120 %/, /above -100 %/],
    [{ shock: 'btc-usd' }, /--shock: cannot read "btc-usd"/, /ASSET=CHANGE/],
    [{ shock: '' }, /--shock: cannot read/, /ASSET=CHANGE/],
    [{ step: '5' }, /--step: not a time: "5"/, /5m, 1h, 1d/],
    [{ step: '0m' }, /step must be from 1 minute to 1 day, came 0/, /./],
    [{ horizon: '31d' }, /horizon must be .* 30 days/, /./],
    [{ horizon: '1,5h' }, /--horizon: not a time/, /5m, 1h, 1d/],
    [{ over: '2d' }, /within the horizon/, /./],
    [{ over: '-5m' }, /--over: not a time/, /./],
    [{ paths: '-1' }, /--paths: not a whole number: "-1"/, /digits/],
    [{ paths: '1e3' }, /--paths: not a whole number/, /digits/],
    [{ paths: '0' }, /paths must be a whole number from 1 to 100000, came 0/, /./],
    [{ seed: '99999999999999999' }, /--seed/, /./],
    [{ sellers: 'a,,b' }, /--sellers: an id is missing/, /commas/],
    [{ sellers: '' }, /--sellers: an id is missing/, /commas/],
    [{ causes: 'some' }, /--causes: not known: "some"/, /all, none/],
    [{ claim: 'x' }, /--claim: cannot read "x"/, /18bn@-1.59%/],
  ] satisfies [CascadeTexts, RegExp, RegExp][])('is refused in %j', (texts, message, hint) => {
    expect(() => cascadeOptions(texts)).toThrow(
      expect.objectContaining({
        exitCode: 2,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });
});

describe('a length of time', () => {
  it.each([
    ['5m', 5],
    ['1h', 60],
    ['2.5m', 2.5],
    ['1.5h', 90],
    ['36h', 2160],
    ['1d', 1440],
    ['0m', 0],
  ])('of %s has %d minutes', (text, minutes) => {
    expect(parseMinutes(text, '--over')).toBe(minutes);
  });
});

describe('a page', () => {
  it.each([
    [{ paths: '2001' }, /paths.*2001/],
    [{ draws: '101' }, /draws.*101/],
    [{ step: '1m', horizon: '2d' }, /steps.*2880/],
  ] satisfies [CascadeTexts, RegExp][])('may not ask for %j', (texts, message) => {
    expect(() => refuseBeyond(PAGE_LIMITS, cascadeOptions(texts))).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
    );
  });

  it('may ask for what stands at the limits', () => {
    const texts = { paths: '2000', draws: '100', step: '1m', horizon: '1d' };
    expect(() => refuseBeyond(PAGE_LIMITS, cascadeOptions(texts))).not.toThrow();
  });
});
