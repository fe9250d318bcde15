import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface PolicyGapMessages {
  gap(p: { day: string; market: Part; rule: Part; gap: Part; range: string; below: boolean }): Inline;
  excess(p: { excess: Part; rank?: Part; below: boolean }): Inline;
  inputs(p: { inflation: Part; unemployment: Part; rate: Part }): Inline;
  record(p: { cases: number; closed: Part; rebound: Part; base: Part; proven: boolean }): Inline;
  noRecord(cases: number): Inline;
  readonly caution: string;
}

const zhHans: PolicyGapMessages = {
  gap: ({ day, market, rule, gap, range, below }) =>
    line`${day}，市场（两年期收益率，代用）对两年平均利率定价${market}，规则给出${rule}：相差${gap}（${range}），市场${below ? '比规则更松' : '不比规则松'}。`,
  excess: ({ excess, rank, below }) =>
    line`与此前三年的平均差相比为${excess}，比平日偏${below ? '松' : '紧'}${rank === undefined ? '' : line`，幅度处于第${rank}百分位`}。`,
  inputs: ({ inflation, unemployment, rate }) =>
    line`规则的输入：核心PCE通胀${inflation}，失业率${unemployment}，联邦基金利率${rate}。`,
  record: ({ cases, closed, rebound, base, proven }) =>
    line`过去同向且不小于此的有${String(cases)}次，六个月内收窄一半的占${closed}；三个月后标普500上涨的占${rebound}，平时为${base}：${proven ? '有别于平时' : '未经证明'}。`,
  noRecord: (cases) => line`过去同向且不小于此的只有${String(cases)}次，没有战绩，未经证明。`,
  caution: '两年期收益率含期限溢价，规则的长期参数是设定；差距说明定价与规则不合，不说明谁对。',
};

const zhHant: PolicyGapMessages = {
  gap: ({ day, market, rule, gap, range, below }) =>
    line`${day}，市場（兩年期殖利率，代用）對兩年平均利率定價${market}，規則給出${rule}：相差${gap}（${range}），市場${below ? '比規則更鬆' : '不比規則鬆'}。`,
  excess: ({ excess, rank, below }) =>
    line`與此前三年的平均差相比為${excess}，比平日偏${below ? '鬆' : '緊'}${rank === undefined ? '' : line`，幅度處於第${rank}百分位`}。`,
  inputs: ({ inflation, unemployment, rate }) =>
    line`規則的輸入：核心PCE通膨${inflation}，失業率${unemployment}，聯邦資金利率${rate}。`,
  record: ({ cases, closed, rebound, base, proven }) =>
    line`過去同向且不小於此的有${String(cases)}次，六個月內收窄一半的占${closed}；三個月後標普500上漲的占${rebound}，平時為${base}：${proven ? '有別於平時' : '未經證明'}。`,
  noRecord: (cases) => line`過去同向且不小於此的只有${String(cases)}次，沒有戰績，未經證明。`,
  caution: '兩年期殖利率含期限溢酬，規則的長期參數是設定；差距說明定價與規則不合，不說明誰對。',
};

const en: PolicyGapMessages = {
  gap: ({ day, market, rule, gap, range, below }) =>
    line`On ${day} the market prices an average policy rate of ${market} over two years (by the 2-year yield, a proxy), the rule gives ${rule}: a gap of ${gap} (${range}), ${below ? 'looser than the rule' : 'no looser than the rule'}.`,
  excess: ({ excess, rank, below }) =>
    line`Against the mean gap of the three years before that is ${excess}, ${below ? 'looser' : 'tighter'} than usual${rank === undefined ? '' : line`, its size at percentile ${rank}`}.`,
  inputs: ({ inflation, unemployment, rate }) =>
    line`The rule starts from core PCE inflation of ${inflation}, unemployment of ${unemployment} and a federal funds rate of ${rate}.`,
  record: ({ cases, closed, rebound, base, proven }) =>
    line`Of ${String(cases)} past cases as far to the same side, ${closed} halved within six months; shares were higher three months on in ${rebound}, against ${base} at any time${proven ? '' : ': unproven'}.`,
  noRecord: (cases) =>
    line`Only ${String(cases)} past ${cases === 1 ? 'case was' : 'cases were'} as far to the same side: no record, unproven.`,
  caution:
    'The 2-year yield holds a term premium, and the long-run parameters of the rule are chosen; a gap says that pricing and rule differ, not which is right.',
};

export const POLICY_GAP: Readonly<Record<Language, PolicyGapMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POLICY_GAP_WHYS: readonly ExplainWhy[] = [
  [/^not published, or older than half a year$/, '尚未公布，或已逾半年', '尚未公布，或已逾半年'],
  [
    /^the rule lacks an input, or the market a yield$/,
    '规则缺输入，或没有收益率',
    '規則缺輸入，或沒有殖利率',
  ],
  [/^fewer than three years of gaps before$/, '此前的差距不足三年', '此前的差距不足三年'],
  [
    /^fewer than (\d+) past cases with as large a gap$/,
    '过去同样大的差距不足$1次',
    '過去同樣大的差距不足$1次',
  ],
];
