import { formula } from '../../../formula.ts';

const POSITIONS =
  'the S&P 500, long and 7–10-year Treasuries, gold, gold miners, bitcoin, ether, yen and Swiss franc, each held long';
const MATRICES =
  'C the correlations of the 250 common sessions before the last 60 (normal), R those of the last 60 (realised), C_λ = (1 − λ) C + λ 11ᵀ half way to 1 and at 1, positive semi-definite as a mixture of two such matrices';

export const CORRELATION_STRESS_FORMULAS = [
  formula(
    'stress-mean-correlation',
    '平均相关系数',
    '平均相關係數',
    'Mean correlation of the pairs',
    `Σ_{i<j} r_ij / (n(n − 1)/2); ${MATRICES}; ${POSITIONS}`,
  ),
  formula(
    'stress-least-eigenvalue',
    '最小特征值',
    '最小特徵值',
    'Least eigenvalue',
    `the least eigenvalue of the matrix: not below 0, so that no portfolio has a negative variance; ${MATRICES}`,
  ),
  formula(
    'stress-risk-ratio',
    '风险价值倍数',
    '風險值倍數',
    'Value at risk beside normal',
    `√(Σ r_ij / Σ c_ij), all pairs and the diagonal: normal value at risk with the same volatility in each position, over that under C, at every level alike; volatilities stay as they are; ${MATRICES}`,
  ),
  formula(
    'stress-risk-with-volatility',
    '连同波动率的风险价值倍数',
    '連同波動率的風險值倍數',
    'Value at risk beside normal, volatilities too',
    '√(wᵀΣ_R w / wᵀΣ_C w), w_i = 1/σ_i of the 250 sessions before, Σ_R and Σ_C the covariances of the last 60 and of the 250 before',
  ),
  formula(
    'stress-way',
    '向1移动的程度',
    '向1移動的程度',
    'Way of the correlations to 1',
    `λ = Σ_{i<j} (r_ij − c_ij)(1 − c_ij) / Σ_{i<j} (1 − c_ij)²: the blend nearest to R; ${MATRICES}; band: percentiles of 400 draws of the stationary bootstrap of the 60 sessions, blocks of 5 on average, C held`,
    'least squares; Politis & Romano (1994), JASA 89(428) (band)',
  ),
  formula(
    'stress-way-percentile',
    '该程度的历史分位',
    '該程度的歷史百分位',
    'Rank of the way',
    'share of the λ of every fifth session before, and of the latest, at or below the latest; each from its own 60 sessions and the 250 before them',
  ),
  formula(
    'stress-day-correlation',
    '当日隐含相关系数',
    '當日隱含相關係數',
    'Correlation that the day implies',
    '((Σ z)² − Σ z²) / ((n − 1) Σ z²), z the returns of the session over their trailing robust scales: 1 when all moved by the same z, −1/(n − 1) when they cancelled',
  ),
  formula(
    'stress-day-way',
    '当日向1的程度',
    '當日向1的程度',
    'Way of the day to 1',
    '(d − c̄) / (1 − c̄), d the correlation that the day implies, c̄ the mean of the pairs of C',
  ),
  formula(
    'stress-day-percentile',
    '当日的历史分位',
    '當日的歷史百分位',
    'Rank of the day',
    'share of all measured sessions so far on which the correlation implied was at or below that of the latest',
  ),
];
