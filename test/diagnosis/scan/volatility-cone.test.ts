import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { volatilityCones } from '../../../src/diagnosis/scan/volatility-cone.ts';
import { prices } from '../../measures/random.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

async function coneOf(values: ArrayLike<number>, withBars = true) {
  const rows = rowsUpTo('sp500', DAY, values);
  const field = (name: string, factor: number) =>
    columnsOf(
      `sp500.${name}`,
      rows.map((row) => ({ date: row.date, value: row.value * factor })),
    );
  const columns = withBars ? [field('open', 1), field('high', 1.01), field('low', 0.99)] : [];
  const view = viewOf([columnsOf('sp500', rows), ...columns], INSTANT);
  return (await volatilityCones(view, await readHistories(view, ['sp500']), makerFor(view)))[0]!;
}

describe('the volatility cone', () => {
  it('puts the latest among its own quantiles, in order', async () => {
    const { windows } = await coneOf(prices(900, 4));
    expect(windows.map(({ sessions }) => sessions)).toEqual([10, 30, 60, 120]);
    for (const { min, low, median, high, max, now, percentile } of windows) {
      const path = [min, low, median, high, max].map(({ value }) => value!);
      expect(path).toEqual([...path].sort((a, b) => a - b));
      expect(now.value).toBeGreaterThanOrEqual(min.value!);
      expect(now.value).toBeLessThanOrEqual(max.value!);
      expect(percentile.value).toBeGreaterThan(0);
    }
  });

  it('ranks a storm at the end first, and dates it', async () => {
    const calm = prices(600, 9, 0.005);
    const storm = prices(30, 10, 0.08).map((price) => (price / 100) * calm[599]!);
    const { windows } = await coneOf([...calm, ...storm]);
    for (const { percentile, max, now } of windows) {
      expect(percentile.value).toBeGreaterThan(0.95);
      expect(max.value).toBeGreaterThanOrEqual(now.value!);
    }
    expect(windows[0]!.maxDate! > '2025-12-01').toBe(true);
  });

  it('gives the range estimator of bars whose body and gap are known', async () => {
    // O = C, H = 1.01 C, L = 0.99 C on a price that stands still: RS = ln(1.01)² + ln(0.99)², no gap, no body.
    const { yangZhang } = await coneOf(new Array(400).fill(100));
    const k = 0.34 / (1.34 + 31 / 29);
    const range = Math.log(1.01) ** 2 + Math.log(0.99) ** 2;
    expect(yangZhang.value).toBeCloseTo(Math.sqrt(252 * (1 - k) * range), 12);
    expect(yangZhang.of.series).toEqual(['sp500', 'sp500.open', 'sp500.high', 'sp500.low']);
  });

  it('says why where bars, history or a crisis are missing', async () => {
    const { yangZhang, windows, crises } = await coneOf(prices(100, 3), false);
    expect(yangZhang.why).toBe('one of the last 31 bars is not whole');
    expect(windows[1]!.now.value).not.toBeNull();
    expect(windows[3]!.now.why).toBe('fewer than 120 changes, or the latest is not measured');
    expect(windows[1]!.median.why).toMatch(/^fewer than 252 earlier volatilities/);
    expect(windows[1]!.maxDate).toBeNull();
    expect(crises.map(({ peak }) => peak.why)).toEqual([
      'the history does not hold all of 2008-10-01 to 2008-12-12',
      'the history does not hold all of 2020-03-01 to 2020-05-13',
    ]);
  });

  it('finds the peak of a crisis that the history holds, and none of one it has not seen to its end', async () => {
    const to = (day: string, rows: number) => {
      const values = prices(rows, 6);
      const view = viewOf(
        [columnsOf('sp500', rowsUpTo('sp500', parseDay(day), values))],
        parseDay(day) * 86_400_000 + 90_000_000,
      );
      return readHistories(view, ['sp500']).then((histories) =>
        volatilityCones(view, histories, makerFor(view)),
      );
    };
    const [whole] = await to('2020-12-31', 900);
    const peak = whole!.crises[1]!;
    expect(peak.date! >= '2020-03-01' && peak.date! <= '2020-05-13').toBe(true);
    expect(peak.ratio.value).toBeCloseTo(whole!.windows[1]!.now.value! / peak.peak.value!, 14);
    const [half] = await to('2020-04-15', 900);
    expect(half!.crises[1]!.peak.value).toBeNull();
    const [late] = await to('2021-12-31', 460);
    expect(late!.crises[1]!.peak.value).toBeNull();
  });
});
