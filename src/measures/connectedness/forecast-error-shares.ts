/** Room for `forecastErrorShares` of one size, to be used again and again. */
export interface SharesRoom {
  readonly n: number;
  readonly lag: number;
  readonly horizon: number;
  /** Θ_{H−1}, …, Θ_0 and lag − 1 blocks of zeros, so that the last lags of any step stand together. */
  readonly responses: Float64Array;
}

export function sharesRoom(n: number, lag: number, horizon: number): SharesRoom {
  return { n, lag, horizon, responses: new Float64Array((horizon + lag - 1) * n * n) };
}

/**
 * Row-normalised generalised shares θ̃ (N×N into `out`) of a vector autoregression, the fast twin of `generalisedDecomposition` and
 * `normaliseRows`.
 *
 * Θ_h = Ψ_h Σ obeys Θ_0 = Σ, Θ_h = [A_1 … A_p] [Θ_{h−1}; …; Θ_{h−p}], and the forecast-error variance of a row cancels in θ̃:
 * θ̃_ij = q_ij / Σ_j q_ij, q_ij = σ_jj⁻¹ Σ_{h<H} (Θ_h)_ij²
 *
 * `blocks` N×Np row-major [A_1 … A_p]; `sigma` N×N. False, with `out` in no defined state, when a share is not finite.
 */
export function forecastErrorShares(
  room: SharesRoom,
  blocks: Float64Array,
  sigma: Float64Array,
  out: Float64Array,
): boolean {
  const { n, lag, horizon, responses } = room;
  const size = n * n;
  const last = (horizon - 1) * size;
  for (let k = 0; k < size; k++) {
    const value = sigma[k]!;
    responses[last + k] = value;
    out[k] = value * value;
  }
  for (let h = 1; h < horizon; h++) {
    step(responses, last - h * size, blocks, n, n * Math.min(h, lag), n * lag);
    for (let k = 0, from = last - h * size; k < size; k++) {
      const value = responses[from + k]!;
      out[k]! += value * value;
    }
  }
  return normalise(out, sigma, n);
}

/** responses[to …] = blocks · (the `depth` rows below them). */
function step(
  responses: Float64Array,
  to: number,
  blocks: Float64Array,
  n: number,
  depth: number,
  width: number,
): void {
  const below = to + n * n;
  for (let i = 0; i < n; i++) {
    const into = to + i * n;
    for (let j = 0; j < n; j++) responses[into + j] = 0;
    for (let k = 0; k < depth; k++) {
      const factor = blocks[i * width + k]!;
      const from = below + k * n;
      for (let j = 0; j < n; j++) responses[into + j]! += factor * responses[from + j]!;
    }
  }
}

function normalise(out: Float64Array, sigma: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      const value = out[i * n + j]! / sigma[j * n + j]!;
      out[i * n + j] = value;
      sum += value;
    }
    if (!(sum > 0 && sum < Number.POSITIVE_INFINITY)) return false;
    for (let j = 0; j < n; j++) out[i * n + j]! /= sum;
  }
  return true;
}
