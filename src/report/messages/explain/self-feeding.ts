import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Regime = 'balance-sheet' | 'narrative' | 'neither';

interface SelfFeedingMessages {
  branching(p: { n: Part; range: string; threshold: Part; falls: number }): Inline;
  meaning(where: 'below' | 'across' | 'above'): Inline;
  before(p: { n: Part; changed: boolean }): Inline;
  memory(hours: Part): Inline;
  variance(p: { balance: Part; narrative: Part; regime: Regime }): Inline;
  hours(text: string): string;
  readonly proxy: Inline;
}

const zhHans: SelfFeedingMessages = {
  branching: ({ n, range, threshold, falls }) =>
    line`过去90天里有${String(falls)}个小时跌幅达到${threshold}；每次大跌平均再引发${n}次（95%区间${range}）。`,
  meaning: (where) => [
    {
      below: '整个区间低于1：大跌会自行消散。',
      across: '区间跨过1：不能排除自我强化。',
      above: '整个区间高于1：大跌自我强化。',
    }[where],
  ],
  before: ({ n, changed }) =>
    line`再往前90天为${n}，${changed ? '两个区间不重叠' : '两个区间重叠，看不出变化'}。`,
  memory: (hours) => line`一次大跌的余波约${hours}减半。`,
  variance: ({ balance, narrative, regime }) =>
    line`过去250个日子里，资金流、资金费率与稳定币合计对应日收益方差的${balance}，恐惧与贪婪指数对应${narrative}：${{ 'balance-sheet': '资产负债表的成分居多', narrative: '情绪的成分居多，但该指数一半由价格与波动算出，说明不了谁推动谁', neither: '两者都说明不了什么' }[regime]}。这是关联，不是因果。`,
  hours: (text) => `${text}小时`,
  proxy: ['没有逐小时的爆仓数据，分枝比只是替代：任何原因的波动聚集都计入其中。'],
};

const zhHant: SelfFeedingMessages = {
  branching: ({ n, range, threshold, falls }) =>
    line`過去90天裡有${String(falls)}個小時跌幅達到${threshold}；每次大跌平均再引發${n}次（95%區間${range}）。`,
  meaning: (where) => [
    {
      below: '整個區間低於1：大跌會自行消散。',
      across: '區間跨過1：不能排除自我強化。',
      above: '整個區間高於1：大跌自我強化。',
    }[where],
  ],
  before: ({ n, changed }) =>
    line`再往前90天為${n}，${changed ? '兩個區間不重疊' : '兩個區間重疊，看不出變化'}。`,
  memory: (hours) => line`一次大跌的餘波約${hours}減半。`,
  variance: ({ balance, narrative, regime }) =>
    line`過去250個日子裡，資金流、資金費率與穩定幣合計對應日報酬變異數的${balance}，恐懼與貪婪指數對應${narrative}：${{ 'balance-sheet': '資產負債表的成分居多', narrative: '情緒的成分居多，但該指數一半由價格與波動算出，說明不了誰推動誰', neither: '兩者都說明不了什麼' }[regime]}。這是關聯，不是因果。`,
  hours: (text) => `${text}小時`,
  proxy: ['沒有逐小時的強平資料，分枝比只是替代：任何原因的波動聚集都計入其中。'],
};

const en: SelfFeedingMessages = {
  branching: ({ n, range, threshold, falls }) =>
    line`In the last 90 days ${String(falls)} hours fell by ${threshold} or more; each such fall set off ${n} further ones on average (95%: ${range}).`,
  meaning: (where) => [
    {
      below: 'The whole interval lies below 1: such falls die out.',
      across: 'The interval holds 1: that they feed themselves cannot be ruled out.',
      above: 'The whole interval lies above 1: such falls feed themselves.',
    }[where],
  ],
  before: ({ n, changed }) =>
    line`In the 90 days before it was ${n}; ${changed ? 'the two intervals do not overlap' : 'the two intervals overlap, so no change can be told'}.`,
  memory: (hours) => line`What a fall adds to the odds of the next halves in ${hours}.`,
  variance: ({ balance, narrative, regime }) =>
    line`Over the last 250 days fund flow, funding and stablecoins together go with ${balance} of the variance of the day’s return, the Fear & Greed index with ${narrative}; ${{ 'balance-sheet': 'balance sheets have the larger part', narrative: 'the mood has the larger part, but half of that index is made of price and volatility, so it does not say who moves whom', neither: 'neither says much' }[regime]}. An association, not a cause.`,
  hours: (text) => `${text} hours`,
  proxy: [
    'Without liquidations by the hour the branching ratio is a stand-in: volatility that clusters for any reason counts in it.',
  ],
};

export const SELF_FEEDING: Readonly<Record<Language, SelfFeedingMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const SELF_FEEDING_WHYS: readonly ExplainWhy[] = [
  [/^liquidations by the hour are not known$/, '没有逐小时的爆仓数据', '沒有逐小時的強平資料'],
  [
    /^fewer than (\d+) hourly returns in the last (\d+) days$/,
    '过去$2天的小时收益不足$1个',
    '過去$2天的小時報酬不足$1個',
  ],
  [/^fewer than 20 large falls in (\d+) days$/, '$1天里的大跌不足20次', '$1天裡的大跌不足20次'],
  [
    /^too few days with fund flow, funding, stablecoins and the Fear & Greed index$/,
    '资金流、资金费率、稳定币与恐惧贪婪指数都有值的日子太少',
    '資金流、資金費率、穩定幣與恐懼貪婪指數都有值的日子太少',
  ],
];
