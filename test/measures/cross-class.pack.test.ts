import { beforeAll, describe, expect, it } from 'vitest';
import { asChanges } from '../../scripts/measure-pages/panels.ts';
import { entryOf } from '../../src/data/series/index.ts';
import { CROSS_CLASS_15 } from '../../src/data/series/universe.ts';
import type { Store } from '../../src/data/store/store.ts';
import { MS_PER_DAY, parseDay } from '../../src/data/time.ts';
import { earlierShareBelow } from '../../src/math/rank.ts';
import { absorptionRatioMeasure, turbulence, turbulencePercentile } from '../../src/measures/index.ts';
import { describeWithPack } from '../pack.ts';
import { openPack } from '../pack-store.ts';

/**
 * Figures of the fifteen markets on three days, by numpy 1.24 on the same returns: absorption
 * `sort(eigvalsh(corrcoef(X[t-499:t+1].T)))[-3:].sum()/15`, turbulence `v @ solve(cov(X[t-500:t].T), v)`, ranks
 * `(earlier < last).mean()` over the pack's history.
 */
const DAYS = [
  ['2025-10-10', 0.6608572344248235, 0.521887159533074, 41.26693813276411, 0.9498783454987835],
  ['2025-11-20', 0.664379247238174, 0.5645083932853717, 19.574141177910796, 0.7667946257197696],
  ['2026-02-05', 0.6651127291207319, 0.5800561797752809, 94.25225314683651, 0.9859484777517564],
] as const;

describe('the panel across classes', () => {
  it('names fifteen different daily series of the catalogue', () => {
    expect(new Set(CROSS_CLASS_15).size).toBe(15);
    for (const id of CROSS_CLASS_15) expect(entryOf(id)?.frequency).toBe('daily');
  });
});

describeWithPack('the fifteen markets across classes', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPack();
  });

  it.each(
    DAYS,
  )('have on %s the absorption and the turbulence that numpy finds in what was known', async (day, ratio, ratioRank, distance, distanceRank) => {
    const date = parseDay(day);
    const view = await store.asOf((date + 1.5) * MS_PER_DAY);
    const panel = asChanges(await view.panel({ ids: [...CROSS_CLASS_15], to: date }));
    const last = panel.dates.length - 1;
    expect(panel.columns.length).toBe(15);
    expect(panel.dates[last]).toBe(date);
    const absorption = absorptionRatioMeasure.compute(panel, { window: 500, leading: 0 });
    expect(absorption[last]).toBeCloseTo(ratio, 10);
    expect(earlierShareBelow(absorption, 60)[last]).toBeCloseTo(ratioRank, 12);
    const options = { window: 500, ridge: 0.05 };
    expect(turbulence.compute(panel, options)[last]! / distance).toBeCloseTo(1, 9);
    const percentile = turbulencePercentile.compute(panel, { ...options, atLeast: 60 });
    expect(percentile[last]).toBeCloseTo(distanceRank, 12);
  });
});
