/** Relative size below which a pivot counts as zero, everywhere in this room. */
export const PIVOT_TOLERANCE = 1e-12;

/**
 * Product C = A·B: A m×k, B k×n, C m×n, all row-major.
 * NaN and infinity propagate as in the sums. `out`, when given, receives C and must not be A or B.
 * @throws RangeError when a length disagrees with the sizes.
 */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
  out: Float64Array = new Float64Array(m * n),
): Float64Array {
  checkMatrix(a, m, k);
  checkMatrix(b, k, n);
  checkMatrix(out, m, n);
  out.fill(0);
  for (let i = 0; i < m; i++) {
    let p = 0;
    for (; p + 3 < k; p += 4) addFourRows(out, i * n, n, b, p * n, a, i * k + p);
    for (; p < k; p++) {
      const factor = a[i * k + p]!;
      for (let j = 0; j < n; j++) out[i * n + j]! += factor * b[p * n + j]!;
    }
  }
  return out;
}

/** out ← out + Σ a_p b_p over four rows of B: one read and one write of out for four products. */
function addFourRows(
  out: Float64Array,
  to: number,
  n: number,
  b: Float64Array,
  row: number,
  a: Float64Array,
  at: number,
): void {
  const a0 = a[at]!;
  const a1 = a[at + 1]!;
  const a2 = a[at + 2]!;
  const a3 = a[at + 3]!;
  for (let j = 0; j < n; j++) {
    const from = row + j;
    out[to + j]! += a0 * b[from]! + a1 * b[from + n]! + (a2 * b[from + 2 * n]! + a3 * b[from + 3 * n]!);
  }
}

/** Transpose of an m×n row-major matrix, n×m. @throws RangeError when the length is not m·n. */
export function transpose(a: Float64Array, m: number, n: number): Float64Array {
  checkMatrix(a, m, n);
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j]!;
  return out;
}

/**
 * Gram matrix XᵀX of a T×k row-major X: k×k, exactly symmetric.
 * NaN and infinity propagate to the entries whose columns hold them.
 * @throws RangeError when the length is not T·k.
 */
export function gram(x: Float64Array, T: number, k: number): Float64Array {
  checkMatrix(x, T, k);
  const out = new Float64Array(k * k);
  for (let t = 0; t < T; t++) {
    const row = t * k;
    for (let i = 0; i < k; i++) {
      const xi = x[row + i]!;
      for (let j = 0; j <= i; j++) out[i * k + j]! += xi * x[row + j]!;
    }
  }
  mirrorLower(out, k);
  return out;
}

/** A ← (A + Aᵀ)/2 in place; the same array is returned. @throws RangeError when the length is not n². */
export function symmetrise(a: Float64Array, n: number): Float64Array {
  checkMatrix(a, n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const middle = (a[i * n + j]! + a[j * n + i]!) / 2;
      a[i * n + j] = middle;
      a[j * n + i] = middle;
    }
  }
  return a;
}

/** Copies the lower triangle of an n×n row-major matrix onto the upper one, in place. */
export function mirrorLower(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = a[i * n + j]!;
}

/** Rows copied together, so that each read of a column takes a whole cache line. */
const BLOCK = 8;

/** T×n row-major matrix of rows `from…to)` of n columns. NaN is copied. @throws RangeError on a range outside a column. */
export function fromColumns(columns: readonly Float64Array[], from: number, to: number): Float64Array {
  const n = columns.length;
  const short = columns.find((column) => from < 0 || to > column.length);
  if (short) throw new RangeError(`rows ${from} to ${to} are outside a column of ${short.length}`);
  const out = new Float64Array((to - from) * n);
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(start + BLOCK, to);
    for (let j = 0; j < n; j++) {
      const column = columns[j]!;
      for (let t = start; t < end; t++) out[(t - from) * n + j] = column[t]!;
    }
  }
  return out;
}

/** The rows of a T×n row-major matrix that hold finite numbers only, in order, and how many they are. */
export function completeRows(x: Float64Array, T: number, n: number): { x: Float64Array; T: number } {
  checkMatrix(x, T, n);
  const out = new Float64Array(T * n);
  let kept = 0;
  for (let t = 0; t < T; t++) {
    let finite = true;
    for (let at = t * n; at < (t + 1) * n; at++) if (!Number.isFinite(x[at]!)) finite = false;
    if (!finite) continue;
    for (let j = 0; j < n; j++) out[kept * n + j] = x[t * n + j]!;
    kept++;
  }
  return { x: out.subarray(0, kept * n), T: kept };
}

/** @throws RangeError when `rows` or `columns` is no whole number ≥ 1 or the array has not rows·columns values. */
export function checkMatrix(a: Float64Array, rows: number, columns: number): void {
  if (!Number.isInteger(rows) || rows < 1 || !Number.isInteger(columns) || columns < 1) {
    throw new RangeError(`a matrix has whole numbers of rows and columns ≥ 1, came ${rows}×${columns}`);
  }
  if (a.length !== rows * columns) {
    throw new RangeError(`a ${rows}×${columns} matrix has ${rows * columns} values, came ${a.length}`);
  }
}

/** True when every value is finite. */
export function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return false;
  return true;
}

/** The power of two p with max|values|·p in [1, 2), so that scaling by it is exact; 1 when all are zero. */
export function exactScale(values: Float64Array, from = 0, to: number = values.length, stride = 1): number {
  let most = 0;
  for (let i = from; i < to; i += stride) most = Math.max(most, Math.abs(values[i]!));
  if (most === 0) return 1;
  return 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(most))));
}
