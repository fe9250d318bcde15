import { z } from 'zod';
import { correlate, varies } from '../../src/math/rolling-correlation.ts';
import { type Moments, rollingCovariance } from '../../src/math/rolling-covariance.ts';
import {
  absorptionRatio,
  absorptionRatioDetail,
  leadingVectors,
} from '../../src/measures/absorption-ratio.ts';
import { standardisedShift } from '../../src/measures/absorption-shift.ts';
import { effectiveRank, marchenkoPasturEdge, participationRatio } from '../../src/measures/effective-rank.ts';
import { principalComponents } from '../../src/measures/principal-components.ts';
import { everyNth, panelColumns, rowsOf } from '../case-kit/panel-columns.ts';
import type { CaseRunner } from '../case-kit/runner.ts';

const parameters = z.object({
  W: z.number().int().default(500),
  half_life: z.number().optional(),
  k: z.number().int().optional(),
  short: z.number().int().default(15),
  long: z.number().int().default(252),
  rank_deficient_rows: z.number().int().default(8),
});

/** Windows between two of the ratios that are listed sparsely. */
const EVERY = 4;
const SCORES = 5;

export const runner: CaseRunner = {
  methods: ['pca-absorption-ratio'],
  run(input) {
    const { W, half_life, k, short, long, rank_deficient_rows } = parameters.parse(input.params);
    const columns = panelColumns(input);
    const leading = k ?? leadingVectors(columns.length);
    const exponential = ratios(columns, { window: W, halfLife: half_life ?? W / 2 }, (found) =>
      ofCovariance(found, leading),
    );
    const ofCorrelation = (count: number) =>
      ratios(columns, { window: W }, (found) => ofCorrelations(found, count));
    return {
      k: leading,
      ar_exp_cov: exponential,
      ar_sample_cov: everyNth(
        ratios(columns, { window: W }, (found) => ofCovariance(found, leading)),
        EVERY,
      ),
      ar_corr: everyNth(ofCorrelation(leading), EVERY),
      pc1_share_corr: everyNth(ofCorrelation(1), EVERY),
      shift: standardisedShift(exponential, short, long),
      pca: components(columns.map((column) => column.subarray(0, W))),
      rank_deficient: rankDeficient(
        columns.map((column) => column.subarray(0, rank_deficient_rows)),
        leading,
      ),
    };
  },
};

/** One ratio for each full window of complete rows. */
function ratios(
  columns: readonly Float64Array[],
  options: { readonly window: number; readonly halfLife?: number },
  value: (found: Moments) => number,
): Float64Array {
  const out: number[] = [];
  rollingCovariance(columns, { ...options, alsoAtHoles: true }, (_t, found) => {
    out.push(found ? value(found) : Number.NaN);
  });
  return Float64Array.from(out);
}

/** The columns of a window that vary, by index. */
function moving({ covariance, mean, rows }: Moments): number[] {
  const n = mean.length;
  return Array.from(mean.keys()).filter((i) =>
    varies((covariance[i * n + i]! * rows) / (rows - 1), mean[i]!),
  );
}

function submatrix(matrix: Float64Array, n: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept.flatMap((i) => kept.map((j) => matrix[i * n + j]!)));
}

function ofCovariance(found: Moments, leading: number): number {
  const kept = moving(found);
  if (kept.length === 0) return Number.NaN;
  const matrix = submatrix(found.covariance, found.mean.length, kept);
  return absorptionRatio(matrix, kept.length, Math.min(leading, kept.length));
}

function ofCorrelations(found: Moments, leading: number): number {
  const [kept, n] = [moving(found), found.mean.length];
  if (kept.length === 0) return Number.NaN;
  const correlation = new Float64Array(n * n);
  correlate(found, n, correlation);
  return absorptionRatio(submatrix(correlation, n, kept), kept.length, Math.min(leading, kept.length));
}

function components(columns: readonly Float64Array[]) {
  const found = principalComponents(columns);
  if (typeof found === 'string') return null;
  const n = found.used.length;
  const edge = marchenkoPasturEdge(n, found.rows);
  return {
    eigenvalues: found.eigenvalues,
    vectors: rowsOf(found.vectors, n),
    scores_first5: rowsOf(found.scores, n).slice(0, SCORES),
    explained: found.explained,
    effective_rank: effectiveRank(found.eigenvalues),
    participation_ratio: participationRatio(found.eigenvalues),
    marchenko_pastur_upper: edge,
    n_above_mp: found.eigenvalues.filter((value) => value > edge).length,
  };
}

function rankDeficient(columns: readonly Float64Array[], leading: number) {
  const found = absorptionRatioDetail(columns, 'covariance', leading);
  return typeof found === 'string'
    ? null
    : { rows: found.rows, ar_k: found.ratio, n_positive: found.positive };
}
