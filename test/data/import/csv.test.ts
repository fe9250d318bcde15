import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/data/errors.ts';
import { readCsv } from '../../../src/data/import/csv.ts';

const read = (text: string) => readCsv(new TextEncoder().encode(text), 'a.csv');

describe('readCsv', () => {
  it('reads rows, lines and text of a plain file', () => {
    const file = read('date,value\n2026-01-02,1.5\n2026-01-05,2\n');
    expect(file.header).toEqual(['date', 'value']);
    expect([...file.numbers(1).values]).toEqual([1.5, 2]);
    expect([file.line(0), file.line(1), file.text(1)]).toEqual([2, 3, '2026-01-05,2']);
  });

  it('reads a byte-order mark, CRLF, blank lines and a missing last newline as if they were not there', () => {
    const file = read('\uFEFFdate,value\r\n\r\n2026-01-02,1\r\n\r\n2026-01-05,2');
    expect([file.header, [...file.numbers(1).values], file.line(1)]).toEqual([['date', 'value'], [1, 2], 5]);
  });

  it('keeps delimiters, newlines and doubled quotes inside quoted cells', () => {
    const file = read('date,text,value\r\n2026-01-02,"a, ""b""\nc","3"\r\n2026-01-05,plain,4\r\n');
    expect(file.cell(0, 1)).toBe('a, "b"\nc');
    expect([...file.numbers(2).values]).toEqual([3, 4]);
    expect(file.line(1)).toBe(4);
  });

  it('sets rows with another number of cells apart, with their line', () => {
    const file = read('date,value\n2026-01-02\n2026-01-05,2,3\n2026-01-06,4\n');
    expect(file.rows).toBe(1);
    expect(file.ragged).toEqual([
      { line: 2, text: '2026-01-02' },
      { line: 3, text: '2026-01-05,2,3' },
    ]);
  });

  it('takes the delimiter of the header', () => {
    expect([...read('date;value\n2026-01-02;1.5\n').numbers(1).values]).toEqual([1.5]);
    expect([...read('date\tvalue\n2026-01-02\t1.5\n').numbers(1).values]).toEqual([1.5]);
  });

  it('reads a header without rows as no rows', () => {
    expect(read('date,value').rows).toBe(0);
  });

  it('names file and line when it cannot read at all', () => {
    expect(() => read('')).toThrow(/a\.csv: it is empty/);
    expect(() => read('date,value\n2026-01-02,1\n2026-01-05,"2\n')).toThrow(/line 3 is never closed/);
    expect(() => read('PAR1\u0000\u0001\u0002')).toThrow(UserError);
  });

  const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '1', ',', '"', '\n', '.', '-', 'é') });
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  test.prop([table, fc.constantFrom('\n', '\r\n')])(
    'gives back every cell that was quoted into a file',
    (rows, newline) => {
      const text = [['x', 'y', 'z'], ...rows].map((row) => row.map(quoted).join(',')).join(newline);
      const file = read(text);
      expect(file.rows).toBe(rows.length);
      const got = rows.map((_, row) => [0, 1, 2].map((column) => file.cell(row, column)));
      expect(got).toEqual(rows.map((row) => row.map((value) => value.trim())));
    },
  );
});
