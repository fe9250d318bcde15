import { MS_PER_DAY } from '../../src/data/time.ts';
import type { View } from '../../src/data/view.ts';
import { type History, readHistories } from '../../src/diagnosis/history.ts';
import { countAtMost } from '../../src/math/sorted.ts';
import { EPISODE_COINS, EPISODE_MINUTES, EPISODE_START } from '../../src/simulation/calibration/episode.ts';
import { LEVEL_MINUTES } from '../../src/simulation/calibration/episode-watch.ts';

const MINUTE = 60_000;
const DEPTH_TABLE = 'btcusdt_binance_bookdepth_20251010';
/** Bids within five percent of the mid. */
const DEPTH_PERCENT = -0.05;
/** The feed repeats one value from 21:25 on. */
const DEPTH_UNTIL = EPISODE_START + 35 * MINUTE;

/** What was seen of the episode, in the order of EPISODE_SUMMARIES. @throws Error naming the series that is not in the store. */
export async function observedEpisode(view: View): Promise<Float64Array> {
  const coins = EPISODE_COINS.slice(1);
  const histories = await readHistories(view, ['btc-mark-5m', ...coins.flatMap((id) => [id, `${id}-1m`])]);
  const of = (id: string) => {
    const found = histories.get(id);
    if (!found) throw new Error(`not in the store: ${id}`);
    return found;
  };
  const mark = of('btc-mark-5m');
  const base = valueAt(mark, EPISODE_START);
  const low = lowest(mark);
  return Float64Array.of(
    Math.log(low.value / base),
    // The low came within the bar: its middle.
    (low.time - EPISODE_START) / MINUTE - 2.5,
    ...LEVEL_MINUTES.map((minute) => Math.log(valueAt(mark, EPISODE_START + minute * MINUTE) / base)),
    ...coins.map((id) => coinLow(of(`${id}-1m`), of(id))),
    Math.log(await depthRatio(view)),
    0,
    0,
  );
}

/** Venues differ: the middle, in logs, of a small venue by minutes and of the day's low at the largest. */
function coinLow(minutes: History, daily: History): number {
  const base = valueAt(minutes, EPISODE_START);
  const day = daily.low?.[countAtMost(daily.times, EPISODE_START + MS_PER_DAY) - 1] ?? Number.NaN;
  const small = Math.log(lowest(minutes).value / base);
  return Number.isNaN(day) ? small : (small + Math.log(day / base)) / 2;
}

function lowest({ times, values, low }: History): { time: number; value: number } {
  let found = { time: Number.NaN, value: Number.POSITIVE_INFINITY };
  for (const [row, time] of times.entries()) {
    if (time <= EPISODE_START || time > EPISODE_START + EPISODE_MINUTES * MINUTE) continue;
    const value = Math.min(low?.[row] || values[row]!, values[row]!);
    if (value < found.value) found = { time, value };
  }
  return found;
}

function valueAt({ times, values }: History, time: number): number {
  return values[countAtMost(times, time) - 1]!;
}

/** Least five-minute mean of the bids within five percent of the mid over their mean in the twenty minutes before. */
async function depthRatio(view: View): Promise<number> {
  const rows = (await view.table(DEPTH_TABLE)).flatMap(({ time, cells }) =>
    cells.percent === DEPTH_PERCENT && typeof cells.notional_usdt === 'number'
      ? [{ time, usd: cells.notional_usdt }]
      : [],
  );
  const mean = (from: number, to: number) => {
    const inside = rows.filter(({ time }) => time > from && time <= to);
    return inside.reduce((sum, { usd }) => sum + usd, 0) / inside.length;
  };
  let least = Number.POSITIVE_INFINITY;
  for (let to = EPISODE_START + 5 * MINUTE; to <= DEPTH_UNTIL; to += MINUTE / 2) {
    const value = mean(to - 5 * MINUTE, to);
    if (value < least) least = value;
  }
  return least / mean(EPISODE_START - 20 * MINUTE, EPISODE_START);
}
