import type { Figure, FigureMaker } from '../../data/figure.ts';
import { changes } from '../../data/panel.ts';
import { type EpochDay, epochDay, formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { cissPath } from '../../measures/ciss-like.ts';
import { annualVolatility } from '../../measures/realised-volatility.ts';

/** Rows of a volatility, rows over which a loss is measured from the high, and the paper's weekly λ taken to daily rows. */
const VOLATILITY = 30;
const LOSS = 504;
const DECAY = 0.93 ** (1 / 5);
const INITIAL = 252;

/** What is measured in each segment; segments weigh the same. Prices known at their close only, so that the day itself is in it. */
const SEGMENTS = [
  { volatility: 'sp500', loss: 'sp500' },
  { volatility: 'hyg', loss: 'hyg' },
  { volatility: 'tlt' },
  { volatility: 'dollar-index' },
  { volatility: 'gold-front' },
  { volatility: 'wti-front' },
  { volatility: 'btc-usd', loss: 'btc-usd' },
] as const;

const FROM: EpochDay = epochDay(2000, 1, 1);
const LEAST = VOLATILITY + INITIAL + 1;
const FEWEST = 4;

/**
 * CISS-like composite stress on New York sessions: realised volatility of 30 sessions, and for equity, credit and crypto also the loss from
 * the highest close of two years. Not the ECB's indicator: other data, other segments, equal weights.
 */
export async function stressFigure(view: View, figure: FigureMaker, session: EpochDay): Promise<Figure> {
  const wanted = SEGMENTS.filter((segment) => view.entry(segment.volatility) !== undefined);
  const series = await view.seriesMany(wanted.map((segment) => segment.volatility));
  const kept = wanted.filter(({ volatility }) => {
    const dates = series.get(volatility)?.dates ?? new Int32Array(0);
    return dates.includes(session) && dates.length >= LEAST;
  });
  const ids = kept.map((segment) => segment.volatility);
  const panel =
    ids.length > 0 ? await view.panel({ ids, from: Math.min(FROM, session), to: session }) : undefined;
  const indicators: Float64Array[] = [];
  const segments: number[] = [];
  for (const [k, column] of (panel?.columns ?? []).entries()) {
    const add = (values: Float64Array) => segments.push(k) && indicators.push(values);
    add(annualVolatility(changes(column), VOLATILITY, 252));
    if ('loss' in kept[k]!) add(lossFromHigh(column.values));
  }
  const enough = ids.length >= FEWEST;
  const weights = ids.map(() => 1 / ids.length);
  const values = enough
    ? cissPath(indicators, { segments, weights, decay: DECAY, initial: INITIAL }).values
    : new Float64Array(0);
  return figure({
    path: 'together.ciss-like',
    value: values.at(-1) ?? Number.NaN,
    unit: 'score',
    of: {
      formula: 'ciss-like',
      series: ids,
      params: { decay: DECAY, initial: INITIAL, volatility: VOLATILITY, loss: LOSS, segments: ids.length },
    },
    ...(panel && panel.dates.length > 0
      ? { window: { from: formatDay(panel.dates[0]!), to: formatDay(session), n: panel.dates.length } }
      : {}),
    why: `fewer than ${FEWEST} segments with ${LEAST} common sessions, or the latest is not measured`,
  });
}

/** 1 − P_t / max(P over the last two years): 0 at a high. */
function lossFromHigh(values: Float64Array): Float64Array {
  return values.map((value, t) => {
    let high = value;
    for (let s = Math.max(0, t - LOSS + 1); s < t; s++) high = Math.max(high, values[s]!);
    return 1 - value / high;
  });
}
