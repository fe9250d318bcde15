import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { conformityTest, forecastGain } from '../../../src/diagnosis/explain/liquidity/conformity-test.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { later, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, levelsOf, liquidityOf, weeklyPrice, weeklyShocks } from './weekly-world.ts';

async function answered(columns: readonly ObservationColumns[], asset?: string, instant = AFTER_RELEASE) {
  const options = { window: '5d', part: 'conformity', ...(asset ? { asset } : {}) };
  const answer = await explain(viewOf(columns, instant), options);
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

const WEEKS = 160;

describe('the test of an asset against liquidity', () => {
  it('gives two independent random walks a signal in at most one draw of twenty', () => {
    const draws = 400;
    let signals = 0;
    for (let draw = 0; draw < draws; draw++) {
      const [x, y] = [weeklyShocks(WEEKS, 2 * draw), weeklyShocks(WEEKS, 2 * draw + 1)];
      if (conformityTest(x, y, 199, draw).verdict === 'signal') signals++;
    }
    expect(signals / draws).toBeLessThanOrEqual(0.05);
  });

  it('finds an asset that follows liquidity by two weeks', () => {
    const [x, noise] = [weeklyShocks(WEEKS, 1), weeklyShocks(WEEKS, 2)];
    const y = noise.map((e, t) => e + (t < 2 ? 0 : x[t - 2]!));
    const test = conformityTest(x, y, 199);
    expect(test.verdict).toBe('signal');
    expect(test.leadLag!.best.lag).toBe(2);
    expect(test.forecast!.gain).toBeGreaterThan(0);
    expect(test.p).toBeLessThanOrEqual(0.05);
  });

  it('forecasts only from balance sheets that were out', () => {
    const [x, y] = [weeklyShocks(WEEKS, 3), weeklyShocks(WEEKS, 4)];
    // The change of the last week, and of the one before it, come too late for the last forecast.
    const other = x.with(WEEKS - 1, 9).with(WEEKS - 2, 9);
    expect(forecastGain(other, y)).toEqual(forecastGain(x, y));
    expect(forecastGain(x.with(WEEKS - 3, 9), y)).not.toEqual(forecastGain(x, y));
  });

  it('says that it is too short below two years', () => {
    expect(conformityTest(weeklyShocks(103, 5), weeklyShocks(103, 6)).verdict).toBe('too-short');
    expect(conformityTest(new Float64Array(160), weeklyShocks(160, 6)).verdict).toBe('too-short');
  });
});

describe('conformity', () => {
  const changes = weeklyShocks(WEEKS, 7);
  const liquidity = liquidityOf(levelsOf(changes));
  const same = weeklyPrice('nasdaq-100', levelsOf(changes));

  it('calls a price that is liquidity itself a signal in the same week, agreeing in every year', async () => {
    const { liquidity: section } = await answered([...liquidity, same], 'nasdaq-100');
    const [asset] = section!.parts.conformity!.assets;
    expect([asset!.verdict, asset!.lead, asset!.sameWay]).toEqual(['signal', 'same-week', true]);
    expect(asset!.leadLag.r.value).toBeCloseTo(1, 9);
    expect(asset!.agreement.share.value).toBe(1);
    expect(asset!.years.filter(({ agrees }) => agrees === true)).toHaveLength(3);
    const last = asset!.years.at(-1)!;
    expect(last).toMatchObject({ year: 2026, from: '2025-12-31', to: '2026-02-11', whole: false });
    expect(last.price.value).toBeCloseTo(last.liquidity.value!, 12);
  });

  it('gives reasons in place of values where nothing is known', async () => {
    const { assets, history } = (await answered([])).liquidity!.parts.conformity!;
    expect(assets.map(({ verdict, from }) => [verdict, from])).toEqual(Array(3).fill(['too-short', null]));
    expect(assets[0]!.p.why).toBe('fewer than 104 weeks with a change of both liquidity and btc-usd');
    expect(assets[0]!.years[0]!.price.why).toMatch(
      /no value of net liquidity or btc-usd at both ends of 2021/,
    );
    expect(history.dates).toEqual([]);
  });

  it('has nothing to say of a yield', async () => {
    const answer = await answered(liquidity, 'us-10y');
    expect(answer.liquidity!.parts.conformity).toBeNull();
  });

  it('is not changed by what is known later', async () => {
    const before = parseInstant('2025-09-01T00:00Z');
    const columns = [...liquidity, same];
    const known = await answered(columns, 'nasdaq-100', before);
    const changed = await answered(
      columns.map((one) => later(one, before, 'alter')),
      'nasdaq-100',
      before,
    );
    expect(changed.liquidity).toEqual(known.liquidity);
  });

  it('tells the verdict and that it is an association, in three languages', async () => {
    const answer = await answered([...liquidity, same], 'nasdaq-100');
    for (const [language, words] of [
      ['en', 'an association, not a cause'],
      ['zh-Hans', '是关联，不是因果'],
      ['zh-Hant', '是關聯，不是因果'],
    ] as const) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words);
      expect(told!.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'chart', 'table', 'table']);
    }
  });
});

describeWithPack('conformity on the real pack', () => {
  it('finds one of three assets on the side of liquidity in 2025, and no signal', async () => {
    const view = await (await openPack()).asOf(AFTER_RELEASE);
    const answer = await explain(view, { window: '5d', part: 'conformity' });
    const { assets } = answer.liquidity!.parts.conformity!;
    const of = (id: string) => assets.find(({ asset }) => asset === id)!;
    const in2025 = assets.map(({ years }) => years.find(({ year }) => year === 2025)!);
    // pandas on the CSV files, last Wednesdays of 2024 and 2025: net liquidity −5.162 %; Bitcoin −11.849, gold 65.099, Nasdaq-100 15.837 %.
    expect(in2025[0]!.liquidity.value).toBeCloseTo(-0.05162, 5);
    expect(in2025.map(({ agrees }) => agrees)).toEqual([true, false, false]);
    const expected = [-0.11849, 0.65099, 0.15837];
    for (const [k, { price }] of in2025.entries()) expect(price.value).toBeCloseTo(expected[k]!, 5);
    expect(assets.map(({ verdict }) => verdict)).toEqual(['no-signal', 'no-signal', 'no-signal']);
    // statsmodels on the same weeks: coint(ln P, ln N), and OLS with HAC errors (h lags, no correction) of the local projection.
    expect(of('gold-front').cointegration.statistic.value).toBeCloseTo(1.572165, 5);
    expect(of('nasdaq-100').cointegration.statistic.value).toBeCloseTo(-0.75091, 5);
    expect(of('nasdaq-100').cointegration.p.value).toBeCloseTo(0.940857, 5);
    expect(of('nasdaq-100').responses.map(({ beta }) => beta.value!.toFixed(6))).toEqual([
      '0.038826',
      '0.458431',
      '0.727231',
    ]);
    expect(of('gold-front').responses[2]!.beta.value).toBeCloseTo(0.2941887, 6);
  });
});
