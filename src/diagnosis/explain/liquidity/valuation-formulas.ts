import { formula } from '../../formula.ts';

const NEWEY_WEST = 'Newey & West (1987), Econometrica 55, 703–708, eq. 5';

/** Formulas of `liquidity-valuation`. */
export const VALUATION_FORMULAS = [
  formula(
    'valuation-slope',
    '估值对流动性与实际利率的斜率',
    '估值對流動性與實質利率的斜率',
    'Slope on liquidity and the real yield',
    'b, c in Δ_13 ln P_t = a + b Δ_13 ln N_t + c Δ_13 R_t + u on Wednesdays; P the Nasdaq-100 or its price over expected earnings, N net liquidity, R the 10-year real yield (per 1, that is 10,000 basis points); Newey–West errors with 13 lags, band 95 % by Student t with T/13 degrees of freedom; changes, because levels that wander agree by chance; an association',
    NEWEY_WEST,
  ),
  formula(
    'valuation-r-squared',
    '拟合优度',
    '配適度',
    'R² of the regression',
    '1 − Σ u² / Σ (y − ȳ)², y = Δ_13 ln P',
  ),
  formula(
    'valuation-actual',
    '实际十三周变动',
    '實際十三週變動',
    'Actual change over 13 weeks',
    'Δ_13 ln P of the last Wednesday',
  ),
  formula(
    'valuation-fitted',
    '拟合的十三周变动',
    '配適的十三週變動',
    'Fitted change over 13 weeks',
    'a + b Δ_13 ln N + c Δ_13 R of the last Wednesday; band: 10 % and 90 % quantile of the residuals of all weeks around it',
  ),
  formula(
    'valuation-residual',
    '未解释的部分',
    '未解釋的部分',
    'What is left',
    'Δ_13 ln P less the fitted change',
  ),
  formula(
    'valuation-m2-elasticity',
    '比特币对M2的弹性',
    '比特幣對M2的彈性',
    'Elasticity of Bitcoin to M2',
    'b in ln P_m = a + b ln M_m + e_m by least squares; P last close of month m, M M2 of that month, seasonally adjusted; a line through two rising levels, which a pair of random walks shows as well',
  ),
  formula(
    'valuation-m2-fair',
    '比特币的M2拟合价',
    '比特幣的M2配適價',
    'Price of Bitcoin on the M2 line',
    'exp(a + b ln M_m) of the last month with M2; band: 10 % and 90 % quantile of e_m; no fair value unless the two are cointegrated',
  ),
  formula(
    'valuation-m2-deviation',
    '与M2拟合价的偏离',
    '與M2配適價的偏離',
    'Distance from the M2 line',
    'P_m / exp(a + b ln M_m) − 1',
  ),
  formula(
    'valuation-m2-cointegration',
    '比特币与M2的协整p值',
    '比特幣與M2的共整合p值',
    'p of no cointegration with M2',
    'Engle–Granger test of ln P_m and ln M_m with constant, lags by AIC; Φ(Σ c_i τ^i)',
    'Engle & Granger (1987), Econometrica 55(2); MacKinnon (1994), J. Business & Economic Statistics 12(2)',
  ),
  formula(
    'valuation-m2-growth',
    '比特币相对M2的增速',
    '比特幣相對M2的增速',
    'Growth of Bitcoin over M2',
    '12 · mean of Δ ln (P_m / M_m) between two breaks; breaks in the mean by Bai and Perron, segments of at least 15 % of the months, their number by BIC',
    'Bai & Perron (2003), J. Applied Econometrics 18, section 3',
  ),
  formula(
    'valuation-mortgage-spread',
    '房贷利差',
    '房貸利差',
    'Mortgage spread',
    'M_t − Y_t; M 30-year mortgage rate (Freddie Mac, Thursday t), Y 10-year Treasury yield of that day or the last before it',
  ),
  formula(
    'valuation-velocity',
    'M2流通速度',
    'M2流通速度',
    'Velocity of M2',
    'nominal GDP / M2 of the quarter',
  ),
  formula(
    'valuation-velocity-change',
    'M2流通速度年变化',
    'M2流通速度年變化',
    'Change of the velocity over a year',
    'V_q / V_{q−4} − 1',
  ),
];
