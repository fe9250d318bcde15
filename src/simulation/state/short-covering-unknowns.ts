import type { Unknown } from './unknown.ts';

const UNHEDGED_TITLE = {
  'zh-Hans': '永续空头中未对冲的部分',
  'zh-Hant': '永續空頭中未避險的部分',
  en: 'Share of the shorts of perpetuals that is not hedged',
};

/** What is not known of shorts. Funding decides how many of the shorts of perpetuals may be outright: undefined when it is not known. */
export function shortCoveringUnknowns(coins: boolean, funding: number | undefined): readonly Unknown[] {
  return coins ? [unhedged(funding), ...SHORT_COVERING_UNKNOWNS] : SHORT_COVERING_UNKNOWNS;
}

function unhedged(funding: number | undefined): Unknown {
  const [low, high] = funding === undefined ? [0.1, 0.6] : funding < 0 ? [0.3, 0.7] : [0.1, 0.4];
  return {
    name: 'short-covering.unhedged',
    title: UNHEDGED_TITLE,
    unit: 'fraction',
    low,
    high,
    scale: 'linear',
    source:
      'Reasoned: cash-and-carry and makers hold most shorts while longs pay for the position; where shorts pay (funding below 0) more are outright',
  };
}

const SHORT_COVERING_UNKNOWNS = [
  {
    name: 'short-covering.active',
    title: {
      'zh-Hans': '会在期间回补的部分',
      'zh-Hant': '會在期間回補的部分',
      en: 'Share of outright shorts with an order within reach',
    },
    unit: 'fraction',
    low: 0.2,
    high: 0.7,
    scale: 'linear',
    source: 'Reasoned: the rest holds through the horizon',
  },
  {
    name: 'short-covering.profit',
    title: {
      'zh-Hans': '其中止盈的比例',
      'zh-Hant': '其中停利的比例',
      en: 'Of these, share that takes profit on the way down',
    },
    unit: 'fraction',
    low: 0.3,
    high: 0.7,
    scale: 'linear',
    source: 'Osler (2003), J. Finance 58(5): take-profit and stop-loss orders are about as many',
  },
  {
    name: 'short-covering.distance',
    title: {
      'zh-Hans': '止盈的平均距离（日波动率倍数）',
      'zh-Hant': '停利的平均距離（日波動率倍數）',
      en: 'Mean distance of taking profit, in daily volatilities',
    },
    unit: 'ratio',
    low: 1,
    high: 6,
    scale: 'log',
    source: 'Reasoned, as for stop-loss orders',
  },
  {
    name: 'short-covering.rebound',
    title: {
      'zh-Hans': '触发回补的反弹（日波动率倍数）',
      'zh-Hant': '觸發回補的反彈（日波動率倍數）',
      en: 'Mean rebound that makes them cover, in daily volatilities',
    },
    unit: 'ratio',
    low: 0.5,
    high: 3,
    scale: 'log',
    source: 'Reasoned: nearer is noise, farther gives the profit back',
  },
] as const satisfies readonly Unknown[];
