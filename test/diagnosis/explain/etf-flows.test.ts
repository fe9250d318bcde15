import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../../src/data/calendar.ts';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { formatDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { largestSince, reversalsIn, streakOf } from '../../../src/diagnosis/explain/flows/etf/flow-state.ts';
import { herfindahl, sharesOf } from '../../../src/diagnosis/explain/flows/etf/holdings.ts';
import {
  againstRecord,
  monthOf,
  periodsOf,
  projected,
  weekOf,
} from '../../../src/diagnosis/explain/flows/etf/periods.ts';
import { yearBefore } from '../../../src/diagnosis/explain/flows/etf/year-to-date.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const of = (...values: number[]) => Float64Array.from(values);
const days = (...texts: string[]) => Int32Array.from(texts, parseDay);
const OPTIONS = { window: '5d', section: 'flows', part: 'etf-flows' } as const;
const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-11');

/** Flows in millions by ticker on the last sessions, with their total, and a price that stays at 50,000. */
function market(funds: Readonly<Record<string, readonly number[]>>): ObservationColumns[] {
  const length = Math.max(...Object.values(funds).map((flow) => flow.length));
  const total = Array.from({ length }, (_, t) =>
    Object.values(funds).reduce((sum, flow) => sum + (flow[t] ?? 0), 0),
  );
  const all = { ...funds, total };
  const series = Object.entries(all).map(([ticker, flow]) => {
    const id = `btc-etf-flow-${ticker.toLowerCase()}`;
    return columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        flow.map((mn) => mn * 1e6),
      ),
    );
  });
  const prices = rowsUpTo('btc-usd', TO, new Array(2 * length + 10).fill(50_000));
  return [...series, columnsOf('btc-usd', prices)];
}

async function told(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.flows!.parts.etfFlows!;
}

describe('the line over the bars', () => {
  it('is the mean of the five sessions to each of them, and none before', async () => {
    const { series } = await told(market({ ibit: [5, 10, 15, 20, 50, -100] }));
    // (5 + 10 + 15 + 20 + 50) / 5 and (10 + 15 + 20 + 50 − 100) / 5, by hand.
    expect(series.mean).toEqual([null, null, null, null, 20e6, -1e6]);
  });
});

describe('runs, reversals and ranks of flows', () => {
  it('counts the run of one side up to the last', () => {
    expect(streakOf(of(5, -1, -2, -3))).toEqual({ sessions: 3, from: 1, sum: -6 });
    expect(streakOf(of(5, 0)).sessions).toBe(0);
    expect(streakOf(of()).sessions).toBe(0);
    expect(reversalsIn(of(1, -1, -1, 2, 0, -1), 0, 5)).toBe(2);
  });

  it('finds the last flow as large of the same side', () => {
    expect(largestSince(of(-9, 20, -3, -5), 3)).toBe(0);
    expect(largestSince(of(-1, 20, -3, -5), 3)).toBe(-1);
    expect(largestSince(of(1, 0), 1)).toBe(1);
  });

  it('sums by month and by week, and ranks the last on its own side', () => {
    const dates = days('2026-01-30', '2026-02-02', '2026-02-03', '2026-03-02');
    const months = periodsOf(dates, of(-5, 1, Number.NaN, -3), monthOf);
    expect(months.map(({ flow, sessions }) => [flow, sessions])).toEqual([
      [-5, 1],
      [1, 1],
      [-3, 1],
    ]);
    expect(againstRecord(months)).toEqual({ record: months[0], rank: 2 });
    // 2026-02-02 and 02-03 are Monday and Tuesday of one week
    expect(periodsOf(dates, of(1, 1, 1, 1), weekOf).map(({ sessions }) => sessions)).toEqual([1, 2, 1]);
    // 15 sessions of −3,536.9 and 4 to come: −3,536.9 × 19/15
    expect(projected({ start: 0, flow: -3536.9, sessions: 15 }, 4)).toBeCloseTo(-4480.0733, 4);
  });

  it('takes the same day of the year before, and 28 February for the 29th', () => {
    expect(formatDay(yearBefore(parseDay('2026-02-11')))).toBe('2025-02-11');
    expect(formatDay(yearBefore(parseDay('2024-02-29')))).toBe('2023-02-28');
  });

  it('measures concentration from 1/n to 1', () => {
    expect(herfindahl(sharesOf([1, 1, 1, 1]))).toBeCloseTo(0.25, 15);
    expect(herfindahl(sharesOf([7]))).toBe(1);
    expect(herfindahl([Number.NaN])).toBeNaN();
  });
});

describe('the part', () => {
  it('makes the total of its funds, and the sum of its mean', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })), {
          minLength: 8,
          maxLength: 40,
        }),
        async (rows) => {
          const flow = (k: 0 | 1) => rows.map((row) => row[k] / 10 + 0.05);
          const part = await told(market({ IBIT: flow(0), FBTC: flow(1) }));
          const { funds, unattributed } = part.shares;
          const sum = funds.reduce((total, fund) => total + fund.flow.value!, 0) + unattributed.value!;
          expect(Math.abs(sum - part.month.toDate.value!)).toBeLessThan(1e-3);
          expect(part.window.adds).toBe(true);
          expect(part.days.every(({ date }) => calendar('new-york').isSession(parseDay(date)))).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('estimates what a fund holds from its flows, and sets flow against weight', async () => {
    // 2,000 m and 1,000 m taken in at 50,000: 40,000 and 20,000 coins; then 100 m leave, 90 of them from the smaller fund.
    const part = await told(market({ IBIT: [2000, 0, 0, 0, 0, -10], FBTC: [1000, 0, 0, 0, 0, -90] }));
    const [ibit, fbtc] = part.shares.funds;
    expect(ibit!.assets).toMatchObject({ value: 1990e6, flags: ['proxy'] });
    expect(ibit!.assetShare.value).toBeCloseTo(1990 / 2900, 12);
    expect(fbtc!.ticker).toBe('FBTC');
  });

  it('says who bleeds more than its weight, and takes stated assets where there are some', async () => {
    const flows = market({ IBIT: [...new Array(25).fill(100), -10], FBTC: [...new Array(25).fill(50), -90] });
    const stated = columnsOf('etf-assets-ibit', rowsUpTo('etf-assets-ibit', TO, [7e10]));
    const part = await told([...flows.map((one) => cut(one, '2026-02-11')), stated]);
    expect(part.shares.funds[0]).toMatchObject({ ticker: 'IBIT', bleeds: false });
    expect(part.shares.funds[0]!.assets).toMatchObject({ value: 7e10, flags: [] });
    expect(part.shares.funds[1]).toMatchObject({ ticker: 'FBTC', bleeds: true });
  });

  it('does not measure a session on which nobody reported, and does not call it a flow of 0', async () => {
    const flow = [100, 120, 0, 130, -50, 60, 70];
    const part = await told(market({ IBIT: flow, FBTC: flow.map((one) => one / 2) }));
    expect(part.unreported).toEqual(['2026-02-05']);
    expect(part.days.map(({ date }) => date)).not.toContain('2026-02-05');
    // the table has the last session, with nothing in it: that is not awaited
    const last = await told(market({ IBIT: [...flow, 0] }));
    expect([last.date, last.unreported, last.awaited]).toEqual([
      '2026-02-10',
      ['2026-02-04', '2026-02-11'],
      ['2026-02-12'],
    ]);
    // funds that cancel out are a flow of 0
    const even = await told(market({ IBIT: [1, 2, 3, 4, 5, 6], FBTC: [1, 2, 3, 4, 5, -6] }));
    expect(even.days.at(-1)).toMatchObject({ date: '2026-02-11', flow: { value: 0 } });
    expect(even.streak.side).toBe('none');
  });

  it('waits for the table to be complete', async () => {
    const columns = market({ IBIT: [1, 2, 3, 4, 5, 6, 7, 8] });
    const early = await told(columns, parseInstant('2026-02-12T04:59Z'));
    const complete = await told(columns, parseInstant('2026-02-12T05:00Z'));
    expect([early.date, early.awaited]).toEqual(['2026-02-10', ['2026-02-11']]);
    expect([complete.date, complete.awaited]).toEqual(['2026-02-11', []]);
  });

  it('uses nothing that becomes known later', async () => {
    const columns = market({ IBIT: Array.from({ length: 60 }, (_, t) => Math.sin(t) * 300) });
    const instant = parseInstant('2026-01-20T12:00Z');
    const before = JSON.stringify(await told(columns, instant));
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      const changed = columns.map((one) => later(one, instant, how));
      expect(JSON.stringify(await told(changed, instant))).toBe(before);
    }
  });

  it('gives reasons in place of numbers for an empty store and for one row', async () => {
    expect(await told([])).toMatchObject({
      date: null,
      days: [],
      streak: { side: 'none', sessions: { value: null, why: 'no fund flow is known' } },
      year: { thisYear: { coins: { value: null } } },
    });
    const one = await told(market({ IBIT: [5] }));
    expect(one.days).toHaveLength(1);
    expect(one.persistence.value).toBeNull();
    expect(one.month.record).toBeNull();
  });
});

/** The columns from a month’s second session on keep only the last date of the month: so the month to date is one session. */
function cut(columns: ObservationColumns, last: string): ObservationColumns {
  const keep = [...columns.dates.keys()].filter(
    (row) => columns.dates[row]! < parseDay('2026-02-01') || columns.dates[row]! === parseDay(last),
  );
  const pick = <T extends { [row: number]: number }>(from: T) => keep.map((row) => from[row]!);
  return {
    ...columns,
    dates: Int32Array.from(pick(columns.dates)),
    times: Float64Array.from(pick(columns.times)),
    values: Float64Array.from(pick(columns.values)),
    knownAt: Float64Array.from(pick(columns.knownAt)),
    flags: Uint16Array.from(pick(columns.flags)),
    rules: Uint8Array.from(pick(columns.rules)),
  };
}

describeWithPack('the real pack', () => {
  it('has November 2025 within a hair of its record, as Bloomberg had it', async () => {
    const view = await (await openPack()).asOf(parseInstant('2025-11-25T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.etfFlows!;
    // Bloomberg, 24 November 2025: 3.5 bn out so far against 3.6 bn in February, 2.2 bn from IBIT, which has about 60 % of the assets.
    expect(part.month.toDate.value).toBeCloseTo(-3536.9e6, 0);
    expect(part.month.record).toMatchObject({ start: '2025-02-01' });
    expect(part.month.record!.flow.value).toBeCloseTo(-3560.4e6, 0);
    expect(part.month).toMatchObject({ beyond: false, projectedBeyond: true, left: 4 });
    const [ibit] = part.shares.funds;
    expect(ibit!.flow.value).toBeCloseTo(-2199.1e6, 0);
    expect(ibit!.assetShare.value).toBeCloseTo(0.6, 1);
    expect(ibit!.bleeds).toBe(true);
  });

  it('agrees with pandas in February 2026', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.etfFlows!;
    // pandas on btc_etf_flows.csv and btcusdt_binance_1d.csv up to 2026-02-11
    expect(part.days.map(({ flow }) => Math.round(flow.value! / 1e5) / 10)).toEqual([
      -434.1, 371.1, 144.9, 166.5, -276.3,
    ]);
    expect(part.days.map(({ weekday }) => weekday)).toEqual([4, 5, 1, 2, 3]);
    expect(part.window.sum.value).toBeCloseTo(-27.9e6, 0);
    expect(part.window.change.value).toBeCloseTo(-0.08314413982592694, 12);
    expect(part.reversals.last20.value).toBe(7);
    expect(part.reversals.rate.value).toBeCloseTo(0.289272030651341, 12);
    expect(part.persistence.value).toBeCloseTo(0.5382382655253558, 10);
    expect(part.volatility.value! / 1e6).toBeCloseTo(421.79098624668035, 6);
    expect(part.volatilityPercentile.value).toBeCloseTo(0.8293650793650794, 12);
    expect(part.year.thisYear.coins.value).toBeCloseTo(-25164.21645699897, 6);
    expect(part.year.lastYear.coins.value).toBeCloseTo(49910.45756869666, 6);
    expect(part.awaited).toEqual(['2026-02-12']);
  });
});
