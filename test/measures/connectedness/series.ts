/**
 * N autoregressive series of T values with a common shock, from the Park–Miller generator (s ← 16807·s mod 2³¹ − 1), so that the same numbers
 * can be made anywhere: y_i = 0.4 y_i + 0.2 y_{i+1} (a row earlier) + 0.8 c + u_i with c, u uniform on ±½.
 */
export function autoregressive(T: number, n: number, seed: number): Float64Array[] {
  let state = seed;
  const uniform = () => {
    state = (16807 * state) % 2147483647;
    return state / 2147483647 - 0.5;
  };
  const columns = Array.from({ length: n }, () => new Float64Array(T));
  for (let t = 0; t < T; t++) {
    const common = uniform();
    for (let i = 0; i < n; i++) {
      const before = t > 0 ? 0.4 * columns[i]![t - 1]! + 0.2 * columns[(i + 1) % n]![t - 1]! : 0;
      columns[i]![t] = before + 0.8 * common + uniform();
    }
  }
  return columns;
}

/** Largest absolute difference of two lists of numbers; NaN meets NaN only. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let k = 0; k < a.length; k++) {
    if (Number.isNaN(a[k]!) && Number.isNaN(b[k]!)) continue;
    const difference = Math.abs(a[k]! - b[k]!);
    most = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(most, difference);
  }
  return most;
}

/** The value of a result that must be there. */
export function present<T>(result: T | string): T {
  if (typeof result === 'string') throw new Error(`no value: ${result}`);
  return result;
}

export const bits = (values: Float64Array) => Array.from(new BigUint64Array(values.slice().buffer));
