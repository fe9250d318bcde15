import type { Formula } from '../../../data/figure.ts';
import { formula } from '../../formula.ts';

const SHARES =
  'θ̃_ij the row-normalised generalised share of the 10-session forecast-error variance of return i that comes from shocks to return j, vector autoregression with one lag on 250 sessions';
const DY2012 =
  'Diebold & Yilmaz (2012), Better to give than to receive, International Journal of Forecasting 28(1), eq. ';
const DY2014 =
  'Diebold & Yilmaz (2014), On the network topology of variance decompositions, Journal of Econometrics 182(1), section 2';

export const SPILLOVER_FORMULAS: readonly Formula[] = [
  formula(
    'spillover-total',
    '总溢出',
    '總溢出',
    'Total spillover',
    `Σ_{i≠j} θ̃_ij / N; ${SHARES}`,
    `${DY2012}4`,
  ),
  formula(
    'spillover-percentile',
    '总溢出的历史分位',
    '總溢出的歷史分位',
    'Percentile of total spillover',
    'share of the windows of 250 sessions, one ending in each session so far, whose total spillover is ≤ that of the latest, which is one of them',
  ),
  formula(
    'spillover-to',
    '对外溢出',
    '對外溢出',
    'Spillover to others',
    `Σ_{i≠j} θ̃_ij; ${SHARES}`,
    `${DY2012}6`,
  ),
  formula(
    'spillover-from',
    '来自其他市场的溢入',
    '來自其他市場的溢入',
    'Spillover from others',
    `Σ_{j≠i} θ̃_ij; ${SHARES}`,
    `${DY2012}5`,
  ),
  formula(
    'spillover-net',
    '净溢出',
    '淨溢出',
    'Net spillover',
    `Σ_{k≠i} θ̃_ki − Σ_{j≠i} θ̃_ij: above 0 a net sender; ${SHARES}`,
    `${DY2012}7`,
  ),
  formula(
    'spillover-pair',
    '成对净溢出',
    '成對淨溢出',
    'Net spillover of a pair',
    `θ̃_ij − θ̃_ji, from j to i where it is above 0; ${SHARES}`,
    `${DY2012}8`,
  ),
  formula(
    'spillover-share',
    '一市场方差中来自另一市场的份额',
    '一市場變異中來自另一市場的份額',
    'Share of a market’s variance that another sends',
    `θ̃_ij of a network of four: one technology index, BTC, gold miners, gold; ${SHARES}`,
    DY2014,
  ),
  formula(
    'spillover-frequency',
    '溢出的频率分布',
    '溢出的頻率分布',
    'Spillover by frequency',
    'share of Σ_{i≠j} θ̃_ij that arises in cycles of at most 5 sessions, of 5 to 20, and of more: spectral shares of a vector autoregression with one lag on 250 sessions, 101 terms; the last by subtraction',
    'Baruník & Křehlík (2018), Measuring the frequency dynamics of financial connectedness and systemic risk, Journal of Financial Econometrics 16(2), eq. 8–17',
  ),
  formula(
    'spillover-mood',
    '情绪渠道的份额',
    '情緒管道的份額',
    'Share of the mood channel',
    '1 − T_e / T; T total spillover of the returns, T_e that of what is left of each after its least-squares regression on the same sessions’ change of VIX and return of high-yield bonds; an association in the window',
  ),
  formula(
    'spillover-channel',
    '资金与信息渠道的份额',
    '資金與資訊管道的份額',
    'Share of the funding and of the information channel',
    'would need common holders and their margin, and news by market and hour; not measured',
  ),
];
