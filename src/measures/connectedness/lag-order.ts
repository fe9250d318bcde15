import { checkWhole } from '../../math/arguments.ts';
import { cholesky, logDeterminant } from '../../math/cholesky.ts';
import { applyTransposedQ, qr } from '../../math/qr.ts';
import { type Absence, isAbsent } from './absence.ts';
import { completeRows, type GapRule } from './complete-rows.ts';
import { laggedDesign } from './vector-autoregression.ts';

export const LAG_CRITERIA = ['aic', 'hq', 'sc', 'fpe'] as const;
export type LagCriterion = (typeof LAG_CRITERIA)[number];

/** A criterion of each order 1 … maxLag; the lowest chooses. */
export type LagCriteria = Readonly<Record<LagCriterion, Float64Array>>;

/**
 * Criteria by which the order of a vector autoregression is chosen, every order on the sample of the largest.
 *
 * ln|Σ_p| + c_n (pN² + N)/n with c_n = 2 (AIC), 2 ln ln n (HQ), ln n (SC); FPE = ((n + Np + 1)/(n − Np − 1))^N |Σ_p|;
 * Σ_p = E'E/n, n = T − maxLag
 *
 * `columns` N series of T values; missing values and `gap` as in `vectorAutoregression`. 'insufficient_data' when N·maxLag + 1 ≥ n,
 * 'singular_covariance' when regressors or errors are linearly dependent.
 * @throws RangeError when maxLag is no whole number ≥ 1.
 * @see Lütkepohl (2005), eq. 4.3.2–4.3.9; R vars::VARselect.
 */
export function lagCriteria(
  columns: readonly Float64Array[],
  maxLag: number,
  gap?: GapRule,
): LagCriteria | Absence {
  checkWhole('maxLag', maxLag, 1);
  const { n, rows, x, y } = laggedDesign(columns, maxLag, completeRows(columns, gap));
  const width = 1 + n * maxLag;
  if (width >= rows) return 'insufficient_data';
  const factor = qr(x, rows, width);
  if (!factor || factor.rank < width) return 'singular_covariance';
  const rotated = Array.from({ length: n }, (_, i) =>
    applyTransposedQ(
      factor,
      Float64Array.from({ length: rows }, (_r, t) => y[t * n + i]!),
    ),
  );
  const out = {
    aic: new Float64Array(maxLag),
    hq: new Float64Array(maxLag),
    sc: new Float64Array(maxLag),
    fpe: new Float64Array(maxLag),
  };
  for (let lag = 1; lag <= maxLag; lag++) {
    const factorOfErrors = cholesky(errorProducts(rotated, 1 + n * lag, rows), n);
    if (!factorOfErrors) return 'singular_covariance';
    const lnDet = logDeterminant(factorOfErrors, n);
    const penalty = (lag * n * n + n) / rows;
    out.aic[lag - 1] = lnDet + 2 * penalty;
    out.hq[lag - 1] = lnDet + 2 * Math.log(Math.log(rows)) * penalty;
    out.sc[lag - 1] = lnDet + Math.log(rows) * penalty;
    const used = n * lag + 1;
    out.fpe[lag - 1] = Math.exp(lnDet) * ((rows + used) / (rows - used)) ** n;
  }
  return out;
}

/** The order of 1 … maxLag with the lowest criterion, the lower of two alike; see `lagCriteria`. */
export function chooseLag(
  columns: readonly Float64Array[],
  maxLag: number,
  criterion: LagCriterion = 'sc',
  gap?: GapRule,
): number | Absence {
  const criteria = lagCriteria(columns, maxLag, gap);
  if (isAbsent(criteria)) return criteria;
  const values = criteria[criterion];
  return values.indexOf(Math.min(...values)) + 1;
}

/** Σ of the order with `width` regressors: the rotated rows below them hold what they leave of y. */
function errorProducts(rotated: readonly Float64Array[], width: number, rows: number): Float64Array {
  const n = rotated.length;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let t = width; t < rows; t++) sum += rotated[i]![t]! * rotated[j]![t]!;
      out[i * n + j] = sum / rows;
      out[j * n + i] = sum / rows;
    }
  }
  return out;
}
