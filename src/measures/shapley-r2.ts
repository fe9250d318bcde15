import { z } from 'zod';
import { centredGram } from '../math/covariance.ts';
import { checkMatrix, completeRows, fromColumns, PIVOT_TOLERANCE } from '../math/matrix.ts';
import { stream } from '../math/random.ts';
import { columnsOf } from './columns.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { isConstant, isRefused, type Refused } from './refused.ts';
import { overWindows } from './windows.ts';

export interface ShapleyR2 {
  /** Share of R² of each regressor; they sum to `total`. */
  readonly shares: Float64Array;
  /** R² of all. */
  readonly total: number;
  /** `exact` over all orders, or `sampled` over random ones. */
  readonly method: 'exact' | 'sampled';
  /** Standard error of each share; 0 when exact. */
  readonly standardErrors: Float64Array;
  readonly rows: number;
}

export interface ShapleyOptions {
  /** Above 12 regressors. Default 2,000. */
  readonly orders?: number;
  /** Seed of the random orders; needed above 12 regressors. */
  readonly seed?: number;
}

const MOST_EXACT = 12;

/**
 * R² shared out among regressors: the mean over all orders of what each adds to R² when it comes in (LMG, the Shapley value).
 *
 * φ_j = Σ_{S ∌ j} |S|!(K − |S| − 1)!/K! · (R²(S ∪ j) − R²(S)); Σ φ_j = R²
 *
 * `y` T rows, `x` T×K row-major without constant (one is fitted). Exact to K = 12, beyond by random orders in pairs with their reverse.
 * A regressor that depends on those before it adds nothing, so that duplicates share equally. A share of association, not of cause.
 * NaN policy: rows with a hole are left out. Refused below max(30, 2(K + 1)) rows and when y does not vary.
 * @throws RangeError when a size disagrees or more than 12 regressors come without a seed.
 * @see Lindeman, Merenda & Gold (1980); Grömping (2007), The American Statistician 61(2), eq. 6
 */
export function shapleyR2(
  y: Float64Array,
  x: Float64Array,
  K: number,
  { orders = 2000, seed }: ShapleyOptions = {},
): ShapleyR2 | Refused {
  checkMatrix(x, y.length, K);
  const width = K + 1;
  const joined = new Float64Array(y.length * width);
  for (let t = 0; t < y.length; t++) {
    joined.set(x.subarray(t * K, t * K + K), t * width);
    joined[t * width + K] = y[t]!;
  }
  const whole = completeRows(joined, y.length, width);
  if (whole.T < Math.max(30, 2 * width)) return { refused: 'insufficient_data' };
  if (isConstant(whole.x.filter((_, at) => at % width === K))) return { refused: 'constant_series' };
  const gram = centredGram(whole.x, whole.T, width);
  if (K <= MOST_EXACT) return { ...exactShares(gram, K), method: 'exact', rows: whole.T };
  if (seed === undefined)
    throw new RangeError(`${K} regressors need a seed: above ${MOST_EXACT} orders are sampled`);
  return { ...sampledShares(gram, K, orders, seed), method: 'sampled', rows: whole.T };
}

function exactShares(gram: Float64Array, K: number) {
  const sets = 2 ** K;
  const r2 = Float64Array.from({ length: sets }, (_, set) => r2Of(gram, K, membersOf(set, K)));
  const factorials = [1];
  for (let k = 1; k <= K; k++) factorials.push(factorials[k - 1]! * k);
  const shares = new Float64Array(K);
  for (let set = 0; set < sets; set++) {
    const size = membersOf(set, K).length;
    for (let j = 0; j < K; j++) {
      if (set & (1 << j)) continue;
      const weight = (factorials[size]! * factorials[K - size - 1]!) / factorials[K]!;
      shares[j]! += weight * (r2[set | (1 << j)]! - r2[set]!);
    }
  }
  return { shares, total: r2[sets - 1]!, standardErrors: new Float64Array(K) };
}

function membersOf(set: number, K: number): number[] {
  return Array.from({ length: K }, (_, j) => j).filter((j) => set & (1 << j));
}

function sampledShares(gram: Float64Array, K: number, orders: number, seed: number) {
  const random = stream(seed, 0);
  const pairs = Math.max(2, Math.ceil(orders / 2));
  const sums = new Float64Array(K);
  const squares = new Float64Array(K);
  let total = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const order = Array.from(random.permutation(K));
    const there = additions(gram, K, order);
    const back = additions(gram, K, order.toReversed());
    total = there.reduce((a, b) => a + b, 0);
    for (let j = 0; j < K; j++) {
      const mean = (there[j]! + back[j]!) / 2;
      sums[j]! += mean;
      squares[j]! += mean * mean;
    }
  }
  const shares = sums.map((sum) => sum / pairs);
  const standardErrors = squares.map((square, j) =>
    Math.sqrt(Math.max(0, square / pairs - shares[j]! ** 2) / (pairs - 1)),
  );
  return { shares, total, standardErrors };
}

/** R² of the regression on some of the regressors. */
function r2Of(gram: Float64Array, K: number, members: readonly number[]): number {
  return additions(gram, K, members).reduce((a, b) => a + b, 0);
}

/**
 * What each regressor adds to R² as they come in by `order`: Cholesky of the centred Gram matrix bordered by y; in the place of each regressor,
 * 0 for those left out. A pivot below 1e-12 of its diagonal adds nothing.
 */
function additions(gram: Float64Array, K: number, order: readonly number[]): Float64Array {
  const width = K + 1;
  const out = new Float64Array(K);
  const tss = gram[K * width + K]!;
  const rows: Float64Array[] = [];
  const used: number[] = [];
  for (const j of order) {
    const row = new Float64Array(width);
    for (let c = 0; c < width; c++) {
      let value = gram[j * width + c]!;
      for (const [r] of used.entries()) value -= rows[r]![j]! * rows[r]![c]!;
      row[c] = value;
    }
    const pivot = row[j]!;
    if (!(pivot > PIVOT_TOLERANCE * gram[j * width + j]!)) continue;
    const root = Math.sqrt(pivot);
    for (let c = 0; c < width; c++) row[c]! /= root;
    out[j] = row[K]! ** 2 / tss;
    rows.push(row);
    used.push(j);
  }
  return out;
}

const params = z.object({ window: windowParam(250, [60, 2520], 'rows in the window') });

/**
 * Rolling share of R² of the first column in a regression of the second on the first and all further columns; see `shapleyR2`. NaN on the
 * first w − 1 rows, where the row has a hole, where a window with holes keeps fewer than max(30, 2N) complete rows, and where the second
 * column does not vary in it.
 */
export const shapleyShare: Measure<typeof params> = {
  id: 'shapley-share',
  title: { 'zh-Hans': 'R² 的沙普利份额', 'zh-Hant': 'R² 的沙普利份額', en: 'Shapley share of R²' },
  group: 'dependence',
  unit: 'fraction',
  range: [0, 1],
  input: 'changes',
  columns: [3, 8],
  formula:
    'φ_1 = Σ_{S ∌ 1} |S|!(K − |S| − 1)!/K! · (R²(S ∪ 1) − R²(S)) over rows t−w+1 … t; R² of the second column on the regressors S, 1 the first column, the others columns 3 … K + 1',
  reading:
    'Share of the second series’ variance that goes with the first, fairly divided with the other series that move along: 0 nothing, 1 all of it. Two alike regressors share equally, so a low share can mean a double. Association, not cause.',
  params,
  source: {
    citation:
      'Grömping (2007), Estimators of relative importance in linear regression based on variance decomposition, The American Statistician 61(2); Lindeman, Merenda & Gold (1980)',
    doi: '10.1198/000313007X188252',
    equation: '6',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([first, response, ...others]) => {
      const regressors = [first!, ...others];
      const found = shapleyR2(response!, fromColumns(regressors, 0, response!.length), regressors.length);
      return isRefused(found) ? Number.NaN : Math.min(1, Math.max(0, found.shares[0]!));
    });
  },
};
