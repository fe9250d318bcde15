import { checkAllFinite, checkNotNegative, checkPositive } from '../../math/arguments.ts';
import { multiply } from '../../math/matrix.ts';

/** Leveraged holders of common assets: n banks, k assets. */
export interface BankSystem {
  /** Total assets of each bank, n values, US dollars, above 0. */
  readonly assets: Float64Array;
  /** Debt over equity of each bank, n values, at least 0. */
  readonly leverage: Float64Array;
  /** Share of each asset in each bank's assets, n×k row-major, at least 0. */
  readonly weights: Float64Array;
}

/** Equity of each bank, n values, US dollars: A / (1 + B). @throws RangeError when the system is not well formed. */
export function equityOf(system: BankSystem): Float64Array {
  countAssets(system);
  return system.assets.map((assets, n) => assets / (1 + system.leverage[n]!));
}

/** k, the number of assets. @throws RangeError when sizes disagree or a value is out of range. */
export function countAssets({ assets, leverage, weights }: BankSystem): number {
  const n = assets.length;
  const k = weights.length / n;
  if (n === 0 || leverage.length !== n || !Number.isInteger(k) || k < 1) {
    throw new RangeError(
      `n banks need n assets, n leverages and n×k weights, came ${n}, ${leverage.length} and ${weights.length}`,
    );
  }
  for (let i = 0; i < n; i++) {
    checkPositive(`assets of bank ${i}`, assets[i]!);
    checkNotNegative(`leverage of bank ${i}`, leverage[i]!);
  }
  for (let i = 0; i < weights.length; i++) checkNotNegative(`weight ${i}`, weights[i]!);
  return k;
}

/** @throws RangeError unless there is one finite value an asset. */
export function checkPerAsset(name: string, values: Float64Array, k: number): void {
  if (values.length !== k)
    throw new RangeError(`${name} needs ${k} values, one an asset, came ${values.length}`);
  checkAllFinite(name, values);
}

/** Holdings of each bank in each asset, n×k row-major, US dollars: A_n·M_nk. */
export function holdingsOf({ assets, weights }: BankSystem): Float64Array {
  const k = weights.length / assets.length;
  return weights.map((weight, at) => weight * assets[Math.floor(at / k)]!);
}

/** Row sums of an n×k row-major matrix. */
export function rowSums(matrix: Float64Array, n: number): Float64Array {
  const k = matrix.length / n;
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += matrix[i * k + j]!;
    return sum;
  });
}

/** Σ_j matrix_ij·x_j of an n×k row-major matrix, n values. */
export function timesColumn(matrix: Float64Array, x: Float64Array): Float64Array {
  return multiply(matrix, x, matrix.length / x.length, x.length, 1);
}

/** Σ_i x_i·matrix_ij of an n×k row-major matrix, k values. */
export function rowTimes(x: Float64Array, matrix: Float64Array): Float64Array {
  return multiply(x, matrix, 1, x.length, matrix.length / x.length);
}
