import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

export const POLICY_REACTION_FORMULAS: readonly Formula[] = [
  formula(
    'reaction-move',
    '事件后的变动',
    '事件後的變動',
    'Move after the event',
    'm_h = P_{r+h−1} / P_{r−1} − 1, of a yield the difference; r the first New York session in which the market closed after the event was public, so that a close before it is no reaction. Band: m_h less the 95th and the 5th percentile of the placebos; one that holds 0 is a move as on any other day',
    'MacKinlay (1997), Event studies in economics and finance, Journal of Economic Literature 35; placebo days in place of a normal law',
  ),
  formula(
    'reaction-placebo',
    '平日有同样大变动的比例',
    '平日有同樣大變動的比例',
    'Base rate of as large a move',
    'share of placebos with |m_h| at least as large: the moves over h sessions that ended within the 1,000 sessions before r',
  ),
  formula(
    'reaction-total',
    '事件以来的变动',
    '事件以來的變動',
    'Move since the event',
    'P_t / P_{r−1} − 1, of a yield the difference; t the latest session',
  ),
  formula(
    'reaction-later',
    '反应日之后的部分',
    '反應日之後的部分',
    'Part that came later',
    'the move since the event less m_1, by subtraction',
  ),
  formula(
    'reaction-fall',
    '窗口内最大的一次下跌',
    '視窗內最大的一次下跌',
    'Largest fall in the window',
    'the lowest P_s / P_{s−1} − 1 of the last w sessions s; its lag is the number of sessions from r to s, 0 on r itself: a fall with a lag is no first reaction',
  ),
];
