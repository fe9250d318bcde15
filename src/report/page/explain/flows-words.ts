import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';

type Side = 'in' | 'out';
type Sign = 'below' | 'above';

interface FlowsWords {
  /** What the funds took in or gave out, and on which side US buyers stand; either may be unknown. */
  answer(p: {
    funds?: { coin: string; side: Side; size: string; sessions: number };
    premium?: { sign: Sign; days: string; agrees: boolean };
  }): readonly string[];
  latest(p: { day: string; flow: Part }): Inline;
  elasticity(p: { slope: Part; range: string }): Inline;
  effect(p: { effect: Part; change: Part; sessions: number }): Inline;
  awaited(days: string): Inline;
  readonly funds: {
    readonly title: string;
    measure(month: string): string;
    readonly fund: string;
    readonly flow: string;
    readonly assets: string;
  };
  readonly stats: {
    readonly elasticity: string;
    elasticityNote(range: string): Inline;
    readonly premium: string;
    premiumNote(p: { sign: Sign | 'zero'; days: Part }): Inline;
    readonly stablecoins: string;
    stablecoinsNote(growth: Part): Inline;
    readonly lamps: string;
    lampsNote(p: { since: string; measured: number }): Inline;
  };
}

const zhHans: FlowsWords = {
  answer: ({ funds, premium }) => [
    ...(funds
      ? [
          `美国${funds.coin}基金${funds.sessions}个交易日净流${funds.side === 'in' ? '入' : '出'}${funds.size}${premium ? '，' : ''}`,
        ]
      : []),
    ...(premium
      ? [
          `${funds && !premium.agrees ? '但' : ''}Coinbase连续${premium.days}日${premium.sign === 'below' ? '折价' : '溢价'}`,
        ]
      : []),
  ],
  latest: ({ day, flow }) => line`最近一个有数的交易日${day}为${flow}。`,
  elasticity: ({ slope, range }) => line`每净流入10亿美元，当日价格对应${slope}（95%区间${range}）。`,
  effect: ({ effect, change, sessions }) =>
    line`照此，${String(sessions)}个交易日的资金流对应${effect}，同期价格变动${change}；这是关联，不是因果。`,
  awaited: (days) => [`${days}的数据尚未齐全，没有计入。`],
  funds: {
    title: '各只基金',
    measure: (month) => `${month}至今的净流量，美元；资产占比为估计`,
    fund: '基金',
    flow: '净流量',
    assets: '资产占比',
  },
  stats: {
    elasticity: '每10亿美元对应的涨跌',
    elasticityNote: (range) => line`95%区间${range}`,
    premium: 'Coinbase溢价',
    premiumNote: ({ sign, days }) =>
      line`连续${days}日${sign === 'below' ? '为负' : sign === 'above' ? '为正' : '为零'}`,
    stablecoins: '稳定币供应，30日',
    stablecoinsNote: (growth) => line`变动${growth}`,
    lamps: '卖出信号灯',
    lampsNote: ({ since, measured }) => line`共${String(measured)}盏可测，自${since}起`,
  },
};

const zhHant: FlowsWords = {
  answer: ({ funds, premium }) => [
    ...(funds
      ? [
          `美國${funds.coin}基金${funds.sessions}個交易日淨流${funds.side === 'in' ? '入' : '出'}${funds.size}${premium ? '，' : ''}`,
        ]
      : []),
    ...(premium
      ? [
          `${funds && !premium.agrees ? '但' : ''}Coinbase連續${premium.days}日${premium.sign === 'below' ? '折價' : '溢價'}`,
        ]
      : []),
  ],
  latest: ({ day, flow }) => line`最近一個有數的交易日${day}為${flow}。`,
  elasticity: ({ slope, range }) => line`每淨流入10億美元，當日價格對應${slope}（95%區間${range}）。`,
  effect: ({ effect, change, sessions }) =>
    line`照此，${String(sessions)}個交易日的資金流對應${effect}，同期價格變動${change}；這是關聯，不是因果。`,
  awaited: (days) => [`${days}的資料尚未齊全，沒有計入。`],
  funds: {
    title: '各檔基金',
    measure: (month) => `${month}至今的淨流量，美元；資產占比為估計`,
    fund: '基金',
    flow: '淨流量',
    assets: '資產占比',
  },
  stats: {
    elasticity: '每10億美元對應的漲跌',
    elasticityNote: (range) => line`95%區間${range}`,
    premium: 'Coinbase溢價',
    premiumNote: ({ sign, days }) =>
      line`連續${days}日${sign === 'below' ? '為負' : sign === 'above' ? '為正' : '為零'}`,
    stablecoins: '穩定幣供給，30日',
    stablecoinsNote: (growth) => line`變動${growth}`,
    lamps: '賣出訊號燈',
    lampsNote: ({ since, measured }) => line`共${String(measured)}盞可測，自${since}起`,
  },
};

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const sessionsOf = (n: number) => (n === 1 ? 'one session' : `${NUMBERS[n] ?? n} sessions`);

const en: FlowsWords = {
  answer: ({ funds, premium }) => [
    ...(funds
      ? [
          `US ${funds.coin} funds ${funds.side === 'in' ? 'took in' : 'lost'} ${funds.size} in ${sessionsOf(funds.sessions)}${premium ? ',' : ''}`,
        ]
      : []),
    ...(premium
      ? [
          `${funds ? (premium.agrees ? 'and ' : 'but ') : ''}Coinbase has traded at a ${premium.sign === 'below' ? 'discount' : 'premium'} for ${premium.days === '1' ? 'a day' : `${premium.days} days`}`,
        ]
      : []),
  ],
  latest: ({ day, flow }) => line`The latest session with a figure, ${day}, had ${flow}.`,
  elasticity: ({ slope, range }) =>
    line`A net $1${'\u202f'}bn goes with ${slope} on the day (95% band ${range}).`,
  effect: ({ effect, change, sessions }) =>
    line`By that the flow of ${sessionsOf(sessions)} goes with ${effect}, where the price moved ${change}: an association, not a cause.`,
  awaited: (days) => [`The figures of ${days} are not complete yet and are left out.`],
  funds: {
    title: 'By fund',
    measure: (month) => `Net flow of ${month} so far, dollars; shares of assets are estimates`,
    fund: 'Fund',
    flow: 'Net flow',
    assets: 'Share of assets',
  },
  stats: {
    elasticity: 'Price per $1\u202fbn',
    elasticityNote: (range) => line`95% band ${range}`,
    premium: 'Coinbase premium',
    premiumNote: ({ sign, days }) =>
      line`${sign === 'below' ? 'below zero' : sign === 'above' ? 'above zero' : 'at zero'} for ${days} days`,
    stablecoins: 'Stablecoin supply, 30 days',
    stablecoinsNote: (growth) => line`a change of ${growth}`,
    lamps: 'Lamps of selling',
    lampsNote: ({ since, measured }) => line`red of ${String(measured)} measured, since ${since}`,
  },
};

export const FLOWS: Readonly<Record<Language, FlowsWords>> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en };
