import type { Formula } from '../../../data/figure.ts';
import { formula } from '../../formula.ts';

const MODEL =
  'b from the last 500 complete New York sessions before the window, weights halving every 126, no constant, ridge with a prior of 5 rows without association; real yield: 10-year TIPS yield, else TIP, else the market 10-year yield; dollar: dollar index; equity: S&P 500, for shares the Russell 2000; credit: high-yield spread, else HYG; volatility: ln VIX; liquidity: ln net USD liquidity, each week’s change spread evenly over its sessions; carry: USD/JPY; technology: semiconductors over the equity driver';

/** What the figures of the split of a move name. */
export const DRIVER_SPLIT_FORMULAS: readonly Formula[] = [
  formula(
    'driver-move',
    '窗口内的变动',
    '視窗內的變動',
    'Move over the window',
    'R = P_t / P_{t−w} − 1 between New York closes; a coin by the last bar that ended at most four hours before the close, else its UTC day',
  ),
  formula(
    'driver-own-move',
    '驱动因素自身的变动',
    '驅動因素自身的變動',
    'Move of a driver',
    'F_j = x_t − x_{t−w}: a return, or the change of a yield or spread; a hole at an end takes a value at most four sessions older, the weekly balance sheet at most ten',
  ),
  formula(
    'driver-contribution',
    '驱动因素的贡献',
    '驅動因素的貢獻',
    'Contribution of a driver',
    `c_j = (R / ln(1 + R)) φ_j; φ_j the Shapley value of v(S) = b_Sᵀ F_S, the log return expected from the drivers of S alone; ${MODEL}. Band: 90 %, stationary bootstrap of the sample (mean block 5, 300 draws), the ends taken at 93 % so that on simulated panels the truth lies inside in 90 %; a drift of betas is not in it (betas that walk by 1 % of their size a session lower that to 71–88 %). An association`,
    'Shapley (1953); Aas, Jullum & Løland (2021), Artificial Intelligence 298, § 3; Hoerl & Kennard (1970), eq. 2.1; Politis & Romano (1994); Cariño (1999), Journal of Performance Measurement 3(4) (factor R / ln(1 + R))',
  ),
  formula(
    'driver-share',
    '驱动因素的份额',
    '驅動因素的份額',
    'Share of a driver',
    '|c_j| / (Σ_i |c_i| + |residual|)',
  ),
  formula(
    'driver-explained',
    '驱动因素合计解释的变动',
    '驅動因素合計解釋的變動',
    'Move that the drivers explain',
    'Σ_j c_j; band as of a contribution',
  ),
  formula(
    'driver-residual',
    '未解释部分（被迫或特有）',
    '未解釋部分（被迫或特有）',
    'Unexplained part (forced or idiosyncratic)',
    'R − Σ_j c_j, by subtraction',
  ),
  formula(
    'driver-residual-score',
    '未解释部分的大小',
    '未解釋部分的大小',
    'Size of the unexplained part',
    'e / (s √w); e the part of ln(1 + R) that the betas of all drivers together leave, s the weighted standard deviation of what they leave of a session of the sample',
  ),
  formula(
    'driver-residual-rarity',
    '未解释部分的罕见程度',
    '未解釋部分的罕見程度',
    'How often as much was unexplained',
    'share of the past windows, end to end, each explained by betas from before it, with an |e / (s √w)| at least as large',
  ),
  formula(
    'driver-out-of-sample',
    '样本外解释比例',
    '樣本外解釋比例',
    'Explained out of sample',
    '1 − Σ e² / Σ m² over the past windows, end to end; m the log move of a window, e what betas from before it leave',
  ),
  formula(
    'driver-reversal',
    '未解释部分的回吐比例',
    '未解釋部分的回吐比例',
    'Share of the unexplained part given back',
    '−Σ a / Σ e over past windows with an e / (s √w) of the same sign and at least the same size, of the 20 largest of that sign when fewer were as large; a what the same betas leave of the h sessions after. Band: 90 %, stationary bootstrap of the windows in order of time (mean block 2, 300 draws)',
  ),
  formula(
    'driver-reversal-base',
    '回吐比例的基准',
    '回吐比例的基準',
    'Base rate of the share given back',
    '−Σ sign(e) a / Σ |e| over all past windows',
  ),
  formula(
    'driver-reversal-hits',
    '其后回吐的频率',
    '其後回吐的頻率',
    'How often a part was given back',
    'share of windows with e · a < 0: among those as large as this one, and among all',
  ),
];
