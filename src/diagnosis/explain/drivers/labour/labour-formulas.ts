import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

export const LABOUR_FORMULAS: readonly Formula[] = [
  formula('labour-level', '公布值', '公布值', 'Announced level', 'x_t: the level as known at the instant'),
  formula(
    'labour-change',
    '公布的增减',
    '公布的增減',
    'Announced change',
    'x_t − x_{t−1}: persons added since the month before, both as known at the instant',
  ),
  formula(
    'labour-headline-change',
    '较上期',
    '較上期',
    'Against the period before',
    'announced figure less that of the period before; none when that period is missing',
  ),
  formula(
    'labour-z',
    '较上期变化的标准分',
    '較上期變化的標準分',
    'Change in σ',
    'Δ_t / √(mean of Δ² over the three years before); Δ the announced figure less that of the period before',
  ),
  formula(
    'labour-first-print',
    '首次公布值',
    '首次公布值',
    'First print',
    'the figure as it was announced first: of a change x_t − x_{t−1}, both as known at the release of x_t',
  ),
  formula(
    'labour-surprise',
    '与预期之差',
    '與預期之差',
    'Surprise',
    'first announced figure, or the one known now where that was not seen at its time, less the consensus: the latest row of the table `consensus` (date, statistic, consensus) dated before the day of the release and not before that of the one before',
  ),
  formula(
    'labour-revision',
    '修订',
    '修訂',
    'Revision',
    'level known now less the first print of the same period, where that was seen at its time',
  ),
];
