import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface OrderBookMessages {
  lowest(p: { day: string; time: string; bids: Part; before: Part; ratio: Part }): Inline;
  asks(p: { before: Part; low: Part }): Inline;
  recovered(p: { time: string; bids: Part; regained: Part }): Inline;
  halfLife(p: { hours: Part; range: string; beyond: boolean }): Inline;
  readonly frozen: Inline;
  stale(day: string): Inline;
  hours(text: string): string;
  readonly chart: {
    title(p: { before: Part; low: Part }): Inline;
    readonly measure: string;
    readonly bids: string;
    readonly asks: string;
  };
  readonly marks: {
    readonly title: string;
    readonly measure: string;
    readonly time: string;
    readonly bids: string;
    readonly asks: string;
    readonly imbalance: string;
    readonly cost: string;
  };
  readonly bands: {
    readonly title: string;
    readonly measure: string;
    readonly within: string;
    readonly before: string;
    readonly low: string;
    readonly last: string;
    bid(percent: string): string;
    ask(percent: string): string;
  };
}

const zhHans: OrderBookMessages = {
  lowest: ({ day, time, bids, before, ratio }) =>
    line`${day}${time}（UTC），币安比特币永续合约中间价下方5%以内的买盘只剩${bids}，此前三小时至一小时的中位数为${before}，只及其${ratio}。`,
  asks: ({ before, low }) => line`同一时刻的卖盘为${low}，此前为${before}：买盘退得更多。`,
  recovered: ({ time, bids, regained }) => line`到${time}买盘回到${bids}，为此前的${regained}。`,
  halfLife: ({ hours, range, beyond }) =>
    line`按指数恢复拟合，缺口减半约需${hours}（95%区间${range}）${beyond ? '，长于观察到的时段，属外推' : ''}。`,
  frozen: ['有一段时间行情源停滞，反复给出同一个值；那是缺失，不是深度。'],
  stale: (day) => line`已知的最近一日深度是${day}，以下说的是那一天，不是现在。`,
  hours: (text) => `${text}小时`,
  chart: {
    title: ({ before, low }) => line`5%以内的买盘从${before}降到${low}`,
    measure: '币安BTCUSDT永续合约，中间价5%以内的挂单，百万美元，UTC；断开处为行情源停滞',
    bids: '买盘',
    asks: '卖盘',
  },
  marks: {
    title: '冲击前后的深度',
    measure: '中间价5%以内，每个时刻后一分钟内的首个快照，UTC；失衡度−1为没有买盘',
    time: '时刻',
    bids: '买盘',
    asks: '卖盘',
    imbalance: '失衡度',
    cost: '卖出100万美元的成本',
  },
  bands: {
    title: '按距离的深度',
    measure: '从中间价累计；此前为最低点前三小时至一小时的中位数',
    within: '范围',
    before: '此前',
    low: '最低时',
    last: '当日末',
    bid: (percent) => `买盘${percent}以内`,
    ask: (percent) => `卖盘${percent}以内`,
  },
};

const zhHant: OrderBookMessages = {
  lowest: ({ day, time, bids, before, ratio }) =>
    line`${day}${time}（UTC），幣安比特幣永續合約中間價下方5%以內的買盤只剩${bids}，此前三小時至一小時的中位數為${before}，只及其${ratio}。`,
  asks: ({ before, low }) => line`同一時刻的賣盤為${low}，此前為${before}：買盤退得更多。`,
  recovered: ({ time, bids, regained }) => line`到${time}買盤回到${bids}，為此前的${regained}。`,
  halfLife: ({ hours, range, beyond }) =>
    line`按指數恢復擬合，缺口減半約需${hours}（95%區間${range}）${beyond ? '，長於觀察到的時段，屬外推' : ''}。`,
  frozen: ['有一段時間行情源停滯，反覆給出同一個值；那是缺漏，不是深度。'],
  stale: (day) => line`已知的最近一日深度是${day}，以下說的是那一天，不是現在。`,
  hours: (text) => `${text}小時`,
  chart: {
    title: ({ before, low }) => line`5%以內的買盤從${before}降到${low}`,
    measure: '幣安BTCUSDT永續合約，中間價5%以內的掛單，百萬美元，UTC；斷開處為行情源停滯',
    bids: '買盤',
    asks: '賣盤',
  },
  marks: {
    title: '衝擊前後的深度',
    measure: '中間價5%以內，每個時刻後一分鐘內的首個快照，UTC；失衡度−1為沒有買盤',
    time: '時刻',
    bids: '買盤',
    asks: '賣盤',
    imbalance: '失衡度',
    cost: '賣出100萬美元的成本',
  },
  bands: {
    title: '按距離的深度',
    measure: '從中間價累計；此前為最低點前三小時至一小時的中位數',
    within: '範圍',
    before: '此前',
    low: '最低時',
    last: '當日末',
    bid: (percent) => `買盤${percent}以內`,
    ask: (percent) => `賣盤${percent}以內`,
  },
};

const en: OrderBookMessages = {
  lowest: ({ day, time, bids, before, ratio }) =>
    line`On ${day} at ${time} UTC the bids within 5% below mid of Binance's bitcoin perpetual had shrunk to ${bids}, ${ratio} of the ${before} that was their median three hours to one hour before.`,
  asks: ({ before, low }) =>
    line`The asks stood at ${low} at that moment, after ${before} before: the bids went further.`,
  recovered: ({ time, bids, regained }) =>
    line`By ${time} the bids were back at ${bids}, ${regained} of before.`,
  halfLife: ({ hours, range, beyond }) =>
    line`With an exponential recovery half of the gap closes in ${hours} (95%: ${range})${beyond ? ', longer than what was observed and so extrapolated' : ''}.`,
  frozen: ['For a while the feed stood still and repeated one value: that is missing, not depth.'],
  stale: (day) => line`The latest day with known depth is ${day}: what follows is of that day, not of now.`,
  hours: (text) => `${text} hours`,
  chart: {
    title: ({ before, low }) => line`The bids within 5% went from ${before} to ${low}`,
    measure:
      'Resting orders within 5% of mid, BTCUSDT perpetual of Binance, millions of dollars, UTC; a break where the feed stood still',
    bids: 'bids',
    asks: 'asks',
  },
  marks: {
    title: 'Depth before, during and after',
    measure:
      'Within 5% of mid, first snapshot in the minute after each time, UTC; an imbalance of −1 is no bids at all',
    time: 'Time',
    bids: 'Bids',
    asks: 'Asks',
    imbalance: 'Imbalance',
    cost: 'Cost of selling $1 m',
  },
  bands: {
    title: 'Depth by distance',
    measure: 'Cumulated from mid; before: median three hours to one hour before the lowest bids',
    within: 'Within',
    before: 'Before',
    low: 'At the lowest',
    last: 'End of the day',
    bid: (percent) => `Bids, ${percent}`,
    ask: (percent) => `Asks, ${percent}`,
  },
};

export const ORDER_BOOK: Readonly<Record<Language, OrderBookMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const ORDER_BOOK_WHYS: readonly ExplainWhy[] = [
  [/^the bids nearest to mid are not known$/, '中间价近旁的买盘未知', '中間價近旁的買盤未知'],
  [/^no order-book depth is known$/, '没有已知的订单簿深度', '沒有已知的訂單簿深度'],
  [
    /^the feed stood still: a repeated value is no depth$/,
    '行情源停滞，重复的值不是深度',
    '行情源停滯，重複的值不是深度',
  ],
  [
    /^fewer than (\d+) readings from 3 hours to 1 hour before the lowest$/,
    '最低点前三小时至一小时的读数不足$1个',
    '最低點前三小時至一小時的讀數不足$1個',
  ],
  [
    /^the order is larger than what stands within 5 %$/,
    '该笔超过5%以内的全部买盘',
    '該筆超過5%以內的全部買盤',
  ],
  [/^fewer than 20 readings after the lowest bids$/, '最低点之后的读数不足20个', '最低點之後的讀數不足20個'],
  [/^no snapshot within a minute$/, '一分钟内没有快照', '一分鐘內沒有快照'],
];
