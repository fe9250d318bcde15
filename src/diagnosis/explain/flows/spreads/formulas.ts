import { formula } from '../../../formula.ts';

export const SPREAD_FORMULAS = [
  formula(
    'venue-spread',
    '跨交易所价差',
    '跨交易所價差',
    'Spread between venues',
    'median of s_t = ln(a_t/b_t) over the closes of the last 30 days that both venues have; the Coinbase one is a/b − 1 as the premium series gives it',
  ),
  formula(
    'venue-spread-95',
    '价差的95%分位',
    '價差的95%分位',
    '95th percentile of the size of the spread',
    'type 7 quantile of |s_t| at 0.95, last 30 days',
  ),
  formula(
    'venue-spread-max',
    '最大价差',
    '最大價差',
    'Largest spread',
    's_t with the largest |s_t| of the last 30 days (params.at)',
  ),
  formula(
    'venue-spread-half-life',
    '价差的半衰期',
    '價差的半衰期',
    'Half-life of the spread',
    'ln ½/ln φ bars; φ the slope of s_t on s_{t−1} with a constant over neighbouring bars; band at the ends of φ (Newey–West)',
    'Newey & West (1987), Econometrica 55, eq. 5',
  ),
  formula(
    'venue-spread-beyond',
    '超过费用的占比',
    '超過費用的占比',
    'Share of closes beyond the fees',
    'share of closes with |s_t| > f; f taker fees of both sides (params.fees), without funding, transfer or the depeg of USDT',
  ),
  formula(
    'venue-spread-net',
    '扣费后的套利',
    '扣費後的套利',
    'Arbitrage net of fees',
    'mean of max(|s_t| − f, 0) over the closes of the last 30 days; f as params.fees',
  ),
  formula(
    'lead-lag',
    '领先滞后相关',
    '領先滯後相關',
    'Lead–lag correlation',
    'slope of the standardised return of the second on that of the first k bars before (k = params.lag; below 0: the second comes first), neighbouring bars only; band: Newey–West',
    'Lo & MacKinlay (1990), Review of Financial Studies 3(2) (cross-autocorrelations); Newey & West (1987)',
  ),
] as const;
