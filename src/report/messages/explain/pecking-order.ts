import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface PeckingOrderMessages {
  order(p: { sessions: string; first: readonly string[]; fell: readonly string[] }): Inline;
  agreement(p: { rho: Part; p: Part; agrees: boolean }): Inline;
  record(p: { n: string; rho: Part; range: string; positive: Part; works: boolean }): Inline;
  meaning(): Inline;
  readonly table: {
    readonly title: string;
    measure(sessions: string): string;
    readonly asset: string;
    readonly predicted: string;
    readonly actual: string;
    readonly cost: string;
    readonly gain: string;
    readonly change: string;
    readonly z: string;
  };
}

const zhHans: PeckingOrderMessages = {
  order: ({ sessions, first, fell }) =>
    line`按变现成本与浮盈，急需现金者会先卖${first.join('、')}；最近${sessions}个交易日按自身波动跌得最深或涨得最少的是${fell.join('、')}。`,
  agreement: ({ rho, p, agrees }) =>
    line`两个次序的秩相关为${rho}（p值${p}），${agrees ? '相符，但只是关联' : '看不出是按这个次序卖的'}。`,
  record: ({ n, rho, range, positive, works }) =>
    line`在以往${n}个股票压力日（不计美股），平均秩相关为${rho}（90%区间${range}），${positive}为正：${works ? '这条规则过去略有道理' : '这条规则过去没有效果'}，未经证明。`,
  meaning: () => ['成本低的先卖是假设，没有成交方身份的数据；资产彼此相关，p值偏乐观。'],
  table: {
    title: '变现次序：预期与实际',
    measure: (sessions) =>
      `成本为卖出10亿美元的冲击，涨跌为最近${sessions}个交易日（加密资产为UTC日）；1为最先或最深`,
    asset: '资产',
    predicted: '预期',
    actual: '实际',
    cost: '成本',
    gain: '浮盈',
    change: '涨跌',
    z: 'σ',
  },
};

const zhHant: PeckingOrderMessages = {
  order: ({ sessions, first, fell }) =>
    line`按變現成本與浮盈，急需現金者會先賣${first.join('、')}；最近${sessions}個交易日按自身波動跌得最深或漲得最少的是${fell.join('、')}。`,
  agreement: ({ rho, p, agrees }) =>
    line`兩個次序的等級相關為${rho}（p值${p}），${agrees ? '相符，但只是關聯' : '看不出是按這個次序賣的'}。`,
  record: ({ n, rho, range, positive, works }) =>
    line`在以往${n}個股票壓力日（不計美股），平均等級相關為${rho}（90%區間${range}），${positive}為正：${works ? '這條規則過去略有道理' : '這條規則過去沒有效果'}，未經證明。`,
  meaning: () => ['成本低的先賣是假設，沒有成交方身分的資料；資產彼此相關，p值偏樂觀。'],
  table: {
    title: '變現次序：預期與實際',
    measure: (sessions) =>
      `成本為賣出10億美元的衝擊，漲跌為最近${sessions}個交易日（加密資產為UTC日）；1為最先或最深`,
    asset: '資產',
    predicted: '預期',
    actual: '實際',
    cost: '成本',
    gain: '浮盈',
    change: '漲跌',
    z: 'σ',
  },
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const en: PeckingOrderMessages = {
  order: ({ sessions, first, fell }) =>
    line`By cost to cash and gains to take, whoever needs cash sells ${listed(first)} first; what fell most, or rose least, for its own volatility over ${sessions === '1' ? 'the last session' : `the last ${sessions} sessions`} was ${listed(fell)}.`,
  agreement: ({ rho, p, agrees }) =>
    line`The rank correlation of the two orders is ${rho} (p ${p}): ${agrees ? 'they agree, which is an association' : 'that it was sold in this order cannot be seen'}.`,
  record: ({ n, rho, range, positive, works }) =>
    line`On ${n} earlier days of equity stress, US equities left out, it was ${rho} on average (90% band ${range}) and positive on ${positive}: ${works ? 'the rule has had something in it' : 'the rule has had nothing in it'}, unproven.`,
  meaning: () => [
    'That the cheapest goes first is an assumption, for no data say who sold; the assets depend on each other, so that the p flatters.',
  ],
  table: {
    title: 'What is sold for cash first: expected and seen',
    measure: (sessions) =>
      `Cost is the impact of selling a billion dollars; change over ${sessions} sessions, crypto by the UTC day; 1 is first, or fell most`,
    asset: 'Asset',
    predicted: 'Expected',
    actual: 'Seen',
    cost: 'Cost',
    gain: 'Gain',
    change: 'Change',
    z: 'σ',
  },
};

export const PECKING_ORDER: Readonly<Record<Language, PeckingOrderMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const PECKING_ORDER_WHYS: readonly ExplainWhy[] = [
  [
    /^fewer than (\d+) assets with price, volume and a year behind them$/,
    '有价格、成交量和一年历史的资产少于$1种',
    '有價格、成交量和一年歷史的資產少於$1種',
  ],
  [
    /^fewer than 20 earlier stress days with an order$/,
    '此前有次序的压力日少于20个',
    '此前有次序的壓力日少於20個',
  ],
];
