import { describe, expect, it } from 'vitest';
import { stream } from '../../../src/math/random.ts';
import { sampleAbc } from '../../../src/simulation/calibration/abc.ts';
import { EpisodeWatch } from '../../../src/simulation/calibration/episode-watch.ts';
import { isFitted, thetaAt } from '../../../src/simulation/calibration/fit.ts';
import { adjustByRegression } from '../../../src/simulation/calibration/regression-adjustment.ts';
import { PathEngine } from '../../../src/simulation/engine/path.ts';
import { perpetuals } from '../../../src/simulation/sellers/perpetuals.ts';
import type { Theta, Unknown } from '../../../src/simulation/state/unknown.ts';
import { assetOf, bookOf, marketOf } from '../market-example.ts';

const words = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
const unknown = (name: string, low: number, high: number): Unknown => ({
  name,
  title: words,
  unit: 'ratio',
  low,
  high,
  scale: 'log',
  source: 'invented',
});

const UNKNOWNS = [
  unknown('market.impact', 0.3, 3),
  unknown('perpetuals.leverage', 5, 40),
  unknown('market.refill', 5, 60),
];

/** One coin at one venue: what is sold moves the price by Y·σ·√(Q/V), half of it is back after the refill. */
function pathUnder(theta: Theta, path: number): Float64Array {
  const depth = {
    law: 'square-root' as const,
    prefactor: theta['market.impact']!,
    volume: 1e10,
    volatility: 0.03,
  };
  const market = marketOf(
    [
      assetOf({
        volatility: 0.03,
        books: [bookOf({ depth, refillHalfLife: theta['market.refill']! })],
        makers: { sensitivity: 0.5, least: 0.2, halfLife: 15 },
      }),
    ],
    { steps: 37 },
  );
  const leverage = theta['perpetuals.leverage']!;
  const side = {
    hedged: 0,
    leverage: [0.5, 0.75, 1, 1.5].map((times) => ({ leverage: times * leverage, share: 0.25 })),
  };
  const plan = perpetuals.plan(
    {
      binWidth: 0.001,
      bins: 1000,
      venues: [
        {
          asset: 'coin',
          venue: 'one',
          openInterest: 2e9,
          tiers: [{ floor: 0, cap: 1e9, rate: 0.005, maxLeverage: 125 }],
          sizes: [{ usd: 1e5, share: 1 }],
          long: side,
          short: { ...side, hedged: 1 },
          entries: [
            { at: 0, lowSince: 0, highSince: 0, ageDays: 0.1, share: 0.6 },
            { at: 0.02, lowSince: 0, highSince: 0.02, ageDays: 1, share: 0.4 },
          ],
          insuranceFund: 1e9,
        },
      ],
    },
    market,
  );
  const engine = new PathEngine(market, [plan]);
  const watch = new EpisodeWatch(engine, 0);
  engine.run(17, path, { moves: Float64Array.of(-0.06), over: 30 }, watch);
  const [low, , , , late, end, depthLeft] = watch.summaries(1);
  return Float64Array.of(low!, late!, end!, depthLeft!, Math.log(1e6 + watch.liquidated));
}

const SCALES = [0.02, 0.01, 0.01, 0.2, 0.3];

function distanceTo(observed: Float64Array) {
  return (summaries: Float64Array) =>
    Math.hypot(...summaries.map((value, j) => (value - observed[j]!) / SCALES[j]!));
}

describe('a fit of the simulator to its own path', () => {
  it('covers planted unknowns by its 90 % intervals and narrows the prior of the impact', async () => {
    const plants = 10;
    let covered = 0;
    let width = 0;
    for (let plant = 0; plant < plants; plant++) {
      const random = stream(23, plant);
      const truth = Float64Array.from(UNKNOWNS, () => 0.05 + 0.9 * random.uniform());
      const observed = pathUnder(thetaAt(UNKNOWNS, truth), 1_000_000 + plant);
      const { particles, tolerance } = await sampleAbc(
        async (points, first) => points.map((point, i) => pathUnder(thetaAt(UNKNOWNS, point), first + i)),
        distanceTo(observed),
        { dimensions: 3, pilot: 300, particles: 100, tolerance: 1, most: 700, seed: plant },
      );
      const { points, weights } = adjustByRegression(particles, observed, tolerance);
      for (let k = 0; k < 3; k++) {
        const below = points.reduce((sum, point, i) => sum + (point[k]! < truth[k]! ? weights[i]! : 0), 0);
        if (below > 0.05 && below < 0.95) covered++;
      }
      const mean = points.reduce((sum, point, i) => sum + weights[i]! * point[0]!, 0);
      width += Math.sqrt(points.reduce((sum, point, i) => sum + weights[i]! * (point[0]! - mean) ** 2, 0));
    }
    // Of 30 intervals of 90 % 22 or fewer hold the truth with a probability of 0.8 % (scipy.stats.binom.cdf(22, 30, 0.9)).
    expect(covered).toBeGreaterThan(22);
    // The prior of the coordinate is even on (0, 1): standard deviation 1/√12.
    expect(width / plants).toBeLessThan(0.8 / Math.sqrt(12));
  }, 60_000);
});

describe('what is kept of a fit', () => {
  it('is what books and positions have on any day, and neither the day itself nor other sellers', () => {
    const names = [
      'market.crypto-impact',
      'market.exchange-impact',
      'market.volume.btc-usd',
      'perpetuals.leverage',
      'perpetuals.open-interest.eth-usd',
      'trend-followers.assets',
      'episode.shock',
    ];
    expect(names.filter((name) => isFitted(unknown(name, 1, 2)))).toEqual([
      'market.crypto-impact',
      'perpetuals.leverage',
    ]);
  });
});
