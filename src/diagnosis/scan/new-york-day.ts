import { calendar } from '../../data/calendar.ts';
import type { Figure, FigureMaker } from '../../data/figure.ts';
import type { Series } from '../../data/observation.ts';
import { formatInstant, type Instant } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { countAtMost } from '../../math/sorted.ts';
import { latestSession } from '../sessions.ts';

const MS_PER_MINUTE = 60_000;

/** The bar that stands for a New York close may end at most this long before it. */
const LONGEST_GAP = 4 * 60 * MS_PER_MINUTE;

/** Bar series tried in turn: the finer one first. */
const BARS = ['1h', '4h'] as const;

/** Ids of the bar series from which crypto days can be cut at the New York close. */
export function barsOf(id: string): readonly string[] {
  return BARS.map((size) => `${id}-${size}`);
}

/**
 * Return of a coin between the last two New York closes known by the instant: P(C_t) / P(C_0) − 1, P the close of the last bar that
 * ended at or before a New York close. Bars ending up to four hours earlier are a proxy, flagged, with the gap said.
 * Undefined when the view has no bar series of the coin.
 */
export function newYorkDay(
  view: View,
  figure: FigureMaker,
  id: string,
  bars: ReadonlyMap<string, Series>,
): Figure | undefined {
  const offered = barsOf(id).filter((bar) => (bars.get(bar)?.times.length ?? 0) > 0);
  if (offered.length === 0) return undefined;
  const newYork = calendar('new-york');
  const session = latestSession('new-york', view.instant);
  const [from, to] = [newYork.closeOf(newYork.offset(session, -1)), newYork.closeOf(session)];
  const cuts = offered.map((bar) => cut(bar, bars.get(bar) as Series, from, to));
  const best = cuts.reduce((a, b) => (b.gap < a.gap ? b : a));
  const known = best.gap <= LONGEST_GAP;
  return figure({
    path: `${id}.new-york-day`,
    value: known ? best.change : Number.NaN,
    unit: 'fraction',
    of: {
      formula: 'new-york-day',
      series: [best.bar],
      params: {
        C_0: formatInstant(from),
        C_t: formatInstant(to),
        ...(known ? { gapMinutes: best.gap / MS_PER_MINUTE } : {}),
      },
    },
    flags: known && best.gap > 0 ? ['proxy'] : [],
    why: known
      ? 'the two bars come from different sources'
      : 'no bar ends within four hours before both New York closes',
  });
}

interface Cut {
  readonly bar: string;
  readonly change: number;
  /** Longer of the two gaps between a New York close and the bar before it. */
  readonly gap: number;
}

function cut(bar: string, series: Series, from: Instant, to: Instant): Cut {
  const [a, b] = [rowAt(series.times, from), rowAt(series.times, to)];
  if (a < 0 || b < 0) return { bar, change: Number.NaN, gap: Number.POSITIVE_INFINITY };
  const gap = Math.max(from - series.times[a]!, to - series.times[b]!);
  const whole = series.source[a] === series.source[b];
  return { bar, change: whole ? series.values[b]! / series.values[a]! - 1 : Number.NaN, gap };
}

/** Last row at or before the instant; −1 when there is none. */
function rowAt(times: Float64Array, instant: Instant): number {
  return countAtMost(times, instant) - 1;
}
