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
  // Two rows of L at a time, to load the rows above half as often; an odd last one beside a row that correlates with nothing.
  const M = N + (N % 2);
  const Q = padded(target, N, M);
  const rest = Q.map((q) => (1 - a - b) * q);
  const L = new Float64Array(M * M);
  const y = new Float64Array(M);
  let sum = 0;
  for (let row = 0; row < z.length; row += N) {
    // Products of up to 2N pivots are kept apart so that one logarithm a row is taken.
    let pivots = 1;
    let diagonal = 1;
    for (let i = 0; i < N; i += 2) {
      const at = i * M;
      const next = at + M;
      const q1 = Q[at + i]!;
      const q2 = Q[next + i + 1]!;
      const q12 = Q[next + i]!;
      const z1 = z[row + i]!;
      const z2 = i + 1 < N ? z[row + i + 1]! : 0;
      const on1 = a * z1;
      const on2 = a * z2;
      let pivot1 = q1;
      let pivot2 = q2;
      let cross = q12;
      let left1 = z1 * Math.sqrt(q1);
      let left2 = z2 * Math.sqrt(q2);
      for (let j = 0, above = 0; j < i; j++, above += M) {
        const p1 = Q[at + j]!;
        const p2 = Q[next + j]!;
        let l1 = p1;
        let l2 = p2;
        for (let k = 0; k < j; k++) {
          const l = L[above + k]!;
          l1 -= L[at + k]! * l;
          l2 -= L[next + k]! * l;
        }
        const inverse = L[above + j]!;
        l1 *= inverse;
        l2 *= inverse;
        L[at + j] = l1;
        L[next + j] = l2;
        pivot1 -= l1 * l1;
        pivot2 -= l2 * l2;
        cross -= l1 * l2;
        const yj = y[j]!;
        left1 -= l1 * yj;
        left2 -= l2 * yj;
        // Nothing reads these two of Q again today: they become tomorrow's here.
        const zj = z[row + j]!;
        Q[at + j] = rest[at + j]! + on1 * zj + b * p1;
        Q[next + j] = rest[next + j]! + on2 * zj + b * p2;
      }
      if (!(pivot1 > PIVOT * q1)) return Number.NEGATIVE_INFINITY;
      const inverse1 = 1 / Math.sqrt(pivot1);
      const y1 = left1 * inverse1;
      cross *= inverse1;
      pivot2 -= cross * cross;
      if (!(pivot2 > PIVOT * q2)) return Number.NEGATIVE_INFINITY;
      const inverse2 = 1 / Math.sqrt(pivot2);
      const y2 = (left2 - cross * y1) * inverse2;
      // The diagonal of L is kept as its inverse.
      L[at + i] = inverse1;
      L[next + i] = cross;
      L[next + i + 1] = inverse2;
      y[i] = y1;
      y[i + 1] = y2;
      sum += y1 * y1 - z1 * z1 + (y2 * y2 - z2 * z2);
      pivots *= pivot1 * pivot2;
      diagonal *= q1 * q2;
      Q[at + i] = rest[at + i]! + on1 * z1 + b * q1;
      Q[next + i] = rest[next + i]! + on2 * z1 + b * q12;
      Q[next + i + 1] = rest[next + i + 1]! + on2 * z2 + b * q2;
    }
    sum += Math.log(pivots / diagonal);
  }
  return -sum / 2;
}

/** An N×N matrix in the corner of the M×M identity. */
function padded(matrix: Float64Array, N: number, M: number): Float64Array {
  return Float64Array.from({ length: M * M }, (_, at) => {
    const [i, j] = [Math.floor(at / M), at % M];
    return i < N && j < N ? matrix[i * N + j]! : i === j ? 1 : 0;
  });
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
