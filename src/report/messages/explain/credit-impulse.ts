import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Line = 'bank-credit' | 'bank-loans' | 'bank-deposits' | 'bank-other-deposits';

interface CreditImpulseMessages {
  growth(p: { day: string; credit: Part; year: Part }): Inline;
  impulse(p: { flow: Part; before: Part; impulse: Part; faster: boolean }): Inline;
  rank(p: { percentile: Part; year: number }): Inline;
  meaning: string;
  names: Readonly<Record<Line, string>>;
  table: {
    title: string;
    measure: string;
    line: string;
    level: string;
    growth: string;
    yearGrowth: string;
    date: string;
  };
}

const zhHans: CreditImpulseMessages = {
  growth: ({ day, credit, year }) => line`至${day}，银行信贷13周年化增长${credit}，52周增长${year}。`,
  impulse: ({ flow, before, impulse, faster }) =>
    line`一年新增信贷为GDP的${flow}，上一年为${before}：信贷脉冲${impulse}，放贷在${faster ? '加快' : '放慢'}。`,
  rank: ({ percentile, year }) => line`在${String(year)}年以来处于第${percentile}百分位。`,
  meaning: 'H.8每周修订，存款是负债而不是放贷；脉冲描述信贷的加速，不预测资产价格。',
  names: {
    'bank-credit': '银行信贷',
    'bank-loans': '贷款与租赁',
    'bank-deposits': '存款',
    'bank-other-deposits': '其他存款',
  },
  table: {
    title: '银行信贷与存款',
    measure: 'H.8，经季节调整；水平为亿美元',
    line: '项目',
    level: '水平',
    growth: '13周年化',
    yearGrowth: '52周',
    date: '日期',
  },
};

const zhHant: CreditImpulseMessages = {
  growth: ({ day, credit, year }) => line`至${day}，銀行信貸13週年化成長${credit}，52週成長${year}。`,
  impulse: ({ flow, before, impulse, faster }) =>
    line`一年新增信貸為GDP的${flow}，上一年為${before}：信貸脈衝${impulse}，放貸在${faster ? '加快' : '放慢'}。`,
  rank: ({ percentile, year }) => line`在${String(year)}年以來處於第${percentile}百分位。`,
  meaning: 'H.8每週修訂，存款是負債而不是放貸；脈衝描述信貸的加速，不預測資產價格。',
  names: {
    'bank-credit': '銀行信貸',
    'bank-loans': '放款與租賃',
    'bank-deposits': '存款',
    'bank-other-deposits': '其他存款',
  },
  table: {
    title: '銀行信貸與存款',
    measure: 'H.8，經季節調整；水準為億美元',
    line: '項目',
    level: '水準',
    growth: '13週年化',
    yearGrowth: '52週',
    date: '日期',
  },
};

const en: CreditImpulseMessages = {
  growth: ({ day, credit, year }) =>
    line`To ${day} bank credit grew at ${credit} a year over 13 weeks, and by ${year} over 52.`,
  impulse: ({ flow, before, impulse, faster }) =>
    line`New credit of a year is ${flow} of GDP after ${before} the year before: a credit impulse of ${impulse}, lending is ${faster ? 'speeding up' : 'slowing'}.`,
  rank: ({ percentile, year }) => line`That is percentile ${percentile} since ${String(year)}.`,
  meaning:
    'H.8 is revised every week, and deposits are a liability, not lending; the impulse describes how credit speeds up and predicts no price.',
  names: {
    'bank-credit': 'Bank credit',
    'bank-loans': 'Loans and leases',
    'bank-deposits': 'Deposits',
    'bank-other-deposits': 'Other deposits',
  },
  table: {
    title: 'Bank credit and deposits',
    measure: 'H.8, seasonally adjusted; levels in billions of US dollars',
    line: 'Line',
    level: 'Level',
    growth: '13 weeks, annual rate',
    yearGrowth: '52 weeks',
    date: 'Date',
  },
};

export const CREDIT_IMPULSE: Readonly<Record<Language, CreditImpulseMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const CREDIT_IMPULSE_WHYS: readonly ExplainWhy[] = [
  [/^(bank-[a-z-]+) has no value$/, '$1没有数值', '$1沒有數值'],
  [
    /^no bank credit two years back, or no GDP$/,
    '没有两年前的银行信贷，或没有GDP',
    '沒有兩年前的銀行信貸，或沒有GDP',
  ],
  [/^fewer than (\d+) weeks with an impulse$/, '有信贷脉冲的周数少于$1', '有信貸脈衝的週數少於$1'],
];
