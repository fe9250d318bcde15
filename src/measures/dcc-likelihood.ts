/** The smallest pivot, beside the diagonal of Q, at which R still counts as positive definite. */
const PIVOT = 1e-12;

/**
 * The correlation log-likelihood of DCC(1,1) at (a, b), without keeping R_t: what a fit calls. Whole rows of z only, otherwise as
 * `dccFilter`, which is its oracle. −∞ when an R_t is singular.
 *
 * With w_i = z_i √q_ii and Q = LLᵀ: ln|R| + zᵀR⁻¹z = 2 Σ ln l_ii − Σ ln q_ii + ‖L⁻¹w‖²
 */
export function dccLogLikelihood(
  z: Float64Array,
  N: number,
  a: number,
  b: number,
  target: Float64Array,
): number {
  const T = z.length / N;
  const rest = 1 - a - b;
  const Q = Float64Array.from(target);
  const L = new Float64Array(N * N);
  const y = new Float64Array(N);
  let sum = 0;
  // Products of up to 2N pivots are kept apart so that one logarithm a row is taken.
  for (let t = 0; t < T; t++) {
    const row = t * N;
    let pivots = 1;
    let diagonal = 1;
    for (let i = 0; i < N; i++) {
      const at = i * N;
      const q = Q[at + i]!;
      const zi = z[row + i]!;
      let pivot = q;
      let left = zi * Math.sqrt(q);
      for (let j = 0; j < i; j++) {
        const atJ = j * N;
        let l = Q[at + j]!;
        for (let k = 0; k < j; k++) l -= L[at + k]! * L[atJ + k]!;
        l /= L[atJ + j]!;
        L[at + j] = l;
        pivot -= l * l;
        left -= l * y[j]!;
      }
      if (!(pivot > PIVOT * q)) return Number.NEGATIVE_INFINITY;
      const root = Math.sqrt(pivot);
      L[at + i] = root;
      const yi = left / root;
      y[i] = yi;
      sum += yi * yi - zi * zi;
      pivots *= pivot;
      diagonal *= q;
    }
    sum += Math.log(pivots / diagonal);
    for (let i = 0; i < N; i++) {
      const onRow = a * z[row + i]!;
      for (let j = 0; j <= i; j++) {
        const at = i * N + j;
        Q[at] = rest * target[at]! + onRow * z[row + j]! + b * Q[at]!;
      }
    }
  }
  return -sum / 2;
}

/**
 * Composite log-likelihood of DCC(1,1): the sum over neighbouring pairs (i, i + 1) of their bivariate likelihoods, O(TN) where the full one
 * is O(TN³). Whole rows only; −∞ when a pair is singular.
 * @see Pakel, Shephard, Sheppard & Engle (2021), Fitting vast dimensional time-varying covariance models, J. Business & Economic
 *   Statistics 39(3), section 3 (2MSCLE)
 */
export function dccCompositeLogLikelihood(
  z: Float64Array,
  N: number,
  a: number,
  b: number,
  target: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i + 1 < N; i++) {
    sum += pairLogLikelihood(z, N, i, a, b, target);
  }
  return sum;
}

function pairLogLikelihood(
  z: Float64Array,
  N: number,
  i: number,
  a: number,
  b: number,
  target: Float64Array,
): number {
  const rest = 1 - a - b;
  const [t11, t12, t22] = [target[i * N + i]!, target[i * N + i + 1]!, target[(i + 1) * N + i + 1]!];
  let [q11, q12, q22] = [t11, t12, t22];
  let sum = 0;
  for (let at = i; at < z.length; at += N) {
    const [z1, z2] = [z[at]!, z[at + 1]!];
    const rho = q12 / Math.sqrt(q11 * q22);
    const left = 1 - rho * rho;
    if (!(left > PIVOT)) return Number.NEGATIVE_INFINITY;
    sum += Math.log(left) + (z1 * z1 + z2 * z2 - 2 * rho * z1 * z2) / left - z1 * z1 - z2 * z2;
    q11 = rest * t11 + a * z1 * z1 + b * q11;
    q12 = rest * t12 + a * z1 * z2 + b * q12;
    q22 = rest * t22 + a * z2 * z2 + b * q22;
  }
  return -sum / 2;
}
