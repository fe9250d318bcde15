import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { LANGUAGES } from '../../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../../src/data/time.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { slopeOn, steepness } from '../../../../src/diagnosis/explain/drivers/ladder/steepness.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../../src/report/explain/index.ts';
import { plainText } from '../../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT } from '../../../../src/report/messages/explain/whys.ts';
import { normals } from '../../../measures/random.ts';
import { describeWithPack } from '../../../pack.ts';
import { openPack } from '../../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const BONDS = ['bil', 'shy', 'ief', 'tlt'];
const EQUITIES = ['dia', 'spy', 'qqq', 'igv', 'arkk', 'gdx', 'btc-usd'];

/** Walks of 1 % a day, level over the last five sessions but for a last step of each. */
function market(rows: number, lastSteps: Readonly<Record<string, number>>): ObservationColumns[] {
  return Object.entries(lastSteps).map(([id, step], seed) => {
    let price = 100;
    const prices = normals(rows, seed + 1).map((z, t) => {
      if (t < rows - 5) price *= 1 + 0.01 * z;
      return t === rows - 1 ? price * (1 + step) : price;
    });
    return columnsOf(id, rowsUpTo(id, TO, prices));
  });
}

const DOWN = {
  ...Object.fromEntries(BONDS.map((id, k) => [id, -0.01 * k])),
  ...Object.fromEntries(EQUITIES.map((id, k) => [id, -0.02 * Math.min(k, 4)])),
};

async function answerOf(columns: readonly ObservationColumns[], instant = INSTANT, window = '5d') {
  const answer = await explain(viewOf(columns, instant), { window, part: 'duration-ladder' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

async function ladderOf(...args: Parameters<typeof answerOf>) {
  return (await answerOf(...args)).drivers!.parts.durationLadder!;
}

describe('the steepness of a ladder', () => {
  const rungs = Float64Array.of(1, 2, 3);

  it('has the slope of a line through its returns', () => {
    expect(slopeOn(rungs, Float64Array.of(0.05, 0.03, 0.01))).toBeCloseTo(-0.02, 15);
    // (−1 · 0.01 + 0 · 0.09 + 1 · 0.02) / 2
    expect(slopeOn(rungs, Float64Array.of(0.01, 0.09, 0.02))).toBeCloseTo(0.005, 15);
    expect(slopeOn(Float64Array.of(5, 5), Float64Array.of(1, 2))).toBeNaN();
  });

  it('counts the past windows that are as steep to the same side, and none that overlaps the one asked about', () => {
    const slopes: number[] = Array.from({ length: 400 }, (_, t) => (t % 4 === 0 ? -0.03 : 0.01));
    slopes.push(-0.5, -0.5, -0.5, -0.5, -0.02);
    const returns = [1, 2, 3].map((k) => Float64Array.from(slopes, (b) => k * b));
    const found = steepness(rungs, returns, 5);
    expect(found).toMatchObject({ past: 400, first: 0, baseRate: 0.25, sameSide: 0.25 });
    expect(found.slope).toBeCloseTo(-0.02, 15);
    // Wilson, 20 of 80 at 90 %: statsmodels, proportion_confint.
    expect(found.band.low).toBeCloseTo(0.17943457868579235, 12);
    expect(found.band.high).toBeCloseTo(0.33692190324456994, 12);
  });

  it('gives no base rate of few windows, and nothing of no rows', () => {
    const few = [1, 2, 3].map((k) => new Float64Array(254).fill(0.01 * k));
    expect(steepness(rungs, few, 5).baseRate).toBeNaN();
    expect(steepness(rungs, few, 4).baseRate).toBe(1);
    expect(steepness(new Float64Array(0), [], 5)).toMatchObject({ slope: Number.NaN, past: 0, first: -1 });
  });
});

describe('the duration ladder', () => {
  it('slopes by what was put in, and is told in every language', async () => {
    const answer = await answerOf(market(700, DOWN));
    const part = answer.drivers!.parts.durationLadder!;
    const [bonds, equities] = part.ladders;
    const asked = bonds!.windows.find(({ sessions }) => sessions === 5)!;
    expect(bonds!.date).toBe('2026-02-12');
    // Every return is −1 % for each rung above the first; the day of bitcoin is that of UTC, after the close.
    expect(asked.slope.value).toBeCloseTo(-0.01, 12);
    expect(asked).toMatchObject({ side: 'downhill', from: '2026-02-05' });
    expect(asked.p.value).toBeCloseTo(1 / 12, 12);
    expect(equities!.windows[0]!.side).toBe('downhill');
    expect(bonds!.windows.map(({ sessions }) => sessions)).toEqual([5, 20, 60]);
    for (const language of LANGUAGES) {
      const [story] = storiesOf(
        explainDesk(answer, language, () => 1),
        'drivers',
      );
      expect(story!.headline).toHaveLength(2);
      const text = story!.blocks.flatMap(textsOf).map(plainText).join('\n');
      expect(text).toMatch(/unproven|未经证明|未經證明/);
      expect(text).toMatch(/Both ladders slope down|两条阶梯都向下|兩條階梯都向下/);
      expect(text).not.toMatch(/undefined|NaN|null|\[object/);
      if (language !== 'en') expect(text).not.toMatch(/fewer than|no flow|not measured/);
    }
  });

  it('calls a ladder mixed whose order chance would give', async () => {
    const steps = { ...DOWN, bil: -0.02, shy: 0.01, ief: 0, tlt: -0.03 };
    const asked = (await ladderOf(market(700, steps))).ladders[0]!.windows[0]!;
    expect(asked.slope.value!).toBeLessThan(0);
    expect(asked.side).toBe('mixed');
  });

  it('does not depend on the order of the series, nor on what is known later', async () => {
    const columns = market(700, DOWN);
    expect(await ladderOf(columns.toReversed())).toEqual(await ladderOf(columns));
    const early = parseInstant('2025-10-11T01:00Z');
    const values = async (all: readonly ObservationColumns[]) =>
      JSON.stringify(await ladderOf(all, early)).replaceAll(/#[0-9a-f]{6}/g, '');
    for (const how of ['alter', 'remove', 'withdraw'] as const) {
      expect(await values(columns.map((one) => later(one, early, how)))).toBe(await values(columns));
    }
  });

  it('sums the flows that are known, says how many, and takes none for nothing', async () => {
    const flows = columnsOf('etf-flow-tlt', rowsUpTo('etf-flow-tlt', TO, [1e8, 2e8, -5e8]).slice(0, 2));
    const part = await ladderOf([...market(100, DOWN), flows]);
    const [tlt, qqq] = part.flows;
    // Of the 10th and the 11th.
    expect(tlt!.sums[0]).toMatchObject({
      sessions: 5,
      flow: { value: 3e8, flags: ['proxy', 'under-reported'] },
      coverage: { value: 0.4 },
    });
    expect(qqq!.sums[0]!.flow).toMatchObject({
      value: null,
      why: 'no flow of the fund is known in the window',
    });
  });

  it('has reasons with translations for an empty store, one row, too few assets, and prices that never move', async () => {
    const oneRow = Object.keys(DOWN).map((id) => columnsOf(id, rowsUpTo(id, TO, [100])));
    const flat = Object.keys(DOWN).map((id) =>
      columnsOf(id, rowsUpTo(id, TO, new Float64Array(400).fill(100))),
    );
    const { bil, shy } = DOWN as Record<string, number>;
    for (const columns of [[], oneRow, market(400, { bil: bil!, shy: shy! }), flat, market(100, DOWN)]) {
      const part = await ladderOf(columns);
      const whys = [...JSON.stringify(part).matchAll(/"why":"([^"]+)"/g)].map(([, why]) => why!);
      expect(whys.length).toBeGreaterThan(0);
      for (const why of new Set(whys)) {
        for (const list of [EXPLAIN_WHYS_HANS, EXPLAIN_WHYS_HANT]) {
          expect(
            list.some(([reason]) => reason.test(why)),
            why,
          ).toBe(true);
        }
      }
    }
    const [bonds] = (await ladderOf(flat)).ladders;
    expect(bonds!.windows[0]).toMatchObject({ slope: { value: 0 }, rank: { value: null }, side: null });
    expect((await ladderOf([])).ladders[0]).toMatchObject({ date: null });
  });

  it('leaves an asset with a hole out and says how many are in', async () => {
    const columns = market(700, DOWN);
    const withHole = columns.filter(({ series }) => series !== 'arkk');
    const { windows } = (await ladderOf(withHole)).ladders[1]!;
    expect(windows[0]!.slope.of.params).toEqual({ assets: 6 });
    expect(windows[0]!.slope.value).not.toBeNull();
  });
});

describeWithPack('the duration ladder in the data pack', () => {
  // pandas on the CSV files of BIL, SHY, IEF and TLT from 2004; all orders by itertools. The slope of the seven equities by numpy.polyfit on
  // their returns to 2026-02-05, bitcoin at the New York close by the
  // hour: 63775.67 / 84216.91 − 1.
  it('has the slopes and base rates that pandas gives', async () => {
    const store = await openPack();
    const at = async (instant: string) => {
      const view = await store.asOf(parseInstant(instant));
      return (await explain(view, { window: '5d', part: 'duration-ladder' })).drivers!.parts.durationLadder!;
    };
    const [bonds, equities] = (await at('2026-02-06T01:00Z')).ladders;
    expect(bonds!.windows.map(({ baseRate }) => baseRate.window!.n)).toEqual([4693, 4663, 4583]);
    const rates = [0.4900916258256979, 0.4565730216598756, 0.34366135718961377];
    const slopes = [0.0003862210662163301, -0.0013168929177943879, -0.007284241270201708];
    for (const [k, window] of bonds!.windows.entries()) {
      expect(window.baseRate.value).toBeCloseTo(rates[k]!, 12);
      expect(window.slope.value).toBeCloseTo(slopes[k]!, 12);
    }
    expect(equities!.windows[0]!.slope.value).toBeCloseTo(-0.047444360755797645, 12);
    expect(equities!.windows[0]!.rank.value).toBeCloseTo(-0.9636241116594317, 12);
    expect(equities!.windows[0]).toMatchObject({ side: 'downhill', p: { value: 12 / 5040 } });
    await store.close();
  });
});
