import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Contract = 'bitcoin' | 'gold' | 'silver' | 'sp500' | 'nasdaq' | 'jpy' | 'tnote10' | 'crude' | 'usdx';
type Group = 'funds' | 'coinbase' | 'bitfinex';

interface PositioningMessages {
  report(p: {
    contract: Contract;
    day: string;
    long: boolean;
    net: Part;
    change: Part;
    percentile: Part;
  }): Inline;
  age(p: { days: number; published: string }): Inline;
  first(p: { first: Group; second: Group; p: Part }): Inline;
  none(p: { from: string; to: string }): Inline;
  meaning: Inline;
  contracts(text: string): string;
  readonly names: Readonly<Record<Contract, string>>;
  readonly groups: Readonly<Record<Group, string>>;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly contract: string;
    readonly date: string;
    readonly net: string;
    change(weeks: number): string;
    readonly percentile: string;
    readonly changePercentile: string;
    readonly share: string;
  };
  readonly order: {
    readonly title: string;
    measure(p: { from: string; to: string; lags: number }): string;
    readonly first: string;
    readonly second: string;
    readonly holds: string;
    readonly yes: string;
    readonly no: string;
  };
}

const zhHans: PositioningMessages = {
  report: ({ contract, day, long, net, change, percentile }) =>
    line`${day}，投机者在${zhHans.names[contract]}期货上净${long ? '多' : '空'}${net}，四周变化${change}，该变化处于三年第${percentile}百分位。`,
  age: ({ days, published }) => line`这份报告在${published}公布，距今${String(days)}日。`,
  first: ({ first, second, p }) => line`${zhHans.groups[first]}先于${zhHans.groups[second]}（p为${p}）。`,
  none: ({ from, to }) => line`${from}至${to}，三组之间没有先后关系的证据。`,
  meaning: ['先后是关联，不是因果；按持有规模划分的流量没有来源。'],
  contracts: (text) => `${text}手`,
  names: {
    bitcoin: '比特币',
    gold: '黄金',
    silver: '白银',
    sp500: '标普500',
    nasdaq: '纳斯达克',
    jpy: '日元',
    tnote10: '10年期美债',
    crude: '原油',
    usdx: '美元指数',
  },
  groups: { funds: '现货基金资金流', coinbase: 'Coinbase溢价', bitfinex: 'Bitfinex杠杆多头' },
  table: {
    title: '期货净持仓（非商业）',
    measure: '手；已公布的最近一期',
    contract: '合约',
    date: '周二',
    net: '净持仓',
    change: (weeks) => `${weeks}周变化`,
    percentile: '三年百分位',
    changePercentile: '四周变化百分位',
    share: '占未平仓量',
  },
  order: {
    title: '谁在前：三组的先后检验',
    measure: ({ from, to, lags }) => `${from}至${to}的基金交易日，滞后${lags}日；按Holm法合并5%水平`,
    first: '在前',
    second: '在后',
    holds: '合并后成立',
    yes: '是',
    no: '否',
  },
};

const zhHant: PositioningMessages = {
  report: ({ contract, day, long, net, change, percentile }) =>
    line`${day}，投機者在${zhHant.names[contract]}期貨上淨${long ? '多' : '空'}${net}，四週變化${change}，該變化處於三年第${percentile}百分位。`,
  age: ({ days, published }) => line`這份報告在${published}公布，距今${String(days)}日。`,
  first: ({ first, second, p }) => line`${zhHant.groups[first]}先於${zhHant.groups[second]}（p為${p}）。`,
  none: ({ from, to }) => line`${from}至${to}，三組之間沒有先後關係的證據。`,
  meaning: ['先後是關聯，不是因果；按持有規模劃分的流量沒有來源。'],
  contracts: (text) => `${text}口`,
  names: {
    bitcoin: '比特幣',
    gold: '黃金',
    silver: '白銀',
    sp500: '標普500',
    nasdaq: '那斯達克',
    jpy: '日圓',
    tnote10: '10年期美債',
    crude: '原油',
    usdx: '美元指數',
  },
  groups: { funds: '現貨基金資金流', coinbase: 'Coinbase溢價', bitfinex: 'Bitfinex槓桿多頭' },
  table: {
    title: '期貨淨部位（非商業）',
    measure: '口；已公布的最近一期',
    contract: '合約',
    date: '週二',
    net: '淨部位',
    change: (weeks) => `${weeks}週變化`,
    percentile: '三年百分位',
    changePercentile: '四週變化百分位',
    share: '占未平倉量',
  },
  order: {
    title: '誰在前：三組的先後檢驗',
    measure: ({ from, to, lags }) => `${from}至${to}的基金交易日，落後${lags}日；按Holm法合併5%水準`,
    first: '在前',
    second: '在後',
    holds: '合併後成立',
    yes: '是',
    no: '否',
  },
};

const en: PositioningMessages = {
  report: ({ contract, day, long, net, change, percentile }) =>
    line`Speculators in ${en.names[contract]} futures were net ${long ? 'long' : 'short'} ${net} on ${day}, ${change} over four weeks, which is percentile ${percentile} of three years of such changes.`,
  age: ({ days, published }) => line`That report came out on ${published} and is ${String(days)} days old.`,
  first: ({ first, second, p }) => line`${en.groups[first]} came before ${en.groups[second]} (p ${p}).`,
  none: ({ from, to }) =>
    line`From ${from} to ${to} none of the three groups is shown to come before another.`,
  meaning: ['To come before is an association, no cause; no source known reports flows by size of holder.'],
  contracts: (text) => `${text} contracts`,
  names: {
    bitcoin: 'bitcoin',
    gold: 'gold',
    silver: 'silver',
    sp500: 'S&P 500',
    nasdaq: 'Nasdaq',
    jpy: 'yen',
    tnote10: '10-year Treasury',
    crude: 'crude oil',
    usdx: 'dollar index',
  },
  groups: { funds: 'Spot fund flow', coinbase: 'Coinbase premium', bitfinex: 'Bitfinex margin longs' },
  table: {
    title: 'Net positions in futures, non-commercial',
    measure: 'Contracts; latest report published',
    contract: 'Contract',
    date: 'Tuesday',
    net: 'Net',
    change: (weeks) => (weeks === 1 ? '1 week' : `${weeks} weeks`),
    percentile: 'Percentile, 3 years',
    changePercentile: 'Percentile of 4 weeks',
    share: 'Of open interest',
  },
  order: {
    title: 'Who came first: tests of three groups',
    measure: ({ from, to, lags }) =>
      `Sessions of the funds from ${from} to ${to}, ${lags} lags; 5% for all six by Holm’s method`,
    first: 'First',
    second: 'Then',
    holds: 'Holds among six',
    yes: 'yes',
    no: 'no',
  },
};

export const POSITIONING: Readonly<Record<Language, PositioningMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POSITIONING_WHYS: readonly ExplainWhy[] = [
  [/^no report on the contract is known$/, '没有该合约的报告', '沒有該合約的報告'],
  [/^fewer than (\d+) weekly reports$/, '周报不足$1期', '週報不足$1期'],
  [/^no report (\d+) weeks before the latest$/, '最新一期之前$1周没有报告', '最新一期之前$1週沒有報告'],
  [
    /^no report with both the net position and open interest$/,
    '没有同时含净持仓与未平仓量的报告',
    '沒有同時含淨部位與未平倉量的報告',
  ],
  [
    /^too few sessions with both, or one of them does not vary$/,
    '共同交易日太少，或其中一项没有变动',
    '共同交易日太少，或其中一項沒有變動',
  ],
];
