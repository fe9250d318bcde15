import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { latestRecord } from '../../../src/diagnosis/explain/liquidity/liquidity-changes.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, viewOf } from '../scan/synthetic.ts';

const WEDNESDAY = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');

/** Values on Wednesdays, the last one on 11 February 2026. */
function weekly(id: string, values: readonly number[]): ObservationColumns {
  const first = WEDNESDAY - 7 * (values.length - 1);
  return columnsOf(
    id,
    values.map((value, week) => ({ date: first + 7 * week, value })),
  );
}

async function part(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'net-liquidity' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.liquidity!.parts.netLiquidity!;
}

/** Assets grow by 3, the account by 1, reverse repo falls by 1 each week: net liquidity grows by 3 a week. */
function steady(weeks: number) {
  const weeksOf = (of: (week: number) => number) => Array.from({ length: weeks }, (_, week) => of(week));
  return [
    weekly(
      'fed-assets',
      weeksOf((week) => 6000 + 3 * week),
    ),
    weekly(
      'tga',
      weeksOf((week) => 500 + week),
    ),
    weekly(
      'fed-rrp',
      weeksOf((week) => 400 - week),
    ),
  ];
}

it('splits a change over its parts, which sum to it', async () => {
  const { date, level, changes, percentile, record } = await part(steady(200));
  expect(date).toBe('2026-02-11');
  // 6000 + 3·199 − (500 + 199) − (400 − 199)
  expect(level.value).toBe(5697);
  const quarter = changes.find(({ weeks }) => weeks === 13)!;
  expect(quarter.total.value).toBe(39);
  expect(quarter.contributions.map(({ value }) => value.value)).toEqual([39, -13, 13]);
  expect(quarter.impulse.value).toBe(0);
  expect(percentile.value).toBe(1);
  expect(record).toEqual({ kind: 'high', since: '2026-02-04', from: '2022-07-20' });
});

it('takes the operation of the day before where Wednesday is a holiday, and leaves a Wednesday without one out', async () => {
  const columns = steady(30).slice(0, 2);
  const eve = columnsOf(
    'fed-rrp',
    [
      { date: WEDNESDAY - 1, value: 7 },
      { date: WEDNESDAY - 12, value: 9 },
    ].reverse(),
  );
  const { level, previous, history } = await part([...columns, eve]);
  expect(level.value).toBe(6000 + 87 - 529 - 7);
  expect(level.of.inputs).toContainEqual({ symbol: 'R_t', series: 'fed-rrp', date: '2026-02-10' });
  expect(previous).toMatchObject({ value: null, why: 'only one Wednesday is known' });
  expect(history.dates).toEqual(['2026-02-11']);
});

it('says when the balance sheet could be read, and when the next is due', async () => {
  const { published } = await part(steady(30));
  // The H.4.1 of Wednesday 11 February 2026 came on Thursday 12 at 16:30 in New York; the next one on Thursday 19.
  expect(published!.next).toBe('2026-02-19T21:30Z');
  expect((await part([])).published).toBeNull();
});

it('gives reasons in place of values where nothing is known', async () => {
  const { date, level, changes, percentile, record, daily, history } = await part([]);
  expect(date).toBeNull();
  expect(level.why).toMatch(/no Wednesday in common/);
  expect(changes.every(({ total, impulse }) => total.value === null && impulse.value === null)).toBe(true);
  expect(percentile.value).toBeNull();
  expect([record, daily.date, daily.parts]).toEqual([null, null, []]);
  expect(history.net).toEqual([]);
});

it('names the last day as extreme as the latest, or none', () => {
  const days = Int32Array.of(1, 2, 3);
  expect(latestRecord(days, Float64Array.of(-5, -1, -3))).toEqual({ kind: 'low', since: 1 });
  expect(latestRecord(days, Float64Array.of(4, 1, 5))).toEqual({ kind: 'high', since: null });
  expect(latestRecord(days.subarray(0, 0), new Float64Array(0))).toBeUndefined();
});

const amounts = fc.array(fc.integer({ min: 0, max: 9_000_000 }), { minLength: 60, maxLength: 60 });

it.prop([amounts, amounts, amounts], { numRuns: 15 })(
  'sums exactly whatever the parts are, and nothing known later changes it',
  async (assets, treasury, repo) => {
    const columns = [weekly('fed-assets', assets), weekly('tga', treasury), weekly('fed-rrp', repo)];
    const answer = await part(columns);
    for (const { total, contributions } of answer.changes) {
      const [a, t, r] = contributions.map(({ value }) => value.value!);
      expect(a! + t! + r!).toBe(total.value);
    }
    const before = parseInstant('2026-01-01T00:00Z');
    const known = await part(columns, before);
    const changed = await part(
      columns.map((one) => later(one, before, 'alter')),
      before,
    );
    expect(JSON.stringify(changed)).toBe(JSON.stringify(known));
  },
);

describeWithPack('net liquidity of the real balance sheets', () => {
  const at = async (instant: string) => {
    const store = await openPack();
    const answer = await explain(await store.asOf(parseInstant(instant)), {
      window: '5d',
      part: 'net-liquidity',
    });
    return answer.liquidity!.parts.netLiquidity!;
  };

  // H.4.1 and New York Fed operations: WALCL − WDTGAL − 1000·RRPONTSYD of the CSV files with pandas, in millions of US dollars.
  it.each([
    ['2025-10-11T01:00Z', '2025-10-08', 5_791_530, -332_061],
    ['2025-11-25T01:00Z', '2025-11-19', 5_653_322, -404_031],
    ['2026-01-03T01:00Z', '2025-12-31', 5_661_772, -95_790],
    ['2026-02-13T01:00Z', '2026-02-11', 5_710_801, 79_370],
  ])('stands as published at %s', async (instant, day, level, quarter) => {
    const { date, level: found, changes } = await at(instant);
    expect(date).toBe(day);
    expect(found.value! / 1e6).toBeCloseTo(level, 0);
    expect(changes[2]!.total.value! / 1e6).toBeCloseTo(quarter, 0);
  });

  it('does not see the balance sheet of Wednesday at noon on Thursday', async () => {
    expect((await at('2026-02-12T17:00Z')).date).toBe('2026-02-04');
    expect((await at('2026-02-12T21:30Z')).date).toBe('2026-02-11');
  });
});

describe('the daily sum', () => {
  it('carries the last balance sheet and says so', async () => {
    const daily = columnsOf('tga-daily', [{ date: WEDNESDAY - 1, value: 600 }]);
    const repo = columnsOf('fed-rrp', [{ date: WEDNESDAY - 1, value: 5 }]);
    const found = await part([steady(5)[0]!, daily, repo]);
    // Assets of 4 February: 6000 + 3·3.
    expect(found.daily.level).toMatchObject({ value: 6009 - 600 - 5, flags: ['extrapolated'] });
    expect(found.daily.parts[0]).toMatchObject({ series: 'fed-assets', date: '2026-02-04', ageDays: 6 });
  });
});
