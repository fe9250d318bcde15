import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from './whys.ts';

interface FundingSpreadMessages {
  spread(p: { day: string; spread: Part; above: boolean }): Inline;
  rank(percentile: Part): Inline;
}

const zhHans: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`${day}，SOFR减准备金利率为${spread}，${above ? '回购市场的资金比准备金贵' : '回购市场的资金不比准备金贵'}。`,
  rank: (percentile) => line`在过去250日中处于第${percentile}分位。`,
};

const zhHant: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`${day}，SOFR減準備金利率為${spread}，${above ? '附買回市場的資金比準備金貴' : '附買回市場的資金不比準備金貴'}。`,
  rank: (percentile) => line`在過去250日中處於第${percentile}百分位。`,
};

const en: FundingSpreadMessages = {
  spread: ({ day, spread, above }) =>
    line`On ${day} SOFR stood ${spread} from the interest on reserves: cash in the repo market ${above ? 'costs more than the Fed pays for it' : 'does not cost more than the Fed pays for it'}.`,
  rank: (percentile) => line`That is percentile ${percentile} of the last 250 days.`,
};

export const FUNDING_SPREAD: Readonly<Record<Language, FundingSpreadMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const FUNDING_SPREAD_WHYS: readonly ExplainWhy[] = [
  [
    /^SOFR and the interest on reserves have no day in common$/,
    'SOFR与准备金利率没有共同的日期',
    'SOFR與準備金利率沒有共同的日期',
  ],
  [/^fewer than (\d+) days with both rates$/, '两项利率都有值的日子不足$1天', '兩項利率都有值的日子不足$1天'],
];
