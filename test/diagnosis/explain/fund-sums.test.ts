import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, type Row, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const GOLD = { window: '5d', section: 'flows', part: 'gold-flows' } as const;
const EQUITY = { window: '5d', section: 'flows', part: 'equity-flows' } as const;
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

const rows = (...pairs: readonly (readonly [day: string, value: number])[]): Row[] =>
  pairs.map(([day, value]) => ({ date: parseDay(day), value }));

describe('flows of gold funds', () => {
  it('sums what is reported, and says how much that is', async () => {
    const columns = [
      columnsOf('etf-flow-gld', rows(['2026-01-05', 10], ['2026-02-10', -3], ['2026-02-11', -4])),
      columnsOf('etf-flow-iau', rows(['2026-02-11', 1])),
    ];
    const answer = await explain(viewOf(columns, INSTANT), GOLD);
    const { latest, month } = answer.flows!.parts.goldFlows!;
    expect(month).toMatchObject({ start: '2026-02-01', first: '2026-01-05', flow: { value: -6 } });
    // February to the 11th has 8 sessions, times three funds
    expect(calendar('new-york').sessions(parseDay('2026-02-01'), TO)).toHaveLength(8);
    expect(month.coverage.value).toBeCloseTo(3 / 24, 12);
    expect(month.flow.flags).toEqual(['proxy', 'under-reported']);
    expect(latest.map(({ ticker, date }) => [ticker, date])).toEqual([
      ['GLD', '2026-02-11'],
      ['IAU', '2026-02-11'],
      ['GLDM', null],
    ]);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('reads the shares of GLD when they are there, and lights the lamp by its rule', async () => {
    // Shares grow from 100 to 111 over the last 60 sessions at a constant gold price: + 11 % is above the line of 10 %.
    const shares = Array.from({ length: 300 }, (_, t) => 100 + Math.max(0, t - 239) * (11 / 60));
    const columns = [
      columnsOf('gld-shares', rowsUpTo('gld-shares', TO, shares)),
      columnsOf('gold-front', rowsUpTo('gold-front', TO, new Array(300).fill(2000))),
    ];
    const { ratio } = (await explain(viewOf(columns, INSTANT), GOLD)).flows!.parts.goldFlows!;
    expect(ratio.value.value).toBeCloseTo(111 / 2000, 12);
    expect(ratio.percentile.value).toBe(1);
    expect(ratio.change.value).toBeGreaterThan(0.1);
    expect(ratio.mania).toBe(true);
    const half = columns.map((one) => later(one, parseInstant('2025-06-01T00:00Z'), 'remove'));
    const before = (await explain(viewOf(half, INSTANT), GOLD)).flows!.parts.goldFlows!.ratio;
    expect(before.percentile).toMatchObject({ value: null, why: /^fewer than 250 days/ });
  });

  it('reads the world’s flow of the month when it is there', async () => {
    // World Gold Council: 18.7 bn in January 2026; the months before it here are made up.
    const flows = rows(
      ['2025-10-31', 8.2e9],
      ['2025-11-30', 5e9],
      ['2025-12-31', 10e9],
      ['2026-01-31', 18.7e9],
    );
    const columns = [columnsOf('gold-etf-flow-world', flows)];
    const { world } = (await explain(viewOf(columns, INSTANT), GOLD)).flows!.parts.goldFlows!;
    expect(world).toMatchObject({
      month: '2026-01-01',
      flow: { value: 18.7e9 },
      rank: { value: 1 },
      since: null,
    });
    const early = await explain(viewOf(columns, parseInstant('2026-01-20T00:00Z')), GOLD);
    expect(early.flows!.parts.goldFlows!.world.month).toBe('2025-12-01');
  });

  it('says what it would need', async () => {
    const { parts, needs } = (await explain(viewOf([], INSTANT), GOLD)).flows!;
    expect(parts.goldFlows!.ratio.value).toMatchObject({ value: null, why: /no day in common/ });
    expect(needs.map(({ series }) => series)).toEqual(
      expect.arrayContaining(['gld-shares', 'gold-etf-flow-world', 'etf-flow-gld']),
    );
  });
});

describe('flows of US equity funds', () => {
  it('sums by week and says since when none was as large', async () => {
    const columns = [
      columnsOf(
        'etf-flow-spy',
        rows(
          ['2026-01-14', -9],
          ['2026-01-21', 30],
          ['2026-01-28', -2],
          ['2026-02-09', -4],
          ['2026-02-10', -1],
        ),
      ),
      columnsOf('etf-flow-qqq', rows(['2026-02-11', -2])),
    ];
    const { week } = (await explain(viewOf(columns, INSTANT), EQUITY)).flows!.parts.equityFlows!;
    expect(week).toMatchObject({
      start: '2026-02-09',
      since: '2026-01-12',
      flow: { value: -7 },
      rank: { value: 2 },
    });
    expect(week.bars.values).toEqual([-9, 30, -2, -7]);
  });
});

describeWithPack('the real pack', () => {
  it('has the week of 9 February 2026 as pandas sums it', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const { week } = (await explain(view, EQUITY)).flows!.parts.equityFlows!;
    // pandas: sum of ETF_FLOW_SPY, QQQ and IWM over 2026-02-09 … 2026-02-11
    expect(week.flow.value).toBeCloseTo(-7_477_040_000, 0);
    expect(week).toMatchObject({ start: '2026-02-09', since: '2026-01-19' });
  });
});
