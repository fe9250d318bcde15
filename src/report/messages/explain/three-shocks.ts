import type { Language } from '../../../data/series/entry.ts';
import type { Shock } from '../../../diagnosis/explain/drivers/shocks/three-shocks.ts';
import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface ThreeShocksMessages {
  readonly names: Readonly<Record<Shock, string>>;
  one(name: string, score: Part): Inline;
  window(p: { from: string; to: string; parts: readonly Part[] }): Inline;
  leading(name: string | undefined): string;
  rarity(p: { name: string; rarity: Part }): Inline;
  largest(p: { name: string; day: string; score: Part; base: Part }): Inline;
  readonly meaning: string;
  readonly table: { readonly title: string; readonly measure: string; readonly day: string };
  readonly chart: { readonly title: string; readonly measure: string };
}

const zhHans: ThreeShocksMessages = {
  names: { policy: '政策重新定价', carry: '日元套息', programme: '程序化卖出' },
  one: (name, score) => line`${name}${score}`,
  window: ({ from, to, parts }) =>
    line`${from}之后至${to}，三重冲击合计：${joined(parts, '，')}（正为收紧）。`,
  leading: (name) => (name ? `收紧最多的是${name}。` : '没有一项收紧超过一个标准差。'),
  rarity: ({ name, rarity }) => line`${name}：过去的窗口中有${rarity}同方向、至少同样大。`,
  largest: ({ name, day, score, base }) =>
    line`${name}最大的一日是${day}（${score}）；平时超过两个标准差的交易日占${base}。`,
  meaning:
    '程序化卖出是趋势跟随规则的模型，不是成交数据；当日没有两年期收益率时以SHY基金代替。三项可以同时发生，没有战绩，未经证明，大小不等于原因。',
  table: { title: '逐日的三重冲击', measure: '标准差；正为收紧', day: '交易日' },
  chart: { title: '三重流动性冲击，逐日', measure: '标准差；零线以上为收紧，以下为放松' },
};

const zhHant: ThreeShocksMessages = {
  names: { policy: '政策重新定價', carry: '日圓利差交易', programme: '程式化賣出' },
  one: (name, score) => line`${name}${score}`,
  window: ({ from, to, parts }) =>
    line`${from}之後至${to}，三重衝擊合計：${joined(parts, '，')}（正為緊縮）。`,
  leading: (name) => (name ? `緊縮最多的是${name}。` : '沒有一項緊縮超過一個標準差。'),
  rarity: ({ name, rarity }) => line`${name}：過去的視窗中有${rarity}同方向、至少同樣大。`,
  largest: ({ name, day, score, base }) =>
    line`${name}最大的一日是${day}（${score}）；平時超過兩個標準差的交易日占${base}。`,
  meaning:
    '程式化賣出是趨勢跟隨規則的模型，不是成交資料；當日沒有兩年期殖利率時以SHY基金代替。三項可以同時發生，沒有戰績，未經證明，大小不等於原因。',
  table: { title: '逐日的三重衝擊', measure: '標準差；正為緊縮', day: '交易日' },
  chart: { title: '三重流動性衝擊，逐日', measure: '標準差；零線以上為緊縮，以下為放鬆' },
};

const en: ThreeShocksMessages = {
  names: { policy: 'policy priced anew', carry: 'yen carry', programme: 'programme selling' },
  one: (name, score) => line`${name} ${score}`,
  window: ({ from, to, parts }) =>
    line`After ${from}, to ${to}, the three shocks together were: ${joined(parts, ', ')} (above zero it tightens).`,
  leading: (name) =>
    name
      ? `The largest that tightens is ${name}.`
      : 'None of them tightened by more than one standard deviation.',
  rarity: ({ name, rarity }) =>
    line`For ${name}, ${rarity} of past windows were at least as large to the same side.`,
  largest: ({ name, day, score, base }) =>
    line`For ${name} the largest session was ${day} (${score}); ${base} of sessions are beyond two standard deviations.`,
  meaning:
    'Programme selling is a model of trend-following rules, not data of trades; where the 2-year yield of the day is not known the fund SHY stands in. The three can come together; none has a track record, all are unproven, and size is not cause.',
  table: {
    title: 'The three shocks by session',
    measure: 'In standard deviations; above zero it tightens',
    day: 'Session',
  },
  chart: {
    title: 'Three liquidity shocks by session',
    measure: 'In standard deviations; above the zero line tightening, below it easing',
  },
};

export const THREE_SHOCKS: Readonly<Record<Language, ThreeShocksMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const THREE_SHOCKS_WHYS: readonly ExplainWhy[] = [
  [
    /^the shock is not measured in the session, or too short a history before it$/,
    '当日没有测到该冲击，或之前的历史太短',
    '當日沒有測到該衝擊，或之前的歷史太短',
  ],
  [
    /^the shock is not measured in every session of the window$/,
    '窗口内并非每日都测到该冲击',
    '視窗內並非每日都測到該衝擊',
  ],
  [
    /^fewer than (\d+) windows or sessions before the window$/,
    '窗口之前的窗口或交易日少于$1',
    '視窗之前的視窗或交易日少於$1',
  ],
];
