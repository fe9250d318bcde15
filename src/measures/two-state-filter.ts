/** What a pass over two or three states leaves behind; sizes as in `markovFilter`. */
export interface MarkovPass {
  readonly filtered: Float64Array;
  readonly predicted: Float64Array;
  readonly logLikelihood: number;
}

/** `markovFilter`, which is its oracle, for two states in scalars. */
export function twoStateFilter(
  logDensity: Float64Array,
  transition: Float64Array,
  initial: Float64Array,
): MarkovPass {
  const size = logDensity.length;
  const [p00, p01, p10, p11] = transition as unknown as [number, number, number, number];
  const filtered = new Float64Array(size);
  const predicted = new Float64Array(size);
  let a = initial[0]!;
  let b = initial[1]!;
  let sum = 0;
  let product = 1;
  for (let at = 0; at < size; at += 2) {
    predicted[at] = a;
    predicted[at + 1] = b;
    // d = ln f_1 − ln f_0: one exponential a row, of the less dense state.
    const first = logDensity[at]!;
    const d = logDensity[at + 1]! - first;
    if (!Number.isNaN(d)) {
      const firstLeads = b === 0 || (d <= 0 && a > 0);
      const ratio = Math.exp(firstLeads ? d : -d);
      const weightA = firstLeads || a === 0 ? a : a * ratio;
      const weightB = firstLeads ? (b === 0 ? 0 : b * ratio) : b;
      const total = weightA + weightB;
      const scale = 1 / total;
      a = weightA * scale;
      b = weightB * scale;
      sum += firstLeads ? first : first + d;
      if (product * total > 1e-100) product *= total;
      else {
        sum += Math.log(product) + Math.log(total);
        product = 1;
      }
    }
    filtered[at] = a;
    filtered[at + 1] = b;
    const next = a * p00 + b * p10;
    b = a * p01 + b * p11;
    a = next;
  }
  return { filtered, predicted, logLikelihood: sum + Math.log(product) };
}

/** `markovSmoother`, which is its oracle, for two states in scalars. LOOK-AHEAD. */
export function twoStateSmoother(
  { filtered, predicted }: Pick<MarkovPass, 'filtered' | 'predicted'>,
  transition: Float64Array,
): { smoothed: Float64Array; transitions: Float64Array } {
  const [p00, p01, p10, p11] = transition as unknown as [number, number, number, number];
  const size = filtered.length;
  const smoothed = new Float64Array(size);
  let [x00, x01, x10, x11] = [0, 0, 0, 0];
  let a = size > 0 ? filtered[size - 2]! : 0;
  let b = size > 0 ? filtered[size - 1]! : 0;
  for (let at = size - 2; at >= 0; at -= 2) {
    smoothed[at] = a;
    smoothed[at + 1] = b;
    if (at === 0) break;
    const pa = predicted[at]!;
    const pb = predicted[at + 1]!;
    const ra = pa > 0 ? a / pa : 0;
    const rb = pb > 0 ? b / pb : 0;
    const fa = filtered[at - 2]!;
    const fb = filtered[at - 1]!;
    const j00 = fa * p00 * ra;
    const j01 = fa * p01 * rb;
    const j10 = fb * p10 * ra;
    const j11 = fb * p11 * rb;
    x00 += j00;
    x01 += j01;
    x10 += j10;
    x11 += j11;
    a = j00 + j01;
    b = j10 + j11;
  }
  return { smoothed, transitions: Float64Array.of(x00, x01, x10, x11) };
}
