import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRows } from '../../../../src/data/observation.ts';
import { entryOf } from '../../../../src/data/series/index.ts';
import { memoryView } from '../../../../src/data/store/memory.ts';
import { dayOf, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, randomMarket, rowsUpTo } from '../../scan/synthetic.ts';
import { tellsInEveryLanguage } from '../told.ts';

const INSTANT = parseInstant('2026-02-06T01:00Z');
const TO = parseDay('2026-02-05');

function events(...all: readonly (readonly [time: string, event: string])[]): TableRows {
  return {
    table: 'policy_events',
    source: 'test:a',
    rows: all.map(([text, event]) => {
      const time = parseInstant(text);
      return { date: dayOf(time), time, knownAt: time, cells: { event } };
    }),
  };
}

async function reactionOf(
  columns: readonly ObservationColumns[],
  tables: readonly TableRows[] = [],
  instant = INSTANT,
) {
  const view = memoryView([...columns], instant, { entry: entryOf, tables });
  const answer = await explain(view, { window: '5d', part: 'policy-reaction' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return { answer, part: answer.drivers!.parts.policyReaction! };
}

/** Gold that moves by 0.1 % up and down, falls by a tenth on 30 January and by a fiftieth on 5 February. */
function gold(): ObservationColumns {
  const days = rowsUpTo('gold-front', TO, new Array(600).fill(0));
  let level = 5000;
  const rows = days.map(({ date }, t) => {
    const step = date === parseDay('2026-01-30') ? -0.1 : date === TO ? -0.02 : t % 2 === 0 ? 1e-3 : -1e-3;
    level *= 1 + step;
    return { date, value: level };
  });
  return columnsOf('gold-front', rows);
}

describe('the reaction to news of who decides on policy', () => {
  it('begins with the first session that closed after the news, and splits the move since exactly', async () => {
    const { part } = await reactionOf([gold()]);
    expect(part.event).toMatchObject({ time: '2026-01-30T12:00Z', sessions: 5 });
    const one = part.assets.find(({ asset }) => asset === 'gold-front')!;
    expect(one.reaction).toBe('2026-01-30');
    const [day, week, fortnight] = one.horizons;
    expect(day!.move.value).toBeCloseTo(-0.1, 12);
    expect(day!.unusual).toBe(true);
    expect(day!.placebo.value).toBe(0);
    // Placebos of ±0.1 %: the band of the move less what other days do.
    expect(day!.move.band!.low).toBeCloseTo(-0.101, 9);
    expect(day!.move.band!.high).toBeCloseTo(-0.099, 9);
    expect(week!.move.value).toBe(one.total.value);
    expect(one.later.value).toBe(one.total.value! - day!.move.value!);
    expect(fortnight!.move.why).toBe('the sessions after the event are not over');
    expect(one.fall).toMatchObject({ date: '2026-01-30', lag: 0 });
  });

  it('gives Tokyo a later first session than New York for news after the close of Tokyo', async () => {
    const nikkei = columnsOf('nikkei-225', rowsUpTo('nikkei-225', TO, new Array(600).fill(50000)));
    const { part } = await reactionOf([gold(), nikkei]);
    expect(part.assets.find(({ asset }) => asset === 'nikkei-225')!.reaction).toBe('2026-02-02');
  });

  it('tells a fall after the reaction from the reaction, and takes an event of the user when it is later', async () => {
    const { part } = await reactionOf([gold()], [events(['2026-02-02T15:00Z', 'a speech'])]);
    expect(part.event).toMatchObject({ title: { en: 'a speech' }, source: { en: 'policy_events' } });
    const one = part.assets.find(({ asset }) => asset === 'gold-front')!;
    expect(one.reaction).toBe('2026-02-02');
    // 30 January lies in the five sessions, one before the first that could react.
    expect(one.fall).toMatchObject({ date: '2026-01-30', lag: -1 });
    const after = await reactionOf([gold()], [], parseInstant('2026-02-05T23:00Z'));
    expect(after.part.event!.sessions).toBe(5);
  });

  it('has no event before one is out, nor when the last is long ago', async () => {
    expect((await reactionOf([gold()], [], parseInstant('2025-07-16T15:00Z'))).part.event).toBeNull();
    expect((await reactionOf([gold()], [], parseInstant('2025-11-25T01:00Z'))).part.event).toBeNull();
    expect((await reactionOf([gold()], [], parseInstant('2026-01-30T11:59Z'))).part.event!.time).toBe(
      '2026-01-12T01:00Z',
    );
  });

  it('gives reasons, and does not change by what becomes known later or by order', async () => {
    const short = columnsOf('gold-front', rowsUpTo('gold-front', TO, [1, 2]));
    const stale = columnsOf('gold-front', rowsUpTo('gold-front', parseDay('2026-01-20'), [1, 2, 3]));
    for (const columns of [[], [short], [stale]]) {
      const { answer, part } = await reactionOf(columns);
      expect(part.assets.every(({ horizons }) => horizons.every(({ unusual }) => !unusual))).toBe(true);
      tellsInEveryLanguage(answer, 'drivers', 'policy-reaction', part);
    }
    const columns = randomMarket(['gold-front', 'sp500', 'us-2y', 'dollar-index'], TO, 700, 3);
    const instant = parseInstant('2026-02-03T01:00Z');
    const told = async (all: readonly ObservationColumns[], tables: readonly TableRows[] = []) =>
      JSON.stringify((await reactionOf(all, tables, instant)).part).replaceAll(/#[0-9a-f]{6}/g, '');
    const first = await told(columns);
    expect(await told(columns.toReversed())).toBe(first);
    expect(await told(columns, [events(['2026-02-03T01:00:00.001Z', 'later'])])).toBe(first);
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await told(columns.map((one) => later(one, instant, how)))).toBe(first);
    }
  });
});

describeWithPack('the real data', () => {
  it('show gold reacting on 30 January 2026 and bitcoin falling four sessions later', async () => {
    const store = await openPack();
    const view = await store.asOf(INSTANT);
    const answer = await explain(view, { window: '5d', part: 'policy-reaction' });
    const part = answer.drivers!.parts.policyReaction!;
    const of = (id: string) => part.assets.find(({ asset }) => asset === id)!;
    // pandas on GC: 4713.9 / 5318.4 − 1, and of the 1,000 sessions before none as large.
    expect(of('gold-front').horizons[0]!.move.value).toBeCloseTo(-0.113662, 6);
    expect(of('gold-front').horizons[0]!.placebo.value).toBe(0);
    expect(of('gold-front').fall).toMatchObject({ date: '2026-01-30', lag: 0 });
    expect(of('btc-usd').fall).toMatchObject({ date: '2026-02-05', lag: 4 });
    expect(of('btc-usd').horizons[0]!.unusual).toBe(false);
    expect(of('nikkei-225').reaction).toBe('2026-02-02');
    tellsInEveryLanguage(answer, 'drivers', 'policy-reaction', part);
    await store.close();
  });
});
