import { describe, expect, it } from 'vitest';
import type { ObservationColumns, TableRow, TableRows } from '../../../../src/data/observation.ts';
import { LANGUAGES } from '../../../../src/data/series/entry.ts';
import { entryOf } from '../../../../src/data/series/index.ts';
import { memoryView } from '../../../../src/data/store/memory.ts';
import { endOfDay, parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { reactionSession } from '../../../../src/diagnosis/explain/drivers/reaction-session.ts';
import {
  distance,
  expectedHits,
  orderTest,
  type SectorSpan,
  SPAN,
} from '../../../../src/diagnosis/explain/drivers/sectors/contagion.ts';
import { SECTOR_SERIES } from '../../../../src/diagnosis/explain/drivers/sectors/sectors.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo } from '../../scan/synthetic.ts';
import { expectTold, storyOf } from './told.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const IDS = Object.values(SECTOR_SERIES);

/** Every sector with a beta of 1 and noise of 0.5 %; `shocks` are steps of a series at a session counted from the last. */
function world(rows: number, shocks: readonly (readonly [id: string, back: number, size: number])[] = []) {
  const market = normals(rows, 1).map((z) => 0.008 * z);
  const prices = (id: string, steps: Float64Array) => {
    let level = Math.log(100);
    return columnsOf(
      id,
      rowsUpTo(
        id,
        TO,
        steps.map((r) => {
          level += r;
          return Math.exp(level);
        }),
      ),
    );
  };
  return [
    prices('spy', market),
    ...IDS.map((id, k) => {
      const steps = normals(rows, k + 2).map((z, t) => market[t]! + 0.005 * Math.max(-2, Math.min(2, z)));
      for (const [of, back, size] of shocks) if (of === id) steps[rows - 1 - back]! += size;
      return prices(id, steps);
    }),
  ];
}

function tableOf(
  table: string,
  rows: readonly (readonly [time: number, cells: TableRow['cells']])[],
): TableRows {
  return {
    table,
    source: 'test:a',
    rows: rows.map(([time, cells]) => ({ date: parseDay('2026-01-01'), time, knownAt: time, cells })),
  };
}

async function partsOf(
  columns: readonly ObservationColumns[],
  tables: readonly TableRows[] = [],
  instant = INSTANT,
) {
  const view = memoryView(columns, instant, { entry: entryOf, tables });
  const [one, two] = await Promise.all(
    ['sector-contagion', 'ai-baskets'].map((part) => explain(view, { window: '5d', part })),
  );
  for (const answer of [one!, two!]) expect(explainAnswer.parse(answer)).toEqual(answer);
  return {
    answers: [one!, two!],
    contagion: one!.drivers!.parts.sectorContagion!,
    baskets: two!.drivers!.parts.aiBaskets!,
  };
}

describe('contagion among sectors', () => {
  it('names the sector hit hardest, and those hit after it in their order', async () => {
    const { contagion } = await partsOf(
      world(700, [
        ['igv', 10, -0.06],
        ['xlf', 6, -0.03],
        ['xlre', 3, -0.03],
      ]),
    );
    expect(contagion).toMatchObject({ origin: 'software', from: '2026-01-15', date: '2026-02-12' });
    const hit = contagion.sectors.filter((one) => one.hit).map(({ sector, since }) => [sector, since]);
    expect(hit).toEqual([
      ['software', null],
      ['financials', 4],
      ['real-estate', 7],
    ]);
    // 3 of the 18 sectors.
    expect(contagion.share.value).toBeCloseTo(3 / 18, 12);
    const software = contagion.sectors.find(({ sector }) => sector === 'software')!;
    expect(software.hit).toBe('2026-01-29');
    expect(Math.abs(software.abnormal.value! + 0.06)).toBeLessThan(0.015);
  });

  it('finds an order by distance where the near ones fall sooner, and none where the far ones do', () => {
    const base = normals(250, 3);
    const sector = (index: number, hit: number, share: number): SectorSpan => {
      const own = normals(250, 10 + index);
      const standardised = new Float64Array(SPAN);
      if (hit >= 0) standardised[hit] = -3;
      return {
        index,
        abnormal: standardised,
        standardised,
        cumulative: 0,
        error: 1,
        beta: 1,
        hit,
        residuals: base.map((z, t) => share * z + (1 - share) * own[t]!),
        usual: 0.01,
      };
    };
    const origin = sector(0, 2, 1);
    const shares = [0.9, 0.7, 0.55, 0.4, 0.25, 0.1];
    const near = [origin, ...shares.map((share, k) => sector(k + 1, 3 + k, share))];
    const far = [origin, ...shares.map((share, k) => sector(k + 1, 9 - k, share))];
    // All 15 pairs agree, and all disagree; 1 of the 720 orders has τ = 1.
    expect(orderTest(near, origin)).toMatchObject({ tau: 1, sectors: 6 });
    expect(orderTest(near, origin)!.p).toBeLessThan(0.01);
    expect(orderTest(far, origin)).toMatchObject({ tau: -1, p: 1 });
    expect(orderTest(near.slice(0, 4), origin)).toBeUndefined();
    expect(distance(origin, origin)).toBe(0);
    // 7 (1 − 0.99²⁰)
    expect(expectedHits(near)).toBeCloseTo(7 * (1 - 0.99 ** 20), 12);
  });

  it('sets news that is supplied beside the session that could answer it', async () => {
    // 2026-02-03 22:00Z is after the close in New York: the 4th answers.
    const news = tableOf('product_news', [
      [parseInstant('2026-02-03T22:00Z'), { what: 'a tool for lawyers' }],
      [parseInstant('2026-02-20T22:00Z'), { what: 'later' }],
      [parseInstant('2026-02-03T22:00Z'), { what: null }],
    ]);
    const { contagion } = await partsOf(world(700, [['igv', 6, -0.06]]), [news]);
    expect(contagion.news).toHaveLength(1);
    expect(contagion.news[0]).toMatchObject({ session: '2026-02-04', sector: 'software' });
    // Before the close, after it, a day alone, a weekend.
    expect(reactionSession(parseInstant('2026-02-05T20:59Z'))).toBe(parseDay('2026-02-05'));
    expect(reactionSession(parseInstant('2026-02-05T21:00Z'))).toBe(parseDay('2026-02-06'));
    expect(reactionSession(endOfDay(parseDay('2026-02-05')))).toBe(parseDay('2026-02-06'));
    expect(reactionSession(endOfDay(parseDay('2026-02-06')))).toBe(parseDay('2026-02-09'));
  });
});

describe('the baskets of gains and losses', () => {
  it('weighs by score: 1, ½ and ¼ are 4/7, 2/7 and 1/7', async () => {
    const { baskets } = await partsOf(world(700));
    const weights = baskets.members.filter(({ side }) => side === 'gains').map(({ weight }) => weight.value!);
    for (const [k, seventh] of [4, 2, 1].entries()) expect(weights[k]).toBeCloseTo(seventh / 7, 12);
    expect(baskets.spread.value).toBeCloseTo(baskets.gains.value! - baskets.loses.value!, 14);
    expect(baskets.spread.flags).toEqual(['proxy', 'unproven']);
  });

  it('takes the scores that are supplied, and counts rows that are none', async () => {
    const time = parseInstant('2026-01-05T00:00Z');
    const table = tableOf('ai_exposure', [
      [time, { series: 'smh', score: 1 }],
      [time, { series: 'igv', score: -1 }],
      [time, { series: 'no-such', score: 1 }],
      [time, { series: 'xlf', score: 4 }],
    ]);
    const columns = world(700, [['igv', 1, -0.1]]);
    const { baskets } = await partsOf(columns, [table]);
    expect(baskets).toMatchObject({ scores: 'supplied', refused: 2 });
    const [gain, loss] = baskets.members;
    expect(baskets.spread.value).toBeCloseTo(gain!.moved.value! - loss!.moved.value!, 12);
    expect(baskets.spread.flags).toEqual(['unproven']);
    expect(baskets.score.value!).toBeGreaterThan(3);
  });
});

describe('both parts of the sectors', () => {
  it('do not depend on the order of the series, nor on what is known later', async () => {
    const columns = world(900);
    const told = async (all: readonly ObservationColumns[], instant = INSTANT) => {
      const { contagion, baskets } = await partsOf(all, [], instant);
      return JSON.stringify([contagion, baskets]).replaceAll(/#[0-9a-f]{6}/g, '');
    };
    expect(await told(columns.toReversed())).toBe(await told(columns));
    const early = parseInstant('2025-10-11T01:00Z');
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(
        await told(
          columns.map((one) => later(one, early, how)),
          early,
        ),
      ).toBe(await told(columns, early));
    }
  });

  it('give reasons for too little, and are told in three languages without a hole', async () => {
    const still = world(700).map((one) => ({ ...one, values: one.values.map(() => 1) }));
    const shock = world(700, [['igv', 6, -0.06]]);
    for (const columns of [[], world(1), world(150), world(700).slice(1), world(290), still, shock]) {
      const { answers, contagion, baskets } = await partsOf(columns);
      expectTold([contagion, baskets]);
      for (const language of LANGUAGES) {
        storyOf(answers[0]!, 'sector-contagion', language);
        storyOf(answers[1]!, 'ai-baskets', language);
      }
      if (columns.length === 0) {
        expect(contagion.share.value).toBeNull();
        expect(baskets.spread.value).toBeNull();
      }
    }
  });
});

describeWithPack('the sectors in the data pack', () => {
  // numpy on the CSV files of IGV and SPY: closes, least squares on the 250 sessions before 2026-01-08, abnormal returns to 2026-02-05.
  it('has the abnormal return of software that numpy gives', async () => {
    const store = await openPack();
    const view = await store.asOf(parseInstant('2026-02-06T01:00Z'));
    const answer = await explain(view, { window: '5d', part: 'sector-contagion' });
    const part = answer.drivers!.parts.sectorContagion!;
    expect(part.origin).toBe('software');
    const software = part.sectors.find(({ sector }) => sector === 'software')!;
    expect(software.hit).toBe('2026-01-29');
    expect(software.cumulative.value).toBeCloseTo(-0.2534611425442719, 10);
    expect(software.score.value).toBeCloseTo(-5.388774102974558, 9);
    await store.close();
  });
});
