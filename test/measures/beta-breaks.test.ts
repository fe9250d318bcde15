import { expect, it } from 'vitest';
import { betaBreaks, segmentSlopes } from '../../src/measures/beta-breaks.ts';
import { normals } from './random.ts';

/** r = β m + 0.5 e with β from `betas`, which change at `changes`. */
function path(betas: readonly number[], changes: readonly number[], n: number, seed: number) {
  const market = normals(n, seed);
  const noise = normals(n, seed + 1000);
  const asset = market.map((m, t) => betas[changes.filter((at) => at <= t).length]! * m + 0.5 * noise[t]!);
  return { asset, market };
}

/** Every segmentation into at most three segments, tried one by one. */
function brute(asset: Float64Array, market: Float64Array, threshold: number, leastRows: number) {
  const n = asset.length;
  const slopes = (from: number, to: number) => {
    let rss = 0;
    for (const stress of [false, true]) {
      const rows = Array.from({ length: to - from }, (_, k) => from + k).filter(
        (t) => market[t]! < threshold === stress,
      );
      const xx = rows.reduce((sum, t) => sum + market[t]! ** 2, 0);
      const xy = rows.reduce((sum, t) => sum + market[t]! * asset[t]!, 0);
      const slope = xx > 0 ? xy / xx : 0;
      rss += rows.reduce((sum, t) => sum + (asset[t]! - slope * market[t]!) ** 2, 0);
    }
    return rss;
  };
  const lwz = (rss: number, m: number) =>
    Math.log(rss / (n - 3 * m - 2)) + ((3 * m + 2) * 0.299 * Math.log(n) ** 2.1) / n;
  let best = { breaks: [] as number[], value: lwz(slopes(0, n), 0) };
  for (let a = leastRows; a <= n - leastRows; a++) {
    const one = lwz(slopes(0, a) + slopes(a, n), 1);
    if (one < best.value) best = { breaks: [a], value: one };
    for (let b = a + leastRows; b <= n - leastRows; b++) {
      const two = lwz(slopes(0, a) + slopes(a, b) + slopes(b, n), 2);
      if (two < best.value) best = { breaks: [a, b], value: two };
    }
  }
  return best.breaks;
}

it('finds the segmentation that trying all of them finds', () => {
  for (const seed of [1, 2, 3]) {
    const { asset, market } = path([0, 1.5, -0.5], [25, 60], 90, seed);
    const found = betaBreaks(asset, market, { threshold: -1, leastRows: 10, maxBreaks: 2 });
    expect(found.breaks).toEqual(brute(asset, market, -1, 10));
  }
});

it('finds the same breaks on every fifth row once they are moved to the best row', () => {
  const { asset, market } = path([0, 1, -0.5], [203, 411], 640, 7);
  const exact = betaBreaks(asset, market, { threshold: -1.3 });
  expect(exact.breaks).toHaveLength(2);
  expect(betaBreaks(asset, market, { threshold: -1.3, step: 5 })).toEqual(exact);
});

it('finds no break where the beta does not change, nor in fewer than two segments of rows', () => {
  const { asset, market } = path([0.7], [], 500, 11);
  expect(betaBreaks(asset, market, { threshold: -1.3 }).breaks).toEqual([]);
  expect(
    betaBreaks(asset.subarray(0, 119), market.subarray(0, 119), { threshold: -1.3, step: 5 }).breaks,
  ).toEqual([]);
  expect(betaBreaks(new Float64Array(0), new Float64Array(0), { threshold: 0 })).toEqual({
    breaks: [],
    rss: 0,
  });
});

it('sees a smaller break by the criterion that counts a date as three parameters', () => {
  // 250 rows each with slopes 0.25 apart: about 2 · 250 · 0.25² · ½ / 0.25 ≈ 31 in −2 ln L, between 4 ln 500 = 25 and 0.299 · 2 · (ln 500)^2.1 = 28
  // on average; over ten draws the looser criterion sees more.
  const seen = (criterion: 'lwz' | 'bic3') =>
    Array.from({ length: 10 }, (_, seed) => path([0, 0.25], [250], 500, 40 + seed)).filter(
      ({ asset, market }) => betaBreaks(asset, market, { threshold: -1.3, criterion }).breaks.length > 0,
    ).length;
  expect(seen('bic3')).toBeGreaterThan(seen('lwz'));
});

it('gives the slopes of segments as least squares has them', () => {
  // Rows (m, r): ordinary (1, 2), (2, 2) with weights 1 and ¼, slope (2 + 4/4)/(1 + 4/4) = 1.5; stress (−2, 1), slope −0.5; then (1, 3): 3 and none.
  const market = Float64Array.of(1, 2, -2, 1);
  const asset = Float64Array.of(2, 2, 1, 3);
  const scale = Float64Array.of(1, 2, 1, 1);
  expect(segmentSlopes(asset, market, [3], { threshold: -1, scale })).toEqual([
    { calm: 1.5, stress: -0.5 },
    { calm: 3, stress: 0 },
  ]);
  // Without stress: (2 + 1 − 2)/(1 + 1 + 4) = 1/6.
  const [whole] = segmentSlopes(asset.subarray(0, 3), market.subarray(0, 3), [], {
    scale: scale.subarray(0, 3),
  });
  expect(whole!.calm).toBeCloseTo(1 / 6, 12);
  expect(whole!.stress).toBe(whole!.calm);
});

it('has one slope for all rows when no row is one of stress', () => {
  const { asset, market } = path([0, 1], [300], 600, 5);
  const { breaks, rss } = betaBreaks(asset, market, {});
  expect(breaks).toHaveLength(1);
  expect(Math.abs(breaks[0]! - 300)).toBeLessThan(10);
  const two = betaBreaks(asset, market, { threshold: -1 });
  expect(two.rss).toBeLessThanOrEqual(rss);
});

it('does not let a stretch of wild rows pass for a break when their scale is known', () => {
  const { asset, market } = path([0.3], [], 600, 13);
  const scale = asset.map((_, t) => (t >= 300 && t < 400 ? 8 : 1));
  const wild = asset.map((r, t) => 0.3 * market[t]! + (r - 0.3 * market[t]!) * scale[t]!);
  expect(betaBreaks(wild, market, { threshold: -1.3, scale }).breaks).toEqual([]);
});

it('refuses rows that do not fit and values that are not finite', () => {
  const two = Float64Array.of(1, 2);
  expect(() => betaBreaks(two, Float64Array.of(1), { threshold: 0 })).toThrow('same length');
  expect(() => betaBreaks(Float64Array.of(1, Number.NaN), two, { threshold: 0 })).toThrow('came NaN at 1');
  expect(() => betaBreaks(two, two, { threshold: 0, scale: Float64Array.of(1, 0) })).toThrow('scales');
});
