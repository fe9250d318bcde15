import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Row =
  | 'target'
  | 'reserves'
  | 'fed-rrp'
  | 'us-2y'
  | 'us-10y'
  | 'us-10y-real'
  | 'dollar-index'
  | 'dollar-broad'
  | 'fed-assets'
  | 'tga'
  | 'net'
  | 'purchases'
  | 'enterprises';
type Zone = 'scarce' | 'ample' | 'abundant';

interface PolicyTableMessages {
  summary(p: { lower: Part; upper: Part; two: Part; ten: Part; change: Part; sessions: number }): Inline;
  rows: Readonly<Record<Row, string>>;
  range(lower: Part, upper: Part): Inline;
  moved(change: Part, day: string): Inline;
  ofGdp(share: Part): Inline;
  ofBankAssets(share: Part): Inline;
  zone(zone: Zone): string;
  repo(p: { share: Part; exhausted: boolean }): Inline;
  changes(p: { change: Part; sessions: number; month: Part }): Inline;
  quarter(change: Part): Inline;
  contribution(part: Part): Inline;
  low(p: { day: string; trough: boolean }): Inline;
  ofTarget(p: { share: Part; proxy: boolean }): Inline;
  notAnnounced: string;
  ofOrder(share: Part): Inline;
  table: { title: string; measure: string; item: string; state: string; note: string };
}

const zhHans: PolicyTableMessages = {
  summary: ({ lower, upper, two, ten, change, sessions }) =>
    line`目标区间${lower}至${upper}；2年期美债收益率${two}，10年期${ten}，${String(sessions)}个交易日变动${change}。`,
  rows: {
    target: '联邦基金目标区间',
    reserves: '准备金',
    'fed-rrp': '隔夜逆回购',
    'us-2y': '2年期美债收益率',
    'us-10y': '10年期美债收益率',
    'us-10y-real': '10年期实际收益率',
    'dollar-index': '美元指数',
    'dollar-broad': '广义美元指数',
    'fed-assets': '美联储总资产',
    tga: '财政部账户',
    net: '净流动性',
    purchases: '准备金管理购买（每月）',
    enterprises: '两房购买抵押贷款证券',
  },
  range: (lower, upper) => line`${lower}–${upper}`,
  moved: (change, day) => line`上次${change}（${day}）`,
  ofGdp: (share) => line`占GDP ${share}`,
  ofBankAssets: (share) => line`占银行资产${share}`,
  zone: (zone) => ({ scarce: '稀缺', ample: '充足', abundant: '宽裕' })[zone],
  repo: ({ share, exhausted }) => line`为历史最高的${share}${exhausted ? '，缓冲已尽' : ''}`,
  changes: ({ change, sessions, month }) => line`${String(sessions)}日${change}，20日${month}`,
  quarter: (change) => line`13周${change}`,
  contribution: (part) => line`对净流动性13周贡献${part}`,
  low: ({ day, trough }) => line`${day}以来未再${trough ? '创新低' : '创新高'}（未确认）`,
  ofTarget: ({ share, proxy }) => line`目标400亿美元的${share}${proxy ? '（以全部美债代理）' : ''}`,
  notAnnounced: '此时尚未宣布',
  ofOrder: (share) => line`2000亿美元的${share}`,
  table: {
    title: '美联储工具与市场利率',
    measure: '资产负债表为亿美元，各为最新公布值',
    item: '指标',
    state: '数据/状态',
    note: '关键观察',
  },
};

const zhHant: PolicyTableMessages = {
  summary: ({ lower, upper, two, ten, change, sessions }) =>
    line`目標區間${lower}至${upper}；2年期美債殖利率${two}，10年期${ten}，${String(sessions)}個交易日變動${change}。`,
  rows: {
    target: '聯邦資金目標區間',
    reserves: '準備金',
    'fed-rrp': '隔夜逆回購',
    'us-2y': '2年期美債殖利率',
    'us-10y': '10年期美債殖利率',
    'us-10y-real': '10年期實質殖利率',
    'dollar-index': '美元指數',
    'dollar-broad': '廣義美元指數',
    'fed-assets': '聯準會總資產',
    tga: '財政部帳戶',
    net: '淨流動性',
    purchases: '準備金管理購買（每月）',
    enterprises: '兩房購買房貸證券',
  },
  range: (lower, upper) => line`${lower}–${upper}`,
  moved: (change, day) => line`上次${change}（${day}）`,
  ofGdp: (share) => line`占GDP ${share}`,
  ofBankAssets: (share) => line`占銀行資產${share}`,
  zone: (zone) => ({ scarce: '稀缺', ample: '充足', abundant: '寬裕' })[zone],
  repo: ({ share, exhausted }) => line`為歷史最高的${share}${exhausted ? '，緩衝已盡' : ''}`,
  changes: ({ change, sessions, month }) => line`${String(sessions)}日${change}，20日${month}`,
  quarter: (change) => line`13週${change}`,
  contribution: (part) => line`對淨流動性13週貢獻${part}`,
  low: ({ day, trough }) => line`${day}以來未再${trough ? '創新低' : '創新高'}（未確認）`,
  ofTarget: ({ share, proxy }) => line`目標400億美元的${share}${proxy ? '（以全部美債代理）' : ''}`,
  notAnnounced: '此時尚未宣布',
  ofOrder: (share) => line`2000億美元的${share}`,
  table: {
    title: '聯準會工具與市場利率',
    measure: '資產負債表為億美元，各為最新公布值',
    item: '指標',
    state: '資料/狀態',
    note: '關鍵觀察',
  },
};

const en: PolicyTableMessages = {
  summary: ({ lower, upper, two, ten, change, sessions }) =>
    line`The target range is ${lower} to ${upper}; the 2-year yields ${two} and the 10-year ${ten}, ${change} over ${String(sessions)} sessions.`,
  rows: {
    target: 'Federal funds target',
    reserves: 'Reserves',
    'fed-rrp': 'Overnight reverse repo',
    'us-2y': '2-year yield',
    'us-10y': '10-year yield',
    'us-10y-real': '10-year real yield',
    'dollar-index': 'Dollar index',
    'dollar-broad': 'Broad dollar',
    'fed-assets': 'Fed assets',
    tga: 'Treasury account',
    net: 'Net liquidity',
    purchases: 'Reserve management purchases, a month',
    enterprises: 'Mortgage bonds bought by the enterprises',
  },
  range: (lower, upper) => line`${lower}–${upper}`,
  moved: (change, day) => line`last moved ${change} (${day})`,
  ofGdp: (share) => line`${share} of GDP`,
  ofBankAssets: (share) => line`${share} of bank assets`,
  zone: (zone) => zone,
  repo: ({ share, exhausted }) => line`${share} of its record${exhausted ? ', the cushion is gone' : ''}`,
  changes: ({ change, sessions, month }) =>
    line`${change} over ${String(sessions)} sessions, ${month} over 20`,
  quarter: (change) => line`${change} over 13 weeks`,
  contribution: (part) => line`gave net liquidity ${part} over 13 weeks`,
  low: ({ day, trough }) => line`no new ${trough ? 'low' : 'high'} since ${day} (not confirmed)`,
  ofTarget: ({ share, proxy }) => line`${share} of $40 bn${proxy ? ', by all Treasuries as a proxy' : ''}`,
  notAnnounced: 'not announced at this instant',
  ofOrder: (share) => line`${share} of $200 bn`,
  table: {
    title: 'The Fed’s tools and market rates',
    measure: 'Balance sheets in billions of US dollars; each at its last published value',
    item: 'Indicator',
    state: 'Data, state',
    note: 'Key observation',
  },
};

export const POLICY_TABLE: Readonly<Record<Language, PolicyTableMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POLICY_TABLE_WHYS: readonly ExplainWhy[] = [
  [/^the target range has no value$/, '没有目标区间的数据', '沒有目標區間的資料'],
  [/^((?:us|dollar)-[a-z0-9-]+) has no value$/, '$1没有数值', '$1沒有數值'],
  [/^fewer than (\d+) sessions of ([a-z0-9-]+)$/, '$2少于$1个交易日', '$2少於$1個交易日'],
];
