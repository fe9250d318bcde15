import type { FigureMaker } from '../../data/figure.ts';
import { formatDay } from '../../data/time.ts';
import type { View } from '../../data/view.ts';
import { empiricalCdf } from '../../math/rank.ts';
import type { History } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { changeFigure, figureOf, levelOf, type Subject, windowOf } from './maker.ts';
import { findRecord } from './record.ts';

const VIX = 'vix';
const THREE_MONTHS = 'vix3m';

/** Series the card is made of. */
export const VIX_SERIES = [VIX, THREE_MONTHS] as const;

/** Ratios without which a rank says nothing. */
const RANKED = 252;

/** S1.30: level, change and rank of the VIX, since when it was not higher, and whether its term structure is inverted. */
export function vixCard(
  view: View,
  histories: ReadonlyMap<string, History>,
  figure: FigureMaker,
): ScanAnswer['vix'] {
  const history = view.entry(VIX) ? histories.get(VIX) : undefined;
  if (!history || history.last < 1) return null;
  const { values, dates, last } = history;
  const subject: Subject = { history, figure, flags: [] };
  const record = findRecord(values, dates, last, 'rise')!;
  const whole = windowOf(history, 0, last);
  const closes = { P_0: last - 1, P_t: last };
  return {
    date: formatDay(dates[last]!),
    level: levelOf(subject, 'card.level', { value: values[last]!, formula: 'close', closes: { P_t: last } }),
    points: levelOf(subject, 'card.points', {
      value: values[last]! - values[last - 1]!,
      formula: 'change-difference',
      closes,
    }),
    change: changeFigure(subject, 'card.change', last - 1, last, 'the history begins later'),
    percentile: figureOf(subject, 'card.percentile', {
      value: empiricalCdf(values, values[last]!),
      unit: 'fraction',
      formula: 'level-percentile',
      closes: { P_t: last },
      window: whole,
    }),
    highestSince: record.since === null ? null : formatDay(record.since),
    from: formatDay(record.from),
    ...termStructure(subject, histories.get(THREE_MONTHS)),
  };
}

function termStructure(subject: Subject, far: History | undefined) {
  const { history } = subject;
  const { dates, last } = history;
  const path = far ? ratios(history, far) : new Float64Array(last + 1).fill(Number.NaN);
  const now = path[last]!;
  const known = path.filter((ratio) => !Number.isNaN(ratio));
  const day = formatDay(dates[last]!);
  const inputs = [VIX, THREE_MONTHS].map((series, k) => ({ symbol: k === 0 ? 'V' : 'W', series, date: day }));
  const draft = (name: string, value: number, formula: string, unit: 'ratio' | 'fraction', why: string) =>
    subject.figure({
      path: `${VIX}.card.${name}`,
      value,
      unit,
      of: { formula, series: [...VIX_SERIES], ...(Number.isNaN(now) ? {} : { inputs }) },
      why,
    });
  return {
    ratio: draft('ratio', now, 'vix-ratio', 'ratio', `VIX3M is not measured on ${day}`),
    ratioPercentile: draft(
      'ratio-percentile',
      known.length >= RANKED ? empiricalCdf(path, now) : Number.NaN,
      'vix-ratio-percentile',
      'fraction',
      `fewer than ${RANKED} common sessions`,
    ),
    termStructure: Number.isNaN(now)
      ? ('not-measured' as const)
      : now > 1
        ? ('inverted' as const)
        : ('normal' as const),
    invertedSince: now > 1 ? formatDay(dates[firstOfRun(path, last)]!) : null,
  };
}

/** VIX over VIX3M on the sessions of the VIX; NaN where the other has no value on that date. */
function ratios(near: History, far: History): Float64Array {
  let at = 0;
  return near.values.map((value, row) => {
    while (at <= far.last && far.dates[at]! < near.dates[row]!) at++;
    return at <= far.last && far.dates[at] === near.dates[row] && far.values[at]! > 0
      ? value / far.values[at]!
      : Number.NaN;
  });
}

/** First row of the run of ratios above 1 that ends in `last`; sessions without a ratio do not end it. */
function firstOfRun(path: Float64Array, last: number): number {
  let first = last;
  for (let row = last; row >= 0 && !(path[row]! <= 1); row--) if (path[row]! > 1) first = row;
  return first;
}
