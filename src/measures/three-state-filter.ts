import type { MarkovPass } from './two-state-filter.ts';

/** `markovFilter`, which is its oracle, for three states in scalars. */
export function threeStateFilter(
  logDensity: Float64Array,
  transition: Float64Array,
  initial: Float64Array,
): MarkovPass {
  const size = logDensity.length;
  const [p00, p01, p02, p10, p11, p12, p20, p21, p22] = transition as unknown as Nine;
  const filtered = new Float64Array(size);
  const predicted = new Float64Array(size);
  let a = initial[0]!;
  let b = initial[1]!;
  let c = initial[2]!;
  let sum = 0;
  let product = 1;
  for (let at = 0; at < size; at += 3) {
    predicted[at] = a;
    predicted[at + 1] = b;
    predicted[at + 2] = c;
    const da = logDensity[at]!;
    const db = logDensity[at + 1]!;
    const dc = logDensity[at + 2]!;
    if (!Number.isNaN(da + db + dc)) {
      let most = Number.NEGATIVE_INFINITY;
      if (a > 0) most = da;
      if (b > 0 && db > most) most = db;
      if (c > 0 && dc > most) most = dc;
      // The densest state needs no exponential.
      const weightA = da === most ? a : a > 0 ? a * Math.exp(da - most) : 0;
      const weightB = db === most ? b : b > 0 ? b * Math.exp(db - most) : 0;
      const weightC = dc === most ? c : c > 0 ? c * Math.exp(dc - most) : 0;
      const total = weightA + weightB + weightC;
      const scale = 1 / total;
      a = weightA * scale;
      b = weightB * scale;
      c = weightC * scale;
      sum += most;
      if (product * total > 1e-100) product *= total;
      else {
        sum += Math.log(product) + Math.log(total);
        product = 1;
      }
    }
    filtered[at] = a;
    filtered[at + 1] = b;
    filtered[at + 2] = c;
    const nextA = a * p00 + b * p10 + c * p20;
    const nextB = a * p01 + b * p11 + c * p21;
    c = a * p02 + b * p12 + c * p22;
    a = nextA;
    b = nextB;
  }
  return { filtered, predicted, logLikelihood: sum + Math.log(product) };
}

type Nine = readonly [number, number, number, number, number, number, number, number, number];

/** `markovSmoother`, which is its oracle, for three states in scalars. LOOK-AHEAD. */
export function threeStateSmoother(
  { filtered, predicted }: Pick<MarkovPass, 'filtered' | 'predicted'>,
  transition: Float64Array,
): { smoothed: Float64Array; transitions: Float64Array } {
  const [p00, p01, p02, p10, p11, p12, p20, p21, p22] = transition as unknown as Nine;
  const size = filtered.length;
  const smoothed = filtered.slice();
  let x00 = 0;
  let x01 = 0;
  let x02 = 0;
  let x10 = 0;
  let x11 = 0;
  let x12 = 0;
  let x20 = 0;
  let x21 = 0;
  let x22 = 0;
  let a = size > 0 ? filtered[size - 3]! : 0;
  let b = size > 0 ? filtered[size - 2]! : 0;
  let c = size > 0 ? filtered[size - 1]! : 0;
  for (let at = size - 3; at > 0; at -= 3) {
    const pa = predicted[at]!;
    const pb = predicted[at + 1]!;
    const pc = predicted[at + 2]!;
    const ra = pa > 0 ? a / pa : 0;
    const rb = pb > 0 ? b / pb : 0;
    const rc = pc > 0 ? c / pc : 0;
    const fa = filtered[at - 3]!;
    const fb = filtered[at - 2]!;
    const fc = filtered[at - 1]!;
    const j00 = fa * p00 * ra;
    const j01 = fa * p01 * rb;
    const j02 = fa * p02 * rc;
    const j10 = fb * p10 * ra;
    const j11 = fb * p11 * rb;
    const j12 = fb * p12 * rc;
    const j20 = fc * p20 * ra;
    const j21 = fc * p21 * rb;
    const j22 = fc * p22 * rc;
    x00 += j00;
    x01 += j01;
    x02 += j02;
    x10 += j10;
    x11 += j11;
    x12 += j12;
    x20 += j20;
    x21 += j21;
    x22 += j22;
    a = j00 + j01 + j02;
    b = j10 + j11 + j12;
    c = j20 + j21 + j22;
    smoothed[at - 3] = a;
    smoothed[at - 2] = b;
    smoothed[at - 1] = c;
  }
  return { smoothed, transitions: Float64Array.of(x00, x01, x02, x10, x11, x12, x20, x21, x22) };
}
