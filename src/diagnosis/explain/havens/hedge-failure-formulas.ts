import { formula } from '../../formula.ts';

const BETS = 'Meucci (2009), Managing diversification, Risk 22(5)';

export const HEDGE_FAILURE_FORMULAS = [
  formula(
    'hedge-session-return',
    '当日回报',
    '當日報酬',
    'Return in the session',
    'P_t / P_{t−1} − 1 between the last two New York sessions, without distributions',
  ),
  formula(
    'hedge-correlation',
    '股票与对冲的相关系数',
    '股票與對沖的相關係數',
    'Correlation of hedge and equities',
    'Pearson’s r of the two returns over the last 250 common sessions; band by Fisher’s z',
  ),
  formula(
    'hedge-stress-correlation',
    '压力日的相关系数',
    '壓力日的相關係數',
    'Correlation in the worst tenth of days',
    'Pearson’s r over the sessions of the year on which equities lie below their 10 % quantile; picking days by one of the two lowers it by itself',
  ),
  formula(
    'hedge-ratio',
    '最小方差对冲比率',
    '最小變異數對沖比率',
    'Hedge ratio of least variance',
    'k = max(0, −Cov(r, h) / Var(h)) over the 250 common sessions before the last 250; r equities, h the hedge',
    'Ederington (1979), The hedging performance of the new futures markets, J. Finance 34(1), eq. 5',
  ),
  formula(
    'hedge-effectiveness',
    '对冲有效性',
    '對沖有效性',
    'Hedge effectiveness',
    '1 − Var(r + k h) / Var(r) over the last 250 common sessions, k known before them; 1 a perfect hedge, 0 none, below 0 it added risk',
    'Ederington (1979), J. Finance 34(1), eq. 8, out of sample',
  ),
  formula(
    'hedge-coexceedances',
    '同时大跌日数',
    '同時大跌日數',
    'Days on which both fell hard',
    'sessions of the last 250 on which equities and hedge both lie below their own 10 % quantile; 2.5 are expected of two that are independent',
  ),
  formula(
    'hedge-covered',
    '当日弥补比例',
    '當日彌補比例',
    'Part of the loss made up in the session',
    '−h_t / r_t for a fall of equities r_t < 0, the same money in both; negative when the hedge fell too',
  ),
  formula(
    'hedge-bets',
    '有效独立押注数',
    '有效獨立押注數',
    'Effective number of bets',
    'exp(−Σ p_m ln p_m), p_m the share of principal component m in the variance of a portfolio with the same volatility in each position, over 60 sessions or the 250 before them',
    BETS,
  ),
];
