import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, viewOf } from '../scan/synthetic.ts';

const WEDNESDAY = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** Reserves fall by 20 a week from 3,260 to 3,000 bn. */
const falling = columnsOf(
  'fed-reserves',
  Array.from({ length: 14 }, (_, week) => ({
    date: WEDNESDAY - 7 * (13 - week),
    value: 1e9 * (3260 - 20 * week),
  })),
);
const gdp = columnsOf('gdp', [{ date: parseDay('2025-07-01'), value: 30_000e9 }]);
const assets = columnsOf('bank-assets', [{ date: parseDay('2026-01-28'), value: 25_000e9 }]);

async function part(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'reserves' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.reserves!;
}

it('measures reserves against bank assets first, with the zone and the months to its line', async () => {
  const { gauges, runway } = await part([falling, gdp, assets]);
  expect(gauges.map(({ id, share, zone }) => [id, share.value, zone])).toEqual([
    ['bank-assets', 0.12, 'ample'],
    ['gdp', 0.1, 'ample'],
    ['bank-credit', null, null],
  ]);
  expect(runway.gauge).toBe('bank-assets');
  // 3,000 − 10 % of 25,000 is 500 bn; 260 bn in 91 days are 86.96 bn a month.
  const months = runway.paces.map((one) => one.months.value!);
  expect(months[0]).toBeCloseTo(500 / ((260 * 30.4375) / 91), 10);
  expect(months.slice(1)).toEqual([20, 12.5, 500 / 60]);
});

it('tells the change over weeks whose both ends are known', async () => {
  const { changes } = await part([falling]);
  // 20 bn a week; fourteen weeks are known.
  expect(changes.map(({ weeks, from, change }) => [weeks, from, change.value])).toEqual([
    [4, '2026-01-14', -80e9],
    [13, '2025-11-12', -260e9],
    [52, null, null],
  ]);
  expect(changes[2]!.change.why).toBe('no reserves 52 weeks before the latest');
});

it('falls back on GDP, and puts no zone on a proxy', async () => {
  const credit = columnsOf('bank-credit', [{ date: parseDay('2026-01-28'), value: 20_000e9 }]);
  const { gauges, runway } = await part([falling, gdp, credit]);
  expect(gauges[0]!.share).toMatchObject({
    value: null,
    why: 'no value of bank-assets near the latest reserves',
  });
  expect(gauges[2]).toMatchObject({ zone: null, scarceBelow: null });
  expect(gauges[2]!.share).toMatchObject({ value: 0.15, flags: ['proxy'] });
  expect(runway.gauge).toBe('gdp');
});

it('has no runway while reserves rise, and no values without any', async () => {
  const rising = { ...falling, values: falling.values.slice().reverse() };
  const measured = (await part([rising, gdp])).runway.paces[0]!.months;
  expect(measured).toMatchObject({ value: null, why: 'reserves are not falling' });
  const { date, level, gauges, reverseRepo } = await part([]);
  expect([date, level.value, reverseRepo.exhausted]).toEqual([null, null, null]);
  expect(gauges.every(({ share, zone }) => share.value === null && zone === null)).toBe(true);
});

it('calls reverse repo exhausted below a twentieth of its record', async () => {
  const repo = (latest: number) =>
    columnsOf('fed-rrp', [
      { date: parseDay('2022-12-30'), value: 2553.7e9 },
      { date: WEDNESDAY, value: latest },
    ]);
  expect((await part([repo(1e9)])).reverseRepo.exhausted).toBe(true);
  expect((await part([repo(300e9)])).reverseRepo.exhausted).toBe(false);
});

describeWithPack('reserves of the real balance sheet', () => {
  it('are 9.5 % of GDP in February 2026, and of bank assets not measured', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', section: 'liquidity' });
    const { reserves, fundingSpread } = answer.liquidity!.parts;
    // WRESBAL 2026-02-11 over GDP of 2025Q3 (the last one published) of the CSV files with pandas.
    expect(reserves!.level.value! / 1e6).toBeCloseTo(2_939_557, 0);
    expect(reserves!.gauges[1]!.share.value).toBeCloseTo(0.0945, 4);
    expect(answer.liquidity!.needs).toContainEqual(
      expect.objectContaining({ series: 'bank-assets', sources: ['fred: TLAACBW027SBOG'] }),
    );
    // SOFR − IORB of the CSV files with pandas: days above zero and above ten basis points of the last 60.
    expect(fundingSpread!.days.map(({ count }) => count.value)).toEqual([40, 8]);
  });
});
