import { formula } from '../../../formula.ts';
import { LEAST_WINDOWS, ORDERED } from './steepness.ts';

const RUNGS =
  'bonds: BIL 1, SHY 2, IEF 3, TLT 4, by maturity; equities: DIA 1, SPY 2, QQQ 3, IGV 4, and ARKK, GDX and bitcoin all 5, by convention, from dividends now to profits far away (free-cash-flow yields, which would measure it, are not at hand)';

export const LADDER_FORMULAS = [
  formula(
    'ladder-return',
    '窗口回报',
    '視窗報酬',
    'Return over the window',
    'r = P_t / P_{t−w} − 1 over w New York sessions, bitcoin at the New York close; distributions of the funds are not in it (about 0.3 % a month for bonds in 2025), and prices of different sources are not compared',
  ),
  formula(
    'ladder-slope',
    '阶梯斜率',
    '階梯斜率',
    'Slope of the ladder',
    `b of r_i = a + b k_i by least squares over the assets with a return (at least 3 bonds, 5 equities), k the rung: ${RUNGS}. Higher rungs move more, and a ladder slopes down more often in falls of its market than in rises: it is to be read beside its base rate. An association`,
    'definition; the ordering by duration after Dechow, Sloan & Soliman (2004), Implied equity duration, Review of Accounting Studies 9',
  ),
  formula(
    'ladder-rank',
    '阶梯秩相关',
    '階梯等級相關',
    'Rank correlation of the ladder',
    'Spearman’s ρ of rung and return, ties at mid-rank: −1 when each higher rung did worse',
    'Spearman (1904), American Journal of Psychology 15(1)',
  ),
  formula(
    'ladder-p',
    '秩相关的p值',
    '等級相關的p值',
    'p of the rank correlation',
    `two-sided, over all n! orders of the returns: share with |ρ| at least as large; not below 1/12 for four bonds. A ladder has an order, down or up, when p ≤ ${ORDERED} and slope and ρ have the same sign. Assets are taken as exchangeable, which assets that move together are not`,
    'Kendall (1948), Rank Correlation Methods, ch. 4',
  ),
  formula(
    'ladder-base-rate',
    '同样陡峭的比例',
    '同樣陡峭的比例',
    'Base rate of as steep a ladder',
    `share of past windows of w sessions, ended before this one began and with all of its assets (at least ${LEAST_WINDOWS}), whose slope is at least as far to the same side. Band: 90 %, Wilson, one in w of the windows, which overlap, taken as independent`,
    'definition; Wilson (1927), Journal of the American Statistical Association 22(158)',
  ),
  formula(
    'ladder-same-side',
    '同向的比例',
    '同向的比例',
    'Share of ladders to the same side',
    'share of the same past windows whose slope has the same sign',
  ),
  formula(
    'ladder-flow',
    '窗口内基金净流入',
    '視窗內基金淨流入',
    'Net flow of the fund over the window',
    'sum over the sessions of the window on which the fund’s net flow is known by the instant; no value where none is. IBIT by Farside, the others by a source whose method is not documented',
  ),
  formula(
    'ladder-flow-coverage',
    '已知流量的交易日比例',
    '已知流量的交易日比例',
    'Share of sessions with a known flow',
    'sessions of the window with a known flow / w',
  ),
];
