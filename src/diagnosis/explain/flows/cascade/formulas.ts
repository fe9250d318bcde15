import { formula } from '../../../formula.ts';

export const CASCADE_FORMULAS = [
  formula(
    'branching-ratio',
    '自激分枝比',
    '自激分枝比',
    'Branching ratio of large falls',
    'n = α/β of λ(t) = μ + Σ_{t_i < t} α e^(−β (t − t_i)), by maximum likelihood on the hours whose return is at or below the threshold (params.threshold), last 90 days or the 90 before; band: n ± 1.96 errors from the observed information; below 1 falls die out, from 1 on they feed themselves; volatility that clusters for any other reason counts in it',
    'Ozaki (1979), Annals of the Institute of Statistical Mathematics 31(1), eq. 6; Filimonov & Sornette (2012), Physical Review E 85 (reading of n)',
  ),
  formula(
    'fall-threshold',
    '大跌的门槛',
    '大跌的門檻',
    'Threshold of a large fall',
    'type 7 quantile at 0.05 of the hourly log returns of the 365 days up to the instant',
  ),
  formula(
    'fall-memory',
    '大跌的余波',
    '大跌的餘波',
    'Memory of a large fall',
    'ln 2/β: time in which what a fall adds to the intensity of further falls halves',
  ),
  formula(
    'cascade-gain',
    '爆仓螺旋的增益',
    '強平螺旋的增益',
    'Gain of the liquidation spiral',
    'g = (dL/dP) · (dP/dV): dollars liquidated for a fall of 1 times the fall that selling a dollar makes; from 1 on the spiral feeds itself; needs hourly liquidations',
  ),
  formula(
    'variance-group',
    '方差占比',
    '方差占比',
    'Share of variance of a group',
    'sum over the group of the parts of R² of the day’s log return on fund flow, change of funding, of stablecoins (balance sheets) and of the Fear & Greed index (narrative; half made of price and volatility), the last two under the day after, because they are taken at its beginning; mean over all orders, last 250 rows: association, not cause',
    'Lindeman, Merenda & Gold (1980); Grömping (2007), The American Statistician 61(2), eq. 6',
  ),
] as const;
