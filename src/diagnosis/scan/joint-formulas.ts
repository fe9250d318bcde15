import type { Formula } from '../../data/figure.ts';

/** Catalogue entries of the formulas behind the joint fall, the analogues, the flight and the shock. */
export const JOINT_FORMULAS: readonly Formula[] = [
  {
    id: 'member-fall',
    title: { 'zh-Hans': '成员标准化跌幅', 'zh-Hant': '成員標準化跌幅', en: 'Standardised fall of a member' },
    text:
      'z_t = −r_t / s_t; r_t = x_t / x_0 − 1 (credit: −4 (x_t − x_0)) from one New York session to the next; ' +
      's_t = upper quartile of |r| over the last 126 measured sessions before t (at least 60), divided by 1.1503, ' +
      'so that it equals the standard deviation for normal returns; positive = fell. ' +
      'Crypto stands with its UTC day of the same label, which ends after the New York close',
    source: 'definition; robust scale after Rousseeuw and Croux (1993)',
  },
  {
    id: 'class-fall',
    title: { 'zh-Hans': '资产类别跌幅', 'zh-Hant': '資產類別跌幅', en: 'Fall of an asset class' },
    text: 'z_c = mean of the standardised falls of its measured members, in σ; positive = fell',
    source: 'definition',
  },
  {
    id: 'joint-fall-score',
    title: { 'zh-Hans': '同步下跌得分', 'zh-Hant': '同步下跌得分', en: 'Joint-fall score' },
    text:
      'S = 100 (1 − 2^(−max(m, 0) / 2)); m = (1/n) Σ u_c over the n ≥ 3 known classes; ' +
      'u_c = min(z_c, 3 + 2 Σ_{k≠c} max(z_k, 0)), so that one class alone counts for at most 3σ; ' +
      'classes: equity (SPY, QQQ, EEM), credit (high-yield spread), metals (GLD, SLV, copper, GDX), energy (USO), crypto (bitcoin)',
    source: 'definition; what it ranks is in docs/validation/scan.md',
  },
  {
    id: 'class-contribution',
    title: { 'zh-Hans': '得分的分项', 'zh-Hant': '得分的分項', en: 'Points of the score by class' },
    text: 'c_c = S u_c / Σ u_k, the last class by subtraction; the parts sum to S exactly; negative where the class rose',
    source: 'definition',
  },
  {
    id: 'joint-fall-rank',
    title: { 'zh-Hans': '得分名次', 'zh-Hant': '得分名次', en: 'Rank of the score' },
    text: 'k = 1 + number of sessions since 2005 with a higher score, all scored with the members known today',
    source: 'definition',
  },
  {
    id: 'joint-fall-days',
    title: { 'zh-Hans': '有得分的交易日数', 'zh-Hant': '有得分的交易日數', en: 'Sessions with a score' },
    text: 'n = number of New York sessions since 2005 with at least three of the classes known today, the latest included',
    source: 'definition',
  },
  {
    id: 'joint-fall-percentile',
    title: { 'zh-Hans': '得分分位', 'zh-Hant': '得分分位', en: 'Percentile of the score' },
    text: 'share of the n sessions with a lower score',
    source: 'definition',
  },
  {
    id: 'joint-fall-per-year',
    title: { 'zh-Hans': '每年出现天数', 'zh-Hant': '每年出現天數', en: 'Days a year' },
    text: '252 × (number of sessions with at least this score) / n',
    source: 'definition',
  },
  {
    id: 'joint-fall-per-year-independent',
    title: {
      'zh-Hans': '若各类别互相独立的每年天数',
      'zh-Hant': '若各類別互相獨立的每年天數',
      en: 'Days a year if classes were independent',
    },
    text:
      '252 × mean share of sessions with at least this score when the history of each class is turned round by a random number of sessions ' +
      '(circular shift), which keeps its distribution and its runs and breaks what binds it to the others; ' +
      'without any such day the band ends at 3 / (years simulated)',
    source:
      'definition; circular shifts after Politis and Romano (1992); rule of three after Hanley and Lippman-Hand (1983)',
  },
  {
    id: 'hedge-change',
    title: { 'zh-Hans': '避险资产涨跌', 'zh-Hant': '避險資產漲跌', en: 'Change of a hedge' },
    text: 'x_t / x_0 − 1 between two New York sessions; the yen: x_0 / x_t − 1 of US dollar against yen, positive = the yen rose',
    source: 'definition',
  },
  {
    id: 'hedge-move',
    title: {
      'zh-Hans': '避险资产标准化涨跌',
      'zh-Hant': '避險資產標準化漲跌',
      en: 'Standardised move of a hedge',
    },
    text:
      'change of the hedge divided by its robust trailing scale (126 sessions, as for the members), positive = rose; ' +
      'held: it did not fall by more than 0.5σ, cash by not more than 0.5 %',
    source: 'definition',
  },
  {
    id: 'session-change',
    title: { 'zh-Hans': '当日变动', 'zh-Hant': '當日變動', en: 'Change in the session' },
    text: 'prices: x_t / x_0 − 1; yields: x_t − x_0; between two New York sessions',
    source: 'definition',
  },
  {
    id: 'analogue-distance',
    title: { 'zh-Hans': '状态距离', 'zh-Hant': '狀態距離', en: 'Distance of states' },
    text:
      'd = sqrt((1/k) Σ (x_i − y_i)²) over the k coordinates measured today, each with mean 0 and standard deviation 1 before today; ' +
      'x_i² + 1 where the past day lacks one (at least 6 must be measured on both): asinh of the falls of the five classes and of the moves of Treasuries, dollar and yen, log of VIX, 20-session change of the S&P 500; ' +
      'chosen days lie at least 5 sessions apart',
    source: 'definition; standardised Euclidean distance',
  },
  {
    id: 'change-after',
    title: { 'zh-Hans': '其后变动', 'zh-Hant': '其後變動', en: 'Change afterwards' },
    text: 'P_t / P_0 − 1, P_0 the close of the day, P_t the close the given number of New York sessions later',
    source: 'definition',
  },
  {
    id: 'analogue-fan',
    title: { 'zh-Hans': '相似日之后', 'zh-Hant': '相似日之後', en: 'What followed the nearest days' },
    text: 'median of the changes afterwards of the nearest days whose aftermath is known; band from the 10 % to the 90 % quantile (type 7)',
    source: 'definition; past days are no forecast',
  },
];
