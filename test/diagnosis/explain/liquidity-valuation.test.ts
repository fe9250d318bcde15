import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { epochDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { technologyFit } from '../../../src/diagnosis/explain/liquidity/technology-fit.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, LAST_WEDNESDAY, levelsOf, weeklyShocks } from './weekly-world.ts';

const PART = 'liquidity-valuation';

async function answered(columns: readonly ObservationColumns[], instant = AFTER_RELEASE) {
  const answer = await explain(viewOf(columns, instant), { window: '5d', part: PART });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

/** Bitcoin at the end of each month is a power of M2, by a factor that swings over 12 months and never quite repeats itself. */
function money(months: number): ObservationColumns[] {
  const labels = Array.from({ length: months }, (_, k) => {
    const month = 2025 * 12 + 11 - (months - 1 - k);
    return [Math.floor(month / 12), (month % 12) + 1] as const;
  });
  const m2 = labels.map((_, k) => 10e12 * Math.exp(0.005 * k));
  const price = m2.map(
    (value, k) =>
      (value / 10e12) ** 3 * 1000 * Math.exp(0.1 * Math.sin((2 * Math.PI * k) / 12) + 0.03 * Math.sin(k * k)),
  );
  return [
    columnsOf(
      'm2',
      labels.map(([year, month], k) => ({ date: epochDay(year, month, 1), value: m2[k]! })),
    ),
    columnsOf(
      'btc-usd',
      labels.map(([year, month], k) => ({ date: epochDay(year, month, 28), value: price[k]! })),
    ),
  ];
}

describe('technology on liquidity and the real yield', () => {
  it('finds what it was made of', () => {
    const n = 300;
    const [liquidity, noise] = [levelsOf(weeklyShocks(n, 1, 0.01)), weeklyShocks(n, 2, 0.001)];
    const yields = weeklyShocks(n, 3, 0.002).map((_, t, all) =>
      all.subarray(0, t + 1).reduce((sum, e) => sum + e, 0),
    );
    const price = liquidity.map((level, t) => level ** 0.5 * Math.exp(-4 * yields[t]! + noise[t]!));
    const fit = technologyFit(price, liquidity, yields)!;
    expect(fit.liquidity).toBeCloseTo(0.5, 1);
    expect(fit.realYield).toBeCloseTo(-4, 0);
    expect(fit.bands.liquidity!.low).toBeLessThan(0.5);
    expect(fit.bands.liquidity!.high).toBeGreaterThan(0.5);
    expect(fit.fitted + fit.residual).toBeCloseTo(fit.actual, 12);
    expect(fit.actual).toBeCloseTo(Math.log(price[n - 1]! / price[n - 14]!), 12);
    expect([fit.rows, fit.firstRow, fit.lastRow]).toEqual([n - 13, 13, n - 1]);
    expect(
      technologyFit(price.subarray(0, 168), liquidity.subarray(0, 168), yields.subarray(0, 168)),
    ).toBeUndefined();
    expect(technologyFit(price, new Float64Array(n).fill(5), yields)).toBeUndefined();
  });
});

describe('liquidity and valuation', () => {
  it('draws a line of Bitcoin on money, and calls it unproven', async () => {
    const answer = await answered(money(96));
    const { debasement } = answer.liquidity!.parts.liquidityValuation!;
    // M2 of December 2025 is out on 27 January 2026.
    expect(debasement.month).toBe('2025-12-01');
    expect(debasement.elasticity.value).toBeCloseTo(3, 0);
    expect(debasement.fair.flags).toContain('unproven');
    expect(debasement.fair.band!.low).toBeLessThan(debasement.fair.value!);
    const price = debasement.history.price.at(-1)!;
    expect(debasement.deviation.value).toBeCloseTo(price / debasement.fair.value! - 1, 12);
    for (const [language, words] of [
      ['en', 'the line is unproven'],
      ['zh-Hans', '这条线未经证明'],
      ['zh-Hant', '這條線未經證明'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
    }
  });

  it('reads what a user imports: price over earnings, mortgage rate, velocity', async () => {
    const thursday = LAST_WEDNESDAY - 6;
    const quarter = (k: number) => epochDay(2024 + Math.floor(k / 4), 1 + 3 * (k % 4), 1);
    const { mortgage, velocity } = (
      await answered([
        columnsOf('us-mortgage-30y', [{ date: thursday, value: 0.0622 }]),
        columnsOf('us-10y', [{ date: thursday, value: 0.0421 }]),
        columnsOf(
          'm2-velocity',
          Array.from({ length: 6 }, (_, k) => ({ date: quarter(k), value: 1.4 + 0.01 * k })),
        ),
      ])
    ).liquidity!.parts.liquidityValuation!;
    expect(mortgage.date).toBe('2026-02-05');
    expect(mortgage.spread.value).toBeCloseTo(0.0201, 12);
    expect(velocity.date).toBe('2025-04-01');
    expect(velocity.change.value).toBeCloseTo(1.45 / 1.41 - 1, 12);
  });

  it('says what it would need where nothing is known', async () => {
    const { parts, needs } = (await answered([])).liquidity!;
    const { technology, debasement, mortgage, velocity } = parts.liquidityValuation!;
    expect(technology[1]!.liquidity.why).toMatch(/^too few weeks with nasdaq-100-forward-pe/);
    expect(debasement.fair.why).toBe('fewer than 72 months with both btc-usd and m2');
    expect([mortgage.spread.why, velocity.level.why]).toEqual([
      'us-mortgage-30y has no value',
      'm2-velocity has no value',
    ]);
    const sources = (id: string) => needs.find(({ series }) => series === id)!.sources;
    expect(sources('nasdaq-100-forward-pe')).toEqual(['bloomberg: NDX Index BEST_PE_RATIO']);
    expect(sources('us-mortgage-30y')).toEqual(['fred: MORTGAGE30US']);
  });

  it('is not changed by what is known later', async () => {
    const before = parseInstant('2025-06-15T00:00Z');
    const known = await answered(money(120), before);
    const changed = await answered(
      money(120).map((one) => later(one, before, 'alter')),
      before,
    );
    expect(changed.liquidity).toEqual(known.liquidity);
  });
});

describeWithPack('valuation on the real pack', () => {
  it('agrees with statsmodels', async () => {
    const view = await (await openPack()).asOf(AFTER_RELEASE);
    const answer = await explain(view, { window: '5d', part: PART });
    const [index] = answer.liquidity!.parts.liquidityValuation!.technology;
    // statsmodels OLS of 13-week changes on Wednesdays since 2013-09-25, HAC with 13 lags without correction: errors 0.14438 and 2.70266.
    expect(index!.liquidity.value).toBeCloseTo(-0.04237054, 7);
    expect(index!.realYield.value).toBeCloseTo(-10.48922942, 6);
    expect(index!.rSquared.value).toBeCloseTo(0.17394765, 7);
    expect(index!.residual.value).toBeCloseTo(-0.05128015, 7);
    // Student t with 634/13 degrees of freedom: 2.0099.
    expect(index!.liquidity.band!.high - index!.liquidity.value!).toBeCloseTo(2.0099 * 0.14438063, 3);
  });
});
