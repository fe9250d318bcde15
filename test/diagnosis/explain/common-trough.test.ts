import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { formatDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { troughsOf } from '../../../src/diagnosis/explain/liquidity/troughs.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, LAST_WEDNESDAY, liquidityOf, weeklyPrice } from './weekly-world.ts';

/** Straight lines between corners [week, value], to the last corner. */
function corners(...points: readonly (readonly [number, number])[]): Float64Array {
  const last = points.at(-1)![0];
  return Float64Array.from({ length: last + 1 }, (_, week) => {
    const to = points.findIndex(([at]) => at >= week);
    const [[t0, x0], [t1, x1]] = [points[Math.max(0, to - 1)]!, points[to]!];
    return t1 === t0 ? x1 : x0 + ((x1 - x0) * (week - t0)) / (t1 - t0);
  });
}

describe('troughs that one could believe in', () => {
  it('are those of the rule, and lows that stood four weeks', () => {
    // Up to week 40, down to 80 (confirmed), up to 140, down to 150, five weeks up, then lower at 160.
    const values = corners([0, 100], [40, 200], [80, 50], [140, 300], [150, 200], [155, 230], [160, 150]);
    expect(troughsOf(values)).toEqual([
      { row: 80, confirmed: true, stood: 80, undercut: undefined },
      // 230 at 155, then 16 a week: below 200 in the second week.
      { row: 150, confirmed: false, stood: 7, undercut: 157 },
    ]);
  });

  it('pass over holes, and are none where nothing ever fell', () => {
    const values = corners([0, 100], [10, 200], [20, 100], [30, 150]);
    expect(troughsOf(values.with(22, Number.NaN))).toEqual([
      { row: 20, confirmed: false, stood: 10, undercut: undefined },
    ]);
    expect(troughsOf(corners([0, 1], [50, 51]))).toEqual([]);
    expect(troughsOf(new Float64Array(0))).toEqual([]);
  });
});

async function answered(columns: readonly ObservationColumns[], instant = AFTER_RELEASE) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'common-trough' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

describe('common trough', () => {
  const columns = [
    ...liquidityOf(corners([0, 5000], [40, 6000], [60, 5600], [72, 5700])),
    weeklyPrice('btc-usd', corners([0, 50_000], [40, 120_000], [60, 80_000], [70, 90_000], [72, 70_000])),
  ];
  const dayBack = (weeks: number) => formatDay(LAST_WEDNESDAY - 7 * weeks);

  it('fails on the day on which a lower close is out', async () => {
    const answer = await answered(columns);
    const part = answer.liquidity!.parts.commonTrough!;
    expect(part.verdict).toBe('failed');
    // 90,000 less 10,000 a week: at 80,000 in week 71, not below; below in week 72, which Bitcoin closes on Thursday at 00:00 UTC.
    expect(part.judged).toMatchObject({ date: dayBack(12), stoodWeeks: 12, failed: '2026-02-12' });
    expect(part.matches[0]).toMatchObject({ id: 'net-liquidity', near: true, gap: { value: 0 } });
    // Its 22 weeks end on 22 April 2026; the balance sheet comes the day after.
    expect(part.matches[0]!.trough!.knowable).toBe('2026-04-23');
    for (const [language, words] of [
      ['en', 'failed on 12 Feb 2026'],
      ['zh-Hans', '已于2026年2月12日失效'],
      ['zh-Hant', '已於2026年2月12日失效'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
    }
  });

  it('stands, unproven, the day before, whatever comes later', async () => {
    const before = parseInstant('2026-02-10T12:00Z');
    const known = await answered(columns, before);
    expect(known.liquidity!.parts.commonTrough).toMatchObject({
      verdict: 'stands',
      judged: { failed: null },
    });
    const changed = await answered(
      columns.map((one) => later(one, before, 'alter')),
      before,
    );
    expect(changed.liquidity).toEqual(known.liquidity);
  });

  it('gives reasons where nothing is known', async () => {
    const part = (await answered([])).liquidity!.parts.commonTrough!;
    expect(part).toMatchObject({ verdict: 'none', judged: null, troughs: [] });
    expect(part.matches[0]!.gap.why).toBe('the price has no trough');
    expect(part.lowest.value.why).toBe('no close after a trough');
  });
});

describeWithPack('the common trough of Bitcoin and liquidity', () => {
  const at = async (instant: string) => {
    const view = await (await openPack()).asOf(parseInstant(instant));
    const answer = await explain(view, { window: '5d', part: 'common-trough' });
    return answer.liquidity!.parts.commonTrough!;
  };

  it('stood on 28 January 2026 and failed on 5 February', async () => {
    const before = await at('2026-01-28T00:00Z');
    // Binance BTCUSDT, close of Wednesday 17 December 2025; WALCL lowest on 3 December, net liquidity on 29 October (5,583.7 bn).
    expect(before.verdict).toBe('stands');
    expect(before.judged).toMatchObject({
      date: '2025-12-17',
      value: { value: 86_243.22 },
      knowable: '2026-05-21',
    });
    expect(before.matches.map(({ trough, gap }) => [trough!.date, gap.value])).toEqual([
      ['2025-10-29', 49],
      ['2025-12-03', 14],
    ]);
    const after = await at('2026-02-06T01:00Z');
    expect(after.verdict).toBe('failed');
    expect(after.judged!.failed).toBe('2026-02-05');
    expect(after.lowest).toMatchObject({ date: '2026-02-05', value: { value: 62_909.86 } });
  });
});
