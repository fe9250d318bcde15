import { describe, expect, it } from 'vitest';
import { abnormalReturn, type EventWindow, eventStudy } from '../../src/measures/event-study.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

const T = 60;
const market = Float64Array.from({ length: T }, (_, i) => 0.01 * Math.sin(1.7 * i));
const stock = Float64Array.from(market, (m, i) => 0.002 + 1.3 * m + 0.004 * Math.cos(2.9 * i * i));
const window: EventWindow = { estimation: 40, gap: 5, window: [0, 2] };

describe('an event study', () => {
  it('agrees with statsmodels on the market model and the forecast error', () => {
    // sm.OLS(r[5:45], add_constant(m[5:45])).fit(); get_prediction(...).se_obs on rows 50:53.
    const { events } = eventStudy(market, [{ returns: stock, row: 50 }], window);
    const [event] = events;
    expect(event!.alpha).toBeCloseTo(8.14851826e-4, 11);
    expect(event!.beta).toBeCloseTo(1.29947236, 8);
    expect(event!.residualVariance).toBeCloseTo(9.435975827813257e-6, 15);
    expect([...event!.abnormal].map((ar) => Number(ar.toFixed(8)))).toEqual([
      0.00398295, -0.0028117, 0.00511931,
    ]);
    for (const [k, sar] of [1.27987118, -0.88516426, 1.63856123].entries()) {
      expect(event!.standardised[k]).toBeCloseTo(sar, 7);
    }
  });

  it('measures the jump that was put into the returns', () => {
    const jumped = [3, 11, 19].map((shift) => {
      const returns = stock.map((r, i) => r + 0.0005 * Math.sin(shift * i) + (i === 51 ? -0.08 : 0));
      return { returns, row: 51 };
    });
    const study = eventStudy(market, jumped, { estimation: 40, gap: 5, window: [-1, 1] });
    expect(Math.abs(study.average[1]! + 0.08)).toBeLessThan(0.006);
    expect(study.negative).toBe(3);
    expect(study.signTestP).toBeCloseTo(1 / 8, 12);
    expect(study.patellZ[1]!).toBeLessThan(-20);
    expect(study.cumulativeAverage[2]).toBeCloseTo(
      study.average.reduce((a, b) => a + b),
      15,
    );
  });

  it('sums exact binomial probabilities in the sign test', () => {
    // scipy.stats.binom.sf(1, 6, .5) = 0.890625.
    const events = [1, 1, 1, 1, -1, -1].map((sign, k) => {
      const returns = market.map((m, i) => m + 1e-3 * Math.sin((k + 2) * i) + (i === 50 ? sign : 0));
      return { returns, row: 50 };
    });
    const study = eventStudy(market, events, { estimation: 40, gap: 5, window: [0, 0] });
    expect(study.signTestP).toBeCloseTo(0.890625, 12);
  });

  it('drops what cannot be used, with the reason, and keeps the rest', () => {
    const holed = stock.slice();
    holed[50] = Number.NaN;
    const sparse = stock.map((r, i) => (i < 40 && i % 2 === 0 ? Number.NaN : r));
    const exact = market.map((m) => 0.001 + 2 * m);
    const study = eventStudy(
      market,
      [
        { returns: stock, row: 20 },
        { returns: stock, row: 59 },
        { returns: holed, row: 50 },
        { returns: sparse, row: 50 },
        { returns: exact, row: 50 },
        { returns: stock, row: 50 },
      ],
      window,
    );
    expect(study.dropped).toEqual([
      { index: 0, reason: 'outside-the-rows' },
      { index: 1, reason: 'outside-the-rows' },
      { index: 2, reason: 'missing-day' },
      { index: 3, reason: 'insufficient-data' },
      { index: 4, reason: 'no-residual' },
    ]);
    expect(study.events.map(({ index }) => index)).toEqual([5]);
    const flat = eventStudy(new Float64Array(T), [{ returns: stock, row: 50 }], window);
    expect(flat.dropped).toEqual([{ index: 0, reason: 'constant-market' }]);
  });

  it('leaves missing rows out of the estimation and counts the rest', () => {
    const holed = stock.slice();
    holed[10] = Number.NaN;
    holed[11] = Number.POSITIVE_INFINITY;
    const [event] = eventStudy(market, [{ returns: holed, row: 50 }], window).events;
    expect(event!.estimationRows).toBe(38);
  });

  it('has no cross-section of one event, and no statistic of none', () => {
    const one = eventStudy(market, [{ returns: stock, row: 50 }], window);
    expect([...one.crossSectionT, ...one.bmpT, one.cumulativeT, one.cumulativeP].every(Number.isNaN)).toBe(
      true,
    );
    expect(one.patellZ.every(Number.isFinite)).toBe(true);
    const none = eventStudy(market, [], window);
    expect([...none.average, ...none.patellZ, none.signTestP].every(Number.isNaN)).toBe(true);
    expect(none.negative).toBe(0);
  });

  it('says when windows share rows', () => {
    const at = (row: number) => ({ returns: stock, row });
    expect(eventStudy(market, [at(50), at(52)], window).overlapping).toBe(true);
    expect(eventStudy(market, [at(50), at(53)], window).overlapping).toBe(false);
  });

  it('reads no row after the window: later values change nothing', () => {
    const changed = stock.map((r, i) => (i > 52 ? 9 : r));
    const before = eventStudy(market, [{ returns: stock, row: 50 }], window);
    expect(eventStudy(market, [{ returns: changed, row: 50 }], window)).toEqual(before);
  });

  it('refuses windows and lengths that mean nothing', () => {
    const event = { returns: stock, row: 50 };
    expect(() => eventStudy(market, [event], { ...window, estimation: 4 })).toThrow(RangeError);
    expect(() => eventStudy(market, [event], { ...window, gap: -1 })).toThrow(RangeError);
    expect(() => eventStudy(market, [event], { ...window, window: [2, 0] })).toThrow(RangeError);
    expect(() => eventStudy(market, [{ returns: stock.slice(1), row: 50 }], window)).toThrow(/60 rows/);
    expect(() => eventStudy(market, [{ returns: stock, row: 1.5 }], window)).toThrow(RangeError);
  });
});

describe('the abnormal return of every row', () => {
  const params = abnormalReturn.params.parse({});
  const index = parkMiller(500, 301);
  const asset = parkMiller(500, 302).map((e, t) => {
    const m = index[t]!;
    return 0.3 * m + 0.4 * (m < -1.5 ? m : 0) + 0.8 * e;
  });

  it('is that of numpy on the rows before the gap', () => {
    // np.linalg.lstsq on rows t − 130 … t − 11; the residual at t over the standard error of its forecast.
    const found = abnormalReturn.compute(panelOf([index, asset]), params);
    expect(found[129]).toBeNaN();
    expect(found[130]).toBeCloseTo(-1.1748616667038074, 12);
    expect(found[499]).toBeCloseTo(-0.2754132655953896, 12);
  });

  it('has none for a copy of the market, which leaves no residual', () => {
    expect(abnormalReturn.compute(panelOf([index, index]), params).every(Number.isNaN)).toBe(true);
  });
});
