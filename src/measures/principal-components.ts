import { mean, standardDeviation } from '../math/moments.ts';
import { correlationMatrix } from '../math/rolling-correlation.ts';
import { symmetricEigen } from '../math/symmetric-eigen.ts';
import { type Absence, completeRowsOf, variesIn } from './windows.ts';

/** Principal components of a correlation matrix. */
export interface PrincipalComponents {
  /** Columns that were used, by index: those that vary. */
  readonly used: readonly number[];
  /** Complete rows that were used, T. */
  readonly rows: number;
  /** N eigenvalues, descending; those within −1e-12 of the largest are 0. */
  readonly eigenvalues: Float64Array;
  /** N×N row-major, one eigenvector a column, its largest component positive. */
  readonly vectors: Float64Array;
  /** T×N row-major: Z V, Z the standardised rows (ddof 1). */
  readonly scores: Float64Array;
  /** Share of the variance of each component. */
  readonly explained: Float64Array;
  /** T ≤ N: at most T − 1 eigenvalues are above 0, and shares of the leading ones are biased up. */
  readonly rankDeficient: boolean;
}

/**
 * Principal components of the correlation matrix of `columns` over their complete rows.
 *
 * R = V Λ Vᵀ; scores = Z V; explained = λ / Σλ
 *
 * `columns` N of n rows each. Rows with a hole are left out; a column that does not vary is left out and N is smaller. An `Absence` when fewer than two
 * rows or no column remain. Vectors of equal eigenvalues are not unique: compare subspaces.
 * @see Jolliffe (2002), Principal Component Analysis, 2nd ed., chapters 1 and 2.
 */
export function principalComponents(columns: readonly Float64Array[]): PrincipalComponents | Absence {
  const complete = completeRowsOf(columns);
  const rows = complete[0]?.length ?? 0;
  if (rows < 2) return 'insufficient_data';
  const used = Array.from(complete.keys()).filter((k) => variesIn(complete[k]!));
  if (used.length === 0) return 'constant_series';
  const kept = used.map((k) => complete[k]!);
  const n = kept.length;
  const { values, vectors } = symmetricEigen(correlationMatrix(kept, 0, rows), n);
  const eigenvalues = withoutRounding(values);
  return {
    used,
    rows,
    eigenvalues,
    vectors,
    scores: scoresOf(kept, vectors),
    explained: sharesOf(eigenvalues),
    rankDeficient: rows <= n,
  };
}

/** Eigenvalues with those that rounding made negative (above −1e-12 of the largest) at 0. */
export function withoutRounding(values: Float64Array): Float64Array {
  const least = -1e-12 * values[0]!;
  return values.map((value) => (value < 0 && value > least ? 0 : value));
}

/** λ / Σλ. */
export function sharesOf(eigenvalues: Float64Array): Float64Array {
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  return eigenvalues.map((value) => value / total);
}

function scoresOf(columns: readonly Float64Array[], vectors: Float64Array): Float64Array {
  const n = columns.length;
  const rows = columns[0]!.length;
  const centres = columns.map((column) => mean(column));
  const deviations = columns.map((column) => standardDeviation(column));
  const out = new Float64Array(rows * n);
  for (let t = 0; t < rows; t++) {
    for (let i = 0; i < n; i++) {
      const z = (columns[i]![t]! - centres[i]!) / deviations[i]!;
      for (let j = 0; j < n; j++) out[t * n + j]! += z * vectors[i * n + j]!;
    }
  }
  return out;
}
