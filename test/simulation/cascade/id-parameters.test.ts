import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CALIBRATION } from '../../../src/simulation/cascade/calibration.ts';
import { idParameters, optionsOfId } from '../../../src/simulation/cascade/id-parameters.ts';
import { CASCADE_DEFAULTS, CAUSES, type CascadeOptions } from '../../../src/simulation/cascade/options.ts';
import { DEFAULT_SHOCK } from '../../../src/simulation/cascade/shock.ts';

const DEFAULTS: CascadeOptions = {
  ...CASCADE_DEFAULTS,
  shock: DEFAULT_SHOCK,
  calibration: DEFAULT_CALIBRATION,
  claim: undefined,
};

const change = fc.double({ min: -0.99, max: 9, noNaN: true }).map((value) => value + 0);
const ids = (...from: string[]) => fc.option(fc.subarray(from.sort(), { minLength: 1 }), { nil: undefined });

const asked = fc.record({
  shock: fc.dictionary(fc.constantFrom('btc-usd', 'silver-front', 'sp500'), change, { minKeys: 1 }),
  alone: fc.boolean(),
  over: fc.integer({ min: 0, max: 300 }),
  sellers: ids('perpetuals', 'leveraged-funds', 'trend-followers'),
  assets: ids('btc-usd', 'silver-front', 'sp500'),
  paths: fc.integer({ min: 40, max: 5000 }),
  draws: fc.integer({ min: 1, max: 40 }),
  seed: fc.integer({ min: 0, max: 2 ** 40 }),
  stepMinutes: fc.constantFrom(1, 5, 60),
  horizonMinutes: fc.constantFrom(300, 1440, 2880),
  calibration: fc.constantFrom(DEFAULT_CALIBRATION, 'prior'),
  causes: fc.constantFrom(...CAUSES),
  claim: fc.option(
    fc.record({ trade: fc.integer({ min: 1, max: 1e15 }), move: fc.constantFrom(-0.0159, 0.02, -0.0001) }),
    { nil: undefined },
  ),
});

describe('the parameters in the id of a figure', () => {
  it('are none for the question that asks for nothing', () => {
    expect(idParameters(DEFAULTS)).toEqual({});
    expect(optionsOfId({})).toEqual(DEFAULTS);
  });

  test.prop([asked])('stand for the question that was asked', (options) => {
    const text = idParameters(options);
    expect(optionsOfId(text)).toEqual({ ...options, shock: { ...options.shock } });
    for (const value of Object.values(text)) expect(value).not.toMatch(/[;#]/);
  });

  it('tell that the causes are left out, and nothing when they are not', () => {
    expect(idParameters({ ...DEFAULTS, causes: 'none' })).toEqual({ causes: 'none' });
  });

  it('tell no seller from all of them', () => {
    expect(idParameters({ ...DEFAULTS, sellers: [] })).toEqual({ sellers: 'none' });
    expect(optionsOfId({ sellers: 'none' })).toEqual({ ...DEFAULTS, sellers: [] });
  });

  it.each([
    { paths: 'many' },
    { paths: '0' },
    { shock: 'btc-usd' },
    { shock: 'btc-usd:' },
    { shock: 'btc-usd:-1' },
    { seed: '-1' },
    { over: '99999' },
    { claim: 'x' },
    { causes: 'some' },
  ])('are refused when they stand for none: %j', (text) => {
    expect(() => optionsOfId(text as unknown as Record<string, string>)).toThrow(/./);
  });
});
