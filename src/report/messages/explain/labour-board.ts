import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface LabourMessages {
  /** Of the latest releases the one that moved most. */
  latest(p: { name: string; period: string; value: Part; change: Part; added: boolean }): Inline;
  score(z: Part): Inline;
  weaker(p: { name: string; since: string; all: boolean; weak: 'fall' | 'rise' }): Inline;
  weakened(p: { weak: number; of: number }): Inline;
  surprise(p: { name: string; surprise: Part }): Inline;
  noConsensus: string;
  late: string;
  persons(value: number, signed: boolean): string;
  points(value: number): string;
  none: string;
  /** The week that ends on a day. */
  week(day: string): string;
  never(from: string): string;
  table: {
    label: string;
    title: string;
    measure: string;
    statistic: string;
    period: string;
    value: string;
    change: string;
    z: string;
    since: string;
    surprise: string;
    revision: string;
  };
}

function tenThousands(unit: string) {
  return (value: number, signed: boolean) => {
    const size = (Math.abs(value) / 1e4).toFixed(1).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
    return `${signOf(value, signed)}${size}${unit}`;
  };
}

function signOf(value: number, signed: boolean): string {
  if (value < 0) return '−';
  return signed && value > 0 ? '+' : '';
}

function points(unit: string) {
  return (value: number) => `${signOf(value, true)}${Math.abs(100 * value).toFixed(1)}${unit}`;
}

const zhHans: LabourMessages = {
  latest: ({ name, period, value, change, added }) =>
    line`近期公布中变化最大的是${name}（${period}）：${added ? '增减' : ''}${value}，较上期${change}。`,
  score: (z) => line`这一变化为过去三年的${z}。`,
  weaker: ({ name, since, all, weak }) =>
    all
      ? line`${name}为有数据（${since}起）以来最${weak === 'fall' ? '低' : '高'}。`
      : line`${name}上次更${weak === 'fall' ? '低' : '高'}是在${since}。`,
  weakened: ({ weak, of }) => line`有数值的${String(of)}项中，${String(weak)}项较上期走弱。`,
  surprise: ({ name, surprise }) => line`${name}与预期相差${surprise}。`,
  noConsensus: '市场预期未提供：导入表consensus（date、statistic、consensus）即可比较。',
  late: '数值取自日后的版本，首次公布值不在数据中，可能与当时的头条不同。',
  persons: tenThousands('万人'),
  points: points('个百分点'),
  week: (day) => `截至${day}的一周`,
  none: '—',
  never: (from) => `${from}起最弱`,
  table: {
    label: 'T-4',
    title: '就业数据一览',
    measure: '非农与ADP为增减人数，其余为水平；σ以过去三年的变化计',
    statistic: '数据',
    period: '所属期',
    value: '公布值',
    change: '较上期',
    z: '标准分',
    since: '上次更弱',
    surprise: '与预期之差',
    revision: '较首次公布',
  },
};

const zhHant: LabourMessages = {
  latest: ({ name, period, value, change, added }) =>
    line`近期公布中變化最大的是${name}（${period}）：${added ? '增減' : ''}${value}，較上期${change}。`,
  score: (z) => line`這一變化為過去三年的${z}。`,
  weaker: ({ name, since, all, weak }) =>
    all
      ? line`${name}為有資料（${since}起）以來最${weak === 'fall' ? '低' : '高'}。`
      : line`${name}上次更${weak === 'fall' ? '低' : '高'}是在${since}。`,
  weakened: ({ weak, of }) => line`有數值的${String(of)}項中，${String(weak)}項較上期走弱。`,
  surprise: ({ name, surprise }) => line`${name}與預期相差${surprise}。`,
  noConsensus: '市場預期未提供：匯入表consensus（date、statistic、consensus）即可比較。',
  late: '數值取自日後的版本，首次公布值不在資料中，可能與當時的頭條不同。',
  persons: tenThousands('萬人'),
  points: points('個百分點'),
  week: (day) => `截至${day}的一週`,
  none: '—',
  never: (from) => `${from}起最弱`,
  table: {
    label: 'T-4',
    title: '就業資料一覽',
    measure: '非農與ADP為增減人數，其餘為水準；σ以過去三年的變化計',
    statistic: '資料',
    period: '所屬期',
    value: '公布值',
    change: '較上期',
    z: '標準分',
    since: '上次更弱',
    surprise: '與預期之差',
    revision: '較首次公布',
  },
};

const en: LabourMessages = {
  latest: ({ name, period, value, change, added }) =>
    line`Of the latest releases the step in ${name} was the largest, for ${period}: ${added ? 'a change of ' : ''}${value}, ${change} against the period before.`,
  score: (z) => line`That step is ${z} of the last three years’ steps.`,
  weaker: ({ name, since, all, weak }) =>
    all
      ? line`The figure for ${name} has never been ${weak === 'fall' ? 'lower' : 'higher'} since ${since}, where the data begin.`
      : line`The figure for ${name} was last ${weak === 'fall' ? 'lower' : 'higher'} in ${since}.`,
  weakened: ({ weak, of }) =>
    line`Weaker than the period before: ${String(weak)} of the ${String(of)} statistics with a value.`,
  surprise: ({ name, surprise }) => line`${name} differed from the consensus by ${surprise}.`,
  noConsensus:
    'The consensus is not supplied: import a table “consensus” (date, statistic, consensus) to compare.',
  late: 'Values come from a later vintage; first prints are not in the data and may differ from the headlines of the day.',
  persons: (value, signed) =>
    `${signOf(value, signed)}${Math.abs(Math.round(value))
      .toString()
      .replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`,
  points: points(' pp'),
  week: (day) => `the week to ${day}`,
  none: '—',
  never: (from) => `weakest since ${from}`,
  table: {
    label: 'T-4',
    title: 'Labour statistics',
    measure: 'Persons added for payrolls and ADP, levels for the others; σ of the last three years’ steps',
    statistic: 'Statistic',
    period: 'Period',
    value: 'Announced',
    change: 'Against before',
    z: 'Step in σ',
    since: 'Last weaker',
    surprise: 'Against consensus',
    revision: 'Against first print',
  },
};

export const LABOUR_BOARD: Readonly<Record<Language, LabourMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const LABOUR_BOARD_WHYS: readonly ExplainWhy[] = [
  [
    /^no first print of it was seen at its time$/,
    '数据中没有当时看到的首次公布值',
    '資料中沒有當時看到的首次公布值',
  ],
  [
    /^(job-openings|adp-employment|challenger-job-cuts|initial-claims|continued-claims|payrolls|unemployment-rate|participation-rate) has no value$/,
    '没有该项数据',
    '沒有該項資料',
  ],
  [/^the period before has no value$/, '上一期没有数值', '上一期沒有數值'],
  [/^fewer than two years of changes before it$/, '此前的变化不足两年', '此前的變化不足兩年'],
  [/^no consensus is supplied$/, '未提供市场预期', '未提供市場預期'],
  [/^no earlier print of it is in the data$/, '数据中没有更早公布的值', '資料中沒有更早公布的值'],
];
