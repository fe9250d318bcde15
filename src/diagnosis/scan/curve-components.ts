import type { FigureFlag, FigureMaker } from '../../data/figure.ts';
import { changes, type Panel } from '../../data/panel.ts';
import { formatDay } from '../../data/time.ts';
import { columnMeans, sampleCovariance } from '../../math/covariance.ts';
import { symmetricEigen } from '../../math/symmetric-eigen.ts';
import type { ScanAnswer } from './answer.ts';

type Components = NonNullable<ScanAnswer['curve']>['components'];

/** Changes from which the loadings are taken; they end the session before. */
const CURVE_CHANGES = 250;

const NAMES = ['level', 'slope', 'curvature'] as const;

export interface CurveScores {
  /** By component: e_k·(c_t − c̄) / √λ_k. */
  readonly scores: Float64Array;
  /** By component: λ_k / Σ λ. */
  readonly shares: Float64Array;
  /** n×n row-major, column k the loadings of component k. */
  readonly loadings: Float64Array;
}

/**
 * Level, slope and curvature of the last of T + 1 rows of changes: eigenvectors e_k of the covariance of the T rows before, largest first,
 * score_k = e_k·(c − c̄) / √λ_k in σ, share_k = λ_k / Σ λ.
 * Symbols: rows × n changes of yields, row-major, maturities ascending, fractions a year. Signs: level has positive loadings on the whole (a
 * positive score is higher yields), slope loads more on the longest than on the shortest (positive: steeper), curvature more on the middle
 * than on the two ends (positive: more humped).
 * NaN policy: NaN scores where λ_k is 0, all NaN for a NaN.
 * @see Litterman and Scheinkman (1991), Common factors affecting bond returns, Journal of Fixed Income 1
 */
export function curveScores(rows: Float64Array, n: number): CurveScores {
  const T = rows.length / n - 1;
  const past = rows.subarray(0, T * n);
  const centre = columnMeans(past, T, n);
  const { values, vectors } = symmetricEigen(sampleCovariance(past, T, n), n);
  const loadings = vectors.slice();
  for (let k = 0; k < n; k++) {
    if (signOf(vectors, n, k) < 0) for (let i = 0; i < n; i++) loadings[i * n + k]! *= -1;
  }
  const total = values.reduce((sum, value) => sum + value, 0);
  const scores = values.map((value, k) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += loadings[i * n + k]! * (rows[T * n + i]! - centre[i]!);
    return value > 0 ? sum / Math.sqrt(value) : Number.NaN;
  });
  return { scores, shares: values.map((value) => value / total), loadings };
}

function signOf(vectors: Float64Array, n: number, k: number): number {
  const at = (i: number) => vectors[i * n + k]!;
  const all = Array.from({ length: n }, (_, i) => at(i));
  if (k === 0) return all.reduce((sum, value) => sum + value, 0);
  if (k === 1) return at(n - 1) - at(0);
  const inner = all.slice(1, -1);
  return inner.reduce((sum, value) => sum + value, 0) / inner.length - (at(0) + at(n - 1)) / 2;
}

/** Figures of the three components for the last row of a panel of yields. */
export function curveComponents(panel: Panel, figure: FigureMaker, flags: readonly FigureFlag[]): Components {
  const n = panel.columns.length;
  const columns = panel.columns.map(changes);
  const whole = [...panel.dates.keys()].filter((t) => columns.every((column) => !Number.isNaN(column[t]!)));
  const used = whole.slice(-(CURVE_CHANGES + 1));
  const enough = used.length === CURVE_CHANGES + 1 && used.at(-1) === panel.dates.length - 1;
  const rows = Float64Array.from(used.flatMap((t) => columns.map((column) => column[t]!)));
  const found = enough ? curveScores(rows, n) : undefined;
  const ids = panel.columns.map(({ id }) => id);
  const day = (k: number) => formatDay(panel.dates[used.at(k)!]!);
  return NAMES.map((name, k) => {
    const draft = (path: string, value: number, unit: 'sigma' | 'fraction', end: number) =>
      figure({
        path: `curve.${name}.${path}`,
        value,
        unit,
        of: {
          formula: `curve-${path}`,
          series: ids,
          params: {
            changes: CURVE_CHANGES,
            component: k + 1,
            ...(found ? { loadings: loadingsOf(found, ids, k) } : {}),
          },
        },
        ...(found ? { window: { from: day(0), to: day(end), n: CURVE_CHANGES + (end === -1 ? 1 : 0) } } : {}),
        flags,
        why: `fewer than ${CURVE_CHANGES} changes before`,
      });
    return {
      name,
      score: draft('score', found?.scores[k] ?? Number.NaN, 'sigma', -1),
      share: draft('share', found?.shares[k] ?? Number.NaN, 'fraction', -2),
    };
  });
}

const LOADING_DIGITS = 6;

function loadingsOf({ loadings }: CurveScores, ids: readonly string[], k: number): string {
  return ids.map((id, i) => `${id} ${loadings[i * ids.length + k]!.toFixed(LOADING_DIGITS)}`).join(', ');
}
