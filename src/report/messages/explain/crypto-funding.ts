import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Gauge = 'funding' | 'basis' | 'stablecoins' | 'etf-flow' | 'borrowing';
type Leverage =
  | 'open-interest'
  | 'open-interest-binance'
  | 'open-interest-share'
  | 'leverage-ratio'
  | 'margin-longs'
  | 'margin-shorts'
  | 'defi-tvl'
  | 'basis-annual';

interface CryptoFundingMessages {
  score(p: { day: string; score: Part; loose: boolean; measured: number; all: number }): Inline;
  noScore(p: { day: string; measured: number; all: number }): Inline;
  percentile(percentile: Part): Inline;
  largest(p: { gauge: Gauge; contribution: Part }): Inline;
  meaning: Inline;
  coins(text: string): string;
  readonly gauges: Readonly<Record<Gauge, string>>;
  readonly leverage: Readonly<Record<Leverage, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly gauge: string;
    readonly date: string;
    readonly value: string;
    readonly contribution: string;
    readonly sum: string;
  };
  readonly stack: {
    readonly title: string;
    readonly measure: string;
    readonly row: string;
    readonly date: string;
    readonly value: string;
    readonly change: string;
    readonly stale: string;
  };
  readonly chart: { title(p: { day: string; score: Part }): Inline; readonly measure: string };
}

const zhHans: CryptoFundingMessages = {
  score: ({ day, score, loose, measured, all }) =>
    line`${day}，加密资金环境的综合z值为${score}（${String(all)}项中有${String(measured)}项读数），资金${loose ? '比过去一年宽' : '比过去一年紧'}。`,
  noScore: ({ day, measured, all }) =>
    line`${day}，加密资金环境${String(all)}项中只有${String(measured)}项读数，不给综合值。`,
  percentile: (percentile) => line`在过去365日中处于第${percentile}百分位。`,
  largest: ({ gauge, contribution }) => line`影响最大的是${zhHans.gauges[gauge]}，贡献${contribution}。`,
  meaning: ['综合值等权，是描述，作为信号未经证明。'],
  coins: (text) => `${text}枚BTC`,
  gauges: {
    funding: '永续资金费率（7日均）',
    basis: 'CME基差（20日均）',
    stablecoins: '稳定币30日增速',
    'etf-flow': '现货基金资金流（5日合计）',
    borrowing: 'USDC借款利率',
  },
  leverage: {
    'open-interest': '未平仓合约（全交易所）',
    'open-interest-binance': '未平仓合约（币安）',
    'open-interest-share': '未平仓合约占市值',
    'leverage-ratio': '估算杠杆率（未平仓/储备）',
    'margin-longs': 'Bitfinex杠杆多头',
    'margin-shorts': 'Bitfinex杠杆空头',
    'defi-tvl': 'DeFi锁仓',
    'basis-annual': 'CME基差（年化，20日中位数）',
  },
  table: {
    title: '资金环境的分项',
    measure: 'z值对过去365日；贡献合计等于综合值',
    gauge: '分项',
    date: '日期',
    value: '数值',
    contribution: '贡献',
    sum: '综合',
  },
  stack: {
    title: '杠杆来源',
    measure: '每行取其最近一日；较旧的注明',
    row: '来源',
    date: '日期',
    value: '数值',
    change: '30日变化',
    stale: '旧',
  },
  chart: { title: ({ day, score }) => line`资金环境：${day}为${score}`, measure: '综合z值，过去365日' },
};

const zhHant: CryptoFundingMessages = {
  score: ({ day, score, loose, measured, all }) =>
    line`${day}，加密資金環境的綜合z值為${score}（${String(all)}項中有${String(measured)}項讀數），資金${loose ? '比過去一年寬' : '比過去一年緊'}。`,
  noScore: ({ day, measured, all }) =>
    line`${day}，加密資金環境${String(all)}項中只有${String(measured)}項讀數，不給綜合值。`,
  percentile: (percentile) => line`在過去365日中處於第${percentile}百分位。`,
  largest: ({ gauge, contribution }) => line`影響最大的是${zhHant.gauges[gauge]}，貢獻${contribution}。`,
  meaning: ['綜合值等權，是描述，作為訊號未經證明。'],
  coins: (text) => `${text}枚BTC`,
  gauges: {
    funding: '永續資金費率（7日均）',
    basis: 'CME基差（20日均）',
    stablecoins: '穩定幣30日增速',
    'etf-flow': '現貨基金資金流（5日合計）',
    borrowing: 'USDC借款利率',
  },
  leverage: {
    'open-interest': '未平倉合約（全交易所）',
    'open-interest-binance': '未平倉合約（幣安）',
    'open-interest-share': '未平倉合約占市值',
    'leverage-ratio': '估算槓桿率（未平倉/儲備）',
    'margin-longs': 'Bitfinex槓桿多頭',
    'margin-shorts': 'Bitfinex槓桿空頭',
    'defi-tvl': 'DeFi鎖倉',
    'basis-annual': 'CME基差（年化，20日中位數）',
  },
  table: {
    title: '資金環境的分項',
    measure: 'z值對過去365日；貢獻合計等於綜合值',
    gauge: '分項',
    date: '日期',
    value: '數值',
    contribution: '貢獻',
    sum: '綜合',
  },
  stack: {
    title: '槓桿來源',
    measure: '每列取其最近一日；較舊的註明',
    row: '來源',
    date: '日期',
    value: '數值',
    change: '30日變化',
    stale: '舊',
  },
  chart: { title: ({ day, score }) => line`資金環境：${day}為${score}`, measure: '綜合z值，過去365日' },
};

const en: CryptoFundingMessages = {
  score: ({ day, score, loose, measured, all }) =>
    line`The crypto funding environment stood at z ${score} on ${day} (${String(measured)} of ${String(all)} gauges measured): money was ${loose ? 'looser' : 'tighter'} than over the year before.`,
  noScore: ({ day, measured, all }) =>
    line`On ${day} only ${String(measured)} of the ${String(all)} gauges of the crypto funding environment are measured, too few for a score.`,
  percentile: (percentile) => line`That is percentile ${percentile} of the last 365 days.`,
  largest: ({ gauge, contribution }) => line`The largest part is ${en.gauges[gauge]}, with ${contribution}.`,
  meaning: ['The gauges weigh the same; the score describes, and as a signal it is unproven.'],
  coins: (text) => `${text} BTC`,
  gauges: {
    funding: 'perpetual funding (7 days)',
    basis: 'CME basis (20 sessions)',
    stablecoins: 'stablecoin growth (30 days)',
    'etf-flow': 'spot fund flow (5 sessions)',
    borrowing: 'USDC borrowing rate',
  },
  leverage: {
    'open-interest': 'Open interest, all exchanges',
    'open-interest-binance': 'Open interest, Binance',
    'open-interest-share': 'Open interest over market value',
    'leverage-ratio': 'Open interest over exchange reserves',
    'margin-longs': 'Margin longs on Bitfinex',
    'margin-shorts': 'Margin shorts on Bitfinex',
    'defi-tvl': 'DeFi value locked',
    'basis-annual': 'CME basis, annualised, median of 20 sessions',
  },
  table: {
    title: 'Parts of the funding environment',
    measure: 'z against the 365 days before; contributions sum to the score',
    gauge: 'Gauge',
    date: 'Date',
    value: 'Value',
    contribution: 'Contribution',
    sum: 'Score',
  },
  stack: {
    title: 'Where the leverage is',
    measure: 'Each row at its latest day; old ones are marked',
    row: 'Source',
    date: 'Date',
    value: 'Value',
    change: '30 days',
    stale: 'old',
  },
  chart: {
    title: ({ day, score }) => line`The funding environment stood at ${score} on ${day}`,
    measure: 'Composite z, last 365 days',
  },
};

export const CRYPTO_FUNDING: Readonly<Record<Language, CryptoFundingMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CRYPTO_FUNDING_WHYS: readonly ExplainWhy[] = [
  [
    /^no recent value, or fewer than (\d+) in the year before it$/,
    '没有近期数值，或此前一年不足$1个',
    '沒有近期數值，或此前一年不足$1個',
  ],
  [/^less than 60 % of the weights is measured$/, '有读数的权重不足60%', '有讀數的權重不足60%'],
  [
    /^fewer than half of the days of the year have a score$/,
    '一年中有综合值的日子不足一半',
    '一年中有綜合值的日子不足一半',
  ],
  [/^none of its days is known$/, '没有任何一日的数据', '沒有任何一日的資料'],
  [/^no value 30 days before the latest$/, '最新值之前30日没有数值', '最新值之前30日沒有數值'],
];
