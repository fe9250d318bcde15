import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface FundSumsMessages {
  gold(p: { funds: string; month: string; flow: Part; coverage: Part; rank: Part; first: string }): Inline;
  world(p: { month: string; flow: Part; rank: Part; since: string | null }): Inline;
  ratio(p: { day: string; percentile: Part; change: Part }): Inline;
  mania(yes: boolean): Inline;
  equity(p: { funds: string; day: string; flow: Part; coverage: Part }): Inline;
  since(week: string): Inline;
  none(first: string): Inline;
  readonly weak: Inline;
  readonly months: { title(p: { month: string; flow: Part }): Inline; readonly measure: string };
  readonly weeks: { title(p: { day: string; flow: Part }): Inline; readonly measure: string };
  readonly line: { title(percentile: Part): Inline; readonly measure: string; readonly name: string };
}

const zhHans: FundSumsMessages = {
  gold: ({ funds, month, flow, coverage, rank, first }) =>
    line`${month}至今，${funds}合计${flow}（已报告${coverage}），${first}有记录以来同向各月中排第${rank}。`,
  world: ({ month, flow, rank, since }) =>
    line`世界黄金协会统计${month}全球黄金ETF为${flow}，同向各月中排第${rank}${since ? `，为${since}以来最大` : ''}。`,
  ratio: ({ day, percentile, change }) =>
    line`${day}，GLD份额与金价之比处于第${percentile}百分位，60日变动${change}。`,
  mania: (yes) => [
    yes
      ? '比值60日上升超过10%，合于散户狂热的规则；该规则未经证明。'
      : '按60日上升超过10%的规则，没有散户狂热；该规则未经证明。',
  ],
  equity: ({ funds, day, flow, coverage }) => line`${day}当周，${funds}合计${flow}（已报告${coverage}）。`,
  since: (week) => line`为${week}当周以来同向最大。`,
  none: (first) => line`为${first}有记录以来同向最大。`,
  weak: ['来源的方法未说明，多日空缺，只作参考。'],
  months: {
    title: ({ month, flow }) => line`${month}至今${flow}`,
    measure: '每月净流入，亿美元，已报告部分',
  },
  weeks: { title: ({ day, flow }) => line`${day}当周${flow}`, measure: '每周净流入，亿美元，已报告部分' },
  line: {
    title: (percentile) => line`GLD份额与金价之比处于第${percentile}百分位`,
    measure: 'GLD份额除以金价',
    name: '比值',
  },
};

const zhHant: FundSumsMessages = {
  gold: ({ funds, month, flow, coverage, rank, first }) =>
    line`${month}至今，${funds}合計${flow}（已報告${coverage}），${first}有紀錄以來同向各月中排第${rank}。`,
  world: ({ month, flow, rank, since }) =>
    line`世界黃金協會統計${month}全球黃金ETF為${flow}，同向各月中排第${rank}${since ? `，為${since}以來最大` : ''}。`,
  ratio: ({ day, percentile, change }) =>
    line`${day}，GLD流通股數與金價之比處於第${percentile}百分位，60日變動${change}。`,
  mania: (yes) => [
    yes
      ? '比值60日上升超過10%，合於散戶狂熱的規則；該規則未經證明。'
      : '按60日上升超過10%的規則，沒有散戶狂熱；該規則未經證明。',
  ],
  equity: ({ funds, day, flow, coverage }) => line`${day}當週，${funds}合計${flow}（已報告${coverage}）。`,
  since: (week) => line`為${week}當週以來同向最大。`,
  none: (first) => line`為${first}有紀錄以來同向最大。`,
  weak: ['來源的方法未說明，多日空缺，只作參考。'],
  months: {
    title: ({ month, flow }) => line`${month}至今${flow}`,
    measure: '每月淨流入，億美元，已報告部分',
  },
  weeks: { title: ({ day, flow }) => line`${day}當週${flow}`, measure: '每週淨流入，億美元，已報告部分' },
  line: {
    title: (percentile) => line`GLD流通股數與金價之比處於第${percentile}百分位`,
    measure: 'GLD流通股數除以金價',
    name: '比值',
  },
};

const en: FundSumsMessages = {
  gold: ({ funds, month, flow, coverage, rank, first }) =>
    line`${funds} together: ${flow} in ${month} so far (${coverage} reported), rank ${rank} among the months of that side since the record begins on ${first}.`,
  world: ({ month, flow, rank, since }) =>
    line`The World Gold Council counts ${flow} into gold ETFs worldwide in ${month}, rank ${rank} among the months of that side${since ? `, the largest since ${since}` : ''}.`,
  ratio: ({ day, percentile, change }) =>
    line`On ${day} the shares of GLD over the gold price stood at percentile ${percentile}, ${change} in 60 sessions.`,
  mania: (yes) => [
    yes
      ? 'Up by more than 10% in 60 sessions: by the rule, a retail mania. The rule is unproven.'
      : 'By the rule, up by more than 10% in 60 sessions, there is no retail mania. The rule is unproven.',
  ],
  equity: ({ funds, day, flow, coverage }) =>
    line`${funds} together: ${flow} in the week of ${day} (${coverage} reported).`,
  since: (week) => line`No week since that of ${week} went as far to that side.`,
  none: (first) => line`No week since the record begins on ${first} went as far to that side.`,
  weak: ['The method of the source is not documented and many days are blank: an indication only.'],
  months: {
    title: ({ month, flow }) => line`${month} so far: ${flow}`,
    measure: 'Net flow of each month, $ m, as far as reported',
  },
  weeks: {
    title: ({ day, flow }) => line`Week of ${day}: ${flow}`,
    measure: 'Net flow of each week, $ m, as far as reported',
  },
  line: {
    title: (percentile) => line`GLD shares over the gold price: percentile ${percentile}`,
    measure: 'Shares of GLD outstanding over the price of gold',
    name: 'Ratio',
  },
};

export const FUND_SUMS: Readonly<Record<Language, FundSumsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const FUND_SUMS_WHYS: readonly ExplainWhy[] = [
  [/^no flow of these funds is known$/, '没有已知的这些基金的资金流', '沒有已知的這些基金的資金流'],
  [
    /^no monthly flow of the World Gold Council is known$/,
    '没有已知的世界黄金协会月度数字',
    '沒有已知的世界黃金協會月度數字',
  ],
  [
    /^the shares of GLD and the gold price have no day in common$/,
    'GLD份额与金价没有共同的日期',
    'GLD流通股數與金價沒有共同的日期',
  ],
  [
    /^fewer than (\d+) days with the shares of GLD and the gold price$/,
    '同时有GLD份额与金价的日期不足$1个',
    '同時有GLD流通股數與金價的日期不足$1個',
  ],
];
