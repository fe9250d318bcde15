import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Market = 'btc' | 'sp500';

interface ImpliedVolatilityMessages {
  level(p: { market: Market; day: string; implied: Part; percentile: Part }): Inline;
  gap(p: { realised: Part; gap: Part; dear: boolean }): Inline;
  miss(p: { miss: Part; overpaid: Part }): Inline;
  put(cost: Part): Inline;
  indices(p: { skew: Part; skewRank: Part; vvix: Part; vvixRank: Part }): Inline;
  term(p: { slope: Part; inverted: boolean }): Inline;
  noSkew: Inline;
  readonly names: Readonly<Record<Market, string>>;
  readonly chart: {
    title(p: { market: Market; day: string; implied: Part }): Inline;
    readonly measure: string;
    readonly implied: string;
    readonly realised: string;
  };
}

const zhHans: ImpliedVolatilityMessages = {
  level: ({ market, day, implied, percentile }) =>
    line`${day}，${zhHans.names[market]}的30天隐含波动率为${implied}，在过去一年中处于第${percentile}百分位。`,
  gap: ({ realised, gap, dear }) =>
    line`过去一月已实现${realised}，期权隐含${dear ? '高' : '低'}${gap}个百分点。`,
  miss: ({ miss, overpaid }) =>
    line`一月前的隐含与其后的已实现相差${miss}个百分点；过去一年有${overpaid}的日子隐含高于其后的已实现。`,
  put: (cost) => line`一月期5%价外看跌约值现价的${cost}（不含偏斜，实际更贵）。`,
  indices: ({ skew, skewRank, vvix, vvixRank }) =>
    line`标普500的SKEW为${skew}（一年第${skewRank}百分位），VVIX为${vvix}（第${vvixRank}百分位）。`,
  term: ({ slope, inverted }) => line`三个月VIX比一个月${slope}，期限结构${inverted ? '倒挂' : '没有倒挂'}。`,
  noSkew: ['比特币期权的偏斜未计量。'],
  names: { btc: '比特币', sp500: '标普500' },
  chart: {
    title: ({ market, day, implied }) => line`${zhHans.names[market]}隐含波动率：${day}为${implied}`,
    measure: '年化，%',
    implied: '隐含',
    realised: '已实现',
  },
};

const zhHant: ImpliedVolatilityMessages = {
  level: ({ market, day, implied, percentile }) =>
    line`${day}，${zhHant.names[market]}的30天隱含波動率為${implied}，在過去一年中處於第${percentile}百分位。`,
  gap: ({ realised, gap, dear }) =>
    line`過去一月已實現${realised}，選擇權隱含${dear ? '高' : '低'}${gap}個百分點。`,
  miss: ({ miss, overpaid }) =>
    line`一月前的隱含與其後的已實現相差${miss}個百分點；過去一年有${overpaid}的日子隱含高於其後的已實現。`,
  put: (cost) => line`一月期5%價外賣權約值現價的${cost}（不含偏斜，實際更貴）。`,
  indices: ({ skew, skewRank, vvix, vvixRank }) =>
    line`標普500的SKEW為${skew}（一年第${skewRank}百分位），VVIX為${vvix}（第${vvixRank}百分位）。`,
  term: ({ slope, inverted }) => line`三個月VIX比一個月${slope}，期限結構${inverted ? '倒掛' : '沒有倒掛'}。`,
  noSkew: ['比特幣選擇權的偏斜未計量。'],
  names: { btc: '比特幣', sp500: '標普500' },
  chart: {
    title: ({ market, day, implied }) => line`${zhHant.names[market]}隱含波動率：${day}為${implied}`,
    measure: '年化，%',
    implied: '隱含',
    realised: '已實現',
  },
};

const en: ImpliedVolatilityMessages = {
  level: ({ market, day, implied, percentile }) =>
    line`Thirty-day implied volatility of ${en.names[market]} stood at ${implied} on ${day}, percentile ${percentile} of the year.`,
  gap: ({ realised, gap, dear }) =>
    line`Over the month before ${realised} was realised: options imply ${gap} points ${dear ? 'more' : 'less'}.`,
  miss: ({ miss, overpaid }) =>
    line`What was implied a month before differs by ${miss} points from what has been realised since; over the year insurance had been dear on ${overpaid} of the days.`,
  put: (cost) =>
    line`A put 5% out of the money for a month costs about ${cost} of the spot, and more with the skew.`,
  indices: ({ skew, skewRank, vvix, vvixRank }) =>
    line`SKEW of the S&P 500 is ${skew} (percentile ${skewRank} of the year) and VVIX ${vvix} (percentile ${vvixRank}).`,
  term: ({ slope, inverted }) =>
    line`The three-month VIX stands ${slope} from the one-month: the term structure is ${inverted ? 'inverted' : 'not inverted'}.`,
  noSkew: ['The skew of bitcoin options is not measured.'],
  names: { btc: 'bitcoin', sp500: 'the S&P 500' },
  chart: {
    title: ({ market, day, implied }) =>
      line`Implied volatility of ${en.names[market]} stood at ${implied} on ${day}`,
    measure: 'A year, %',
    implied: 'Implied',
    realised: 'Realised',
  },
};

export const IMPLIED_VOLATILITY: Readonly<Record<Language, ImpliedVolatilityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const IMPLIED_VOLATILITY_WHYS: readonly ExplainWhy[] = [
  [
    /^no day with an implied volatility and a price$/,
    '没有同时有隐含波动率与价格的日子',
    '沒有同時有隱含波動率與價格的日子',
  ],
  [
    /^fewer than (\d+) days with an implied volatility$/,
    '有隐含波动率的日子不足$1日',
    '有隱含波動率的日子不足$1日',
  ],
  [/^fewer than (\d+) returns$/, '回报不足$1个', '報酬不足$1個'],
  [/^no skew of bitcoin options is known$/, '没有比特币期权偏斜的数据', '沒有比特幣選擇權偏斜的資料'],
  [/^the index is not known$/, '没有该指数的数据', '沒有該指數的資料'],
  [/^fewer than (\d+) days of the index$/, '该指数不足$1日', '該指數不足$1日'],
  [/^no day with VIX of all four horizons$/, '没有四个期限VIX俱全的日子', '沒有四個期限VIX俱全的日子'],
];
