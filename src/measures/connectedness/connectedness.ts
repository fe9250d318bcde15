import { checkWhole } from '../../math/arguments.ts';
import { type Absence, isAbsent } from './absence.ts';
import { type CompleteRows, completeRows, type GapRule } from './complete-rows.ts';
import { type ConnectednessTable, connectednessTable } from './connectedness-table.ts';
import { type DroppedSeries, usableSeries } from './usable-series.ts';
import {
  generalisedDecomposition,
  normaliseRows,
  orthogonalisedDecomposition,
  woldCoefficients,
} from './variance-decomposition.ts';
import {
  companionModulus,
  fitVar,
  laggedDesign,
  type VectorAutoregression,
} from './vector-autoregression.ts';

export interface ConnectednessOptions {
  /** p, lags of the vector autoregression. */
  readonly lag: number;
  /** H, rows ahead: Ψ_0 … Ψ_{H−1} enter. */
  readonly horizon: number;
  /** `generalised` (default) does not depend on the order of the series; `orthogonalised` (Cholesky) does. */
  readonly shocks?: 'generalised' | 'orthogonalised';
  readonly gap?: GapRule;
}

export interface Connectedness {
  /** Of all series given; those left out are NaN. */
  readonly table: ConnectednessTable;
  /** Of the kept series, in their order. */
  readonly model: VectorAutoregression;
  readonly kept: readonly number[];
  readonly dropped: readonly DroppedSeries[];
  /** Largest modulus of the companion matrix: at 1 and above the process is unstable and the table grows with H. */
  readonly modulus: number;
}

/**
 * Diebold–Yilmaz connectedness of N series over one stretch of rows.
 *
 * vector autoregression → Ψ, Σ → θ(H) → θ̃ → TO, FROM, NET, TCI
 *
 * `columns` N series of T values; missing (NaN, infinite) rows go before lagging. Constant and perfectly collinear series are left out and named.
 * 'insufficient_data' when N·p + 1 ≥ T − p or no series is left to share with, 'singular_covariance' when the errors are dependent.
 * @throws RangeError when the lag or horizon is no whole number ≥ 1, there is no series, or lengths differ.
 * @see Diebold & Yilmaz (2012), Better to give than to receive, International Journal of Forecasting 28(1), 57–66, eq. 2–8.
 */
export function connectedness(
  columns: readonly Float64Array[],
  options: ConnectednessOptions,
): Connectedness | Absence {
  return connectednessOf(columns, completeRows(columns, options.gap), options);
}

/** `connectedness` of complete rows already found. */
export function connectednessOf(
  columns: readonly Float64Array[],
  rows: CompleteRows,
  options: ConnectednessOptions,
): Connectedness | Absence {
  const { lag, horizon, shocks = 'generalised' } = options;
  checkWhole('lag', lag, 1);
  checkWhole('horizon', horizon, 1);
  if (columns.length === 0) throw new RangeError('connectedness needs at least 1 series, came none');
  const { kept, dropped } = usableSeries(columns, rows);
  if (kept.length === 0) return rows.at.length < 2 ? 'insufficient_data' : 'constant_series';
  const model = fitVar(
    laggedDesign(
      kept.map((k) => columns[k]!),
      lag,
      rows,
    ),
  );
  if (isAbsent(model)) return model;
  const n = kept.length;
  const wold = woldCoefficients(model.coefficients, n, lag, horizon);
  const theta =
    shocks === 'generalised'
      ? generalisedDecomposition(wold, model.sigma, n)
      : orthogonalisedDecomposition(wold, model.sigma, n);
  if (!theta?.every(Number.isFinite)) return 'singular_covariance';
  const shares = spread(normaliseRows(theta, n), kept, columns.length);
  return {
    table: connectednessTable(shares, columns.length),
    model,
    kept,
    dropped,
    modulus: companionModulus(model.coefficients, n, lag),
  };
}

/** An n×n matrix of the kept series as one of all series, NaN elsewhere. */
function spread(shares: Float64Array, kept: readonly number[], all: number): Float64Array {
  const out = new Float64Array(all * all).fill(Number.NaN);
  for (const [row, i] of kept.entries()) {
    for (const [column, j] of kept.entries()) out[i * all + j] = shares[row * kept.length + column]!;
  }
  return out;
}
