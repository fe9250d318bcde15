import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { withoutBadTicks } from '../../src/measures/bars.ts';
import {
  conditionalDrawdown,
  drawdownEpisodes,
  ulcer,
  worstDrawdowns,
} from '../../src/measures/drawdown-episodes.ts';
import { jumpShare, parkinsonVolatility, yangZhangVolatility } from '../../src/measures/index.ts';
import {
  garmanKlassVariance,
  parkinsonVariance,
  rogersSatchellVariance,
  yangZhangVariance,
} from '../../src/measures/range-volatility.ts';
import { realisedVariance } from '../../src/measures/realised-variance.ts';
import { panelOf } from './panel-of.ts';
import { normals, prices } from './random.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('variance from daily ranges', () => {
  const a = 0.02;
  // Open and close at 1, high e^a, low e^−a: ln(H/L) = 2a, ln(C/O) = 0.
  const day = { open: of(1), high: of(Math.exp(a)), low: of(Math.exp(-a)), close: of(1) };

  it('follows the formulas on a day worked by hand', () => {
    expect(parkinsonVariance(day)[0]).toBeCloseTo((4 * a * a) / (4 * Math.LN2), 16);
    expect(garmanKlassVariance(day)[0]).toBeCloseTo(2 * a * a, 16);
    expect(rogersSatchellVariance(day)[0]).toBeCloseTo(2 * a * a, 16);
  });

  it('is zero after Rogers and Satchell on a day of pure trend', () => {
    const trend = { open: of(1), high: of(1.1), low: of(1), close: of(1.1) };
    expect(rogersSatchellVariance(trend)[0]).toBeCloseTo(0, 16);
  });

  it('is that of overnight gaps alone after Yang and Zhang when days are flat', () => {
    // Gaps a, −a, a: variance ddof 1 = (4/3) a²; bodies and ranges are 0.
    const close = of(1, Math.exp(a), 1, Math.exp(a));
    const flat = { open: close, high: close, low: close, close };
    expect(yangZhangVariance(flat, 3)[3]).toBeCloseTo((4 / 3) * a * a, 16);
    expect(yangZhangVariance(flat, 3)[2]).toBeNaN();
    expect(() => yangZhangVariance(flat, 1)).toThrow(RangeError);
  });

  it('rejects days that cannot be', () => {
    const bars = {
      open: of(10, 10, 10, 10, 10),
      high: of(11, 9, 11, 11, Number.POSITIVE_INFINITY),
      low: of(9, 9, 10.5, -1, 9),
      close: of(10, 9, 11, 10, 10),
    };
    expect(Array.from(withoutBadTicks(bars).close, Number.isNaN)).toEqual([false, true, true, true, true]);
    const panel = panelOf([bars.open, bars.high, bars.low, bars.close]);
    const sigma = parkinsonVolatility.compute(panel, { window: 5, daysPerYear: 252 });
    expect(sigma.every(Number.isNaN)).toBe(true);
  });

  it('finds the volatility of a simulated path', () => {
    const sigma = 0.02;
    const [open, high, low, close] = simulatedBars(2000, 200, sigma);
    const panel = panelOf([open!, high!, low!, close!]);
    const found = yangZhangVolatility.compute(panel, { window: 1999, daysPerYear: 252 })[1999]!;
    // 200 steps a day miss part of the range: about 5 % too low.
    expect(found / (sigma * Math.sqrt(252))).toBeGreaterThan(0.9);
    expect(found / (sigma * Math.sqrt(252))).toBeLessThan(1.03);
  });
});

function simulatedBars(days: number, steps: number, sigma: number): Float64Array[] {
  const shocks = normals(days * steps, 11);
  const bars = [0, 1, 2, 3].map(() => new Float64Array(days));
  let level = 0;
  for (let t = 0; t < days; t++) {
    let [high, low] = [level, level];
    bars[0]![t] = Math.exp(level);
    for (let k = 0; k < steps; k++) {
      level += (sigma / Math.sqrt(steps)) * shocks[t * steps + k]!;
      high = Math.max(high, level);
      low = Math.min(low, level);
    }
    bars[1]![t] = Math.exp(high);
    bars[2]![t] = Math.exp(low);
    bars[3]![t] = Math.exp(level);
  }
  return bars;
}

describe('realised variance', () => {
  it('parts into neighbours, jumps and falls', () => {
    // RV = 1 + 4 + 9 = 14; BV = (π/2)(2 + 6); falls: 4
    const found = realisedVariance(of(1, -2, 3));
    expect(found.variance).toBe(14);
    expect(found.bipower).toBeCloseTo(4 * Math.PI, 14);
    expect(found.jumpShare).toBeCloseTo(1 - (4 * Math.PI) / 14, 14);
    expect(found.downside).toBe(4);
  });

  it('calls a single move among still days a jump altogether', () => {
    expect(realisedVariance(of(0, 0, 0.1, 0, 0)).jumpShare).toBe(1);
    expect(realisedVariance(of(0, 0)).jumpShare).toBeNaN();
    expect(realisedVariance(of(1)).variance).toBeNaN();
    expect(realisedVariance(of(1, Number.NaN, 1)).variance).toBeNaN();
    const flat = new Float64Array(40).fill(5);
    expect(jumpShare.compute(panelOf([flat]), { window: 30 }).every(Number.isNaN)).toBe(true);
  });
});

describe('drawdowns', () => {
  it('are listed with high, low and recovery', () => {
    const path = of(10, 10, 8, 9, 10, 12, 6, 7, 12, 11);
    expect(drawdownEpisodes(path)).toEqual([
      { peak: 0, trough: 2, recovery: 4, depth: 8 / 10 - 1 },
      { peak: 5, trough: 6, recovery: 8, depth: -0.5 },
      { peak: 8, trough: 9, recovery: null, depth: 11 / 12 - 1 },
    ]);
    expect(worstDrawdowns(path, 1)).toEqual([{ peak: 5, trough: 6, recovery: 8, depth: -0.5 }]);
  });

  it('do not exist on a path that only rises, and pass over missing prices', () => {
    expect(drawdownEpisodes(of(1, 2, 3))).toEqual([]);
    expect(drawdownEpisodes(of())).toEqual([]);
    expect(drawdownEpisodes(of(Number.NaN, 2, Number.NaN, 1))).toEqual([
      { peak: 1, trough: 3, recovery: null, depth: -0.5 },
    ]);
  });

  it('take the first of equal lows and of equal depths', () => {
    expect(drawdownEpisodes(of(4, 2, 2, 4))[0]!.trough).toBe(1);
    expect(worstDrawdowns(of(4, 2, 4, 2, 4), 2).map(({ trough }) => trough)).toEqual([1, 3]);
  });

  it('average into the ulcer index and the worst days', () => {
    // drawdowns 0, −½, 0, −¼: ulcer √((¼ + 1/16)/4); worst two of four: (½ + ¼)/2
    const path = of(2, 1, 4, 3);
    expect(ulcer(path)).toBeCloseTo(Math.sqrt(0.3125 / 4), 15);
    expect(conditionalDrawdown(path, 0.5)).toEqual({ rows: 2, value: 0.375 });
    expect(conditionalDrawdown(of(), 0.5).value).toBeNaN();
    expect(conditionalDrawdown(of(1, Number.NaN), 0.5).value).toBeNaN();
    expect(() => conditionalDrawdown(path, 1)).toThrow(RangeError);
  });

  const paths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 });
  test.prop([paths])('cover exactly the rows below a high, without overlap', (values) => {
    const path = Float64Array.from(values);
    const below = new Set<number>();
    for (const { peak, trough, recovery, depth } of drawdownEpisodes(path)) {
      expect(peak).toBeLessThan(trough);
      expect(path[trough]! / path[peak]! - 1).toBe(depth);
      for (let t = peak; t < (recovery ?? path.length); t++) if (path[t]! < path[peak]!) below.add(t);
    }
    let high = 0;
    for (const [t, price] of path.entries()) {
      expect(below.has(t)).toBe(price < high);
      high = Math.max(high, price);
    }
  });

  it('of a long path have the depth of its maximum drawdown', () => {
    const path = prices(500, 3);
    const deepest = worstDrawdowns(path, 1)[0]!;
    let [high, worst] = [0, 0];
    for (const price of path) {
      high = Math.max(high, price);
      worst = Math.min(worst, price / high - 1);
    }
    expect(deepest.depth).toBe(worst);
  });
});
