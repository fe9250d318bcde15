import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logSumExp } from '../../src/math/log-sum-exp.ts';
import {
  type GaussianHmm,
  hmmFilter,
  hmmSmoother,
  hmmViterbi,
  logDensities,
} from '../../src/measures/gaussian-hmm.ts';
import {
  type SwitchingAutoregression,
  switchingFilter,
  switchingSmoother,
} from '../../src/measures/hamilton-ar.ts';
import { fitSwitchingAutoregression } from '../../src/measures/hamilton-fit.ts';
import { byVariance, expectationMaximisation, fitHmm, type HmmFit } from '../../src/measures/hmm-fit.ts';
import { expectedDurations, stationaryDistribution } from '../../src/measures/markov-chain.ts';
import {
  anyStateFilter,
  anyStateSmoother,
  markovFilter,
  markovSmoother,
} from '../../src/measures/markov-filter.ts';
import { regimePath, regimeProbability } from '../../src/measures/regime-probability.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

/** Calm and stormy stretches of fifty rows in turn. */
const y = parkMiller(400, 4711).map((u, t) =>
  Math.floor(t / 50) % 2 === 0 ? 0.1 + 0.6 * u : -0.2 + 1.8 * u,
);
const transition = Float64Array.of(0.96, 0.04, 0.05, 0.95);
const model: GaussianHmm = {
  mean: Float64Array.of(0.1, -0.2),
  covariance: Float64Array.of(0.4, 3),
  transition,
  initial: stationaryDistribution(transition, 2),
};

function fitted(values: Float64Array, d: number, K: number): HmmFit {
  const fit = fitHmm(values, d, K, { seed: 1 });
  if ('refused' in fit) throw new Error(fit.refused);
  return fit;
}

/** Forward and backward passes in logarithms, as Rabiner writes them: the slow reading of the filter and the smoother. */
function inLogs(values: Float64Array, { transition: P, initial, ...rest }: GaussianHmm) {
  const K = initial.length;
  const T = values.length;
  const f = logDensities(values, { transition: P, initial, ...rest });
  const alpha: number[][] = [];
  for (let t = 0; t < T; t++) {
    alpha.push(
      Array.from({ length: K }, (_, j) => {
        const before =
          t === 0
            ? Math.log(initial[j]!)
            : logSumExp(alpha[t - 1]!.map((a, i) => a + Math.log(P[i * K + j]!)));
        return before + f[t * K + j]!;
      }),
    );
  }
  const beta: number[][] = Array.from({ length: T }, () => new Array(K).fill(0));
  for (let t = T - 2; t >= 0; t--) {
    for (let i = 0; i < K; i++) {
      beta[t]![i] = logSumExp(
        Array.from({ length: K }, (_, j) => Math.log(P[i * K + j]!) + f[(t + 1) * K + j]! + beta[t + 1]![j]!),
      );
    }
  }
  const logLikelihood = logSumExp(alpha[T - 1]!);
  return {
    logLikelihood,
    filtered: alpha.flatMap((a) => a.map((v) => Math.exp(v - logSumExp(a)))),
    smoothed: alpha.flatMap((a, t) => a.map((v, j) => Math.exp(v + beta[t]![j]! - logLikelihood))),
  };
}

describe('the filter of a hidden Markov model', () => {
  it('gives likelihood, filtered and smoothed probabilities as statsmodels does', () => {
    // MarkovRegression(y, k_regimes=2, trend="c", switching_variance=True).smooth([.96, .05, .1, -.2, .4, 3.]).
    const path = hmmFilter(y, model);
    expect(path.logLikelihood).toBeCloseTo(-612.6164229796454, 9);
    expect(path.filtered[20]).toBeCloseTo(0.9442791631935703, 12);
    expect(path.filtered[120]).toBeCloseTo(0.026940216612879708, 12);
    expect(path.filtered[798]).toBeCloseTo(0.004124195762653828, 12);
    const { smoothed } = hmmSmoother(path, model);
    expect(smoothed[20]).toBeCloseTo(0.994294859771554, 11);
    expect(smoothed[120]).toBeCloseTo(0.003643745271630267, 11);
    expect(smoothed[798]).toBe(path.filtered[798]);
  });

  it('agrees with passes in logarithms on any model, far tails too', () => {
    const value = fc.double({ min: -40, max: 40, noNaN: true });
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), share, share, share, (list, p, q, v) => {
        const P = Float64Array.of(p, 1 - p, 1 - q, q);
        const given = {
          mean: Float64Array.of(0, 1),
          covariance: Float64Array.of(v, 4 * v),
          transition: P,
          initial: stationaryDistribution(P, 2),
        };
        const data = Float64Array.from(list);
        const oracle = inLogs(data, given);
        const path = hmmFilter(data, given);
        expect(Math.abs(path.logLikelihood / oracle.logLikelihood - 1)).toBeLessThan(1e-10);
        const { smoothed } = hmmSmoother(path, given);
        for (const [at, p] of oracle.filtered.entries()) expect(path.filtered[at]).toBeCloseTo(p, 9);
        for (const [at, p] of oracle.smoothed.entries()) expect(smoothed[at]).toBeCloseTo(p, 8);
      }),
    );
  });

  it('is the same for two states in scalars, with holes, certain states and impossible ones', () => {
    const density = fc.oneof(fc.double({ min: -900, max: 5, noNaN: true }), fc.constant(Number.NaN));
    // Certain (0, 1) or not; a probability near the smallest number has no digits left to agree in.
    const share = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 1e-12, max: 1, noNaN: true }));
    const agrees = (got: number | undefined, wanted: number, digits: number) =>
      Number.isNaN(wanted) ? expect(got).toBeNaN() : expect(got).toBeCloseTo(wanted, digits);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(density, density), { maxLength: 20 }),
        share,
        share,
        share,
        (rows, p, q, first) => {
          const f = Float64Array.from(
            rows.flatMap(([a, b]) => (Number.isNaN(a + b) ? [Number.NaN, Number.NaN] : [a, b])),
          );
          const P = Float64Array.of(p, 1 - p, 1 - q, q);
          const start = Float64Array.of(first, 1 - first);
          const [fast, slow] = [markovFilter(f, P, start), anyStateFilter(f, P, start)];
          agrees(fast.logLikelihood, slow.logLikelihood, 8);
          const [far, near] = [markovSmoother(fast, P, 2), anyStateSmoother(slow, P, 2)];
          for (const [at, value] of slow.filtered.entries()) agrees(fast.filtered[at], value, 12);
          for (const [at, value] of near.smoothed.entries()) agrees(far.smoothed[at], value, 12);
          for (const [at, value] of near.transitions.entries()) agrees(far.transitions[at], value, 10);
        },
      ),
    );
  });

  it('is the same for three states in scalars, with holes, certain states and impossible ones', () => {
    const density = fc.oneof(fc.double({ min: -900, max: 5, noNaN: true }), fc.constant(Number.NaN));
    const weight = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true }));
    const shares = fc
      .tuple(weight, weight, weight)
      .map((w) => w.map((one) => one / (w[0] + w[1] + w[2])))
      .filter((p) => !p.some(Number.isNaN));
    const close = (got: Float64Array, wanted: Float64Array, digits: number) => {
      expect(got).toHaveLength(wanted.length);
      for (const [at, value] of wanted.entries()) {
        if (Number.isNaN(value)) expect(got[at]).toBeNaN();
        else expect(got[at]).toBeCloseTo(value, digits);
      }
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(density, density, density), { maxLength: 20 }),
        fc.tuple(shares, shares, shares),
        shares,
        (rows, P, first) => {
          const f = Float64Array.from(rows.flat());
          const [flat, start] = [Float64Array.from(P.flat()), Float64Array.from(first)];
          const [fast, slow] = [markovFilter(f, flat, start), anyStateFilter(f, flat, start)];
          if (Number.isNaN(slow.logLikelihood)) expect(fast.logLikelihood).toBeNaN();
          else expect(fast.logLikelihood).toBeCloseTo(slow.logLikelihood, 8);
          close(fast.filtered, slow.filtered, 12);
          close(fast.predicted, slow.predicted, 12);
          const [far, near] = [markovSmoother(fast, flat, 3), anyStateSmoother(slow, flat, 3)];
          close(far.smoothed, near.smoothed, 12);
          close(far.transitions, near.transitions, 10);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not see later rows', () => {
    const other = y.map((x, t) => (t < 200 ? x : 50 * x));
    const seen = (values: Float64Array) => Array.from(hmmFilter(values, model).filtered.subarray(0, 400));
    expect(seen(other)).toEqual(seen(y));
  });

  it('predicts over a missing row and learns nothing from it', () => {
    const holed = y.map((x, t) => (t === 100 ? Number.NaN : x));
    const path = hmmFilter(holed, model);
    expect(Array.from(path.filtered.subarray(200, 202))).toEqual(
      Array.from(path.predicted.subarray(200, 202)),
    );
    expect(Number.isFinite(path.logLikelihood)).toBe(true);
  });

  it('finds the path that a search of all paths finds, ties to the lower state', () => {
    const short = y.slice(40, 50);
    const best = { score: Number.NEGATIVE_INFINITY, path: 0 };
    const f = logDensities(short, model);
    for (let code = 0; code < 2 ** 10; code++) {
      const state = (t: number) => (code >> t) & 1;
      let score = Math.log(model.initial[state(0)]!) + f[state(0)]!;
      for (let t = 1; t < 10; t++)
        score += Math.log(transition[state(t - 1) * 2 + state(t)]!) + f[2 * t + state(t)]!;
      if (score > best.score) Object.assign(best, { score, path: code });
    }
    const { states, logProbability } = hmmViterbi(short, model);
    expect(logProbability).toBeCloseTo(best.score, 10);
    expect(states.reduce((code, s, t) => code + s * 2 ** t, 0)).toBe(best.path);
    const same = {
      ...model,
      mean: new Float64Array(2),
      covariance: Float64Array.of(1, 1),
      transition: new Float64Array(4).fill(0.5),
      initial: Float64Array.of(0.5, 0.5),
    };
    expect(Array.from(hmmViterbi(short, same).states)).toEqual(new Array(10).fill(0));
  });

  it('refuses what is no model', () => {
    expect(() => hmmFilter(y, { ...model, transition: Float64Array.of(1, 1, 0, 1) })).toThrow(RangeError);
    expect(() => hmmFilter(y, { ...model, covariance: Float64Array.of(0, 1) })).toThrow(RangeError);
    expect(() => hmmFilter(Float64Array.of(Number.POSITIVE_INFINITY), model)).toThrow(RangeError);
  });
});

describe('a Markov chain', () => {
  it('has the stationary distribution and durations of the closed forms', () => {
    // π_1 = (1 − P_22) / (2 − P_11 − P_22).
    expect(Array.from(stationaryDistribution(transition, 2))).toEqual([
      expect.closeTo(5 / 9, 14),
      expect.closeTo(4 / 9, 14),
    ]);
    expect(expectedDurations(transition, 2)[0]).toBeCloseTo(25, 10);
    expect(expectedDurations(Float64Array.of(1, 0, 0, 1), 2)[1]).toBe(Number.POSITIVE_INFINITY);
    expect(Array.from(stationaryDistribution(Float64Array.of(1, 0, 0, 1), 2))).toEqual([0.5, 0.5]);
  });
});

describe('a fit of regimes', () => {
  it('is not below the best of ten fits of statsmodels', () => {
    // statsmodels starts from the stationary distribution; a free start is worth at most −ln π of its state.
    const fit = fitted(y, 1, 2);
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeGreaterThan(-604.062381540595);
    expect(fit.logLikelihood).toBeLessThan(-604.062381540595 + 1);
    expect(fit.model.covariance[0]).toBeCloseTo(0.30313707758097547, 2);
    expect(fit.model.covariance[1]! / 3.6765198288592904).toBeCloseTo(1, 2);
    expect(fit.parameters).toBe(7);
    expect(fit.bic).toBeCloseTo(-2 * fit.logLikelihood + 7 * Math.log(400), 8);
  });

  it('never loses likelihood from step to step', () => {
    const { path } = expectationMaximisation(y, model);
    for (let k = 1; k < path.length; k++) expect(path[k]! - path[k - 1]!).toBeGreaterThan(-1e-9);
  });

  it('orders regimes by variance and gives the same fit for the same seed', () => {
    const swapped = {
      ...model,
      mean: model.mean.slice().reverse(),
      covariance: model.covariance.slice().reverse(),
      transition: Float64Array.of(0.95, 0.05, 0.04, 0.96),
      initial: model.initial.slice().reverse(),
    };
    const ordered = byVariance(swapped, 1);
    expect(ordered.covariance).toEqual(model.covariance);
    expect(ordered.transition).toEqual(transition);
    expect(fitted(y, 1, 2)).toEqual(fitted(y, 1, 2));
  });

  it('finds regimes of several columns, whatever their unit', () => {
    const [first, second] = [parkMiller(800, 81), parkMiller(800, 82)];
    const both = new Float64Array(1600);
    for (let t = 0; t < 800; t++) {
      const size = Math.floor(t / 80) % 2 === 0 ? 0.01 : 0.03;
      both.set([size * first[t]!, size * (0.7 * first[t]! + 0.7 * second[t]!)], 2 * t);
    }
    const fit = fitted(both, 2, 2);
    expect(Math.sqrt(fit.model.covariance[4]! / fit.model.covariance[0]!)).toBeCloseTo(3, 0);
    expect(fit.expectedDurations[0]).toBeGreaterThan(40);
    const scaled = fitted(
      both.map((x) => 100 * x),
      2,
      2,
    );
    expect(scaled.logLikelihood).toBeCloseTo(fit.logLikelihood - 1600 * Math.log(100), 3);
  });

  it('is refused for short, constant and duplicated data and too many regimes', () => {
    expect(fitHmm(y.slice(0, 99), 1, 2, { seed: 1 })).toEqual({ refused: 'insufficient_data' });
    expect(fitHmm(y, 1, 4, { seed: 1 })).toEqual({ refused: 'insufficient_data' });
    expect(fitHmm(new Float64Array(400).fill(3), 1, 2, { seed: 1 })).toEqual({ refused: 'constant_series' });
    const twice = new Float64Array(800).map((_, at) => y[Math.floor(at / 2)]!);
    expect(fitHmm(twice, 2, 2, { seed: 1 })).toEqual({ refused: 'singular_covariance' });
    expect(() => fitHmm(y, 1, 0, { seed: 1 })).toThrow(RangeError);
    expect(() => fitHmm(Float64Array.of(Infinity, 1), 1, 2, { seed: 1 })).toThrow(RangeError);
  });
});

describe('the probability of the high-volatility regime', () => {
  it('is filtered with parameters of the rows up to the stated one', () => {
    const { probability, estimates } = regimePath([y], { regimes: 2, train: 250, refit: 100, seed: 1 });
    expect(estimates.map(({ row, until }) => [row, until])).toEqual([
      [249, 349],
      [349, 400],
    ]);
    const early = fitHmm(y.slice(0, 250), 1, 2, { seed: 1, tolerance: 1e-6 });
    expect(estimates[0]!.fit).toEqual(early);
    const { filtered } = hmmFilter(y.slice(0, 349), estimates[0]!.fit.model);
    expect(probability[2 * 300]).toBe(filtered[2 * 300]);
    expect(probability[2 * 248]).toBeNaN();
  });

  it('has no value for a series that does not vary', () => {
    const panel = panelOf([new Float64Array(600)]);
    expect(regimeProbability.compute(panel, regimeProbability.params.parse({})).every(Number.isNaN)).toBe(
      true,
    );
  });
});

describe('a switching autoregression', () => {
  const switching: SwitchingAutoregression = {
    mean: Float64Array.of(-1, 1.5),
    phi: Float64Array.of(0.4, -0.2),
    variance: 0.5,
    transition: Float64Array.of(0.8, 0.2, 0.1, 0.9),
  };
  const short = y.slice(0, 9);

  /** Likelihood and probabilities of s_t by adding up every path of states. */
  function byEnumeration() {
    const pi = stationaryDistribution(switching.transition, 2);
    const first = new Float64Array(7);
    const last = new Float64Array(7);
    let total = 0;
    for (let code = 0; code < 2 ** 9; code++) {
      const s = Array.from({ length: 9 }, (_, t) => (code >> t) & 1);
      let p = pi[s[0]!]!;
      for (let t = 1; t < 9; t++) p *= switching.transition[s[t - 1]! * 2 + s[t]!]!;
      for (let t = 2; t < 9; t++) {
        const gap = (u: number) => short[u]! - switching.mean[s[u]!]!;
        const e = gap(t) - 0.4 * gap(t - 1) + 0.2 * gap(t - 2);
        p *= Math.exp(-e * e) / Math.sqrt(Math.PI);
      }
      total += p;
      for (let t = 2; t < 9; t++) if (s[t] === 0) first[t - 2]! += p;
      if (s[8] === 0) last[0]! += p;
    }
    return {
      logLikelihood: Math.log(total),
      smoothed: first.map((p) => p / total),
      filteredLast: last[0]! / total,
    };
  }

  it('has the likelihood and the probabilities that adding up all paths of states gives', () => {
    const oracle = byEnumeration();
    const path = switchingFilter(short, switching);
    expect(path.logLikelihood).toBeCloseTo(oracle.logLikelihood, 11);
    expect(path.filtered[12]).toBeCloseTo(oracle.filteredLast, 12);
    const smoothed = switchingSmoother(path, switching);
    for (const [t, p] of oracle.smoothed.entries()) expect(smoothed[2 * t]).toBeCloseTo(p, 12);
  });

  it('is recovered from a simulated path, regimes in ascending order of mean', () => {
    const [u, v] = [parkMiller(600, 31), parkMiller(600, 32)];
    const z = new Float64Array(600);
    let state = 0;
    for (let t = 1, before = 0; t < 600; t++) {
      if (v[t]! > (state === 0 ? 0.9 : 1.3)) state = 1 - state;
      before = 0.4 * before + 0.6 * u[t]!;
      z[t] = (state === 0 ? -1.5 : 1.5) + before;
    }
    const fit = fitSwitchingAutoregression(z, 1, 2, { seed: 3 });
    if ('refused' in fit) throw new Error(fit.refused);
    expect(fit.converged).toBe(true);
    expect(fit.model.mean[0]).toBeCloseTo(-1.5, 0);
    expect(fit.model.mean[1]).toBeCloseTo(1.5, 0);
    expect(fit.model.phi[0]).toBeCloseTo(0.4, 0);
    expect(fit.logLikelihood).toBeCloseTo(switchingFilter(z, fit.model).logLikelihood, 7);
  });

  it('is refused for short and constant series and refuses wrong arguments', () => {
    expect(fitSwitchingAutoregression(short, 1, 2, { seed: 1 })).toEqual({ refused: 'insufficient_data' });
    expect(fitSwitchingAutoregression(new Float64Array(200), 1, 2, { seed: 1 })).toEqual({
      refused: 'constant_series',
    });
    expect(() => fitSwitchingAutoregression(y, 0, 2, { seed: 1 })).toThrow(RangeError);
    expect(() =>
      fitSwitchingAutoregression(
        y.map((x, t) => (t === 3 ? Number.NaN : x)),
        1,
        2,
        { seed: 1 },
      ),
    ).toThrow(RangeError);
    expect(() => switchingFilter(short.slice(0, 2), switching)).toThrow(RangeError);
    expect(() => switchingFilter(short, { ...switching, phi: new Float64Array(0) })).toThrow(RangeError);
  });
});
