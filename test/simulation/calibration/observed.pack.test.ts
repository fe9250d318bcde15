import { afterAll, beforeAll, expect, it } from 'vitest';
import { observedEpisode } from '../../../scripts/calibrate/observed.ts';
import type { Store } from '../../../src/data/store/store.ts';
import { MS_PER_DAY } from '../../../src/data/time.ts';
import { EPISODE_START } from '../../../src/simulation/calibration/episode.ts';
import { EPISODE_SUMMARIES } from '../../../src/simulation/calibration/episode-watch.ts';
import { describeWithPack } from '../../pack.ts';
import { openPack } from '../../pack-store.ts';

describeWithPack('what was seen on 10 October 2025', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openPack();
  }, 300_000);
  afterAll(() => store?.close());

  it('is what the files say', async () => {
    const seen = await observedEpisode(await store.asOf(EPISODE_START + 2 * MS_PER_DAY));
    const of = (name: string) => seen[EPISODE_SUMMARIES.findIndex((one) => one.name === name)];
    // Logs of the mark price over 116,830.2 at 20:50, and the least five-minute mean of the bids over that of 20:30 to 20:50 (numpy, pandas).
    expect(of('low')).toBeCloseTo(-0.13694862428831336, 9);
    expect(of('low-minute')).toBe(32.5);
    expect(of('at-21:15')).toBeCloseTo(-0.04260269407979346, 6);
    expect(of('at-21:40')).toBeCloseTo(-0.0477305383, 6);
    expect(of('at-22:00')).toBeCloseTo(-0.031229128788051178, 6);
    expect(of('at-23:55')).toBeCloseTo(-0.03415889898252213, 6);
    expect(of('depth')).toBeCloseTo(-3.3105534437872337, 6);
    // Middle, in logs, of the small venue (3,681 of 4,010.22 at 20:50) and the large one (3,435): ln(0.9179) and ln(0.8566), halved.
    expect(of('low-eth')).toBeCloseTo((Math.log(3681 / 4010.22) + Math.log(3435 / 4010.22)) / 2, 3);
    expect(of('low-doge')).toBeCloseTo((Math.log(0.15 / 0.23394) + Math.log(0.095 / 0.23394)) / 2, 3);
  });
});
