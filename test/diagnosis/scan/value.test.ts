import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { bitcoinHeight, bitcoinIssued } from '../../../src/diagnosis/scan/supply.ts';
import { valueLost } from '../../../src/diagnosis/scan/value.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

describe('value lost', () => {
  it('issues the coins of the protocol by height', () => {
    // Bitcoin: 210,000 blocks of 50, then 25, 12.5 …; all coins are just under 21 million.
    expect(bitcoinIssued(0)).toBe(0);
    expect(bitcoinIssued(210_000)).toBe(10_500_000);
    expect(bitcoinIssued(840_000)).toBe(19_687_500);
    expect(bitcoinIssued(840_001)).toBe(19_687_503.125);
    expect(bitcoinIssued(6_930_000)).toBeCloseTo(21_000_000, 0);
  });

  it('estimates the height within a hundredth of known blocks, from facts of that time only', () => {
    // Block 800,000 was mined on 2023-07-24; block 935,000 in the first days of February 2026.
    expect(bitcoinHeight(parseInstant('2023-07-24')) / 800_000).toBeCloseTo(1, 1.9);
    expect(bitcoinHeight(parseInstant('2024-04-20T00:09:27Z'))).toBe(840_000);
    expect(bitcoinHeight(parseInstant('2024-04-20T00:09:26Z'))).toBeLessThan(840_000);
  });

  it('multiplies the fall of the day and from the peak by the supply', async () => {
    const view = viewOf(
      [columnsOf('gold-front', rowsUpTo('gold-front', DAY, [4000, 5000, 4900, 4800]))],
      INSTANT,
    );
    const [gold] = valueLost(await readHistories(view, ['gold-front']), makerFor(view));
    // 216,265 t above ground at the end of 2024 (World Gold Council) × 32,150.7466 oz.
    const ounces = 216_265 * 32_150.7466;
    expect(gold?.supply.value).toBeCloseTo(ounces, 0);
    expect(gold?.day.value).toBeCloseTo(-100 * ounces, -3);
    expect(gold?.fromPeak.value).toBeCloseTo(-200 * ounces, -3);
  });
});
