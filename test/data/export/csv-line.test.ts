import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { csvLine, plainCsvLine } from '../../../src/data/export/csv-line.ts';

describe('a line of CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
  ])('puts an apostrophe before the text %j, which a spreadsheet would run', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
    expect(plainCsvLine([text])).not.toMatch(/^"?'/);
  });

  it('leaves a negative number a number, and a missing one empty', () => {
    expect(csvLine([-1.5, Number.NaN, 0])).toBe('-1.5,,0\n');
  });

  test.prop([
    fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '') }), { minLength: 1 }),
  ])('keeps texts apart whatever they hold', (cells) => {
    // RFC 4180: a quoted cell ends at the first quote that is not doubled. The comma in front makes each cell begin with one.
    const line = `,${plainCsvLine(cells).slice(0, -1)}`;
    const parts = [...line.matchAll(/,("(?:[^"]|"")*"|[^",]*)/g)].map(([, cell = '']) => cell);
    const read = parts.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
    expect(read).toEqual(cells);
  });
});
