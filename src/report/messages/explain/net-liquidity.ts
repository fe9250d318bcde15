import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface NetLiquidityMessages {
  level(p: { day: string; level: Part; assets: Part; treasury: Part; repo: Part }): Inline;
  change(p: { weeks: number; rose: boolean; total: Part; assets: Part; treasury: Part; repo: Part }): Inline;
  rank(p: { percentile: Part; n: number; year: number }): Inline;
  since(p: { kind: 'low' | 'high'; day: string }): Inline;
  ever(p: { kind: 'low' | 'high'; year: number }): Inline;
  impulse(p: { weeks: number; impulse: Part; faster: boolean }): Inline;
  daily(p: { day: string; level: Part; carried: string }): Inline;
  meaning(p: { drained: boolean }): Inline;
  table: {
    title: string;
    measure: string;
    part: string;
    level: string;
    weeks(n: number): string;
    net: string;
    names: Readonly<Record<'fed-assets' | 'tga' | 'fed-rrp', string>>;
    impulse: string;
  };
  chart: { title(p: { day: string; level: Part }): Inline; measure: string; net: string };
}

const zhHans: NetLiquidityMessages = {
  level: ({ day, level, assets, treasury, repo }) =>
    line`${day}（周三）美元净流动性为${level}：美联储总资产${assets}，减财政部账户${treasury}，减隔夜逆回购${repo}。`,
  change: ({ weeks, rose, total, assets, treasury, repo }) =>
    line`${String(weeks)}周内${rose ? '增加' : '减少'}${total}，其中美联储资产贡献${assets}，财政部账户${treasury}，逆回购${repo}。`,
  rank: ({ percentile, n, year }) =>
    line`在${String(year)}年以来的${String(n)}个十三周变化中处于第${percentile}百分位。`,
  since: ({ kind, day }) => line`为${day}以来十三周变化${kind === 'low' ? '最低' : '最高'}。`,
  ever: ({ kind, year }) =>
    line`为${String(year)}年有日度逆回购以来十三周变化${kind === 'low' ? '最低' : '最高'}。`,
  impulse: ({ weeks, impulse, faster }) =>
    line`${String(weeks)}周脉冲为${impulse}：这一段比前一段${faster ? '更宽松' : '更紧'}。`,
  daily: ({ day, level, carried }) =>
    line`按${day}的财政部日报计为${level}，其中美联储资产沿用${carried}的周三数。`,
  meaning: ({ drained }) =>
    line`${drained ? '财政部账户上升抽走银行的美元；' : '财政部账户下降把美元放回银行；'}这是流动性的计量，不是涨跌的原因。`,
  table: {
    title: '净流动性及其组成',
    measure: '亿美元，周三数；变化为各部分的贡献，合计等于总变化',
    part: '组成',
    level: '水平',
    weeks: (n) => `${n}周变化`,
    net: '净流动性',
    names: { 'fed-assets': '美联储总资产', tga: '减：财政部账户', 'fed-rrp': '减：隔夜逆回购' },
    impulse: '脉冲（占水平）',
  },
  chart: {
    title: ({ day, level }) => line`净流动性：${day}为${level}`,
    measure: '亿美元，近两年各周三',
    net: '净流动性',
  },
};

const zhHant: NetLiquidityMessages = {
  level: ({ day, level, assets, treasury, repo }) =>
    line`${day}（週三）美元淨流動性為${level}：聯準會總資產${assets}，減財政部帳戶${treasury}，減隔夜逆回購${repo}。`,
  change: ({ weeks, rose, total, assets, treasury, repo }) =>
    line`${String(weeks)}週內${rose ? '增加' : '減少'}${total}，其中聯準會資產貢獻${assets}，財政部帳戶${treasury}，逆回購${repo}。`,
  rank: ({ percentile, n, year }) =>
    line`在${String(year)}年以來的${String(n)}個十三週變化中處於第${percentile}百分位。`,
  since: ({ kind, day }) => line`為${day}以來十三週變化${kind === 'low' ? '最低' : '最高'}。`,
  ever: ({ kind, year }) =>
    line`為${String(year)}年有每日逆回購以來十三週變化${kind === 'low' ? '最低' : '最高'}。`,
  impulse: ({ weeks, impulse, faster }) =>
    line`${String(weeks)}週脈衝為${impulse}：這一段比前一段${faster ? '更寬鬆' : '更緊'}。`,
  daily: ({ day, level, carried }) =>
    line`按${day}的財政部日報計為${level}，其中聯準會資產沿用${carried}的週三數。`,
  meaning: ({ drained }) =>
    line`${drained ? '財政部帳戶上升抽走銀行的美元；' : '財政部帳戶下降把美元放回銀行；'}這是流動性的計量，不是漲跌的原因。`,
  table: {
    title: '淨流動性及其組成',
    measure: '億美元，週三數；變化為各部分的貢獻，合計等於總變化',
    part: '組成',
    level: '水準',
    weeks: (n) => `${n}週變化`,
    net: '淨流動性',
    names: { 'fed-assets': '聯準會總資產', tga: '減：財政部帳戶', 'fed-rrp': '減：隔夜逆回購' },
    impulse: '脈衝（占水準）',
  },
  chart: {
    title: ({ day, level }) => line`淨流動性：${day}為${level}`,
    measure: '億美元，近兩年各週三',
    net: '淨流動性',
  },
};

const en: NetLiquidityMessages = {
  level: ({ day, level, assets, treasury, repo }) =>
    line`Net USD liquidity stood at ${level} on Wednesday ${day}: Fed assets of ${assets} less ${treasury} in the Treasury’s account and ${repo} of overnight reverse repo.`,
  change: ({ weeks, rose, total, assets, treasury, repo }) =>
    line`Over ${String(weeks)} weeks it ${rose ? 'rose' : 'fell'} by ${total}: Fed assets gave ${assets}, the Treasury’s account ${treasury}, reverse repo ${repo}.`,
  rank: ({ percentile, n, year }) =>
    line`That is percentile ${percentile} of the ${String(n)} changes over 13 weeks since ${String(year)}.`,
  since: ({ kind, day }) =>
    line`It is the ${kind === 'low' ? 'lowest' : 'highest'} 13-week change since ${day}.`,
  ever: ({ kind, year }) =>
    line`It is the ${kind === 'low' ? 'lowest' : 'highest'} 13-week change since reverse repo has been offered daily (${String(year)}).`,
  impulse: ({ weeks, impulse, faster }) =>
    line`The ${String(weeks)}-week impulse is ${impulse} of the level: these weeks were ${faster ? 'easier' : 'tighter'} than the ones before.`,
  daily: ({ day, level, carried }) =>
    line`With the Treasury’s daily statement of ${day} the sum is ${level}; it carries the Fed’s assets of ${carried}.`,
  meaning: ({ drained }) =>
    line`${drained ? 'A rising Treasury account takes dollars out of the banks' : 'A falling Treasury account puts dollars back into the banks'}; this measures liquidity and names no cause of a fall.`,
  table: {
    title: 'Net liquidity and its parts',
    measure: 'Billions of US dollars, Wednesdays; changes are contributions and sum to the total',
    part: 'Part',
    level: 'Level',
    weeks: (n) => (n === 1 ? '1 week' : `${n} weeks`),
    net: 'Net liquidity',
    names: { 'fed-assets': 'Fed assets', tga: 'Less Treasury account', 'fed-rrp': 'Less reverse repo' },
    impulse: 'Impulse, share of the level',
  },
  chart: {
    title: ({ day, level }) => line`Net liquidity stood at ${level} on ${day}`,
    measure: 'Billions of US dollars, Wednesdays of two years',
    net: 'Net liquidity',
  },
};

export const NET_LIQUIDITY: Readonly<Record<Language, NetLiquidityMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const NET_LIQUIDITY_WHYS: readonly ExplainWhy[] = [
  [
    /^Fed assets, the Treasury account and reverse repo have no Wednesday in common$/,
    '美联储资产、财政部账户与逆回购没有共同的周三',
    '聯準會資產、財政部帳戶與逆回購沒有共同的週三',
  ],
  [/^only one Wednesday is known$/, '只有一个周三的数据', '只有一個週三的資料'],
  [
    /^no balance sheet (\d+) weeks before the latest$/,
    '最新一期之前$1周没有资产负债表',
    '最新一期之前$1週沒有資產負債表',
  ],
  [/^fewer than (\d+) changes over (\d+) weeks$/, '$2周变化少于$1个', '$2週變化少於$1個'],
  [
    /^one of the three parts has no value in the last 14 days of the daily account$/,
    '三个组成部分之一在日报最近14天内没有数值',
    '三個組成部分之一在日報最近14天內沒有數值',
  ],
];
