import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type SpeaksFor = 'inflow-before-falls' | 'inflow-before-rises' | 'neither';

interface ExchangeReserveMessages {
  level(p: { day: string; level: Part; gap: Part; peak: string }): Inline;
  stale(days: number): Inline;
  year(p: { growth: Part; net: Part }): Inline;
  migration(p: { left: Part; funds: Part; elsewhere: Part }): Inline;
  signs(p: {
    days: number;
    inflow: Inline;
    outflow: Inline;
    difference: Inline;
    speaksFor: SpeaksFor;
  }): Inline;
  venue(p: { name: string; day: string; level: Part; net: Part }): Inline;
  coins(text: string): string;
  readonly months: {
    readonly title: string;
    readonly measure: string;
    readonly month: string;
    readonly net: string;
    readonly price: string;
    readonly value: string;
    readonly unfinished: string;
  };
  readonly tests: {
    readonly title: string;
    readonly measure: string;
    readonly days: string;
    readonly inflow: string;
    readonly outflow: string;
    readonly base: string;
    readonly difference: string;
  };
  readonly chart: { title(p: { day: string; level: Part }): Inline; readonly measure: string };
}

const zhHans: ExchangeReserveMessages = {
  level: ({ day, level, gap, peak }) => line`${day}，交易所储备为${level}，较${peak}的峰值低${gap}。`,
  stale: (days) => line`这是${String(days)}日前的数据，之后没有更新的储备。`,
  year: ({ growth, net }) => line`一年内变化${growth}（${net}）。`,
  migration: ({ left, funds, elsewhere }) =>
    line`同期离开交易所${left}，其中基金增持${funds}，其余${elsewhere}转入自托管或他处。`,
  signs: ({ days, inflow, outflow, difference, speaksFor }) =>
    line`方向不预设：净流入日之后${String(days)}日平均${inflow}，净流出日之后平均${outflow}，相差${difference}；${
      speaksFor === 'neither'
        ? '两种解读都没有证据。'
        : speaksFor === 'inflow-before-falls'
          ? '支持“流入为卖压”的解读，未经样本外检验。'
          : '支持“流入近底部”的解读，未经样本外检验。'
    }`,
  venue: ({ name, day, level, net }) => line`${name}在${day}为${level}，30日变化${net}。`,
  coins: (text) => `${text}枚BTC`,
  months: {
    title: '交易所储备的月度净变化',
    measure: '枚BTC；价值按当月平均价',
    month: '月份',
    net: '净变化',
    price: '平均价',
    value: '价值',
    unfinished: '未完',
  },
  tests: {
    title: '净流入日与净流出日之后的价格',
    measure: '其后h日平均涨跌；差值附95%区间',
    days: '天数',
    inflow: '流入后',
    outflow: '流出后',
    base: '任意日',
    difference: '差值',
  },
  chart: { title: ({ day, level }) => line`交易所储备：${day}为${level}`, measure: '枚BTC，每7日一点' },
};

const zhHant: ExchangeReserveMessages = {
  level: ({ day, level, gap, peak }) => line`${day}，交易所儲備為${level}，較${peak}的峰值低${gap}。`,
  stale: (days) => line`這是${String(days)}日前的資料，之後沒有更新的儲備。`,
  year: ({ growth, net }) => line`一年內變化${growth}（${net}）。`,
  migration: ({ left, funds, elsewhere }) =>
    line`同期離開交易所${left}，其中基金增持${funds}，其餘${elsewhere}轉入自託管或他處。`,
  signs: ({ days, inflow, outflow, difference, speaksFor }) =>
    line`方向不預設：淨流入日之後${String(days)}日平均${inflow}，淨流出日之後平均${outflow}，相差${difference}；${
      speaksFor === 'neither'
        ? '兩種解讀都沒有證據。'
        : speaksFor === 'inflow-before-falls'
          ? '支持「流入為賣壓」的解讀，未經樣本外檢驗。'
          : '支持「流入近底部」的解讀，未經樣本外檢驗。'
    }`,
  venue: ({ name, day, level, net }) => line`${name}在${day}為${level}，30日變化${net}。`,
  coins: (text) => `${text}枚BTC`,
  months: {
    title: '交易所儲備的月度淨變化',
    measure: '枚BTC；價值按當月平均價',
    month: '月份',
    net: '淨變化',
    price: '平均價',
    value: '價值',
    unfinished: '未完',
  },
  tests: {
    title: '淨流入日與淨流出日之後的價格',
    measure: '其後h日平均漲跌；差值附95%區間',
    days: '天數',
    inflow: '流入後',
    outflow: '流出後',
    base: '任意日',
    difference: '差值',
  },
  chart: { title: ({ day, level }) => line`交易所儲備：${day}為${level}`, measure: '枚BTC，每7日一點' },
};

const en: ExchangeReserveMessages = {
  level: ({ day, level, gap, peak }) =>
    line`Exchanges held ${level} on ${day}, ${gap} less than at the peak of ${peak}.`,
  stale: (days) => line`That is ${String(days)} days old; no later reserve is known.`,
  year: ({ growth, net }) => line`Over a year that is ${growth} (${net}).`,
  migration: ({ left, funds, elsewhere }) =>
    line`In that year ${left} left the exchanges; funds added ${funds}, and the rest, ${elsewhere}, went to self-custody or elsewhere.`,
  signs: ({ days, inflow, outflow, difference, speaksFor }) =>
    line`No sign is assumed: in the ${String(days)} days after days of net inflow the price changed by ${inflow} on average, after days of net outflow by ${outflow}, a difference of ${difference}. ${
      speaksFor === 'neither'
        ? 'Neither reading has evidence.'
        : speaksFor === 'inflow-before-falls'
          ? 'This speaks for “inflow is selling pressure”; it is unproven.'
          : 'This speaks for “inflow comes near a bottom”; it is unproven.'
    }`,
  venue: ({ name, day, level, net }) => line`${name} held ${level} on ${day}, ${net} against 30 days before.`,
  coins: (text) => `${text} BTC`,
  months: {
    title: 'Net change of exchange reserves by month',
    measure: 'BTC; value at the month’s mean price',
    month: 'Month',
    net: 'Net change',
    price: 'Mean price',
    value: 'Value',
    unfinished: 'unfinished',
  },
  tests: {
    title: 'The price after days of net inflow and of net outflow',
    measure: 'Mean change over the days after; the difference with its 95% band',
    days: 'Days',
    inflow: 'After inflow',
    outflow: 'After outflow',
    base: 'Any day',
    difference: 'Difference',
  },
  chart: {
    title: ({ day, level }) => line`Exchanges held ${level} on ${day}`,
    measure: 'BTC, every seventh day',
  },
};

export const EXCHANGE_RESERVES: Readonly<Record<Language, ExchangeReserveMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const EXCHANGE_RESERVES_WHYS: readonly ExplainWhy[] = [
  [/^no exchange reserve is known$/, '没有交易所储备数据', '沒有交易所儲備資料'],
  [
    /^no reserve (\d+) days before the latest$/,
    '最新一日之前$1日没有储备数据',
    '最新一日之前$1日沒有儲備資料',
  ],
  [/^no price in the month$/, '当月没有价格', '當月沒有價格'],
  [
    /^no day and its day a year before with both reserves and fund holdings$/,
    '没有一日及其一年前同时有储备与基金持仓',
    '沒有一日及其一年前同時有儲備與基金持倉',
  ],
];
