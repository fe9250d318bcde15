import { formula } from '../../../formula.ts';
import { ESTIMATION, HIT, LEAST_SPANS, MOST_SPANS, SPAN } from './contagion.ts';

const STUDY =
  'MacKinlay (1997), Event studies in economics and finance, J. Economic Literature 35; Patell (1976), J. Accounting Research 14(2)';
const MODEL = `AR_t = r_t − α − β m_t, m the S&P 500 fund, α and β by least squares on the ${ESTIMATION} sessions before the last ${SPAN}`;

export const SECTOR_FORMULAS = [
  formula(
    'sector-abnormal',
    '行业异常收益',
    '產業異常報酬',
    'Abnormal return of a sector',
    `${MODEL}; price returns, dividends left out`,
    STUDY,
  ),
  formula(
    'sector-score',
    '标准化异常收益',
    '標準化異常報酬',
    'Standardised abnormal return',
    `AR_t / (s √(1 + 1/n + (m_t − m̄)²/Sxx)); ${MODEL}. A session is a hit at ${HIT} or below, a line of ours`,
    STUDY,
  ),
  formula(
    'sector-cumulative',
    '累计异常收益',
    '累計異常報酬',
    'Cumulative abnormal return',
    `Σ AR_t over the last ${SPAN} sessions; ${MODEL}. Band: 90 %, ±1.645 s √${SPAN}, the error of α and β left out`,
    STUDY,
  ),
  formula(
    'sector-usual',
    '平常的受挫比例',
    '平常的受挫比例',
    'Usual rate of hits',
    `share of the ${ESTIMATION} sessions before with AR/s at ${HIT} or below`,
  ),
  formula(
    'sector-share',
    '受挫行业占比',
    '受挫產業占比',
    'Share of sectors hit',
    `sectors with a hit in the last ${SPAN} sessions over all that were measured`,
  ),
  formula(
    'sector-expected',
    '按平常比例应受挫的占比',
    '按平常比例應受挫的占比',
    'Share that is usual',
    `Σ (1 − (1 − p_i)^${SPAN}) over the number of sectors; p_i the usual rate of hits`,
  ),
  formula(
    'sector-rank',
    '此前各段中的排位',
    '此前各段中的排位',
    'Rank among earlier spans',
    `share of the up to ${MOST_SPANS} earlier spans of ${SPAN} sessions, which do not overlap, with a smaller share of sectors hit, half of the equal ones added; at least ${LEAST_SPANS}`,
  ),
  formula(
    'sector-order',
    '先后与距离的秩相关',
    '先後與距離的等級相關',
    'Order against distance',
    'Kendall’s τ_b, over the sectors but the one hit hardest, of the sessions from its first hit to the first of theirs at or after it (without one after all others) and of d = √(2(1 − r)), r the correlation of abnormal returns in the sample with it; above 0: the near ones came sooner',
    'Kendall (1945), Biometrika 33(3); distance of Mantegna (1999), European Physical Journal B 11, eq. 2',
  ),
  formula(
    'sector-order-p',
    '次序检验的p值',
    '次序檢驗的p值',
    'p of the order',
    'share of 2000 shuffles of the distances with a τ_b at least as high, one-sided, (1 + k)/(1 + 2000)',
    'Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9(1), for the 1',
  ),
];
