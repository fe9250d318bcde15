import type { Language } from '../../../data/series/entry.ts';
import type { Regime } from '../../../diagnosis/explain/havens/stress-days.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface HavenLeagueMessages {
  best(p: { n: Part; best: string; mean: Part; range: string; worst: string; low: Part }): Inline;
  stressed(p: { day: string; equity: Part; line: Part }): Inline;
  calm(p: { day: string; equity: Part; line: Part }): Inline;
  held(p: { held: readonly string[]; failed: readonly string[] }): Inline;
  gold(p: { failed: Part; n: string }): Inline;
  regime(regime: Regime): Inline;
  meaning(): Inline;
  readonly cash: string;
  readonly table: {
    readonly title: string;
    readonly measure: string;
    readonly asset: string;
    readonly mean: string;
    readonly hit: string;
    readonly base: string;
    readonly against: string;
    readonly along: string;
    readonly session: string;
  };
  readonly days: {
    readonly title: string;
    readonly measure: string;
    readonly date: string;
    readonly equity: string;
    readonly gold: string;
  };
}

const zhHans: HavenLeagueMessages = {
  best: ({ n, best, mean, range, worst, low }) =>
    line`在迄今${n}个股票压力日里，平均回报最高的是${best}（${mean}，90%区间${range}），最低的是${worst}（${low}）。`,
  stressed: ({ day, equity, line: edge }) => line`${day}标普500${equity}，低于界线${edge}，是压力日。`,
  calm: ({ day, equity, line: edge }) => line`${day}标普500${equity}，未低于界线${edge}，不算压力日。`,
  held: ({ held, failed }) => [
    held.length > 0 ? `当日上涨的有${held.join('、')}` : '当日没有一种上涨',
    failed.length > 0 ? `；下跌或持平的有${failed.join('、')}。` : '。',
  ],
  gold: ({ failed, n }) => line`最近${n}个压力日里，黄金有${failed}个没有上涨。`,
  regime: (regime) =>
    regime === 'bonds-against'
      ? ['此前250个交易日里长期美债与股票反向，属于“债券对冲”阶段。']
      : ['此前250个交易日里长期美债与股票同向，属于“股债同跌”阶段。'],
  meaning: () => [
    '平均回报说明谁在压力日靠得住，上涨比例要和平日的比例一起看；都是过去的关联，不保证下一次。',
  ],
  cash: '现金',
  table: {
    title: '避险排行榜',
    measure: '标普500最差5%的日子（界线取自此前1250个交易日），平均回报下为90%区间',
    asset: '资产',
    mean: '平均回报',
    hit: '上涨比例',
    base: '平日比例',
    against: '债券对冲阶段',
    along: '股债同跌阶段',
    session: '当日',
  },
  days: { title: '最近的压力日与黄金', measure: '单日回报', date: '日期', equity: '标普500', gold: '黄金' },
};

const zhHant: HavenLeagueMessages = {
  best: ({ n, best, mean, range, worst, low }) =>
    line`在迄今${n}個股票壓力日裡，平均報酬最高的是${best}（${mean}，90%區間${range}），最低的是${worst}（${low}）。`,
  stressed: ({ day, equity, line: edge }) => line`${day}標普500${equity}，低於界線${edge}，是壓力日。`,
  calm: ({ day, equity, line: edge }) => line`${day}標普500${equity}，未低於界線${edge}，不算壓力日。`,
  held: ({ held, failed }) => [
    held.length > 0 ? `當日上漲的有${held.join('、')}` : '當日沒有一種上漲',
    failed.length > 0 ? `；下跌或持平的有${failed.join('、')}。` : '。',
  ],
  gold: ({ failed, n }) => line`最近${n}個壓力日裡，黃金有${failed}個沒有上漲。`,
  regime: (regime) =>
    regime === 'bonds-against'
      ? ['此前250個交易日裡長期美債與股票反向，屬於「債券對沖」階段。']
      : ['此前250個交易日裡長期美債與股票同向，屬於「股債同跌」階段。'],
  meaning: () => [
    '平均報酬說明誰在壓力日靠得住，上漲比例要和平日的比例一起看；都是過去的關聯，不保證下一次。',
  ],
  cash: '現金',
  table: {
    title: '避險排行榜',
    measure: '標普500最差5%的日子（界線取自此前1250個交易日），平均報酬下為90%區間',
    asset: '資產',
    mean: '平均報酬',
    hit: '上漲比例',
    base: '平日比例',
    against: '債券對沖階段',
    along: '股債同跌階段',
    session: '當日',
  },
  days: { title: '最近的壓力日與黃金', measure: '單日報酬', date: '日期', equity: '標普500', gold: '黃金' },
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const en: HavenLeagueMessages = {
  best: ({ n, best, mean, range, worst, low }) =>
    line`On the ${n} days of equity stress so far the best mean return was that of ${best} (${mean}, 90% band ${range}), the worst that of ${worst} (${low}).`,
  stressed: ({ day, equity, line: edge }) =>
    line`${day} was a day of stress: the S&P 500 ${equity}, below its line of ${edge}.`,
  calm: ({ day, equity, line: edge }) =>
    line`${day} was no day of stress: the S&P 500 ${equity}, its line ${edge}.`,
  held: ({ held, failed }) => [
    held.length > 0 ? `What rose on it: ${listed(held)}` : 'Nothing rose on it',
    failed.length > 0 ? `; what did not: ${listed(failed)}.` : '.',
  ],
  gold: ({ failed, n }) => line`Gold did not rise on ${failed} of the last ${n} days of stress.`,
  regime: (regime) =>
    regime === 'bonds-against'
      ? [
          'Over the 250 sessions before, long Treasuries moved against equities: a regime in which bonds hedge.',
        ]
      : ['Over the 250 sessions before, long Treasuries moved along with equities: bonds do not hedge.'],
  meaning: () => [
    'Read the hit rate against that of all days. It is what went together in the past, and no promise for the next time.',
  ],
  cash: 'Cash',
  table: {
    title: 'Haven league',
    measure:
      'The worst 5% of days of the S&P 500 (by the 1,250 sessions before each), 90% band under the mean return',
    asset: 'Asset',
    mean: 'Mean return',
    hit: 'Hit rate',
    base: 'All days',
    against: 'Bonds against',
    along: 'Bonds along',
    session: 'Session',
  },
  days: {
    title: 'The latest days of stress, and gold',
    measure: 'Return of the session',
    date: 'Date',
    equity: 'S&P 500',
    gold: 'Gold',
  },
};

export const HAVEN_LEAGUE: Readonly<Record<Language, HavenLeagueMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const HAVEN_LEAGUE_WHYS: readonly ExplainWhy[] = [
  [/^fewer than (\d+) stress days with a return$/, '有回报的压力日少于$1个', '有報酬的壓力日少於$1個'],
  [/^fewer than (\d+) sessions with a return$/, '有回报的交易日少于$1个', '有報酬的交易日少於$1個'],
  [
    /^fewer than 500 sessions of the S&P 500 before it$/,
    '此前标普500的交易日少于500个',
    '此前標普500的交易日少於500個',
  ],
  [
    /^the S&P 500 is not measured in the latest session and the one before$/,
    '标普500在最近两个交易日没有数值',
    '標普500在最近兩個交易日沒有數值',
  ],
];
