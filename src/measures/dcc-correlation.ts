import { z } from 'zod';
import { meanPairwise } from '../math/rolling-correlation.ts';
import { columnsOf } from './columns.ts';
import { type DccFit, filterDcc, fitDcc, standardisedResiduals } from './dcc-fit.ts';
import { type GarchParameters, garchFilter, meanSquare } from './garch.ts';
import { fitGarch } from './garch-fit.ts';
import type { Measure } from './measure.ts';
import { type RefitSpan, refitParam, refitSpans, trainParam } from './refits.ts';
import { isRefused } from './refused.ts';

/** What DCC-GARCH knew at row `row`. */
export interface DccEstimate extends RefitSpan {
  readonly garch: readonly { readonly parameters: GarchParameters; readonly start: number }[];
  readonly dcc: DccFit;
}

export interface DccPathOptions {
  readonly model: 'garch' | 'gjr';
  readonly train: number;
  readonly refit: number;
}

/**
 * Correlations of the next row by DCC-GARCH with parameters estimated on an expanding window.
 *
 * At row s = train − 1, train − 1 + refit, …: GARCH parameters, Q̄, a and b from rows ≤ s; then R_{t+1|t} by the recursions for rows
 * s ≤ t < s + refit. A step that is refused or does not converge leaves the estimate before it in place.
 * `columns` N of n rows; `visit(t, R)` gets R_{t+1|t}, N×N row-major in one buffer, for every row from the first estimate on.
 * @returns the estimates with the rows for which they hold.
 * @throws RangeError when a value is infinite.
 * @see Engle (2002), J. Business & Economic Statistics 20(3)
 */
export function dccPath(
  columns: readonly Float64Array[],
  options: DccPathOptions,
  visit: (t: number, correlation: Float64Array) => void,
): DccEstimate[] {
  const estimates: DccEstimate[] = [];
  let kept: DccEstimate | undefined;
  for (const span of refitSpans(columns[0]?.length ?? 0, options.train - 1, options.refit)) {
    const found = estimateAt(columns, span, options);
    if (found !== undefined) kept = found;
    else if (kept !== undefined) kept = { ...kept, until: span.until };
    if (kept === undefined) continue;
    estimates.push(kept);
    visitForward(columns, kept, span, visit);
  }
  return estimates;
}

function estimateAt(
  columns: readonly Float64Array[],
  span: RefitSpan,
  { model }: DccPathOptions,
): DccEstimate | undefined {
  const known = columns.map((column) => column.subarray(0, span.row + 1));
  const garch = [];
  const fits = [];
  for (const column of known) {
    const fit = fitGarch(column, { model });
    if (isRefused(fit) || !fit.converged) return undefined;
    const { parameters } = fit;
    garch.push({ parameters, start: meanSquare(column.map((r) => r - parameters.mu)) });
    fits.push(fit);
  }
  const dcc = fitDcc(standardisedResiduals(known, fits), columns.length);
  return isRefused(dcc) || !dcc.converged ? undefined : { ...span, garch, dcc };
}

function visitForward(
  columns: readonly Float64Array[],
  { garch, dcc }: DccEstimate,
  { row, until }: RefitSpan,
  visit: (t: number, correlation: Float64Array) => void,
): void {
  const N = columns.length;
  const z = new Float64Array(until * N);
  for (const [i, column] of columns.entries()) {
    const { parameters, start } = garch[i]!;
    const { residuals, variance } = garchFilter(column.subarray(0, until), parameters, start);
    for (let t = 0; t < until; t++) z[t * N + i] = residuals[t]! / Math.sqrt(variance[t]!);
  }
  const { next } = filterDcc(z, N, dcc, (t, R) => {
    if (t > row) visit(t - 1, R);
  });
  visit(until - 1, next);
}

const params = z.object({
  model: z.enum(['garch', 'gjr']).default('garch').meta({
    unit: 'model',
    description: 'variance model of each column',
  }),
  train: trainParam(500, 250),
  refit: refitParam,
});

/** Mean of the pairwise correlations R_{t+1|t}; with two columns the correlation of the pair. See `dccPath`. */
export const dccCorrelation: Measure<typeof params> = {
  id: 'dcc-correlation',
  title: {
    'zh-Hans': 'DCC 动态条件相关',
    'zh-Hant': 'DCC 動態條件相關',
    en: 'Dynamic conditional correlation',
  },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 200],
  formula:
    'mean over i < j of R_ij,t+1; R = diag(Q)^−½ Q diag(Q)^−½; Q_{t+1} = (1 − a − b) Q̄ + a z_t z_tᵀ + b Q_t; z_t = e_t/√h_t of GARCH(1,1); parameters from rows up to the last estimation',
  params,
  source: {
    citation:
      'Engle (2002), Dynamic conditional correlation: a simple class of multivariate GARCH models, J. Business & Economic Statistics 20(3)',
    doi: '10.1198/073500102288618487',
    equation: '20–26',
  },
  warmUp: ({ train }) => train - 1,
  compute(panel, options) {
    const columns = columnsOf(panel, this);
    const out = new Float64Array(panel.dates.length).fill(Number.NaN);
    dccPath(columns, options, (t, R) => {
      if (columns.every((column) => !Number.isNaN(column[t]!))) out[t] = meanPairwise(R, columns.length);
    });
    return out;
  },
};
