import { formula } from '../../formula.ts';

const BAUR_LUCEY =
  'Baur & Lucey (2010), Is gold a hedge or a safe haven?, The Financial Review 45(2), eq. 1; Baur & McDermott (2010), J. Banking & Finance 34(8)';

const SEGMENT =
  'over the sessions since the betas last changed (segments of at least 60 sessions that minimise Σ e²/s², slopes of ordinary and of the worst tenth of days free in each, s the trailing robust scale of the asset, in the last 2,520 common sessions; their number by LWZ: Bai & Perron 2003, Liu, Wu & Zidek 1997)';

export const ROLES_FORMULAS = [
  formula(
    'role-calm-beta',
    '平日贝塔',
    '平日貝塔',
    'Ordinary beta',
    `b_0 in r = a + b_0 m + b_1 m·1[m < q_10%] + b_2 m·1[m < q_5%] + e ${SEGMENT}; m the S&P 500, q quantiles of m there. The role: safe haven when c < 0 and not b_0 < 0; hedge when b_0 < 0 and not c > 0; risk asset when c ≥ 0.5 and b_0 > 0 or c > 0; diversifier otherwise, so also when nothing is significant; c the stress beta, < and > mean significant at 1 % and at least 0.1 in size`,
    BAUR_LUCEY,
  ),
  formula(
    'role-stress-beta',
    '压力贝塔',
    '壓力貝塔',
    'Stress beta',
    `c = b_0 + b_1 + b_2, the beta in the worst 5 % of days of m (b_0 + b_1, the worst 10 %, where those are fewer than 12) in r = a + b_0 m + b_1 m·1[m < q_10%] + b_2 m·1[m < q_5%] + e ${SEGMENT}`,
    BAUR_LUCEY,
  ),
  formula(
    'role-tail-beta',
    '尾部贝塔',
    '尾部貝塔',
    'Beta in a tail',
    `b_0 + … + b_i in r = a + b_0 m + b_1 m·1[m < q_10%] + b_2 m·1[m < q_5%] + b_3 m·1[m < q_1%] + e ${SEGMENT}`,
    BAUR_LUCEY,
  ),
  formula(
    'role-correlation',
    '与股票的相关系数',
    '與股票的相關係數',
    'Correlation with equities',
    'Pearson’s r of the returns of the asset and of the S&P 500 over the same sessions as the betas',
  ),
  formula(
    'role-stress-correlation',
    '压力日的相关系数',
    '壓力日的相關係數',
    'Correlation on days of stress',
    'Pearson’s r of the two returns on the stress days of the stress beta; picking days by one of the two lowers it by itself',
  ),
  formula(
    'role-session-return',
    '当日回报',
    '當日報酬',
    'Return in the session',
    'P_t / P_{t−1} − 1 between the last two New York sessions; coins at the New York close where bars are known; yen (1 + r_USDJPY)⁻¹ − 1; Swiss franc (1 + r_CHFJPY) / (1 + r_USDJPY) − 1; without distributions',
  ),
];
