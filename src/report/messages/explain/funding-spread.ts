import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface FundingSpreadMessages {
  spread(p: { day: string; spread: Part; above: boolean }): Inline;
  rank(percentile: Part): Inline;
  days(p: { above: Part; ten: Part }): Inline;
  tail(p: { tgcr: Part; high: Part }): Inline;
  facility(p: { repo: Part; most: Part; day: string }): Inline;
  window(p: { credit: Part; swaps: Part }): Inline;
}

const zhHans: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`${day}，SOFR减准备金利率为${spread}，${above ? '回购市场的资金比准备金贵' : '回购市场的资金不比准备金贵'}。`,
  rank: (percentile) => line`在过去250日中处于第${percentile}百分位。`,
  days: ({ above, ten }) => line`近60日有${above}日高于准备金利率，${ten}日高出10个基点以上。`,
  tail: ({ tgcr, high }) => line`三方回购利率减准备金利率${tgcr}，SOFR第99百分位${high}。`,
  facility: ({ repo, most, day }) => line`常备回购便利最新用${repo}，近91天最多${most}（${day}）。`,
  window: ({ credit, swaps }) => line`贴现窗口一级信贷${credit}，央行互换${swaps}。`,
};

const zhHant: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`${day}，SOFR減準備金利率為${spread}，${above ? '附買回市場的資金比準備金貴' : '附買回市場的資金不比準備金貴'}。`,
  rank: (percentile) => line`在過去250日中處於第${percentile}百分位。`,
  days: ({ above, ten }) => line`近60日有${above}日高於準備金利率，${ten}日高出10個基點以上。`,
  tail: ({ tgcr, high }) => line`三方附買回利率減準備金利率${tgcr}，SOFR第99百分位${high}。`,
  facility: ({ repo, most, day }) => line`常備附買回機制最新用${repo}，近91天最多${most}（${day}）。`,
  window: ({ credit, swaps }) => line`貼現視窗主要融通${credit}，央行換匯${swaps}。`,
};

const en: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`On ${day} SOFR stood ${spread} from the interest on reserves: cash in the repo market ${above ? 'costs more than the Fed pays for it' : 'does not cost more than the Fed pays for it'}.`,
  rank: (percentile) => line`That is percentile ${percentile} of the last 250 days.`,
  days: ({ above, ten }) =>
    line`On ${above} of the last 60 days it was above the interest on reserves, on ${ten} by more than 10 bp.`,
  tail: ({ tgcr, high }) =>
    line`The tri-party rate stands ${tgcr} from it, the 99th percentile of SOFR ${high}.`,
  facility: ({ repo, most, day }) =>
    line`The standing repo facility lent ${repo} at the last count, and at most ${most} (${day}) in 91 days.`,
  window: ({ credit, swaps }) =>
    line`Primary credit at the discount window is ${credit}, swap lines ${swaps}.`,
};

export const FUNDING_SPREAD: Readonly<Record<Language, FundingSpreadMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const FUNDING_SPREAD_WHYS: readonly ExplainWhy[] = [
  [
    /^(SOFR|tgcr|sofr-99) and the interest on reserves have no day in common$/,
    '$1与准备金利率没有共同的日期',
    '$1與準備金利率沒有共同的日期',
  ],
  [/^fewer than (\d+) days with both rates$/, '两个利率都有的日子少于$1天', '兩個利率都有的日子少於$1天'],
  [/^(fed-srf|fed-primary-credit|fed-swap-lines) has no value$/, '$1没有数值', '$1沒有數值'],
];
