import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../src/report/messages/explain/whys.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, viewOf } from '../scan/synthetic.ts';

const INSTANT = parseInstant('2026-02-13T01:00Z');
const TO = parseDay('2026-02-10');
const OPTIONS = { window: '5d', section: 'network', part: 'yield-spillover' } as const;
const POINT = 1e-4;

/** Yields that wander by 5 bp a day; a basis point of Japan's on a day is 0.3 of the Treasury's. */
function yields(rows: number) {
  const [u, v] = [normals(rows, 1), normals(rows, 2)];
  let [japan, us] = [0.03, 0.05];
  const days = Array.from({ length: rows }, (_, t) => TO - rows + 1 + t);
  const both = days.map((date, t) => {
    japan += 5 * POINT * u[t]!;
    us += 5 * POINT * (0.3 * u[t]! + v[t]!);
    return { date, japan, us };
  });
  return ['japan-30y', 'us-30y', 'japan-10y', 'us-10y'].map((id) =>
    columnsOf(
      id,
      both.map((row) => ({ date: row.date, value: id.startsWith('japan') ? row.japan : row.us })),
    ),
  );
}

async function spilloverOf(columns: readonly ObservationColumns[]) {
  const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.network!.parts.yieldSpillovers!;
}

describe('spillover of yields', () => {
  it('finds what a shock to Japan sends, and splits each change into parts that add to it', async () => {
    const { pairs, floor } = await spilloverOf(yields(700));
    const [thirty] = pairs;
    const { value, band } = thirty!.passThrough;
    expect(band!.low).toBeLessThan(0.3);
    expect(band!.high).toBeGreaterThan(0.3);
    expect(value).toBeCloseTo(0.3, 0);
    for (const { total, sent, own, base } of thirty!.spans) {
      expect(base.value).toBe(total.value! - (sent.value! + own.value!));
    }
    // (29.2 US + 4.0 Japan)/33.2.
    const last = yields(700).map(({ values }) => values.at(-1)!);
    expect(floor.level.value).toBeCloseTo((29.2 * last[1]! + 4 * last[0]!) / 33.2, 12);
    expect(floor.level.flags).toContain('proxy');
  });

  it('weighs four countries when all are there, and then is no proxy', async () => {
    const one = (id: string, value: number) =>
      columnsOf(
        id,
        [TO - 365, TO].map((date) => ({ date, value: date === TO ? value : 0.01 })),
      );
    const ids = [one('us-10y', 0.04), one('japan-10y', 0.02), one('germany-10y', 0.03), one('uk-10y', 0.045)];
    const { floor } = await spilloverOf(ids);
    // (29.2 · 4 + 4.0 · 2 + 4.7 · 3 + 3.6 · 4.5)/41.5 %.
    expect(floor.level.value).toBeCloseTo(0.0373735, 6);
    expect(floor.yearChange.value).toBeCloseTo(0.0273735, 6);
    expect(floor.level.flags).toEqual([]);
  });

  it('gives reasons in place of values when days are few, none or constant, and tells itself', async () => {
    const constant = yields(400).map((one) => ({ ...one, values: one.values.map(() => 0.03) }));
    for (const columns of [[], yields(1), yields(100), yields(400).slice(0, 1), constant]) {
      const answer = await explain(viewOf(columns, INSTANT), OPTIONS);
      const part = answer.network!.parts.yieldSpillovers!;
      expect(part.pairs[0]!.passThrough.value).toBeNull();
      for (const [, why] of JSON.stringify(part).matchAll(/"why":"([^"]*)"/g)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(list.some(([reason]) => reason.test(why!))).toBe(true);
        }
      }
    }
  });

  it('is told in three languages', async () => {
    for (const language of LANGUAGES) {
      const answer = await explain(viewOf(yields(700), INSTANT), OPTIONS);
      const stories = storiesOf(
        explainDesk(answer, language, () => 1),
        'network',
      );
      const story = stories.find(({ part }) => part.id === 'yield-spillover')!;
      const text = [...story.headline, ...story.blocks.flatMap(textsOf)].map(plainText).join('\n');
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      expect(story.headline).toHaveLength(3);
    }
  });

  it('does not look ahead', async () => {
    const held = yields(400).map((one) => ({
      ...one,
      knownAt: one.knownAt.map((at, t) => (t >= 397 ? INSTANT + 1 : at)),
    }));
    const told = new Set<string>();
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      const part = await spilloverOf(held.map((one) => later(one, INSTANT, how)));
      told.add(JSON.stringify(part, (key, one) => (key === 'id' ? undefined : one)));
    }
    expect(told.size).toBe(1);
  });
});

describeWithPack('spillover of yields on the real pack', () => {
  it('has the decomposition of an independent computation', async () => {
    const view = await (await openPack()).asOf(INSTANT);
    const [thirty, ten] = (await explain(view, OPTIONS)).network!.parts.yieldSpillovers!.pairs;
    // numpy on the CSV of the pack: the last 750 common changes to 2026-02-10, order by Schwarz on a common sample of five lags (2 for thirty
    // years, 1 for ten), least squares, Cholesky with Japan first, shocks accumulated.
    expect(thirty!.passThrough).toMatchObject({ of: { params: { lag: 2 } } });
    expect(thirty!.passThrough.value).toBeCloseTo(0.26197534401932543, 9);
    expect(ten!.passThrough.value).toBeCloseTo(0.38538676457348336, 9);
    const sent = thirty!.spans.map((span) => span.sent.value! / POINT);
    expect(sent[0]).toBeCloseTo(-3.6851481489, 7);
    expect(sent[1]).toBeCloseTo(5.9763701053, 7);
    expect(sent[2]).toBeCloseTo(16.938639074, 7);
  });
});
