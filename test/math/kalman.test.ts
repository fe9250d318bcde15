import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bfgs } from '../../src/math/bfgs.ts';
import {
  kalmanFilter,
  kalmanLogLikelihood,
  kalmanPredict,
  kalmanStart,
  kalmanUpdate,
  type StateSpace,
} from '../../src/math/kalman.ts';
import { rtsSmoother } from '../../src/math/kalman-smoother.ts';
import { stream } from '../../src/math/random.ts';
import { positive, sideBySide } from '../../src/math/transforms.ts';

// Annual flow of the Nile at Aswan 1871–1970, 10⁸ m³: Cobb (1978), Biometrika 65, table 1; R datasets::Nile.
const NILE = Float64Array.of(
  ...[
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  ],
  ...[
    1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  ],
  ...[1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796],
  ...[1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874],
  ...[848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718],
  ...[714, 740],
);

/** The level after a diffuse start is the first observation; the filter goes on from there. */
const localLevel = (observationNoise: number, levelNoise: number): StateSpace => ({
  stateNoise: Float64Array.of(levelNoise),
  observationNoise,
  initialMean: NILE.slice(0, 1),
  initialCovariance: Float64Array.of(observationNoise),
});
const later = NILE.slice(1);
const ones = new Float64Array(later.length).fill(1);

describe('the local level model of the Nile', () => {
  const filtered = kalmanFilter(later, ones, localLevel(15099, 1469.1));

  it('has the filtered level and variance of statsmodels', () => {
    // sm.tsa.UnobservedComponents(nile, 'local level').smooth([15099, 1469.1]).filtered_state[0][[1, 2, 49, 99]], filtered_state_cov;
    // its start is a variance of 1e6 where ours is diffuse, which still shows in the first rows
    expect(filtered.mean[98]).toBeCloseTo(798.37029261, 5);
    expect(filtered.mean[48]).toBeCloseTo(849.07056431, 5);
    expect(filtered.covariance[98]).toBeCloseTo(4032.15794181, 5);
    // Durbin & Koopman (2012), § 2.11: the predicted variance settles at p with p² − pq − q = 0, q = 1469.1 / 15099, in units of 15099
    const q = 1469.1 / 15099;
    const predicted = 15099 * ((q + Math.sqrt(q * q + 4 * q)) / 2);
    expect(filtered.predictedCovariance[98]).toBeCloseTo(predicted, 4);
  });

  it('has the log-likelihood of statsmodels after the first year', () => {
    // sm.tsa.UnobservedComponents(nile, 'local level').loglike([15099, 1469.1]) with loglikelihood_burn = 1
    expect(Math.abs(filtered.logLikelihood - -632.5376950475525)).toBeLessThan(0.02);
    expect(kalmanLogLikelihood(later, ones, localLevel(15099, 1469.1))).toBe(filtered.logLikelihood);
  });

  it('has its maximum likelihood where Durbin and Koopman publish it', () => {
    // Durbin & Koopman (2012), Time Series Analysis by State Space Methods, 2nd ed., § 2.10.1: 15099 and 1469.1
    const bounds = sideBySide(positive, positive);
    const found = bfgs(
      (u) => {
        const [noise, level] = bounds.constrain(u);
        return -kalmanLogLikelihood(later, ones, localLevel(noise!, level!));
      },
      bounds.free(Float64Array.of(10_000, 10_000)),
    );
    expect(found.converged).toBe(true);
    const [noise, level] = bounds.constrain(found.x);
    expect(Math.abs(noise! - 15099)).toBeLessThan(1);
    expect(Math.abs(level! - 1469.1)).toBeLessThan(0.5);
  });

  it('has the smoothed level of statsmodels', () => {
    // .smooth([15099, 1469.1]).smoothed_state[0][[49, 98]], smoothed_state_cov
    const smoothed = rtsSmoother(filtered, ones, localLevel(15099, 1469.1));
    expect(smoothed.mean[48]).toBeCloseTo(834.76325801, 3);
    expect(smoothed.mean[97]).toBeCloseTo(804.04959567, 4);
    expect(smoothed.covariance[48]).toBeCloseTo(2326.75686981, 4);
    expect(smoothed.covariance[97]).toBeCloseTo(3242.93007322, 4);
  });
});

describe('a two-state model with a changing observation vector and a missing row', () => {
  const hole = Number.NaN;
  const y = Float64Array.of(0.44, -0.33, 2.43, -0.25, hole, 1.58, -0.91, -0.59, 0.19, -0.33, -1.19, -0.2);
  const x = [-0.36, 0.6, -1.66, -0.7, 1.15, 1.86, -1.51, 0.64, -0.98, -0.86, -0.87, -0.42];
  const design = Float64Array.from(x.flatMap((xt) => [1, xt]));
  const model: StateSpace = {
    transition: Float64Array.of(0.9, 0.1, -0.2, 0.8),
    stateNoise: Float64Array.of(0.1, 0.02, 0.02, 0.05),
    observationNoise: 0.3,
    initialMean: Float64Array.of(0.1, 0.5),
    initialCovariance: Float64Array.of(1, 0.2, 0.2, 0.5),
  };
  const filtered = kalmanFilter(y, design, model);
  const smoothed = rtsSmoother(filtered, design, model);

  const expectRow = (came: Float64Array, row: number, expected: readonly number[]) => {
    for (const [i, e] of expected.entries()) expect(came[row * expected.length + i]).toBeCloseTo(e, 12);
  };

  // numpy, textbook recursions: m = T m; P = T P T' + Q; F = z P z + R; K = P z / F; m += K v; P -= K K' F; backwards by
  // J = Pf T' inv(Pp); ms = mf + J (ms' - mp'); Ps = Pf + J (Ps' - Pp') J'
  it('has the filtered rows of numpy', () => {
    expect(filtered.logLikelihood).toBeCloseTo(-18.736386361860433, 12);
    expectRow(filtered.mean, 0, [0.4617094247603637, 0.344359040630489]);
    expectRow(
      filtered.covariance,
      0,
      [0.255877850071357, 0.09700993006626288, 0.09700993006626288, 0.3374683637553205],
    );
    expectRow(filtered.mean, 4, [-0.10859032909584232, -0.5059754120525207]);
    expectRow(filtered.mean, 11, [-0.2678809389969161, 0.24328884054817207]);
    expectRow(
      filtered.covariance,
      11,
      [0.1434983343949821, 0.039427769613391346, 0.039427769613391346, 0.1003589604189959],
    );
  });

  it('has the smoothed rows of the Rauch–Tung–Striebel recursion in numpy', () => {
    expectRow(smoothed.mean, 0, [0.40404363678585364, -0.3919176862370217]);
    expectRow(
      smoothed.covariance,
      0,
      [0.12751011394328277, 0.04672360416591262, 0.04672360416591262, 0.1904536002322623],
    );
    expectRow(smoothed.mean, 4, [-0.08798316102824699, -0.031966396273587494]);
    expectRow(
      smoothed.covariance,
      4,
      [0.1300237618960131, 0.017174298399726468, 0.017174298399726468, 0.06567471663814728],
    );
    expectRow(smoothed.mean, 11, [-0.2678809389969161, 0.24328884054817207]);
  });

  it('predicts and does not update where the row is missing', () => {
    expect(filtered.innovation[4]).toBeNaN();
    expect(filtered.innovationVariance[4]).toBeNaN();
    expect([...filtered.mean.subarray(8, 10)]).toEqual([...filtered.predictedMean.subarray(8, 10)]);
    const holed = design.slice();
    holed[4] = Number.NaN;
    const again = kalmanFilter(y, holed, model);
    expect(again.innovation[2]).toBeNaN();
    expect(Number.isFinite(again.logLikelihood)).toBe(true);
    expect(rtsSmoother(again, holed, model).mean.every(Number.isFinite)).toBe(true);
  });

  it('does not look ahead when it filters, bit for bit, and does when it smooths', () => {
    const other = y.slice();
    other[11] = 99;
    const again = kalmanFilter(other, design, model);
    expect([...again.mean.subarray(0, 22)]).toEqual([...filtered.mean.subarray(0, 22)]);
    expect([...again.covariance]).toEqual([...filtered.covariance]);
    expect(rtsSmoother(again, design, model).mean[0]).not.toBe(smoothed.mean[0]);
  });

  it('gives the same rows one by one as all at once, bit for bit', () => {
    const state = kalmanStart(model);
    for (let t = 0; t < y.length; t++) {
      kalmanPredict(state, model);
      expect([...state.covariance]).toEqual([...filtered.predictedCovariance.subarray(4 * t, 4 * t + 4)]);
      const { innovation, variance } = kalmanUpdate(state, y[t]!, design.subarray(2 * t, 2 * t + 2), 0.3);
      expect([innovation, variance]).toEqual([filtered.innovation[t], filtered.innovationVariance[t]]);
      expect([...state.mean]).toEqual([...filtered.mean.subarray(2 * t, 2 * t + 2)]);
    }
  });

  it('leaves what it is given as it was', () => {
    expect([...model.initialMean]).toEqual([0.1, 0.5]);
    expect([...model.initialCovariance]).toEqual([1, 0.2, 0.2, 0.5]);
  });
});

describe('the filter', () => {
  it('is recursive least squares when nothing drifts', () => {
    // With Q = 0 and a wide prior the last state is the OLS fit of y = 1 + 2 x, which is exact here.
    const x = [0, 1, 2, 3, 4];
    const filtered = kalmanFilter(
      Float64Array.from(x, (xt) => 1 + 2 * xt),
      Float64Array.from(x.flatMap((xt) => [1, xt])),
      {
        stateNoise: new Float64Array(4),
        observationNoise: 1,
        initialMean: new Float64Array(2),
        initialCovariance: Float64Array.of(1e8, 0, 0, 1e8),
      },
    );
    expect(filtered.mean[8]).toBeCloseTo(1, 6);
    expect(filtered.mean[9]).toBeCloseTo(2, 6);
    // (X'X)⁻¹ for x = 0 … 4: [30, −10; −10, 5] / 50
    expect(filtered.covariance[16]).toBeCloseTo(0.6, 6);
    expect(filtered.covariance[19]).toBeCloseTo(0.1, 6);
  });

  it('keeps covariances symmetric and with positive diagonals over long runs', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 1e-6, max: 10, noNaN: true }), (seed, r) => {
        const random = stream(seed);
        const rows = 400;
        const y = Float64Array.from({ length: rows }, () => random.normal());
        const z = Float64Array.from({ length: 2 * rows }, () => 10 * random.normal());
        const filtered = kalmanFilter(y, z, {
          stateNoise: Float64Array.of(1e-9, 0, 0, 1e-3),
          observationNoise: r,
          initialMean: Float64Array.of(0, 0),
          initialCovariance: Float64Array.of(1e6, 0, 0, 1e6),
        });
        for (let t = 0; t < rows; t++) {
          const [a, b, c, d] = filtered.covariance.subarray(4 * t, 4 * t + 4);
          expect(b).toBe(c);
          expect(a! > 0 && d! > 0 && a! * d! - b! * b! > -1e-12 * a! * d!).toBe(true);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('has white standardised innovations when the model is true', () => {
    const random = stream(11);
    const rows = 5_000;
    let level = 0;
    const y = new Float64Array(rows);
    for (let t = 0; t < rows; t++) {
      level += 0.3 * random.normal();
      y[t] = level + random.normal();
    }
    const { innovation, innovationVariance } = kalmanFilter(y, new Float64Array(rows).fill(1), {
      stateNoise: Float64Array.of(0.09),
      observationNoise: 1,
      initialMean: Float64Array.of(0),
      initialCovariance: Float64Array.of(0),
    });
    const z = innovation.map((v, t) => v / Math.sqrt(innovationVariance[t]!));
    const variance = z.reduce((sum, zt) => sum + zt * zt, 0) / rows;
    let lag = 0;
    for (let t = 1; t < rows; t++) lag += (z[t]! * z[t - 1]!) / rows;
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / rows));
    expect(Math.abs(lag)).toBeLessThan(4 / Math.sqrt(rows));
  });

  const ok: StateSpace = {
    stateNoise: Float64Array.of(1),
    observationNoise: 1,
    initialMean: Float64Array.of(0),
    initialCovariance: Float64Array.of(1),
  };
  const one = Float64Array.of(1);

  it('is NaN from the row on at which an observation is certain without noise', () => {
    const sure = {
      ...ok,
      stateNoise: Float64Array.of(0),
      observationNoise: 0,
      initialCovariance: Float64Array.of(0),
    };
    const filtered = kalmanFilter(Float64Array.of(1, 2), Float64Array.of(1, 1), sure);
    expect(filtered.logLikelihood).toBeNaN();
    expect(filtered.mean.every(Number.isNaN)).toBe(true);
    const smoothed = rtsSmoother(filtered, Float64Array.of(1, 1), sure);
    expect(smoothed.mean.every(Number.isNaN)).toBe(true);
  });

  it('has nothing to say about no rows', () => {
    const filtered = kalmanFilter(new Float64Array(0), new Float64Array(0), ok);
    expect(filtered.logLikelihood).toBe(0);
    expect(rtsSmoother(filtered, new Float64Array(0), ok).mean).toHaveLength(0);
  });

  it('refuses sizes that disagree, infinite input and negative variances', () => {
    expect(() => kalmanFilter(one, new Float64Array(2), ok)).toThrow('design must have 1 values, came 2');
    expect(() => kalmanFilter(one, one, { ...ok, stateNoise: new Float64Array(4) })).toThrow('stateNoise');
    expect(() => kalmanFilter(one, one, { ...ok, transition: new Float64Array(4) })).toThrow('transition');
    expect(() => kalmanFilter(one, one, { ...ok, initialMean: new Float64Array(0) })).toThrow('at least one');
    expect(() => kalmanFilter(one, one, { ...ok, observationNoise: -1 })).toThrow('observationNoise');
    expect(() => kalmanFilter(one, one, { ...ok, observationNoise: Number.NaN })).toThrow('observationNoise');
    expect(() => kalmanFilter(one, one, { ...ok, initialCovariance: Float64Array.of(-1) })).toThrow(
      'variances',
    );
    expect(() => kalmanFilter(one, one, { ...ok, initialMean: Float64Array.of(Number.NaN) })).toThrow(
      'finite',
    );
    expect(() => kalmanFilter(Float64Array.of(Number.POSITIVE_INFINITY), one, ok)).toThrow('observations');
    expect(() => kalmanFilter(one, Float64Array.of(Number.NEGATIVE_INFINITY), ok)).toThrow('design');
    const filtered = kalmanFilter(one, one, ok);
    expect(() => rtsSmoother(filtered, new Float64Array(3), ok)).toThrow('design');
    expect(() => rtsSmoother(filtered, one, { ...ok, initialMean: new Float64Array(2) })).toThrow('states');
  });
});
