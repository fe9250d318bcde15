import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface SpreadMessages {
  readonly names: Readonly<Record<string, string>>;
  widest(p: { pair: string; largest: Part; at: string; median: Part; p95: Part }): Inline;
  arbitrage(p: { pair: string; share: Part; fees: string; net: Part }): Inline;
  halfLife(p: { pair: string; time: Part }): Inline;
  leads(p: {
    first: string;
    second: string;
    bar: string;
    same: Part;
    leads: 'first' | 'second' | 'none';
  }): Inline;
  readonly clock: Inline;
  minutes(text: string): string;
  hours(text: string): string;
  days(text: string): string;
  bar(minutes: number): string;
  readonly chart: { title(pair: string): Inline; readonly measure: string };
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly pair: string;
    readonly median: string;
    readonly p95: string;
    readonly largest: string;
    readonly halfLife: string;
    readonly beyond: string;
  };
  readonly matrix: { readonly title: string; readonly measure: string; readonly pair: string };
}

const zhHans: SpreadMessages = {
  names: {
    'coinbase-binance': 'Coinbase对币安（日）',
    'bybit-perpetual-binance': 'Bybit永续对币安现货（时）',
    'binance-perpetual-spot': '币安永续标记价对现货（时）',
    'binance-perpetual-index': '币安永续标记价对综合指数（时）',
    'gemini-binance-perpetual': 'Gemini对币安币本位标记价（分）',
  },
  widest: ({ pair, largest, at, median, p95 }) =>
    line`过去30天里，${pair}的价差最大为${largest}（${at}），中位数${median}，95%的时候不超过${p95}。`,
  arbitrage: ({ pair, share, fees, net }) =>
    line`${pair}按双边费用${fees}计，${share}的收盘超出费用，平均净得${net}；未计资金费、转账与USDT脱钩。`,
  halfLife: ({ pair, time }) => line`${pair}的价差约${time}消去一半。`,
  leads: ({ first, second, bar, same, leads }) =>
    line`${first}与${second}的${bar}收益同期相关${same}，${leads === 'none' ? '错开一期都分不出先后' : `${leads === 'first' ? first : second}在前`}。`,
  clock: ['日线的两个收盘相差数小时，先后里有时钟的成分。'],
  minutes: (text) => `${text}分钟`,
  hours: (text) => `${text}小时`,
  days: (text) => `${text}天`,
  bar: (minutes) => (minutes === 0 ? '日' : `${minutes}分钟`),
  chart: { title: (pair) => line`${pair}的价差`, measure: '基点，过去30天，UTC；稀疏显示时取每段最大者' },
  table: {
    title: '跨交易所价差',
    measure: '基点，过去30天；各价格对USDT按1美元计',
    pair: '价格对',
    median: '中位数',
    p95: '第95百分位',
    largest: '最大',
    halfLife: '半衰期',
    beyond: '超出费用',
  },
  matrix: { title: '领先滞后相关', measure: '正数列为前者先动的期数；方括号为95%区间', pair: '前者与后者' },
};

const zhHant: SpreadMessages = {
  names: {
    'coinbase-binance': 'Coinbase對幣安（日）',
    'bybit-perpetual-binance': 'Bybit永續對幣安現貨（時）',
    'binance-perpetual-spot': '幣安永續標記價對現貨（時）',
    'binance-perpetual-index': '幣安永續標記價對綜合指數（時）',
    'gemini-binance-perpetual': 'Gemini對幣安幣本位標記價（分）',
  },
  widest: ({ pair, largest, at, median, p95 }) =>
    line`過去30天裡，${pair}的價差最大為${largest}（${at}），中位數${median}，95%的時候不超過${p95}。`,
  arbitrage: ({ pair, share, fees, net }) =>
    line`${pair}按雙邊費用${fees}計，${share}的收盤超出費用，平均淨得${net}；未計資金費、轉帳與USDT脫鉤。`,
  halfLife: ({ pair, time }) => line`${pair}的價差約${time}消去一半。`,
  leads: ({ first, second, bar, same, leads }) =>
    line`${first}與${second}的${bar}報酬同期相關${same}，${leads === 'none' ? '錯開一期都分不出先後' : `${leads === 'first' ? first : second}在前`}。`,
  clock: ['日線的兩個收盤相差數小時，先後裡有時鐘的成分。'],
  minutes: (text) => `${text}分鐘`,
  hours: (text) => `${text}小時`,
  days: (text) => `${text}天`,
  bar: (minutes) => (minutes === 0 ? '日' : `${minutes}分鐘`),
  chart: { title: (pair) => line`${pair}的價差`, measure: '基點，過去30天，UTC；稀疏顯示時取每段最大者' },
  table: {
    title: '跨交易所價差',
    measure: '基點，過去30天；各價格對USDT按1美元計',
    pair: '價格對',
    median: '中位數',
    p95: '第95百分位',
    largest: '最大',
    halfLife: '半衰期',
    beyond: '超出費用',
  },
  matrix: { title: '領先滯後相關', measure: '正數欄為前者先動的期數；方括號為95%區間', pair: '前者與後者' },
};

const en: SpreadMessages = {
  names: {
    'coinbase-binance': 'Coinbase against Binance, daily',
    'bybit-perpetual-binance': 'Bybit perpetual against Binance spot, hourly',
    'binance-perpetual-spot': 'Binance perpetual mark against spot, hourly',
    'binance-perpetual-index': 'Binance perpetual mark against the CCCAGG index, hourly',
    'gemini-binance-perpetual': 'Gemini against Binance coin-margined mark, by the minute',
  },
  widest: ({ pair, largest, at, median, p95 }) =>
    line`Over the last 30 days the spread was widest for ${pair}: ${largest} at ${at}, against a median of ${median} and 95% of closes within ${p95}.`,
  arbitrage: ({ pair, share, fees, net }) =>
    line`With fees of ${fees} for both sides, ${share} of the closes of ${pair} lie beyond them, ${net} net on average, before funding, transfer and the depeg of USDT.`,
  halfLife: ({ pair, time }) => line`Half of the spread of ${pair} is gone in ${time}.`,
  leads: ({ first, second, bar, same, leads }) =>
    line`The ${bar} returns of ${first} and ${second} have a correlation of ${same} in the same bar; ${leads === 'none' ? 'one bar apart, neither can be told to be first' : `${leads === 'first' ? first : second} comes first`}.`,
  clock: ['Daily closes lie hours apart, so part of who comes first is the clock.'],
  minutes: (text) => `${text} minutes`,
  hours: (text) => `${text} hours`,
  days: (text) => `${text} days`,
  bar: (minutes) => (minutes === 0 ? 'daily' : `${minutes}-minute`),
  chart: {
    title: (pair) => line`Spread of ${pair}`,
    measure: 'Basis points, last 30 days, UTC; where thinned, the widest of each stretch',
  },
  table: {
    title: 'Spreads between venues',
    measure: 'Basis points, last 30 days; USDT taken at one dollar',
    pair: 'Prices',
    median: 'Median',
    p95: '95%',
    largest: 'Widest',
    halfLife: 'Half-life',
    beyond: 'Beyond fees',
  },
  matrix: {
    title: 'Lead–lag correlations',
    measure: 'Columns above 0: bars by which the first comes before the second; in brackets the 95% interval',
    pair: 'First and second',
  },
};

export const SPREADS: Readonly<Record<Language, SpreadMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const SPREADS_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) closes of both venues in the last (\d+) days$/,
    '过去$2天里两边都有的收盘不足$1个',
    '過去$2天裡兩邊都有的收盤不足$1個',
  ],
  [/^the spread does not carry over from bar to bar$/, '价差不延续到下一期', '價差不延續到下一期'],
  [/^fewer than 30 neighbouring closes$/, '相邻的收盘不足30个', '相鄰的收盤不足30個'],
  [/^fewer than 30 neighbouring returns of both$/, '两者相邻的收益不足30个', '兩者相鄰的報酬不足30個'],
];
