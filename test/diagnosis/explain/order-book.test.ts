import { expect, it } from 'vitest';
import type { TableRow } from '../../../src/data/observation.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { dayOf, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

const OPTIONS = { window: '5d', section: 'flows', part: 'order-book' } as const;
const START = parseInstant('2025-03-03T06:00Z');
const MINUTE = 60_000;

function row(time: number, percent: number, usd: number | string | null): TableRow {
  return { date: dayOf(time), time, knownAt: time, cells: { percent, notional_usdt: usd } };
}

/** Bids of 100 m for 4 hours, then 10 m and back to 100 m at a half-life of 30 minutes; asks of 80 m; a reading a minute. */
function crash(bidsAt: (minute: number) => number = bids): TableRow[] {
  return Array.from({ length: 480 }, (_, minute) => {
    const time = START + minute * MINUTE;
    return [row(time, -0.05, bidsAt(minute)), row(time, 0.05, 80e6 + minute)];
  }).flat();
}

function bids(minute: number): number {
  return minute < 240 ? 100e6 + (minute % 2) : 100e6 - 90e6 * 2 ** (-(minute - 240) / 30);
}

async function told(rows: readonly TableRow[], instant: string, table = 'order_book_depth') {
  const tables = [{ table, source: 'test:a', rows }];
  const view = memoryView([], parseInstant(instant), { entry: entryOf, tables });
  const answer = await explain(view, OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { ...answer.flows!.parts.orderBook!, needs: answer.flows!.needs };
}

it('finds the lowest bids, what they were before, and the half-life of the way back', async () => {
  const part = await told(crash(), '2025-03-03T14:00Z');
  expect(part.lowest).toBe('2025-03-03T10:00Z');
  // closed form: 10 m of 100 m; 30 minutes
  expect(part.ratio.value).toBeCloseTo(0.1, 6);
  expect(part.halfLife.value! * 24 * 60).toBeCloseTo(30, 4);
  expect(part.regained.value).toBeCloseTo(1 - 0.9 * 2 ** (-239 / 30), 6);
  const mark = part.marks.find(({ time }) => time === '2025-03-03T10:00Z')!;
  expect(mark.imbalance.value).toBeCloseTo((10e6 - 80e6 - 240) / (90e6 + 240), 9);
});

it('takes a value that the feed repeats for missing, here and wherever it stands again', async () => {
  const frozen = (minute: number) => (minute >= 240 && minute < 250 ? 2e6 : bids(minute));
  const part = await told(crash(frozen), '2025-03-03T14:00Z');
  expect(part.frozen).toEqual([2e6]);
  expect(part.lowest).toBe('2025-03-03T10:10Z');
  expect(part.marks.find(({ time }) => time === '2025-03-03T10:03Z')!.bids).toMatchObject({
    value: null,
    why: 'the feed stood still: a repeated value is no depth',
  });
});

it('knows nothing of later snapshots, and keeps no order of rows', async () => {
  const rows = crash();
  const cut = parseInstant('2025-03-03T09:00Z');
  const early = await told(rows, '2025-03-03T09:00Z');
  expect(
    await told(
      rows.filter(({ time }) => time <= cut),
      '2025-03-03T09:00Z',
    ),
  ).toEqual(early);
  expect(await told([...rows].reverse(), '2025-03-03T09:00Z')).toEqual(early);
});

it('gives reasons for an empty view, one row, and rows that are no depth', async () => {
  const none = await told([], '2025-03-03T14:00Z');
  expect(none).toMatchObject({ table: null, bands: [], marks: [] });
  expect(none.ratio.why).toBe('no order-book depth is known');
  expect(none.needs.map(({ series }) => series)).toEqual(['btc-bid-depth', 'btc-ask-depth']);
  const one = await told([row(START, -0.05, 5e6)], '2025-03-03T14:00Z');
  expect(one.bands.at(-1)!.bids.low.value).toBe(5e6);
  expect(one.ratio.value).toBeNull();
  const wrong = await told(
    [row(START, -0.05, 'x'), row(START, -0.05, -1), row(START, -0.2, 4), row(START, 0.05, null)],
    '2025-03-03T14:00Z',
  );
  expect(wrong.ratio.value).toBeNull();
});

describeWithPack('the tenth of October 2025', () => {
  it('shows the bids melt, the feed stand still, and how far they came back', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-10-11T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.orderBook!;
    const at = (time: string) => part.marks.find((mark) => mark.time === `2025-10-10T${time}Z`)!.bids.value;
    // rows of the depth file at 20:30:06, 21:00:07, 21:21:04 and 21:24:02, −5 %
    expect(at('20:30')).toBeCloseTo(577421623.1219, 3);
    expect(at('21:00')).toBeCloseTo(210924632.3724, 3);
    expect(at('21:21')).toBeCloseTo(23605278.4921, 3);
    expect(at('21:24')).toBeCloseTo(4504057.1627, 3);
    expect(at('21:27')).toBeNull();
    expect(at('21:30')).toBeNull();
    // the depth within 1 % of mid stood at 2,142,311.3113 from 15:30:42 on, another value than the manifest names
    expect(part.frozen).toEqual([2142311.3113]);
    expect(part.lowest).toBe('2025-10-10T21:33:31Z');
    // pandas: 4.0228 m over the median 580.82 m of 18:33:31 to 20:33:31; the last reading 146.97 m
    expect(part.ratio.value).toBeCloseTo(0.006926, 6);
    expect(part.regained.value).toBeCloseTo(0.25304, 5);
    // scipy.optimize.curve_fit on the same readings: 0.265922425 days
    expect(part.halfLife.value).toBeCloseTo(0.265922, 5);
    expect(part.halfLife.flags).toContain('extrapolated');
  });

  it('says later that the depth is old', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.orderBook!;
    expect(part.age.flags).toContain('stale');
    expect(part.date).toBe('2025-10-10');
  });
});
