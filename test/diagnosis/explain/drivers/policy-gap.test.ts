import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { type EpochDay, epochDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { caseRows } from '../../../../src/diagnosis/explain/drivers/policy/monthly-gaps.ts';
import { rulePath } from '../../../../src/diagnosis/explain/drivers/policy/rule-path.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { tellsInEveryLanguage } from '../told.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

async function gapOf(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'policy-gap' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.policyGap! };
}

function monthly(id: string, months: number, value: (k: number) => number): ObservationColumns {
  const first: EpochDay[] = Array.from({ length: months }, (_, k) =>
    epochDay(2026 - Math.ceil(k / 12), 1 + ((1200 - k) % 12), 1),
  ).reverse();
  return columnsOf(
    id,
    first.map((date, k) => ({ date, value: value(k) })),
  );
}

/** Inflation 2 %, unemployment 4.2 %, funds at 3 %: the rule stays at 3 %. A 2-year yield that wanders about it. */
function world(years: number, offset = 0): ObservationColumns[] {
  const days = 250 * years;
  let [wander, level] = [0, Math.log(1000)];
  const rates = normals(days, 7).map((z) => {
    wander = 0.97 * wander + 2e-4 * z;
    return wander;
  });
  const shares = normals(days, 8).map((z) => {
    level += 3e-4 + 0.01 * z;
    return Math.exp(level);
  });
  return [
    columnsOf(
      'us-2y',
      rowsUpTo(
        'us-2y',
        TO,
        rates.map((one) => 0.03 + offset + one),
      ),
    ),
    columnsOf('effr', rowsUpTo('effr', TO, new Array(days).fill(0.03))),
    monthly('pce-core', 12 * years + 14, (k) => 100 * 1.02 ** (k / 12)),
    monthly('unemployment-rate', 12 * years + 2, () => 0.042),
    columnsOf('sp500', rowsUpTo('sp500', TO, shares)),
  ];
}

describe('the path of the rule', () => {
  it('stays where it is when inflation and unemployment are at their long run', () => {
    expect(rulePath({ rate: 0.03, inflation: 0.02, unemployment: 0.042 })).toBeCloseTo(0.03, 12);
  });

  it('goes 15 % of the way to its target a quarter, and not below 0', () => {
    // Target 1 + 3 + 0.5 + 2 · (4.2 − 5.2) = 2.5 %; from 4 % the mean of eight quarters is 2.5 + 1.5 · Σ 0.85^k / 8.
    const weight = (0.85 * (1 - 0.85 ** 8)) / (0.15 * 8);
    expect(rulePath({ rate: 0.04, inflation: 0.03, unemployment: 0.052 })).toBeCloseTo(
      0.025 + 0.015 * weight,
      12,
    );
    expect(rulePath({ rate: 0, inflation: 0, unemployment: 0.1 })).toBe(0);
    expect(rulePath({ rate: 0.04, inflation: Number.NaN, unemployment: 0.05 })).toBeNaN();
  });
});

describe('overpricing of policy', () => {
  it('sets the yield against the rule, and the gap against its usual level', async () => {
    const { answer, part } = await gapOf(world(12, -0.005));
    expect(part.date).toBe('2026-02-11');
    expect(part.rule.value).toBeCloseTo(0.03, 10);
    expect(part.gap.value).toBe(part.market.value! - part.rule.value!);
    // The half point by which the yield lies lower all the time drops out.
    const level = await gapOf(world(12));
    expect(part.excess.value).toBeCloseTo(level.part.excess.value!, 12);
    expect(part.gap.value! - level.part.gap.value!).toBeCloseTo(-0.005, 12);
    expect(part.gap.band!.low).toBeLessThan(part.gap.value!);
    expect(part.gap.band!.high).toBeGreaterThan(part.gap.value!);
    tellsInEveryLanguage(answer, 'drivers', 'policy-gap', part);
  });

  it('takes past cases of the same side, as far, half a year apart, with half a year after them', () => {
    const gaps = [1, -3, 2, 2, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 2].map((excess, day) => ({
      day,
      gap: excess,
      excess,
    }));
    expect(caseRows(gaps, 2, 6)).toEqual([2, 8]);
    expect(caseRows(gaps, -2, 6)).toEqual([1]);
  });

  it('gives reasons, and does not change by what becomes known later or by order', async () => {
    for (const columns of [[], world(2), world(12).slice(1), world(12).slice(0, 2)]) {
      const { answer, part } = await gapOf(columns);
      expect(part.rebound.value).toBeNull();
      expect(part.proven).toBe(false);
      tellsInEveryLanguage(answer, 'drivers', 'policy-gap', part);
    }
    const instant = parseInstant('2025-11-25T01:00Z');
    const told = async (all: readonly ObservationColumns[]) =>
      JSON.stringify((await gapOf(all, instant)).part).replaceAll(/#[0-9a-f]{6}/g, '');
    const first = await told(world(12));
    expect(await told(world(12).toReversed())).toBe(first);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await told(world(12).map((one) => later(one, instant, how)))).toBe(first);
    }
  });
});

describeWithPack('the real data', () => {
  it('put the market of 4 February 2026 a little under the rule, by statistics published by then', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'policy-gap' });
    const part = answer.drivers!.parts.policyGap!;
    // numpy on DGS2 3.57, EFFR 3.64, UNRATE 4.4 of December and core PCE to November, 127.473 over 123.962 in the vintage of the time.
    expect(part.market.value).toBeCloseTo(0.0357, 10);
    expect(part.unemployment.value).toBeCloseTo(0.044, 10);
    expect(part.rule.value).toBeCloseTo(0.0374105, 6);
    tellsInEveryLanguage(answer, 'drivers', 'policy-gap', part);
    await store.close();
  });
});
