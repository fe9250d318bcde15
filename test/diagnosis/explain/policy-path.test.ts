import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRow, TableRows } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { entryOf } from '../../../src/data/series/index.ts';
import { memoryView } from '../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'drivers', part: 'policy-path' } as const;

type Cells = TableRow['cells'];

function tableOf(table: string, rows: readonly (readonly [day: string, cells: Cells])[]): TableRows {
  return {
    table,
    source: 'test:a',
    rows: rows.map(([day, cells]) => {
      const time = endOfDay(parseDay(day));
      return { date: parseDay(day), time, knownAt: time, cells };
    }),
  };
}

/** Prices of February to July: 3.64 % until a cut of a quarter at the meeting of the day, which is in force from the day after. */
function futures(day: string, cutIn: 'june' | 'july'): (readonly [string, Cells])[] {
  const [high, low] = [3.64, 3.39];
  const rates = {
    '2026-02': high,
    '2026-03': high,
    '2026-04': high,
    '2026-05': high,
    '2026-06': cutIn === 'june' ? (17 * high + 13 * low) / 30 : high,
    '2026-07': cutIn === 'june' ? low : (29 * high + 2 * low) / 31,
    '2026-08': low,
  };
  return Object.entries(rates).map(([month, rate]) => [day, { month, price: 100 - rate }]);
}

async function pathOf(columns: readonly ObservationColumns[], tables: readonly TableRows[] = []) {
  const view = memoryView([...columns], INSTANT, { entry: entryOf, tables });
  const answer = await explain(view, OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.policyPath! };
}

function expected(rates: readonly (readonly [string, number])[]) {
  const row = ([day, value]: readonly [string, number]) => ({ date: parseDay(day), value });
  return [
    columnsOf('fed-expected-rate', rates.map(row)),
    columnsOf('fed-target-upper', [row(['2026-01-02', 0.0375])]),
  ];
}

describe('the path of the next cut', () => {
  it('reads the odds of the next meeting from the rate expected after it, and their change', async () => {
    const { part } = await pathOf(
      expected([
        ['2026-02-11', 0.0375 - 0.0025 * 0.1],
        ['2026-02-12', 0.0375 - 0.0025 * 0.3],
      ]),
    );
    expect(part.next).toMatchObject({ date: '2026-02-12', meeting: '2026-03-18' });
    expect(part.next.cut.value).toBeCloseTo(0.3, 10);
    expect(part.next.dayChange.value).toBeCloseTo(0.2, 10);
    expect(part.next.windowChange.value).toBeNull();
  });

  it('gives no odds of a cut when a rise is expected, and compares one meeting with itself only', async () => {
    const { part } = await pathOf(
      expected([
        ['2026-01-27', 0.0365],
        ['2026-01-29', 0.038],
      ]),
    );
    expect(part.next.cut.value).toBe(0);
    // The meeting of 28 January lies between.
    expect(part.next.dayChange.why).toBe('no value for the same meeting so many sessions before');
  });

  it('finds the first cut in futures and the day on which it moved', async () => {
    const rows = [
      ...futures('2026-02-10', 'june'),
      ...futures('2026-02-11', 'july'),
      ...futures('2026-02-20', 'june'),
    ];
    const { part } = await pathOf([], [tableOf('fed_funds_futures', rows)]);
    const [path] = part.paths;
    expect(path).toMatchObject({
      source: 'futures',
      date: '2026-02-11',
      firstCut: '2026-07-29',
      monotone: true,
    });
    expect(path!.shifts).toEqual([
      { date: '2026-02-10', firstCut: '2026-06-17' },
      { date: '2026-02-11', firstCut: '2026-07-29' },
    ]);
    // A whole cut moved from the meeting of 17 June to that of 29 July.
    expect(path!.meetings[2]!.change.value).toBeCloseTo(-1, 9);
    expect(path!.meetings[3]!.change.value).toBeCloseTo(1, 9);
    const odds = path!.meetings.map(({ byThen }) => byThen.value!);
    expect(odds[0]).toBeCloseTo(0, 9);
    expect(odds[3]).toBeCloseTo(1, 9);
  });

  it('takes the last quotes of prediction markets as shares of their sum, meetings apart from one another', async () => {
    const quote = (end: string, down: number, none: number): (readonly [string, Cells])[] => [
      ['2026-02-12', { event: 'fed-decision-x', end_date: end, outcome: '25 bps decrease', yes_price: down }],
      ['2026-02-12', { event: 'fed-decision-x', end_date: end, outcome: 'No change', yes_price: none }],
    ];
    const rows = [
      ...quote('2026-03-18', 0.1, 0.9),
      ...quote('2026-04-29', 0.5, 0.3),
      ...quote('2025-12-10', 1, 0),
    ];
    const { part } = await pathOf([], [tableOf('polymarket_fed', rows)]);
    const [path] = part.paths;
    expect(path!.meetings.map(({ cut }) => cut.value)).toEqual([0.1, 0.625]);
    // 1 − 0.9 · 0.375.
    expect(path!.meetings[1]!.byThen.value).toBeCloseTo(0.6625, 12);
    expect(path!.firstCut).toBe('2026-04-29');
    expect(path!.meetings[0]!.change.why).toBe('no earlier quotes of the meeting');
  });

  it('passes over rows that are no quote', async () => {
    const rows = [
      ['2026-02-12', { month: 'March', price: 96 }],
      ['2026-02-12', { month: '2026-03', price: 'n/a' }],
      ['2026-02-12', { month: '2026-03', price: -1 }],
      ['2026-02-12', { month: '2026-03', price: 96.4 }],
      ['2026-02-12', { month: '2026-03', price: 96.4 }],
    ] as const;
    const { part } = await pathOf([], [tableOf('fed_funds_futures', rows)]);
    for (const { meetings } of part.paths) expect(meetings.length).toBeLessThan(2);
  });

  it('is told in three languages, every reason too', async () => {
    const tables = [
      tableOf('fed_funds_futures', [...futures('2026-02-10', 'june'), ...futures('2026-02-11', 'july')]),
    ];
    const rates = expected([['2026-02-12', 0.0373]]);
    for (const [columns, of] of [
      [[], []],
      [rates, []],
      [rates, tables],
    ] as const) {
      const { answer, part } = await pathOf(columns, of);
      for (const language of LANGUAGES) {
        const stories = storiesOf(
          explainDesk(answer, language, () => 1),
          'drivers',
        );
        const { headline, blocks } = stories.find(({ part: told }) => told.id === 'policy-path')!;
        const text = [...headline, ...blocks.flatMap(textsOf)].map(plainText).join('\n');
        expect(text).not.toMatch(/undefined|NaN|null|\[object/);
        expect(headline.length > 0).toBe(columns.length > 0);
      }
      for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]*)"/g)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(list.some(([reason]) => reason.test(why!))).toBe(true);
        }
      }
    }
  });
});

describeWithPack('the path of the next cut on the real pack', () => {
  it('has odds of two sources that lie near each other', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).drivers!.parts.policyPath!;
    // (3.75 − 3.7291)/0.25, the expected rate of 12 February 2026 against the upper bound of 3.75 %.
    expect(part.next.cut.value).toBeCloseTo(0.0836, 9);
    const market = part.paths.find(({ source }) => source === 'prediction-market')!;
    expect(market).toMatchObject({ date: '2026-02-12', firstCut: '2026-06-17', monotone: true });
    expect(market.meetings[0]!.cut.value! - part.next.cut.value!).toBeLessThan(0.02);
  });
});
