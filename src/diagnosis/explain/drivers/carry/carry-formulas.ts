import type { Formula } from '../../../../data/figure.ts';
import { formula } from '../../../formula.ts';

const SCALE =
  's the upper quartile of the absolute returns of the 126 sessions before the window over 1.1503, times √w';

export const CARRY_FORMULAS: readonly Formula[] = [
  formula(
    'yen-carry-gauge',
    '日元套息平仓指数',
    '日圓利差交易平倉指數',
    'Yen carry gauge',
    'G = √(y · m), 0 to 1; y the score of the yen’s rise, m the mean score of the measured other legs (at least three). No rise of the yen makes 0',
  ),
  formula(
    'yen-carry-percentile',
    '套息平仓指数的历史分位',
    '利差交易平倉指數的歷史分位',
    'Percentile of the yen carry gauge',
    'share of the sessions so far with a gauge that have one ≤ the latest, which is one of them',
  ),
  formula(
    'yen-carry-base-rate',
    '套息平仓成立的频率',
    '利差交易平倉成立的頻率',
    'How often the carry story is supported',
    'share of the sessions so far with a verdict whose verdict is “supported”',
  ),
  formula(
    'carry-move',
    '窗口内变动',
    '窗口內變動',
    'Move over the window',
    'Π (1 + r_s) − 1 over the w sessions; r of the yen in dollars, 1/(1 + r) − 1 of USD/JPY; of the basket the mean of AUD, MXN, EUR against JPY and against CHF',
  ),
  formula(
    'carry-z',
    '窗口内变动的标准差倍数',
    '窗口內變動的標準差倍數',
    'Move over the window in σ',
    `R/s; R the move over the w sessions, ${SCALE}; of the shares the mean of S&P 500 and Nasdaq-100`,
  ),
  formula(
    'carry-to-volatility',
    '套息与波动之比',
    '利差與波動之比',
    'Carry to volatility',
    'c/σ; c effective federal funds rate less Japan’s overnight call rate of the day before, a year; σ = √(252 · mean of the squared returns of the yen over 20 sessions)',
    'Brunnermeier, Nagel & Pedersen (2008), Carry trades and currency crashes, NBER Macroeconomics Annual 23, for the quantities; definition',
  ),
  formula(
    'carry-to-volatility-rank',
    '套息波动比变动的位置',
    '利差波動比變動的位置',
    'Rank of the change of carry to volatility',
    'share of the last 250 changes over w sessions of carry to volatility that are ≤ the latest, which is one of them',
  ),
  formula(
    'carry-positions',
    '投机者日元净持仓',
    '投機者日圓淨部位',
    'Speculators’ net position in yen',
    'long less short of non-commercial traders in yen futures, contracts, of the latest report whose day lies at or before the session from which the window counts',
    'CFTC, Commitments of Traders, legacy futures only',
  ),
  formula(
    'carry-link',
    '股票与日元的相关',
    '股票與日圓的相關',
    'Correlation of shares with the yen',
    'correlation of the returns of the Nasdaq-100 and of the yen over the 60 sessions before the window',
  ),
  formula(
    'carry-score',
    '各项得分',
    '各項得分',
    'Score of a leg',
    'between 0 and 1: σ of the yen’s rise, of the basket’s and of the shares’ fall over 3; 1 − 2 × rank of carry to volatility; for a short position the share of the last 156 reports that were no shorter; minus the correlation',
  ),
  formula(
    'carry-beta',
    '对日元的贝塔',
    '對日圓的貝塔',
    'Beta to the yen',
    'slope of the asset’s return on the yen’s over the 60 common sessions before the window, with a constant; band β ± 1.645 standard errors',
    'Newey & West (1987), Econometrica 55, eq. 5, five lags',
  ),
  formula(
    'carry-explained',
    '随日元的部分',
    '隨日圓的部分',
    'Part that goes with the yen',
    'β × move of the yen over the window; an association',
  ),
  formula(
    'carry-rest',
    '其余部分',
    '其餘部分',
    'Rest of the move',
    'move of the asset over the window less the part that goes with the yen',
  ),
];
