/** Complex numbers by parts, of one length. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Discrete Fourier transform of complex values of any length n: X_k = Σ_t x_t exp(−2πi kt/n), k = 0 … n − 1; the inputs are not changed.
 * Mixed radix: cost n times the sum of the prime factors of n.
 * NaN policy: a NaN reaches every value.
 * @throws RangeError when the parts have different lengths
 * @see Cooley & Tukey (1965), Mathematics of Computation 19(90)
 */
export function fft(re: Float64Array, im: Float64Array): Complex {
  if (re.length !== im.length) {
    throw new RangeError(`the parts must have one length, came ${re.length} and ${im.length}`);
  }
  const n = re.length;
  const out = { re: new Float64Array(n), im: new Float64Array(n) };
  if (n > 0) transform({ re, im }, 0, 1, out, 0, n, rootsOfUnity(n));
  return out;
}

/** Discrete Fourier transform of n real values, all n frequencies: X_{n−k} is the conjugate of X_k. @see fft */
export function realFft(values: Float64Array): Complex {
  return fft(values, new Float64Array(values.length));
}

/** Inverse of `fft`: x_t = (1/n) Σ_k X_k exp(2πi kt/n). @throws RangeError when the parts have different lengths. */
export function inverseFft(re: Float64Array, im: Float64Array): Complex {
  // Exchanging the parts conjugates and turns by a quarter; doing it twice leaves the inverse.
  const swapped = fft(im, re);
  const n = re.length;
  return { re: swapped.im.map((x) => x / n), im: swapped.re.map((x) => x / n) };
}

/** exp(−2πi k/n), k = 0 … n − 1, with arguments brought into the first eighth of the circle, so that the roots are exact to rounding. */
function rootsOfUnity(n: number): Complex {
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const quarter = Math.round((4 * k) / n);
    const angle = (Math.PI / 2) * ((4 * k - quarter * n) / n);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const turns = quarter % 4;
    re[k] = turns === 0 ? c : turns === 1 ? -s : turns === 2 ? -c : s;
    im[k] = -(turns === 0 ? s : turns === 1 ? c : turns === 2 ? -s : -c);
  }
  return { re, im };
}

/** Writes the transform of x[from], x[from + stride], … (n values) to out[to … to + n). */
function transform(
  x: Complex,
  from: number,
  stride: number,
  out: Complex,
  to: number,
  n: number,
  roots: Complex,
): void {
  if (n === 1) {
    out.re[to] = x.re[from]!;
    out.im[to] = x.im[from]!;
    return;
  }
  const radix = smallestFactor(n);
  const part = n / radix;
  for (let r = 0; r < radix; r++)
    transform(x, from + r * stride, stride * radix, out, to + r * part, part, roots);
  const re = new Float64Array(radix);
  const im = new Float64Array(radix);
  for (let k = 0; k < part; k++) {
    for (let r = 0; r < radix; r++) {
      re[r] = out.re[to + r * part + k]!;
      im[r] = out.im[to + r * part + k]!;
    }
    for (let q = 0; q < radix; q++) combine(re, im, out, to, k + q * part, n, roots);
  }
}

/** out[to + k] ← Σ_r part_r exp(−2πi kr/n). */
function combine(
  re: Float64Array,
  im: Float64Array,
  out: Complex,
  to: number,
  k: number,
  n: number,
  roots: Complex,
): void {
  const spacing = roots.re.length / n;
  let [sumRe, sumIm] = [0, 0];
  for (let r = 0; r < re.length; r++) {
    const at = ((k * r) % n) * spacing;
    sumRe += re[r]! * roots.re[at]! - im[r]! * roots.im[at]!;
    sumIm += re[r]! * roots.im[at]! + im[r]! * roots.re[at]!;
  }
  out.re[to + k] = sumRe;
  out.im[to + k] = sumIm;
}

function smallestFactor(n: number): number {
  for (let p = 2; p * p <= n; p++) if (n % p === 0) return p;
  return n;
}
