import type { ScanInstrument } from './answer.ts';
import { figureOf, levelOf, type Subject } from './maker.ts';

/** Share of the level by which two ways to the same number may differ: rounding of doubles only. */
const ROUNDING = 1e-12;

type IndexClose = NonNullable<ScanInstrument['indexClose']>;

/**
 * Points of an equity index, and whether points, percent, level and the range of the session tell one story; undefined for what is no
 * equity index. At a splice of sources the percent is not measured, and so is the check.
 */
export function indexCloseBlock(subject: Subject): IndexClose | undefined {
  const { history } = subject;
  const { entry, values, last } = history;
  if (entry.assetClass !== 'equity' || entry.unit !== 'index' || last < 1) return undefined;
  const [before, close] = [values[last - 1]!, values[last]!];
  const closes = { P_0: last - 1, P_t: last };
  const gap = close - before - history.changes[last]! * before;
  return {
    previous: levelOf(subject, 'index-close.previous', {
      value: before,
      formula: 'close',
      closes: { P_t: last - 1 },
    }),
    points: levelOf(subject, 'index-close.points', {
      value: close - before,
      formula: 'change-difference',
      closes,
    }),
    gap: figureOf(subject, 'index-close.gap', {
      value: gap,
      unit: 'index',
      formula: 'index-identity',
      closes,
      why: 'the two closes come from different sources',
    }),
    check: checkOf(subject, gap),
  };
}

function checkOf({ history }: Subject, gap: number): IndexClose['check'] {
  const { values, high, low, last } = history;
  if (Number.isNaN(gap)) return 'not-measured';
  const close = values[last]!;
  const outside = close > (high?.[last] ?? Number.NaN) || close < (low?.[last] ?? Number.NaN);
  return Math.abs(gap) <= ROUNDING * close && !outside ? 'consistent' : 'inconsistent';
}
