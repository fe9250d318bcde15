import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { putCost } from '../../../src/diagnosis/explain/flows/implied-volatility/volatility-days.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'implied-volatility' } as const;

it('prices the put by Black–Scholes without rate or dividend', () => {
  // scipy: .95 N(−d2) − N(−d1), d1 = (ln(1/.95) + s² T/2)/(s √T), s 0.5528, T 30/365
  expect(putCost(0.5528)).toBeCloseTo(0.03977028489597162, 10);
  expect(putCost(0)).toBe(0);
  expect(putCost(Number.NaN)).toBeNaN();
});

function market(n: number, sigma = 0.02) {
  let price = 100;
  const closes = normals(n, 4).map((z) => {
    price *= Math.exp(sigma * z);
    return price;
  });
  const implied = normals(n, 5).map((z) => 0.5 + 0.02 * z);
  return [
    columnsOf('btc-implied-volatility', rowsUpTo('btc-implied-volatility', TO, implied)),
    columnsOf('btc-usd', rowsUpTo('btc-usd', TO, closes)),
  ];
}

describe('the part', () => {
  it('sets what was implied against what was realised', async () => {
    const answer = await explain(viewOf(market(900), INSTANT), { ...OPTIONS, asset: 'btc-usd' });
    const { markets } = answer.flows!.parts.impliedVolatility!;
    const [btc] = markets;
    expect(markets).toHaveLength(1);
    expect(btc!.gap.value).toBe(btc!.implied.value! - btc!.realised.value!);
    // 2 % a day is 38 % a year, below 50 % on every day
    expect(btc!.overpaid.value).toBeGreaterThan(0.85);
    expect(btc!.put.value).toBeCloseTo(putCost(btc!.implied.value!), 12);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
    const columns = market(900);
    const texts = await Promise.all(
      [
        columns,
        ...(['alter', 'remove', 'withdraw'] as const).map((how) =>
          columns.map((one) => later(one, instant, how)),
        ),
      ].map(async (one) => JSON.stringify((await explain(viewOf(one, instant), OPTIONS)).flows)),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('gives reasons in place of numbers when there is nothing or one day', async () => {
    for (const columns of [[], market(1)]) {
      const { parts, needs } = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!;
      const part = parts.impliedVolatility!;
      expect(
        part.markets.every(
          ({ realised, percentileYear }) => realised.value === null && percentileYear.value === null,
        ),
      ).toBe(true);
      expect(part.term.slope).toMatchObject({ value: null, why: 'no day with VIX of all four horizons' });
      expect(part.skew25).toMatchObject({ value: null, why: 'no skew of bitcoin options is known' });
      expect(needs.map(({ series }) => series)).toContain('btc-skew-25-delta');
    }
  });
});

describeWithPack('the real pack', () => {
  it('agrees with pandas on 12 February 2026', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.impliedVolatility!;
    const [btc] = part.markets;
    // v DVOL/100, rv = np.log(p).diff().rolling(30).std()*sqrt(365); (v.tail(365) <= v[-1]).mean(); v.shift(30) − rv
    expect(btc!.implied.value).toBeCloseTo(0.5528, 12);
    expect(btc!.percentileYear.value).toBeCloseTo(0.9315068493150684, 12);
    expect(btc!.percentileHistory.value).toBeCloseTo(0.6742909423604757, 9);
    expect(btc!.realised.value).toBeCloseTo(0.7854990862851906, 9);
    expect(btc!.miss.value).toBeCloseTo(-0.3685990862851906, 9);
    expect(btc!.overpaid.value).toBeCloseTo(0.6712328767123288, 9);
    expect(btc!.put.value).toBeCloseTo(0.03977028489597162, 9);
  });
});
