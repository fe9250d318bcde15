import { describe, expect, it } from 'vitest';
import {
  EPISODE_SUMMARIES,
  EpisodeWatch,
  episodeDistance,
} from '../../../src/simulation/calibration/episode-watch.ts';
import { PathEngine } from '../../../src/simulation/engine/path.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

const COINS = ['a', 'b', 'c', 'd', 'e'];

describe('the summaries of an episode', () => {
  it('are those of a straight fall without anybody who sells', () => {
    const assets = COINS.map((id) => assetOf({ id, books: [bookOf()] }));
    const engine = new PathEngine(marketOf(assets, { steps: 37 }), []);
    const watch = new EpisodeWatch(engine, -1);
    // 185 minutes of 5; over 100 minutes bitcoin loses 0.1 in logs, 0.001 a minute, and the others twice to five times as much.
    engine.run(1, 0, { moves: Float64Array.of(-0.1, -0.2, -0.3, -0.4, -0.5), over: 100 }, watch);
    const found = [...watch.summaries(1)];
    const expected = [-0.1, 100, -0.025, -0.05, -0.07, -0.1, -0.2, -0.3, -0.4, -0.5, 0, 0, 0];
    expect(found).toHaveLength(EPISODE_SUMMARIES.length);
    for (const [j, value] of expected.entries()) expect(found[j]).toBeCloseTo(value, 9);
    expect(watch.liquidated).toBe(0);
  });

  it('count less than the reported and more of it by its log, each for itself', () => {
    const engine = new PathEngine(marketOf(), []);
    const watch = new EpisodeWatch(engine, -1);
    engine.run(1, 0, { moves: Float64Array.of(0), over: 0 }, watch);
    // Nothing was liquidated, counted as one dollar: ln(1/1000).
    expect(watch.summaries(1000).at(-2)).toBeCloseTo(-Math.log(1000), 12);
    expect(watch.summaries(1000).at(-1)).toBe(0);
    expect(watch.summaries(0.5).at(-2)).toBe(0);
    expect(watch.summaries(0.5).at(-1)).toBeCloseTo(Math.log(2), 12);
  });
});

describe('the distance of an episode', () => {
  it('is one when every summary is off by its scale', () => {
    const observed = Float64Array.from(EPISODE_SUMMARIES, (_, j) => j);
    const off = Float64Array.from(EPISODE_SUMMARIES, ({ scale }, j) => j + (j % 2 ? scale : -scale));
    expect(episodeDistance(off, observed)).toBeCloseTo(1, 12);
    expect(episodeDistance(observed, observed)).toBe(0);
  });
});
