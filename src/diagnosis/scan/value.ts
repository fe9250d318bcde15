import type { FigureMaker } from '../../data/figure.ts';
import { baseUnit } from '../../data/unit.ts';
import type { History } from '../history.ts';
import type { ScanAnswer } from './answer.ts';
import { figureOf, type Subject } from './maker.ts';
import { SUPPLIES, type Supply } from './supply.ts';

/** Series of which it is known how much there is. */
export const VALUED: readonly string[] = SUPPLIES.map((supply) => supply.series);

/**
 * Change of the market value, S (P_t − P_0) in US dollars, over the day and from the highest close, at today's supply S for both ends.
 * Negative: lost.
 */
export function valueLost(
  histories: ReadonlyMap<string, History>,
  figure: FigureMaker,
): ScanAnswer['valueLost'] {
  return SUPPLIES.flatMap((supply) => {
    const history = histories.get(supply.series);
    return history && history.last >= 1 ? [valueFigures(supply, { history, figure, flags: [] })] : [];
  });
}

function valueFigures(supply: Supply, subject: Subject): ScanAnswer['valueLost'][number] {
  const { history } = subject;
  const { values, last, times } = history;
  const at = times[last]!;
  const amount = supply.amount(at);
  const params = { ...supply.params(at), S: amount };
  let peak = 0;
  for (let row = 1; row <= last; row++) if (values[row]! > values[peak]!) peak = row;
  const change = (path: string, from: number) =>
    figureOf(subject, path, {
      value: amount * (values[last]! - values[from]!),
      unit: 'usd',
      formula: 'value-change',
      params,
      closes: { P_0: from, P_t: last },
      flags: supply.flags(at),
    });
  return {
    series: history.id,
    day: change('value-change.day', last - 1),
    fromPeak: change('value-change.from-peak', peak),
    supply: figureOf(subject, 'supply', {
      value: amount,
      unit: baseUnit(supply.unit),
      formula: supply.formula,
      params: supply.params(at),
      flags: supply.flags(at),
    }),
  };
}
