import type { Language } from '../../../data/series/entry.ts';
import type { Channel } from '../../../diagnosis/explain/network/channel-shares.ts';
import { type Inline, joined, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Cycles = 'week' | 'month' | 'longer';

interface SpilloverMessages {
  total(p: { markets: number; total: Part; range: string; level: string }): Inline;
  rank(p: { percentile: Part; before?: Part }): Inline;
  /** Each with its net; the first of a year before when it is another market. */
  senders(p: { senders: readonly Part[]; receivers: readonly Part[] }): Inline;
  one(name: string, net: Part): Inline;
  yearAgo(p: { day: string; name: string; net: Part; same: boolean }): Inline;
  technology(p: { sender: string; share: Part; range: string; gold: Part; miners: Part }): Inline;
  frequency(p: Readonly<Record<Cycles, Part>>): Inline;
  split(shares: readonly Part[], rest: Part): Inline;
  readonly channelNames: Readonly<Record<Channel, string>>;
  channelOne(name: string, share: Part, range: string): Inline;
  led(p: { chance: Part; above: boolean }): Inline;
  channels: string;
  closes(p: { hours: string; utcDays: string }): Inline;
  leftOut(names: readonly string[]): Inline;
  meaning: string;
  chart: { title(p: { day: string; total: Part }): Inline; measure: string };
  table: {
    title: string;
    measure: string;
    market: string;
    net: string;
    to: string;
    from: string;
    before: string;
  };
  pairs: { title: string; measure: string; from: string; to: string; net: string };
  history: { title(day: string): string; measure: string };
}

const zhHans: SpilloverMessages = {
  total: ({ markets, total, range, level }) =>
    line`${String(markets)}个市场的预测误差方差中，有${total}来自彼此${range === '' ? '' : `（${level}区间${range}）`}。`,
  rank: ({ percentile, before }) =>
    before
      ? line`在历史窗口中处于第${percentile}百分位，一年前为${before}。`
      : line`在历史窗口中处于第${percentile}百分位。`,
  senders: ({ senders, receivers }) =>
    line`净发送者为${joined(senders, '、')}；净接收者为${joined(receivers, '、')}。`,
  one: (name, net) => line`${name}（${net}）`,
  yearAgo: ({ day, name, net, same }) =>
    same
      ? line`一年前（${day}）最大的净发送者也是${name}（${net}）。`
      : line`一年前（${day}）最大的净发送者是${name}（${net}）。`,
  technology: ({ sender, share, range, gold, miners }) =>
    line`比特币的方差中有${share}由${sender}传来${range === '' ? '' : `（90%区间${range}）`}，金矿股为${miners}，黄金为${gold}。`,
  frequency: ({ week, month, longer }) =>
    line`溢出的${week}在5个交易日以内的周期里产生，${month}在5至20日，${longer}更长。`,
  split: (shares, rest) =>
    line`总溢出按渠道拆分：${joined(shares, '，')}；其余${rest}不属于三者中的任何一个。`,
  channelNames: { mood: '情绪', funding: '资金', information: '信息' },
  channelOne: (name, share, range) => line`${name}${share}${range === '' ? '' : `（90%区间${range}）`}`,
  led: ({ chance, above }) =>
    above
      ? line`信息一项高于打乱交易日次序时的${chance}。`
      : line`信息一项与打乱交易日次序时的${chance}分不开，看不出谁领先谁。`,
  channels:
    '情绪取恐慌指数与高收益债；资金取日元汇率与债市波动率，代替没有的共同持有人与保证金数据；信息取滞后一日以上的传导，代替没有的新闻数据。后两项是替代指标，未经证明。',
  closes: ({ hours, utcDays }) =>
    line`加密货币取纽约收盘时的价格${utcDays === '' ? '' : `（${utcDays}没有日内数据，取UTC日）`}，同一日各市场收盘最多相差${hours}小时。`,
  leftOut: (names) => line`未计入：${names.join('、')}。`,
  meaning: '“发送”指预测意义上的份额，不是因果；同涨同跌都会抬高总溢出。',
  chart: {
    title: ({ day, total }) => line`谁把冲击传给谁：${day}，总溢出${total}`,
    measure: '实心为净发送者，空心为净接收者；箭头由发送者指向接收者，粗细为成对净溢出，只画最强的15对',
  },
  table: {
    title: '净溢出：当时与一年前',
    measure: '占一个市场预测误差方差的比例；下为90%区间',
    market: '市场',
    net: '净溢出',
    to: '传出',
    from: '传入',
    before: '一年前净溢出',
  },
  pairs: {
    title: '最强的成对净溢出',
    measure: '接收者方差中由发送者多传来的份额',
    from: '发送者',
    to: '接收者',
    net: '净溢出',
  },
  history: { title: (day) => `总溢出，至${day}`, measure: '每点为此前250个交易日的总溢出' },
};

const zhHant: SpilloverMessages = {
  total: ({ markets, total, range, level }) =>
    line`${String(markets)}個市場的預測誤差變異中，有${total}來自彼此${range === '' ? '' : `（${level}區間${range}）`}。`,
  rank: ({ percentile, before }) =>
    before
      ? line`在歷史視窗中處於第${percentile}百分位，一年前為${before}。`
      : line`在歷史視窗中處於第${percentile}百分位。`,
  senders: ({ senders, receivers }) =>
    line`淨發送者為${joined(senders, '、')}；淨接收者為${joined(receivers, '、')}。`,
  one: (name, net) => line`${name}（${net}）`,
  yearAgo: ({ day, name, net, same }) =>
    same
      ? line`一年前（${day}）最大的淨發送者也是${name}（${net}）。`
      : line`一年前（${day}）最大的淨發送者是${name}（${net}）。`,
  technology: ({ sender, share, range, gold, miners }) =>
    line`比特幣的變異中有${share}由${sender}傳來${range === '' ? '' : `（90%區間${range}）`}，金礦股為${miners}，黃金為${gold}。`,
  frequency: ({ week, month, longer }) =>
    line`溢出的${week}在5個交易日以內的週期裡產生，${month}在5至20日，${longer}更長。`,
  split: (shares, rest) =>
    line`總溢出按管道拆分：${joined(shares, '，')}；其餘${rest}不屬於三者中的任何一個。`,
  channelNames: { mood: '情緒', funding: '資金', information: '資訊' },
  channelOne: (name, share, range) => line`${name}${share}${range === '' ? '' : `（90%區間${range}）`}`,
  led: ({ chance, above }) =>
    above
      ? line`資訊一項高於打亂交易日次序時的${chance}。`
      : line`資訊一項與打亂交易日次序時的${chance}分不開，看不出誰領先誰。`,
  channels:
    '情緒取恐慌指數與高收益債；資金取日圓匯率與債市波動率，代替沒有的共同持有人與保證金資料；資訊取滯後一日以上的傳導，代替沒有的新聞資料。後兩項是替代指標，未經證明。',
  closes: ({ hours, utcDays }) =>
    line`加密貨幣取紐約收盤時的價格${utcDays === '' ? '' : `（${utcDays}沒有日內資料，取UTC日）`}，同一日各市場收盤最多相差${hours}小時。`,
  leftOut: (names) => line`未計入：${names.join('、')}。`,
  meaning: '「發送」指預測意義上的份額，不是因果；同漲同跌都會抬高總溢出。',
  chart: {
    title: ({ day, total }) => line`誰把衝擊傳給誰：${day}，總溢出${total}`,
    measure: '實心為淨發送者，空心為淨接收者；箭頭由發送者指向接收者，粗細為成對淨溢出，只畫最強的15對',
  },
  table: {
    title: '淨溢出：當時與一年前',
    measure: '占一個市場預測誤差變異的比例；下為90%區間',
    market: '市場',
    net: '淨溢出',
    to: '傳出',
    from: '傳入',
    before: '一年前淨溢出',
  },
  pairs: {
    title: '最強的成對淨溢出',
    measure: '接收者變異中由發送者多傳來的份額',
    from: '發送者',
    to: '接收者',
    net: '淨溢出',
  },
  history: { title: (day) => `總溢出，至${day}`, measure: '每點為此前250個交易日的總溢出' },
};

/** "a", "a and b", "a, b and c". */
function listed(parts: readonly Part[]): Inline {
  const [last, ...rest] = [...parts].reverse();
  if (rest.length === 0) return last === undefined ? [] : line`${last}`;
  return line`${joined(rest.reverse(), ', ')} and ${last!}`;
}

const en: SpilloverMessages = {
  total: ({ markets, total, range, level }) =>
    line`Of the forecast-error variance of ${String(markets)} markets ${total} came from one another${range === '' ? '' : ` (${level} band ${range})`}.`,
  rank: ({ percentile, before }) =>
    before
      ? line`That is percentile ${percentile} of all windows so far; a year before it was ${before}.`
      : line`That is percentile ${percentile} of all windows so far.`,
  senders: ({ senders, receivers }) =>
    line`The largest net senders are ${listed(senders)}; the largest net receivers ${listed(receivers)}.`,
  one: (name, net) => line`${name} (${net})`,
  yearAgo: ({ day, name, net, same }) =>
    same
      ? line`A year before, on ${day}, the largest net sender was ${name} too (${net}).`
      : line`A year before, on ${day}, the largest net sender was ${name} (${net}).`,
  technology: ({ sender, share, range, gold, miners }) =>
    line`${sender} sends ${share} of the variance of Bitcoin${range === '' ? '' : ` (90% band ${range})`}, ${miners} of that of gold miners and ${gold} of that of gold.`,
  frequency: ({ week, month, longer }) =>
    line`Cycles of up to 5 sessions make ${week} of the spillover, those of 5 to 20 ${month}, longer ones ${longer}.`,
  split: (shares, rest) =>
    line`By channel the total splits into ${listed(shares)}; ${rest} belongs to none of them.`,
  channelNames: { mood: 'mood', funding: 'funding', information: 'information' },
  channelOne: (name, share, range) => line`${name} ${share}${range === '' ? '' : ` (90% band ${range})`}`,
  led: ({ chance, above }) =>
    above
      ? line`The share of information is above the ${chance} that sessions in random order give.`
      : line`The share of information cannot be told from the ${chance} that sessions in random order give: nothing is seen to lead.`,
  channels:
    'Mood is VIX and high-yield bonds. Funding is the yen and the volatility of bonds, in place of common holders and their margin; information is what passes on after a session or more, in place of news by market. Neither holders nor news are in the data; the proxies are unproven.',
  closes: ({ hours, utcDays }) =>
    line`Crypto stands with its price at the New York close${utcDays === '' ? '' : ` (${utcDays} with its UTC day, for want of bars)`}; closes of one session lie at most ${hours} hours apart.`,
  leftOut: (names) => line`Left out: ${names.join(', ')}.`,
  meaning:
    'To send means to help to forecast, not to cause; the total is high when all fall together and when all rise together.',
  chart: {
    title: ({ day, total }) => line`Who sends the shocks to whom: ${day}, total spillover ${total}`,
    measure:
      'Full discs are net senders, rings net receivers; arrows run from sender to receiver, their width the net spillover of the pair, the 15 strongest',
  },
  table: {
    title: 'Net spillover, then and a year before',
    measure: 'In forecast-error variances of one market; below, the 90% band',
    market: 'Market',
    net: 'Net',
    to: 'Sends',
    from: 'Receives',
    before: 'Net a year before',
  },
  pairs: {
    title: 'The strongest pairs',
    measure: 'Share of the receiver’s variance that the sender sends beyond what it gets back',
    from: 'Sender',
    to: 'Receiver',
    net: 'Net',
  },
  history: {
    title: (day) => `Total spillover to ${day}`,
    measure: 'Each point is of the 250 sessions before',
  },
};

export const SPILLOVERS: Readonly<Record<Language, SpilloverMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const SPILLOVERS_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) common sessions of two members$/,
    '两个以上市场的共同交易日少于$1',
    '兩個以上市場的共同交易日少於$1',
  ],
  [/^fewer than (\d+) windows of (\d+) sessions$/, '$2个交易日的窗口少于$1个', '$2個交易日的窗口少於$1個'],
  [/^constant or collinear in the window$/, '窗口内不变或与其他市场共线', '窗口內不變或與其他市場共線'],
  [
    /^fewer than (\d+) common sessions of ([a-z0-9-]+) and ([a-z0-9-]+)$/,
    '$2与$3的共同交易日少于$1',
    '$2與$3的共同交易日少於$1',
  ],
  [
    /^a factor of the channel has no value in the session$/,
    '该渠道的因子在当日没有数值',
    '該管道的因子在當日沒有數值',
  ],
];
