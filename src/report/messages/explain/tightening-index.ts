import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface TighteningMessages {
  breadth(p: { day: string; banks: number; up: Part; down: Part }): Inline;
  readonly verdict: Readonly<Record<'supports' | 'refutes' | 'mixed', string>>;
  base(p: { base: Part }): Inline;
  real(p: { real: Part; banks: number; of: number }): Inline;
  readonly noReal: string;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly bank: string;
    readonly rate: string;
    months(n: number): string;
    readonly real: string;
    readonly mean: string;
    readonly up: string;
  };
  readonly chart: { readonly title: string; readonly measure: string };
}

const zhHans: TighteningMessages = {
  breadth: ({ day, banks, up, down }) =>
    line`截至${day}，${String(banks)}家有数据的央行中，半年来加息的占${up}，降息的占${down}。`,
  verdict: {
    supports: '加息的过半且实际利率上升：数据支持“同步收紧”。',
    refutes: '加息的不多于降息的：数据否定“同步收紧”。',
    mixed: '加息的多于降息的，但未过半或实际利率没有上升：既不支持也不否定“同步收紧”。',
  },
  base: ({ base }) => line`2009年底以来，半年内加息央行过半的月末占${base}。`,
  real: ({ real, banks, of }) =>
    line`扣除通胀后，政策利率半年来平均变动${real}（${String(of)}家中有通胀数据的${String(banks)}家）。`,
  noReal: '没有通胀数据，实际利率未测量。',
  meaning: '这是对一种说法的检验，界线是自定的，没有战绩，未经证明；央行越少，结论越粗。',
  table: {
    title: '各央行的政策利率',
    measure: '年率；变动为百分点或基点',
    bank: '央行',
    rate: '现值',
    months: (n) => `${n}个月`,
    real: '实际，6个月',
    mean: '平均',
    up: '加息占比',
  },
  chart: { title: '一年内加息央行占比减去降息央行占比', measure: '月末；高于零为加息的多' },
};

const zhHant: TighteningMessages = {
  breadth: ({ day, banks, up, down }) =>
    line`截至${day}，${String(banks)}家有資料的央行中，半年來升息的占${up}，降息的占${down}。`,
  verdict: {
    supports: '升息的過半且實質利率上升：資料支持「同步緊縮」。',
    refutes: '升息的不多於降息的：資料否定「同步緊縮」。',
    mixed: '升息的多於降息的，但未過半或實質利率沒有上升：既不支持也不否定「同步緊縮」。',
  },
  base: ({ base }) => line`2009年底以來，半年內升息央行過半的月末占${base}。`,
  real: ({ real, banks, of }) =>
    line`扣除通膨後，政策利率半年來平均變動${real}（${String(of)}家中有通膨資料的${String(banks)}家）。`,
  noReal: '沒有通膨資料，實質利率未測量。',
  meaning: '這是對一種說法的檢驗，界線是自訂的，沒有戰績，未經證明；央行越少，結論越粗。',
  table: {
    title: '各央行的政策利率',
    measure: '年率；變動為百分點或基點',
    bank: '央行',
    rate: '現值',
    months: (n) => `${n}個月`,
    real: '實質，6個月',
    mean: '平均',
    up: '升息占比',
  },
  chart: { title: '一年內升息央行占比減去降息央行占比', measure: '月末；高於零為升息的多' },
};

const en: TighteningMessages = {
  breadth: ({ day, banks, up, down }) =>
    line`By ${day}, of the ${String(banks)} central banks with data, ${up} had raised over six months and ${down} had cut.`,
  verdict: {
    supports: 'More than half have raised and real rates rose: the data support synchronous tightening.',
    refutes: 'No more have raised than cut: the data refute synchronous tightening.',
    mixed:
      'More have raised than cut, but not more than half, or without a rise of real rates: the data neither support nor refute synchronous tightening.',
  },
  base: ({ base }) =>
    line`Since the end of 2009 more than half had raised over six months at ${base} of the ends of months.`,
  real: ({ real, banks, of }) =>
    line`Less inflation, which is in the data for ${String(banks)} of the ${String(of)} banks, policy rates moved ${real} on average over six months.`,
  noReal: 'Inflation is not in the data, and real rates are not measured.',
  meaning:
    'This tests a story; its lines are ours, without a track record, and unproven. The fewer the banks, the coarser it is.',
  table: {
    title: 'Policy rates of central banks',
    measure: 'A year; changes in percentage or basis points',
    bank: 'Rate',
    rate: 'Now',
    months: (n) => `${n} months`,
    real: 'Real, 6 months',
    mean: 'Mean',
    up: 'Share up',
  },
  chart: {
    title: 'Share of central banks up less share down, over twelve months',
    measure: 'Ends of months; above zero more have raised',
  },
};

export const TIGHTENING: Readonly<Record<Language, TighteningMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const TIGHTENING_WHYS: readonly ExplainWhy[] = [
  [/^the rate is not known both then and now$/, '当时与现在的利率没有都测到', '當時與現在的利率沒有都測到'],
  [
    /^fewer than (\d+) central banks with a rate then and now$/,
    '当时与现在都有利率的央行少于$1家',
    '當時與現在都有利率的央行少於$1家',
  ],
  [
    /^inflation of (?:none of them|the country) is (?:not )?known then and now$/,
    '没有当时与现在的通胀数据',
    '沒有當時與現在的通膨資料',
  ],
  [
    /^fewer than (\d+) ends of months with three banks$/,
    '有三家央行的月末少于$1个',
    '有三家央行的月末少於$1個',
  ],
];
