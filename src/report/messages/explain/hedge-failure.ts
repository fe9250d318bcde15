import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface HedgeFailureMessages {
  session(p: { day: string; equity: Part; parts: readonly Inline[] }): Inline;
  part(p: { name: string; change: Part; covered: Part; held: boolean }): Inline;
  year(p: { name: string; effectiveness: Part; range: string; works: boolean }): Inline;
  idle(name: string): Inline;
  bets(p: { n: string; recent: Part; before: Part }): Inline;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly correlation: string;
    readonly stress: string;
    readonly effectiveness: string;
    readonly together: string;
    readonly covered: string;
  };
}

function sequence(parts: readonly Inline[], between: string): Inline {
  return parts.flatMap((part, k) => (k === 0 ? part : [between, ...part]));
}

const zhHans: HedgeFailureMessages = {
  session: ({ day, equity, parts }) => [...line`${day}标普500${equity}：`, ...sequence(parts, '；'), '。'],
  part: ({ name, change, covered, held }) =>
    held
      ? line`${name}${change}，弥补了股票损失的${covered}`
      : line`${name}${change}，反而加重了损失（${covered}）`,
  year: ({ name, effectiveness, range, works }) =>
    line`按此前一年定下的比率，${name}在最近250个交易日的对冲有效性为${effectiveness}（90%区间${range}），${works ? '确实降低了波动' : '没有证据表明降低了波动'}。`,
  idle: (name) => line`按此前一年，${name}与股票同向，最小方差的比率为零，没有对冲可言。`,
  bets: ({ n, recent, before }) =>
    line`${n}个等波动仓位在最近60个交易日相当于${recent}个独立押注，此前250个交易日为${before}个。`,
  table: {
    title: '对冲在过去一年与当日',
    measure: '与标普500，最近250个共同交易日；压力为其中股票最差的十分之一',
    asset: '对冲',
    correlation: '相关系数',
    stress: '压力日相关',
    effectiveness: '有效性',
    together: '同时大跌日',
    covered: '当日弥补',
  },
};

const zhHant: HedgeFailureMessages = {
  session: ({ day, equity, parts }) => [...line`${day}標普500${equity}：`, ...sequence(parts, '；'), '。'],
  part: ({ name, change, covered, held }) =>
    held
      ? line`${name}${change}，彌補了股票損失的${covered}`
      : line`${name}${change}，反而加重了損失（${covered}）`,
  year: ({ name, effectiveness, range, works }) =>
    line`按此前一年定下的比率，${name}在最近250個交易日的對沖有效性為${effectiveness}（90%區間${range}），${works ? '確實降低了波動' : '沒有證據顯示降低了波動'}。`,
  idle: (name) => line`按此前一年，${name}與股票同向，最小變異數的比率為零，沒有對沖可言。`,
  bets: ({ n, recent, before }) =>
    line`${n}個等波動部位在最近60個交易日相當於${recent}個獨立押注，此前250個交易日為${before}個。`,
  table: {
    title: '對沖在過去一年與當日',
    measure: '與標普500，最近250個共同交易日；壓力為其中股票最差的十分之一',
    asset: '對沖',
    correlation: '相關係數',
    stress: '壓力日相關',
    effectiveness: '有效性',
    together: '同時大跌日',
    covered: '當日彌補',
  },
};

const en: HedgeFailureMessages = {
  session: ({ day, equity, parts }) => [
    ...line`${day}, the S&P 500 ${equity}: `,
    ...sequence(parts, '; '),
    '.',
  ],
  part: ({ name, change, covered, held }) =>
    held
      ? line`${name} ${change}, which made up ${covered} of the loss of equities`
      : line`${name} ${change}, which added to the loss (${covered})`,
  year: ({ name, effectiveness, range, works }) =>
    line`${name}, at the ratio of the year before, had a hedge effectiveness of ${effectiveness} over the last 250 sessions (90% band ${range}): ${works ? 'it lowered the risk' : 'that it lowered the risk cannot be shown'}.`,
  idle: (name) =>
    line`${name} moved along with equities in the year before, so that its ratio of least variance is nothing: it was no hedge.`,
  bets: ({ n, recent, before }) =>
    line`${n} positions of equal volatility acted as ${recent} bets over the last 60 sessions, as ${before} over the 250 before.`,
  table: {
    title: 'The hedges over the year and in the session',
    measure: 'Against the S&P 500, the last 250 common sessions; stress is the worst tenth of them',
    asset: 'Hedge',
    correlation: 'Correlation',
    stress: 'In stress',
    effectiveness: 'Effectiveness',
    together: 'Both fell hard',
    covered: 'Made up',
  },
};

export const HEDGE_FAILURE: Readonly<Record<Language, HedgeFailureMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const HEDGE_FAILURE_WHYS: readonly ExplainWhy[] = [
  [
    /^a return of the latest session is not measured$/,
    '最近交易日的回报没有数值',
    '最近交易日的報酬沒有數值',
  ],
  [
    /^fewer than (\d+) sessions with both returns$/,
    '两者都有回报的交易日少于$1个',
    '兩者都有報酬的交易日少於$1個',
  ],
  [
    /^equities did not fall in the session, or a return is not measured$/,
    '股票当日未跌，或回报没有数值',
    '股票當日未跌，或報酬沒有數值',
  ],
  [
    /^fewer than (\d+) sessions on which all positions are measured, or one that does not move$/,
    '各仓位都有数值的交易日少于$1个，或有仓位不变动',
    '各部位都有數值的交易日少於$1個，或有部位不變動',
  ],
];
