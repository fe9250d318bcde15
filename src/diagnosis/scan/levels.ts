import type { FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { History } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { rowsPerYear } from './change.ts';
import { type Bars, type Ladder, ladderOf, type Rung, SWING_ROWS } from './level-ladder.ts';
import { figureOf, levelOf, type Subject, windowOf } from './maker.ts';

/** Prices of which the levels are told. */
export const LADDERED = [
  'btc-usd',
  'gold-front',
  'silver-front',
  'sp500',
  'nasdaq-composite',
  'wti-front',
] as const;

/** Rows without which no average and no swing is known. */
const LEAST_ROWS = 60;

type Answer = ScanAnswer['levels'][number];

/** S1.06: round numbers, swings, averages and the peak of the year around the latest close, with breaks and tests of the present leg. */
export function levels(histories: ReadonlyMap<string, History>, figure: FigureMaker): ScanAnswer['levels'] {
  return LADDERED.flatMap((id) => {
    const history = histories.get(id);
    if (!history || history.last + 1 < LEAST_ROWS) return [];
    const ladder = ladderOf(barsOf(history), rowsPerYear(history.entry));
    return ladder ? [ladderBlock({ history, figure, flags: [] }, ladder)] : [];
  });
}

/** The close stands in for a high or a low that is missing. */
function barsOf({ values, high, low }: History): Bars {
  const or = (column: Float64Array | undefined) =>
    values.map((close, row) => {
      const value = column?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? close : value;
    });
  return { close: values, high: or(high), low: or(low) };
}

function ladderBlock(subject: Subject, ladder: Ladder): Answer {
  const { history } = subject;
  const { last, dates, values } = history;
  const names = new Map<string, number>();
  return {
    series: history.id,
    date: formatDay(dates[last]!),
    close: levelOf(subject, 'levels.close', {
      value: values[last]!,
      formula: 'close',
      closes: { P_t: last },
    }),
    legFrom: formatDay(dates[ladder.start]!),
    step: levelOf(subject, 'levels.step', {
      value: ladder.step,
      formula: 'round-step',
      closes: { P_t: last },
    }),
    rungs: ladder.rungs.map((rung) => {
      const n = (names.get(rung.kind) ?? 0) + 1;
      names.set(rung.kind, n);
      return rungBlock(subject, ladder, rung, `levels.${rung.kind}-${n}`);
    }),
  };
}

function rungBlock(subject: Subject, ladder: Ladder, rung: Rung, path: string): Answer['rungs'][number] {
  const { history } = subject;
  const { last, values, dates } = history;
  const day = (row: number) => (row < 0 ? null : formatDay(dates[row]!));
  return {
    kind: rung.kind,
    of: day(rung.row),
    price: levelOf(subject, `${path}.price`, { value: rung.price, ...originOf(history, ladder, rung) }),
    distance: figureOf(subject, `${path}.distance`, {
      value: rung.price / values[last]! - 1,
      unit: 'fraction',
      formula: 'level-distance',
      closes: { P_t: last },
      params: { K: rung.price },
    }),
    state: rung.state,
    brokenOn: day(rung.broken),
    testedOn: day(rung.tested),
    lastBelow: day(rung.lastBelow),
  };
}

function originOf(history: History, { step }: Ladder, { kind, row }: Rung) {
  const { last } = history;
  if (kind === 'round') return { formula: 'round-level', params: { step }, closes: { P_t: last } };
  if (kind === 'average-50' || kind === 'average-200') {
    const window = kind === 'average-50' ? 50 : 200;
    return {
      formula: 'moving-average',
      params: { window },
      window: windowOf(history, last - window + 1, last),
    };
  }
  const year = rowsPerYear(history.entry);
  const lastYear = {
    params: { window: year },
    window: windowOf(history, Math.max(0, last - year + 1), last),
  };
  if (kind === 'peak-close') return { formula: 'leg-peak-close', closes: { P_peak: row }, ...lastYear };
  if (kind === 'peak-high')
    return { formula: 'leg-peak-high', ...barInput(history, 'high', row), ...lastYear };
  const field = kind === 'swing-low' ? 'low' : 'high';
  return { formula: kind, params: { span: SWING_ROWS }, ...barInput(history, field, row) };
}

/** The bar column a level was read from, or the close where that row has none. */
function barInput(history: History, field: 'high' | 'low', row: number) {
  const symbol = field === 'high' ? 'H' : 'L';
  return Number.isNaN(history[field]?.[row] ?? Number.NaN)
    ? { closes: { [symbol]: row } }
    : { bars: { [symbol]: [field, row] as const } };
}
