import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { tellsInEveryLanguage } from '../told.ts';

const TO = parseDay('2026-01-30');
const INSTANT = parseInstant('2026-02-13T01:00Z');

async function splitOf(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'term-premium' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.termPremium! };
}

/** A yield that walks by 5 bp a day and a premium that takes 70 % of each step and 1 bp of its own. */
function market(rows: number): ObservationColumns[] {
  const [steps, own] = [normals(rows, 1), normals(rows, 2)];
  let [rate, premium] = [0.04, 0.005];
  const yields = steps.map((z) => (rate += 5e-4 * z));
  const premia = steps.map((z, t) => (premium += 0.7 * 5e-4 * z + 1e-4 * own[t]!));
  return [
    columnsOf('us-10y', rowsUpTo('us-10y', TO, yields)),
    columnsOf('us-10y-term-premium', rowsUpTo('us-10y-term-premium', TO, premia)),
  ];
}

describe('the split of the 10-year yield', () => {
  it('adds to the yield and to its change by subtraction, and finds the planted share of the premium', async () => {
    const { part } = await splitOf(market(700));
    expect(part.date).toBe('2026-01-30');
    expect(part.expected.value).toBe(part.yield.value! - part.premium.value!);
    expect(part.spans.map(({ sessions }) => sessions)).toEqual([5, 20, 250]);
    for (const { yield: whole, premium, expected } of part.spans) {
      expect(expected.value).toBe(whole.value! - premium.value!);
    }
    // Noise of 1 bp on steps of 5 bp: the error of the slope is 0.2/√250 = 0.013.
    expect(Math.abs(part.usual.value! - 0.7)).toBeLessThan(0.04);
    expect(part.usual.band!.low).toBeLessThan(0.7);
    expect(part.usual.band!.high).toBeGreaterThan(0.7);
  });

  it('tells no share of a change that is hardly one', async () => {
    const flat = market(300).map((one) => ({ ...one, values: one.values.map(() => 0.01) }));
    const { part } = await splitOf(flat);
    expect(part.spans[0]!.share.why).toBe('the yield changed by less than 5 basis points');
    expect(part.usual.value).toBeNull();
  });

  it('gives reasons, and does not change by what becomes known later or by order', async () => {
    for (const columns of [[], market(1), market(30), market(700).slice(1)]) {
      const { answer, part } = await splitOf(columns);
      expect(part.usual.value).toBeNull();
      tellsInEveryLanguage(answer, 'drivers', 'term-premium', part);
    }
    const columns = market(700);
    const instant = parseInstant('2025-11-25T01:00Z');
    const told = async (all: readonly ObservationColumns[]) =>
      JSON.stringify((await splitOf(all, instant)).part).replaceAll(/#[0-9a-f]{6}/g, '');
    const first = await told(columns);
    expect(await told(columns.toReversed())).toBe(first);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await told(columns.map((one) => later(one, instant, how)))).toBe(first);
    }
  });
});

describeWithPack('the real data', () => {
  it('split the yield of 29 January 2026, the last whose premium was out on 5 February', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'term-premium' });
    const part = answer.drivers!.parts.termPremium!;
    // pandas and statsmodels (OLS, HAC with 4 lags) on DGS10 and THREEFYTP10.
    expect(part.date).toBe('2026-01-29');
    expect(part.yield.value).toBeCloseTo(0.0424, 10);
    expect(part.premium.value).toBeCloseTo(0.00756982, 7);
    expect(part.rank.value).toBeCloseTo(0.9876, 10);
    expect(1e4 * part.spans[0]!.premium.value!).toBeCloseTo(2.5242, 3);
    expect(part.usual.value).toBeCloseTo(0.680528, 5);
    expect(part.usual.band!.low).toBeCloseTo(0.584213, 5);
    tellsInEveryLanguage(answer, 'drivers', 'term-premium', part);
    await store.close();
  });
});
