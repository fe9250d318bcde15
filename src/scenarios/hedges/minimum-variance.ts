import { checkFinite, checkPositive } from '../../math/arguments.ts';
import { ols } from '../../math/regression.ts';

export interface MinimumVarianceHedge {
  /** Units of each instrument sold short a unit of the portfolio, k values. */
  readonly ratios: Float64Array;
  /** Share of variance removed: 1 − Var(hedged)/Var(unhedged), in the sample. */
  readonly effectiveness: number;
}

/**
 * Hedge ratios that minimise the variance of portfolio − Σ h_i·instrument_i over a sample of T returns or changes.
 * One instrument: h = Cov(p, f)/Var(f); several: the slopes of least squares with a constant.
 *
 * Rows that hold a NaN or an infinite value are left out. Null when fewer than max(30, 2k) complete rows are left (or T when that is less and
 * above k + 1), the portfolio does not vary, or the instruments do not vary independently.
 * @throws RangeError when no instrument is given or one has another length than the portfolio.
 * @see Ederington (1979), The hedging performance of the new futures markets, J. Finance 34, 157–170.
 */
export function minimumVarianceHedge(
  portfolio: Float64Array,
  instruments: readonly Float64Array[],
): MinimumVarianceHedge | null {
  const T = portfolio.length;
  const k = instruments.length;
  if (k === 0) throw new RangeError('a hedge needs at least one instrument, came none');
  const odd = instruments.find((instrument) => instrument.length !== T);
  if (odd !== undefined) throw new RangeError(`an instrument must have ${T} rows, came ${odd.length}`);
  const rows = completeRows(portfolio, instruments);
  const n = rows.length;
  if (n < Math.min(Math.max(30, 2 * k), T) || n < k + 2) return null;
  const y = Float64Array.from(rows, (t) => portfolio[t]!);
  const x = new Float64Array(n * (k + 1));
  for (const [i, t] of rows.entries()) {
    x[i * (k + 1)] = 1;
    for (let j = 0; j < k; j++) x[i * (k + 1) + j + 1] = instruments[j]![t]!;
  }
  const fit = ols(y, x, n, k + 1);
  if (fit === undefined || Number.isNaN(fit.r2)) return null;
  return { ratios: fit.beta.slice(1), effectiveness: fit.r2 };
}

function completeRows(portfolio: Float64Array, instruments: readonly Float64Array[]): number[] {
  return Array.from(portfolio.keys()).filter((t) => {
    return (
      Number.isFinite(portfolio[t]!) && instruments.every((instrument) => Number.isFinite(instrument[t]!))
    );
  });
}

/**
 * Futures contracts to sell: N = h·V/(F·multiplier), not rounded; below 0 they are bought.
 * V portfolio and F price in one currency, the multiplier in units a contract.
 * @throws RangeError when h or V is not finite, or F or the multiplier is not above 0.
 */
export function hedgeContracts(
  ratio: number,
  portfolioValue: number,
  futuresPrice: number,
  multiplier: number,
): number {
  checkFinite('hedge ratio', ratio);
  checkFinite('portfolio value', portfolioValue);
  checkPositive('futures price', futuresPrice);
  checkPositive('multiplier', multiplier);
  return (ratio * portfolioValue) / (futuresPrice * multiplier);
}
