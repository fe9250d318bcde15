import { inverse } from '../math/lu.ts';
import { companionModulus } from './connectedness/stability.ts';
import type { VectorAutoregression } from './connectedness/vector-autoregression.ts';

/** Unexpected returns and the two kinds of news in them, one value a row of the regression. */
export interface ReturnNews {
  /** u_1 = N_CF − N_DR. */
  readonly unexpected: Float64Array;
  /** N_CF = u_1 + N_DR, by subtraction. */
  readonly cashFlow: Float64Array;
  /** N_DR = e1′λu: above 0 discount rates have risen and the return is lower for it. */
  readonly discountRate: Float64Array;
  /** e1′λ, N values: what a unit of each error says of discount rates. */
  readonly weights: Float64Array;
  /** Shares of the variance of u_1: Var N_CF, Var N_DR and −2 Cov(N_CF, N_DR); they add to 1. */
  readonly shares: { readonly cashFlow: number; readonly discountRate: number; readonly covariance: number };
}

/**
 * News of cash flows and news of discount rates in the return of the market, from a vector autoregression of order 1 whose first series is
 * that return.
 *
 * N_DR = e1′λu, N_CF = (e1′ + e1′λ)u, λ = ρA(I − ρA)⁻¹
 *
 * `model` z_{t+1} = c + A z_t + u_{t+1} of N state variables, the first the log excess return of one row · `rho` the discount coefficient of
 * one row, 0.95 a year. Cash-flow news is what the states do not say of discount rates, so that it depends on which states there are (Chen &
 * Zhao 2009). Undefined when ρA has an eigenvalue of modulus 1 or more, so that the sum of what is expected has no end, or u_1 does not
 * vary.
 * @throws RangeError for a model of another order than 1, or ρ outside (0, 1).
 * @see Campbell & Vuolteenaho (2004), Bad beta, good beta, American Economic Review 94(5), eq. 3–5; Campbell (1991), Economic Journal 101.
 */
export function returnNews(model: VectorAutoregression, rho: number): ReturnNews | undefined {
  const { n, lag, rows, residuals } = model;
  if (lag !== 1) throw new RangeError(`the news of returns needs a model of order 1, came ${lag}`);
  if (!(rho > 0 && rho < 1)) throw new RangeError(`rho must be between 0 and 1, came ${rho}`);
  const weights = discountWeights(model, rho);
  if (!weights) return undefined;
  const unexpected = Float64Array.from({ length: rows }, (_, t) => residuals[t * n]!);
  const discountRate = unexpected.map((_, t) => {
    let news = 0;
    for (let i = 0; i < n; i++) news += weights[i]! * residuals[t * n + i]!;
    return news;
  });
  const cashFlow = unexpected.map((u, t) => u + discountRate[t]!);
  const total = squares(unexpected);
  if (!(total > 0)) return undefined;
  const [cash, discount] = [squares(cashFlow) / total, squares(discountRate) / total];
  return {
    unexpected,
    cashFlow,
    discountRate,
    weights,
    shares: { cashFlow: cash, discountRate: discount, covariance: 1 - cash - discount },
  };
}

/** e1′λ: first row of ρA(I − ρA)⁻¹. */
function discountWeights({ n, coefficients }: VectorAutoregression, rho: number): Float64Array | undefined {
  if (!(rho * companionModulus(coefficients, n, 1) < 1)) return undefined;
  const left = Float64Array.from({ length: n * n }, (_, at) => {
    const identity = Math.floor(at / n) === at % n ? 1 : 0;
    return identity - rho * coefficients[at]!;
  });
  const inverted = inverse(left, n);
  if (!inverted?.every(Number.isFinite)) return undefined;
  return Float64Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += rho * coefficients[k]! * inverted[k * n + j]!;
    return sum;
  });
}

/** Residuals of a regression with a constant have the mean 0, so that this is a variance times the rows. */
function squares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
