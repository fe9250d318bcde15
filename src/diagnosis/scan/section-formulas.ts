import type { Formula } from '../../data/figure.ts';
import { formula } from '../formula.ts';

const WELCH =
  'Welch (1947), The generalization of Student’s problem when several different population variances are involved, Biometrika 34';
const STUDENT = 'Student (1908), The probable error of a mean, Biometrika 6';
const SHIFTS =
  'definition; circular blocks after Politis and Romano (1992); p after Phipson and Smyth (2010), Permutation p-values should never be zero';
const LITTERMAN =
  'Litterman and Scheinkman (1991), Common factors affecting bond returns, Journal of Fixed Income 1';

const ALTS_AND_MAJORS =
  'majors: bitcoin, ether; altcoins: the other coins; a day’s value of a side is the mean of its coins';

/** Catalogue entries of the formulas behind the pairs, the coins by tier, the curve, the commodities and the asked window. */
export const SECTION_FORMULAS: readonly Formula[] = [
  formula(
    'pair-change',
    '区间涨跌',
    '區間漲跌',
    'Change over some sessions',
    '∏ (1 + r_s) − 1 over the last h sessions that both series of the pair have',
  ),
  formula(
    'pair-z',
    '区间标准化涨跌',
    '區間標準化漲跌',
    'Standardised change over some sessions',
    'change over h sessions / σ_h; σ_h = √h · sd of the 252 one-session changes that end where the h sessions begin, ddof 1',
  ),
  formula(
    'pair-rank-correlation',
    '秩相关',
    '等級相關',
    'Rank correlation',
    'Spearman’s ρ of the changes of the last 20 common sessions, ties by their mean rank',
    'Spearman (1904), The proof and measurement of association between two things, Am. J. Psychology 15',
  ),
  formula(
    'pair-day',
    '同跌第几日',
    '同跌第幾日',
    'Day of the joint fall',
    'sessions from the first of the present joint fall to the latest, both counted; 0 when the latest is none. Joint fall: over 5, 10 or 20 sessions both z < −1, and ρ of 20 sessions > 0.5; such sessions at most five apart are one fall',
  ),
  formula(
    'pair-share',
    '同跌交易日占比',
    '同跌交易日占比',
    'Share of sessions with a joint fall',
    'number of sessions with a joint fall / sessions of the window',
  ),
  formula(
    'pair-share-independent',
    '若互相独立的占比',
    '若互相獨立的占比',
    'Share if the two were independent',
    'mean share over the draws when the second series is turned round its own history by a random number of sessions (at least 60 either way)',
    SHIFTS,
  ),
  formula(
    'pair-p-value',
    '同跌频率的p值',
    '同跌頻率的p值',
    'p-value of the frequency',
    'p = (1 + number of draws with at least the observed share) / (1 + draws); draws as in pair-share-independent; one-sided',
    SHIFTS,
  ),
  formula(
    'coin-change',
    '币种涨跌',
    '幣種漲跌',
    'Change of a coin',
    '∏ (1 + r_s) − 1 over the UTC days of the window',
  ),
  formula(
    'tier-mean',
    '梯队平均涨跌',
    '梯隊平均漲跌',
    'Mean of a tier',
    'mean of the changes of its coins over the UTC days of the window, equal weights',
  ),
  ...(
    [
      ['welch-day', `x altcoins, y majors, one value a coin: its change of the day; majors: bitcoin, ether`],
      ['welch-recent', `x altcoins, y majors, one value a day of the last 20; ${ALTS_AND_MAJORS}`],
    ] as const
  ).flatMap(([id, sides]) => [
    formula(
      `${id}-difference`,
      '均值之差',
      '平均值之差',
      'Difference of the means',
      `x̄ − ȳ; ${sides}`,
      WELCH,
    ),
    formula(
      `${id}-t`,
      'Welch t值',
      'Welch t值',
      'Welch’s t',
      `(x̄ − ȳ) / √(s²_x / n + s²_y / m); ${sides}; both sides are taken for independent`,
      WELCH,
    ),
    formula(
      `${id}-degrees`,
      'Welch自由度',
      'Welch自由度',
      'Degrees of freedom',
      '(s²_x/n + s²_y/m)² / (s⁴_x/(n²(n−1)) + s⁴_y/(m²(m−1)))',
      WELCH,
    ),
    formula(
      `${id}-p-value`,
      'Welch检验p值',
      'Welch檢定p值',
      'p of Welch’s test',
      '2 Pr(T_ν > |t|), ν the degrees of freedom; two-sided',
      WELCH,
    ),
  ]),
  formula(
    'paired-difference',
    '逐日之差的均值',
    '逐日之差的平均',
    'Mean of the daily differences',
    `d̄, d = x − y day by day over the last 20; ${ALTS_AND_MAJORS}`,
    STUDENT,
  ),
  formula('paired-t', '配对t值', '成對t值', 'Paired t', 'd̄ / (s_d / √n)', STUDENT),
  formula('paired-degrees', '配对自由度', '成對自由度', 'Degrees of freedom', 'n − 1', STUDENT),
  formula(
    'paired-p-value',
    '配对检验p值',
    '成對檢定p值',
    'p of the paired test',
    '2 Pr(T_ν > |t|), ν = n − 1; two-sided',
    STUDENT,
  ),
  formula(
    'down-beta',
    '下跌日贝塔',
    '下跌日貝塔',
    'Beta on falling days',
    'slope β of r_i = α + β r_BTC over the days of the last 250 on which bitcoin fell; band: β ± t · robust standard error (HC1)',
    'after Ang, Chen and Xing (2006), Downside risk, Review of Financial Studies 19(4)',
  ),
  formula(
    'down-days',
    '下跌日数',
    '下跌日數',
    'Falling days',
    'number of the last 250 UTC days on which bitcoin fell',
  ),
  formula(
    'curve-slope-level',
    '期限利差',
    '期限利差',
    'Slope of the curve',
    'L_t − S_t; L the longer, S the shorter maturity',
  ),
  formula(
    'curve-slope-change',
    '期限利差变动',
    '期限利差變動',
    'Change of the slope',
    '(L_t − S_t) − (L_0 − S_0); L the longer, S the shorter maturity',
  ),
  formula(
    'curve-score',
    '曲线主成分得分',
    '曲線主成分分數',
    'Score of a curve component',
    'e·(c − c̄) / √λ; c the changes of the 2, 5, 10 and 30-year yields in the session, c̄ their mean, e and λ eigenvector and eigenvalue of their covariance over the 250 sessions before; level: e positive on the whole; slope: e_30 > e_2 (positive = steeper); curvature: middle over ends (positive = more humped)',
    LITTERMAN,
  ),
  formula(
    'curve-share',
    '主成分方差占比',
    '主成分變異占比',
    'Share of variance of a curve component',
    'λ / Σ λ over the 250 sessions before; the level has the largest λ, slope and curvature follow',
    LITTERMAN,
  ),
  formula(
    'league-rank',
    '商品中的名次',
    '商品中的名次',
    'Rank among commodities',
    '1 + number of commodities with a larger change (strictly), of those known for the session',
  ),
  formula('price-spread-level', '布伦特减WTI', '布蘭特減WTI', 'Brent less WTI', 'B_t − W_t, front futures'),
  formula(
    'price-spread-change',
    '布伦特减WTI的变动',
    '布蘭特減WTI的變動',
    'Change of Brent less WTI',
    '(B_t − W_t) − (B_0 − W_0), front futures',
  ),
  formula(
    'window-move',
    '区间标准化变动',
    '區間標準化變動',
    'Standardised move over the window',
    'change over the window of w sessions / (√w · sd of the 252 one-session changes that end where the window begins, ddof 1)',
  ),
];
