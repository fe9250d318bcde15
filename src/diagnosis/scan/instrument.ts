import type { Figure, FigureFlag, FigureMaker } from '../../data/figure.ts';
import { formatDay, formatInstant } from '../../data/time.ts';
import type { History } from '../history.ts';
import type { Standing } from '../sessions.ts';
import type { ScanInstrument } from './answer.ts';
import { indexCloseBlock } from './index-close.ts';
import {
  averageBlock,
  bearBlock,
  drawdownBlock,
  roundTripBlock,
  volatilityBlock,
  volumeBlock,
} from './level.ts';
import { levelOf, levelUnit, type Subject } from './maker.ts';
import {
  changeBlock,
  dayRecord,
  lowBlock,
  percentileBlock,
  streakBlock,
  weekRecord,
  windowZBlock,
  zBlock,
} from './move.ts';
import { volumeVerdict } from './volume-verdict.ts';

const SPARK_ROWS = 60;

export interface InstrumentOptions {
  readonly windowRows: number;
  readonly standing: Standing;
  /** Return between two New York closes, for coins that have bars. */
  readonly newYorkDay?: Figure | undefined;
}

/**
 * One row of the scan: how far the instrument moved, how rare that is, and where it stands.
 * @throws RangeError when the history is empty.
 */
export function instrumentBlock(
  history: History,
  figure: FigureMaker,
  options: InstrumentOptions,
): ScanInstrument {
  const { id, entry, dates, times, values, last } = history;
  if (last < 0) throw new RangeError(`no value of ${id} is known`);
  const flags: readonly FigureFlag[] = options.standing.state === 'stale' ? ['stale'] : [];
  const subject: Subject = { history, figure, flags };
  const low = lowBlock(subject);
  const volumeRatio = volumeBlock(subject);
  const verdict = volumeVerdict(volumeRatio, entry);
  const indexClose = indexCloseBlock(subject);
  const { newYorkDay } = options;
  return {
    id,
    title: entry.title,
    assetClass: entry.assetClass,
    ...(entry.venue !== undefined ? { venue: entry.venue } : {}),
    ...(entry.quote !== undefined ? { quote: entry.quote } : {}),
    date: formatDay(dates[last]!),
    closedAt: formatInstant(times[last]!),
    unit: levelUnit(history),
    close: levelOf(subject, 'close', { value: values[last]!, formula: 'close', closes: { P_t: last } }),
    change: changeBlock(subject, options.windowRows),
    ...(low ? { lowVsPrevious: low } : {}),
    ...(newYorkDay ? { newYorkDay } : {}),
    z: zBlock(subject),
    ...(options.windowRows > 1 ? { windowZ: windowZBlock(subject, options.windowRows) } : {}),
    percentile: percentileBlock(subject),
    drawdown: drawdownBlock(subject),
    averages: averageBlock(subject),
    bearSince: bearBlock(history),
    volatility: volatilityBlock(subject),
    ...(volumeRatio ? { volumeRatio } : {}),
    ...(verdict ? { volumeVerdict: verdict } : {}),
    ...(indexClose ? { indexClose } : {}),
    streak: streakBlock(subject),
    record: dayRecord(subject),
    weekRecord: weekRecord(subject),
    roundTrip: roundTripBlock(history),
    spark: sparkOf(values),
  };
}

/** The last 60 closes as fractions of the first of them; null where that is not positive. */
function sparkOf(values: Float64Array): (number | null)[] {
  const shown = values.subarray(Math.max(0, values.length - SPARK_ROWS));
  return Array.from(shown, (value) => (shown[0]! > 0 ? value / shown[0]! : null));
}
