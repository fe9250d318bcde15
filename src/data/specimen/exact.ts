/**
 * Exponential and logarithm from additions, multiplications and divisions alone. IEEE 754 fixes the result of those to the last bit;
 * the language does not fix Math.exp and Math.log, which differ between engines.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/**
 * e^x for |x| ≤ 700, relative error below 1e-15.
 * x = k·ln 2 + r with |r| ≤ ln 2 / 2; e^r by its Taylor series to r^14.
 * NaN gives NaN.
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 14; n > 0; n--) sum = 1 + (r * sum) / n;
  return scale(sum, k);
}

/**
 * Natural logarithm of x > 0, absolute error below 1e-15 near 1; NaN for x ≤ 0.
 * x = m·2^k with m in [√½, √2); ln m = 2 atanh s, s = (m − 1)/(m + 1).
 */
export function ln(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Number.NaN;
  let m = x;
  let k = 0;
  while (m >= Math.SQRT2) {
    m /= 2;
    k++;
  }
  while (m < Math.SQRT2 / 2) {
    m *= 2;
    k--;
  }
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 25; n > 0; n -= 2) sum = sum * square + 1 / n;
  return k * LN2_HIGH + (k * LN2_LOW + 2 * s * sum);
}

function scale(value: number, exponent: number): number {
  let result = value;
  for (let i = 0; i < exponent; i++) result *= 2;
  for (let i = 0; i > exponent; i--) result /= 2;
  return result;
}

/** x rounded to a number of significant decimal digits, the double nearest to that decimal. */
export function roundSignificant(x: number, digits: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  let places = digits;
  let magnitude = Math.abs(x);
  while (magnitude >= 1) {
    magnitude /= 10;
    places--;
  }
  while (magnitude < 0.1) {
    magnitude *= 10;
    places++;
  }
  return roundPlaces(x, places);
}

/** x rounded to decimal places; negative places round to tens, hundreds … */
export function roundPlaces(x: number, places: number): number {
  let power = 1;
  for (let i = 0; i < Math.abs(places); i++) power *= 10;
  return places >= 0 ? Math.round(x * power) / power : Math.round(x / power) * power;
}
