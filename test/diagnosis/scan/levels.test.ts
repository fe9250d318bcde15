import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { levels } from '../../../src/diagnosis/scan/levels.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

async function laddersOf(values: readonly number[], lows = values) {
  const rows = rowsUpTo('btc-usd', DAY, values);
  const low = rows.map((row, t) => ({ date: row.date, value: lows[t]! }));
  const view = viewOf([columnsOf('btc-usd', rows), columnsOf('btc-usd.low', low)], INSTANT);
  return levels(await readHistories(view, ['btc-usd', 'sp500']), makerFor(view));
}

const RISE = Array.from({ length: 70 }, (_, k) => 60_000 + 1000 * k);

describe('the levels of the scan', () => {
  it('date the break, the test and the last close below, and tell the distance from the close', async () => {
    const [bitcoin] = await laddersOf([...RISE, 119_000, 102_000], [...RISE, 118_500, 101_000]);
    expect(bitcoin).toMatchObject({ series: 'btc-usd', date: '2026-02-05', legFrom: '2026-02-03' });
    expect(bitcoin!.step.value).toBe(10_000);
    const rung = (price: number) =>
      bitcoin!.rungs.find((one) => one.kind === 'round' && one.price.value === price)!;
    // 1,000 a day up to 129,000 on 3 February: 119,000 stood ten days before, 109,000 twenty.
    expect(rung(120_000)).toMatchObject({
      state: 'broken-earlier',
      brokenOn: '2026-02-04',
      testedOn: null,
      lastBelow: '2026-01-24',
    });
    expect(rung(110_000)).toMatchObject({
      state: 'broken-today',
      brokenOn: '2026-02-05',
      lastBelow: '2026-01-14',
    });
    expect(rung(100_000)).toMatchObject({ state: 'not-reached', brokenOn: null });
    expect(rung(110_000).distance.value).toBeCloseTo(110_000 / 102_000 - 1, 14);
    expect(rung(110_000).price.of).toMatchObject({ formula: 'round-level', params: { step: 10_000 } });
  });

  it('hold a level that the low reached', async () => {
    const [bitcoin] = await laddersOf([...RISE, 121_000, 121_000], [...RISE, 121_000, 119_500]);
    expect(bitcoin!.rungs.find(({ price }) => price.value === 120_000)).toMatchObject({
      state: 'held',
      testedOn: '2026-02-05',
      brokenOn: null,
    });
  });

  it('count the close where a low is missing', async () => {
    const [bitcoin] = await laddersOf([...RISE, 119_000], RISE.map(() => Number.NaN).concat(Number.NaN));
    expect(bitcoin!.rungs.find(({ price }) => price.value === 120_000)?.state).toBe('broken-today');
  });

  it('are not told of a price with few closes, or none', async () => {
    expect(await laddersOf(RISE.slice(0, 30))).toEqual([]);
    expect(await laddersOf([])).toEqual([]);
  });
});
