import type { Language } from '../../../data/series/entry.ts';
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
  mood(share: Part): Inline;
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
      ? line`在历史窗口中处于第${percentile}分位，一年前为${before}。`
      : line`在历史窗口中处于第${percentile}分位。`,
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
  mood: (share) => line`其中${share}与恐慌指数和高收益债同日的变动同行（情绪渠道，只是相关）。`,
  channels: '资金渠道（共同持有人与保证金）和信息渠道（各市场的新闻）没有数据，未测量。',
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
      ? line`在歷史窗口中處於第${percentile}百分位，一年前為${before}。`
      : line`在歷史窗口中處於第${percentile}百分位。`,
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
  mood: (share) => line`其中${share}與恐慌指數和高收益債同日的變動同行（情緒管道，只是相關）。`,
  channels: '資金管道（共同持有人與保證金）和資訊管道（各市場的新聞）沒有資料，未測量。',
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
  mood: (share) =>
    line`Of the total ${share} goes with the same day’s moves of VIX and high-yield bonds: the mood channel, an association.`,
  channels:
    'The funding channel (common holders and their margin) and the information channel (news by market) have no data and are not measured.',
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
    /^fewer than (\d+) common sessions with VIX and high-yield bonds$/,
    '与恐慌指数和高收益债的共同交易日少于$1',
    '與恐慌指數和高收益債的共同交易日少於$1',
  ],
  [
    /^common holders and their margin are not in the data$/,
    '没有共同持有人与保证金的数据',
    '沒有共同持有人與保證金的資料',
  ],
  [/^news by market and hour are not in the data$/, '没有各市场新闻的数据', '沒有各市場新聞的資料'],
];
