import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { growthOver } from '../../../src/diagnosis/explain/flows/growth.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'stablecoins' } as const;

it('grows by dates, not by rows', () => {
  const growth = growthOver(Int32Array.of(1, 2, 31, 33), Float64Array.of(100, 0, 110, 120), 30);
  // 31 stands against 1; 33 has no row 30 days before it
  expect([...growth]).toEqual([Number.NaN, Number.NaN, 110 / 100 - 1, Number.NaN]);
});

function market(n: number) {
  const supply = Float64Array.from({ length: n }, (_, k) => 3e11 + 1e8 * k);
  const monthly = (id: string, values: readonly number[]) =>
    columnsOf(
      `stablecoin-supply-${id}`,
      values.map((value, k) => ({ date: parseDay(['2025-12-31', '2026-01-31'][k]!), value })),
    );
  return [
    columnsOf('stablecoin-supply', rowsUpTo('stablecoin-supply', TO, supply)),
    monthly('total', [300, 320]),
    monthly('usdt', [180, 190]),
    monthly('usdc', [70, 66]),
    monthly('usde', [10]),
  ];
}

describe('the part', () => {
  it('gives growth, its rank, and issuers that make the whole', async () => {
    const answer = await explain(viewOf(market(500), INSTANT), OPTIONS);
    const part = answer.flows!.parts.stablecoins!;
    expect(part.changes.map(({ net }) => net.value)).toEqual([7e8, 3e9, 9e9]);
    // growth of a straight line falls every day: the latest is the least of 365
    expect(part.percentile.value).toBeCloseTo(1 / 365, 12);
    const { rows } = part.issuers;
    expect(rows.map(({ issuer, supply }) => [issuer, supply.value])).toEqual([
      ['usdt', 190],
      ['usdc', 66],
      ['usde', null],
      ['dai', null],
      ['usds', null],
      ['usd1', null],
      ['others', 64],
    ]);
    expect(rows.reduce((sum, { share }) => sum + (share.value ?? 0), 0)).toBeCloseTo(1, 12);
    // 20 in all, 10 and −4 named
    expect(rows.at(-1)!.change.value).toBe(14);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2026-01-20T01:00Z');
    const columns = market(600);
    const texts = await Promise.all(
      [
        columns,
        ...(['alter', 'remove', 'withdraw'] as const).map((how) =>
          columns.map((one) => later(one, instant, how)),
        ),
      ].map(async (one) => JSON.stringify((await explain(viewOf(one, instant), OPTIONS)).flows)),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('gives reasons in place of numbers when there is nothing or one day', async () => {
    for (const columns of [[], market(1).slice(0, 1)]) {
      const part = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!.parts.stablecoins!;
      expect(part.percentile.value).toBeNull();
      expect(part.issuers.rows.every(({ supply }) => supply.value === null)).toBe(true);
    }
  });
});

describeWithPack('the real pack', () => {
  it('has the issuers of 31 January 2026 on 12 February', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.stablecoins!;
    expect(part.issuers).toMatchObject({ date: '2026-01-31', before: '2025-12-31' });
    // rows of the file: USDT 185,577,215,258 of 305,586,909,359, and 187,311,388,515 the month before
    const usdt = part.issuers.rows[0]!;
    expect(usdt.share.value).toBeCloseTo(185_577_215_258 / 305_586_909_359, 12);
    expect(usdt.change.value).toBe(185_577_215_258 - 187_311_388_515);
    // pandas: s / s.shift(30, freq="D") − 1
    expect(part.changes[1]!.growth.value).toBeCloseTo(-0.003096834891006428, 12);
  });
});
