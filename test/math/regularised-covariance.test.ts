import { describe, expect, it } from 'vitest';
import { cholesky } from '../../src/math/cholesky.ts';
import { sampleCovariance } from '../../src/math/covariance.ts';
import { ledoitWolf } from '../../src/math/ledoit-wolf.ts';
import { regularisedCovariance } from '../../src/math/regularised-covariance.ts';
import { normals } from '../measures/random.ts';
import { trigonometricDesign } from './matrices.ts';

const panel = (T: number, n: number) => trigonometricDesign(T, n + 1).x.filter((_, at) => at % (n + 1) !== 0);

describe('a covariance that may be singular', () => {
  it('is the sample covariance with its factor when that is positive definite', () => {
    const x = panel(30, 3);
    const s = sampleCovariance(x, 30, 3);
    expect(regularisedCovariance(x, 30, 3)).toEqual({
      covariance: s,
      factor: cholesky(s, 3),
      regularised: false,
    });
    expect(regularisedCovariance(x, 30, 3, 0)!.covariance).toEqual(sampleCovariance(x, 30, 3, 0));
  });

  it('is shrunk, and says so, with more columns than rows or a column twice', () => {
    const wide = panel(4, 6);
    const shrunk = regularisedCovariance(wide, 4, 6)!;
    expect(shrunk.regularised).toBe(true);
    expect(shrunk.covariance).toEqual(ledoitWolf(wide, 4, 6).covariance);
    for (let seed = 1; seed <= 20; seed++) {
      expect(regularisedCovariance(normals(3600, seed), 60, 60)!.regularised).toBe(true);
    }
    const twice = Float64Array.from([...panel(30, 1)].flatMap((value) => [value, value]));
    expect(regularisedCovariance(twice, 30, 2)!.regularised).toBe(true);
  });

  it('is undefined for one row, constant columns or a value that is not finite', () => {
    expect(regularisedCovariance(Float64Array.of(1, 2), 1, 2)).toBeUndefined();
    expect(regularisedCovariance(new Float64Array(10).fill(3), 5, 2)).toBeUndefined();
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(regularisedCovariance(Float64Array.of(1, 2, 3, bad, 5, 7), 3, 2)).toBeUndefined();
      expect(regularisedCovariance(Float64Array.of(bad, 2, 3, 1, 5, 7), 3, 2)).toBeUndefined();
    }
  });
});
