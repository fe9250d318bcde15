import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Side = 'in' | 'out' | 'none';

interface EtfFlowsMessages {
  readonly side: Readonly<Record<Side, string>>;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: readonly string[];
  /** A month by its number, 1 … 12, with its year. */
  month(year: number, month: number): string;
  latest(p: {
    coin: string;
    day: string;
    flow: Part;
    side: Side;
    since: string | null;
    first: boolean;
  }): Inline;
  streak(p: { side: Side; n: Part; one: boolean; sum: Part }): Inline;
  monthLine(p: { month: string; n: number; flow: Part; rank: Part; only: boolean }): Inline;
  record(p: {
    month: string;
    flow: Part;
    beyond: boolean;
    projected: boolean;
    projection: Part;
    left: number;
  }): Inline;
  reversals(p: { n: Part; rate: Part; persistence: Part; range: string; persists: boolean }): Inline;
  volatility(p: { volatility: Part; percentile: Part }): Inline;
  leading(p: { fund: string; share: Part; weight: Part; out: boolean }): Inline;
  bleeding(funds: string): Inline;
  concentration(p: { hhi: Part }): Inline;
  year(p: { year: number; coins: Part; last: Part }): Inline;
  awaited(days: string): Inline;
  unreported(days: string): Inline;
  readonly proxy: Inline;
  readonly t3: {
    readonly title: string;
    readonly measure: string;
    readonly time: string;
    readonly direction: string;
    readonly size: string;
    readonly remark: string;
    day(day: string, weekday: string): string;
    window(n: number): string;
    readonly mean: string;
    year(year: number): string;
    readonly effect: string;
    readonly reversal: string;
    since(day: string): string;
    readonly largest: string;
    change(change: Part): Inline;
    adds(n: number): string;
    lastYear(coins: Part): Inline;
    against(p: { month: string; flow: Part; beyond: boolean }): Inline;
    readonly noRecord: string;
    effects(p: { citi: Part; change: Part }): Inline;
    readonly association: string;
  };
  readonly funds: {
    readonly title: string;
    measure(month: string): string;
    readonly fund: string;
    readonly flow: string;
    readonly flowShare: string;
    readonly assetShare: string;
    readonly weight: string;
    readonly rest: string;
  };
  readonly days: { title(p: { flow: Part; day: string }): Inline; readonly measure: string };
  readonly months: { title(p: { month: string; flow: Part }): Inline; readonly measure: string };
  readonly years: { title(p: { coins: Part }): Inline; measure(coin: string): string };
}

const zhHans: EtfFlowsMessages = {
  side: { in: '净流入', out: '净流出', none: '持平' },
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  month: (year, month) => `${year}年${month}月`,
  latest: ({ coin, day, flow, side, since, first }) =>
    line`${day}，美国${coin}现货基金合计${zhHans.side[side]}${side === 'none' ? '' : flow}${since ? `，为${since}以来同向最大` : first ? '，为成立以来同向最大' : ''}。`,
  streak: ({ side, n, one, sum }) =>
    one ? line`此前一日方向相反。` : line`已连续${n}个交易日${zhHans.side[side]}，合计${sum}。`,
  monthLine: ({ month, n, flow, rank, only }) =>
    line`${month}前${String(n)}个交易日合计${flow}${only ? '，此前没有同向的月份' : line`，同向各月中排第${rank}`}。`,
  record: ({ month, flow, beyond, projected, projection, left }) =>
    beyond
      ? line`已超过${month}的纪录${flow}。`
      : line`纪录为${month}的${flow}，尚未打破${left > 0 ? line`；余下${String(left)}个交易日若照此均速，全月为${projection}，${projected ? '将破纪录' : '不会破纪录'}` : ''}。`,
  reversals: ({ n, rate, persistence, range, persists }) =>
    line`最近20个交易日转向${n}次（全部交易日的基准比率为${rate}）；一阶自回归系数为${persistence}（95%区间${range}）${persists ? '，资金流有惯性' : ''}。`,
  volatility: ({ volatility, percentile }) =>
    line`20日标准差为${volatility}，处于成立以来第${percentile}百分位。`,
  leading: ({ fund, share, weight, out }) =>
    line`当月${out ? '流出' : '流入'}中${fund}占${share}，其资产占${weight}。`,
  bleeding: (funds) => line`流出超过资产占比的有${funds}。`,
  concentration: ({ hhi }) => line`资产集中度（HHI）为${hhi}。`,
  year: ({ year, coins, last }) => line`${String(year)}年初至今净流量折合${coins}，上年同期为${last}。`,
  awaited: (days) => line`${days}的数据约次日05:00（UTC）齐全，尚未计入。`,
  unreported: (days) => line`${days}没有报告，未计入。`,
  proxy: ['各基金资产由累计资金流估计，0可能表示未报告。'],
  t3: {
    title: '资金流向',
    measure: '各行按日期；规模为美元净额',
    time: '时间',
    direction: '流向',
    size: '规模',
    remark: '关键观察',
    day: (day, weekday) => `${day}（${weekday}）`,
    window: (n) => `近${n}个交易日合计`,
    mean: '日均',
    year: (year) => `${year}年初至今`,
    effect: '对应的价格变动',
    reversal: '转向',
    since: (day) => `${day}以来同向最大`,
    largest: '成立以来同向最大',
    change: (change) => line`同期价格${change}`,
    adds: (n) => `日均×${n}＝合计`,
    lastYear: (coins) => line`上年同期${coins}`,
    against: ({ month, flow, beyond }) => line`${beyond ? '超过' : '未破'}${month}纪录${flow}`,
    noRecord: '此前没有同向的月份',
    effects: ({ citi, change }) => line`按花旗3.4%为${citi}；实际${change}`,
    association: '是关联，不是因果；未经证明',
  },
  funds: {
    title: '各基金：流量占比与资产占比',
    measure: (month) => `${month}至今；比值大于1且为流出：流出超过其资产占比`,
    fund: '基金',
    flow: '净流入',
    flowShare: '流量占比',
    assetShare: '资产占比',
    weight: '比值',
    rest: '未归入基金',
  },
  days: {
    title: ({ flow, day }) => line`${day}合计${flow}`,
    measure: '每个交易日的净流入，亿美元，近120个交易日',
  },
  months: { title: ({ month, flow }) => line`${month}至今${flow}`, measure: '每月净流入，亿美元' },
  years: {
    title: ({ coins }) => line`年初至今折合${coins}`,
    measure: (coin) => `年初起累计净买入，${coin}，本年与上年同期`,
  },
};

const zhHant: EtfFlowsMessages = {
  side: { in: '淨流入', out: '淨流出', none: '持平' },
  weekdays: ['週日', '週一', '週二', '週三', '週四', '週五', '週六'],
  month: (year, month) => `${year}年${month}月`,
  latest: ({ coin, day, flow, side, since, first }) =>
    line`${day}，美國${coin}現貨基金合計${zhHant.side[side]}${side === 'none' ? '' : flow}${since ? `，為${since}以來同向最大` : first ? '，為成立以來同向最大' : ''}。`,
  streak: ({ side, n, one, sum }) =>
    one ? line`此前一日方向相反。` : line`已連續${n}個交易日${zhHant.side[side]}，合計${sum}。`,
  monthLine: ({ month, n, flow, rank, only }) =>
    line`${month}前${String(n)}個交易日合計${flow}${only ? '，此前沒有同向的月份' : line`，同向各月中排第${rank}`}。`,
  record: ({ month, flow, beyond, projected, projection, left }) =>
    beyond
      ? line`已超過${month}的紀錄${flow}。`
      : line`紀錄為${month}的${flow}，尚未打破${left > 0 ? line`；餘下${String(left)}個交易日若照此均速，全月為${projection}，${projected ? '將破紀錄' : '不會破紀錄'}` : ''}。`,
  reversals: ({ n, rate, persistence, range, persists }) =>
    line`最近20個交易日轉向${n}次（全部交易日的基準比率為${rate}）；一階自我迴歸係數為${persistence}（95%區間${range}）${persists ? '，資金流有慣性' : ''}。`,
  volatility: ({ volatility, percentile }) =>
    line`20日標準差為${volatility}，處於成立以來第${percentile}百分位。`,
  leading: ({ fund, share, weight, out }) =>
    line`當月${out ? '流出' : '流入'}中${fund}占${share}，其資產占${weight}。`,
  bleeding: (funds) => line`流出超過資產占比的有${funds}。`,
  concentration: ({ hhi }) => line`資產集中度（HHI）為${hhi}。`,
  year: ({ year, coins, last }) => line`${String(year)}年初至今淨流量折合${coins}，上年同期為${last}。`,
  awaited: (days) => line`${days}的資料約次日05:00（UTC）齊全，尚未計入。`,
  unreported: (days) => line`${days}沒有報告，未計入。`,
  proxy: ['各基金資產由累計資金流估計，0可能表示未報告。'],
  t3: {
    title: '資金流向',
    measure: '各行按日期；規模為美元淨額',
    time: '時間',
    direction: '流向',
    size: '規模',
    remark: '關鍵觀察',
    day: (day, weekday) => `${day}（${weekday}）`,
    window: (n) => `近${n}個交易日合計`,
    mean: '日均',
    year: (year) => `${year}年初至今`,
    effect: '對應的價格變動',
    reversal: '轉向',
    since: (day) => `${day}以來同向最大`,
    largest: '成立以來同向最大',
    change: (change) => line`同期價格${change}`,
    adds: (n) => `日均×${n}＝合計`,
    lastYear: (coins) => line`上年同期${coins}`,
    against: ({ month, flow, beyond }) => line`${beyond ? '超過' : '未破'}${month}紀錄${flow}`,
    noRecord: '此前沒有同向的月份',
    effects: ({ citi, change }) => line`按花旗3.4%為${citi}；實際${change}`,
    association: '是關聯，不是因果；未經證明',
  },
  funds: {
    title: '各基金：流量占比與資產占比',
    measure: (month) => `${month}至今；比值大於1且為流出：流出超過其資產占比`,
    fund: '基金',
    flow: '淨流入',
    flowShare: '流量占比',
    assetShare: '資產占比',
    weight: '比值',
    rest: '未歸入基金',
  },
  days: {
    title: ({ flow, day }) => line`${day}合計${flow}`,
    measure: '每個交易日的淨流入，億美元，近120個交易日',
  },
  months: { title: ({ month, flow }) => line`${month}至今${flow}`, measure: '每月淨流入，億美元' },
  years: {
    title: ({ coins }) => line`年初至今折合${coins}`,
    measure: (coin) => `年初起累計淨買入，${coin}，本年與上年同期`,
  },
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const en: EtfFlowsMessages = {
  side: { in: 'inflow', out: 'outflow', none: 'flat' },
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  month: (year, month) => `${MONTHS[month - 1]} ${year}`,
  latest: ({ coin, day, flow, side, since, first }) =>
    line`On ${day} the US spot ${coin} funds ${side === 'none' ? 'had no net flow' : line`saw an ${en.side[side]} of ${flow}`}${since ? `, the largest ${en.side[side]} since ${since}` : first ? `, the largest ${en.side[side]} since they began` : ''}.`,
  streak: ({ side, n, one, sum }) =>
    one
      ? line`The session before went the other way.`
      : line`It was session ${n} of ${en.side[side]}s in a row, ${sum} in all.`,
  monthLine: ({ month, n, flow, rank, only }) =>
    line`The first ${String(n)} sessions of ${month} come to ${flow}${only ? ', with no earlier month of that side' : line`, rank ${rank} among the months of that side`}.`,
  record: ({ month, flow, beyond, projected, projection, left }) =>
    beyond
      ? line`That is beyond the record, ${flow} in ${month}.`
      : line`The record, ${flow} in ${month}, stands${left > 0 ? line`; if the ${String(left)} sessions left go like those so far, the month ends at ${projection} and ${projected ? 'breaks it' : 'does not break it'}` : ''}.`,
  reversals: ({ n, rate, persistence, range, persists }) =>
    line`Flows changed sides ${n} times in the last 20 sessions (base rate of all sessions: ${rate}); their first autoregressive coefficient is ${persistence} (95% band ${range})${persists ? ': flows persist' : ''}.`,
  volatility: ({ volatility, percentile }) =>
    line`Their 20-session standard deviation is ${volatility}, percentile ${percentile} since they began.`,
  leading: ({ fund, share, weight, out }) =>
    line`${fund} makes ${share} of the month’s ${out ? 'outflow' : 'inflow'} with ${weight} of the assets.`,
  bleeding: (funds) => line`More than their weight leaves ${funds}.`,
  concentration: ({ hhi }) => line`Concentration of assets (HHI) is ${hhi}.`,
  year: ({ year, coins, last }) =>
    line`In ${String(year)} so far the net flow makes ${coins}, against ${last} to the same day a year before.`,
  awaited: (days) => line`Not counted yet, as complete only at about 05:00 UTC of the next day: ${days}.`,
  unreported: (days) => line`Nothing was reported for ${days}; these sessions are not counted.`,
  proxy: ['Assets by fund are estimated from cumulated flows; 0 can mean not reported.'],
  t3: {
    title: 'Where the money went',
    measure: 'Rows by date; size in US dollars, net',
    time: 'Time',
    direction: 'Flow',
    size: 'Size',
    remark: 'What to note',
    day: (day, weekday) => `${weekday} ${day}`,
    window: (n) => (n === 1 ? 'Last session' : `Last ${n} sessions`),
    mean: 'A session on average',
    year: (year) => `${year} so far`,
    effect: 'Price change that goes with it',
    reversal: 'changed sides',
    since: (day) => `largest of its side since ${day}`,
    largest: 'largest of its side so far',
    change: (change) => line`price ${change} meanwhile`,
    adds: (n) => `mean × ${n} = sum`,
    lastYear: (coins) => line`${coins} to the same day a year before`,
    against: ({ month, flow, beyond }) =>
      line`${beyond ? 'beyond' : 'within'} the record of ${month}, ${flow}`,
    noRecord: 'no earlier month of that side',
    effects: ({ citi, change }) => line`${citi} at Citi’s 3.4%; the price changed ${change}`,
    association: 'an association, not an effect; unproven',
  },
  funds: {
    title: 'Funds: share of the flow against share of the assets',
    measure: (month) => `${month} so far; a ratio above 1 on outflow: bleeds more than its weight`,
    fund: 'Fund',
    flow: 'Net flow',
    flowShare: 'Of the flow',
    assetShare: 'Of the assets',
    weight: 'Ratio',
    rest: 'Given to no fund',
  },
  days: {
    title: ({ flow, day }) => line`${flow} on ${day}`,
    measure: 'Net flow of each session, $ m, last 120 sessions',
  },
  months: {
    title: ({ month, flow }) => line`${month} so far: ${flow}`,
    measure: 'Net flow of each month, $ m',
  },
  years: {
    title: ({ coins }) => line`${coins} in the year so far`,
    measure: (coin) => `Net purchases since 1 January, ${coin}, this year and the year before`,
  },
};

export const ETF_FLOWS: Readonly<Record<Language, EtfFlowsMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const ETF_FLOWS_WHYS: readonly ExplainWhy[] = [
  [/^no fund flow is known$/, '没有已知的基金资金流', '沒有已知的基金資金流'],
  [/^fewer than (\d+) sessions with a flow$/, '有资金流的交易日不足$1个', '有資金流的交易日不足$1個'],
  [
    /^the flows by fund are not whole since the first session$/,
    '各基金的资金流自首日起不完整',
    '各基金的資金流自首日起不完整',
  ],
  [
    /^the fund has no flow on a session of the month$/,
    '该基金当月有交易日没有资金流',
    '該基金當月有交易日沒有資金流',
  ],
  [
    /^a session of the year has a flow and no price$/,
    '当年有交易日有资金流而没有价格',
    '當年有交易日有資金流而沒有價格',
  ],
];
