import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

type Source = 'futures' | 'prediction-market';

interface PolicyPathMessages {
  next(p: { day: string; meeting: string; cut: Part; change?: Part }): Inline;
  first(p: { source: Source; day: string; meeting: string; byThen: Part }): Inline;
  noFirst(p: { source: Source; day: string; last: string; byThen: Part }): Inline;
  shift(p: { day: string; from: string; to: string }): Inline;
  noFutures: string;
  notMonotone: string;
  none: string;
  sources: Readonly<Record<Source, string>>;
  points(value: number): string;
  table: { title: string; measure: string; meeting: string; cut: string; change: string; byThen: string };
}

function points(unit: string) {
  return (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}${unit}`;
}

const zhHans: PolicyPathMessages = {
  next: ({ day, meeting, cut, change }) =>
    line`按芝商所FedWatch（${day}），${meeting}会议降息的概率为${cut}${change === undefined ? '' : line`，一日变动${change}`}。`,
  first: ({ source, day, meeting, byThen }) =>
    line`${zhHans.sources[source]}（${day}）显示首次降息多半不迟于${meeting}的会议（至此已降的概率${byThen}）。`,
  noFirst: ({ source, day, last, byThen }) =>
    line`${zhHans.sources[source]}（${day}）所报的会议里，至${last}已降息的概率为${byThen}，不到一半。`,
  shift: ({ day, from, to }) => line`${day}，首次降息由${from}改为${to}。`,
  noFutures: '没有各月联邦基金期货的价格：导入表fed_funds_futures（date、month、price）即可得完整路径。',
  notMonotone: '至各次会议已降息的概率并不逐次上升：价格隐含其后的加息。',
  none: '所报会议之后',
  sources: { futures: '联邦基金期货', 'prediction-market': '预测市场' },
  points: points('个百分点'),
  table: {
    title: '各次会议的降息概率',
    measure: '当次降息，与至当次已降息',
    meeting: '会议',
    cut: '当次',
    change: '较前次报价',
    byThen: '至当次',
  },
};

const zhHant: PolicyPathMessages = {
  next: ({ day, meeting, cut, change }) =>
    line`按芝商所FedWatch（${day}），${meeting}會議降息的機率為${cut}${change === undefined ? '' : line`，一日變動${change}`}。`,
  first: ({ source, day, meeting, byThen }) =>
    line`${zhHant.sources[source]}（${day}）顯示首次降息多半不遲於${meeting}的會議（至此已降的機率${byThen}）。`,
  noFirst: ({ source, day, last, byThen }) =>
    line`${zhHant.sources[source]}（${day}）所報的會議裡，至${last}已降息的機率為${byThen}，不到一半。`,
  shift: ({ day, from, to }) => line`${day}，首次降息由${from}改為${to}。`,
  noFutures: '沒有各月聯邦資金期貨的價格：匯入表fed_funds_futures（date、month、price）即可得完整路徑。',
  notMonotone: '至各次會議已降息的機率並不逐次上升：價格隱含其後的升息。',
  none: '所報會議之後',
  sources: { futures: '聯邦資金期貨', 'prediction-market': '預測市場' },
  points: points('個百分點'),
  table: {
    title: '各次會議的降息機率',
    measure: '當次降息，與至當次已降息',
    meeting: '會議',
    cut: '當次',
    change: '較前次報價',
    byThen: '至當次',
  },
};

const en: PolicyPathMessages = {
  next: ({ day, meeting, cut, change }) =>
    line`By CME FedWatch of ${day} the probability of a cut on ${meeting} is ${cut}${change === undefined ? '' : line`, ${change} on the day`}.`,
  first: ({ source, day, meeting, byThen }) =>
    line`${en.sources[source]} of ${day} make a first cut by the meeting of ${meeting} likelier than not (${byThen}).`,
  noFirst: ({ source, day, last, byThen }) =>
    line`${en.sources[source]} of ${day} give ${byThen} to a cut by ${last}, the last meeting quoted: less than even.`,
  shift: ({ day, from, to }) => line`On ${day} the first cut moved from ${from} to ${to}.`,
  noFutures:
    'Prices of federal funds futures by month are missing: import a table “fed_funds_futures” (date, month, price) for the whole path.',
  notMonotone:
    'The odds of a cut by a meeting fall from one meeting to the next: the prices hold a rise after it.',
  none: 'after the meetings quoted',
  sources: { futures: 'Federal funds futures', 'prediction-market': 'Prediction markets' },
  points: points(' pp'),
  table: {
    title: 'Odds of a cut by meeting',
    measure: 'At the meeting, and by it',
    meeting: 'Meeting',
    cut: 'At it',
    change: 'Since quotes before',
    byThen: 'By it',
  },
};

export const POLICY_PATH: Readonly<Record<Language, PolicyPathMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const POLICY_PATH_WHYS: readonly ExplainWhy[] = [
  [/^no rate expected for the next meeting$/, '没有下次会议的预期利率', '沒有下次會議的預期利率'],
  [/^the range of the Fed is not known$/, '没有美联储目标区间的数据', '沒有聯準會目標區間的資料'],
  [
    /^no value for the same meeting so many sessions before$/,
    '此前没有同一次会议的数值',
    '此前沒有同一次會議的數值',
  ],
  [/^no earlier quotes of the meeting$/, '没有这次会议更早的报价', '沒有這次會議更早的報價'],
  [/^the quotes do not determine it$/, '报价不足以确定', '報價不足以確定'],
];
