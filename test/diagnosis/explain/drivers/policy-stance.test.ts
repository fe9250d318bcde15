import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRows } from '../../../../src/data/observation.ts';
import { entryOf } from '../../../../src/data/series/index.ts';
import { memoryView } from '../../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { parseAssumptions } from '../../../../src/diagnosis/explain/assumptions.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo } from '../../scan/synthetic.ts';
import { tellsInEveryLanguage } from '../told.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const LAST_WEDNESDAY = parseDay('2026-02-11');

function weekly(id: string, first: number, step: number, weeks = 30): ObservationColumns {
  const rows = Array.from({ length: weeks }, (_, t) => ({
    date: LAST_WEDNESDAY - 7 * (weeks - 1 - t),
    value: first + step * t,
  }));
  return columnsOf(id, rows);
}

/** The 2-year yield 25 bp under the funds rate; assets that shrink by 15 bn a week, so by 65 bn a month. */
function world(): ObservationColumns[] {
  const daily = (id: string, value: number) =>
    columnsOf(id, rowsUpTo(id, LAST_WEDNESDAY, new Array(40).fill(value)));
  return [
    daily('us-2y', 0.034),
    daily('effr', 0.0365),
    weekly('fed-assets', 6.935e12, -15e9),
    weekly('tga', 0.5e12, 0),
    weekly('fed-rrp', 0, 0),
  ];
}

async function stanceOf(
  columns: readonly ObservationColumns[],
  {
    assume,
    tables = [],
    instant = INSTANT,
  }: { assume?: string; tables?: TableRows[]; instant?: number } = {},
) {
  const view = memoryView([...columns], instant, { entry: entryOf, tables });
  const answer = await explain(view, {
    window: '5d',
    part: 'policy-stance',
    ...(assume === undefined ? {} : { section: 'drivers' as const, assume: parseAssumptions(assume) }),
  });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.policyStance! };
}

describe('cuts and run-off on balance', () => {
  it('adds the change of the rate to what the run-off stands for by the published rates of exchange', async () => {
    const { part } = await stanceOf(world());
    expect(part.cuts).toMatchObject({ source: 'two-year', date: '2026-02-11', change: { flags: ['proxy'] } });
    expect(part.cuts.change.value).toBeCloseTo(-0.0025, 12);
    // 13 weeks of 15 bn over three months, 12 months of it at 20 bp a trillion; 29 and 74 bp for 2.2 trillion.
    expect(part.now.pace.value).toBe(-65e9);
    expect(1e4 * part.now.equivalent.value!).toBeCloseTo(0.78 * 20, 9);
    expect(1e4 * part.now.equivalent.band!.low).toBeCloseTo((0.78 * 29) / 2.2, 9);
    expect(1e4 * part.now.equivalent.band!.high).toBeCloseTo((0.78 * 74) / 2.2, 9);
    expect(part.now.net.value).toBe(part.cuts.change.value! + part.now.equivalent.value!);
    // Assets of 6.5, an account of 0.5 trillion.
    expect(part.now.liquidity.value).toBeCloseTo(-0.78 / 6, 12);
    expect(part.offset.value).toBeCloseTo(1.25e12, 0);
    expect(part.offset.band!.low).toBeCloseTo((25 / 74) * 2.2e12, 0);
    expect(part.caps.map(({ pace }) => pace.value)).toEqual([0, -40e9, -60e9, -95e9]);
    expect(part.caps[0]!.net.value).toBe(part.cuts.change.value);
  });

  it('takes what the reader supposes instead, on both sides', async () => {
    const { answer, part } = await stanceOf(world(), { assume: 'cuts=50,fed=40' });
    expect(part.cuts).toMatchObject({ source: 'assumed', date: null });
    expect(part.cuts.change.value).toBeCloseTo(-0.005, 12);
    expect(part.pace).toEqual({ source: 'assumed', date: null });
    // Growth by 40 bn a month stands for a cut of 0.48 · 20 bp.
    expect(1e4 * part.now.equivalent.value!).toBeCloseTo(-9.6, 9);
    expect(part.now.equivalent.band!.low).toBeLessThan(part.now.equivalent.band!.high);
    expect(part.now.net.id).toContain(';assume=fed:40,cuts:50');
    tellsInEveryLanguage(answer, 'drivers', 'policy-stance', part);
  });

  it('prefers the path of futures, when they are given', async () => {
    const time = endOfDay(parseDay('2026-02-11'));
    // 3.65 % until a cut of a quarter at the meeting of 18 March, in force from the day after; nothing beyond May is quoted.
    const prices = {
      '2026-02': 3.65,
      '2026-03': (18 * 3.65 + 13 * 3.4) / 31,
      '2026-04': 3.4,
      '2026-05': 3.4,
    };
    const rows = Object.entries(prices).map(([month, rate]) => ({
      date: parseDay('2026-02-11'),
      time,
      knownAt: time,
      cells: { month, price: 100 - rate },
    }));
    const { part } = await stanceOf(world(), {
      tables: [{ table: 'fed_funds_futures', source: 'test:a', rows }],
    });
    expect(part.cuts).toMatchObject({ source: 'futures', date: '2026-02-11', change: { flags: [] } });
    expect(part.cuts.change.value).toBeCloseTo(-0.0025, 9);
  });

  it('gives reasons, and does not change by what becomes known later or by order', async () => {
    for (const columns of [[], world().slice(0, 2), world().slice(2), [weekly('fed-assets', 6e12, 1, 3)]]) {
      const { answer, part } = await stanceOf(columns);
      expect(part.now.net.value).toBeNull();
      tellsInEveryLanguage(answer, 'drivers', 'policy-stance', part);
    }
    const instant = parseInstant('2026-01-31T01:00Z');
    const told = async (all: readonly ObservationColumns[]) =>
      JSON.stringify((await stanceOf(all, { instant })).part).replaceAll(/#[0-9a-f]{6}/g, '');
    const first = await told(world());
    expect(await told(world().toReversed())).toBe(first);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await told(world().map((one) => later(one, instant, how)))).toBe(first);
    }
  });
});

describeWithPack('the real data', () => {
  it('count the balance sheet of February 2026 as growing, which stands for a small cut', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'policy-stance' });
    const part = answer.drivers!.parts.policyStance!;
    // By hand from WALCL of 2025-11-05 and 2026-02-04, and DGS2 3.57 less EFFR 3.64 of 2026-02-04.
    expect(part.cuts.change.value).toBeCloseTo(-0.0007, 10);
    expect(part.now.pace.value! / 1e9).toBeCloseTo(33.177 / 3, 6);
    tellsInEveryLanguage(answer, 'drivers', 'policy-stance', part);
    await store.close();
  });
});
