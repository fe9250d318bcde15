import { formula } from '../../../formula.ts';
import { CITI } from './citi.ts';
import { LAGS } from './elasticity.ts';

const REGRESSION =
  'r_t = a + b f_t + u_t by least squares over all sessions since the first flow; r_t = P_t/P_{t−1} − 1 from one session of the funds to the next at UTC closes, f_t that session’s flow of all funds in 10⁹ dollars';

export const ELASTICITY_FORMULAS = [
  formula(
    'flow-slope',
    '每10亿美元资金流对应的回报',
    '每10億美元資金流對應的報酬',
    'Return that goes with a flow of 10⁹ dollars',
    `b of ${REGRESSION}; band b ± 1.96 s, s the Newey–West error with lag ⌊4(n/100)^(2/9)⌋`,
    'Newey & West (1987), Econometrica 55, eq. 5; Newey & West (1994), Review of Economic Studies 61(4)',
  ),
  formula(
    'flow-slope-error',
    '斜率的标准误',
    '斜率的標準誤',
    'Error of the slope',
    `Newey–West error of b in ${REGRESSION}`,
    'Newey & West (1987), Econometrica 55, eq. 5',
  ),
  formula('flow-r-squared', '解释度R²', '解釋度R²', 'R²', `1 − Σu²/Σ(r − r̄)² of ${REGRESSION}`),
  formula(
    'flow-slope-controlled',
    '固定前五个交易日后的斜率',
    '固定前五個交易日後的斜率',
    'Slope with the past held',
    `b of r_t = a + b f_t + Σ_{k=1…${LAGS}} (c_k r_{t−k} + d_k f_{t−k}) + u_t: of the part of the flow that past returns and flows do not predict; Newey–West error. No effect either: within a session each may move the other, and no instrument for the flow is known`,
    'Newey & West (1987), Econometrica 55, eq. 5',
  ),
  formula(
    'flow-correlation',
    '资金流与回报的相关系数',
    '資金流與報酬的相關係數',
    'Correlation of flow and return',
    'Pearson correlation of y_t with x_{t−k} over all sessions; return first: y flow, x return; flow first: y return, x flow',
  ),
  formula(
    'flow-precedence',
    '先后检验的p值',
    '先後檢驗的p值',
    'Precedence, p',
    `Granger’s F test that lags 1 … ${LAGS} of one series say nothing of the other beyond its own lags 1 … ${LAGS}; upper tail of F(${LAGS}, n − ${2 * LAGS + 1})`,
    'Granger (1969), Econometrica 37(3)',
  ),
  formula(
    'flow-slope-rolling',
    '滚动斜率',
    '滾動斜率',
    'Rolling slope',
    'cov(r, f)/var(f) over the last w sessions, f in 10⁹ dollars',
  ),
  formula(
    'flow-slope-citi',
    '花旗的斜率',
    '花旗的斜率',
    'Citi’s slope',
    '0.034 for 10⁹ dollars, as published; its sample and its error are not',
    CITI.source,
  ),
  formula(
    'flow-window',
    '窗口内资金流',
    '視窗內資金流',
    'Flow of the window',
    'Σ F_t over the window’s sessions',
  ),
  formula(
    'flow-window-change',
    '窗口内涨跌',
    '視窗內漲跌',
    'Change over the window',
    'P_T / P_0 − 1; P_0 the close on the session before the window',
  ),
  formula(
    'flow-implied',
    '资金流对应的变动',
    '資金流對應的變動',
    'Change that the flow goes with',
    'b Σ F_t / 10⁹; its band is that of b',
  ),
  formula('flow-rest', '其余变动', '其餘變動', 'Rest of the change', 'change − b Σ F_t / 10⁹'),
  formula(
    'flow-implied-share',
    '占实际变动之比',
    '占實際變動之比',
    'Share of the change',
    '(b Σ F_t / 10⁹) / change',
  ),
];
