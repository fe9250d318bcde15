import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableRow } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { LOANS, latestLoans, liquidatedBy } from '../../../src/diagnosis/explain/flows/defi/loans.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'defi' } as const;

function row(
  day: string,
  collateral: string,
  amount: number,
  debt: number,
  threshold: number | null,
): TableRow {
  const date = parseDay(day);
  return {
    date,
    time: endOfDay(date),
    knownAt: endOfDay(date),
    cells: {
      protocol: 'aave',
      collateral,
      collateral_amount: amount,
      debt_usd: debt,
      liquidation_threshold: threshold,
    },
  };
}

/** ETH at 2,000, threshold 0.8: liquidated below debt / (0.8 · amount) = 1,900, 1,700, and 2,100, which is due already. */
const ROWS = [
  row('2026-02-11', 'ETH', 999, 1, 0.8),
  row('2026-02-12', 'ETH', 10, 1900 * 8, 0.8),
  row('2026-02-12', 'eth', 20, 1700 * 16, 0.8),
  row('2026-02-12', 'ETH', 5, 2100 * 4, 0.8),
  row('2026-02-12', 'ETH', 5, 100, null),
  row('2026-02-12', 'ETH', 5, 100, 1.4),
];

describe('the liquidation curve', () => {
  it('counts the loans between the price and the fall', () => {
    const { loans, refused } = latestLoans(ROWS);
    expect([loans.length, refused]).toEqual([3, 2]);
    // at 1,800 the first: 10 · 1,800 of collateral; at 1,600 the second with it
    expect(liquidatedBy(loans, 2000, -0.1)).toEqual({ loans: 1, debt: 15_200, collateral: 18_000 });
    expect(liquidatedBy(loans, 2000, -0.2)).toEqual({ loans: 2, debt: 15_200 + 27_200, collateral: 48_000 });
    expect(liquidatedBy(loans, 2000, -0.04)).toEqual({ loans: 0, debt: 0, collateral: 0 });
  });

  it('never falls in debt as the fall deepens', () => {
    const loan = fc.record({
      collateral: fc.constant('ETH'),
      amount: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      debt: fc.double({ min: 1, max: 1e7, noNaN: true }),
      threshold: fc.double({ min: 0.1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(loan, { maxLength: 30 }), (loans) => {
        const debts = [-0.05, -0.1, -0.3, -0.6].map((shock) => liquidatedBy(loans, 2000, shock).debt);
        expect(debts).toEqual([...debts].sort((a, b) => a - b));
      }),
    );
  });

  it('stands in the answer once a table is imported, and sees no later snapshot', async () => {
    const columns = [columnsOf('eth-usd', rowsUpTo('eth-usd', TO, [2000]))];
    const tables = [
      { table: LOANS, source: 'test:a', rows: [...ROWS, row('2026-02-13', 'ETH', 1, 1599, 0.8)] },
    ];
    const view = memoryView(columns, INSTANT, { entry: entryOf, tables });
    const answer = await explain(view, OPTIONS);
    const { loans } = answer.flows!.parts.defi!;
    expect(loans).toMatchObject({ date: '2026-02-12', refused: 2, why: null });
    expect(loans.curves).toHaveLength(1);
    expect(loans.curves[0]).toMatchObject({ collateral: 'ETH', loans: 3, due: 1, priceDate: '2026-02-12' });
    expect(loans.curves[0]!.falls[1]).toMatchObject({ fall: -0.1, debt: { value: 15_200 } });
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });
});

it('says that there is no table, and no value locked, when there is none', async () => {
  for (const columns of [[], [columnsOf('defi-tvl', rowsUpTo('defi-tvl', TO, [1e11]))]]) {
    const part = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!.parts.defi!;
    expect(part.loans).toMatchObject({
      date: null,
      curves: [],
      why: 'no table defi_loan_positions was imported',
    });
    expect(part.percentile.value).toBeNull();
    expect(part.changes.every(({ growth }) => growth.value === null)).toBe(true);
  }
});

describeWithPack('the real pack', () => {
  it('has value locked and no loans', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.defi!;
    // rows of 2026-02-12 and 2026-01-13 of the file
    expect(part.tvl.value).toBe(165_960_000_000);
    expect(part.changes[1]!.growth.value).toBeCloseTo(165_960_000_000 / 2.21614e11 - 1, 12);
    expect(part.loans.why).toMatch(/was imported/);
  });
});
