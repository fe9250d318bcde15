import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, viewOf } from '../scan/synthetic.ts';

const LAST = parseDay('2026-01-28');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** Bank credit on Wednesdays: 100 a year in the first year, 150 in the second, from 1,000. */
const credit = columnsOf(
  'bank-credit',
  Array.from({ length: 105 }, (_, week) => ({
    date: LAST - 7 * (104 - week),
    value: week <= 52 ? 1000 + (100 * week) / 52 : 1100 + (150 * (week - 52)) / 52,
  })),
);
const gdp = columnsOf('gdp', [{ date: parseDay('2025-04-01'), value: 2000 }]);

async function part(columns: Parameters<typeof viewOf>[0], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'credit-impulse' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.creditImpulse!;
}

it('is the change of new credit over GDP', async () => {
  const { impulse, lines } = await part([credit, gdp]);
  expect(impulse.date).toBe('2026-01-28');
  expect(impulse.flow.value).toBeCloseTo(0.075, 12);
  expect(impulse.flowBefore.value).toBeCloseTo(0.05, 12);
  expect(impulse.value.value).toBeCloseTo(0.025, 12);
  expect(impulse.percentile).toMatchObject({ value: null, why: 'fewer than 260 weeks with an impulse' });
  // 1,212.5 to 1,250 in 13 weeks.
  expect(lines[0]!.growth.value).toBeCloseTo((1250 / 1212.5) ** 4 - 1, 12);
  expect(lines[0]!.yearGrowth.value).toBeCloseTo(150 / 1100, 12);
  expect(lines[3]).toMatchObject({
    series: 'bank-other-deposits',
    growth: { why: 'bank-other-deposits has no value' },
  });
});

it('needs GDP and two years of credit, and sees nothing known later', async () => {
  expect((await part([credit])).impulse.value.value).toBeNull();
  expect((await part([])).lines.every(({ level }) => level.value === null)).toBe(true);
  const before = parseInstant('2026-01-02T01:00Z');
  const changed = [credit, gdp].map((one) => later(one, before, 'alter'));
  expect(JSON.stringify(await part(changed, before))).toBe(JSON.stringify(await part([credit, gdp], before)));
});

describeWithPack('the credit impulse of the real pack', () => {
  it('is above zero in February 2026', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', part: 'credit-impulse' });
    const { impulse, lines } = answer.liquidity!.parts.creditImpulse!;
    // TOTBKCR of 2026-01-28, 13, 52 and 104 weeks before, and GDP of 2025Q3 of the CSV files with pandas.
    expect(lines[0]!.growth.value).toBeCloseTo(0.0701, 3);
    expect(impulse.value.value).toBeCloseTo(0.01932, 4);
  });
});
