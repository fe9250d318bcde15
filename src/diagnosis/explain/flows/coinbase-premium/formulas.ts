import { formula } from '../../../formula.ts';
import { AFTER_FORMULAS } from '../after.ts';
import { DIP } from './dips.ts';

export const PREMIUM_FORMULAS = [
  formula(
    'coinbase-premium',
    'Coinbase溢价',
    'Coinbase溢價',
    'Coinbase premium',
    'p_t = C_t/B_t − 1; C the coin’s close on Coinbase in dollars, B on Binance in Tether (USDT), both of UTC day t: what Tether deviates from a dollar is in it',
  ),
  formula(
    'coinbase-premium-corrected',
    '去除USDT偏离的溢价',
    '去除USDT偏離的溢價',
    'Coinbase premium without Tether’s deviation',
    'C_t/(B_t u_t) − 1 = (1 + p_t)/u_t − 1; p the raw premium, u the price of one USDT in dollars at the close of UTC day t',
  ),
  formula(
    'coinbase-premium-z',
    '溢价的z值',
    '溢價的z值',
    'z of the premium',
    '(p_t − m)/s; m and s mean and standard deviation (ddof 1) of p on the 365 days before t',
  ),
  formula(
    'coinbase-premium-percentile',
    '溢价的历史分位',
    '溢價的歷史分位',
    'Percentile of the premium',
    'share of the premia of the window, the latest among them, that are ≤ the latest',
  ),
  formula(
    'coinbase-premium-streak',
    '同号天数',
    '同號天數',
    'Days of one sign',
    'days up to t on which p has the sign of p_t without a break; a day without a value breaks it',
  ),
  formula(
    'coinbase-premium-depth',
    '连续段的极值',
    '連續段的極值',
    'Depth of the streak',
    'the p_s of largest |p_s| among the days s of the streak',
  ),
  formula(
    'coinbase-premium-area',
    '连续段的面积',
    '連續段的面積',
    'Area of the streak',
    'Σ p_s over the days s of the streak: premium times days',
  ),
  formula(
    'coinbase-premium-negative',
    '为负的天数',
    '為負的天數',
    'Days below zero',
    '#{s in the last n days: p_s < 0}',
  ),
  formula(
    'premium-turn-days',
    '转正规则维持天数',
    '轉正規則維持天數',
    'Days the turn rule stands',
    'days up to t for which "p > 0 on each of the last n days" has stood as it stands on t',
  ),
  formula(
    'premium-turn-failed',
    '转正后5日内失效占比',
    '轉正後5日內失效占比',
    'Turns undone within five days',
    'share of the triggers (days on which "p > 0 on each of the last n days" comes true) after which p < 0 on one of the next 5 days, those known',
  ),
  formula(
    'dip-premium-share',
    '大跌日溢价上升占比',
    '大跌日溢價上升占比',
    'Dips with a rising premium',
    `share of the days with p_t > p_{t−1}, over dips (days with P_t/P_{t−1} − 1 ≤ ${DIP}) or over all days, of the last 365 days`,
  ),
  formula(
    'dip-inflow-share',
    '大跌后次日净流入占比',
    '大跌後次日淨流入占比',
    'Dips with an inflow next session',
    `share of the days whose first session of the US funds after UTC day t, at most 4 days later, took money in; over dips (P_t/P_{t−1} − 1 ≤ ${DIP}) or over all days, of the last 365 days`,
  ),
  formula(
    'dip-score',
    '逢低买入评分',
    '逢低買入評分',
    'Dip-buying score',
    '½[(share of dips with a rising premium − the same of all days) + (share of dips with an inflow on the next session − the same of all days)], in −1 … 1',
  ),
  ...AFTER_FORMULAS,
];
