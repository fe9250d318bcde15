import { describe, expect, it } from 'vitest';
import { type EngleGranger, engleGranger } from '../../src/measures/cointegration.ts';
import { uniforms, uniformWalk } from './uniform-walks.ts';

const x = uniformWalk(300, 7);

describe('engleGranger', () => {
  // statsmodels 0.13.5: coint(y, x), adfuller(residuals, regression='n')[2], OLS(y, add_constant(x)).params, on the same walks.
  it('agrees with statsmodels on walks of their own', () => {
    const test = engleGranger(uniformWalk(300, 11), x) as EngleGranger;
    expect(test.statistic).toBeCloseTo(-1.9217794155963805, 10);
    expect(test.p).toBeCloseTo(0.5689211227728389, 10);
    expect(test.lags).toBe(5);
    expect(test.intercept).toBeCloseTo(-0.10507925470690996, 12);
    expect(test.slope).toBeCloseTo(0.46096544788003047, 12);
    expect(test.critical.at1).toBeCloseTo(-3.933443446270176, 12);
    expect(test.critical.at5).toBeCloseTo(-3.35664143611369, 12);
    expect(test.critical.at10).toBeCloseTo(-3.0586650401002227, 12);
  });

  it('agrees with statsmodels where one follows the other', () => {
    const noise = uniforms(300, 13);
    const y = x.map((value, t) => 0.8 * value + 2 + (noise[t]! - 0.5));
    const test = engleGranger(y, x) as EngleGranger;
    expect(test.statistic).toBeCloseTo(-17.83009831216692, 8);
    expect(test.p).toBeLessThan(1e-27);
    expect(test.lags).toBe(0);
    expect(test.residuals.reduce((sum, e) => sum + e, 0)).toBeCloseTo(0, 9);
  });

  it('refuses what cannot be tested', () => {
    expect(engleGranger(x.subarray(0, 29), x.subarray(0, 29))).toEqual({ refused: 'insufficient_data' });
    expect(engleGranger(new Float64Array(60).fill(1), x.subarray(0, 60))).toEqual({
      refused: 'constant_series',
    });
    expect(
      engleGranger(
        x.map((value) => 3 * value + 1),
        x,
      ),
    ).toEqual({ refused: 'collinear' });
    expect(() => engleGranger(x, x.subarray(1))).toThrow('same length');
    expect(() => engleGranger(x.with(4, Number.NaN), x)).toThrow('came NaN at 4');
  });
});
