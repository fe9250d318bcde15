import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import {
  divergenceP,
  divergencePath,
  episodesOf,
  yearlyChanges,
} from '../../../src/diagnosis/explain/liquidity/divergence-path.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, levelsOf, liquidityOf, weeklyPrice, weeklyShocks } from './weekly-world.ts';

const WEEKS = 420;

async function answered(columns: readonly ObservationColumns[], asset?: string, instant = AFTER_RELEASE) {
  const options = { window: '5d', part: 'divergence', ...(asset ? { asset } : {}) };
  const answer = await explain(viewOf(columns, instant), options);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

/** A path whose z is given; a = z, b = 0, so that the first side makes the whole way. */
function pathOf(z: readonly number[], b: readonly number[] = z.map(() => 0)) {
  return {
    a: Float64Array.from(z, (value, t) => value + b[t]!),
    b: Float64Array.from(b),
    z: Float64Array.from(z),
  };
}

describe('stretches of divergence', () => {
  it('begin at 1.5, are over below 0.5 or with another sign, and know who came', () => {
    const first = episodesOf(pathOf([0, 1.6, 3, 0.6, 0.4, 1.4, -2, -1]));
    expect(first).toEqual([
      { start: 1, widest: 2, end: 4, closedBy: 'first' },
      { start: 6, widest: 6, end: undefined, closedBy: undefined },
    ]);
    // The second side rises by the whole spread.
    expect(episodesOf(pathOf([2, 0], [0, 2]))[0]!.closedBy).toBe('second');
    expect(episodesOf(pathOf([2, 0], [0, 1]))[0]!.closedBy).toBe('both');
    // From one side straight to the other: one is over, the next begins.
    expect(episodesOf(pathOf([2, -2])).map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, undefined],
    ]);
  });

  it('pass over weeks that are not known', () => {
    expect(episodesOf(pathOf([2, Number.NaN, 0]))).toHaveLength(1);
    expect(episodesOf(pathOf([]))).toEqual([]);
  });
});

describe('the path of a divergence', () => {
  it('is zero between two that are the same, and says nothing before enough is known', () => {
    const levels = levelsOf(weeklyShocks(WEEKS, 1));
    const { z } = divergencePath(yearlyChanges(levels), yearlyChanges(levels));
    expect(z.every(Number.isNaN)).toBe(true);
    const other = divergencePath(yearlyChanges(levels), yearlyChanges(levelsOf(weeklyShocks(WEEKS, 2))));
    // 52 weeks back, 156 changes, 104 spreads.
    expect(other.z.findIndex((value) => !Number.isNaN(value))).toBe(52 + 155 + 103);
  });

  it('is found by chance as often as its p says', () => {
    const [x, y] = [weeklyShocks(WEEKS, 3), weeklyShocks(WEEKS, 4)];
    const p = (z: number) => divergenceP(x, y, z, { draws: 199, seed: 1 });
    expect(p(0)).toBe(1);
    expect(p(50)).toBe(0.005);
    expect(p(-1)).toBe(p(1));
    // Pr(|z| ≥ 1) of a normal z is 0.32; over a history of few independent years it spreads a little more.
    expect(p(1)).toBeGreaterThan(0.2);
    expect(p(1)).toBeLessThan(0.5);
    expect(p(Number.NaN)).toBeNaN();
  });
});

describe('divergence', () => {
  const shocks = weeklyShocks(WEEKS, 5);
  const liquidity = liquidityOf(levelsOf(weeklyShocks(WEEKS, 6, 0.01)));
  /** Rises by 4 % a week in the last half-year. */
  const price = weeklyPrice('nasdaq-100', levelsOf(shocks.map((e, t) => e + (t >= WEEKS - 26 ? 0.04 : 0))));

  it('raises the alarm where a price has run away from liquidity', async () => {
    const answer = await answered([...liquidity, price], 'nasdaq-100');
    const [pair] = answer.liquidity!.parts.divergence!.pairs;
    expect(pair!.alarm).toBe(true);
    expect(pair!.z.value).toBeGreaterThan(1.5);
    expect(pair!.p.value).toBeLessThan(0.1);
    expect(pair!.weeks.value).toBeGreaterThan(3);
    expect(pair!.episodes.at(-1)!.to).toBeNull();
    for (const [language, words] of [
      ['en', 'is in divergence'],
      ['zh-Hans', '这一对处于背离'],
      ['zh-Hant', '這一對處於背離'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
    }
  });

  it('gives reasons where nothing is known, and is not changed by what is known later', async () => {
    const empty = (await answered([])).liquidity!.parts.divergence!;
    expect(empty.pairs.map(({ alarm }) => alarm)).toEqual([null, null, null, null]);
    expect(empty.pairs[0]!.z.why).toBe(
      'fewer than 312 weeks with both btc-usd and net-liquidity up to the last Wednesday',
    );
    const before = parseInstant('2025-12-01T00:00Z');
    const columns = [...liquidity, price];
    const known = await answered(columns, 'nasdaq-100', before);
    const changed = await answered(
      columns.map((one) => later(one, before, 'alter')),
      'nasdaq-100',
      before,
    );
    expect(changed.liquidity).toEqual(known.liquidity);
  });
});

describeWithPack('divergence on the real pack', () => {
  it('agrees with pandas', async () => {
    const view = await (await openPack()).asOf(AFTER_RELEASE);
    const answer = await explain(view, { window: '5d', part: 'divergence' });
    const { pairs } = answer.liquidity!.parts.divergence!;
    const of = (id: string) => pairs.find(({ first, second }) => first === id && second === 'net-liquidity')!;
    // pandas: expanding(156) z of the log change over 52 Wednesdays of each, expanding(104) z of their difference.
    expect(of('gold-front').z.value).toBeCloseTo(1.8037514, 5);
    expect(of('nasdaq-100').z.value).toBeCloseTo(0.2279613, 5);
    expect(of('gold-front').alarm).toBe(true);
    expect(of('nasdaq-100').alarm).toBe(false);
  });
});
