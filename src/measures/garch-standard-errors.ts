import { cholesky, choleskyInverse } from '../math/cholesky.ts';
import { multiply, symmetrise } from '../math/matrix.ts';
import { numericalJacobian } from '../math/numerical-derivatives.ts';
import { standardErrors } from '../math/regression.ts';
import { meanSquare } from './garch.ts';
import { factorsOf, type GarchRegressionFit, scaled, thetaOf, unitsOf } from './garch-fit.ts';
import { garchLikelihood, residualsOf } from './garch-likelihood.ts';

export interface GarchStandardErrors {
  /** √diag(H⁻¹), in the order (b, ω, α, β[, γ]). */
  readonly hessian: Float64Array;
  /** √diag(H⁻¹BH⁻¹), valid when the residuals are not normal. */
  readonly robust: Float64Array;
}

/**
 * Standard errors of a GARCH fit: H the Hessian of −ℓ (central differences of the exact gradient), B = Σ s_t s_tᵀ over the rows' scores.
 *
 * `returns` those of the fit. NaN throughout when H is not positive definite: at a bound (α = 0, persistence 1) there is no standard error.
 * @see Bollerslev & Wooldridge (1992), Quasi-maximum likelihood estimation …, Econometric Reviews 11(2), theorem 2.1
 */
export function garchStandardErrors(returns: Float64Array, fit: GarchRegressionFit): GarchStandardErrors {
  return garchRegressionStandardErrors(returns, new Float64Array(returns.length).fill(1), fit);
}

/** As `garchStandardErrors` for a regression on `x`, n×k row-major. */
export function garchRegressionStandardErrors(
  y: Float64Array,
  x: Float64Array,
  fit: GarchRegressionFit,
): GarchStandardErrors {
  const k = fit.coefficients.length;
  const given = thetaOf(fit);
  const p = given.length;
  const whole = x.map((value) => (Number.isNaN(value) ? 0 : value));
  const units = unitsOf(whole, k, Math.sqrt(meanSquare(residualsOf(y, x, k, fit.coefficients))));
  const factors = factorsOf(units, p);
  const data = scaled({ y, x, k, asymmetric: fit.model === 'gjr', start: fit.start }, units);
  const theta = given.map((value, i) => value / factors[i]!);
  const slope = (at: Float64Array) => garchLikelihood(data, at).gradient.map((g) => -g);
  const hessian = symmetrise(numericalJacobian(slope, theta, { order: 4 }), p);
  const products = garchLikelihood(data, theta, true).scoreProducts!;
  const inverse = inverseOf(hessian, p);
  const none = new Float64Array(p).fill(Number.NaN);
  if (inverse === undefined) return { hessian: none, robust: none };
  const sandwich = multiply(multiply(inverse, products, p, p, p), inverse, p, p, p);
  const inUnits = (errors: Float64Array) => errors.map((error, i) => error * factors[i]!);
  return {
    hessian: inUnits(standardErrors(inverse, p)),
    robust: inUnits(standardErrors(sandwich, p)),
  };
}

function inverseOf(hessian: Float64Array, p: number): Float64Array | undefined {
  const factor = cholesky(hessian, p);
  return factor && choleskyInverse(factor, p);
}
