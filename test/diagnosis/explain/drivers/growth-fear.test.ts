import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { stretchesOf } from '../../../../src/diagnosis/explain/drivers/policy/quadrants.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, randomMarket, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { tellsInEveryLanguage } from '../told.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');

async function growthFear(columns: readonly ObservationColumns[], instant = INSTANT) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'growth-fear' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.growthFear! };
}

/** Yields and shares that step by the same signs in turn: up and down, down and up, up and up, down and down. */
function turns(sessions: number): ObservationColumns[] {
  const path = (start: number, step: (t: number) => number) => {
    let level = start;
    return Array.from({ length: sessions }, (_, t) => (level += t === 0 ? 0 : step(t)));
  };
  const rate = path(0.04, (t) => (t % 2 === 0 ? -1e-4 : 1e-4));
  const shares = path(0, (t) => (t % 4 < 2 ? -0.01 : 0.01)).map((log) => 100 * Math.exp(log));
  const on = (id: string, values: readonly number[]) => columnsOf(id, rowsUpTo('sp500', TO, values));
  return [on('us-2y', rate), on('us-5y-market', rate), on('sp500', shares)];
}

describe('earlier cuts as fear for growth', () => {
  it('counts a planted turn of the four pairs of signs as a quarter each, now and in the past', async () => {
    const { part } = await growthFear(turns(841));
    for (const { kind, share, base } of part.stretch!.quadrants) {
      const planted = kind === 'liquidity' ? 0 : 0.25;
      expect(share.value).toBe(planted);
      expect(base.value).toBeCloseTo(planted, 2);
    }
    // Five of 20 sessions in each stretch, so every past stretch had as many; shares end each where they began.
    expect(part.stretch!.asMany.value).toBe(1);
    expect(part.stretch!.after.proven).toBe(false);
    // 840 changes, the last with t % 4 = 0: the yield and shares fell.
    expect(part.day.kind).toBe('growth');
    expect(part.day).toMatchObject({ from: '2026-02-11', to: '2026-02-12' });
    // The 2-year yield of the last session is not published before the next one.
    expect(part.day.yield.flags).toEqual(['proxy']);
    expect(part.day.equity.value).toBeCloseTo(Math.expm1(-0.01), 12);
    expect(part.day.yield.value).toBeCloseTo(-1e-4, 12);
  });

  it('gives reasons when there is nothing, and when there is little', async () => {
    const { part } = await growthFear([]);
    expect(part).toMatchObject({ day: { kind: null, yield: { value: null } }, stretch: null });
    const short = (await growthFear(turns(50))).part.stretch!;
    expect(short.asMany.why).toBe('fewer than 20 past stretches of 20 sessions');
    expect(short.after.fell.value).toBeNull();
  });

  it('lays stretches end to end and passes over sessions without a quadrant', () => {
    const kinds = Array.from({ length: 41 }, (_, t) => (t === 30 ? null : ('growth' as const)));
    expect(stretchesOf(kinds)).toEqual([
      { first: 20, last: 40, growth: 20 },
      { first: 0, last: 19, growth: 20 },
    ]);
  });

  it('does not change by what becomes known later, nor by the order of the series', async () => {
    const columns = randomMarket(['us-2y', 'sp500', 'tlt', 'gold-front'], TO, 900, 5);
    const instant = parseInstant('2026-01-10T01:00Z');
    const told = async (all: readonly ObservationColumns[]) =>
      JSON.stringify((await growthFear(all, instant)).part).replaceAll(/#[0-9a-f]{6}/g, '');
    const first = await told(columns);
    expect(await told(columns.toReversed())).toBe(first);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await told(columns.map((one) => later(one, instant, how)))).toBe(first);
    }
  });

  it('is told in three languages, every reason too', async () => {
    for (const columns of [[], turns(50), turns(841)]) {
      const { answer, part } = await growthFear(columns);
      tellsInEveryLanguage(answer, 'drivers', 'growth-fear', part);
    }
  });
});

describeWithPack('the real data', () => {
  it('have shares and yields falling together on 5 and on 12 February 2026, no more often than before', async () => {
    const store = await openPack();
    const at = async (instant: string) => {
      const view = await store.asOf(parseInstant(instant));
      return (await explain(view, { window: '5d', part: 'growth-fear' })).drivers!.parts.growthFear!;
    };
    const [fifth, twelfth] = [await at('2026-02-06T01:00Z'), await at('2026-02-13T01:00Z')];
    expect([fifth.day.kind, fifth.window.kind]).toEqual(['growth', 'growth']);
    expect([twelfth.day.kind, twelfth.window.kind]).toEqual(['growth', 'easing']);
    // pandas on DGS2 and GSPC: 4 of the 20 sessions to 2026-02-04, and of the sessions from 2004 before them 21.2 %.
    const [growth] = fifth.stretch!.quadrants;
    expect(growth!.share.value).toBe(0.2);
    expect(growth!.base.value).toBeCloseTo(0.2123, 3);
    await store.close();
  });
});
