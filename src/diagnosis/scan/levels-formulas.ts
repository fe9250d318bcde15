import type { Formula } from '../../data/figure.ts';

function formula(
  id: string,
  [hans, hant, en]: readonly [string, string, string],
  text: string,
  source = 'definition',
): Formula {
  return { id, title: { 'zh-Hans': hans, 'zh-Hant': hant, en }, text, source };
}

/** Catalogue entries of the formulas behind levels, volatility against crises, breadth, index closes and the VIX. */
export const LEVELS_FORMULAS: readonly Formula[] = [
  formula(
    'round-step',
    ['整数关口间距', '整數關卡間距', 'Step between round numbers'],
    's of {1, 2, 5} × 10ⁿ with the smallest |ln(s / (0.0707 P_t))|; 0.0707 = sqrt(0.05 · 0.10)',
  ),
  formula(
    'round-level',
    ['整数关口', '整數關卡', 'Round number'],
    'whole multiple of the step; at most 12 from P_t up to the highest close of the year, 3 below P_t',
  ),
  formula(
    'swing-low',
    ['前低', '前低', 'Swing low'],
    'L = lowest low of the 20 sessions before, its own and the 20 after, the first of equals; known when the 20 after have passed; last three years',
  ),
  formula(
    'swing-high',
    ['前高', '前高', 'Swing high'],
    'H = highest high of the 20 sessions before, its own and the 20 after, the first of equals; known when the 20 after have passed; last three years',
  ),
  formula(
    'leg-peak-close',
    ['一年内最高收盘', '一年內最高收盤', 'Highest close of the year'],
    'P_peak = highest of the last 252 closes (365 for crypto), the latest of equals; the present leg begins there',
  ),
  formula(
    'leg-peak-high',
    ['一年内盘中最高', '一年內盤中最高', 'Highest high of the year'],
    'H = highest of the last 252 highs (365 for crypto), the latest of equals',
  ),
  formula(
    'level-distance',
    ['距关口', '距關卡', 'Distance to the level'],
    'K / P_t − 1; K the level, P_t the latest close',
  ),
  formula(
    'volatility-quantile',
    ['波动率分位数', '波動率分位數', 'Quantile of the volatility'],
    'p-quantile (type 7) of all σ_s, s ≤ t; σ as in realised-volatility over the window',
    'Burghardt & Lane (1990), How to tell if options are cheap, J. Portfolio Management 16(2)',
  ),
  formula(
    'volatility-crisis-peak',
    ['危机时的波动率峰值', '危機時的波動率峰值', 'Peak of the volatility in a crisis'],
    'highest σ of the sessions from…to; σ as in realised-volatility over 30 sessions',
  ),
  formula(
    'volatility-crisis-ratio',
    ['波动率与危机峰值之比', '波動率與危機峰值之比', 'Volatility over its peak in a crisis'],
    'σ_t / highest σ of the sessions from…to',
  ),
  formula(
    'yang-zhang-percentile',
    ['杨–张波动率的历史分位', '楊–張波動率的歷史分位', 'Percentile of the Yang–Zhang volatility'],
    'share of all σ_s, s ≤ t, that are ≤ σ_t; σ as in yang-zhang-volatility',
  ),
  formula(
    'volatility-ratio',
    ['波动率之比', '波動率之比', 'Ratio of volatilities'],
    'σ of the first series / σ of the second; σ as in realised-volatility, each over its own days of the year',
  ),
  formula(
    'index-identity',
    ['点数与涨跌幅之差', '點數與漲跌幅之差', 'Points less percent × level'],
    '(P_t − P_0) − (P_t / P_0 − 1) · P_0; 0 but for rounding',
  ),
  formula(
    'breadth-above-50',
    ['站上50日均线占比', '站上50日均線占比', 'Share above the 50-day average'],
    'number of members whose close is above the mean of their last 50 closes / number with 50 closes',
  ),
  formula(
    'breadth-above-200',
    ['站上200日均线占比', '站上200日均線占比', 'Share above the 200-day average'],
    'number of members whose close is above the mean of their last 200 closes / number with 200 closes',
  ),
  formula(
    'up-volume-share',
    ['上涨成交占比', '上漲成交占比', 'Share of value traded in what rose'],
    'Σ P_t V_t over members that rose / Σ P_t V_t over all; V_t volume of the session, USDT at par',
  ),
  formula(
    'level-percentile',
    ['水平的历史分位', '水準的歷史分位', 'Percentile of the level'],
    'share of all closes up to and including P_t that are ≤ P_t',
  ),
  formula(
    'vix-ratio',
    ['VIX与VIX3M之比', 'VIX與VIX3M之比', 'VIX over VIX3M'],
    'V / W; V the VIX, W VIX3M, of one session; above 1 the term structure is inverted',
  ),
  formula(
    'vix-ratio-percentile',
    ['VIX与VIX3M之比的历史分位', 'VIX與VIX3M之比的歷史分位', 'Percentile of VIX over VIX3M'],
    'share of all ratios up to and including the latest that are ≤ it',
  ),
];
