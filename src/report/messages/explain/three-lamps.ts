import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Lamp = 'premium' | 'flows' | 'reserves';

interface ThreeLampMessages {
  state(p: { day: string; red: Part; measured: number; since: string }): Inline;
  lamp(p: { lamp: Lamp; reading: Part; red: boolean }): Inline;
  dark(p: { lamp: Lamp; latest: string | undefined }): Inline;
  history(p: { share: Part; stretches: number; from: string; to: string }): Inline;
  meaning: Inline;
  coins(text: string): string;
  readonly table: {
    title(n: number): string;
    measure(p: { from: string; to: string }): string;
    readonly red: string;
    readonly days: string;
    readonly stretches: string;
    after(h: number): string;
    base(h: number): string;
    readonly any: string;
  };
}

const HANS: Readonly<Record<Lamp, string>> = {
  premium: 'Coinbase溢价（7日均）',
  flows: '现货基金资金流（7日合计）',
  reserves: '交易所储备（7日变化）',
};
const HANT: Readonly<Record<Lamp, string>> = {
  premium: 'Coinbase溢價（7日均）',
  flows: '現貨基金資金流（7日合計）',
  reserves: '交易所儲備（7日變化）',
};
const EN: Readonly<Record<Lamp, string>> = {
  premium: 'The Coinbase premium, mean of 7 days,',
  flows: 'The flow of the spot funds over 7 days',
  reserves: 'The change of exchange reserves over 7 days',
};

const zhHans: ThreeLampMessages = {
  state: ({ day, red, measured, since }) =>
    line`${day}，三盏灯中有读数的${String(measured)}盏里${red}盏为红，自${since}起如此。`,
  lamp: ({ lamp, reading, red }) => line`${HANS[lamp]}为${reading}，${red ? '红' : '不红'}。`,
  dark: ({ lamp, latest }) =>
    latest === undefined ? line`${HANS[lamp]}未计量。` : line`${HANS[lamp]}未计量，最近一次读数在${latest}。`,
  history: ({ share, stretches, from, to }) =>
    line`${from}至${to}，红灯数与现在相同的日子占${share}，分${String(stretches)}段。`,
  meaning: ['红灯数与其后涨跌的关系是关联，段数少，未经样本外检验。'],
  coins: (text) => `${text}枚BTC`,
  table: {
    title: (n) => `${n === 3 ? '三盏灯' : `有读数的${n}盏灯`}：红灯数与其后涨跌`,
    measure: ({ from, to }) => `${from}至${to}；平均涨跌附95%区间`,
    red: '红灯数',
    days: '天数',
    stretches: '段数',
    after: (h) => `${h}日后平均`,
    base: (h) => `${h}日后上涨`,
    any: '任意日',
  },
};

const zhHant: ThreeLampMessages = {
  state: ({ day, red, measured, since }) =>
    line`${day}，三盞燈中有讀數的${String(measured)}盞裡${red}盞為紅，自${since}起如此。`,
  lamp: ({ lamp, reading, red }) => line`${HANT[lamp]}為${reading}，${red ? '紅' : '不紅'}。`,
  dark: ({ lamp, latest }) =>
    latest === undefined ? line`${HANT[lamp]}未計量。` : line`${HANT[lamp]}未計量，最近一次讀數在${latest}。`,
  history: ({ share, stretches, from, to }) =>
    line`${from}至${to}，紅燈數與現在相同的日子占${share}，分${String(stretches)}段。`,
  meaning: ['紅燈數與其後漲跌的關係是關聯，段數少，未經樣本外檢驗。'],
  coins: (text) => `${text}枚BTC`,
  table: {
    title: (n) => `${n === 3 ? '三盞燈' : `有讀數的${n}盞燈`}：紅燈數與其後漲跌`,
    measure: ({ from, to }) => `${from}至${to}；平均漲跌附95%區間`,
    red: '紅燈數',
    days: '天數',
    stretches: '段數',
    after: (h) => `${h}日後平均`,
    base: (h) => `${h}日後上漲`,
    any: '任意日',
  },
};

const en: ThreeLampMessages = {
  state: ({ day, red, measured, since }) =>
    line`Of the three lamps ${String(measured)} ${measured === 1 ? 'is' : 'are'} measured on ${day}, and ${red} of them red; it has been so many since ${since}.`,
  lamp: ({ lamp, reading, red }) => line`${EN[lamp]} is ${reading}: ${red ? 'red' : 'not red'}.`,
  dark: ({ lamp, latest }) =>
    latest === undefined
      ? line`${EN[lamp]} is not measured.`
      : line`${EN[lamp]} is not measured; its last reading was on ${latest}.`,
  history: ({ share, stretches, from, to }) =>
    line`From ${from} to ${to} as many were red on ${share} of the days, in ${String(stretches)} stretches.`,
  meaning: [
    'What followed is an association over few stretches; as a rule for buying or selling the lamps are unproven.',
  ],
  coins: (text) => `${text} BTC`,
  table: {
    title: (n) =>
      n === 3
        ? 'Red lamps out of three, and what followed'
        : `Red lamps out of the ${n} measured, and what followed`,
    measure: ({ from, to }) => `${from} to ${to}; mean change with its 95% band`,
    red: 'Red',
    days: 'Days',
    stretches: 'Stretches',
    after: (h) => `Mean, ${h} days`,
    base: (h) => `Rose, ${h} days`,
    any: 'Any day',
  },
};

export const THREE_LAMPS: Readonly<Record<Language, ThreeLampMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const THREE_LAMPS_WHYS: readonly ExplainWhy[] = [
  [/^no lamp is measured$/, '三盏灯都没有读数', '三盞燈都沒有讀數'],
  [/^the lamp has had no reading since the day named$/, '自所标日期起没有读数', '自所標日期起沒有讀數'],
  [/^the lamp has no reading on the day$/, '当日没有读数', '當日沒有讀數'],
  [/^the lamps were never measured together$/, '这些灯从未同时有读数', '這些燈從未同時有讀數'],
];
