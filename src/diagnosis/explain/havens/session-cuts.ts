import { calendar } from '../../../data/calendar.ts';
import type { Series } from '../../../data/observation.ts';
import { countAtMost } from '../../../math/sorted.ts';

/** The bar that stands for a New York close may end at most this long before it. */
const LONGEST_GAP = 4 * 3_600_000;

/**
 * Return of a coin from one New York close to the next: P(C_t) / P(C_{t−1}) − 1, P the close of the last bar that ended at or before the
 * close C, not more than four hours before. The first of the `bars` that has both wins. `dates` New York sessions, ascending.
 * NaN where none of the bars has both closes.
 */
export function cutAtSessions(
  dates: Int32Array,
  bars: readonly string[],
  series: ReadonlyMap<string, Series>,
): Float64Array {
  const out = new Float64Array(dates.length).fill(Number.NaN);
  for (const id of bars.toReversed()) {
    const one = series.get(id);
    if (one && one.times.length > 0) writeCuts(dates, one, out);
  }
  return out;
}

function writeCuts(dates: Int32Array, { times, values, source }: Series, out: Float64Array): void {
  const { closeOf } = calendar('new-york');
  const first = times[0]!;
  let before = -1;
  for (let t = 0; t < dates.length; t++) {
    const close = closeOf(dates[t]!);
    if (close < first) continue;
    const found = countAtMost(times, close) - 1;
    const row = found >= 0 && close - times[found]! <= LONGEST_GAP ? found : -1;
    if (row >= 0 && before >= 0 && source[row] === source[before])
      out[t] = values[row]! / values[before]! - 1;
    before = row;
  }
}
