import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/doors/page/blocks/csv.ts';
import type { SentFigure, SentTable } from '../../../src/report/page/index.ts';

const figure = (value: number | null, text: string): SentFigure => ({
  kind: 'figure',
  id: 'scan:x',
  text,
  of: ['x'],
  value,
});

function tableOf(rows: readonly (readonly (string | SentFigure)[])[], title?: string): SentTable {
  return {
    kind: 'table',
    id: 't',
    label: '',
    title: [],
    columns: [
      { key: 'name', title: 'Name', align: 'start' },
      { key: 'day', title: 'Day, "σ"', align: 'end' },
      { key: 'spark', title: '60 d', align: 'end', look: 'spark' },
    ],
    groups: [
      {
        ...(title === undefined ? {} : { title }),
        rows: rows.map((cells) => ({ cells: cells.map((cell) => ({ text: [cell] })) })),
      },
    ],
    notes: [],
  };
}

describe('a table as CSV', () => {
  it('has numbers in full, leaves absent ones empty, and no drawn column', () => {
    const table = tableOf([
      ['Bitcoin', figure(-0.14017431361060217, '−14.0%'), ''],
      ['Credit', figure(null, 'No value'), ''],
    ]);
    expect(csvOf(table)).toBe('Name,"Day, ""σ"""\r\nBitcoin,-0.14017431361060217\r\nCredit,\r\n');
  });

  it('guards words that a spreadsheet would read as a formula', () => {
    expect(csvOf(tableOf([['=HYPERLINK("x")', '@sum', '']]))).toContain(`"'=HYPERLINK(""x"")",'@sum`);
  });

  it('puts the class of each row before it', () => {
    expect(csvOf(tableOf([['Bitcoin', figure(1, '1'), '']], 'Crypto'))).toContain('\r\nCrypto,Bitcoin,1\r\n');
  });
});
