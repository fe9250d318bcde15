import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, viewOf } from '../scan/synthetic.ts';

const WEDNESDAY = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

function weekly(id: string, values: readonly number[]) {
  const first = WEDNESDAY - 7 * (values.length - 1);
  return columnsOf(
    id,
    values.map((value, week) => ({ date: first + 7 * week, value })),
  );
}

async function part(columns: Parameters<typeof viewOf>[0], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'balance-sheet' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.balanceSheet!;
}

it('names a peak when it can be known and a low after it only as a candidate', async () => {
  // Up for 60 weeks, down for 50, up for 10: the peak stands at week 60, the low at week 110.
  const up = (week: number) => (week <= 60 ? week : week <= 110 ? 120 - week : week - 100);
  const assets = Array.from({ length: 121 }, (_, week) => 1000 + up(week));
  const [curve] = (await part([weekly('fed-assets', assets)])).curves;
  expect(curve!.turns.map(({ kind, date, known }) => [kind, date, known])).toEqual([
    // 60 weeks before the last Wednesday, known on the Thursday 22 weeks later.
    ['peak', '2024-12-18', '2025-05-22'],
  ]);
  expect(curve!.candidate).toMatchObject({ kind: 'trough', date: '2025-12-03', confirmed: '2026-05-07' });
  expect(curve!.candidate!.since.value).toBe(10);
});

it('measures purchases against their target with bills, and with Treasuries as a proxy', async () => {
  // 10 bn a week, as long as a month is 30.4375 days: 43.48 bn a month.
  const steps = Array.from({ length: 12 }, (_, week) => 1e9 * (200 + 10 * week));
  const proxy = (await part([weekly('fed-treasuries', steps)])).purchases;
  expect(proxy.series).toBe('fed-treasuries');
  expect(proxy.monthly.value).toBeCloseTo((10e9 * 30.4375) / 7, 2);
  expect(proxy.ofTarget.value).toBeCloseTo((10 * 30.4375) / 7 / 40, 12);
  expect(proxy.ofTarget.flags).toEqual(['proxy']);
  // Nine Wednesdays after 10 December 2025.
  expect(proxy.total.value).toBe(90e9);
  const bills = (await part([weekly('fed-bills', steps), weekly('fed-treasuries', steps)])).purchases;
  expect([bills.series, bills.ofTarget.flags]).toEqual(['fed-bills', []]);
});

it('measures the enterprises when their portfolios are there, and never before the order', async () => {
  const portfolio = columnsOf('gse-mortgage-portfolio', [
    { date: parseDay('2025-12-01'), value: 250e9 },
    { date: parseDay('2026-01-01'), value: 262e9 },
  ]);
  const later = parseInstant('2026-03-05T01:00Z');
  expect((await part([portfolio], later)).enterprises.ofOrder.value).toBeCloseTo(0.06, 12);
  const early = (await part([portfolio], parseInstant('2026-01-08T01:00Z'))).enterprises;
  expect(early.ofOrder).toMatchObject({ value: null, why: 'not announced at this instant' });
});

it('gives reasons in place of values where nothing is known', async () => {
  const { curves, purchases, paces } = await part([]);
  expect(curves.every(({ turns, candidate }) => turns.length === 0 && candidate === null)).toBe(true);
  expect([purchases.monthly.value, ...paces.map(({ monthly }) => monthly.value)]).toEqual(
    new Array(5).fill(null),
  );
});

describeWithPack('turns of the real balance sheet', () => {
  it('has its low on 3 December 2025, not confirmed in February 2026', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', part: 'balance-sheet' });
    const { curves, purchases } = answer.liquidity!.parts.balanceSheet!;
    // H.4.1: 6,535,781 million on 3 December 2025, 8,965,487 at the peak of 13 April 2022.
    expect(curves[0]!.turns.at(-1)).toMatchObject({ kind: 'peak', date: '2022-04-13' });
    expect(curves[0]!.candidate).toMatchObject({
      kind: 'trough',
      date: '2025-12-03',
      confirmed: '2026-05-07',
    });
    expect(curves[0]!.candidate!.value.value).toBe(6_535_781e6);
    // TREAST 2026-02-11 less 2025-12-10 of the CSV file with pandas.
    expect(purchases.total.value! / 1e6).toBeCloseTo(108_631, 0);
    expect(purchases.total.flags).toContain('proxy');
  });
});
