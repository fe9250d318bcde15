import { beforeAll, expect, it } from 'vitest';
import { asChanges } from '../../../scripts/measure-pages/panels.ts';
import { CROSS_CLASS_15 } from '../../../src/data/series/universe.ts';
import type { Store } from '../../../src/data/store/store.ts';
import { MS_PER_DAY, parseDay } from '../../../src/data/time.ts';
import { earlierShareBelow } from '../../../src/math/rank.ts';
import { totalConnectedness, tvpVarTotalConnectedness } from '../../../src/measures/index.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

/**
 * Total connectedness of the fifteen markets on three days, by numpy 1.24 on the same returns: least squares of each window's complete rows on a
 * constant and the row before, Ψ_h = A^h, H = 10; rank `(earlier < last).mean()` over the pack's history.
 */
const DAYS = [
  ['2025-10-10', 0.6350089136847827, 0.4970288624787776],
  ['2025-11-20', 0.6397518865001888, 0.5677148846960167],
  ['2026-02-05', 0.6060109238176618, 0.19991789819376027],
] as const;

describeWithPack('the fifteen markets across classes', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPack();
  });

  it.each(
    DAYS,
  )('have on %s the total connectedness that numpy finds in what was known', async (day, total, rank) => {
    const date = parseDay(day);
    const view = await store.asOf((date + 1.5) * MS_PER_DAY);
    const panel = asChanges(await view.panel({ ids: [...CROSS_CLASS_15], to: date }));
    const last = panel.dates.length - 1;
    expect(panel.dates[last]).toBe(date);
    const rolling = totalConnectedness.compute(panel, totalConnectedness.params.parse({}));
    expect(rolling[last]).toBeCloseTo(total, 11);
    expect(earlierShareBelow(rolling, 60)[last]).toBeCloseTo(rank, 12);
    const live = tvpVarTotalConnectedness.compute(panel, tvpVarTotalConnectedness.params.parse({}));
    expect(Math.abs(live[last]! - total)).toBeLessThan(0.05);
  });
});
