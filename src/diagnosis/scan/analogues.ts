import type { Figure, FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { quantileOfSorted } from '../../math/quantile.ts';
import type { ScanAnswer } from './answer.ts';
import { SINCE } from './basket.ts';
import { type JointState, jointState } from './joint-state.ts';
import { type Market, marketOf } from './market.ts';
import { distance, stateVectors } from './state-vector.ts';

const DAYS = 10;

/** Sessions that lie between two analogues at least: neighbours are one episode, and their aftermaths one sample. */
const APART = 5;

const FOLLOWED = ['sp500', 'btc-usd', 'gold-front'] as const;
const HORIZONS = [1, 5, 20, 60] as const;

/** Fewest days of which a median is said, and a band. */
const LEAST_FOR_MEDIAN = 3;
const LEAST_FOR_BAND = 5;

export interface Analogue {
  readonly row: number;
  readonly distance: number;
}

/**
 * The ten past sessions whose state is nearest to the latest one, and what followed them over 1, 5, 20 and 60 sessions.
 * Nothing later than the latest session is looked at: an aftermath that has not ended is missing, with the reason. The fan is the median
 * of the aftermaths with the range from their 10 % to their 90 % quantile.
 */
export async function analogues(view: View, figures: FigureMaker): Promise<ScanAnswer['analogues']> {
  const state = jointState(await marketOf(view));
  const days = nearestDays(state);
  return {
    days: days.map((day, i) => dayFigures(state, figures, day, i + 1)),
    fan: FOLLOWED.map((series) => ({
      series,
      horizons: HORIZONS.map((sessions) => ({
        sessions,
        ...fanFigure(state, figures, days, series, sessions),
      })),
    })),
    from: formatDay(state.market.dates[Math.max(state.firstScored, 0)] ?? SINCE),
  };
}

/** The nearest scored sessions before the latest, nearest first, at least five sessions apart; none when the latest has no score. */
export function nearestDays(state: JointState): Analogue[] {
  const { market, series } = state;
  if (Number.isNaN(state.score)) return [];
  const vectors = stateVectors(state);
  const candidates: Analogue[] = [];
  for (let row = market.first; row < market.last; row++) {
    const d = distance(vectors, market.last, row);
    if (!Number.isNaN(d) && !Number.isNaN(series.score[row] as number)) candidates.push({ row, distance: d });
  }
  candidates.sort((a, b) => a.distance - b.distance || a.row - b.row);
  const chosen: Analogue[] = [];
  for (const candidate of candidates) {
    if (chosen.length === DAYS) break;
    if (chosen.every(({ row }) => Math.abs(row - candidate.row) >= APART)) chosen.push(candidate);
  }
  return chosen;
}

function dayFigures(state: JointState, figures: FigureMaker, day: Analogue, place: number) {
  const { market, series, known } = state;
  const date = formatDay(market.dates[day.row] as number);
  const of = { series: known, params: { date } };
  return {
    date,
    distance: figures({
      path: `analogues.${place}.distance`,
      value: day.distance,
      unit: 'sigma',
      of: { formula: 'analogue-distance', ...of },
    }),
    score: figures({
      path: `analogues.${place}.score`,
      value: series.score[day.row] as number,
      unit: 'score',
      of: { formula: 'joint-fall-score', ...of },
    }),
    after: FOLLOWED.flatMap((id) =>
      HORIZONS.map((sessions) => ({
        series: id,
        sessions,
        change: afterFigure(market, figures, day.row, id, sessions, `analogues.${place}.${id}.${sessions}`),
      })),
    ),
  };
}

function afterFigure(
  market: Market,
  figures: FigureMaker,
  row: number,
  series: string,
  sessions: number,
  path: string,
): Figure {
  const end = market.dates[row + sessions];
  const dates = [row + sessions, row].map((at) =>
    formatDay(market.dates[Math.min(at, market.last)] as number),
  );
  return figures({
    path,
    value: changeAfter(market, series, row, sessions),
    unit: 'fraction',
    of: {
      formula: 'change-after',
      series: [series],
      params: { sessions },
      inputs: [
        { symbol: 'P_t', series, date: dates[0] as string },
        { symbol: 'P_0', series, date: dates[1] as string },
      ],
    },
    why:
      end === undefined
        ? `${sessions} sessions have not passed since`
        : 'not measured on both days from one source',
  });
}

/** P_{t+n}/P_t − 1; NaN when the end is not known, a price is missing, or the two prices come from different sources. */
function changeAfter(market: Market, id: string, row: number, sessions: number): number {
  const column = market.get(id)?.column;
  if (!column || row + sessions > market.last) return Number.NaN;
  if (column.source && column.source[row] !== column.source[row + sessions]) return Number.NaN;
  return (column.values[row + sessions] as number) / (column.values[row] as number) - 1;
}

function fanFigure(
  { market }: JointState,
  figures: FigureMaker,
  days: readonly Analogue[],
  series: string,
  sessions: number,
) {
  const changes = days
    .map(({ row }) => changeAfter(market, series, row, sessions))
    .filter((change) => !Number.isNaN(change))
    .sort((a, b) => a - b);
  const n = changes.length;
  const band = { low: quantileOfSorted(changes, 0.1), high: quantileOfSorted(changes, 0.9) };
  const median = figures({
    path: `analogues.fan.${series}.${sessions}`,
    value: n < LEAST_FOR_MEDIAN ? Number.NaN : quantileOfSorted(changes, 0.5),
    unit: 'fraction',
    of: { formula: 'analogue-fan', series: [series], params: { sessions, days: n } },
    ...(n < LEAST_FOR_BAND
      ? {}
      : { band: { ...band, level: 0.8, how: `10 % to 90 % of ${n} nearest days` } }),
    flags: ['unproven'],
    why: `only ${n} of the nearest days have a known aftermath of ${sessions} sessions`,
  });
  return { n, median };
}
