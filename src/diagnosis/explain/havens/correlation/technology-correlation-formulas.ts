import { formula } from '../../../formula.ts';

const PAIR =
  'returns of bitcoin and the Nasdaq-100 from one New York close to the next, bitcoin by the last bar that ended at most four hours before it (a Monday holds the weekend), its UTC day on sessions without bars';

export const TECHNOLOGY_CORRELATION_FORMULAS = [
  formula(
    'btc-technology-rolling',
    '滚动相关系数',
    '滾動相關係數',
    'Rolling correlation',
    `Pearson’s r over the last n = params.sessions common sessions; ${PAIR}; band: percentiles of 400 draws of the stationary bootstrap, mean block by Politis & White of the products of the deviations`,
    'Pearson (1895), Proceedings of the Royal Society 58; Politis & Romano (1994), JASA 89(428) (band)',
  ),
  formula(
    'btc-technology-ewma',
    '指数加权相关系数',
    '指數加權相關係數',
    'Exponentially weighted correlation',
    `S_xy / √(S_xx S_yy), S_t = 0.94 S_{t−1} + 0.06 x_t x_tᵀ about zero; ${PAIR}`,
    'J.P. Morgan/Reuters (1996), RiskMetrics Technical Document, 4th ed., chapter 5',
  ),
  formula(
    'btc-technology-dcc',
    'DCC相关系数',
    'DCC相關係數',
    'Dynamic conditional correlation',
    `r_xy of R_{t+1}, R = diag(Q)^−½ Q diag(Q)^−½, Q_{t+1} = (1 − a − b) Q̄ + a z_t z_tᵀ + b Q_t, z residuals of GARCH(1,1); parameters estimated once from all sessions known; ${PAIR}`,
    'Engle (2002), J. Business & Economic Statistics 20(3), eq. 20–26',
  ),
  formula(
    'btc-technology-percentile',
    '2015年以来的分位',
    '2015年以來的百分位',
    'Rank since 2015',
    'share of the sessions since 1 January 2015 on which the same correlation stood at or below the latest',
  ),
  formula(
    'btc-technology-rise',
    '相关系数的变化',
    '相關係數的變化',
    'Change of the correlation',
    `r of the last 90 common sessions − r of the 90 before; ${PAIR}; band: percentiles of the differences of 400 draws of the stationary bootstrap of each, mean block by Politis & White; it can be told from nothing when the band leaves out 0`,
    'Politis & Romano (1994), JASA 89(428)',
  ),
  formula(
    'btc-technology-adjusted',
    '剔除波动率后的相关系数',
    '剔除波動率後的相關係數',
    'Correlation at the volatility of before',
    'ρ / √(1 + δ (1 − ρ²)), ρ of the last 90 common sessions, δ the increase of the Nasdaq-100’s variance over the 90 sessions before: what ρ would be had the volatility stayed',
    'Forbes & Rigobon (2002), No contagion, only interdependence, J. Finance 57(5), eq. 11',
  ),
  formula(
    'btc-technology-regime',
    '相关状态',
    '相關狀態',
    'Correlation of a regime',
    'Pearson’s r over the segment; segments of at least 60 sessions since 2015 that minimise Σ (x_t − b y_t)² with b free in each, x and y the returns over their trailing robust scales, so that b is their correlation; their number by LWZ; all sessions known are used: the dates are estimates; band by Fisher’s z',
    'Bai & Perron (2003), J. Applied Econometrics 18, section 3; Liu, Wu & Zidek (1997), Statistica Sinica 7',
  ),
  formula(
    'btc-technology-utc',
    '按UTC日的相关系数',
    '按UTC日的相關係數',
    'Correlation by UTC days',
    'Pearson’s r over the same last 90 common sessions with bitcoin at the end of the UTC day, three to four hours after the New York close: what a table by calendar days shows',
  ),
];
