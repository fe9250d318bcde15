import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { coinSupply } from '../../../src/diagnosis/explain/flows/crypto-funding/coin-supply.ts';
import {
  composite,
  GAUGES,
  standardised,
} from '../../../src/diagnosis/explain/flows/crypto-funding/composite.ts';
import {
  annualBasis,
  expiryOf,
  medianBasis,
} from '../../../src/diagnosis/explain/flows/crypto-funding/leverage.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-12');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'crypto-funding' } as const;

describe('the composite', () => {
  it('is the sum of its contributions to the last bit, in any order', () => {
    const scores = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...GAUGES), fc.double({ min: -6, max: 6, noNaN: true })),
      {
        selector: ([id]) => id,
        minLength: 3,
      },
    );
    fc.assert(
      fc.property(scores, (pairs) => {
        const { value, contributions } = composite(new Map(pairs));
        expect([...contributions.values()].reverse().reduce((sum, one) => sum + one, 0)).toBe(value);
        expect(value).toBeCloseTo(pairs.reduce((sum, [, z]) => sum + z, 0) / pairs.length, 10);
      }),
    );
  });

  it('has no value under three of five gauges', () => {
    const two = composite(
      new Map([
        ['funding', 1],
        ['basis', 2],
      ]),
    );
    expect(two).toMatchObject({ value: Number.NaN, weight: 0.4 });
  });

  it('takes a value against the year before it, and none that is old or later', () => {
    const dates = Int32Array.from({ length: 400 }, (_, k) => 1000 + k);
    const values = normals(400, 1);
    const gauge = { dates, values, delay: 1 };
    // delay 1: on day 1300 the value of 1299 is known; its year is 1000 … 1298
    const found = standardised(gauge, 1300)!;
    expect(found.row).toBe(299);
    const before = values.subarray(0, 299);
    const mean = before.reduce((sum, x) => sum + x, 0) / 299;
    const s = Math.sqrt(before.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 298);
    expect(found.z).toBeCloseTo((values[299]! - mean) / s, 12);
    expect(standardised(gauge, 1399 + 1 + 5)).toBeDefined();
    expect(standardised(gauge, 1399 + 1 + 6)).toBeUndefined();
    expect(standardised(gauge, 1150)).toBeUndefined();
    expect(standardised({ ...gauge, values: new Float64Array(400).fill(3) }, 1399)).toBeUndefined();
  });
});

describe('the stack', () => {
  it('takes the last Friday of the month for the expiry', () => {
    // CME bitcoin futures end on the last Friday: 2026-01-30, 2026-02-27; December 2025 on the 26th
    const of = (day: string) => formatDay(expiryOf(parseDay(day)));
    expect([of('2026-01-30'), of('2026-01-31'), of('2025-12-27'), of('2026-02-12')]).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-01-30',
      '2026-02-27',
    ]);
  });

  it('annualises the basis, and refuses to within five days of the expiry', () => {
    // 15 days: 0.01·365/15
    expect(annualBasis(parseDay('2026-02-12'), 101, 100)).toBeCloseTo(0.01 * (365 / 15), 12);
    expect(annualBasis(parseDay('2026-02-23'), 101, 100)).toBeNaN();
  });

  it('takes the median over sessions, so that one odd close moves little', () => {
    const dates = Int32Array.from({ length: 22 }, (_, k) => parseDay('2026-01-31') + k);
    const front = Float64Array.from(dates, (day) => 100 * (1 + (0.05 * (expiryOf(day) - day)) / 365));
    front[21] = 50;
    const basis = medianBasis({ dates, values: front }, { dates, values: new Float64Array(22).fill(100) });
    expect(basis.values.at(-1)).toBeCloseTo(0.05, 12);
  });

  it('counts coins by the schedule', () => {
    expect(coinSupply(parseDay('2024-04-20'))).toBe(19_687_500);
    expect(coinSupply(parseDay('2008-12-31'))).toBeNaN();
    // Bitcoin's supply passed 19.9 million in mid-August 2025 (block 908,000: 19,687,500 + 68,000 · 3.125)
    expect(coinSupply(parseDay('2025-08-01')) / 19_900_000).toBeCloseTo(1, 2);
  });
});

function market(n: number) {
  const noise = (id: string, seed: number, size: number, level = 0, to = TO, rows = n) =>
    columnsOf(
      id,
      rowsUpTo(
        id,
        to,
        normals(rows, seed).map((z) => level + size * z),
      ),
    );
  return [
    noise('btc-funding', 1, 1e-4),
    noise('btc-cme-front', 2, 50, 100_000, TO, Math.floor(n * 0.6)),
    noise('btc-usd', 3, 50, 100_000),
    noise('stablecoin-supply', 4, 1e8, 3e11),
    noise('btc-etf-flow-total', 5, 1e8, 0, TO - 1, Math.floor(n * 0.6)),
  ];
}

describe('the part', () => {
  it('counts four of five gauges, whose contributions make the score', async () => {
    const answer = await explain(viewOf(market(900), INSTANT), OPTIONS);
    const part = answer.flows!.parts.cryptoFunding!;
    expect(part.weight).toBe(0.8);
    const sum = part.gauges.reduce((total, { contribution }) => total + (contribution.value ?? 0), 0);
    expect(sum).toBe(part.score.value);
    expect(part.gauges[4]).toMatchObject({ gauge: 'borrowing', date: null, z: { value: null } });
    expect(part.series.score.at(-1)).toBe(part.score.value);
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('gives no score when too little is measured, and the rest stands', async () => {
    const part = (await explain(viewOf(market(900).slice(0, 3), INSTANT), OPTIONS)).flows!.parts
      .cryptoFunding!;
    expect(part.score).toMatchObject({ value: null, why: 'less than 60 % of the weights is measured' });
    expect(part.gauges[0]!.z.value).not.toBeNull();
    expect(part.leverage.find(({ id }) => id === 'basis-annual')!.value.value).not.toBeNull();
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
    for (const columns of [[], market(2)]) {
      const { parts, needs } = (await explain(viewOf(columns, INSTANT), OPTIONS)).flows!;
      expect(parts.cryptoFunding!.score.value).toBeNull();
      expect(parts.cryptoFunding!.percentile.value).toBeNull();
      expect(needs.map(({ series }) => series)).toContain('usdc-borrow-rate');
    }
  });
});

describeWithPack('the real pack', () => {
  it('agrees with pandas on 12 February 2026', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.cryptoFunding!;
    // pandas: rolling(7).mean of funding, rolling(20).mean of front/close − 1, 30-day growth, rolling(5).sum of the flows;
    // z of each latest value against those dated within 365 days before it
    expect(part.gauges.map(({ z }) => z.value)).toEqual([
      expect.closeTo(-3.474508465723928, 9),
      expect.closeTo(-0.365423858780818, 9),
      expect.closeTo(-1.3935425122184266, 9),
      expect.closeTo(-0.23370731540331974, 9),
      null,
    ]);
    expect(part.score.value).toBeCloseTo(-1.366795538031623, 9);
    const basis = part.leverage.find(({ id }) => id === 'basis-annual')!;
    expect(basis.value.value).toBeCloseTo(0.03017423413156449, 9);
    expect(part.leverage[0]).toMatchObject({ date: '2024-11-20' });
    expect(part.leverage[0]!.value.flags).toContain('stale');
  });
});
