import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

export const GROWTH_FEAR_FORMULAS: readonly Formula[] = [
  formula(
    'growth-move',
    '收益率与股票的变动',
    '殖利率與股票的變動',
    'Change of the yield, of equities',
    'x_t − x_{t−w} of the 2-year yield, P_t / P_{t−w} − 1 of the S&P 500; of one session for the day. Where the 2-year yield of the last session is not published, the 5-year yield of the market stands in, as a proxy',
  ),
  formula(
    'growth-share',
    '各象限交易日的比例',
    '各象限交易日的比例',
    'Share of sessions in a quadrant',
    'share of the last 20 sessions with both changes; growth: equities fell and the yield fell; policy: equities fell and the yield did not, liquidity where TLT and gold fell too by 0.5 σ each; easing: equities did not fall and the yield fell; relief: neither fell',
    'after Cieslak & Pang (2021), Common shocks in stocks and bonds, Journal of Financial Economics 142(2): signs of stocks and yields',
  ),
  formula(
    'growth-base',
    '各象限的历史比例',
    '各象限的歷史比例',
    'Base rate of a quadrant',
    'share of all sessions with both changes since 2004 and before the last 20',
  ),
  formula(
    'growth-rank',
    '增长忧虑日数的分位',
    '成長憂慮日數的分位',
    'How often there were as many growth sessions',
    'share of past stretches of 20 sessions, end to end and before this one, with at least as many growth sessions',
  ),
  formula(
    'growth-after',
    '之后20日标普500下跌的比例',
    '之後20日標普500下跌的比例',
    'How often equities fell after',
    'share of the stretches with at least as many growth sessions after which the S&P 500 fell over the next 20 sessions; band: 95 %, Wilson; base: of all stretches. An association',
    'Wilson (1927), JASA 22(158)',
  ),
];
