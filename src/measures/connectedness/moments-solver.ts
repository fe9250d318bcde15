import { cholesky } from '../../math/cholesky.ts';
import { forecastErrorShares, type SharesRoom, sharesRoom } from './forecast-error-shares.ts';
import type { WindowMoments } from './window-moments.ts';

/** 1 − R² below which a regressor or error is computed from the rows themselves instead of from their moments. */
const NEARLY_DEPENDENT = 1e-8;

/** Residual variances beside the mean below which a series may be constant. */
const NEARLY_CONSTANT = 1e-18;

/**
 * Maker of the row-normalised shares (N×N, one buffer reused) of the window that the moments hold.
 *
 * M = L L' with v in the order (1, lags, y): [c A_1 … A_p] = L_21 L_11⁻¹, E'E = L_22 L_22' (the Schur complement of the lags in M)
 *
 * Undefined when moments do not suffice to compute them safely: a series hardly varies, or hardly anything is left of a regressor or error by those
 * before it.
 */
export function momentsSolver(moments: WindowMoments, horizon: number): () => Float64Array | undefined {
  const { n, lag, width } = moments;
  const factor = new Float64Array(width * width);
  const blocks = new Float64Array(n * n * lag);
  const sigma = new Float64Array(n * n);
  const shares = new Float64Array(n * n);
  const room: SharesRoom = sharesRoom(n, lag, horizon);
  return () => {
    if (!varies(moments) || !cholesky(moments.sums, width, factor)) return undefined;
    if (!wellConditioned(factor, moments.sums, width)) return undefined;
    solveBlocks(factor, width, n, lag, blocks);
    schurComplement(factor, width, n, sigma);
    return forecastErrorShares(room, blocks, sigma, shares) ? shares : undefined;
  };
}

function varies(moments: WindowMoments): boolean {
  for (let i = 0; i < moments.n; i++) {
    const mean = moments.meanOf(i);
    if (!(moments.varianceOf(i) > NEARLY_CONSTANT * Math.max(1, mean * mean))) return false;
  }
  return true;
}

function wellConditioned(factor: Float64Array, sums: Float64Array, width: number): boolean {
  for (let i = 0; i < width; i++) {
    const at = i * width + i;
    if (!(factor[at]! * factor[at]! > NEARLY_DEPENDENT * sums[at]!)) return false;
  }
  return true;
}

/** Slopes [A_1 … A_p] = L_21 L_11⁻¹ without the intercept, N×Np. */
function solveBlocks(
  factor: Float64Array,
  width: number,
  n: number,
  lag: number,
  blocks: Float64Array,
): void {
  const slopes = n * lag;
  for (let i = 0; i < n; i++) {
    const into = i * slopes;
    const row = (1 + slopes + i) * width + 1;
    for (let k = 0; k < slopes; k++) blocks[into + k] = factor[row + k]!;
    for (let k = slopes - 1; k >= 0; k--) {
      const pivot = (k + 1) * width + 1;
      const value = blocks[into + k]! / factor[pivot + k]!;
      blocks[into + k] = value;
      for (let j = 0; j < k; j++) blocks[into + j]! -= value * factor[pivot + j]!;
    }
  }
}

/** L_22 L_22', the sum of products of the errors, N×N; shares do not depend on its divisor. */
function schurComplement(factor: Float64Array, width: number, n: number, sigma: Float64Array): void {
  const corner = width - n;
  for (let i = 0; i < n; i++) {
    const row = (corner + i) * width + corner;
    for (let j = 0; j <= i; j++) {
      const other = (corner + j) * width + corner;
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += factor[row + k]! * factor[other + k]!;
      sigma[i * n + j] = sum;
      sigma[j * n + i] = sum;
    }
  }
}
