import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { CELL, type Cell, kindOf, parseDecimal } from '../../../src/data/import/decimal.ts';

function read(text: string): { readonly value: number; readonly cell: Cell } {
  const bytes = new TextEncoder().encode(`,${text},`);
  return { value: parseDecimal(bytes, 1, bytes.length - 1), cell: kindOf(text) };
}

describe('parseDecimal', () => {
  test.prop([fc.double({ noNaN: true, noDefaultInfinity: true })], { numRuns: 3000 })(
    'reads every printed double as the same double as Number does',
    (x) => {
      expect(Object.is(read(String(x)).value, Number(String(x)))).toBe(true);
    },
  );

  const plain = fc
    .tuple(fc.constantFrom('', '-', '+'), fc.bigInt({ min: 0n, max: 10n ** 19n }), fc.nat(25))
    .map(([sign, digits, decimals]) => {
      const padded = digits.toString().padStart(decimals + 1, '0');
      const cut = padded.length - decimals;
      return `${sign}${padded.slice(0, cut)}${decimals > 0 ? `.${padded.slice(cut)}` : ''}`;
    });
  test.prop([plain], { numRuns: 5000 })('reads plain decimals of any length as Number does', (text) => {
    const got = read(text);
    expect(got.cell).toBe(CELL.number);
    expect(Object.is(got.value, Number(text))).toBe(true);
  });

  test.prop([fc.string({ maxLength: 12 })], { numRuns: 2000 })(
    'gives NaN exactly when the cell is no number',
    (text) => {
      const got = read(text);
      expect(Number.isNaN(got.value)).toBe(got.cell !== CELL.number);
    },
  );

  it('reads signs, bare points, exponents and blanks around a number', () => {
    const texts = ['+1', '.5', '5.', ' 12.5', '12.5 ', '\t-3', '1e3', '6.85589111617e-05', '-0'];
    expect(texts.map((text) => read(text).value)).toEqual([
      1, 0.5, 5, 12.5, 12.5, -3, 1000, 6.85589111617e-5, -0,
    ]);
  });

  it('tells blank, unparseable and non-finite cells apart', () => {
    const cells = (texts: readonly string[]) => texts.map((text) => read(text).cell);
    expect(new Set(cells(['', ' ', '.', 'NA', 'N/A', 'null']))).toEqual(new Set([CELL.blank]));
    expect(new Set(cells(['NaN', 'nan', '-inf', 'Infinity', '1e400', '-1e999']))).toEqual(
      new Set([CELL.nonFinite]),
    );
    expect(
      new Set(cells(['1,000', '0x10', '1_000', '12abc', '--1', '1.2.3', 'e5', '-', '1 000', '12%', '٣'])),
    ).toEqual(new Set([CELL.unparseable]));
  });
});
