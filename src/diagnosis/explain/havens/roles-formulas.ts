import { formula } from '../../formula.ts';

const BAUR_LUCEY =
  'Baur & Lucey (2010), Is gold a hedge or a safe haven?, The Financial Review 45(2), eq. 1; Baur & McDermott (2010), J. Banking & Finance 34(8)';

const SEGMENT = 'over the sessions since the betas last changed, as the change of role dates it';

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
    'role-change',
    '距角色变化的交易日数',
    '距角色變化的交易日數',
    'Sessions since the change of role',
    'sessions since k, the break of the betas at which the label came. Segments of at least 60 of the last 2,520 common sessions minimise Σ w e²/s², slopes on m free in each, of ordinary days and of the worst 5 % of all; s the robust scale of the residuals of the 126 sessions around, w = 5/(4 + (e/0.86 s)²), errors being Student’s t with 4 degrees of freedom; their number by the least ln(RSS/n) + (5M + 2) ln n / n, M breaks. Each break is then dated between its neighbours: Pr(k) ∝ Π_{t<k} f_before Π_{t≥k} f_after, f the t densities of the residuals of the two segments; the date has the most probability within ten sessions of it; the band leaves 5 % on either side; the betas are those since the most probable k',
    'Bai & Perron (2003), J. Applied Econometrics 18, section 3; Hall, Osborn & Sakkas (2013), The Manchester School 81(S3); Lange, Little & Taylor (1989), J. American Statistical Association 84; Xu & Phillips (2008), J. Econometrics 142; Smith (1975), Biometrika 62(2)',
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
