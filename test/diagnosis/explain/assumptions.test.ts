import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { ObservationColumns } from '../../../src/data/observation.ts';
import { LANGUAGES } from '../../../src/data/series/entry.ts';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { figuresOf } from '../../../src/data/trace.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import {
  ASSUMPTION_NAMES,
  type Assumptions,
  assumptionsText,
  parseAssumptions,
} from '../../../src/diagnosis/explain/assumptions.ts';
import { type ExplainOptions, explain } from '../../../src/diagnosis/explain/explain.ts';
import { textsOf } from '../../../src/report/document.ts';
import { explainDesk, storiesOf } from '../../../src/report/explain/index.ts';
import { plainText } from '../../../src/report/inline.ts';
import { EXPLAIN_WHYS_HANS } from '../../../src/report/messages/explain/whys.ts';
import { normals } from '../../measures/random.ts';
import { columnsOf, rowsUpTo, viewOf } from '../scan/synthetic.ts';
import { AFTER_RELEASE, liquidityOf, onWednesdays } from './weekly-world.ts';

/** Assets grow by 2 bn, bank credit by 5 bn a week. */
function steady(): ObservationColumns[] {
  const rising = (first: number, step: number) =>
    Float64Array.from({ length: 200 }, (_, t) => first + step * t);
  return [...liquidityOf(rising(6e12, 2e9)), onWednesdays('bank-credit', rising(18e12, 5e9))];
}

async function projected(assume: Assumptions | undefined, columns = steady()) {
  const answer = await explain(viewOf(columns, AFTER_RELEASE), { window: '5d', part: 'projection', assume });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer;
}

describe('assumptions', () => {
  it('are read in any order, with = or :, and written in one way', () => {
    const assume = parseAssumptions('flow=-3, banks:25,fed=+40.50');
    expect(assume).toEqual({ fed: 40.5e9, banks: 25e9, flow: -3e9 });
    expect(assumptionsText(assume)).toBe('fed:40.5,banks:25,flow:-3');
    expect(assumptionsText({})).toBe('');
    expect(assumptionsText(parseAssumptions('fed=-0,banks=100,mortgage=1000'))).toBe(
      'fed:0,banks:100,mortgage:1000',
    );
  });

  it.prop([
    fc.dictionary(fc.constantFrom(...ASSUMPTION_NAMES), fc.integer({ min: -1e12, max: 1e12 }), {
      minKeys: 1,
    }),
  ])('come back from their text to the dollar, in characters that an id may hold', (assume) => {
    const text = assumptionsText(assume);
    expect(parseAssumptions(text)).toEqual({ ...assume });
    expect(text).toMatch(/^[a-z0-9:.,-]+$/);
  });

  it.each([
    ['', 'no such assumption: ""'],
    ['tides=3', 'no such assumption: "tides"'],
    ['fed=1,', 'no such assumption: ""'],
    ['fed=1,fed=2', 'assumed twice: "fed"'],
    ['fed', 'fed: not a number of billions: ""'],
    ['fed=', 'fed: not a number of billions: ""'],
    ['fed=1e3', 'fed: not a number of billions: "1e3"'],
    ['fed=NaN', 'fed: not a number of billions: "NaN"'],
    ['fed=1=2', 'fed: not a number of billions: "1=2"'],
    ['flow=1000.1', 'flow: not a number of billions: "1000.1"'],
    ['cuts=1001', 'cuts: not a number of basis points: "1001"'],
  ])('refuse %o and name what is allowed', (text, message) => {
    expect(() => parseAssumptions(text)).toThrow(RangeError);
    expect(() => parseAssumptions(text)).toThrow(
      `${message}; allowed: fed, banks, mortgage, flow = billions`,
    );
  });

  it('refuse amounts that no id can carry', async () => {
    for (const fed of [Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1e13]) {
      await expect(projected({ fed })).rejects.toThrow(/allowed: whole ones/);
    }
  });

  it('are refused where no part asked for reads them', async () => {
    const asked = (options: Partial<ExplainOptions>) =>
      explain(viewOf([], AFTER_RELEASE), { window: '5d', ...options });
    await expect(asked({ section: 'flows', assume: { fed: 1e9 } })).rejects.toMatchObject({
      message: 'no part of the explanation asked for (flows) reads "fed"',
      hint: 'allowed there: flow',
      exitCode: 2,
    });
    await expect(asked({ asset: 'gold-front', assume: { flow: 1e9 } })).rejects.toMatchObject({
      hint: 'allowed there: fed, banks, mortgage, cuts',
    });
    await expect(asked({ section: 'havens', assume: { flow: 1e9 } })).rejects.toMatchObject({
      hint: 'nothing can be assumed there',
    });
  });
});

describe('a projection at supposed paces', () => {
  it('moves the named pillars, leaves the others at their base, and changes nothing else', async () => {
    const plain = await projected(undefined);
    const answer = await projected({ fed: 40e9 });
    expect(answer.parameters).toEqual({ window: '5d', assume: 'fed:40' });
    const part = answer.liquidity!.parts.projection!;
    const quarter = part.forecasts[1]!;
    const months = 13 / (365.25 / 12 / 7);
    expect(quarter.asked!.contributions.map(({ id }) => id)).toEqual(['fed', 'banks']);
    expect(quarter.asked!.contributions[0]!.value.value).toBeCloseTo(40e9 * months, 0);
    expect(quarter.asked!.contributions[1]!.value.value).toBeCloseTo(13 * 5e9, 0);
    expect(quarter.asked!.change.flags).toEqual(['unproven', 'extrapolated']);
    expect(quarter.asked!.change.band).toBeUndefined();
    expect(part.pillars.map(({ asked }) => asked?.value)).toEqual([40e9, undefined, undefined]);
    expect(part.history.asked!.at(-1)).toBeCloseTo(part.level.value! + 2 * quarter.asked!.change.value!, 0);
    for (const figure of figuresOf(answer)) expect(figure.id).toContain(';assume=fed:40#');
    const before = figuresOf(plain).map(({ id: _, ...figure }) => figure);
    const after = figuresOf(answer).map(({ id: _, ...figure }) => figure);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(JSON.stringify(plain)).not.toContain('asked');
  });

  it.prop(
    [
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: -1e12, max: 1e12 }),
      fc.integer({ min: -1e12, max: 1e12 }),
    ],
    { numRuns: 10 },
  )(
    'sums exactly, the purchases of the enterprises among the parts once they are named',
    async (fed, banks, mortgage) => {
      const answer = await projected({ fed, banks, mortgage });
      for (const { asked } of answer.liquidity!.parts.projection!.forecasts) {
        expect(asked!.contributions).toHaveLength(3);
        expect(asked!.contributions.reduce((sum, { value }) => sum + value.value!, 0)).toBe(
          asked!.change.value,
        );
      }
    },
  );

  it('has no value without a week to start from, or with a base pace that is unknown', async () => {
    const empty = (await projected({ fed: 1e9, banks: 1e9 }, [])).liquidity!.parts.projection!;
    expect(empty.forecasts[0]!.asked).toBeUndefined();
    const values = Float64Array.from({ length: 10 }, (_, t) => 6e12 + t);
    const few = [...liquidityOf(values), onWednesdays('bank-credit', values)];
    const one = (await projected({ fed: 1e9 }, few)).liquidity!.parts.projection!.forecasts[0]!.asked!;
    expect(one.change).toMatchObject({ value: null, why: expect.stringMatching(/13 weeks before/) });
    expect(one.contributions[0]!.value.value).toBeCloseTo(4e9 / (365.25 / 12 / 7), 0);
  });

  it('is told in three languages, with its column and its line', async () => {
    const answer = await projected({ fed: 40e9, mortgage: 20e9 });
    const words = { en: 'At the paces you set', 'zh-Hans': '按您设定的速度', 'zh-Hant': '按您設定的速度' };
    for (const language of LANGUAGES) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'liquidity',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words[language]);
      const table = told!.blocks.find((block) => block.kind === 'table');
      expect(table?.kind === 'table' && table.columns.map(({ key }) => key)).toEqual([
        'row',
        'low',
        'base',
        'high',
        'asked',
        'band',
      ]);
    }
  });
});

describe('the price at a supposed flow', () => {
  const TO = parseDay('2026-02-11');
  const INSTANT = parseInstant('2026-02-13T01:00Z');
  const OPTIONS = { window: '5d', part: 'flow-target' } as const;

  function market(coin: 'btc' | 'eth'): ObservationColumns[] {
    const flow = normals(200, 8).map((z) => 3e8 * z);
    const noise = normals(200, 9);
    let price = 50_000;
    const rows = rowsUpTo(`${coin}-etf-flow-total`, TO, flow);
    const prices = rows.map(({ date }, t) => {
      if (t > 0) price *= 1 + (0.034 * flow[t]!) / 1e9 + 0.02 * noise[t]!;
      return { date, value: price };
    });
    return [columnsOf(`${coin}-etf-flow-total`, rows), columnsOf(`${coin}-usd`, prices)];
  }

  async function target(assume: Assumptions, coin: 'btc' | 'eth' = 'btc') {
    const options = { ...OPTIONS, assume, asset: `${coin}-usd` };
    const answer = await explain(viewOf(market(coin), INSTANT), options);
    expect(explainAnswer.parse(answer)).toEqual(answer);
    return { answer, part: answer.flows!.parts.flowTarget! };
  }

  it('stands in a row of its own, on the line of the curve, at Citi’s slope for bitcoin only', async () => {
    const { part } = await target({ flow: -5e9 });
    const same = part.curve.find(({ flow }) => flow === -5e9)!;
    expect(part.asked!.flow).toBe(-5e9);
    expect(part.asked!.own.value).toBe(same.own.value);
    expect(part.asked!.own.band).toEqual(same.own.band);
    // 5 bn out at 3.4 % each: 17 % under the price
    expect(part.asked!.external.value! / part.base.value!).toBeCloseTo(0.83, 12);
    const ether = (await target({ flow: 1e9 }, 'eth')).part.asked!;
    expect(ether.external.why).toMatch(/bitcoin only/);
    expect(ether.own.value).not.toBeNull();
  });

  it('has no price where the line leaves none, and says so', async () => {
    const { part } = await target({ flow: -500e9 });
    expect(part.asked!.own).toMatchObject({ value: null, why: expect.stringMatching(/no price above 0/) });
    expect(part.asked!.external.why).toBe(part.asked!.own.why);
    expect(EXPLAIN_WHYS_HANS.some(([pattern]) => pattern.test(part.asked!.own.why!))).toBe(true);
  });

  it('is told in three languages', async () => {
    const { answer } = await target({ flow: -5e9 });
    const words = {
      en: 'The flow you set, $5.00',
      'zh-Hans': '按您设定的净流出50',
      'zh-Hant': '按您設定的淨流出50',
    };
    for (const language of LANGUAGES) {
      const [told] = storiesOf(
        explainDesk(answer, language, () => 1),
        'flows',
      );
      expect(told!.headline.map(plainText).join(' ')).toContain(words[language]);
      expect(told!.blocks.flatMap(textsOf).map(plainText).join('\n')).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
