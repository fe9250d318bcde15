import { z } from 'zod';
import { valuesAt } from '../math/values-at.ts';
import { columnsOf } from './columns.ts';
import { checkPair } from './correlation.ts';
import type { Measure } from './measure.ts';
import { windowParam } from './params.ts';
import { overWindows } from './windows.ts';

/**
 * Kendall's rank correlation τ_b, corrected for ties, in O(n log n).
 *
 * τ_b = (C − D) / sqrt((n0 − n1)(n0 − n2)), n0 = n(n − 1)/2
 *
 * C concordant and D discordant pairs; n1, n2 pairs tied in x, in y. `x`, `y` n values each. NaN when n < 2, a value is NaN, or all values
 * of a series are tied.
 * @throws RangeError when the lengths differ.
 * @see Knight (1966), A computer method for calculating Kendall's tau with ungrouped data, J. American Statistical Association 61.
 */
export function kendallTauB(x: Float64Array, y: Float64Array): number {
  checkPair(x, y);
  const n = x.length;
  if (n < 2 || x.some(Number.isNaN) || y.some(Number.isNaN)) return Number.NaN;
  const order = Uint32Array.from(x.keys()).sort((i, j) => x[i]! - x[j]! || y[i]! - y[j]!);
  const sortedX = valuesAt(x, order);
  const sortedY = valuesAt(y, order);
  const tiedX = tiedPairs(sortedX);
  const tiedBoth = tiedPairs(sortedX, sortedY);
  const discordant = sortCountingSwaps(sortedY);
  const tiedY = tiedPairs(sortedY);
  const all = (n * (n - 1)) / 2;
  const difference = all - tiedX - tiedY + tiedBoth - 2 * discordant;
  const tau = difference / Math.sqrt((all - tiedX) * (all - tiedY));
  return Math.min(1, Math.max(-1, tau));
}

/** The definition, pair by pair: the oracle of `kendallTauB`. */
export function kendallTauBByPairs(x: Float64Array, y: Float64Array): number {
  let [score, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [sx, sy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      score += sx * sy;
      untiedX += Math.abs(sx);
      untiedY += Math.abs(sy);
    }
  }
  return score / (Math.sqrt(untiedX) * Math.sqrt(untiedY));
}

/** Pairs in runs of neighbours of the same value, of both when there are two. */
function tiedPairs(a: Float64Array, b: Float64Array = a): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < a.length; i++) {
    run = a[i] === a[i - 1] && b[i] === b[i - 1] ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts the values ascending by merging and counts the pairs that stood in strictly descending order. */
function sortCountingSwaps(values: Float64Array): number {
  const n = values.length;
  let swaps = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let left = 0; left < n; left += 2 * width) {
      swaps += merge(from, to, left, Math.min(left + width, n), Math.min(left + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return swaps;
}

function merge(from: Float64Array, to: Float64Array, left: number, middle: number, right: number): number {
  let swaps = 0;
  let [i, j] = [left, middle];
  for (let k = left; k < right; k++) {
    if (i < middle && (j >= right || from[i]! <= from[j]!)) to[k] = from[i++]!;
    else {
      swaps += middle - i;
      to[k] = from[j++]!;
    }
  }
  return swaps;
}

const params = z.object({ window: windowParam(60, [20, 2520], 'rows in the window') });

/** Rolling `kendallTauB`. NaN on the first w−1 rows, where the row has a hole, where a window with holes keeps fewer than 30 complete rows, and where a column does not vary. */
export const kendallTau: Measure<typeof params> = {
  id: 'kendall-tau',
  title: { 'zh-Hans': '肯德尔 τ', 'zh-Hant': '肯德爾 τ', en: 'Kendall rank correlation' },
  group: 'dependence',
  unit: 'ratio',
  range: [-1, 1],
  input: 'changes',
  columns: [2, 2],
  formula: 'τ_b = (C − D) / sqrt((n0 − n1)(n0 − n2)) over rows t−w+1 … t; n0 = w(w − 1)/2; n1, n2 tied pairs',
  reading:
    'Chance that two days agree in order less the chance that they disagree: 1 always agree, −1 never. Smaller in size than Pearson’s for the same dependence.',
  params,
  source: {
    citation:
      'Knight (1966), A computer method for calculating Kendall’s tau with ungrouped data, J. American Statistical Association 61(314)',
    doi: '10.1080/01621459.1966.10480879',
  },
  warmUp: ({ window }) => window - 1,
  compute(panel, { window }) {
    return overWindows(columnsOf(panel, this), window, ([x, y]) => kendallTauB(x!, y!));
  },
};
