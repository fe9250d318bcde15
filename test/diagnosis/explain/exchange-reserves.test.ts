import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { explainAnswer } from '../../../src/diagnosis/explain/answer.ts';
import { explain } from '../../../src/diagnosis/explain/explain.ts';
import { groupDifference } from '../../../src/diagnosis/explain/flows/after.ts';
import { monthlyNet } from '../../../src/diagnosis/explain/flows/exchange-reserves/months.ts';
import { normals } from '../../measures/random.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';
import { columnsOf, later, rowsUpTo, viewOf } from '../scan/synthetic.ts';

const TO = parseDay('2026-02-11');
const INSTANT = parseInstant('2026-02-13T01:00Z');
const OPTIONS = { window: '5d', section: 'flows', part: 'exchange-reserves' } as const;

describe('a month', () => {
  it('is the level at its end less that at the end of the month before, priced at its mean', () => {
    const from = parseDay('2025-11-29');
    const dates = Int32Array.from({ length: 36 }, (_, k) => from + k);
    const level = Float64Array.from(dates, (date) => date - from);
    const months = monthlyNet(dates, level, new Float64Array(36).fill(50));
    // the level rises by 1 a day: 31 in December, and 3 so far in January
    expect(months).toEqual([
      { month: '2025-12', net: 31, price: 50, complete: true },
      { month: '2026-01', net: 3, price: 50, complete: false },
    ]);
  });

  it('has no change when the month before does not reach its last day', () => {
    const dates = Int32Array.of(parseDay('2025-11-29'), parseDay('2025-12-31'), parseDay('2026-01-02'));
    const months = monthlyNet(dates, Float64Array.of(5, 7, 8), new Float64Array(3).fill(Number.NaN));
    expect(months).toEqual([{ month: '2026-01', net: 1, price: Number.NaN, complete: false }]);
  });
});

describe('two groups', () => {
  it('differ by their means', () => {
    const y = normals(200, 2);
    const found = groupDifference(y, (row) => (row % 3 === 0 ? 1 : row % 3 === 1 ? 0 : undefined), 3)!;
    const meanOf = (k: number) => {
      const rows = [...y.keys()].filter((row) => row % 3 === k);
      return rows.reduce((sum, row) => sum + y[row]!, 0) / rows.length;
    };
    expect(found.difference).toBeCloseTo(meanOf(0) - meanOf(1), 12);
    expect(groupDifference(y, (row) => (row < 9 ? 1 : 0), 3)).toBeUndefined();
  });
});

/** Reserves that drift down by a random walk, funds that take in a coin a day, a venue and a price. */
function market(n: number, to = TO) {
  const walk = (seed: number, drift: number) => {
    let level = 3_000_000;
    return normals(n, seed).map((z) => {
      level += drift + 900 * z;
      return level;
    });
  };
  let price = 100;
  const closes = normals(n, 4).map((z) => {
    price *= Math.exp(0.025 * z);
    return price;
  });
  return [
    columnsOf('btc-exchange-reserve', rowsUpTo('btc-exchange-reserve', to, walk(1, -100))),
    columnsOf('btc-exchange-reserve-coinbase', rowsUpTo('btc-exchange-reserve-coinbase', to, walk(2, -100))),
    columnsOf(
      'btc-fund-holdings',
      rowsUpTo(
        'btc-fund-holdings',
        to,
        Float64Array.from({ length: n }, (_, k) => k),
      ),
    ),
    columnsOf('btc-usd', rowsUpTo('btc-usd', TO, closes)),
  ];
}

describe('the part', () => {
  it('splits what left into what the funds took and the rest', async () => {
    const answer = await explain(viewOf(market(800), INSTANT), OPTIONS);
    const { migration, venues, level, signs } = answer.flows!.parts.exchangeReserves!;
    expect(migration.toFunds.value).toBe(365);
    expect(migration.left.value! - migration.toFunds.value!).toBe(migration.elsewhere.value);
    expect(venues).toMatchObject([{ venue: 'coinbase', date: '2026-02-11' }]);
    expect(level.flags).not.toContain('stale');
    // independent walks: no sign speaks
    expect(signs.speaksFor).toBe('neither');
    expect(explainAnswer.parse(answer)).toEqual(answer);
  });

  it('calls an old reserve old', async () => {
    const view = viewOf(market(500, TO - 90), INSTANT);
    const part = (await explain(view, OPTIONS)).flows!.parts.exchangeReserves!;
    expect(part.ageDays).toBe(92);
    expect(part.level.flags).toContain('stale');
  });

  it('uses nothing that becomes known later', async () => {
    const instant = parseInstant('2025-11-01T01:00Z');
    const columns = market(800);
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
      expect(parts.exchangeReserves!.migration.elsewhere.value).toBeNull();
      expect(parts.exchangeReserves!.signs.speaksFor).toBeNull();
      expect(needs.map(({ series }) => series)).toContain('btc-exchange-reserve-kraken');
    }
  });
});

describeWithPack('the real pack', () => {
  it('has reserves to November 2024 and says that they are old', async () => {
    const view = await (await openPack()).asOf(parseInstant('2026-02-13T01:00Z'));
    const part = (await explain(view, OPTIONS)).flows!.parts.exchangeReserves!;
    expect(part).toMatchObject({ date: '2024-11-19', ageDays: 451 });
    expect(part.level.flags).toContain('stale');
    // pandas: r['2024-10-31'] − r['2024-09-30'], times the mean of the October closes of Binance
    const october = part.months.find(({ month }) => month === '2024-10')!;
    expect(october.net.value).toBeCloseTo(-54554.734, 3);
    expect(october.price).toBeCloseTo(65612.6235483871, 8);
    expect(part.signs.speaksFor).toBe('neither');
  });
});
