import { describe, expect, it } from 'vitest';
import { cissPath } from '../../src/measures/ciss-like.ts';
import { drawdownPath } from '../../src/measures/drawdown.ts';
import {
  eigenvectorShare,
  meanCorrelation,
  movingAverage,
  realisedVolatility,
  timeUnderWater,
  volatilityPercentile,
} from '../../src/measures/index.ts';
import { standardiseMove } from '../../src/measures/standardised-move.ts';
import { describeWithCases, readCase } from './cases.ts';
import { panelOf } from './panel-of.ts';

describe('measures on figures worked by hand', () => {
  it('standardises a move by the deviation of the days before it only', () => {
    // sd(1, 3) with ddof 1 = √2; the day's own value does not enter.
    const z = standardiseMove(Float64Array.of(1, 3, -10), 2);
    expect(z[2]).toBeCloseTo(-10 / Math.SQRT2, 14);
    expect(z[0]).toBeNaN();
    expect(z[1]).toBeNaN();
  });

  it('gives no standardised move where nothing moved before', () => {
    expect(standardiseMove(Float64Array.of(2, 2, 2, 5), 3)[3]).toBeNaN();
  });

  it('measures volatility of a price that alternates by e^±a', () => {
    // r = a, −a, a, −a: sd ddof 1 = a·√(4/3).
    const a = 0.01;
    const path = Float64Array.of(1, Math.exp(a), 1, Math.exp(a), 1);
    const sigma = realisedVolatility.compute(panelOf([path]), { window: 4, daysPerYear: 365 });
    expect(sigma[4]).toBeCloseTo(a * Math.sqrt((4 / 3) * 365), 12);
  });

  it('ranks the highest volatility so far at 1', () => {
    const path = Float64Array.of(1, 1.01, 1, 1.01, 1, 1.2, 1);
    const rank = volatilityPercentile.compute(panelOf([path]), { window: 2, atLeast: 2, daysPerYear: 252 });
    expect(rank[5]).toBe(1);
    expect(rank[6]).toBe(1);
  });

  it('measures the loss from the running high', () => {
    expect([...drawdownPath(Float64Array.of(10, 5, 20, 15, 20, 25))]).toEqual([0, -0.5, 0, -0.25, 0, 0]);
  });

  it('measures no loss of a price below 0, of which no share of a high is left', () => {
    expect([...drawdownPath(Float64Array.of(20, 10, -37.63, 0, 10))]).toEqual([
      0,
      -0.5,
      Number.NaN,
      -1,
      -0.5,
    ]);
  });

  it('counts the rows since the running high, over a missing price too', () => {
    const price = Float64Array.of(10, 9, Number.NaN, 8, 10, 11, 7);
    const rows = timeUnderWater.compute(panelOf([price]), {});
    expect([...rows]).toEqual([0, 1, Number.NaN, 3, 0, 0, 1]);
  });

  it('ranks no volatility of a price that has not moved', () => {
    const price = Float64Array.from({ length: 80 }, (_, t) => (t < 70 ? 100 : 100 + t));
    const params = volatilityPercentile.params.parse({ window: 5, atLeast: 20 });
    const rank = volatilityPercentile.compute(panelOf([price]), params);
    expect(rank.subarray(0, 70).every(Number.isNaN)).toBe(true);
    expect(rank[70]).toBe(1);
  });

  it('averages the last closes', () => {
    const mean = movingAverage.compute(panelOf([Float64Array.of(1, 2, 3, 4)]), { window: 2 });
    expect([...mean]).toEqual([Number.NaN, 1.5, 2.5, 3.5]);
  });

  it('finds one factor behind columns that are multiples of one another', () => {
    const x = Float64Array.from({ length: 40 }, (_, t) => Math.sin(t * t));
    const panel = panelOf([x, x.map((v) => 3 * v), x.map((v) => 0.1 * v)]);
    expect(meanCorrelation.compute(panel, { window: 20 })[39]).toBeCloseTo(1, 12);
    expect(eigenvectorShare.compute(panel, { window: 20, leading: 1 })[39]).toBeCloseTo(1, 12);
  });
});

describeWithCases('measures on the reference cases', () => {
  it('agrees with numpy on rolling mean correlation (01-dependence)', () => {
    const { columns, params, expected } = readCase('01-dependence');
    const got = meanCorrelation.compute(panelOf(columns), { window: params.W });
    expected.rolling_mean_corr.forEach((value: number, k: number) => {
      expect(Math.abs(got[params.W - 1 + k]! - value)).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(value));
    });
  });

  it('agrees with numpy on eigenvector shares of the correlation matrix (03-pca-absorption-ratio)', () => {
    const { columns, params, expected } = readCase('03-pca-absorption-ratio');
    for (const [leading, values] of [
      [1, expected.pc1_share_corr],
      [expected.k, expected.ar_corr],
    ]) {
      const got = eigenvectorShare.compute(panelOf(columns), { window: params.W, leading });
      values.forEach((value: number, k: number) => {
        expect(got[params.W - 1 + 4 * k]).toBeCloseTo(value, 9);
      });
    }
  });

  it('agrees with numpy and R on the CISS of fifteen indicators (06-ciss)', () => {
    const { columns, params, expected } = readCase('06-ciss');
    const segments = params.indicators_per_segment.flatMap((n: number, k: number) => Array(n).fill(k));
    const options = { segments, weights: params.weights, decay: params.lam, initial: params.initial_window };
    const { values, subIndices, correlation } = cissPath(columns, options);
    const from = params.initial_window;
    expected.ciss.slice(from).forEach((value: number, k: number) => {
      expect(Math.abs(values[from + k]! - value)).toBeLessThan(1e-11 + 1e-9 * value);
    });
    expect(values.slice(0, from).every(Number.isNaN)).toBe(true);
    expected.subindices_every5.forEach((row: number[], k: number) => {
      row.forEach((value, segment) => {
        expect(subIndices[segment]![5 * k]).toBeCloseTo(value, 11);
      });
    });
    expected.corr_last.flat().forEach((value: number, k: number) => {
      expect(correlation[k]).toBeCloseTo(value, 10);
    });
  });

  it('agrees with numpy and R on volatility and drawdown (17-drawdown-vol)', () => {
    const { names, columns, params, expected } = readCase('17-drawdown-vol');
    const close = columns[names.indexOf('close')]!;
    const sigma = realisedVolatility.compute(panelOf([close]), { window: params.n, daysPerYear: 252 });
    expected.close_to_close.forEach((value: number | null, t: number) => {
      if (value === null) expect(sigma[t]).toBeNaN();
      else expect(sigma[t]).toBeCloseTo(value, 11);
    });
    const path = drawdownPath(close);
    expected.drawdown_every5.forEach((value: number, k: number) => {
      expect(path[5 * k]).toBeCloseTo(value, 11);
    });
    expect(Math.min(...path)).toBeCloseTo(expected.max_drawdown, 11);
  });
});
