import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { commonRows } from '../../../src/diagnosis/scan/rows.ts';
import { columnsOf, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('common rows', () => {
  it('leave out and name a series without a value on the last date, and form returns after matching dates', async () => {
    const full = rowsUpTo('spy', DAY, [100, 110, 121, 133.1]);
    const holed = rowsUpTo('qqq', DAY, [50, 60, 70, 80]).filter((_, t) => t !== 2);
    const late = rowsUpTo('iwm', DAY - 1, [1, 2, 3]);
    const view = viewOf([columnsOf('spy', full), columnsOf('qqq', holed), columnsOf('iwm', late)], INSTANT);
    const rows = await commonRows(view, ['spy', 'qqq', 'iwm', 'nothing'], {
      from: DAY - 30,
      to: DAY,
      least: 3,
    });
    expect(rows.leftOut).toEqual(['iwm', 'nothing']);
    expect([...rows.columns[0]!].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([0.1, 0.21]);
    expect([...rows.columns[1]!]).toEqual([60 / 50 - 1, 80 / 60 - 1]);
  });
});
