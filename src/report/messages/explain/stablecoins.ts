import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface StablecoinMessages {
  level(p: { day: string; supply: Part; grew: boolean; size: Part; growth: Part }): Inline;
  rank(percentile: Part): Inline;
  meaning: Inline;
  readonly others: string;
  readonly table: {
    readonly title: string;
    measure(p: { day: string; before: string }): string;
    readonly issuer: string;
    readonly supply: string;
    readonly share: string;
    readonly change: string;
  };
}

const zhHans: StablecoinMessages = {
  level: ({ day, supply, grew, size, growth }) =>
    line`${day}，稳定币供应为${supply}，30日${grew ? '增加' : '减少'}${size}（${growth}）。`,
  rank: (percentile) => line`该增速在过去一年中处于第${percentile}百分位。`,
  meaning: ['供应减少表示美元离开加密市场，与涨跌的关系是关联。'],
  others: '其他',
  table: {
    title: '稳定币的发行方',
    measure: ({ day, before }) => `${day}；变化对${before}`,
    issuer: '发行方',
    supply: '供应',
    share: '占比',
    change: '变化',
  },
};

const zhHant: StablecoinMessages = {
  level: ({ day, supply, grew, size, growth }) =>
    line`${day}，穩定幣供給為${supply}，30日${grew ? '增加' : '減少'}${size}（${growth}）。`,
  rank: (percentile) => line`該增速在過去一年中處於第${percentile}百分位。`,
  meaning: ['供給減少表示美元離開加密市場，與漲跌的關係是關聯。'],
  others: '其他',
  table: {
    title: '穩定幣的發行方',
    measure: ({ day, before }) => `${day}；變化對${before}`,
    issuer: '發行方',
    supply: '供給',
    share: '占比',
    change: '變化',
  },
};

const en: StablecoinMessages = {
  level: ({ day, supply, grew, size, growth }) =>
    line`Stablecoins stood at ${supply} on ${day}, ${size} ${grew ? 'more' : 'less'} than 30 days before (${growth}).`,
  rank: (percentile) => line`That growth is percentile ${percentile} of the year.`,
  meaning: ['A shrinking supply means dollars that left crypto; with the price it is an association.'],
  others: 'Others',
  table: {
    title: 'Issuers of stablecoins',
    measure: ({ day, before }) => `${day}; change against ${before}`,
    issuer: 'Issuer',
    supply: 'Supply',
    share: 'Share',
    change: 'Change',
  },
};

export const STABLECOINS: Readonly<Record<Language, StablecoinMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const STABLECOINS_WHYS: readonly ExplainWhy[] = [
  [/^no stablecoin supply is known$/, '没有稳定币供应数据', '沒有穩定幣供給資料'],
  [
    /^no supply (\d+) days before the latest$/,
    '最新一日之前$1日没有供应数据',
    '最新一日之前$1日沒有供給資料',
  ],
  [/^fewer than (\d+) days of 30-day growth$/, '30日增速不足$1日', '30日增速不足$1日'],
  [
    /^no supply of the issuer on the latest day of the table$/,
    '表中最新一日没有该发行方的供应',
    '表中最新一日沒有該發行方的供給',
  ],
  [
    /^no supply of the issuer on the day before in the table$/,
    '表中前一日没有该发行方的供应',
    '表中前一日沒有該發行方的供給',
  ],
];
