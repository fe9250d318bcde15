import { expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const WEEKS = [parseDay('2024-12-25'), parseDay('2025-12-31')];

const ends = (id: string, first: number, last: number, shift = 0) =>
  columnsOf(id, [
    { date: WEEKS[0]! + shift, value: first },
    { date: WEEKS[1]! + shift, value: last },
  ]);

async function part(columns: Parameters<typeof viewOf>[0]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'liquidity-variants' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.liquidityVariants!;
}

const net = [ends('fed-assets', 6900, 6600), ends('tga', 700, 800), ends('fed-rrp', 200, 100)];

it('gives each definition its own sign for a year', async () => {
  const columns = [
    ...net,
    ends('bank-credit', 18_000, 19_000),
    ends('ecb-assets', 6400, 6200, -5),
    ends('eur-usd', 1.04, 1.17),
    columnsOf('boj-assets', [
      { date: parseDay('2024-11-01'), value: 750_000 },
      { date: parseDay('2025-12-01'), value: 680_000 },
    ]),
    ends('usd-jpy', 157, 156.5),
  ];
  const { definitions, verdict } = await part(columns);
  const change = (id: string) =>
    definitions.find((one) => one.id === id)!.years.find(({ year }) => year === 2025)!.change.value;
  // 6600 − 800 − 100 less 6900 − 700 − 200.
  expect(change('net')).toBe(-300);
  expect(change('net-credit')).toBe(700);
  expect(change('three-central-banks')).toBeCloseTo(
    6600 + 6200 * 1.17 + 680_000 / 156.5 - (6900 + 6400 * 1.04 + 750_000 / 157),
    6,
  );
  expect(change('net-deposits')).toBeNull();
  expect(verdict).toEqual({ year: 2025, fell: 2, rose: 1 });
});

it('does not take a month of the Bank of Japan before it has ended', async () => {
  const columns = [
    net[0]!,
    ends('ecb-assets', 1, 1, -5),
    ends('eur-usd', 1, 1),
    ends('usd-jpy', 1, 1),
    columnsOf('boj-assets', [
      { date: parseDay('2024-11-01'), value: 10 },
      { date: parseDay('2024-12-01'), value: 1000 },
      { date: parseDay('2025-12-01'), value: 20 },
    ]),
  ];
  const { definitions } = await part(columns);
  // On 25 December 2024 November's value stands: 6900 + 1 + 10; on 31 December 2025 that of the month just ended.
  const years = definitions.find(({ id }) => id === 'three-central-banks')!.years;
  expect(years.find(({ year }) => year === 2025)!.change.value).toBe(6600 + 21 - 6911);
});

it('gives reasons in place of values where nothing is known', async () => {
  const { definitions, verdict } = await part([]);
  expect(definitions.every(({ level }) => level.value === null)).toBe(true);
  expect(verdict).toEqual({ year: 2025, fell: 0, rose: 0 });
});

describeWithPack('liquidity of 2025 on the real pack', () => {
  it('fell by most definitions and rose with bank credit', async () => {
    const store = await openPack();
    const answer = await explain(await store.asOf(INSTANT), { window: '5d', part: 'liquidity-variants' });
    const { definitions, verdict } = answer.liquidity!.parts.liquidityVariants!;
    expect(verdict).toEqual({ year: 2025, fell: 5, rose: 2 });
    const of2025 = (id: string) =>
      definitions.find((one) => one.id === id)!.years.find(({ year }) => year === 2025)!.change.value! / 1e9;
    // 2025-12-31 less 2024-12-25 of the CSV files with pandas, in billions of US dollars.
    expect(of2025('net')).toBeCloseTo(-308.2, 1);
    expect(of2025('reserves')).toBeCloseTo(-290.0, 1);
    // Bank credit of the vintage known in February 2026.
    expect(of2025('net-credit')).toBeCloseTo(669.6, 1);
  });
});
