import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  basisPoints,
  count,
  decimal,
  decimalsFor,
  largestRemainder,
  level,
  MINUS,
  money,
  percent,
  roundTo,
  shiftPoint,
  sigma,
  THIN,
} from '../../src/report/numbers.ts';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

/** The number a reader would take from the text. */
function read(text: string): number {
  return Number(text.replace(MINUS, '-').replace('+', '').replace(/,/g, '').replace(/%$/, ''));
}

describe('a number in words', () => {
  it('has the minus of typography, and a plus only when it is a change', () => {
    expect(decimal(-1.5, { decimals: 1 })).toBe('\u22121.5');
    expect(decimal(1.5, { decimals: 1 })).toBe('1.5');
    expect(decimal(1.5, { decimals: 1, signed: true })).toBe('+1.5');
    expect(decimal(0, { decimals: 1, signed: true })).toBe('0.0');
  });

  it('has comma thousands in the whole part only', () => {
    expect(decimal(1234567.8912, { decimals: 4 })).toBe('1,234,567.8912');
    expect(count(3094)).toBe('3,094');
    expect(count(999)).toBe('999');
  });

  // Decimal arithmetic by hand: 1.005 and 8.345 are below their decimal form in binary, and toFixed(2) gives 1.00 and 8.35.
  it('rounds half away from zero on the decimal form', () => {
    expect(roundTo(1.005, 2)).toBe(1.01);
    expect(roundTo(-1.005, 2)).toBe(-1.01);
    expect(roundTo(8.345, 2)).toBe(8.35);
    expect(roundTo(-0.0004, 2)).toBe(0);
  });

  it('never says minus zero', () => {
    expect(decimal(-0.0004, { decimals: 2 })).toBe('0.00');
    expect(Object.is(roundTo(-0.0004, 2), 0)).toBe(true);
  });

  it('refuses what is not a number instead of showing it', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => decimal(value, { decimals: 1 })).toThrow(RangeError);
    }
  });

  it('attaches percent and sets a narrow space before bp and σ', () => {
    expect(percent(-0.1402, { decimals: 1, signed: true })).toBe('\u221214.0%');
    expect(basisPoints(0.00041, { signed: true })).toBe('+4\u202fbp');
    expect(sigma(-7.31)).toBe('\u22127.3\u202fσ');
    expect(THIN).toBe('\u202f');
  });

  it('moves the point without the error of a multiplication', () => {
    expect(0.0725 * 100).not.toBe(7.25);
    expect(shiftPoint(0.0725, 2)).toBe(7.25);
    expect(shiftPoint(1e-7, 2)).toBe(1e-5);
    expect(shiftPoint(-2.5e21, -21)).toBe(-2.5);
  });
});

describe('a number near a line', () => {
  it('is not rounded across it: −0.96 is not −1.0 where the line is −1', () => {
    expect(decimal(-0.96, { decimals: 1, lines: [-1] })).toBe('\u22120.96');
    expect(decimal(-1.04, { decimals: 1, lines: [-1] })).toBe('\u22121.04');
    expect(decimal(-0.94, { decimals: 1, lines: [-1] })).toBe('\u22120.9');
    expect(decimal(-1, { decimals: 1, lines: [-1] })).toBe('\u22121.0');
  });

  it('keeps its sign when the line is zero', () => {
    expect(percent(-0.0003, { decimals: 1, lines: [0] })).toBe('\u22120.03%');
    expect(percent(-0.1996, { decimals: 1, lines: [-0.2] })).toBe('\u221219.96%');
  });

  property.prop([
    fc.double({ min: -100, max: 100, noNaN: true }),
    fc.double({ min: -5, max: 5, noNaN: true }),
  ])(
    'stands where its value stands, for any value further from the line than a millionth',
    (value, rough) => {
      const line = roundTo(rough, 2);
      fc.pre(Math.abs(value - line) > 1e-6);
      const shown = read(decimal(value, { decimals: 1, lines: [line] }));
      expect(Math.sign(shown - line)).toBe(Math.sign(value - line));
    },
  );

  property.prop([finite, fc.integer({ min: 0, max: 4 })])(
    'has no more decimals than asked for when there is no line',
    (value, decimals) => {
      expect(decimalsFor(value, decimals)).toBe(decimals);
    },
  );
});

describe('a number read back from its text', () => {
  property.prop([finite, fc.integer({ min: 0, max: 4 })])(
    'is within half a last digit',
    (value, decimals) => {
      const shown = read(decimal(value, { decimals }));
      expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + 1e-9);
    },
  );

  property.prop([finite])('has its separators where thousands are', (value) => {
    expect(decimal(value, { decimals: 2 })).toMatch(/^\u2212?\d{1,3}(?:,\d{3})*\.\d{2}$/);
  });
});

describe('money', () => {
  // The forms are those of the design: $5.69 tn, −$78 bn, $545 m; 5.69万亿美元, −782亿美元; 億 and 兆 in Traditional.
  it('is scaled and worded as each language does', () => {
    expect(money(5.69e12, 'en')).toBe('$5.69\u202ftn');
    expect(money(-7.82e10, 'en')).toBe('\u2212$78\u202fbn');
    expect(money(5.45e8, 'en')).toBe('$545\u202fm');
    expect(money(5.69e12, 'zh-Hans')).toBe('5.69万亿美元');
    expect(money(-7.82e10, 'zh-Hans')).toBe('\u2212782亿美元');
    expect(money(5.45e8, 'zh-Hans')).toBe('5.45亿美元');
    expect(money(-1.58e9, 'zh-Hans')).toBe('\u221215.8亿美元');
    expect(money(5.69e12, 'zh-Hant')).toBe('5.69兆美元');
    expect(money(-7.82e10, 'zh-Hant')).toBe('\u2212782億美元');
  });

  it('goes to the next scale rather than show a thousand of one', () => {
    expect(money(999_999_999, 'en')).toBe('$1.00\u202fbn');
    expect(money(9.999999e7, 'zh-Hans')).toBe('1.00亿美元');
  });

  it('has a plus on a change only', () => {
    expect(money(2e9, 'en', true)).toBe('+$2.00\u202fbn');
    expect(money(250, 'en')).toBe('$250');
    expect(money(0, 'zh-Hans')).toBe('0美元');
  });
});

describe('a level', () => {
  it('has the decimals its size deserves', () => {
    expect(level(62909.86)).toBe('62,910');
    expect(level(78.354)).toBe('78.35');
    expect(level(1.2153)).toBe('1.215');
    expect(level(0.088491)).toBe('0.08849');
    expect(level(-37.63)).toBe('\u221237.63');
  });
});

describe('parts rounded by largest remainder', () => {
  // By hand: floors 3, 3, 3 make 9 of 10; the three remainders are equal, and the first part gets the missing one. Floors of
  // −71.2, −24.4, 5.8, −33.2 make −126 of −123; remainders 0.8, 0.6, 0.8, 0.8, so all but the second are raised.
  it('add to the total, ties to the earlier part', () => {
    expect(largestRemainder([10 / 3, 10 / 3, 10 / 3], 10, 0)).toEqual([4, 3, 3]);
    expect(largestRemainder([-0.712, -0.244, 0.058, -0.332], -1.23, 2)).toEqual([-0.71, -0.25, 0.06, -0.33]);
    expect(largestRemainder([], 0, 1)).toEqual([]);
  });

  const parts = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 });
  property.prop([parts, fc.integer({ min: 0, max: 3 })])(
    'show the rounded total exactly, and no part is off by more than one last digit',
    (values, decimals) => {
      const total = values.reduce((sum, value) => sum + value, 0);
      const shown = largestRemainder(values, total, decimals);
      const unit = 10 ** -decimals;
      const units = shown.reduce((sum, part) => sum + Math.round(part / unit), 0);
      expect(units).toBe(Math.round(roundTo(total, decimals) / unit));
      values.forEach((value, index) => {
        expect(Math.abs((shown[index] as number) - value)).toBeLessThanOrEqual(unit * (1 + 1e-6));
      });
    },
  );
});
