import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface Named {
  readonly first: string;
  readonly second: string;
}

interface Closed extends Named {
  readonly count: number;
  readonly byFirst: number;
  readonly bySecond: number;
  readonly byBoth: number;
  readonly weeks: Part;
}

interface DivergenceMessages {
  readonly liquidity: string;
  alarms(p: { alarms: number; n: number }): Inline;
  now(p: Named & { z: Part; above: boolean; alarm: boolean; p: Part; baseRate: Part }): Inline;
  weeks(p: { weeks: number }): Inline;
  closed(p: Closed): Inline;
  readonly meaning: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly pair: string;
    readonly z: string;
    readonly p: string;
    readonly weeks: string;
    readonly baseRate: string;
    readonly median: string;
    between(p: Named): string;
  };
  readonly chart: { title(day: string): Inline; readonly measure: string };
}

const zhHans: DivergenceMessages = {
  liquidity: '净流动性',
  alarms: ({ alarms, n }) =>
    alarms === 0
      ? line`${n === 1 ? '这一对没有背离' : `${n}对中没有一对处于背离`}（|z|不到1.5）。`
      : line`${n === 1 ? '这一对处于背离' : `${n}对中有${alarms}对处于背离`}（|z|在1.5以上）。`,
  now: ({ first, second, z, above, alarm, p, baseRate }) =>
    line`${first}的一年变动比${second}${above ? '偏强' : '偏弱'}，背离为${z}个标准差${alarm ? '，达到警戒' : ''}；两者互不相干时出现这样大背离的概率为${p}，历史上有${baseRate}的周处于警戒。`,
  weeks: ({ weeks }) => line`本轮背离已有${String(weeks)}周，尚未收敛。`,
  closed: ({ first, second, count, byFirst, bySecond, byBoth, weeks }) =>
    line`此前已结束的${String(count)}轮中，${first}靠拢的${String(byFirst)}轮，${second}靠拢的${String(bySecond)}轮，双方靠拢的${String(byBoth)}轮，历时中位数${weeks}周；次数很少，警戒信号未经证明。`,
  meaning: '背离本身不说明谁对谁错，也不说明何时收敛。',
  table: {
    title: '价格与流动性的背离',
    measure: '一年变动各自标准化之后的差，截至最后一个周三',
    pair: '两者',
    z: '背离',
    p: 'p值',
    weeks: '已历周数',
    baseRate: '历史占比',
    median: '历时中位数',
    between: ({ first, second }) => `${first}与${second}`,
  },
  chart: { title: (day) => line`背离：至${day}`, measure: '标准差，近两年各周三；1.5以上为警戒' },
};

const zhHant: DivergenceMessages = {
  liquidity: '淨流動性',
  alarms: ({ alarms, n }) =>
    alarms === 0
      ? line`${n === 1 ? '這一對沒有背離' : `${n}對中沒有一對處於背離`}（|z|不到1.5）。`
      : line`${n === 1 ? '這一對處於背離' : `${n}對中有${alarms}對處於背離`}（|z|在1.5以上）。`,
  now: ({ first, second, z, above, alarm, p, baseRate }) =>
    line`${first}的一年變動比${second}${above ? '偏強' : '偏弱'}，背離為${z}個標準差${alarm ? '，達到警戒' : ''}；兩者互不相干時出現這樣大背離的機率為${p}，歷史上有${baseRate}的週處於警戒。`,
  weeks: ({ weeks }) => line`本輪背離已有${String(weeks)}週，尚未收斂。`,
  closed: ({ first, second, count, byFirst, bySecond, byBoth, weeks }) =>
    line`此前已結束的${String(count)}輪中，${first}靠攏的${String(byFirst)}輪，${second}靠攏的${String(bySecond)}輪，雙方靠攏的${String(byBoth)}輪，歷時中位數${weeks}週；次數很少，警戒訊號未經證明。`,
  meaning: '背離本身不說明誰對誰錯，也不說明何時收斂。',
  table: {
    title: '價格與流動性的背離',
    measure: '一年變動各自標準化之後的差，截至最後一個週三',
    pair: '兩者',
    z: '背離',
    p: 'p值',
    weeks: '已歷週數',
    baseRate: '歷史占比',
    median: '歷時中位數',
    between: ({ first, second }) => `${first}與${second}`,
  },
  chart: { title: (day) => line`背離：至${day}`, measure: '標準差，近兩年各週三；1.5以上為警戒' },
};

const en: DivergenceMessages = {
  liquidity: 'net liquidity',
  alarms: ({ alarms, n }) =>
    alarms === 0
      ? line`${n === 1 ? 'The pair is not in divergence' : `None of ${n} pairs is in divergence`} (|z| below 1.5).`
      : line`${n === 1 ? 'The pair is in divergence' : `${alarms} of ${n} pairs ${alarms === 1 ? 'is' : 'are'} in divergence`} (|z| of 1.5 or more).`,
  now: ({ first, second, z, above, alarm, p, baseRate }) =>
    line`Over a year ${first} is ${above ? 'strong' : 'weak'} against ${second}: ${z} standard deviations${alarm ? ', an alarm' : ''}; two series with nothing in common stand as far apart with a probability of ${p}, and the alarm was on in ${baseRate} of all weeks.`,
  weeks: ({ weeks }) =>
    line`This divergence has lasted ${String(weeks)} ${weeks === 1 ? 'week' : 'weeks'} and is not over.`,
  closed: ({ first, second, count, byFirst, bySecond, byBoth, weeks }) =>
    line`Of ${String(count)} that ${count === 1 ? 'is' : 'are'} over, ${first} came back in ${String(byFirst)}, ${second} in ${String(bySecond)}, both in ${String(byBoth)}, in a median of ${weeks} weeks: too few to forecast from; the alarm is unproven.`,
  meaning: 'A divergence does not say which of the two is wrong, nor when it ends.',
  table: {
    title: 'Divergence of prices and liquidity',
    measure: 'Changes over a year, each in its own standard deviations, one less the other; last Wednesday',
    pair: 'Pair',
    z: 'Divergence',
    p: 'p',
    weeks: 'Weeks so far',
    baseRate: 'Share of past weeks',
    median: 'Median length',
    between: ({ first, second }) => `${first} and ${second}`,
  },
  chart: {
    title: (day) => line`Divergence to ${day}`,
    measure: 'Standard deviations on the Wednesdays of two years; 1.5 is the alarm',
  },
};

export const DIVERGENCE: Readonly<Record<Language, DivergenceMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const DIVERGENCE_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) weeks with both (\S+) and (\S+) up to the last Wednesday$/,
    '至最后一个周三，$2与$3都有的周少于$1个',
    '至最後一個週三，$2與$3都有的週少於$1個',
  ],
  [/^no divergence is over$/, '没有已结束的背离', '沒有已結束的背離'],
];
