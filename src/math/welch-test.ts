import { studentTCdf } from './distributions.ts';
import { mean, standardDeviation } from './moments.ts';

export interface MeanTest {
  /** Difference of the means, in the unit of the values. */
  readonly difference: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
}

/**
 * Welch's test of equal means: t = (x̄ − ȳ) / √(s²ₓ/n + s²ᵧ/m), ν = (s²ₓ/n + s²ᵧ/m)² / (s⁴ₓ/(n²(n−1)) + s⁴ᵧ/(m²(m−1))),
 * p = 2 Pr(T_ν > |t|). The samples are taken for independent and roughly normal; variances may differ.
 * NaN policy: a NaN value gives NaN; t, ν and p are NaN below two values on either side and when neither side varies.
 * @see Welch (1947), The generalization of Student's problem, Biometrika 34
 */
export function welchTest(x: Float64Array, y: Float64Array): MeanTest {
  const [a, b] = [standardDeviation(x) ** 2 / x.length, standardDeviation(y) ** 2 / y.length];
  const degrees = (a + b) ** 2 / (a ** 2 / (x.length - 1) + b ** 2 / (y.length - 1));
  return testOf(mean(x) - mean(y), Math.sqrt(a + b), degrees);
}

/**
 * Paired test of equal means: t = d̄ / (s_d / √n) over the differences d = x − y of the same rows, ν = n − 1.
 * NaN policy: as `welchTest`, on the differences.
 * @throws RangeError when the lengths differ
 * @see Student (1908), The probable error of a mean, Biometrika 6
 */
export function pairedTest(x: Float64Array, y: Float64Array): MeanTest {
  if (x.length !== y.length)
    throw new RangeError(`pairs need equal lengths, came ${x.length} and ${y.length}`);
  const differences = x.map((value, row) => value - y[row]!);
  const error = standardDeviation(differences) / Math.sqrt(x.length);
  return testOf(mean(differences), error, x.length - 1);
}

function testOf(difference: number, error: number, degrees: number): MeanTest {
  const t = error > 0 ? difference / error : Number.NaN;
  const degreesOfFreedom = Number.isNaN(t) ? Number.NaN : degrees;
  return { difference, t, degreesOfFreedom, pValue: 2 * studentTCdf(-Math.abs(t), degreesOfFreedom) };
}
