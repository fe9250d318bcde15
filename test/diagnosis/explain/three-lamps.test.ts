import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { lampReadings, redCount } from '../../../src/diagnosis/explain/flows/three-lamps/lamps.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'three-lamps' } as const;

describe('the lamps', () => {
  const days = Int32Array.from({ length: 12 }, (_, k) => 20_000 + k);

  it('read a mean, a sum of sessions before the day, and a change', () => {
    const readings = lampReadings({
      dates: days,
      premium: Float64Array.from(days, (_, k) => k),
      reserves: Float64Array.from(days, (_, k) => 100 - k * k),
      flowDates: Int32Array.of(20_001, 20_002, 20_003, 20_008, 20_009),
      flows: Float64Array.of(1, 2, 4, 8, -32),
    });
    // mean of 0 … 6 and of 5 … 11
    expect([readings.premium[5], readings.premium[6], readings.premium[11]]).toEqual([Number.NaN, 3, 8]);
    // day 8: sessions 1, 2, 3 of its seven days before; day 9: 2, 3, 8; the flow of the day itself is not in it
    expect([readings.flows[3], readings.flows[8], readings.flows[9], readings.flows[10]]).toEqual([
      Number.NaN,
      7,
      14,
      -20,
    ]);
    // −k² + (k − 7)² = 49 − 14k
    expect([readings.reserves[6], readings.reserves[7], readings.reserves[11]]).toEqual([
      Number.NaN,
      -49,
      -105,
    ]);
  });

  it('are counted only where all of them are measured', () => {
    const readings = {
      premium: Float64Array.of(-1, -1, 1),
      flows: Float64Array.of(-1, 1, 0),
      reserves: Float64Array.of(Number.NaN, -1, -1),
    };
    expect([...redCount(readings, ['premium', 'flows', 'reserves'])]).toEqual([Number.NaN, 2, 1]);
    expect([...redCount(readings, ['premium', 'flows'])]).toEqual([2, 1, 0]);
  });
});

function market(n: number, reservesTo = TO) {
  const walk = (id: string, to: number, seed: number, size: number, level: number) => {
    let at = level;
    const values = normals(n, seed).map((z) => {
      at += size * z;
      return at;
    });
    return columnsOf(id, rowsUpTo(id, to, values));
  };
  const noise = (id: string, seed: number, size: number, rows = n) =>
    columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        normals(rows, seed).map((z) => size * z),
      ),
    );
  return [
    noise('btc-coinbase-premium', 1, 0.001),
    noise('btc-etf-flow-total', 2, 1e8, Math.floor(n / 2)),
    walk('btc-exchange-reserve', reservesTo, 3, 900, 3_000_000),
    walk('btc-usd', TO, 4, 10, 10_000),
  ];
}

describe('the part', () => {
  it('counts three lamps, and days and shares that make the whole', async () => {
    const answer = await explain(viewOf(market(600), INSTANT), OPTIONS);
    const part = answer.flows!.parts.threeLamps!;
    expect(part.measured).toBe(3);
    expect(part.red.value).toBe(part.lamps.filter(({ red }) => red).length);
    expect(part.history).toHaveLength(1);
    const { counts } = part.history[0]!;
    expect(counts.reduce((sum, { days }) => sum + days.value!, 0)).toBe(counts[0]!.days.window!.n);
    expect(counts.reduce((sum, { share }) => sum + share.value!, 0)).toBeCloseTo(1, 12);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('says which lamp is dark, and stands on the others', async () => {
    const part = (await explain(viewOf(market(600, TO - 60), INSTANT), OPTIONS)).flows!.parts.threeLamps!;
    expect(part.measured).toBe(2);
    expect(part.lamps[2]).toMatchObject({ lamp: 'reserves', red: null, latest: '2025-12-13' });
    expect(part.history.map(({ lamps }) => lamps.length)).toEqual([2, 3]);
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
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

  it('gives reasons in place of numbers when there is nothing, one day, or a price alone', async () => {
    for (const columns of [[], market(1), market(50).slice(3)]) {
      const part = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!.parts.threeLamps!;
      expect(part.red).toMatchObject({ value: null, why: 'no lamp is measured' });
      expect(part.since).toBeNull();
    }
  });
});

describeWithPack('the real pack', () => {
  it('has two lamps measured on 12 February 2026, both red, and no reserves since 2024', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.threeLamps!;
    expect(part).toMatchObject({ date: '2026-02-12', measured: 2, red: { value: 2 } });
    expect(part.lamps[2]).toMatchObject({ red: null, latest: '2024-11-19' });
    // pandas: premium_bp.rolling(7).mean() of 2026-02-12; sum of the flows of 2026-02-05 … 11
    expect(part.lamps[0]!.reading.value).toBeCloseTo(-0.0007148285714285712, 12);
    expect(part.lamps[1]!.reading.value).toBeCloseTo(-27.9e6, 0);
    // pandas: (joined < 0).sum(axis=1).value_counts() of the two and of the three readings
    const days = part.history.map(({ counts }) => counts.map((one) => one.days.value));
    expect(days).toEqual([
      [316, 247, 195],
      [23, 124, 133, 28],
    ]);
    expect(part.history[1]!.to).toBe('2024-11-19');
  });
});
