import type { Formula } from '../../../data/figure.ts';
import { formula } from '../../formula.ts';

const SHARES =
  'θ̃_ij the row-normalised generalised share of the 10-session forecast-error variance of return i that comes from shocks to return j, vector autoregression with one lag on 250 sessions';
const DY2012 =
  'Diebold & Yilmaz (2012), Better to give than to receive, International Journal of Forecasting 28(1), eq. ';
const DY2014 =
  'Diebold & Yilmaz (2014), On the network topology of variance decompositions, Journal of Econometrics 182(1), section 2';

const GAME =
  'Shapley value of v(S) = 1 − T_S / T; T total spillover of the returns, T_S that of what is left when the channels of S are taken out: mood and funding by least squares of each return on the factors of the same session, information by shares of one session ahead in place of ten';
const BAND =
  'Band: 90 %, normal, its error by leaving out a tenth of the sessions at a time. An association in the window';
const SHAPLEY =
  'Shapley (1953), A value for n-person games; Künsch (1989), The jackknife and the bootstrap for general stationary observations, Annals of Statistics 17(3)';

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
    `${GAME}; mood: the change of VIX and the return of high-yield bonds. ${BAND}`,
    SHAPLEY,
  ),
  formula(
    'spillover-funding',
    '资金渠道的份额',
    '資金管道的份額',
    'Share of the funding channel',
    `${GAME}; funding, a proxy for common holders and their margin, which are not in the data: the return of the dollar in yen, in which positions are funded, and the change of MOVE, on which margins of bond positions follow. ${BAND}`,
    SHAPLEY,
  ),
  formula(
    'spillover-information',
    '信息渠道的份额',
    '資訊管道的份額',
    'Share of the information channel',
    `${GAME}; information, a proxy for news by market and hour, which are not in the data: what is led by another market, the total of ten sessions ahead beyond that of one. ${BAND}`,
    SHAPLEY,
  ),
  formula(
    'spillover-rest',
    '三个渠道之外',
    '三個管道之外',
    'Beyond the three channels',
    '1 less the shares of the channels that are measured, by subtraction: what moves together within a session without any of the factors',
  ),
  formula(
    'spillover-led',
    '信息份额的机会水平',
    '資訊份額的機會水準',
    'Share of information by chance',
    'mean share of information over 19 random orders of the sessions, in which none can lead the next',
  ),
  formula(
    'spillover-led-p',
    '信息份额的 p 值',
    '資訊份額的 p 值',
    'p of the share of information',
    '(1 + n)/(1 + 19), n random orders of the sessions whose share of information is at least as large',
    'Davison & Hinkley (1997), Bootstrap Methods and their Application, eq. 4.11',
  ),
];
