import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BetaStart,
  betaLogLikelihood,
  betaStart,
  fitBetaNoise,
  kalmanBeta,
  smoothedBeta,
} from '../../src/measures/kalman-beta.ts';
import { quantileBeta, quantileBetaMeasure } from '../../src/measures/quantile-beta.ts';
import { type SafeHaven, type SafeHavenOptions, safeHaven } from '../../src/measures/safe-haven.ts';
import { betaPath } from '../../src/measures/time-varying-beta.ts';
import { panelOf } from './panel-of.ts';
import { parkMiller } from './park-miller.ts';

/** A market, and an asset with beta 0.3 that becomes 0.7 below −1.5. */
const market = parkMiller(500, 301);
const asset = parkMiller(500, 302).map((e, t) => {
  const m = market[t]!;
  return 0.3 * m + 0.4 * (m < -1.5 ? m : 0) + 0.8 * e;
});

function haven(y: Float64Array, x: Float64Array, options: SafeHavenOptions = {}): SafeHaven {
  const found = safeHaven(y, x, options);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

function started(y: Float64Array, x: Float64Array, n0: number): BetaStart {
  const start = betaStart(y, x, n0);
  if ('refused' in start) throw new Error(start.refused);
  return start;
}

function known<R extends object>(result: R): Exclude<R, { readonly refused: unknown }> {
  if ('refused' in result) throw new Error(String(result.refused));
  return result as Exclude<R, { readonly refused: unknown }>;
}

describe('the safe-haven regression', () => {
  it('gives the coefficients and both standard errors of statsmodels', () => {
    // sm.OLS(g, X).fit(), get_robustcov_results("HAC", maxlags=4, use_correction=False); X = 1, m, m·(m < q10), m·(m < q5), m·(m < q1).
    const found = haven(asset, market, { lag: 4 });
    const close = (got: Float64Array, expected: number[]) => {
      for (const [i, value] of expected.entries()) expect(got[i]).toBeCloseTo(value, 12);
    };
    close(found.thresholds, [-1.3425372401916127, -1.6832654108215424, -2.138972530113054]);
    close(
      found.coefficients,
      [
        0.02513411984219597, 0.31069213523607686, 0.2591823933399282, 0.12605849940980382,
        -0.10562035465801606,
      ],
    );
    close(
      found.standardErrors.ols,
      [
        0.038456284096112306, 0.045638818926809925, 0.12055521484197299, 0.1431620609959684,
        0.1810101644674912,
      ],
    );
    close(
      found.standardErrors.neweyWest,
      [
        0.03633328887631534, 0.042534977660333685, 0.14148404732364103, 0.16589885775798124,
        0.14190370736490593,
      ],
    );
    expect(found.r2).toBeCloseTo(0.21850620861851, 12);
  });

  it('adds betas up and takes their standard error from the whole covariance', () => {
    // c @ params and sqrt(c @ V @ c), c = 0, 1, … 1, 0 …
    const { cumulative } = haven(asset, market, { lag: 4 });
    const betas = [0.31069213523607686, 0.5698745285760051, 0.6959330279858089, 0.5903126733277928];
    const errors = [0.042534977660333685, 0.13142564325576725, 0.09069524155202298, 0.1121020261988606];
    for (const [i, { beta, standardError }] of cumulative.entries()) {
      expect(beta).toBeCloseTo(betas[i]!, 12);
      expect(standardError).toBeCloseTo(errors[i]!, 12);
    }
    expect(cumulative.map(({ rows }) => rows)).toEqual([500, 50, 25, 5]);
  });

  it('calls a haven strong, weak or none by sign and significance', () => {
    const against = market.map((m, t) => -0.5 * m + 0.5 * parkMiller(500, 7)[t]!);
    expect(haven(asset, market).cumulative[0]!.verdict).toBe('none');
    expect(haven(against, market).cumulative[0]!.verdict).toBe('strong');
    expect(haven(parkMiller(500, 8), market).cumulative[0]!.verdict).toBe('weak');
  });

  it('drops a tail that has the rows of the next one, or none, and says so', () => {
    const twin = haven(asset, market, { tails: [0.1, 0.0101, 0.01] });
    expect(twin.dropped).toEqual([]);
    const same = haven(asset.slice(0, 60), market.slice(0, 60), { tails: [0.1, 0.02, 0.018] });
    expect(same.dropped).toEqual([0.02]);
    expect(same.coefficients[3]).toBeNaN();
    expect(same.cumulative[2]!.beta).toBe(same.cumulative[3]!.beta);
    const none = haven(asset, market, { thresholds: [-1, -2, -99] });
    expect(none.dropped).toEqual([0.01]);
    expect(none.cumulative[3]).toMatchObject({ rows: 0, verdict: undefined });
    expect(none.cumulative[3]!.beta).toBeNaN();
    // Many equal worst returns: strictly below their value there is nothing.
    const tied = haven(
      asset,
      market.map((m) => Math.max(m, -1)),
    );
    expect(tied.dropped).toEqual([0.1, 0.05, 0.01]);
  });

  it('is refused for few rows and a market that does not move, and refuses holes and wrong arguments', () => {
    expect(safeHaven(asset.slice(0, 20), market.slice(0, 20))).toEqual({ refused: 'insufficient_data' });
    expect(safeHaven(asset, new Float64Array(500))).toEqual({ refused: 'constant_series' });
    expect(() => safeHaven(asset, market.slice(1))).toThrow(RangeError);
    expect(() =>
      safeHaven(
        asset,
        market.map(() => Number.NaN),
      ),
    ).toThrow(RangeError);
    expect(() => safeHaven(asset, market, { tails: [0.01, 0.1] })).toThrow(RangeError);
    expect(() => safeHaven(asset, market, { lag: -1 })).toThrow(RangeError);
    expect(() => safeHaven(asset, market, { thresholds: [1] })).toThrow(RangeError);
  });
});

describe('the quantile beta', () => {
  it('is the exact optimum, which an iterated fit only comes close to', () => {
    // sm.QuantReg(g, X[:, :2]).fit(q=0.05, max_iter=10000, p_tol=1e-12).
    const found = quantileBeta(asset, market, 0.05);
    expect(found).toMatchObject({
      intercept: expect.closeTo(-1.41449599, 4),
      beta: expect.closeTo(0.44987618, 4),
    });
    if ('refused' in found) throw new Error(found.refused);
    const loss = (a: number, b: number) =>
      asset.reduce((sum, y, t) => {
        const e = y - a - b * market[t]!;
        return sum + e * (e < 0 ? -0.95 : 0.05);
      }, 0);
    expect(loss(found.intercept, found.beta)).toBeLessThanOrEqual(loss(-1.41449599, 0.44987618));
    expect(quantileBeta(asset, new Float64Array(500), 0.05)).toEqual({ refused: 'constant_series' });
    expect(quantileBeta(asset.slice(0, 9), market.slice(0, 9), 0.05)).toEqual({
      refused: 'insufficient_data',
    });
  });
});

describe('the rolling quantile beta', () => {
  const params = quantileBetaMeasure.params.parse({});

  it('is that of a general solver on the last window', () => {
    // scipy.optimize.linprog(method="highs"): min Σ τ u + (1 − τ) v, a + b m + u − v = g, on rows t − 249 … t.
    const beta = quantileBetaMeasure.compute(panelOf([market, asset]), params);
    expect(beta[399]).toBeCloseTo(0.45843296312515935, 10);
    expect(beta[499]).toBeCloseTo(0.5387653298705547, 10);
    expect(beta[248]).toBeNaN();
  });

  it('leaves out rows with a hole and needs thirty rows and a market that moves', () => {
    const holed = market.map((m, t) => (t === 300 ? Number.NaN : m));
    const beta = quantileBetaMeasure.compute(panelOf([holed, asset]), params);
    const kept = (column: Float64Array) => column.subarray(200, 450).filter((_, k) => k !== 100);
    expect(beta[449]).toBe(known(quantileBeta(kept(asset), kept(market), params.tau)).beta);
    const still = market.map((m, t) => (t < 300 ? 0 : m));
    const after = quantileBetaMeasure.compute(panelOf([still, asset]), params);
    expect(Array.from(after.subarray(0, 300)).every(Number.isNaN)).toBe(true);
    expect(after[499]).not.toBeNaN();
  });
});

describe('the time-varying beta', () => {
  const noise = { observation: 0.6, intercept: 1e-5, slope: 1e-3 };
  const start = started(asset, market, 60);

  it('is that of an independent filter', () => {
    // numpy: P += diag(qa, qb); F = z P z + R; K = P z / F; a += K v; P -= K Kᵀ F, from OLS on the first 60 rows.
    const path = kalmanBeta(asset, market, 60, start, noise);
    expect(path.logLikelihood).toBeCloseTo(-537.769231005677, 9);
    expect(path.beta[160]).toBeCloseTo(0.28470713003029247, 12);
    expect(path.beta[499]).toBeCloseTo(0.4085670023986334, 12);
    expect(path.variance[499]).toBeCloseTo(0.02090113911667169, 12);
    expect(path.beta[59]).toBeNaN();
  });

  it('has the same likelihood in scalars, with holes too', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 499 }),
        fc.double({ min: 1e-8, max: 0.1, noNaN: true }),
        (hole, slope) => {
          const y = asset.map((v, t) => (t === hole ? Number.NaN : v));
          const given = { ...noise, slope };
          const oracle = kalmanBeta(y, market, 60, start, given).logLikelihood;
          expect(betaLogLikelihood(y, market, 60, start, given)).toBeCloseTo(oracle, 8);
        },
      ),
    );
  });

  it('is fitted to a likelihood that a simplex search of scipy does not beat', () => {
    // scipy.optimize.minimize(method="Nelder-Mead") over log(R, qa, qb) from three starts: -534.8758887779353, R 0.65781, qb 2.2e-5.
    const fit = fitBetaNoise(asset, market, 60, start);
    if ('refused' in fit) throw new Error(fit.refused);
    expect(fit.converged).toBe(true);
    expect(fit.logLikelihood).toBeGreaterThan(-534.8758887779353 - 1e-5);
    expect(fit.noise.observation).toBeCloseTo(0.657811766, 3);
  });

  it('does not see later rows unless smoothed', () => {
    const other = asset.map((v, t) => (t < 300 ? v : -v));
    const [one, two] = [asset, other].map((y) => kalmanBeta(y, market, 60, start, noise).beta.slice(0, 300));
    expect(one).toEqual(two);
    const [s1, s2] = [asset, other].map((y) => smoothedBeta(y, market, 60, start, noise)[299]);
    expect(s1).not.toBeCloseTo(s2!, 6);
    expect(smoothedBeta(asset, market, 60, start, noise)[499]).toBeCloseTo(
      kalmanBeta(asset, market, 60, start, noise).beta[499]!,
      12,
    );
  });

  it('follows a beta that changes', () => {
    const y = market.map((m, t) => (t < 250 ? 0.2 : 1.4) * m + 0.2 * parkMiller(500, 77)[t]!);
    const { beta, estimates } = betaPath(y, market, { startRows: 60, train: 200, refit: 100 });
    expect(estimates.map(({ row }) => row)).toEqual([199, 299, 399, 499]);
    expect(beta[240]).toBeCloseTo(0.2, 0);
    expect(beta[499]).toBeGreaterThan(1.2);
    expect(beta[198]).toBeNaN();
  });

  it('is refused for a market that does not move and refuses wrong arguments', () => {
    expect(betaStart(asset, new Float64Array(500), 60)).toEqual({ refused: 'constant_series' });
    expect(
      betaStart(
        asset.map(() => Number.NaN),
        market,
        60,
      ),
    ).toEqual({ refused: 'insufficient_data' });
    expect(fitBetaNoise(asset.slice(0, 100), market.slice(0, 100), 60, start)).toEqual({
      refused: 'insufficient_data',
    });
    expect(fitBetaNoise(new Float64Array(500), market, 60, start)).toEqual({ refused: 'constant_series' });
    expect(() => betaStart(asset, market, 2)).toThrow(RangeError);
    expect(() => betaStart(asset, market, 501)).toThrow(RangeError);
    expect(() => kalmanBeta(asset, market.slice(1), 60, start, noise)).toThrow(RangeError);
    expect(() => kalmanBeta(asset, market, 60, start, { ...noise, slope: -1 })).toThrow(RangeError);
  });
});
