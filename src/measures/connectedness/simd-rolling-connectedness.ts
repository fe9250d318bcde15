import { type WindowRegression, windowRegression } from '../../math/kernels/window-regression.ts';
import { isComplete } from '../windows.ts';
import { type CompleteRows, completeRows } from './complete-rows.ts';
import {
  type RollingConnectednessOptions,
  sharesOfWindow,
  rollingConnectedness as twin,
  type VisitShares,
} from './rolling-connectedness.ts';

const REFRESH = 128;

/**
 * `rollingConnectedness` of `./rolling-connectedness.ts`, bit for bit, with SIMD instructions where they are present: same arguments, results
 * and errors.
 */
export function rollingConnectedness(
  columns: readonly Float64Array[],
  options: RollingConnectednessOptions,
  visit: VisitShares,
): void {
  const { window, lag, gap } = options;
  const rows = hasShape(columns, options) ? completeRows(columns, gap) : undefined;
  const kernel = rows && windowRegression(complete(columns, rows), columns.length, lag, options.horizon);
  if (rows === undefined || kernel === undefined) {
    twin(columns, options, visit);
    return;
  }
  const sums = slidingSums(kernel, rows, lag);
  for (let t = 0; t < columns[0]!.length; t++) {
    if (t < window - 1 || !isComplete(columns, t)) {
      visit(t, 'insufficient_data');
      continue;
    }
    const count = sums.slide(t - window + 1, t + 1);
    const least = columns.length * lag + 22;
    const holes = sums.complete() < window;
    if (count + lag < (holes ? Math.max(least, 30, 2 * columns.length) : least))
      visit(t, 'insufficient_data');
    else visit(t, kernel.solve(count) ? kernel.shares : sharesOfWindow(columns, t, options));
  }
}

/** False when the twin would refuse the arguments; it then says why. */
function hasShape(columns: readonly Float64Array[], { window, lag, horizon }: RollingConnectednessOptions) {
  return columns.length > 0 && [window, lag, horizon].every((value) => Number.isInteger(value) && value >= 1);
}

function complete(columns: readonly Float64Array[], { at }: CompleteRows): Float64Array {
  const n = columns.length;
  const out = new Float64Array(at.length * n);
  for (let k = 0; k < at.length; k++) for (let i = 0; i < n; i++) out[k * n + i] = columns[i]![at[k]!]!;
  return out;
}

/** The steps of `WindowMoments` over the sums of a kernel. */
function slidingSums(kernel: WindowRegression, { at, run }: CompleteRows, lag: number) {
  let [first, end, count, steps] = [0, 0, 0, REFRESH];
  const add = (k: number, sign: 1 | -1) => {
    kernel.add(k, sign);
    count += sign;
  };
  const refresh = () => {
    [count, steps] = [0, 0];
    kernel.clear(first, end);
    for (let k = first; k < end; k++) if (run[k]! >= lag && lag <= k - first) add(k, 1);
    kernel.mark();
  };
  const move = (nextFirst: number, nextEnd: number) => {
    for (let k = end; k < nextEnd; k++) if (run[k]! >= lag && lag <= k - first) add(k, 1);
    for (let k = first; k < nextFirst; k++) if (k + lag < nextEnd && run[k + lag]! >= lag) add(k + lag, -1);
    [first, end] = [nextFirst, nextEnd];
  };
  return {
    complete: () => end - first,
    /** Moves on to the rows `from…to)` of the panel; the number of regression rows in the window. */
    slide(from: number, to: number): number {
      let [nextFirst, nextEnd] = [first, end];
      while (nextFirst < at.length && at[nextFirst]! < from) nextFirst++;
      while (nextEnd < at.length && at[nextEnd]! < to) nextEnd++;
      const far = nextFirst - first + (nextEnd - end) > nextEnd - nextFirst;
      steps++;
      if (far || steps >= REFRESH) {
        [first, end] = [nextFirst, nextEnd];
        refresh();
      } else {
        move(nextFirst, nextEnd);
        if (kernel.cancelled()) refresh();
      }
      return count;
    },
  };
}
