import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { holm, whoIsFirst } from '../../../src/diagnosis/explain/flows/positioning/first.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, type Row, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'positioning' } as const;

describe('the order of groups', () => {
  it('finds who was made to follow, and nobody else', () => {
    const funds = normals(500, 1);
    const noise = normals(500, 2);
    const bitfinex = funds.map((_, t) => (t < 2 ? 0 : 0.6 * funds[t - 2]! + noise[t]!));
    const tests = whoIsFirst({ funds, coinbase: normals(500, 3), bitfinex });
    const holds = holm(
      tests.map(({ p }) => p),
      0.05,
    );
    expect(tests.filter((_, k) => holds[k]).map(({ first, second }) => [first, second])).toEqual([
      ['funds', 'bitfinex'],
    ]);
  });

  it('steps down by Holm, and leaves out tests that were refused', () => {
    // Holm (1979): 0.01 ≤ 0.05/3, 0.03 > 0.05/2, so 0.04 fails with it
    expect(holm([0.04, 0.01, 0.03], 0.05)).toEqual([false, true, false]);
    expect(holm([0.04, 0.01, 0.02], 0.05)).toEqual([true, true, true]);
    expect(holm([Number.NaN, 0.04], 0.05)).toEqual([false, true]);
  });
});

/** Weekly reports up to a Tuesday: a position that rises by one contract a week. */
function reports(weeks: number, to = '2026-02-03') {
  const last = parseDay(to);
  const rows: Row[] = Array.from({ length: weeks }, (_, k) => ({
    date: last - 7 * (weeks - 1 - k),
    value: k,
  }));
  const interest = rows.map(({ date }) => ({ date, value: 1000 }));
  return [columnsOf('cot-gold-spec-net', rows), columnsOf('cot-gold-open-interest', interest)];
}

describe('the part', () => {
  it('gives the level, its changes, its rank and its share of one contract', async () => {
    const view = viewOf(reports(200), INSTANT);
    const answer = await explain(view, { ...OPTIONS, asset: 'gold-front' });
    const part = answer.flows!.parts.positioning!;
    expect(part.contracts).toHaveLength(1);
    const [gold] = part.contracts;
    expect(gold).toMatchObject({ contract: 'gold', date: '2026-02-03', net: { value: 199 } });
    // published on the Friday at 15:30 New York
    expect(gold!.published).toBe('2026-02-06T20:30Z');
    expect(gold!.changes.map(({ value }) => value.value)).toEqual([1, 4]);
    expect(gold!.percentile.value).toBe(1);
    expect(gold!.share!.value).toBeCloseTo(0.199, 12);
    expect(part.order).toBeNull();
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('does not see a report before it is published', async () => {
    const before = viewOf(reports(200), parseInstant('2026-02-06T20:29Z'));
    const [gold] = (await explain(before, { ...OPTIONS, asset: 'gold-front' })).flows!.parts.positioning!
      .contracts;
    expect(gold!.date).toBe('2026-01-27');
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
    const columns = [
      ...reports(300),
      ...(['btc-etf-flow-total', 'btc-coinbase-premium'] as const).map((id, k) =>
        columnsOf(id, rowsUpTo(id, parseDay('2026-02-11'), normals(300, k + 1))),
      ),
    ];
    const texts = await Promise.all(
      [
        columns,
        ...(['alter', 'remove', 'withdraw'] as const).map((how) =>
          columns.map((one) => later(one, instant, how)),
        ),
      ].map(async (one) => JSON.stringify((await explain(viewOf(one, instant), OPTIONS)).flows)),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('gives reasons in place of numbers when there is nothing or one report', async () => {
    for (const columns of [[], reports(1)]) {
      const { parts, needs } = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!;
      expect(parts.positioning!.contracts.every(({ percentile }) => percentile.value === null)).toBe(true);
      expect(parts.positioning!.order!.tests.every(({ p, holds }) => p.value === null && !holds)).toBe(true);
      expect(needs.map(({ series }) => series)).toContain('bank-participation-gold-net');
    }
  });
});

describeWithPack('the real pack', () => {
  const at = async (text: string) => {
    const view = await (await openPack()).asOf(parseInstant(text));
    return (await explain(view, OPTIONS)).flows!.parts.positioning!;
  };

  it('knew in the shutdown of 2025 only what the catch-up schedule had published', async () => {
    const [october, november] = [await at('2025-10-11T01:00Z'), await at('2025-11-25T01:00Z')];
    // CFTC: reports stopped after that of 23 September; that of 7 October came out on 21 November
    expect(october.contracts[0]!.date).toBe('2025-09-23');
    expect(november.contracts[0]).toMatchObject({ date: '2025-10-07', ageDays: 49 });
  });

  it('agrees with pandas and statsmodels on 12 February 2026', async () => {
    const part = await at('2026-02-13T01:00Z');
    const [bitcoin] = part.contracts;
    expect(bitcoin!.net.value).toBe(1008);
    expect(bitcoin!.changes[1]!.value.value).toBe(1742);
    // (x.tail(156) <= x.iloc[-1]).mean()
    expect(bitcoin!.percentile.value).toBeCloseTo(0.8974358974358975, 12);
    // grangercausalitytests(d[[second, first]].dropna(), [5]), ssr_ftest
    const p = part.order!.tests.map((one) => one.p.value!);
    expect(p[0]).toBeCloseTo(0.09866534832011178, 9);
    expect(p[1]! / 9.593622613305236e-8).toBeCloseTo(1, 5);
    expect(p[2]! / 7.042772703267395e-5).toBeCloseTo(1, 6);
    expect(p[5]).toBeCloseTo(0.5997656679406707, 9);
    expect(part.order!.tests.map(({ holds }) => holds)).toEqual([false, true, true, true, false, false]);
  });
});
