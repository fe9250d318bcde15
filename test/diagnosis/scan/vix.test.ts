import { describe, expect, it } from 'vitest';
import { formatDay, parseDay, parseInstant } from '../../../src/data/time.ts';
import { readHistories } from '../../../src/diagnosis/history.ts';
import { VIX_SERIES, vixCard } from '../../../src/diagnosis/scan/vix.ts';
import { columnsOf, makerFor, rowsUpTo, viewOf } from './synthetic.ts';

const DAY = parseDay('2026-02-05');
const INSTANT = parseInstant('2026-02-06T01:00Z');

async function cardOf(near: readonly number[], far: readonly number[]) {
  const [vix, vix3m] = [rowsUpTo('vix', DAY, near), rowsUpTo('vix3m', DAY, far)];
  const view = viewOf([columnsOf('vix', vix), columnsOf('vix3m', vix3m)], INSTANT);
  const card = vixCard(view, await readHistories(view, VIX_SERIES), makerFor(view));
  return { card, dates: vix.map(({ date }) => formatDay(date)) };
}

describe('the card of the VIX', () => {
  it('tells level, points, change, rank and the last higher close', async () => {
    const { card, dates } = await cardOf([30, 20, 25, 20, 24], [20, 20, 20, 20, 30]);
    expect(card!.level.value).toBe(24);
    expect(card!.points.value).toBe(4);
    expect(card!.change.value).toBeCloseTo(0.2, 14);
    // 24 is above 20, 20 and itself: 3 of 5.
    expect(card!.percentile.value).toBe(0.6);
    expect(card!.highestSince).toBe(dates[2]);
    expect(card!.ratio.value).toBe(0.8);
    expect(card).toMatchObject({ termStructure: 'normal', invertedSince: null, from: dates[0] });
    expect(card!.ratioPercentile.why).toBe('fewer than 252 common sessions');
  });

  it('dates the first session of the present inversion', async () => {
    const { card, dates } = await cardOf([20, 22, 19, 23, 24], [20, 20, 20, 20, 20]);
    expect(card).toMatchObject({ termStructure: 'inverted', invertedSince: dates[3], highestSince: null });
  });

  it('has no term structure without VIX3M of the same session, and is nothing without the VIX', async () => {
    const { card } = await cardOf([20, 22, 24], []);
    expect(card).toMatchObject({ termStructure: 'not-measured', invertedSince: null });
    expect(card!.ratio.why).toBe('VIX3M is not measured on 2026-02-05');
    expect((await cardOf([], [20])).card).toBeNull();
  });
});
