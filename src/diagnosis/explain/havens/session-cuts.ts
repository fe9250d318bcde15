import { calendar } from '../../../data/calendar.ts';
import type { Series } from '../../../data/observation.ts';
import { countAtMost } from '../../../math/sorted.ts';

/** The bar that stands for a New York close may end at most this long before it. */
const LONGEST_GAP = 4 * 3_600_000;

/**
 * Return of a coin from one New York close to the next: P(C_t) / P(C_{t−1}) − 1, P the close of the last bar that ended at or before the
 * close C, not more than four hours before. The first of the `bars` that has both wins; where none has, the row of `otherwise` stands.
 * `dates` New York sessions, ascending; `otherwise` one value a session. NaN where nothing stands.
 */
export function cutAtSessions(
  dates: Int32Array,
  bars: readonly string[],
  series: ReadonlyMap<string, Series>,
  otherwise: Float64Array,
): Float64Array {
  const out = otherwise.slice();
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
