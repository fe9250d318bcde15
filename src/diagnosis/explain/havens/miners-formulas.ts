import { formula } from '../../formula.ts';

export const MINERS_FORMULAS = [
  formula(
    'miners-share',
    '金矿股的方差占比',
    '金礦股的變異數占比',
    'Share of the miners’ variance',
    'φ_j, the mean over both orders of what the returns of GLD, or of SPY, add to R² in a regression of GDX’s returns on both over 120 sessions; own = 1 − R², so that the three sum to 1',
    'Grömping (2007), The American Statistician 61(2), eq. 6; Lindeman, Merenda & Gold (1980)',
  ),
  formula(
    'miners-beta',
    '金矿股的两因子贝塔',
    '金礦股的兩因子貝塔',
    'Two-factor beta of the miners',
    'b_1 (GLD) or b_2 (SPY) in r_GDX = a + b_1 r_GLD + b_2 r_SPY + e over 120 sessions; band by Newey–West with 4 lags',
    'Newey & West (1987), Econometrica 55',
  ),
  formula('miners-ratio', 'GDX与GLD之比', 'GDX與GLD之比', 'GDX over GLD', 'P_GDX / P_GLD'),
  formula(
    'miners-ratio-z',
    'GDX与GLD之比的z值',
    'GDX與GLD之比的z值',
    'z of GDX over GLD',
    '(q_t − mean q) / sd q over the last 250 sessions, q = P_GDX / P_GLD',
  ),
  formula(
    'miners-from-high',
    '距250日最高收盘',
    '距250日最高收盤',
    'From the highest close of 250 sessions',
    'P_t / max P − 1',
  ),
  formula(
    'miners-margin',
    '金矿利润率',
    '金礦利潤率',
    'Margin of the miners',
    '(P − C) / P; P the front future of gold, C the industry’s all-in sustaining cost',
  ),
  formula(
    'miners-elasticity',
    '金矿股对金价的弹性',
    '金礦股對金價的彈性',
    'Elasticity of the shares to gold',
    'P / (P − C) · (1 + D/E): per cent of the shares’ value for one per cent of gold when cost and debt stand still and value follows the margin; D/E net debt over market value of equity',
    'operating and financial leverage; Tufano (1998), The determinants of stock price exposure: financial engineering and the gold mining industry, J. Finance 53(3)',
  ),
  formula(
    'miners-break-even',
    '保本金价',
    '保本金價',
    'Break-even price of gold',
    'C, the all-in sustaining cost of an ounce',
  ),
];
