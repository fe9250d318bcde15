import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { Hedge } from '../../messages/messages.ts';

/** What the page of the verdict says beside the words of the report. */
export interface VerdictWords {
  readonly strip: {
    readonly note: string;
    readonly hedges: Readonly<Record<Hedge, string>>;
    tally(beyond: number, known: number): string;
  };
  readonly score: {
    readonly title: string;
    readonly of: string;
    rank(k: Part, n: Part): Inline;
    above(share: Part, year: number): Inline;
    readonly none: string;
    readonly chart: string;
    chartMeasure(year: number): string;
    readonly rate: (perYear: Part, independent: Part) => Inline;
    readonly nearest: string;
    after(name: string): string;
  };
  readonly next: { due(p: { title: string; instant: string }): Inline };
  readonly state: {
    readonly title: string;
    readonly liquidity: string;
    readonly vix: string;
    readonly etf: string;
    readonly funding: string;
    weeks(weeks: number, change: Part): Inline;
    to(day: string): string;
    late(day: string): string;
    points(points: Part): Inline;
    highest(day: string): string;
    readonly highestEver: string;
    day(day: string, flow: Part): Inline;
    percentile(p: Part): Inline;
  };
  readonly moves: {
    readonly title: string;
    measure(day: string): string;
    readonly fell: string;
    readonly held: string;
    readonly instrument: string;
    readonly day: string;
    readonly since: string;
    all(n: number): string;
  };
  readonly sellers: {
    readonly title: string;
    readonly measure: string;
    readonly key: string;
    readonly evidence: Readonly<Record<'supported' | 'partly' | 'not-supported' | 'not-measured', string>>;
    readonly etf: string;
    etfText(p: { flow: Part; day: string; sum: Part; sessions: number }): Inline;
    readonly premium: string;
    premiumText(p: { premium: Part; days: Part; below: boolean }): Inline;
    readonly carry: string;
    carryText(p: { yen: Part; day: string }): Inline;
    readonly equityFunds: string;
    equityFundsText(p: { flow: Part; day: string }): Inline;
    readonly liquidations: string;
    liquidationsText(total: Part): Inline;
    readonly unknown: string;
    readonly forcedTitle: string;
    /** Closed until asked for: the simulation takes its time. */
    readonly forcedFold: string;
    forced(p: { shock: Part; name: string }): Inline;
    readonly seller: string;
    readonly sold: string;
    readonly more: string;
    readonly nothingForced: string;
    readonly noCascade: string;
  };
  readonly watch: {
    readonly title: string;
    readonly measure: string;
    /** Titles, and how many more are not named. */
    data(titles: readonly string[], more: number): string;
    meeting(cut: Part): Inline;
    readonly meetingAlone: string;
    readonly nothing: string;
  };
}

const EN: VerdictWords = {
  strip: {
    note: 'σ: mean of the class, each on its own volatility before the day; dashed −1 σ',
    hedges: { treasuries: 'Treasuries', dollar: 'Dollar', yen: 'Yen', cash: 'Cash' },
    tally: (beyond, known) => `below the line ${beyond} / ${known}`,
  },
  score: {
    title: 'Joint-fall score',
    of: '/ 100',
    rank: (k, n) => line`rank ${k} of ${n} sessions`,
    above: (share, year) => line`above ${share} of sessions since ${String(year)}`,
    none: 'The score is not measured',
    chart: 'Sessions by score, with this one',
    chartMeasure: (year) => `sessions, square-root scale, since ${year}`,
    rate: (perYear, independent) =>
      line`${perYear} such days a year; independent classes would give ${independent}.`,
    nearest: 'Nearest past days',
    after: (name) => `${name}, +20 d`,
  },
  next: { due: ({ title, instant }) => line`Look next at ${title}: due ${instant}.` },
  state: {
    title: 'State',
    liquidity: 'Net USD liquidity',
    vix: 'Volatility, VIX',
    etf: 'Bitcoin ETFs, 5 days',
    funding: 'SOFR less IORB',
    weeks: (weeks, change) => line`${String(weeks)} weeks ${change}`,
    to: (day) => `to ${day}`,
    late: (day) => `◷ ${day} not out yet`,
    points: (points) => line`day ${points}`,
    highest: (day) => `highest since ${day}`,
    highestEver: 'highest on record',
    day: (day, flow) => line`${day} ${flow}`,
    percentile: (p) => line`percentile of a year ${p}`,
  },
  moves: {
    title: 'What fell and what did not',
    measure: (day) => `close on close, session of ${day}; z on each one’s own volatility before`,
    fell: 'Fell',
    held: 'Held or rose',
    instrument: 'Asset',
    day: 'Day',
    since: 'Largest since',
    all: (n) => `All ${n} →`,
  },
  sellers: {
    title: 'Who is selling',
    measure: 'what the data support, each with its figure',
    key: '◆ supported  ⬖ partly  ✕ not supported  ◌ not measured',
    evidence: {
      supported: 'supported',
      partly: 'partly',
      'not-supported': 'not supported',
      'not-measured': 'not measured',
    },
    etf: 'US spot bitcoin ETFs',
    etfText: ({ flow, day, sum, sessions }) => line`${flow} on ${day}; ${String(sessions)} sessions ${sum}`,
    premium: 'US spot buyers absent (Coinbase discount)',
    premiumText: ({ premium, days, below }) =>
      line`${premium}, ${below ? 'negative' : 'positive'} for ${days} days`,
    carry: 'Yen carry unwind',
    carryText: ({ yen, day }) => line`the yen ${yen} since ${day}`,
    equityFunds: 'US equity index ETFs',
    equityFundsText: ({ flow, day }) => line`${flow} in the week from ${day}`,
    liquidations: 'Liquidated leverage in crypto',
    liquidationsText: (total) => line`${total} reported in 24 hours; venues under-report`,
    unknown: 'no value at this instant',
    forcedTitle: 'Forced sellers',
    forcedFold: 'Who would be forced to sell next? A simulation of some seconds',
    forced: ({ shock, name }) => line`what each would sell if ${name} fell by another ${shock}`,
    seller: 'Seller',
    sold: 'Sold, median and band',
    more: 'The whole cascade →',
    nothingForced: 'In the simulation no forced seller would sell.',
    noCascade: 'Nothing can be simulated at this instant: no asset of the cascade has a price.',
  },
  watch: {
    title: 'What to watch next',
    measure: 'instants in UTC',
    data: (titles, more) => `${titles.join('; ')}${more > 0 ? `; ${more} more` : ''}`,
    meeting: (cut) => line`Fed decision; the market gives a cut ${cut}`,
    meetingAlone: 'Fed decision',
    nothing: 'No dated release is known from here.',
  },
};

const ZH_HANS: VerdictWords = {
  strip: {
    note: 'σ：类内平均，各按自身此前波动率衡量；虚线−1 σ',
    hedges: { treasuries: '美债', dollar: '美元', yen: '日元', cash: '现金' },
    tally: (beyond, known) => `跌破虚线${beyond} / ${known}`,
  },
  score: {
    title: '同跌分',
    of: '/ 100',
    rank: (k, n) => line`${n}日中第${k}`,
    above: (share, year) => line`高于${String(year)}年以来${share}的交易日`,
    none: '同跌分未测',
    chart: '各分数的交易日数与今天的位置',
    chartMeasure: (year) => `交易日数，平方根刻度，${year}年起`,
    rate: (perYear, independent) => line`这样的日子一年${perYear}天；各类若相互独立则为${independent}天。`,
    nearest: '最相似的过去日',
    after: (name) => `${name} +20日`,
  },
  next: { due: ({ title, instant }) => line`接下来先看${title}：${instant}公布。` },
  state: {
    title: '状态',
    liquidity: '美元净流动性',
    vix: '波动率VIX',
    etf: '比特币ETF，五日',
    funding: 'SOFR减IORB',
    weeks: (weeks, change) => line`${ZH_WEEKS[weeks] ?? String(weeks)}周${change}`,
    to: (day) => `截至${day}`,
    late: (day) => `◷ ${day}未公布`,
    points: (points) => line`一日${points}`,
    highest: (day) => `${day}以来最高`,
    highestEver: '有记录以来最高',
    day: (day, flow) => line`${day} ${flow}`,
    percentile: (p) => line`一年分位${p}`,
  },
  moves: {
    title: '什么跌了，什么没有',
    measure: (day) => `${day}收盘对前一收盘；z按各自此前波动率衡量`,
    fell: '下跌',
    held: '没有跌，或上涨',
    instrument: '标的',
    day: '日变动',
    since: '自此以来最大',
    all: (n) => `全部${n}项 →`,
  },
  sellers: {
    title: '谁在卖',
    measure: '数据支持到哪一步，各附一个数字',
    key: '◆ 证据支持  ⬖ 部分  ✕ 不支持  ◌ 未测',
    evidence: { supported: '支持', partly: '部分', 'not-supported': '不支持', 'not-measured': '未测' },
    etf: '美国比特币现货ETF',
    etfText: ({ flow, day, sum, sessions }) => line`${flow}（${day}），${String(sessions)}个交易日合计${sum}`,
    premium: '美国现货买方退出（Coinbase折价）',
    premiumText: ({ premium, days, below }) => line`${premium}，连续${days}日为${below ? '负' : '正'}`,
    carry: '日元套息平仓',
    carryText: ({ yen, day }) => line`日元自${day}以来${yen}`,
    equityFunds: '美国股指ETF',
    equityFundsText: ({ flow, day }) => line`${day}起当周${flow}`,
    liquidations: '加密杠杆仓位被强平',
    liquidationsText: (total) => line`24小时内报出${total}；交易所少报`,
    unknown: '此刻没有数值',
    forcedTitle: '强制卖方',
    forcedFold: '接着谁会被迫卖出？模拟需时若干秒',
    forced: ({ shock, name }) => line`若${name}再跌${shock}，各会卖出多少`,
    seller: '卖方',
    sold: '卖出额，中位数与区间',
    more: '连锁全貌 →',
    nothingForced: '模拟中没有强制卖方会卖出。',
    noCascade: '此刻无法模拟：连锁所涉资产都没有价格。',
  },
  watch: {
    title: '接下来看什么',
    measure: '时刻均为UTC',
    data: (titles, more) => `${titles.join('；')}${more > 0 ? `等${titles.length + more}项` : ''}`,
    meeting: (cut) => line`美联储议息；市场给降息的概率为${cut}`,
    meetingAlone: '美联储议息',
    nothing: '此刻没有已知日期的公布。',
  },
};

const ZH_HANT: VerdictWords = {
  strip: {
    note: 'σ：類內平均，各按自身此前波動率衡量；虛線−1 σ',
    hedges: { treasuries: '美債', dollar: '美元', yen: '日圓', cash: '現金' },
    tally: (beyond, known) => `跌破虛線${beyond} / ${known}`,
  },
  score: {
    title: '同跌分數',
    of: '/ 100',
    rank: (k, n) => line`${n}個交易日中第${k}`,
    above: (share, year) => line`高於${String(year)}年以來${share}的交易日`,
    none: '同跌分數未測得',
    chart: '各分數的交易日數與今天的位置',
    chartMeasure: (year) => `交易日數，平方根刻度，${year}年起`,
    rate: (perYear, independent) => line`這樣的日子一年${perYear}天；各類若互相獨立則為${independent}天。`,
    nearest: '最相似的過去日',
    after: (name) => `${name} +20日`,
  },
  next: { due: ({ title, instant }) => line`接下來先看${title}：${instant}公布。` },
  state: {
    title: '狀態',
    liquidity: '美元淨流動性',
    vix: '波動率VIX',
    etf: '比特幣ETF，五日',
    funding: 'SOFR減IORB',
    weeks: (weeks, change) => line`${ZH_WEEKS[weeks] ?? String(weeks)}週${change}`,
    to: (day) => `截至${day}`,
    late: (day) => `◷ ${day}尚未公布`,
    points: (points) => line`一日${points}`,
    highest: (day) => `${day}以來最高`,
    highestEver: '有紀錄以來最高',
    day: (day, flow) => line`${day} ${flow}`,
    percentile: (p) => line`一年百分位${p}`,
  },
  moves: {
    title: '什麼跌了，什麼沒有',
    measure: (day) => `${day}收盤對前一收盤；z按各自此前波動率衡量`,
    fell: '下跌',
    held: '沒有跌，或上漲',
    instrument: '標的',
    day: '日漲跌',
    since: '自此以來最大',
    all: (n) => `全部${n}項 →`,
  },
  sellers: {
    title: '誰在賣',
    measure: '資料支持到哪一步，各附一個數字',
    key: '◆ 證據支持  ⬖ 部分  ✕ 不支持  ◌ 未測',
    evidence: { supported: '支持', partly: '部分', 'not-supported': '不支持', 'not-measured': '未測' },
    etf: '美國比特幣現貨ETF',
    etfText: ({ flow, day, sum, sessions }) => line`${flow}（${day}），${String(sessions)}個交易日合計${sum}`,
    premium: '美國現貨買盤退場（Coinbase折價）',
    premiumText: ({ premium, days, below }) => line`${premium}，連續${days}日為${below ? '負' : '正'}`,
    carry: '日圓利差交易平倉',
    carryText: ({ yen, day }) => line`日圓自${day}以來${yen}`,
    equityFunds: '美國股指ETF',
    equityFundsText: ({ flow, day }) => line`${day}起當週${flow}`,
    liquidations: '加密槓桿部位遭強制平倉',
    liquidationsText: (total) => line`24小時內報出${total}；交易所少報`,
    unknown: '此刻沒有數值',
    forcedTitle: '強制賣方',
    forcedFold: '接著誰會被迫賣出？模擬需時數秒',
    forced: ({ shock, name }) => line`若${name}再跌${shock}，各會賣出多少`,
    seller: '賣方',
    sold: '賣出額，中位數與區間',
    more: '連鎖全貌 →',
    nothingForced: '模擬中沒有強制賣方會賣出。',
    noCascade: '此刻無法模擬：連鎖所涉資產都沒有價格。',
  },
  watch: {
    title: '接下來看什麼',
    measure: '時刻均為UTC',
    data: (titles, more) => `${titles.join('；')}${more > 0 ? `等${titles.length + more}項` : ''}`,
    meeting: (cut) => line`聯準會利率決議；市場給降息的機率為${cut}`,
    meetingAlone: '聯準會利率決議',
    nothing: '此刻沒有已知日期的公布。',
  },
};

const ZH_WEEKS: Readonly<Record<number, string>> = { 4: '四', 13: '十三', 26: '二十六', 52: '五十二' };

export const VERDICT_WORDS: Readonly<Record<Language, VerdictWords>> = {
  'zh-Hans': ZH_HANS,
  'zh-Hant': ZH_HANT,
  en: EN,
};
