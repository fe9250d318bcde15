import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, roundPlaces, roundSignificant } from '../../../src/data/specimen/exact.ts';

describe('exponential and logarithm from plain arithmetic', () => {
  it('exp agrees with the engine to 1e-14 over the range that is used', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
      }),
    );
  });

  it('ln agrees with the engine to 1e-14 of its size', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e8, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-14 * (1 + Math.abs(Math.log(x))));
      }),
    );
  });

  it('gives the closed values', () => {
    expect(exp(0)).toBe(1);
    expect(ln(1)).toBe(0);
    // e and ln 10: constants that the language does fix
    expect(exp(1)).toBeCloseTo(Math.E, 15);
    expect(ln(10)).toBeCloseTo(Math.LN10, 15);
  });

  it('gives NaN where there is no value', () => {
    expect([ln(0), ln(-1), ln(Number.NaN), ln(Number.POSITIVE_INFINITY), exp(Number.NaN)]).toEqual(
      Array(5).fill(Number.NaN),
    );
  });
});

describe('rounding', () => {
  it('keeps six significant digits and gives the double of that decimal', () => {
    expect(roundSignificant(124658.54, 6)).toBe(124659);
    expect(roundSignificant(0.0123456789, 6)).toBe(0.0123457);
    expect(roundSignificant(-37.63, 6)).toBe(-37.63);
    expect(roundSignificant(154_347_243.16, 6)).toBe(154_347_000);
    expect(roundSignificant(0, 6)).toBe(0);
  });

  it('is as near as half a unit of the last digit, and rounding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e9, noNaN: true }), (x) => {
        const rounded = roundSignificant(x, 6);
        expect(Math.abs(rounded / x - 1)).toBeLessThanOrEqual(5.1e-6);
        expect(roundSignificant(rounded, 6)).toBe(rounded);
        expect(Number(rounded.toPrecision(6))).toBe(rounded);
      }),
    );
  });

  it('keeps basis points of a yield', () => {
    expect(roundPlaces(0.042149, 4)).toBe(0.0421);
    expect(roundPlaces(-0.010449, 4)).toBe(-0.0104);
  });
});

describe('the generator', () => {
  it('uses no function whose last bit the language leaves to the engine', () => {
    // ECMA-262, "Function Properties of the Math Object": implementation-approximated; so is ** on numbers
    const forbidden =
      /Math\.(a?cosh?|a?sinh?|a?tanh?|atan2|cbrt|exp|expm1|hypot|log|log10|log1p|log2|pow|random)\b|\*\*[^/*]/;
    const folder = fileURLToPath(new URL('../../../src/data/specimen', import.meta.url));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      const code = readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      expect(forbidden.test(code), name).toBe(false);
    }
  });
});
