import type { Figure, FigureMaker } from '../../data/figure.ts';
import { standardDeviation } from '../../math/moments.ts';
import type { History } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { figureOf, type Subject } from './maker.ts';

/** A low is a fall worth judging when it stood this many standard deviations under the close before. */
const CLEAR = 1;
const DEVIATION_ROWS = 252;

/**
 * How much of a fall within the session was taken back: by the close of the same session (the latest), and by the next close (of the fall
 * of the session before, so that both are known). (P − L) / (P_0 − L): 0 closed at the low, 1 back at the close before, above 1 beyond it.
 * Only instruments whose low stood at least one standard deviation under the close before on either session.
 */
export function snapBack(histories: Iterable<History>, figure: FigureMaker): ScanAnswer['snapBack'] {
  const found: ScanAnswer['snapBack'] = [];
  for (const history of histories) {
    const { last, entry } = history;
    if (!history.low || entry.transform !== 'price' || entry.assetClass === 'volatility' || last < 2)
      continue;
    if (!fellClearly(history, last) && !fellClearly(history, last - 1)) continue;
    const subject: Subject = { history, figure, flags: [] };
    found.push({
      series: history.id,
      sameDay: share(subject, 'same-day', last, last),
      nextDay: share(subject, 'next-day', last - 1, last),
    });
  }
  return found;
}

function fellClearly({ low, values, changes }: History, row: number): boolean {
  const start = Math.max(1, row - DEVIATION_ROWS);
  const sigma = standardDeviation(changes.subarray(start, row).filter((change) => !Number.isNaN(change)));
  return low![row]! / values[row - 1]! - 1 <= -CLEAR * sigma;
}

function share(subject: Subject, name: 'same-day' | 'next-day', fell: number, judged: number): Figure {
  const { history } = subject;
  const clear = fellClearly(history, fell);
  const [before, low] = [history.values[fell - 1]!, history.low![fell]!];
  return figureOf(subject, `snap-back.${name}`, {
    value: clear ? (history.values[judged]! - low) / (before - low) : Number.NaN,
    unit: 'fraction',
    formula: `snap-back-${name}`,
    closes: { P_0: fell - 1, P_t: judged },
    bars: { L: ['low', fell] },
    why: 'the low was less than one standard deviation under the close before',
  });
}
