import { describe, expect, it } from 'vitest';
import type { ObservationColumns } from '../../../../src/data/observation.ts';
import { explainAnswer } from '../../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../../src/diagnosis/explain/explain.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../../scan/synthetic.ts';
import { INSTANT, TO } from './market.ts';

const PRICES = [100, 120, 125, 110, 90, 96];

/** Prices of bitcoin, 10 of them by its market value of the first three days; stablecoins of 200 that grow by 10 on the last day. */
function market(): ObservationColumns[] {
  const bitcoin = rowsUpTo('btc-usd', TO, PRICES);
  const value = bitcoin.slice(0, 3).map(({ date, value: price }) => ({ date, value: 10 * price }));
  return [
    columnsOf('btc-usd', bitcoin),
    columnsOf('btc-market-cap', value),
    columnsOf('stablecoin-supply', rowsUpTo('stablecoin-supply', TO, [200, 200, 200, 200, 200, 210])),
  ];
}

async function partOf(columns: readonly ObservationColumns[]) {
  const answer = await explain(viewOf(columns, INSTANT), { window: '5d', part: 'crypto-value' });
  expect(explainAnswer.parse(answer)).toEqual(answer);
  return answer.havens!.parts.cryptoValue!;
}

describe('the market value of crypto', () => {
  it('falls from its top, of the value there and not of what is left', async () => {
    const part = await partOf(market());
    // 10 · 125 + 200 = 1450 at the top; 10 · 96 + 210 = 1170 now; 10 · 90 + 200 = 1100 the day before.
    expect(part.value.value).toBeCloseTo(1170, 9);
    expect(part.valueAtTop.value).toBeCloseTo(1450, 9);
    expect(part.sinceTop.share.value).toBeCloseTo(-280 / 1450, 12);
    expect(part.sinceTop.ofWhatIsLeft.value).toBeCloseTo(-280 / 1170, 12);
    expect(part.day.dollars.value).toBeCloseTo(70, 9);
    expect(part.cover).toMatchObject({ value: null, why: 'crypto-market-cap has no value on the day' });
  });

  it('has parts that sum to it, and does not change by what is known later or by the order of the series', async () => {
    const columns = market();
    const part = await partOf(columns);
    const sum = (of: (one: (typeof part.parts)[number]) => number | null) =>
      part.parts.reduce((total, one) => total + of(one)!, 0);
    expect(sum(({ value }) => value.value)).toBeCloseTo(part.value.value!, 9);
    expect(sum(({ change }) => change.value)).toBeCloseTo(part.sinceTop.dollars.value!, 9);
    for (const how of ['remove', 'alter'] as const) {
      expect(await partOf(columns.map((one) => later(one, INSTANT, how)).reverse())).toEqual(part);
    }
  });

  it('says what share of all crypto it is where that is imported', async () => {
    const total = columnsOf('crypto-market-cap', rowsUpTo('crypto-market-cap', TO, [1300]));
    expect((await partOf([...market(), total])).cover.value).toBeCloseTo(0.9, 12);
  });

  it('says so when bitcoin or its supply is not known', async () => {
    for (const columns of [[], market().slice(0, 1), market().slice(2)]) {
      const part = await partOf(columns);
      expect(part.value).toMatchObject({ value: null, why: 'bitcoin or its market value has no value' });
      expect(part.sinceTop.dollars.value).toBeNull();
    }
  });
});
