import { formula } from '../../formula.ts';

const KALMAN =
  'Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, § 3.2 and 7.4';
const MODEL =
  'r_t = a_t + Σ b_{k,t} x_{k,t} + e_t, random walks a and b, rows divided by the trailing robust scale of bitcoin, Var Δb_k = q R / Var x_k with q by maximum likelihood; x the Nasdaq-100, gold and the dollar index, New York closes, the last 2,520 common sessions';

export const IDENTITY_FORMULAS = [
  formula(
    'identity-beta',
    '比特币的时变贝塔',
    '比特幣的時變貝塔',
    'Time-varying beta of bitcoin',
    `b_{k,t} in ${MODEL}; filtered, rows up to t`,
    KALMAN,
  ),
  formula(
    'identity-share',
    '方差占比',
    '變異數占比',
    'Share of variance',
    `b_k (S b)_k / (bᵀ S b + v) for technology, gold and dollar, the rest its own, so that they sum to 1; ${MODEL}; S and v the moving second moments (weight 0.98 a session) of x and of the one-step errors; below 0: it offset the others`,
    `Euler’s allocation of variance; ${KALMAN}`,
  ),
  formula(
    'identity-change',
    '对科技股贝塔的变点',
    '對科技股貝塔的變點',
    'Beta to technology before and after its last break',
    'Σ m r / s² / Σ m² / s² over the segment; segments of at least 60 sessions that minimise Σ (r − b m)²/s² with b free in each, their number by LWZ; m the Nasdaq-100, s the trailing robust scale',
    'Bai & Perron (2003), J. Applied Econometrics 18, section 3; Liu, Wu & Zidek (1997), Statistica Sinica 7',
  ),
  formula(
    'identity-r-squared',
    '全球风险因子的R²',
    '全球風險因子的R²',
    'R² on the global risk factor',
    'squared correlation of bitcoin with the first principal component of the standardised returns of the S&P 500, Nasdaq-100, Russell 2000, EEM, EFA, HYG and copper over 120 sessions; band of the latest: percentiles of 200 draws of the stationary bootstrap of the sessions, blocks of 5 on average; of the path: Fisher’s z of its root',
  ),
  formula(
    'identity-r-squared-percentile',
    'R²的历史分位',
    'R²的歷史分位',
    'Rank of the R²',
    'share of the R² of every fifth session before, and of the latest, at or below the latest',
  ),
  formula(
    'identity-r-squared-mean',
    'R²的平均',
    'R²的平均',
    'Mean R² before and since the spot funds',
    'mean of the R² of every fifth session: windows that end before 2024-01-11, the first session of the US spot funds, or that begin on or after it; stands for the share of institutional holding',
  ),
];
