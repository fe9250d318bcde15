import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stream } from '../../src/math/random.ts';
import { gaussianComponents, historicalComponents } from '../../src/measures/component-risk.ts';
import {
  extremeRisk,
  fitGeneralisedPareto,
  fitPeaksOverThreshold,
  hillTailIndex,
  type PeaksOverThreshold,
} from '../../src/measures/extreme-value.ts';
import { extremeValueShortfall, extremeValueVar } from '../../src/measures/extreme-value-risk.ts';
import { filteredHistoricalRisk } from '../../src/measures/filtered-historical-risk.ts';
import { historicalRisk, historicalVar } from '../../src/measures/historical-risk.ts';
import { cornishFisherRisk, gaussianRisk, studentRisk } from '../../src/measures/parametric-risk.ts';
import { backtestShortfall, backtestVar, varCoverage } from '../../src/measures/var-backtest.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

/** Heavy-tailed daily returns. */
const v = parkMiller(800, 56);
const returns = parkMiller(800, 55).map((u, t) => 0.0004 + 0.01 * u * Math.exp(0.35 * v[t]!));
const losses = returns.map((r) => -r);
const mu = returns.reduce((a, b) => a + b, 0) / 800;
const sigma = Math.sqrt(returns.reduce((sum, r) => sum + (r - mu) ** 2, 0) / 799);

function tail(values: Float64Array, probability: number): PeaksOverThreshold {
  const fit = fitPeaksOverThreshold(values, probability);
  if ('refused' in fit) throw new Error(fit.refused);
  return fit;
}

describe('historical value at risk and shortfall', () => {
  it('are those of numpy', () => {
    // w = r[-250:]; q = np.quantile(w, .025); -q, -w[w <= q].mean(), and the 6.25 worst with the last in part.
    const risk = historicalRisk(returns.slice(-250), 0.025);
    expect(risk.var).toBeCloseTo(0.028015955523136203, 14);
    expect(risk.es).toBeCloseTo(0.03568211224183147, 14);
    expect(risk.esFractional).toBeCloseTo(0.03656915976631512, 14);
    expect(risk.singleWorst).toBe(false);
  });

  it('take the single worst row, flagged, where the tail is less than one row', () => {
    const risk = historicalRisk(Float64Array.of(1, -3, 2, -5, 0), 0.1);
    // Type 7 at 0.1: h = 0.4, −5 + 0.4·2 = −4.2; worst −5.
    expect(risk).toEqual({ var: 4.2, es: 5, esFractional: 5, tailRows: 1, singleWorst: true });
  });

  it('order shortfall above VaR, grow as the tail shrinks, scale with the returns', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 60 });
    const alpha = fc.double({ min: 0.005, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(values, alpha, (list, a) => {
        const r = Float64Array.from(list);
        const risk = historicalRisk(r, a);
        expect(risk.es).toBeGreaterThanOrEqual(risk.var - 1e-12);
        expect(risk.esFractional).toBeGreaterThanOrEqual(
          historicalRisk(r, Math.min(0.99, a * 1.5)).esFractional - 1e-12,
        );
        expect(
          historicalRisk(
            r.map((x) => 2 * x),
            a,
          ).es,
        ).toBeCloseTo(2 * risk.es, 12);
      }),
    );
  });

  it('have no value without rows and refuse a tail outside (0, 1)', () => {
    expect(historicalRisk(new Float64Array(3).fill(Number.NaN), 0.1).var).toBeNaN();
    expect(() => historicalRisk(returns, 0)).toThrow(RangeError);
    expect(() => historicalRisk(returns, 1)).toThrow(RangeError);
  });

  it('forget a crash the day it leaves the window', () => {
    const calm = parkMiller(300, 3).map((u, t) => (t === 100 ? -0.5 : 0.01 * u));
    const out = historicalVar.compute(panelOf([calm]), { window: 60, alpha: 0.01 });
    expect(out[159]).toBeGreaterThan(0.1);
    expect(out[160]).toBeLessThan(0.05);
  });
});

describe('filtered historical risk', () => {
  it('is that of numpy', () => {
    // s2 = mean(r[:250]²); z = r/√s2; s2 = .94 s2 + .06 r²; VaR of row t = −quantile(z of the 250 rows before) √s2.
    const path = filteredHistoricalRisk(returns, 250, 0.94, 0.025);
    expect(path.var[249]).toBeCloseTo(0.02636041127289338, 13);
    expect(path.es[249]).toBeCloseTo(0.034968007838232486, 13);
    expect(path.var[798]).toBeCloseTo(0.03608999264580302, 13);
    expect(path.var[799]).toBeCloseTo(0.03506865886858898, 13);
    expect(path.sigma[799]).toBeCloseTo(0.013427346635351176, 13);
    expect(path.var[248]).toBeNaN();
  });

  it('skips holes, and shows nothing for a series that does not move or is too short', () => {
    const holed = returns.map((r, t) => (t === 500 ? Number.NaN : r));
    expect(filteredHistoricalRisk(holed, 250, 0.94, 0.025).var[500]).toBeNaN();
    expect(filteredHistoricalRisk(holed, 250, 0.94, 0.025).var[501]).toBeGreaterThan(0);
    expect(filteredHistoricalRisk(new Float64Array(300), 250, 0.94, 0.025).var.every(Number.isNaN)).toBe(
      true,
    );
    expect(filteredHistoricalRisk(returns.slice(0, 99), 250, 0.94, 0.025).var.every(Number.isNaN)).toBe(true);
    expect(() => filteredHistoricalRisk(returns, 0, 0.94, 0.025)).toThrow(RangeError);
    expect(() => filteredHistoricalRisk(returns, 250, 1, 0.025)).toThrow(RangeError);
    expect(() => filteredHistoricalRisk(Float64Array.of(Infinity), 1, 0.9, 0.025)).toThrow(RangeError);
  });
});

describe('parametric risk', () => {
  it('is that of scipy', () => {
    // stats.norm and stats.t with nu = 5; skew and kurtosis with ddof 0, sd with ddof 1.
    const gauss = gaussianRisk(mu, sigma, 0.025);
    expect(gauss.var).toBeCloseTo(0.022333576048748433, 13);
    expect(gauss.es).toBeCloseTo(0.026753030208021125, 13);
    const student = studentRisk(mu, sigma, 5, 0.025);
    // This scipy's t.ppf(.025, 5) is −2.57058183661; the quantile is −2.57058183564.
    expect(student.var).toBeCloseTo(0.02269851369909106, 10);
    expect(student.es).toBeCloseTo(0.0313147213107838, 10);
    const corrected = cornishFisherRisk(returns, 0.025);
    expect(corrected.z).toBeCloseTo(-2.080211696622464, 11);
    expect(corrected.var).toBeCloseTo(0.023740073318298173, 13);
    expect(corrected.valid).toBe(true);
  });

  it('of Student tends to the normal one', () => {
    expect(studentRisk(0, 1, Number.POSITIVE_INFINITY, 0.01).es).toBeCloseTo(gaussianRisk(0, 1, 0.01).es, 12);
    expect(studentRisk(0, 1, 1e6, 0.01).var).toBeCloseTo(gaussianRisk(0, 1, 0.01).var, 5);
    expect(() => studentRisk(0, 1, 2, 0.01)).toThrow(RangeError);
  });

  it('says where the Cornish–Fisher expansion is no quantile', () => {
    // Exponential losses have skewness 2: the expansion turns back.
    const skewed = Float64Array.from({ length: 500 }, (_, i) => Math.log((i + 0.5) / 500));
    expect(cornishFisherRisk(skewed, 0.01).valid).toBe(false);
    expect(cornishFisherRisk(new Float64Array(50), 0.01).var).toBeNaN();
  });
});

describe('peaks over threshold', () => {
  it('reach the likelihood of a simplex search of scipy and its parameters', () => {
    // Nelder–Mead on len(y) log b + (1 + 1/xi) Σ log(1 + xi y/b), xatol = fatol = 1e-12.
    const fit = tail(losses, 0.92);
    expect(fit.threshold).toBeCloseTo(0.01503508850891037, 14);
    expect(fit.exceedances).toBe(64);
    expect(fit.negativeLogLikelihood).toBeLessThanOrEqual(-250.3587424423941 + 1e-9);
    expect(fit.shape).toBeCloseTo(0.010241225145598222, 5);
    expect(fit.scale).toBeCloseTo(0.007283843489885965, 7);
    const { var: VaR, es } = extremeRisk(fit, 0.99);
    expect(VaR).toBeCloseTo(0.03034384453543023, 7);
    expect(es).toBeCloseTo(0.037861458014681416, 6);
  });

  it('recover the shape of simulated tails, heavy, exponential and with an end', () => {
    const random = stream(4, 0);
    for (const shape of [-0.3, 0, 0.25, 0.8]) {
      const draws = Float64Array.from({ length: 4000 }, () => {
        const e = random.exponential();
        return shape === 0 ? 2 * e : (2 * Math.expm1(shape * e)) / shape;
      });
      const fit = fitGeneralisedPareto(draws);
      expect(fit.converged).toBe(true);
      expect(Math.abs(fit.shape - shape)).toBeLessThan(0.07);
      expect(Math.abs(fit.scale - 2)).toBeLessThan(0.2);
    }
  });

  it('are a maximum: no neighbour has a higher likelihood', () => {
    const { shape, scale, negativeLogLikelihood, threshold } = tail(losses, 0.92);
    const y = losses.filter((x) => x > threshold).map((x) => x - threshold);
    const at = (xi: number, b: number) =>
      y.length * Math.log(b) + (1 + 1 / xi) * y.reduce((sum, x) => sum + Math.log1p((xi * x) / b), 0);
    expect(at(shape, scale)).toBeCloseTo(negativeLogLikelihood, 9);
    for (const [dx, db] of [
      [1e-4, 0],
      [-1e-4, 0],
      [0, 1e-6],
      [0, -1e-6],
    ] as const) {
      expect(at(shape + dx, scale + db)).toBeGreaterThan(negativeLogLikelihood);
    }
  });

  it('meet at the exponential limit, at the threshold and where the mean ends', () => {
    const fit = {
      threshold: 1,
      scale: 0.5,
      exceedances: 50,
      rows: 1000,
      negativeLogLikelihood: 0,
      converged: true,
    };
    const [small, zero] = [1e-7, 0].map((shape) => extremeRisk({ ...fit, shape }, 0.999));
    expect(small!.var).toBeCloseTo(zero!.var, 5);
    expect(zero!.var).toBeCloseTo(1 - 0.5 * Math.log(0.02), 12);
    expect(extremeRisk({ ...fit, shape: 0.2 }, 0.95).var).toBeCloseTo(1, 12);
    expect(extremeRisk({ ...fit, shape: 1.1 }, 0.99).es).toBe(Number.POSITIVE_INFINITY);
    expect(() => extremeRisk({ ...fit, shape: 0.2 }, 0.9)).toThrow(RangeError);
    expect(() => extremeRisk({ ...fit, shape: 0.2 }, 1)).toThrow(RangeError);
  });

  it('are refused below thirty exceedances and for losses that do not vary', () => {
    expect(fitPeaksOverThreshold(losses.slice(0, 300), 0.92)).toEqual({ refused: 'insufficient_data' });
    expect(fitPeaksOverThreshold(new Float64Array(800), 0.92)).toEqual({ refused: 'constant_series' });
    const two = new Float64Array(800).map((_, t) => (t % 10 === 0 ? 1 : 0));
    expect(fitPeaksOverThreshold(two, 0.85)).toEqual({ refused: 'constant_series' });
    expect(() => fitPeaksOverThreshold(losses, 1)).toThrow(RangeError);
    expect(() => fitPeaksOverThreshold(Float64Array.of(Infinity), 0.9)).toThrow(RangeError);
  });

  it('have no value as a measure where ties leave fewer losses above the threshold than α asks for', () => {
    const tied = returns.map((r) => Math.round(r * 200) / 200);
    for (const measure of [extremeValueVar, extremeValueShortfall]) {
      const out = measure.compute(panelOf([tied]), measure.params.parse({ alpha: 0.03, threshold: 0.97 }));
      expect(out.length).toBe(800);
    }
  });
});

describe('Hill’s tail index', () => {
  it('is that of numpy, and that of a Pareto law', () => {
    // x = sort(L)[::-1]; 1/mean(log(x[:40]/x[40])).
    expect(hillTailIndex(losses, 40)).toBeCloseTo(2.802353420857141, 11);
    const pareto = Float64Array.from({ length: 5000 }, (_, i) => ((i + 0.5) / 5000) ** (-1 / 3));
    expect(hillTailIndex(pareto, 500)).toBeCloseTo(3, 1);
  });

  it('has no value where the tail is not above 0 or too short', () => {
    expect(hillTailIndex(Float64Array.of(1, 2, 3), 3)).toBeNaN();
    expect(hillTailIndex(Float64Array.of(1, -2, -3), 1)).toBeNaN();
    expect(() => hillTailIndex(losses, 0)).toThrow(RangeError);
  });
});

describe('the back-test of VaR', () => {
  it('gives the statistics of the closed forms', () => {
    // 10 violations of 500 at 1 %: scipy.stats.chi2.sf(3.913619576461244, 1), binom.sf(9, 500, .01).
    const r = new Float64Array(500).map((_, t) => (t % 50 === 49 ? -2 : 0));
    const test = backtestVar(r, new Float64Array(500).fill(1), 0.01);
    expect(test.violations).toBe(10);
    expect(test.kupiec.statistic).toBeCloseTo(3.913619576461244, 10);
    expect(test.kupiec.p).toBeCloseTo(0.04789633534988493, 12);
    expect(test.binomialUpperTail).toBeCloseTo(0.031102106648487914, 12);
    expect(test.transitions).toEqual({ n00: 480, n01: 10, n10: 9, n11: 0 });
    // p = 10/499; p01 = 10/490, p11 = 0.
    const l = (x: number, n: number) => x * Math.log(x / n) + (n - x) * Math.log(1 - x / n);
    expect(test.independence.statistic).toBeCloseTo(2 * (l(10, 490) - l(10, 499)), 10);
    expect(test.conditionalCoverage.statistic).toBeCloseTo(
      test.kupiec.statistic + test.independence.statistic,
      12,
    );
  });

  it('finds violations that cluster dependent', () => {
    const r = new Float64Array(500).map((_, t) => (t >= 100 && t < 110 ? -2 : 0));
    expect(backtestVar(r, new Float64Array(500).fill(1), 0.02).independence.p).toBeLessThan(1e-8);
  });

  it('stands without a violation and with nothing but violations', () => {
    const none = backtestVar(new Float64Array(250), new Float64Array(250).fill(1), 0.01);
    expect(none.kupiec.statistic).toBeCloseTo(-500 * Math.log(0.99), 10);
    expect(none.independence.statistic).toBe(0);
    expect(none.binomialUpperTail).toBe(1);
    expect(none.trafficLight).toBe('green');
    const all = backtestVar(new Float64Array(250).fill(-2), new Float64Array(250).fill(1), 0.01);
    expect(all.rate).toBe(1);
    expect(all.independence.statistic).toBe(0);
    expect(all.trafficLight).toBe('red');
  });

  it('shows a light for 250 rows at 99 % only, yellow from five violations', () => {
    const r = new Float64Array(250).map((_, t) => (t % 50 === 0 ? -2 : 0));
    expect(backtestVar(r, new Float64Array(250).fill(1), 0.01).trafficLight).toBe('yellow');
    expect(backtestVar(r, new Float64Array(250).fill(1), 0.025).trafficLight).toBeUndefined();
    expect(
      backtestVar(new Float64Array(300), new Float64Array(300).fill(1), 0.01).trafficLight,
    ).toBeUndefined();
  });

  it('leaves out rows without a forecast and refuses other lengths', () => {
    const VaR = new Float64Array(10).fill(1).fill(Number.NaN, 0, 4);
    expect(backtestVar(new Float64Array(10).fill(-2), VaR, 0.01).rows).toBe(6);
    expect(() => backtestVar(returns, VaR, 0.01)).toThrow(RangeError);
    expect(() => backtestVar(VaR, VaR, 0)).toThrow(RangeError);
    expect(backtestVar(new Float64Array(0), new Float64Array(0), 0.01).independence.statistic).toBeNaN();
  });
});

describe('the coverage of historical VaR', () => {
  const params = varCoverage.params.parse({ window: 100, tested: 200, alpha: 0.05 });
  const market = parkMiller(500, 301);
  const asset = parkMiller(500, 302).map((e, t) => {
    const m = market[t]!;
    return 0.3 * m + 0.4 * (m < -1.5 ? m : 0) + 0.8 * e;
  });

  it('is that of numpy and scipy with each forecast from the rows before', () => {
    // -np.quantile(r[t-100:t], 0.05); stats.chi2.sf(LR_uc + LR_ind, 2) over the last 200 rows: 11, 16 and 14 violations.
    const found = varCoverage.compute(panelOf([asset]), params);
    expect(found[298]).toBeNaN();
    expect(found[299]).toBeCloseTo(0.8419723597245371, 12);
    expect(found[400]).toBeCloseTo(0.1908720765108266, 12);
    expect(found[499]).toBeCloseTo(0.16308427216168156, 12);
  });

  it('rejects a calm that ends', () => {
    const storm = asset.map((r, t) => (t < 400 ? r : 4 * r));
    expect(varCoverage.compute(panelOf([storm]), params)[499]).toBeLessThan(1e-3);
  });
});

describe('the back-test of expected shortfall', () => {
  it('is 0 when losses beyond VaR average ES at the right rate, and negative when they are larger', () => {
    // 25 of 1000 rows lose exactly ES = 3.
    const r = new Float64Array(1000).map((_, t) => (t % 40 === 0 ? -3 : 0));
    const [VaR, ES] = [2, 3].map((x) => new Float64Array(1000).fill(x)) as [Float64Array, Float64Array];
    const exact = backtestShortfall(r, VaR, ES, 0.025);
    expect(exact.z1).toBeCloseTo(0, 12);
    expect(exact.z2).toBeCloseTo(0, 12);
    const worse = backtestShortfall(
      r.map((x) => 2 * x),
      VaR,
      ES,
      0.025,
    );
    expect(worse.z1).toBeCloseTo(-1, 12);
    expect(worse.z2).toBeCloseTo(-1, 12);
  });

  it('has no Z1 without a violation, Z2 then 1', () => {
    const [VaR, ES] = [2, 3].map((x) => new Float64Array(9).fill(x)) as [Float64Array, Float64Array];
    expect(backtestShortfall(new Float64Array(9), VaR, ES, 0.025)).toEqual({
      z1: Number.NaN,
      z2: 1,
      violations: 0,
      rows: 9,
    });
    expect(() => backtestShortfall(new Float64Array(9), VaR, ES.slice(1), 0.025)).toThrow(RangeError);
  });
});

describe('component risk', () => {
  const second = parkMiller(800, 57).map((u, t) => 0.01 * u + 0.5 * returns[t]!);
  const book = new Float64Array(1600).map((_, at) => (at % 2 === 0 ? returns : second)[Math.floor(at / 2)]!);
  const weights = Float64Array.of(0.6, 0.4);

  it('is that of numpy and sums to the total', () => {
    // C = np.cov(B.T); (-w·mean - z w (C w)/σ_p); rows with p <= np.quantile(p, .05).
    const gauss = gaussianComponents(book, weights, 0.025);
    expect(gauss.sigma).toBeCloseTo(0.010139741709977158, 13);
    expect(gauss.components[0]).toBeCloseTo(0.01223994647423335, 13);
    expect(gauss.components[1]).toBeCloseTo(0.00723028572237782, 13);
    const history = historicalComponents(book, weights, 0.05);
    expect(history.var).toBeCloseTo(0.015463659671959548, 13);
    expect(history.components[0]).toBeCloseTo(0.014552242070769491, 13);
    expect(history.components[1]).toBeCloseTo(0.00680682540765395, 13);
    expect(history.total).toBe(history.components[0]! + history.components[1]!);
  });

  it('has no value for a book that does not vary and refuses other sizes', () => {
    expect(gaussianComponents(new Float64Array(1600), weights, 0.025).total).toBeNaN();
    expect(() => gaussianComponents(book, Float64Array.of(1, 1, 1), 0.025)).toThrow(RangeError);
    expect(() => historicalComponents(book, weights, 1)).toThrow(RangeError);
  });
});
