import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { stateOf } from '../../../src/diagnosis/explain/liquidity/liquidity-state.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, levelsOf, liquidityOf, onWednesdays, weeklyShocks } from './weekly-world.ts';

async function answered(columns: readonly ObservationColumns[], instant = AFTER_RELEASE) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: 'liquidity-state' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

it('calls half the usual size the line', () => {
  expect([0.5, 0.499, 0, -0.499, -0.5].map(stateOf)).toEqual([
    'expanding',
    'flat',
    'flat',
    'flat',
    'shrinking',
  ]);
});

describe('the state of liquidity', () => {
  /** A change of 1 % a quarter, up or down by turns: every change over 13 weeks has that size but for the last, which is `last`. */
  const turns = (last: number) => {
    const weeks = 13 * 20;
    return Float64Array.from({ length: weeks }, (_, t) => {
      const quarter = Math.floor(t / 13);
      return t === weeks - 1
        ? 1000 * (quarter % 2 === 0 ? 1.01 : 1) * (1 + last)
        : 1000 * (quarter % 2 === 0 ? 1 : 1.01);
    });
  };

  it('is the last change against the usual one', async () => {
    const of = async (last: number) =>
      (await answered(liquidityOf(turns(last)))).liquidity!.parts.liquidityState!;
    const grown = await of(0.02);
    // Ups of 1 %, downs of 1/101: a median of 0.01 or 0.0099.
    expect(grown.definitions[0]!.change.value).toBeCloseTo(0.02, 12);
    expect(grown.definitions[0]!.size.value).toBeCloseTo(2, 1);
    expect([grown.state, grown.sure]).toEqual(['expanding', true]);
    expect((await of(-0.02)).state).toBe('shrinking');
    expect((await of(0.001)).state).toBe('flat');
  });

  it('says whether definitions agree', async () => {
    const falling = onWednesdays('fed-reserves', levelsOf(new Float64Array(260).fill(-0.002)));
    const answer = await answered([...liquidityOf(turns(0.02)), falling]);
    const { counts } = answer.liquidity!.parts.liquidityState!;
    expect(counts).toEqual({ expanding: 1, flat: 0, shrinking: 1 });
    for (const [language, words] of [
      ['en', 'it depends on the definition'],
      ['zh-Hans', '结论取决于定义'],
      ['zh-Hant', '結論取決於定義'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
    }
  });

  it('gives reasons where nothing is known, and is not changed by what is known later', async () => {
    const empty = (await answered([])).liquidity!.parts.liquidityState!;
    expect([empty.state, empty.sure]).toEqual([null, null]);
    expect(empty.definitions[0]!.change.why).toBe('no net 13 weeks before its latest');
    expect(empty.definitions[0]!.size.why).toBe('fewer than 156 changes of net over 13 weeks');
    const columns = liquidityOf(levelsOf(weeklyShocks(260, 1)));
    const before = parseInstant('2025-12-01T00:00Z');
    const known = await answered(columns, before);
    const changed = await answered(
      columns.map((one) => later(one, before, 'alter')),
      before,
    );
    expect(changed.liquidity).toEqual(known.liquidity);
  });
});

describeWithPack('the state of liquidity on the real pack', () => {
  // pandas: N = WALCL − WDTGAL − 1000·RRPONTSYD; c = N / N.shift(13) − 1; c[−1] / median |c| up to the Wednesday.
  it.each([
    ['2025-10-11T01:00Z', 'shrinking', -2.078],
    ['2025-11-25T01:00Z', 'shrinking', -2.5517],
    ['2026-02-13T01:00Z', 'expanding', 0.5401],
  ])('at %s is %s', async (instant, state, size) => {
    const view = await (await openPack()).asOf(parseInstant(instant));
    const answer = await explain(view, { window: '5d', part: 'liquidity-state' });
    const part = answer.liquidity!.parts.liquidityState!;
    expect(part.state).toBe(state);
    expect(part.definitions[0]!.size.value).toBeCloseTo(size, 3);
  });
});
