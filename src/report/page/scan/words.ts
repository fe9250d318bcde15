import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

/** Figures of one instrument in the first sentence. */
export interface Ranked {
  readonly name: string;
  readonly sigmas: Part;
  readonly k: Part;
  readonly n: Part;
}

/** What the page of the scan says beside the words of the report. */
export interface ScanWords {
  /** Phrases of the answer; `rare` are names, `indices` whether the equity indices are named as not rare. */
  answer(p: { fell: number; all: number; rare: readonly string[]; indices: boolean }): readonly string[];
  readonly unmeasured: readonly string[];
  /** `only`: the second is not rare. */
  lead(first: Ranked, second: (Ranked & { readonly only: boolean }) | undefined): Inline;
  readonly table: {
    readonly title: string;
    measure(instant: string): string;
    readonly name: string;
    readonly place: string;
    readonly low: string;
    readonly day: string;
    readonly peak: string;
    readonly peakHigh: string;
    readonly rank: string;
    readonly spark: string;
    readonly note: string;
  };
  readonly together: string;
  readonly nearest: string;
  readonly more: string;
  readonly moreMeasure: string;
}

export const SCAN_WORDS: Readonly<Record<Language, ScanWords>> = {
  'zh-Hans': {
    answer: ({ fell, all, rare, indices }) => {
      if (fell === 0) return [`${all}项中无一下跌`];
      if (rare.length === 0) return [`${all}项中${fell}项下跌；`, '没有一项跌得罕见'];
      return [
        `${all}项中${fell}项下跌；`,
        `罕见的是${listed(rare, '、', '与')}${indices ? '，' : ''}`,
        ...(indices ? ['不是股指'] : []),
      ];
    },
    unmeasured: ['此刻没有测得', '任何价格变动'],
    lead: (first, second) =>
      line`${first.name}${first.sigmas}，在${first.n}日中列第${first.k}${second ? line`；${second.name}${second.sigmas}，在${second.n}日中${second.only ? '只' : ''}列第${second.k}` : ''}。`,
    table: {
      title: '跨资产表',
      measure: (instant) => `收盘对收盘；均按${instant}可知的值`,
      name: '标的',
      place: '场所 · 收盘（UTC）',
      low: '低点',
      day: '日',
      peak: '距峰值',
      peakHigh: '距盘中峰值',
      rank: '名次',
      spark: '60日',
      note: '低点：日内最低对前收。峰值：收盘最高。名次：同向且至少这么大的日子中的位次 / 总日数。「自此最大」早于本年的用深色。',
    },
    together: '一起动吗：相关系数',
    nearest: '最相似的十天与其后20日',
    more: '更多：第一章的其余内容',
    moreMeasure: '点开才读取',
  },
  'zh-Hant': {
    answer: ({ fell, all, rare, indices }) => {
      if (fell === 0) return [`${all}項中無一下跌`];
      if (rare.length === 0) return [`${all}項中${fell}項下跌；`, '沒有一項跌得罕見'];
      return [
        `${all}項中${fell}項下跌；`,
        `罕見的是${listed(rare, '、', '與')}${indices ? '，' : ''}`,
        ...(indices ? ['不是股指'] : []),
      ];
    },
    unmeasured: ['此刻沒有測得', '任何價格變動'],
    lead: (first, second) =>
      line`${first.name}${first.sigmas}，在${first.n}個交易日中列第${first.k}${second ? line`；${second.name}${second.sigmas}，在${second.n}個交易日中${second.only ? '僅' : ''}列第${second.k}` : ''}。`,
    table: {
      title: '跨資產表',
      measure: (instant) => `收盤對收盤；均按${instant}可知的值`,
      name: '標的',
      place: '場所 · 收盤（UTC）',
      low: '低點',
      day: '日',
      peak: '距高點',
      peakHigh: '距盤中高點',
      rank: '名次',
      spark: '60日',
      note: '低點：日內最低對前收。高點：收盤最高。名次：同向且至少這麼大的日子中的位次 / 總日數。「自此最大」早於本年的用深色。',
    },
    together: '一起動嗎：相關係數',
    nearest: '最相似的十天與其後20日',
    more: '更多：第一章的其餘內容',
    moreMeasure: '點開才讀取',
  },
  en: {
    answer: ({ fell, all, rare, indices }) => {
      if (fell === 0) return [`None of ${all} fell`];
      if (rare.length === 0) return [`${fell} of ${all} fell;`, 'none of the falls is rare'];
      return [
        `${fell} of ${all} fell;`,
        `rare for ${listed(rare, ', ', ' and ')}${indices ? ',' : ''}`,
        ...(indices ? ['not for the indices'] : []),
      ];
    },
    unmeasured: ['No price move', 'is measured at this instant'],
    lead: (first, second) =>
      line`${first.name}: a move of ${first.sigmas}, rank ${first.k} of ${first.n} days${second ? line`; ${second.name} ${second.sigmas}, ${second.only ? 'only ' : ''}rank ${second.k} of ${second.n}` : ''}.`,
    table: {
      title: 'Cross-asset table',
      measure: (instant) => `close on close; everything as known at ${instant}`,
      name: 'Asset',
      place: 'Venue · close (UTC)',
      low: 'Low',
      day: 'Day',
      peak: 'From peak',
      peakHigh: 'From peak high',
      rank: 'Rank',
      spark: '60 d',
      note: 'Low: day’s low on the close before. Peak: highest close. Rank: place among days as large or larger in the same direction / all days. “Largest since” before this year is in ink.',
    },
    together: 'Moving together? Correlations',
    nearest: 'Ten nearest days and the next 20',
    more: 'More: the rest of chapter 1',
    moreMeasure: 'read when opened',
  },
};

function listed(names: readonly string[], comma: string, and: string): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(comma)}${and}${names.at(-1)}`;
}
