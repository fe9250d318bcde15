/** A smooth one-to-one map from free numbers, as an unconstrained minimiser wants them, to parameters inside their bounds. */
export interface Transform {
  readonly size: number;
  /** Parameters for free values u; strictly inside the bounds up to rounding. `size` values. */
  readonly constrain: (free: Float64Array) => Float64Array;
  /** Free values for parameters strictly inside the bounds. @throws RangeError on or outside the bounds. */
  readonly free: (parameters: Float64Array) => Float64Array;
}

/** No bounds: x = u. */
export const unbounded: Transform = {
  size: 1,
  constrain: (u) => u.slice(),
  free: (x) => x.map((xi) => inside(Number.isFinite(xi), xi, 'finite')),
};

/** x > 0: x = exp(u). */
export const positive: Transform = {
  size: 1,
  constrain: (u) => u.map(Math.exp),
  free: (x) => x.map((xi) => Math.log(inside(xi > 0 && Number.isFinite(xi), xi, 'positive'))),
};

/** 0 < x < 1: x = 1 / (1 + exp(−u)). */
export const unitInterval: Transform = interval(0, 1);

/**
 * low < x < high: x = low + (high − low) / (1 + exp(−u)).
 * @throws RangeError unless low < high are finite
 */
export function interval(low: number, high: number): Transform {
  if (!(low < high) || !Number.isFinite(high - low)) {
    throw new RangeError(`bounds must be finite with low < high, came ${low} and ${high}`);
  }
  const range = high - low;
  return {
    size: 1,
    constrain: (u) => u.map((ui) => (ui < 0 ? low + range * logistic(ui) : high - range * logistic(-ui))),
    free: (x) =>
      x.map(
        (xi) =>
          Math.log(inside(xi > low && xi < high, xi, `between ${low} and ${high}`) - low) -
          Math.log(high - xi),
      ),
  };
}

/**
 * n positive parameters with a sum below 1: x_i = exp(u_i) / (1 + Σ exp(u_j)).
 * With n = 2 the stationary region α, β > 0, α + β < 1 of a GARCH(1,1) or a DCC(1,1).
 * @throws RangeError when n is not a whole number of at least 1
 */
export function sumBelowOne(n: number): Transform {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`n must be a whole number of at least 1, came ${n}`);
  return {
    size: n,
    constrain: (u) => {
      const most = u.reduce((a, b) => Math.max(a, b), 0);
      const weights = u.map((ui) => Math.exp(ui - most));
      const total = weights.reduce((a, b) => a + b, Math.exp(-most));
      return weights.map((w) => w / total);
    },
    free: (x) => {
      const rest = 1 - x.reduce((a, b) => a + b, 0);
      inside(rest > 0, 1 - rest, 'below 1 in sum');
      return x.map((xi) => Math.log(inside(xi > 0, xi, 'positive') / rest));
    },
  };
}

/**
 * (α, γ, β) of a GJR-GARCH(1,1) with α > 0, α + γ > 0, β > 0 and α + γ/2 + β < 1: the parts α/2, (α + γ)/2 and β are positive and sum to
 * less than 1.
 * @see Glosten, Jagannathan & Runkle (1993), The Journal of Finance 48(5)
 */
export const gjrStationary: Transform = {
  size: 3,
  constrain: (u) => {
    const [half, halfDown, beta] = sumBelowOne(3).constrain(u) as unknown as [number, number, number];
    return Float64Array.of(2 * half, 2 * (halfDown - half), beta);
  },
  free: (x) => {
    const [alpha, gamma, beta] = x as unknown as [number, number, number];
    return sumBelowOne(3).free(Float64Array.of(alpha / 2, (alpha + gamma) / 2, beta));
  },
};

/** The maps side by side: the first on the first `size` values, and so on. */
export function sideBySide(...parts: readonly Transform[]): Transform {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const each = (values: Float64Array, direction: 'constrain' | 'free') => {
    if (values.length !== size) throw new RangeError(`expected ${size} values, came ${values.length}`);
    const out = new Float64Array(size);
    let at = 0;
    for (const part of parts) {
      out.set(part[direction](values.subarray(at, at + part.size)), at);
      at += part.size;
    }
    return out;
  };
  return { size, constrain: (u) => each(u, 'constrain'), free: (x) => each(x, 'free') };
}

function logistic(u: number): number {
  return u < 0 ? Math.exp(u) / (1 + Math.exp(u)) : 1 / (1 + Math.exp(-u));
}

function inside(holds: boolean, value: number, allowed: string): number {
  if (!holds) throw new RangeError(`parameter must be ${allowed}, came ${value}`);
  return value;
}
