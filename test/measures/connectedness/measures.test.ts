import { describe, expect, it } from 'vitest';
import {
  fromConnectedness,
  toConnectedness,
} from '../../../src/measures/connectedness/directional-connectedness.ts';
import { netConnectedness } from '../../../src/measures/connectedness/net-connectedness.ts';
import { totalConnectedness } from '../../../src/measures/connectedness/total-connectedness.ts';
import { tvpVarTotalConnectedness } from '../../../src/measures/connectedness/tvp-var-total.ts';
import { panelOf } from '../panel-of.ts';
import { autoregressive } from './series.ts';

const columns = autoregressive(150, 3, 2024);
const panel = panelOf(columns);

describe('total connectedness', () => {
  it('agrees with statsmodels and numpy', () => {
    // VAR(y[t-59:t+1]).fit(3, trend='c'), H = 12, at row 149.
    const params = totalConnectedness.params.parse({ window: 60, lag: 3, horizon: 12 });
    expect(totalConnectedness.compute(panel, params)[149]).toBeCloseTo(0.3442449540186517, 12);
  });

  it('has no value in weekly rows until the longest gap is raised', () => {
    const weekly = { ...panel, dates: panel.dates.map((_, t) => 7 * t) };
    const at = (maxGap: number) =>
      totalConnectedness.compute(weekly, totalConnectedness.params.parse({ window: 60, maxGap }));
    expect(at(5).every(Number.isNaN)).toBe(true);
    expect(Array.from(at(7))).toEqual(
      Array.from(totalConnectedness.compute(panel, totalConnectedness.params.parse({ window: 60 }))),
    );
  });

  it('has no value where the window is too short for the number of series', () => {
    const many = panelOf(autoregressive(150, 40, 3));
    const params = totalConnectedness.params.parse({ window: 61 });
    expect(totalConnectedness.compute(many, params).every(Number.isNaN)).toBe(true);
  });
});

describe('net connectedness', () => {
  it('adds up to 0 over the series', () => {
    const net = (series: number) =>
      netConnectedness.compute(panel, netConnectedness.params.parse({ window: 60, series }));
    const [a, b, c] = [net(1), net(2), net(3)];
    for (let t = 59; t < 150; t++) expect(a[t]! + b[t]! + c[t]!).toBeCloseTo(0, 14);
    expect(a[149]).not.toBe(0);
  });

  it('is what a series sends less what it receives, and both average to the total', () => {
    const of = (measure: typeof toConnectedness, series: number) =>
      measure.compute(panel, measure.params.parse({ window: 60, series }));
    const total = totalConnectedness.compute(panel, totalConnectedness.params.parse({ window: 60 }));
    for (const t of [59, 149]) {
      let [sent, received] = [0, 0];
      for (const series of [1, 2, 3]) {
        const [to, from] = [of(toConnectedness, series)[t]!, of(fromConnectedness, series)[t]!];
        expect(of(netConnectedness, series)[t]).toBeCloseTo(to - from, 14);
        [sent, received] = [sent + to, received + from];
      }
      expect(sent / 3).toBeCloseTo(total[t]!, 14);
      expect(received / 3).toBeCloseTo(total[t]!, 14);
    }
  });

  it('refuses the number of a series that the panel has not', () => {
    const params = netConnectedness.params.parse({ series: 4 });
    expect(() => netConnectedness.compute(panel, params)).toThrow('net-connectedness of series 4');
  });
});

describe('total connectedness with time-varying parameters', () => {
  it('agrees with numpy', () => {
    // The paper's recursions with whole matrices on the same series, training 60 rows, VAR(2), κ = (0.99, 0.96): row 149.
    const params = tvpVarTotalConnectedness.params.parse({ training: 60, lag: 2, kappa2: 0.96 });
    expect(tvpVarTotalConnectedness.compute(panel, params)[149]).toBeCloseTo(0.3480039648463807, 11);
  });
});
