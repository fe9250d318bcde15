import type { Language } from '../../../data/series/entry.ts';
import { type Inline, line, type Part } from '../../inline.ts';
import type { ExplainWhy } from '../why.ts';

interface LiquidationMessages {
  total(p: { low: Part; high: string | null; onlyTexts: boolean }): Inline;
  rank(p: { rank: Part; days: number; texts: boolean }): Inline;
  average(average: Part): Inline;
  sides(share: Part): Inline;
  cash(share: Part): Inline;
  quote(p: { day: string; quote: string }): Inline;
  readonly unknown: Inline;
  readonly volumes: Inline;
  readonly others: string;
  readonly noEnd: string;
  readonly venues: {
    readonly title: string;
    readonly volumes: string;
    readonly venue: string;
    readonly share: string;
  };
  readonly leverage: {
    readonly title: string;
    readonly measure: string;
    readonly band: string;
    readonly share: string;
    readonly distance: string;
  };
  readonly hours: {
    readonly title: Inline;
    readonly measure: string;
  };
}

const zhHans: LiquidationMessages = {
  total: ({ low, high, onlyTexts }) =>
    line`爆仓总额${high ? '介于' : '为'}${low}${high ? `与${high}之间` : ''}${onlyTexts ? '，只有报道，未经核实' : ''}；各交易所少报，实际只会更多。`,
  rank: ({ rank, days, texts }) =>
    line`在${texts ? '手头有报道' : '导入序列'}的${String(days)}天里排第${rank}；没有数字的日子不在其中，谈不上历史排名。`,
  average: (average) => line`同一篇报道的总额除以户数，每户平均${average}。`,
  sides: (share) => line`多头占${share}。`,
  cash: (share) => line`${share}发生在纽约现货时段内。`,
  quote: ({ day, quote }) => line`${day}的报道：“${quote}”`,
  unknown: ['没有已知的最近三日爆仓总额。'],
  volumes: ['崩盘时段各交易所的期货成交量占比只说明爆仓可能发生在哪里，不是爆仓额。'],
  others: '其余',
  noEnd: '以上',
  venues: {
    title: '按交易所的爆仓',
    volumes: '崩盘时段的期货成交量（非爆仓）',
    venue: '交易所',
    share: '占比',
  },
  leverage: {
    title: '按杠杆的爆仓与爆仓距离',
    measure: '距离为1/L减币安最低一档维持保证金率，从该档起点到终点',
    band: '杠杆倍数',
    share: '占比',
    distance: '距离',
  },
  hours: { title: ['过去24小时每小时的爆仓占比'], measure: '占总额的百分比，UTC' },
};

const zhHant: LiquidationMessages = {
  total: ({ low, high, onlyTexts }) =>
    line`強平總額${high ? '介於' : '為'}${low}${high ? `與${high}之間` : ''}${onlyTexts ? '，只有報導，未經核實' : ''}；各交易所少報，實際只會更多。`,
  rank: ({ rank, days, texts }) =>
    line`在${texts ? '手頭有報導' : '匯入序列'}的${String(days)}天裡排第${rank}；沒有數字的日子不在其中，談不上歷史排名。`,
  average: (average) => line`同一篇報導的總額除以戶數，每戶平均${average}。`,
  sides: (share) => line`多頭占${share}。`,
  cash: (share) => line`${share}發生在紐約現貨時段內。`,
  quote: ({ day, quote }) => line`${day}的報導：「${quote}」`,
  unknown: ['沒有已知的最近三日強平總額。'],
  volumes: ['崩盤時段各交易所的期貨成交量占比只說明強平可能發生在哪裡，不是強平額。'],
  others: '其餘',
  noEnd: '以上',
  venues: {
    title: '按交易所的強平',
    volumes: '崩盤時段的期貨成交量（非強平）',
    venue: '交易所',
    share: '占比',
  },
  leverage: {
    title: '按槓桿的強平與強平距離',
    measure: '距離為1/L減幣安最低一檔維持保證金率，從該檔起點到終點',
    band: '槓桿倍數',
    share: '占比',
    distance: '距離',
  },
  hours: { title: ['過去24小時每小時的強平占比'], measure: '占總額的百分比，UTC' },
};

const en: LiquidationMessages = {
  total: ({ low, high, onlyTexts }) =>
    line`Liquidations came to ${high ? 'between ' : ''}${low}${high ? ` and ${high}` : ''}${onlyTexts ? ', as texts reported it and unverified' : ''}; venues under-report, so the truth can only be more.`,
  rank: ({ rank, days, texts }) =>
    line`That is rank ${rank} of the ${String(days)} days ${texts ? 'for which a report is at hand' : 'of the imported series'}; days without a number are not among them, so it is no rank in history.`,
  average: (average) => line`Total over accounts of one and the same report gives ${average} an account.`,
  sides: (share) => line`Longs were ${share} of it.`,
  cash: (share) => line`${share} fell into the cash session of New York.`,
  quote: ({ day, quote }) => line`Report of ${day}: “${quote}”`,
  unknown: ['No total of liquidations is known of the last three days.'],
  volumes: [
    'Shares of futures volume in the crash window say where liquidations could happen; they are not liquidations.',
  ],
  others: 'Others',
  noEnd: 'and more',
  venues: {
    title: 'Liquidations by venue',
    volumes: 'Futures volume in the crash window, not liquidations',
    venue: 'Venue',
    share: 'Share',
  },
  leverage: {
    title: 'Liquidations by leverage, and the distance to liquidation',
    measure:
      'Distance is 1/L less the maintenance rate of the lowest tier of Binance, from the start to the end of the band',
    band: 'Leverage',
    share: 'Share',
    distance: 'Distance',
  },
  hours: { title: ['Share of liquidations by hour, last 24 hours'], measure: 'Percent of the total, UTC' },
};

export const LIQUIDATIONS: Readonly<Record<Language, LiquidationMessages>> = {
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  en,
};

export const LIQUIDATIONS_WHYS: readonly ExplainWhy[] = [
  [
    /^no total of liquidations is known of the last 3 days$/,
    '没有已知的最近三日爆仓总额',
    '沒有已知的最近三日強平總額',
  ],
  [
    /^no liquidation by venue, side and leverage is known of the last 24 hours$/,
    '没有已知的过去24小时分交易所、方向与杠杆的爆仓',
    '沒有已知的過去24小時分交易所、方向與槓桿的強平',
  ],
  [
    /^no report of the last 3 days gives a total with its number of accounts$/,
    '最近三日没有同时给出总额与户数的报道',
    '最近三日沒有同時給出總額與戶數的報導',
  ],
  [/^the margin tiers are not known$/, '保证金档位未知', '保證金檔位未知'],
  [/^the band has no upper end$/, '该档没有上限', '該檔沒有上限'],
];
