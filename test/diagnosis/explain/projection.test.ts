import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, liquidityOf, onWednesdays } from './weekly-world.ts';

async function answered(columns: readonly ObservationColumns[], instant = AFTER_RELEASE) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'projection' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

/** Assets grow by 2 bn, bank credit by 5 bn a week. */
function steady(weeks: number): ObservationColumns[] {
  const rising = (first: number, step: number) =>
    Float64Array.from({ length: weeks }, (_, t) => first + step * t);
  return [...liquidityOf(rising(6e12, 2e9)), onWednesdays('bank-credit', rising(18e12, 5e9))];
}

describe('projection', () => {
  it('stretches the pace of its pillars, which sum to the change, and is scored against no change', async () => {
    const part = (await answered(steady(200))).liquidity!.parts.projection!;
    // Bank credit of 11 February is out on the 20th, so the last common week is that of 28 January.
    expect(part.date).toBe('2026-01-28');
    const [month, quarter] = part.forecasts;
    expect(month).toMatchObject({ weeks: 4, target: '2026-02-25', settled: '2026-03-06' });
    expect(quarter!.change.base.value).toBeCloseTo(13 * 7e9, 0);
    expect(quarter!.contributions.fed.value).toBeCloseTo(13 * 2e9, 0);
    // Every past forecast was right, so nothing is left of the error of no change.
    expect(part.scores[1]!.error.value).toBeCloseTo(0, 0);
    expect(part.scores[1]!.errorUnchanged.value).toBeCloseTo(13 * 7e9, 0);
    expect(part.scores[1]!.skill.value).toBeCloseTo(1, 9);
    expect(quarter!.change.base.flags).toContain('unproven');
  });

  it('takes the announced purchases for the high of the Fed once they are announced', async () => {
    const fed = async (instant: string) => {
      const { pillars } = (await answered(steady(200), parseInstant(instant))).liquidity!.parts.projection!;
      return [pillars[0]!.monthly.high.value, pillars[2]!.monthly.base.value];
    };
    const month = 365.25 / 12 / 7;
    const [before, order] = await fed('2025-12-01T00:00Z');
    expect(before).toBeCloseTo(2e9 * month, 0);
    expect(order).toBeNull();
    const [after, ordered] = await fed('2026-01-20T00:00Z');
    expect(after).toBeCloseTo(40e9, 0);
    expect(ordered).toBeCloseTo(200e9 / 12, 0);
  });

  it('gives reasons where nothing is known', async () => {
    const part = (await answered([])).liquidity!.parts.projection!;
    expect(part.level.why).toBe('net liquidity and bank credit have no week in common');
    expect(part.forecasts[0]).toMatchObject({
      target: null,
      settled: null,
      change: { base: { value: null } },
    });
    expect(part.scores[0]!.skill.why).toBe('fewer than 104 past forecasts over 4 weeks with an outcome');
    expect(part.history.dates).toEqual([]);
    expect(
      (await answered(steady(10))).liquidity!.parts.projection!.forecasts[0]!.change.base.value,
    ).toBeNull();
  });

  it.prop([fc.array(fc.integer({ min: 1, max: 9e6 }), { minLength: 60, maxLength: 60 })], { numRuns: 10 })(
    'sums exactly, keeps low, base and high in order, and is not changed by what is known later',
    async (amounts) => {
      const columns = [...liquidityOf(amounts), onWednesdays('bank-credit', [...amounts].reverse())];
      const before = parseInstant('2026-01-10T00:00Z');
      const known = await answered(columns, before);
      for (const { change, contributions } of known.liquidity!.parts.projection!.forecasts) {
        expect(contributions.fed.value! + contributions.banks.value!).toBe(change.base.value);
        expect(change.low.value!).toBeLessThanOrEqual(change.base.value!);
        expect(change.high.value!).toBeGreaterThanOrEqual(change.base.value!);
      }
      const changed = await answered(
        columns.map((one) => later(one, before, 'alter')),
        before,
      );
      expect(changed.liquidity).toEqual(known.liquidity);
    },
  );

  it('says unproven in three languages', async () => {
    const answer = await answered(steady(200));
    for (const [language, words] of [
      ['en', 'Unproven.'],
      ['zh-Hans', '未经证明'],
      ['zh-Hant', '未經證明'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
      expect(told!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'chart', 'table']);
    }
  });
});

describeWithPack('the projection on the real pack', () => {
  it('agrees with pandas, and was no better than no change', async () => {
    const view = await (await openPack()).asOf(AFTER_RELEASE);
    const answer = await explain(view, { window: '5d', part: 'projection' });
    const { forecasts, scores } = answer.liquidity!.parts.projection!;
    // pandas: WALCL − WDTGAL − RRPONTSYD + TOTBKCR to 28 January 2026; 13-week pace of WALCL and TOTBKCR; outcome less forecast.
    const quarter = forecasts[1]!.change.base;
    expect(quarter.value! / 1e9).toBeCloseTo(322.287, 2);
    expect(quarter.band!.low / 1e9).toBeCloseTo(-49.16, 1);
    expect(quarter.band!.high / 1e9).toBeCloseTo(745.92, 1);
    expect(scores[1]!.error.value! / 1e9).toBeCloseTo(327.6147, 2);
    expect(scores[1]!.errorUnchanged.value! / 1e9).toBeCloseTo(273.5765, 2);
  });
});
