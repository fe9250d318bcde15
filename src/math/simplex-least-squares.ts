/** Slack below which a weight held at zero is not worth freeing; far above rounding, far below what shows in a weight. */
const TOLERANCE = 1e-11;

/** Added to the diagonal, relative to its largest entry: columns that repeat one another share their weight instead of cycling. */
const RIDGE = 1e-12;

/** A weight this small after a step to the boundary is at the boundary. */
const VANISHED = 1e-14;

/**
 * Weights w ≥ 0 with Σ w = 1 that minimise ½ wᵀGw − cᵀw, by an active set: the minimum in finitely many steps.
 * With G = RᵀR and c = Rᵀy this is least squares of y on the columns of R over the simplex.
 * `gram` is N×N row-major, symmetric, positive semidefinite; `product` has N values. NaN anywhere gives all NaN.
 * @throws RangeError when the sizes disagree. Error when the active set does not settle.
 * @see Lawson & Hanson (1974), Solving Least Squares Problems, ch. 23; Nocedal & Wright (2006), algorithm 16.3.
 */
export function simplexLeastSquares(gram: Float64Array, product: Float64Array): Float64Array {
  const n = product.length;
  if (gram.length !== n * n) throw new RangeError(`gram must have ${n * n} values, came ${gram.length}`);
  if (gram.some(Number.isNaN) || product.some(Number.isNaN)) return new Float64Array(n).fill(Number.NaN);
  const scale = Math.max(...gram) || 1;
  const g = gram.map((x, k) => x / scale + (k % (n + 1) === 0 ? RIDGE : 0));
  const c = product.map((x) => x / scale);
  return activeSet(g, c, TOLERANCE * Math.max(1, ...c.map(Math.abs)));
}

function activeSet(gram: Float64Array, product: Float64Array, tolerance: number): Float64Array {
  const n = product.length;
  const w = new Float64Array(n);
  const free = [bestVertex(gram, product)];
  w[free[0]!] = 1;
  for (let round = 0; round < 20 * n + 20; round++) {
    const entering = mostWanted(gram, product, w, free, tolerance);
    if (entering < 0) return w;
    free.push(entering);
    settle(gram, product, w, free);
  }
  throw new Error('the active set of the simplex least squares did not settle');
}

function bestVertex(gram: Float64Array, product: Float64Array): number {
  let best = 0;
  const value = (i: number) => gram[i * product.length + i]! / 2 - product[i]!;
  for (let i = 1; i < product.length; i++) if (value(i) < value(best)) best = i;
  return best;
}

/** Index of the weight at zero whose growth would lower the objective most, or −1. */
function mostWanted(
  gram: Float64Array,
  product: Float64Array,
  w: Float64Array,
  free: readonly number[],
  tolerance: number,
): number {
  const n = w.length;
  const gradient = new Float64Array(n);
  let multiplier = 0;
  for (let i = 0; i < n; i++) {
    let sum = -product[i]!;
    for (let j = 0; j < n; j++) sum += gram[i * n + j]! * w[j]!;
    gradient[i] = sum;
    multiplier += sum * w[i]!;
  }
  let found = -1;
  let lowest = -tolerance;
  for (let i = 0; i < n; i++) {
    const slack = gradient[i]! - multiplier;
    if (!free.includes(i) && slack < lowest) {
      lowest = slack;
      found = i;
    }
  }
  return found;
}

/** Moves w to the minimum over the free weights, letting go of each that would turn negative on the way. */
function settle(gram: Float64Array, product: Float64Array, w: Float64Array, free: number[]): void {
  for (;;) {
    const target = equalityMinimum(gram, product, free);
    let stride = 1;
    for (const [k, i] of free.entries()) {
      if (target[k]! <= 0) stride = Math.min(stride, w[i]! / (w[i]! - target[k]! || 1));
    }
    for (const [k, i] of free.entries()) w[i] = w[i]! + stride * (target[k]! - w[i]!);
    if (stride === 1) return;
    for (let k = free.length - 1; k >= 0; k--) {
      const i = free[k]!;
      if (w[i]! > VANISHED || target[k]! > 0) continue;
      w[i] = 0;
      free.splice(k, 1);
    }
  }
}

/** Minimum over the chosen weights with Σ = 1 and no sign rule: the bordered system [G 1; 1ᵀ 0][w; λ] = [c; 1]. */
function equalityMinimum(gram: Float64Array, product: Float64Array, chosen: readonly number[]): Float64Array {
  const n = product.length;
  const m = chosen.length;
  const size = m + 1;
  const a = new Float64Array(size * size);
  const b = new Float64Array(size);
  for (let k = 0; k < m; k++) {
    for (let l = 0; l < m; l++) a[k * size + l] = gram[chosen[k]! * n + chosen[l]!]!;
    a[k * size + m] = 1;
    a[m * size + k] = 1;
    b[k] = product[chosen[k]!]!;
  }
  b[m] = 1;
  return solve(a, b).subarray(0, m);
}

/** Gaussian elimination with partial pivoting; `a` and `b` are overwritten. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let col = 0; col < n; col++) {
    let pivot = col;
    for (let r = col + 1; r < n; r++) {
      if (Math.abs(a[r * n + col]!) > Math.abs(a[pivot * n + col]!)) pivot = r;
    }
    if (pivot !== col) swapRows(a, b, n, pivot, col);
    for (let r = col + 1; r < n; r++) {
      const factor = a[r * n + col]! / a[col * n + col]!;
      for (let c = col; c < n; c++) a[r * n + c]! -= factor * a[col * n + c]!;
      b[r]! -= factor * b[col]!;
    }
  }
  for (let r = n - 1; r >= 0; r--) {
    for (let c = r + 1; c < n; c++) b[r]! -= a[r * n + c]! * b[c]!;
    b[r]! /= a[r * n + r]!;
  }
  return b;
}

function swapRows(a: Float64Array, b: Float64Array, n: number, i: number, j: number): void {
  for (let c = 0; c < n; c++) {
    const kept = a[i * n + c]!;
    a[i * n + c] = a[j * n + c]!;
    a[j * n + c] = kept;
  }
  const kept = b[i]!;
  b[i] = b[j]!;
  b[j] = kept;
}
