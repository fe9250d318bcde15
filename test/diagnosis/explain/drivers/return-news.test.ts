import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { LANGUAGES } from '../../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { expectTold, storyOf } from './told.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** A market, yields that come back to their means, and output that grows 1 % a quarter. */
function world(rows: number): ObservationColumns[] {
  const path = (seed: number, size: number, mean: number) => {
    let level = mean;
    return normals(rows, seed).map((z) => (level = mean + 0.98 * (level - mean) + size * z));
  };
  let price = Math.log(4000);
  const prices = normals(rows, 1).map((z) => {
    price += 0.0002 + 0.01 * z;
    return Math.exp(price);
  });
  const daily = (id: string, values: Float64Array) => columnsOf(id, rowsUpTo(id, TO, values));
  const quarters = Array.from({ length: 80 }, (_, k) => ({
    date: parseDay(`${2006 + Math.floor(k / 4)}-${['01', '04', '07', '10'][k % 4]}-01`),
    value: 14e12 * 1.01 ** k,
  }));
  return [
    daily('sp500', prices),
    daily('us-3m', path(2, 0.0002, 0.03)),
    daily('us-10y-3m', path(3, 0.0005, 0.01)),
    daily('us-baa-spread', path(4, 0.0004, 0.02)),
    columnsOf('gdp', quarters),
  ];
}

async function newsOf(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'return-news' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.returnNews! };
}

describe('news of cash flows and of discount rates', () => {
  it('adds to the move, with shares that add to one, and says which states it took', async () => {
    const { part } = await newsOf(world(1500));
    const { move, expected, discountRate, cashFlow, shares } = part;
    expect(cashFlow.value).toBe(move.value! - expected.value! - discountRate.value!);
    expect(shares.cashFlow.value! + shares.discountRate.value! + shares.covariance.value!).toBeCloseTo(1, 12);
    expect(part).toMatchObject({ states: ['term', 'credit', 'valuation'], valuation: 'output', step: 5 });
    expect(move.of.series).toContain('sp500-cape');
    expect(cashFlow.flags).toEqual(['proxy', 'unproven']);
  });

  it('takes the cyclically adjusted price over earnings where it is known', async () => {
    const months = Array.from({ length: 132 }, (_, k) => ({
      date: parseDay(`${2015 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}-01`),
      value: 25 + 5 * Math.sin(k / 9),
    }));
    const { part } = await newsOf([...world(1500), columnsOf('sp500-cape', months)]);
    expect(part.valuation).toBe('cape');
    expect(part.cashFlow.flags).toEqual(['unproven']);
  });

  it('does not depend on the order of the series, nor on what is known later', async () => {
    const columns = world(1500);
    expect((await newsOf(columns.toReversed())).part).toEqual((await newsOf(columns)).part);
    const early = parseInstant('2025-10-11T01:00Z');
    const values = async (all: readonly ObservationColumns[]) =>
      JSON.stringify((await newsOf(all, early)).part).replaceAll(/#[0-9a-f]{6}/g, '');
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await values(columns.map((one) => later(one, early, how)))).toBe(await values(columns));
    }
  });

  it('gives reasons where there is too little, and tells the rest in three languages', async () => {
    const still = world(1500).map((one) => ({ ...one, values: one.values.map(() => 1) }));
    for (const columns of [[], world(1), world(300), world(1500).slice(1), still, world(1500)]) {
      const { answer, part } = await newsOf(columns);
      expectTold(part);
      for (const language of LANGUAGES) storyOf(answer, 'return-news', language);
      if (columns.length === 5 && columns[0]!.values.length === 1500 && columns[0]!.values[0] !== 1) {
        expect(part.kind).not.toBeNull();
      } else expect(part.kind).toBeNull();
    }
  });
});

describeWithPack('the news in the data pack', () => {
  // numpy least squares on the CSV files of GSPC, DGS3MO, T10Y3M and BAA10Y: 1110 steps of five sessions back from 2026-02-05, yields to
  // 2026-02-04, which were out by then, at most four sessions old.
  it('has the shares that numpy gives without a valuation', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const part = (await explain(view, { window: '5d', part: 'return-news' })).drivers!.parts.returnNews!;
    expect(part.move.value).toBeCloseTo(-0.02448122543894249, 12);
    expect(part.without.cashFlow.value).toBeCloseTo(1.2321448890210491, 9);
    expect(part.without.discountRate.value).toBeCloseTo(0.20089725177297169, 9);
    expect(part.without.last.value).toBeCloseTo(0.0038329696407555227, 10);
    await store.close();
  });
});
