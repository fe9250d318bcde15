import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface SectorContagionMessages {
  share(p: { from: string; to: string; share: Part; expected: Part; rank?: Part }): Inline;
  origin(p: { sector: string; day: string; abnormal: Part; score: Part; after: readonly string[] }): Inline;
  order(p: { tau: Part; p: Part; near: boolean }): Inline;
  news(p: { day: string; what: string; sector: string; abnormal: Part }): Inline;
  readonly caution: string;
  readonly falsifier: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly sector: string;
    readonly hit: string;
    readonly abnormal: string;
    readonly score: string;
    readonly cumulative: string;
    readonly none: string;
  };
  readonly chart: { readonly measure: string; title(p: { day: string; sector: string }): Inline };
}

const zhHans: SectorContagionMessages = {
  share: ({ from, to, share, expected, rank }) =>
    line`${from}至${to}，相对大盘大幅落后过的行业占${share}，按平常比例应为${expected}${rank === undefined ? '' : line`；在此前各段里处于第${rank}百分位`}。`,
  origin: ({ sector, day, abnormal, score, after }) =>
    line`受挫最重的是${sector}，首次在${day}（异常收益${abnormal}，${score}）；此后${after.length === 0 ? '没有别的行业跟着受挫' : `依次是${after.join('、')}`}。`,
  order: ({ tau, p, near }) =>
    line`先后与网络距离的秩相关为${tau}（p=${p}）：${near ? '离它近的行业更早受挫，与传染之说相符' : '看不出离它近的行业更早受挫，不支持传染之说'}。`,
  news: ({ day, what, sector, abnormal }) =>
    line`${day}可对“${what}”作出反应：当天${sector}落后最多，异常收益${abnormal}。`,
  caution: '线取在−2.5个标准差，是我们定的；行业同日受挫也可能出于共同的原因。这是关联，尚无战绩，未经证明。',
  falsifier: '若是一处冲击的传染，受挫行业应多于平常，且先近后远；两者缺一，此说就不成立。',
  table: {
    title: '各行业的异常收益',
    measure: '最近20个交易日，相对标普500基金；累计下为90%区间',
    sector: '行业',
    hit: '首次受挫',
    abnormal: '当日异常',
    score: '标准差',
    cumulative: '累计异常',
    none: '无',
  },
  chart: {
    measure: '累计异常收益',
    title: ({ day, sector }) => line`截至${day}，最早受挫的行业里${sector}跌得最深`,
  },
};

const zhHant: SectorContagionMessages = {
  share: ({ from, to, share, expected, rank }) =>
    line`${from}至${to}，相對大盤大幅落後過的產業占${share}，按平常比例應為${expected}${rank === undefined ? '' : line`；在此前各段裡處於第${rank}百分位`}。`,
  origin: ({ sector, day, abnormal, score, after }) =>
    line`受挫最重的是${sector}，首次在${day}（異常報酬${abnormal}，${score}）；此後${after.length === 0 ? '沒有別的產業跟著受挫' : `依次是${after.join('、')}`}。`,
  order: ({ tau, p, near }) =>
    line`先後與網路距離的等級相關為${tau}（p=${p}）：${near ? '離它近的產業更早受挫，與傳染之說相符' : '看不出離它近的產業更早受挫，不支持傳染之說'}。`,
  news: ({ day, what, sector, abnormal }) =>
    line`${day}可對「${what}」作出反應：當天${sector}落後最多，異常報酬${abnormal}。`,
  caution: '線取在−2.5個標準差，是我們定的；產業同日受挫也可能出於共同的原因。這是關聯，尚無戰績，未經證明。',
  falsifier: '若是一處衝擊的傳染，受挫產業應多於平常，且先近後遠；兩者缺一，此說就不成立。',
  table: {
    title: '各產業的異常報酬',
    measure: '最近20個交易日，相對標普500基金；累計下為90%區間',
    sector: '產業',
    hit: '首次受挫',
    abnormal: '當日異常',
    score: '標準差',
    cumulative: '累計異常',
    none: '無',
  },
  chart: {
    measure: '累計異常報酬',
    title: ({ day, sector }) => line`截至${day}，最早受挫的產業裡${sector}跌得最深`,
  },
};

const en: SectorContagionMessages = {
  share: ({ from, to, share, expected, rank }) =>
    line`From ${from} to ${to} ${share} of the sectors had a session far below the market, where their usual rate gives ${expected}${rank === undefined ? '' : line`; among earlier spans that is percentile ${rank}`}.`,
  origin: ({ sector, day, abnormal, score, after }) =>
    line`Hit hardest was ${sector}, first on ${day} (abnormal return ${abnormal}, ${score}); ${after.length === 0 ? 'no other sector was hit after it' : `after it came ${after.join(', then ')}`}.`,
  order: ({ tau, p, near }) =>
    line`Order and distance in the network have a rank correlation of ${tau} (p = ${p}): ${near ? 'sectors near it were hit sooner, as in contagion' : 'sectors near it were not hit sooner, which does not support contagion'}.`,
  news: ({ day, what, sector, abnormal }) =>
    line`The session of ${day} could answer “${what}”: ${sector} fell behind most, with an abnormal return of ${abnormal}.`,
  caution:
    'The line of −2.5 standard errors is ours, and sectors hit together may have a common cause. It is an association without a track record, and unproven.',
  falsifier:
    'If one shock spread, more sectors than usual were hit, and the near ones first; where either fails, so does the story.',
  table: {
    title: 'Abnormal returns by sector',
    measure: 'Last 20 sessions, against the S&P 500 fund; 90% band under each sum',
    sector: 'Sector',
    hit: 'First hit',
    abnormal: 'Abnormal that day',
    score: 'Standard errors',
    cumulative: 'Sum of abnormal',
    none: 'none',
  },
  chart: {
    measure: 'Sum of abnormal returns',
    title: ({ day, sector }) => line`Of the sectors hit first, ${sector} had fallen furthest by ${day}`,
  },
};

export const SECTOR_CONTAGION: Readonly<Record<Language, SectorContagionMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const SECTOR_CONTAGION_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than 250 sessions of the market and of any sector before the last 20$/,
    '最近20个交易日之前，大盘与各行业都不足250个交易日',
    '最近20個交易日之前，大盤與各產業都不足250個交易日',
  ],
  [/^no sector was hit$/, '没有行业受挫', '沒有產業受挫'],
  [
    /^fewer than 5 other sectors, or none of them hit later$/,
    '其余行业不足5个，或此后都没有受挫',
    '其餘產業不足5個，或此後都沒有受挫',
  ],
  [/^fewer than (\d+) earlier spans$/, '此前不足$1段', '此前不足$1段'],
];
