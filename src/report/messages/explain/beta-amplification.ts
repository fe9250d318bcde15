import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface BetaMessages {
  most(p: { name: string; beta: Part; range: string; above: number; of: number }): Inline;
  slope(p: { slope: Part; range: string; holds: boolean; n: number }): Inline;
  button(p: { falls: Part; all: Part; bitcoin: Part; range: string; rank: number; of: number }): Inline;
  before(p: { bitcoin: Part; share: Part }): Inline;
  readonly caution: Inline;
  readonly coins: {
    readonly title: string;
    readonly measure: string;
    readonly coin: string;
    readonly beta: string;
    readonly band: string;
    readonly volume: string;
    change(n: number): string;
  };
  readonly loadings: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly falls: string;
    readonly before: string;
    readonly all: string;
  };
}

const zhHans: BetaMessages = {
  most: ({ name, beta, range, above, of }) =>
    line`比特币下跌的日子里，${name}的跌幅最大，为比特币的${beta}倍（95%区间${range}）；${String(of)}种币中有${String(above)}种的区间整个高于1。`,
  slope: ({ slope, range, holds, n }) =>
    line`成交量大十倍的币，下行贝塔相差${slope}（95%区间${range}，仅${String(n)}种币）：${holds ? '与成交量有关' : '看不出成交量小的币跌得更多'}。`,
  button: ({ falls, all, bitcoin, range, rank, of }) =>
    line`美股跌得最深的十分之一日子里，一个共同因子占风险资产波动的${falls}（全部日子${all}）；比特币对它的载荷为${bitcoin}（95%区间${range}），在${String(of)}种里排第${String(rank)}。`,
  before: ({ bitcoin, share }) =>
    line`再往前500个交易日，这样的日子里它的载荷为${bitcoin}，共同因子占${share}。`,
  caution: ['按跌幅挑日子本身就会压低相关；比特币与以太币按纽约收盘取价。'],
  coins: {
    title: '各币的下行贝塔与成交量',
    measure: '过去250日中比特币下跌的日子；成交量为币安30日平均，代替深度',
    coin: '币',
    beta: '下行贝塔',
    band: '95%区间',
    volume: '日成交额',
    change: (n) => `${n}日变动`,
  },
  loadings: {
    title: '对共同因子的载荷',
    measure: '与第一主成分的相关，过去500个交易日；下方为95%区间',
    asset: '资产',
    falls: '美股最跌的十分之一',
    before: '此前500日',
    all: '全部日子',
  },
};

const zhHant: BetaMessages = {
  most: ({ name, beta, range, above, of }) =>
    line`比特幣下跌的日子裡，${name}的跌幅最大，為比特幣的${beta}倍（95%區間${range}）；${String(of)}種幣中有${String(above)}種的區間整個高於1。`,
  slope: ({ slope, range, holds, n }) =>
    line`成交量大十倍的幣，下行貝塔相差${slope}（95%區間${range}，僅${String(n)}種幣）：${holds ? '與成交量有關' : '看不出成交量小的幣跌得更多'}。`,
  button: ({ falls, all, bitcoin, range, rank, of }) =>
    line`美股跌得最深的十分之一日子裡，一個共同因子占風險資產波動的${falls}（全部日子${all}）；比特幣對它的負荷為${bitcoin}（95%區間${range}），在${String(of)}種裡排第${String(rank)}。`,
  before: ({ bitcoin, share }) =>
    line`再往前500個交易日，這樣的日子裡它的負荷為${bitcoin}，共同因子占${share}。`,
  caution: ['按跌幅挑日子本身就會壓低相關；比特幣與以太幣按紐約收盤取價。'],
  coins: {
    title: '各幣的下行貝塔與成交量',
    measure: '過去250日中比特幣下跌的日子；成交量為幣安30日平均，代替深度',
    coin: '幣',
    beta: '下行貝塔',
    band: '95%區間',
    volume: '日成交額',
    change: (n) => `${n}日變動`,
  },
  loadings: {
    title: '對共同因子的負荷',
    measure: '與第一主成分的相關，過去500個交易日；下方為95%區間',
    asset: '資產',
    falls: '美股最跌的十分之一',
    before: '此前500日',
    all: '全部日子',
  },
};

const en: BetaMessages = {
  most: ({ name, beta, range, above, of }) =>
    line`On days on which bitcoin fell, ${name} fell most, ${beta} times as far (95%: ${range}); for ${String(above)} of ${String(of)} coins the whole interval lies above 1.`,
  slope: ({ slope, range, holds, n }) =>
    line`A coin with ten times the volume has a downside beta that differs by ${slope} (95%: ${range}, ${String(n)} coins only): ${holds ? 'it goes with volume' : 'that coins with less volume fall further cannot be told'}.`,
  button: ({ falls, all, bitcoin, range, rank, of }) =>
    line`On the tenth of days on which US shares fell most, one common factor has ${falls} of the moves of risk assets (${all} on all days); the loading of bitcoin on it is ${bitcoin} (95%: ${range}), rank ${String(rank)} of ${String(of)}.`,
  before: ({ bitcoin, share }) =>
    line`On such days of the 500 sessions before, its loading was ${bitcoin} and the factor had ${share}.`,
  caution: [
    'Choosing days by a fall lowers correlations by itself; bitcoin and ether are taken at the New York close.',
  ],
  coins: {
    title: 'Downside beta and volume by coin',
    measure:
      'Days of the last 250 on which bitcoin fell; volume on Binance, mean of 30 days, in place of depth',
    coin: 'Coin',
    beta: 'Downside beta',
    band: '95%',
    volume: 'Volume a day',
    change: (n) => `${n} days`,
  },
  loadings: {
    title: 'Loadings on the common factor',
    measure: 'Correlation with the first principal component, last 500 sessions; 95% band below',
    asset: 'Asset',
    falls: 'Worst tenth of US shares',
    before: '500 sessions before',
    all: 'All days',
  },
};

export const BETA_AMPLIFICATION: Readonly<Record<Language, BetaMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const BETA_AMPLIFICATION_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than 30 days of the last (\d+) on which bitcoin fell$/,
    '过去$1日中比特币下跌的日子不足30天',
    '過去$1日中比特幣下跌的日子不足30天',
  ],
  [/^a day of the last (\d+) has no volume$/, '过去$1日中有一日没有成交量', '過去$1日中有一日沒有成交量'],
  [/^too few days$/, '日子太少', '日子太少'],
  [
    /^fewer than 4 coins with a downside beta and a volume$/,
    '有下行贝塔与成交量的币不足4种',
    '有下行貝塔與成交量的幣不足4種',
  ],
  [
    /^fewer than (\d+) sessions that all risk assets have$/,
    '所有风险资产都有的交易日不足$1个',
    '所有風險資產都有的交易日不足$1個',
  ],
];
